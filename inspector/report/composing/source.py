"""What a report is composed from: the inspection, its rating, its seal, the last time, and where photos lie."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from inspector.inspection.finding import Finding, findings
from inspector.inspection.history import LastTime
from inspector.inspection.inspection import Inspection
from inspector.rating.rate import Rating, State
from inspector.rating.trace import LostPoint
from inspector.report.rated import Star
from inspector.wording import _


@dataclass(frozen=True, slots=True)
class SealedAs:
    """A sealed record's place in the chain."""

    number: int
    sha256: str
    previous: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """Where a photo's report copy lies, its pixels, and why it is missing if it is."""

    path: Path | None
    width: int
    height: int
    missing: str = ""


@dataclass(frozen=True)
class Source:
    """Everything a report is told from."""

    inspection: Inspection
    rating: Rating
    made_at: datetime
    organisation: str
    photo: Callable[[str], PhotoFile]
    seal: SealedAs | None = None
    last: LastTime | None = None

    @cached_property
    def findings(self) -> list[Finding]:
        """Return all findings, quick fixes last."""
        return findings(self.inspection)

    @property
    def written(self) -> list[Finding]:
        """Return the findings to be put right in writing."""
        return [one for one in self.findings if not one.quick]

    @property
    def quick(self) -> list[Finding]:
        """Return the small things mendable at once."""
        return [one for one in self.findings if one.quick]

    @cached_property
    def lost(self) -> dict[str, LostPoint]:
        """Return every lost point by item id."""
        return {point.item.id: point for point in self.rating.lost()}

    @cached_property
    def star(self) -> Star:
        """Return the star as printed."""
        rating = self.rating
        if rating.state is State.WITHHELD:
            return Star(None, _("未评星"), "withheld", _("否决待确认"))
        if rating.level is None:
            return Star(None, _("未评星"), "unrated")
        plate = {State.INTERIM: _("暂估"), State.PROVISIONAL: _("暂评"), State.FULL: _("评定")}[rating.state]
        if rating.state is State.FULL:
            return Star(rating.level.level, str(rating.level.label), "full", plate)
        return Star(rating.level.level, str(rating.level.label), "provisional", plate)

    def title(self, measure: str) -> str:
        """Return a measure's title."""
        return str(self.rating.scheme.measures[measure].title)
