"""What a rating rests on, and nothing else: credits of items, recorded figures, findings, the rating before."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection
from inspector.inspection.judging import worst
from inspector.inspection.recorded import recorded_value
from inspector.inspection.register import Entry, fatals, majors, status_of
from inspector.rating.heaps import Credit, Heaps
from inspector.rating.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Previous:
    """The rating before: when, which level (None: not rated), and its measures, exact."""

    at: str
    level: int | None
    measures: Mapping[str, Fraction] = field(default_factory=dict)


Finding = tuple[str, Entry]


@dataclass(frozen=True)
class Case:
    """Everything that decides a rating: the same case and scheme give the same star, anywhere.

    `refused` says why there can be no star whatever the figures are (a topic audit, too little evidence).
    """

    credits: Sequence[Credit]
    values: Mapping[str, Fraction | None] = field(default_factory=dict)
    findings: Sequence[Finding] = ()
    previous: Previous | None = None
    refused: str = ""

    @cached_property
    def heaps(self) -> Heaps:
        """Return the weights of the items by kind."""
        return Heaps(self.credits)

    @cached_property
    def place_of(self) -> dict[str, int]:
        """Return where each item stands among the credits."""
        return {one.item.id: place for place, one in enumerate(self.credits)}


NOTHING = Case(())


def case_of(
    inspections: Sequence[Inspection],
    scheme: Scheme,
    register: Iterable[Entry] = (),
    previous: Previous | None = None,
) -> Case:
    """Gather the case of one inspection, or of several that count together at a hall."""
    entries = tuple(register)
    credits = credits_of(inspections[0], scheme) if len(inspections) == 1 else _together(inspections, scheme)
    found = [finding for one in inspections for finding in findings_of(one, entries)]
    return Case(credits, _values(inspections, scheme), once_each(found), previous)


def followed(
    case: Case, inspection: Inspection, scheme: Scheme, changed: Collection[str], register: Iterable[Entry]
) -> Case:
    """Return the case after some answers on which no other item depends; only theirs are looked at anew."""
    entries, credits, pairs = tuple(register), list(case.credits), []
    for item in changed:
        place = case.place_of.get(item)
        if place is not None:
            old, verdict = credits[place], inspection.verdict(item)
            earned = scheme.credit(verdict, old.item.weight) if verdict else None
            credits[place] = Credit(old.item, verdict, earned)
            pairs.append((old, credits[place]))
    found = once_each(findings_of(inspection, entries))
    after = replace(case, credits=credits, values=_values([inspection], scheme), findings=found)
    vars(after).update(place_of=case.place_of, heaps=case.heaps.exchanged(pairs))
    return after


def credits_of(inspection: Inspection, scheme: Scheme) -> list[Credit]:
    """Return the scored items that are asked, each with its credit."""
    earned, verdict_of = _Earned(scheme), inspection.verdict
    verdicts = [(item, verdict_of(item.id)) for item in inspection.asked_items if item.weight]
    return [Credit(item, verdict, earned[verdict, item.weight] if verdict else None) for item, verdict in verdicts]


class _Earned(dict[tuple[Verdict, int], Fraction | None]):
    """What verdicts earn by weight, asked of the scheme once each: a form has 2,000 items, and a star is live."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self.scheme = scheme

    def __missing__(self, key: tuple[Verdict, int]) -> Fraction | None:
        self[key] = credit = self.scheme.credit(*key)
        return credit


def _together(inspections: Sequence[Inspection], scheme: Scheme) -> list[Credit]:
    """Join the credits of several inspections: per item the mean of those judged, weighted by the kind."""
    rows: dict[str, list[tuple[Credit, int]]] = {}
    for inspection in inspections:
        weight = scheme.kinds.get(inspection.head.kind, 0)
        for credit in credits_of(inspection, scheme):
            rows.setdefault(credit.item.id, []).append((credit, weight))
    return [_joined(row) for row in rows.values()]


def _joined(row: list[tuple[Credit, int]]) -> Credit:
    known = [(one.credit, weight) for one, weight in row if one.credit is not None and weight]
    first = row[0][0]
    if not known:
        said = next((one.verdict for one, _weight in row if one.verdict), None)
        return Credit(first.item, said, None)
    total = sum(weight for _credit, weight in known)
    mean = sum((credit * weight for credit, weight in known), Fraction(0)) / total
    judged = [one.verdict for one, _weight in row if one.verdict and one.verdict.judged]
    return Credit(first.item, worst(judged) if judged else first.verdict, mean)


def _values(inspections: Sequence[Inspection], scheme: Scheme) -> dict[str, Fraction | None]:
    """Return the recorded figure of every measure of kind `value`, the mean where several inspections hold one."""
    found: dict[str, Fraction | None] = {}
    for measure in scheme.measures.values():
        if measure.kind == "value":
            item, part = measure.of["item"], measure.of.get("part", "")
            values = [value for one in inspections if (value := recorded_value(one, item, part)) is not None]
            found[measure.key] = sum(values, Fraction(0)) / len(values) if values else None
    return found


def findings_of(inspection: Inspection, register: Iterable[Entry]) -> list[Finding]:
    """Return (severity, register entry) of every finding that vetoes or caps."""
    entries = tuple(register)
    pairs = [("fatal", item) for item in fatals(inspection)] + [("major", item) for item in majors(inspection)]
    return [(severity, status_of(entries, inspection.id, item)) for severity, item in pairs]


GRAVITY = ("rejected", "candidate", "confirmed")


def once_each(found: Iterable[Finding]) -> list[Finding]:
    """Count a failure of one item at one hall once, however often it was met: the gravest that is known of it."""
    kept: dict[tuple[str, str], Finding] = {}
    for severity, entry in found:
        other = kept.get((severity, entry.item))
        if other is None or _grave(entry) > _grave(other[1]):
            kept[severity, entry.item] = (severity, entry)
    return list(kept.values())


def _grave(entry: Entry) -> tuple[int, bool]:
    return GRAVITY.index(entry.status), entry.open
