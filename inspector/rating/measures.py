"""From a case to exact figures: shares, points, recorded values, and the measures that rest on other measures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

from inspector.inspection.answer import Verdict
from inspector.rating.case import Case, Finding, Previous
from inspector.rating.condition import holds
from inspector.rating.heaps import Credit
from inspector.rating.scheme import Measure, Scheme

WEIGHED = ("share", "points", "lost")


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure's value (percent, points, a count or a level), and for shares the weights behind it.

    `earned` and `base` are weights (earned exact), `left_out` the weight that was found 不适用 or could not be checked,
    `waiting` what is asked and still unanswered.
    """

    measure: Measure
    value: Fraction | None
    earned: Fraction = Fraction(0)
    base: int = 0
    left_out: int = 0
    waiting: int = 0

    @property
    def asked(self) -> int:
        """Return the weight asked and dealt with, judged or not."""
        return self.base + self.left_out


Readings = dict[str, Reading]


def read(scheme: Scheme, case: Case) -> Readings:
    """Compute every measure of a scheme, in the order in which they rest on each other."""
    sums = _Sums(case)
    readings: Readings = {}
    for measure in scheme.measures.values():
        readings[measure.key] = _read(measure, case, sums, readings)
    return readings


def values_of(readings: Readings) -> dict[str, Fraction | None]:
    """Return the bare values of readings."""
    return {key: reading.value for key, reading in readings.items()}


@dataclass(slots=True)
class _Sum:
    earned: int = 0
    base: int = 0
    left_out: int = 0
    waiting: int = 0

    def add(self, weight: int, units: int | None, verdict: Verdict | None) -> None:
        if units is not None:
            self.earned += weight * units
            self.base += weight
        elif verdict is None:
            self.waiting += weight
        else:
            self.left_out += weight


class _Sums:
    """Weights added up by topic, idea and group of customers, in whole numbers.

    A Fraction for each item would cost a live star its 5 ms; `scale` is the common denominator of the credits.
    """

    def __init__(self, case: Case) -> None:
        self.credits, kinds = case.credits, case.heaps.kinds()
        self.scale = lcm(*(kind.credit.denominator for kind, _weight in kinds if kind.credit is not None))
        self._by_tag: dict[tuple[str, str], _Sum] = {}
        for kind, weight in kinds:
            units = self._units(kind.credit)
            for tag in (("topic", kind.topic), ("idea", kind.idea), ("who", kind.who)):
                self._by_tag.setdefault(tag, _Sum()).add(weight, units, kind.verdict)

    def _units(self, credit: Fraction | None) -> int | None:
        return None if credit is None else int(credit * self.scale)

    def of(self, chosen: Mapping[str, Any]) -> _Sum:
        """Return the sum over the items that a measure chooses: by one tag, by name (`items`), or all of them."""
        if len(chosen) == 1 and "items" not in chosen:
            return self._by_tag.get(next(iter(chosen.items())), _Sum())
        total = _Sum()
        for one in self.credits:
            if _chosen(one, chosen):
                total.add(one.item.weight, self._units(one.credit), one.verdict)
        return total


def chooses(measure: Measure, credit: Credit) -> bool:
    """Return whether a measure of weights (share, points, lost) counts an item."""
    return measure.kind in WEIGHED and _chosen(credit, measure.of)


def _chosen(credit: Credit, chosen: Mapping[str, Any]) -> bool:
    wanted = dict(chosen)
    items = wanted.pop("items", None)
    tags = all(getattr(credit.item, tag) == value for tag, value in wanted.items())
    return tags and (items is None or credit.item.id in items)


def _read(measure: Measure, case: Case, sums: _Sums, readings: Readings) -> Reading:
    if measure.kind in WEIGHED:
        return _weighed(measure, sums)
    if measure.kind == "mix":
        return _mix(measure, readings)
    return Reading(measure, _VALUES[measure.kind](measure.of, _Sources(measure.key, case, readings)))


