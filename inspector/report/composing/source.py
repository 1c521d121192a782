"""What a report is composed from: the inspection, its rating, its seal, the last time, and where photos lie."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from inspector.inspection.answer import Verdict
from inspector.inspection.deadline import OFFICIAL, Calendar
from inspector.inspection.drawn import Drawn
from inspector.inspection.finding import Finding, findings
from inspector.inspection.history import LastTime
from inspector.inspection.inspection import Inspection
from inspector.inspection.register import Entry, majors
from inspector.inspection.validity import Validity
from inspector.rating.hall import HallRating
from inspector.rating.rate import Rating, State
from inspector.rating.scheme import Level, Scheme
from inspector.rating.trace import LostPoint
from inspector.report.composing.visits_part import Visited
from inspector.report.rated import Star, StarState
from inspector.wording import _, long_date, short_date

KINDS = {"open": "明察", "mystery": "暗访", "recheck": "复查", "survey": "问卷"}


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


@dataclass(frozen=True, slots=True)
class Notice:
    """When and for what the programme of covert visits was announced; empty where it was not entered."""

    day: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class After:
    """What followed the seal: the number of what puts it right, replies (day, name, words), and the days to reply."""

    amended_by: int = 0
    replies: tuple[tuple[str, str, str], ...] = ()
    days: str = ""


@dataclass(frozen=True, slots=True)
class Peers:
    """How the halls of the city stand: in words, by the mean of each measure, and of totals, the latest first."""

    words: tuple[str, ...] = ()
    means: Mapping[str, float] = field(default_factory=dict)
    past: tuple[Fraction, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """A full audit of the hall before this one, with its printed total; not rated where the total is None."""

    day: date
    total: str | None


@dataclass(frozen=True)
class Source:
    """Everything a report is told from.

    `earlier` are the audits of the hall before it, the latest last. With `rated` it tells the star of the hall:
    `rating` is the hall's, `own` that of the audit whose items are listed, and `visited` are the mystery visits within
    the window, valid or not. `absent` says in words why a document is not there, empty while it is whole.
    """

    inspection: Inspection
    rating: Rating
    made_at: datetime
    organisation: str
    photo: Callable[[str, tuple[Drawn, ...]], PhotoFile]
    seal: SealedAs | None = None
    last: LastTime | None = None
    register: tuple[Entry, ...] = ()
    calendar: Calendar = OFFICIAL
    validity: Validity | None = None
    notice: Notice = Notice()
    rated: HallRating | None = None
    own: Rating | None = None
    visited: tuple[Visited, ...] = ()
    after: After = After()
    address: str = ""
    peers: Peers = Peers()
    earlier: tuple[Earlier, ...] = ()
    logo: PhotoFile | None = None
    absent: Callable[[str], str] = lambda _sha256: ""

    def where_told(self, item: str) -> Inspection:
        """Return the inspection that tells of an item: where it was not conforming, else where it was asked at all."""
        asked = [one for one in (self.inspection, *(one.inspection for one in self.visited)) if item in one.form.items]
        failing = [one for one in asked if one.verdict(item) in {Verdict.FAIL, Verdict.PARTLY}]
        return next(iter([*failing, *asked]), self.inspection)

    @property
    def kind(self) -> str:
        """Return the kind of the inspection in words."""
        return _(KINDS[self.inspection.head.kind])

    @property
    def people(self) -> str:
        """Return who inspected; whoever made a covert visit appears by code only; empty when unknown."""
        head = self.inspection.head
        if head.visit:
            return _("暗访员 {code}").format(code=head.visit.shopper) if head.visit.shopper else ""
        return "、".join(person.name for person in head.inspectors)

    @property
    def draft(self) -> bool:
        """Whether the inspection is still being filled."""
        return self.seal is None

    @property
    def scored(self) -> bool:
        """Whether the total may stand for the hall; that of a few topics may not."""
        return self.rating.state is not State.UNRATED

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """Return the topics of the scheme that the form asks about."""
        measures, asked = self.rating.scheme.measures, self.asked_topics
        return tuple(key for key in self.rating.scheme.topics if (measures[key].share or {}).get("topic", key) in asked)

    @cached_property
    def asked_topics(self) -> frozenset[str]:
        """Return the topics of the form's scored items."""
        return frozenset(item.topic for item in self.inspection.form.items.values() if item.weight)

    @property
    def ideas(self) -> tuple[str, ...]:
        """Return the ideas of the scheme that the form asks about."""
        measures = self.rating.scheme.measures
        return tuple(key for key in self.rating.scheme.ideas if set(measures[key].mix or ()) & set(self.topics))

    @cached_property
    def counted_majors(self) -> frozenset[str]:
        """Return the items that count as major problems; a fact judged twice counts once."""
        return frozenset(majors(self.inspection))

    def day(self, due: date | None) -> str:
        """Return a deadline, with its year where that is another one than the inspection's; none is the next visit."""
        if due is None:
            return _("下次检查")
        return short_date(due) if due.year == self.inspection.day.year else long_date(due)

    @cached_property
    def findings(self) -> list[Finding]:
        """Return all findings, quick fixes last."""
        return findings(self.inspection, self.calendar)

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
        firm: dict[State, StarState] = {State.INTERIM: "interim", State.FULL: "full"}
        return star_for(rating.scheme, rating.level, firm.get(rating.state, "provisional"), plate)

    def title(self, measure: str) -> str:
        """Return a measure's title."""
        return str(self.rating.scheme.measures[measure].title)


def star_for(scheme: Scheme, level: Level, state: StarState, plate: str) -> Star:
    """Return the star of a level as printed: the stars it names, in a row as long as the highest level's."""
    return Star(scheme.stars_of(level), str(level.label), state, plate, scheme.most_stars)
