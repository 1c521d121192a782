"""Words that the pages around a rating share: kinds of inspection, states of a star, dates."""

from datetime import date

from inspector.inspection.inspection import Inspection
from inspector.rating.rate import Rating, State
from inspector.ui.widgets.stars import FULL, INTERIM, NONE, PROVISIONAL, WITHHELD
from inspector.wording import _, long_date, short_date

STARS = {
    State.INTERIM: INTERIM,
    State.PROVISIONAL: PROVISIONAL,
    State.FULL: FULL,
    State.WITHHELD: WITHHELD,
    State.UNRATED: NONE,
}


def kind_word(kind: str) -> str:
    """Return the word for a kind of inspection."""
    return {"open": _("明察"), "mystery": _("暗访"), "recheck": _("复查"), "survey": _("问卷")}[kind]


def star_of(rating: Rating) -> tuple[int | None, str, str]:
    """Return level, printed score and state as the star widgets take them."""
    return rating.level.level if rating.level else None, rating.total_shown, STARS[rating.state]


def form_words(inspection: Inspection) -> str:
    """Return the form's title with its version."""
    return f"{inspection.form.title} {inspection.form.version}"


def day_words(day: date, near: date) -> str:
    """Return a day, without the year when it is that of another day."""
    return short_date(day) if day.year == near.year else long_date(day)
