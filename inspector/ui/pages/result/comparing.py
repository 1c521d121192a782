"""This time against last time: printed differences of printed figures, and what came back or was put right."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from inspector.inspection.answer import Verdict
from inspector.inspection.history import LastTime
from inspector.inspection.inspection import Inspection
from inspector.rating.rate import Rating
from inspector.wording import truncated

WRONG = {Verdict.FAIL, Verdict.PARTLY}


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that changed: its title, then and now as printed, and the difference."""

    title: str
    then: str
    now: str
    by: Fraction

    @property
    def printed(self) -> str:
        """Return the difference with its sign."""
        return f"+{truncated(self.by)}" if self.by > 0 else truncated(self.by)


@dataclass(frozen=True)
class Comparison:
    """What moved since last time; `again` and `mended` are item ids in walking order."""

    total: Moved | None
    topics: tuple[Moved, ...]
    again: tuple[str, ...]
    mended: tuple[str, ...]


def compare(rating: Rating, inspection: Inspection, last: LastTime) -> Comparison:
    """Compare a rating with the last finished inspection of the hall."""
    scheme = rating.scheme
    now = {key: rating.shown(key) for key in scheme.topics if rating.readings[key].value is not None}
    titles = {key: str(scheme.measures[key].title) for key in now}
    topics = [moved for key in now if (moved := _moved(titles[key], last.measures, key, now[key]))]
    total = _moved(str(scheme.measures[scheme.total].title), {"total": last.total}, "total", rating.total_shown)
    wrong_then = [item for item in inspection.form.order if last.verdict(item) in WRONG]
    return Comparison(
        total=total,
        topics=tuple(sorted((one for one in topics if one.by), key=lambda one: -abs(one.by))),
        again=tuple(item for item in wrong_then if inspection.verdict(item) in WRONG),
        mended=tuple(item for item in wrong_then if inspection.verdict(item) is Verdict.CONFORM),
    )


def _moved(title: str, then: Mapping[str, str], key: str, now: str) -> Moved | None:
    try:
        return Moved(title, then[key], now, Fraction(now) - Fraction(then[key]))
    except (KeyError, ValueError):
        return None
