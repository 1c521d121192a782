"""The times of a visit beside what judges them: single limits, averages kept apart, benchmarks that are only shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from inspector.form.form import Item, Part, PartKind
from inspector.form.limits import SECONDS, Limit
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection
from inspector.inspection.judging import judge_part

EACH, MEAN = "each", "mean"
PASS, OUTER, BENCHMARK = "pass", "outer", "benchmark"


@dataclass(frozen=True, slots=True)
class Bound:
    """A line beside a time, in seconds; `scored` says whether this single time is judged by it."""

    role: str
    seconds: Decimal
    scored: bool
    statistic: str = EACH
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Duration:
    """One kind of time as recorded for its item, in seconds; it has no values while it was not taken."""

    item: Item
    part: Part
    values: tuple[Decimal, ...]
    verdict: Verdict | None
    bounds: tuple[Bound, ...]

    @property
    def seconds(self) -> Decimal | None:
        """Return the first value; None while it was not taken."""
        return self.values[0] if self.values else None

    @property
    def judged(self) -> bool:
        """Whether some line judges it, rather than being shown beside it."""
        return any(bound.scored for bound in self.bounds)

    @property
    def limit(self) -> Bound | None:
        """Return the line up to which it passes."""
        return next((bound for bound in self.bounds if bound.scored and bound.role == PASS), None)

    @property
    def promised(self) -> Bound | None:
        """Return the line of the average of many visits, which judges no single one."""
        return next((one for one in self.bounds if one.role == PASS and one.statistic == MEAN and not one.scored), None)


def times(inspection: Inspection) -> list[Duration]:
    """Return the times that the asked items want, in walking order."""
    return [
        _duration(inspection, item, part)
        for item in inspection.asked_items
        for part in item.parts
        if part.kind is PartKind.TIMER
    ]


def durations(inspection: Inspection) -> list[Duration]:
    """Return those of the times that lie between two moments."""
    return [one for one in times(inspection) if one.part.between]


def average(found: Iterable[Duration]) -> Fraction | None:
    """Return the exact average of all values; None without any."""
    values = [Fraction(value) for one in found for value in one.values]
    return sum(values, Fraction(0)) / len(values) if values else None


def _duration(inspection: Inspection, item: Item, part: Part) -> Duration:
    samples = inspection.answer(item.id).parts.get(part.key, ())
    values = tuple(sample.value for sample in samples if sample.value is not None)
    verdict = judge_part(part, samples, inspection.band(part))
    return Duration(item, part, values, verdict, tuple(_bounds(inspection, part)))


def _bounds(inspection: Inspection, part: Part) -> Iterator[Bound]:
    if not part.limit:
        yield from _own(inspection, part)
        return
    for role in (PASS, OUTER, BENCHMARK):
        if row := _row(inspection, part.limit, role):
            yield _bound(row, scored=role != BENCHMARK)
    # What is promised of the average of many visits stands beside the limit of a single one, under the sister key.
    sister = part.limit.removesuffix(f"_{EACH}") + f"_{MEAN}"
    if row := _row(inspection, sister, PASS):
        yield _bound(row, scored=False)


def _own(inspection: Inspection, part: Part) -> Iterator[Bound]:
    band = inspection.band(part)
    if band and band.passing.high is not None:
        yield Bound(PASS, band.passing.high, scored=True)
    if band and band.part and band.part.high is not None:
        yield Bound(OUTER, band.part.high, scored=True)


def _row(inspection: Inspection, key: str, role: str) -> Limit | None:
    hall = inspection.hall
    row = inspection.limits.find(key, role, hall.operator, hall.area, inspection.day)
    return row if row and row.unit in SECONDS else None


def _bound(row: Limit, scored: bool) -> Bound:
    return Bound(row.role, row.value * SECONDS[row.unit], scored, row.statistic, row.source, row.confidence)
