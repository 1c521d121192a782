"""How a result tells its star and its days."""

from datetime import date

from inspector.rating.rate import Rating, State
from inspector.ui.widgets.stars import FULL, INTERIM, NONE, PROVISIONAL, WITHHELD, Shown
from inspector.wording import long_date, short_date

STARS = {
    State.INTERIM: INTERIM,
    State.PROVISIONAL: PROVISIONAL,
    State.FULL: FULL,
    State.WITHHELD: WITHHELD,
    State.UNRATED: NONE,
}


def star_of(rating: Rating) -> Shown:
    """Return a rating's star as the star widgets take it; a scale without stars shows the level's own word."""
    scheme, level = rating.scheme, rating.level
    if level is None:
        return Shown(None, rating.total_shown, STARS[rating.state], scheme.most_stars)
    stars = scheme.stars_of(level)
    label = "" if stars == level.level else str(level.label)
    return Shown(stars, rating.total_shown, STARS[rating.state], scheme.most_stars, label)


def day_words(day: date, near: date) -> str:
    """Return a day, without the year when it is that of another day."""
    return short_date(day) if day.year == near.year else long_date(day)
