"""How a result tells its star and its days."""

from datetime import date

from inspector.rating.rate import Rating, State
from inspector.ui.widgets.stars import FULL, INTERIM, NONE, PROVISIONAL, WITHHELD
from inspector.wording import long_date, short_date

STARS = {
    State.INTERIM: INTERIM,
    State.PROVISIONAL: PROVISIONAL,
    State.FULL: FULL,
    State.WITHHELD: WITHHELD,
    State.UNRATED: NONE,
}


def star_of(rating: Rating) -> tuple[int | None, str, str]:
    """Return level, printed score and state as the star widgets take them."""
    return rating.level.level if rating.level else None, rating.total_shown, STARS[rating.state]


def day_words(day: date, near: date) -> str:
    """Return a day, without the year when it is that of another day."""
    return short_date(day) if day.year == near.year else long_date(day)
