"""From an inspection to exact figures: credits of items, shares of topics, mixes of ideas and the total."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple

from inspector.form.form import Item
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection
from inspector.inspection.register import Entry, fatals, majors, status_of
from inspector.rating.scheme import Measure, Scheme

HUNDRED = Fraction(100)


class Credit(NamedTuple):
    """What one asked item brings: its verdict and the share of its weight it earns (None: not judged)."""

    item: Item
    verdict: Verdict | None
    credit: Fraction | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure's value (percent or a count), and for shares the weights behind it.

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


def credits_of(inspection: Inspection, scheme: Scheme) -> list[Credit]:
    """Return the scored items that are asked, each with its credit."""
    found = []
    for item in inspection.asked_items:
        if item.weight:
            verdict = inspection.verdict(item.id)
            judged = verdict is not None and verdict.judged
            found.append(Credit(item, verdict, scheme.credits[verdict] if verdict and judged else None))
    return found


def findings_of(inspection: Inspection, register: Iterable[Entry]) -> list[tuple[str, Entry]]:
    """Return (severity, register entry) of every finding that vetoes or caps."""
    entries = tuple(register)
    pairs = [("fatal", item) for item in fatals(inspection)] + [("major", item) for item in majors(inspection)]
    return [(severity, status_of(entries, inspection.id, item)) for severity, item in pairs]


def read(scheme: Scheme, credits: list[Credit], findings: list[tuple[str, Entry]]) -> Readings:
    """Compute every measure of a scheme, in the order in which they rest on each other."""
    by_tag = _sums(credits, scheme)
    readings: Readings = {}
    for measure in scheme.measures.values():
        readings[measure.key] = _read(measure, by_tag, findings, readings)
    return readings


@dataclass(slots=True)
class _Sum:
    earned: int = 0
    base: int = 0
    left_out: int = 0
    waiting: int = 0

    def add(self, other: "_Sum") -> None:
        self.earned += other.earned
        self.base += other.base
        self.left_out += other.left_out
        self.waiting += other.waiting


def _sums(credits: list[Credit], scheme: Scheme) -> Mapping[tuple[str, str], tuple[_Sum, int]]:
    """Add up weights by topic and by idea in whole numbers (a Fraction an item would cost a live star its 5 ms)."""
    scale = lcm(*(credit.denominator for credit in scheme.credits.values()))
    units = {verdict: int(credit * scale) for verdict, credit in scheme.credits.items()}
    pairs: dict[tuple[str, str], _Sum] = {}
    for item, verdict, credit in credits:
        tags = item.topic, item.idea
        if (total := pairs.get(tags)) is None:
            total = pairs[tags] = _Sum()
        if verdict is None:
            total.waiting += item.weight
        elif credit is None:
            total.left_out += item.weight
        else:
            total.earned += item.weight * units[verdict]
            total.base += item.weight
    sums: dict[tuple[str, str], _Sum] = {}
    for (topic, idea), total in pairs.items():
        sums.setdefault(("topic", topic), _Sum()).add(total)
        sums.setdefault(("idea", idea), _Sum()).add(total)
    return {tag: (total, scale) for tag, total in sums.items()}


def _read(
    measure: Measure,
    sums: Mapping[tuple[str, str], tuple[_Sum, int]],
    findings: list[tuple[str, Entry]],
    readings: Readings,
) -> Reading:
    if measure.share is not None:
        return _share(measure, sums)
    if measure.mix is not None:
        return _mix(measure, readings)
    if measure.count is not None:
        return Reading(measure, Fraction(sum(_matches(measure.count, *finding) for finding in findings)))
    return Reading(measure, Fraction(len(short_of_data(measure, readings))))


def _share(measure: Measure, sums: Mapping[tuple[str, str], tuple[_Sum, int]]) -> Reading:
    tag = next(iter((measure.share or {}).items()))
    total, scale = sums.get(tag, (_Sum(), 1))
    earned = Fraction(total.earned, scale)
    value = earned * 100 / total.base if total.base else None
    return Reading(measure, value, earned, total.base, total.left_out, total.waiting)


def _mix(measure: Measure, readings: Readings) -> Reading:
    parts = [(readings[key], weight) for key, weight in (measure.mix or {}).items()]
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


def _matches(wanted: Mapping[str, Any], severity: str, entry: Entry) -> bool:
    if entry.status == "rejected":
        return False
    facts = {"severity": severity, "status": entry.status, "open": entry.open}
    return all(facts[key] == value for key, value in wanted.items())


def short_of_data(measure: Measure, readings: Readings) -> list[str]:
    """Return which of the watched measures have too much weight 不适用 or 未能检查 to stand on."""
    watched = measure.short or {}
    return [
        key
        for key in watched.get("of", ())
        if (reading := readings[key]).asked
        and reading.left_out * 100 > watched["over"] * (reading.asked + reading.waiting)
    ]


def influence(scheme: Scheme, readings: Readings, *, full_base: bool = False) -> dict[str, Fraction]:
    """Return by how many points of the total one percent point of each share moves it.

    On the full base a share that was asked counts even if nothing of it could be judged.
    """
    shares: dict[str, Fraction] = {}
    pending = [(scheme.total, Fraction(1))]
    while pending:
        key, factor = pending.pop()
        mix = scheme.measures[key].mix
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
