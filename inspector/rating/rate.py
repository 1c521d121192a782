"""The rating: level by score and floors, caps, withholding; and the sentence that says why."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from inspector.form.form import Form, Words
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection
from inspector.inspection.progress import count
from inspector.inspection.register import Entry
from inspector.rating.measures import Credit, Readings, credits_of, findings_of, read
from inspector.rating.scheme import AtLeast, Cap, Level, Scheme
from inspector.rating.trace import LostPoint, Step, full_base_total, lost_points, steps
from inspector.wording import _, truncated


class State(StrEnum):
    """How far a star may be trusted: 暂估, 暂评, 评定, withheld (否决待确认) or none (未评星)."""

    INTERIM = "interim"
    PROVISIONAL = "provisional"
    FULL = "full"
    WITHHELD = "withheld"
    UNRATED = "unrated"


@dataclass(frozen=True, slots=True)
class Gate:
    """One condition of a level: what is measured, needed and found."""

    measure: str
    title: Words
    least: Fraction
    value: Fraction
    passed: bool


@dataclass(frozen=True)
class Rating:
    """A level with everything that led to it; the same object stands on screen and on paper."""

    scheme: Scheme
    state: State
    level: Level | None
    by_score: Level | None
    readings: Readings
    gates: tuple[Gate, ...] = ()
    caps: tuple[Cap, ...] = ()
    why: str = ""
    credits: list[Credit] = field(default_factory=list, repr=False)
    inspection: Inspection | None = field(default=None, repr=False)

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how many items got which verdict; nobody needs it at a tap."""
        return tally(self.inspection) if self.inspection else {}

    @property
    def total(self) -> Fraction | None:
        """Return the exact total, None without data."""
        return self.readings[self.scheme.total].value

    @property
    def total_shown(self) -> str:
        """Return the total as printed, – without data."""
        return self.shown(self.scheme.total)

    def shown(self, measure: str) -> str:
        """Return a measure as printed: truncated to one decimal, – without data."""
        value = self.readings[measure].value
        return "–" if value is None else truncated(value)

    def lost(self) -> list[LostPoint]:
        """Return every lost point."""
        return lost_points(self.scheme, self.credits, self.readings)

    def steps(self) -> list[Step]:
        """Return the way from 100 down to the total."""
        return steps(self.scheme, self.readings)

    @property
    def full_base_shown(self) -> str:
        """Return the score on the full base as printed."""
        value = full_base_total(self.scheme, self.readings)
        return "–" if value is None else truncated(value)


def rate(inspection: Inspection, scheme: Scheme, register: Iterable[Entry] = ()) -> Rating:
    """Rate one inspection: interim while it is filled, provisional once it is finished; a topic audit has no star."""
    credits = credits_of(inspection, scheme)
    readings = read(scheme, credits, findings_of(inspection, register))
    state = State.PROVISIONAL if inspection.finished else State.INTERIM
    if _covers(inspection.form, scheme):
        lacking = any(readings[key].value is None for key in scheme.needs)
        rating = rate_readings(scheme, readings, state, complete=not lacking or count(inspection).complete)
    else:
        why = _("{form}只问到部分专题，不评星").format(form=inspection.form.title)
        rating = Rating(scheme, State.UNRATED, None, None, readings, why=why)
    return replace(rating, credits=credits, inspection=inspection)


def _covers(form: Form, scheme: Scheme) -> bool:
    """Return whether a form asks about every topic of a scheme."""
    return form.topics >= {(scheme.measures[key].share or {}).get("topic", key) for key in scheme.topics}


def rate_readings(scheme: Scheme, readings: Readings, state: State, *, complete: bool = True) -> Rating:
    """Rate by figures alone."""
    total = readings[scheme.total].value
    missing = [key for key in scheme.needs if readings[key].value is None]
    if total is None or (missing and (complete or state is not State.INTERIM)):
        return Rating(scheme, State.UNRATED, None, None, readings, why=_missing(scheme, missing))
    by_score = next((level for level in scheme.levels if reached(level.needs, readings)), scheme.otherwise)
    caps = tuple(cap for cap in scheme.caps if reached(cap.when, readings) and (cap.to or 0) < by_score.level)
    capped = min([by_score.level, *(cap.to or 0 for cap in caps)])
    level = scheme.level(capped)
    gates = _gates(_next_above(scheme, by_score), readings)
    withheld = [cap for cap in scheme.withhold if reached(cap.when, readings)]
    if withheld:
        why = _("{why}：须由第二人核实后才能评星").format(why=withheld[0].why)
        return Rating(scheme, State.WITHHELD, None, by_score, readings, gates, caps, why)
    binding = tuple(cap for cap in caps if cap.to == capped)
    return Rating(scheme, state, level, by_score, readings, gates, caps, _why(level, by_score, gates, binding))


def reached(needs: tuple[AtLeast, ...], readings: Readings) -> bool:
    """Return whether every measure that has data reaches what is needed of it."""
    values = [(readings[key].value, need.least) for need in needs for key in need.measures]
    return all(value >= least for value, least in values if value is not None)


def _next_above(scheme: Scheme, level: Level) -> Level | None:
    above = [one for one in scheme.levels if one.level > level.level]
    return min(above, key=lambda one: one.level, default=None)


def _gates(level: Level | None, readings: Readings) -> tuple[Gate, ...]:
    if level is None:
        return ()
    return tuple(
        Gate(key, readings[key].measure.title, need.least, value, value >= need.least)
        for need in level.needs
        for key in need.measures
        if (value := readings[key].value) is not None
    )


def _missing(scheme: Scheme, missing: list[str]) -> str:
    if not missing:
        return _("还没有可计分的作答")
    names = "、".join(str(scheme.measures[key].title) for key in missing)
    return _("{names}没有数据，不评星").format(names=names)


def _why(level: Level, by_score: Level, gates: tuple[Gate, ...], caps: tuple[Cap, ...]) -> str:
    if caps:
        return _("得分已达{by_score}，因{why}封顶{level}").format(
            by_score=by_score.label, why=caps[0].why, level=level.label
        )
    failed = [gate for gate in gates if not gate.passed]
    if not failed:
        return _("各项指标均达到{level}要求").format(level=level.label)
    parts = [
        _("{title} {value}，不到 {least}").format(
            title=gate.title, value=truncated(gate.value), least=truncated(gate.least)
        )
        for gate in failed
    ]
    return _("{level}；未到上一级：{parts}").format(level=level.label, parts="；".join(parts))


def tally(inspection: Inspection) -> dict[str, int]:
    """Count all items of the form by verdict; `not_asked` left out by a hall fact, `unanswered` still open."""
    counts = dict.fromkeys([*Verdict, "not_asked", "unanswered"], 0)
    for item in inspection.form.order:
        if not inspection.asked(item):
            counts["not_asked"] += 1
        else:
            counts[inspection.verdict(item) or "unanswered"] += 1
    return {str(key): number for key, number in counts.items()}
