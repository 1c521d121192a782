"""What the measures of a scheme can be: in which unit they count, and between which ends."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce
from typing import TypeVar

from inspector.rating.reach import ALL, Cut, Span, closed
from inspector.rating.scheme import UNITS, Measure

Known = TypeVar("Known")
Scale = list[int]


def units(measures: Mapping[str, Measure]) -> dict[str, str | None]:
    """Return the unit of every measure, None where it cannot be told."""

    def unit(measure: Measure, found: Mapping[str, str | None]) -> str | None:
        if measure.kind == "previous":
            return "level" if measure.of == "level" else found.get(measure.of)
        own = UNITS.get(measure.kind)
        return own or next((told for part in measure.rests_on if (told := found.get(part))), None)

    return _settled(measures, unit, None)


def spans(measures: Mapping[str, Measure], levels: Scale) -> dict[str, Span]:
    """Return between which ends every measure lies."""
    scale = closed(min(levels), max(levels)) if levels else ALL

    def span(measure: Measure, found: Mapping[str, Span]) -> Span:
        if measure.kind == "previous":
            return scale if measure.of == "level" else found.get(measure.of, ALL)
        if measure.kind == "sum":
            return _sum(measure, found)
        if measure.kind in {"mix", "highest", "lowest"}:
            parts = [found.get(part, ALL) for part in measure.rests_on]
            return reduce(lambda one, other: Span(min(one.low, other.low), max(one.high, other.high)), parts)
        return _own(measure)

    return _settled(measures, span, ALL)


def _own(measure: Measure) -> Span:
    """Return the span of a measure that does not rest on others, or only on whether they have data."""
    if measure.kind == "share":
        return closed(0, 100)
    if measure.kind == "grade":
        figures = [step.level for step in measure.of]
        return closed(min(figures), max(figures))
    if measure.kind == "short":
        return closed(0, len(measure.of["of"]))
    return ALL if measure.kind == "value" else closed(0, None)


def _sum(measure: Measure, found: Mapping[str, Span]) -> Span:
    total = closed(0, 0)
    for key, written in measure.of.items():
        factor, part = Fraction(written), found.get(key, ALL)
        low, high = (part.low, part.high) if factor > 0 else (part.high, part.low)
        total = Span(_added(total.low, low, factor, ALL.low), _added(total.high, high, factor, ALL.high))
    return total


def _added(total: Cut, end: Cut, factor: Fraction, open_end: Cut) -> Cut:
    if not isinstance(total[0], Fraction) or not isinstance(end[0], Fraction):
        return open_end
    return total[0] + end[0] * factor, total[1]


def _settled(
    measures: Mapping[str, Measure], of: Callable[[Measure, Mapping[str, Known]], Known], unknown: Known
) -> dict[str, Known]:
    """Work out something for every measure from those it rests on; what goes in circles stays unknown.

    A rating reads the rating before, which may read the one before it: there the way ends.
    """
    found: dict[str, Known] = {}
    waiting = dict(measures)
    while waiting:
        ready = [key for key, one in waiting.items() if not any(part in waiting for part in _read(one))]
        if not ready:
            memories = [key for key, one in waiting.items() if one.kind == "previous"]
            ended = memories or list(waiting)
            found.update(dict.fromkeys(ended, unknown))
            ready = []
            for key in ended:
                del waiting[key]
        for key in ready:
            found[key] = of(waiting.pop(key), found)
    return found


def _read(measure: Measure) -> tuple[str, ...]:
    return (measure.of,) if measure.kind == "previous" else measure.rests_on