def _weighed(measure: Measure, sums: _Sums) -> Reading:
    total = sums.of(measure.of)
    earned = Fraction(total.earned, sums.scale)
    value = None
    if total.base:
        value = {"share": earned * 100 / total.base, "points": earned, "lost": total.base - earned}[measure.kind]
    return Reading(measure, value, earned, total.base, total.left_out, total.waiting)


def _mix(measure: Measure, readings: Readings) -> Reading:
    parts = [(readings[key], weight) for key, weight in measure.of.items()]
    known = [(part.value, weight) for part, weight in parts if part.value is not None]
    value = sum((value * weight for value, weight in known), Fraction(0)) / sum(w for _, w in known) if known else None
    return Reading(
        measure,
        value,
        sum((part.earned for part, _ in parts), Fraction(0)),
        sum(part.base for part, _ in parts),
        sum(part.left_out for part, _ in parts),
        sum(part.waiting for part, _ in parts),
    )


@dataclass(frozen=True, slots=True)
class _Sources:
    key: str
    case: Case
    readings: Readings

    def known(self, keys: Sequence[str]) -> list[Fraction]:
        return [value for key in keys if (value := self.readings[key].value) is not None]


def _sum(of: Mapping[str, Any], sources: _Sources) -> Fraction | None:
    values = [(sources.readings[key].value, Fraction(factor)) for key, factor in of.items()]
    known = [value * factor for value, factor in values if value is not None]
    return sum(known, Fraction(0)) if len(known) == len(values) else None


def _grade(of: Sequence[Any], sources: _Sources) -> Fraction | None:
    values = values_of(sources.readings)
    return next((Fraction(step.level) for step in of if holds(step.when, values)), None)


def _count(of: Mapping[str, Any], sources: _Sources) -> Fraction:
    return Fraction(sum(_matches(of, finding) for finding in sources.case.findings))


def _before(of: str, sources: _Sources) -> Fraction | None:
    previous: Previous | None = sources.case.previous
    if previous is None:
        return None
    if of == "level":
        return None if previous.level is None else Fraction(previous.level)
    return previous.measures.get(of)


_VALUES: dict[str, Callable[[Any, _Sources], Fraction | None]] = {
    "value": lambda _of, sources: sources.case.values.get(sources.key),
    "sum": _sum,
    "highest": lambda of, sources: max(sources.known(of), default=None),
    "lowest": lambda of, sources: min(sources.known(of), default=None),
    "grade": _grade,
    "count": _count,
    "short": lambda of, sources: Fraction(len(short_of_data(of, sources.readings))),
    "previous": _before,
}


def _matches(wanted: Mapping[str, Any], finding: Finding) -> bool:
    severity, entry = finding
    if entry.status == "rejected":
        return False
    facts = {"severity": severity, "status": entry.status, "open": entry.open}
    return all(facts[key] == value for key, value in wanted.items())


def short_of_data(watched: Mapping[str, Any], readings: Readings) -> list[str]:
    """Return which of the watched measures have too much weight 不适用 or 未能检查 to stand on."""
    return [
        key
        for key in watched["of"]
        if (reading := readings[key]).asked
        and reading.left_out * 100 > watched["over"] * (reading.asked + reading.waiting)
    ]


def influence(scheme: Scheme, readings: Readings, *, full_base: bool = False) -> dict[str, Fraction]:
    """Return by how much the total moves when a measure that it rests on moves by one.

    It is followed down through mixes and sums. On the full base a share that was asked counts even if nothing of it
    could be judged.
    """
    shares: dict[str, Fraction] = {}
    pending = [(scheme.total, Fraction(1))]
    while pending:
        key, factor = pending.pop()
        measure = scheme.measures[key]
        if measure.kind == "sum":
            pending.extend((part, factor * Fraction(weight)) for part, weight in measure.of.items())
            continue
        mix = measure.mix
        if mix is None:
            shares[key] = shares.get(key, Fraction(0)) + factor
            continue
        known = {
            part: weight
            for part, weight in mix.items()
            if readings[part].value is not None or (full_base and readings[part].asked)
        }
        whole = sum(known.values())
        pending.extend((part, factor * weight / whole) for part, weight in known.items())
    return shares
