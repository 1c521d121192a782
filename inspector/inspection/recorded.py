"""The value recorded for a part of an item, exact, as a rating reads it."""

from collections.abc import Sequence
from fractions import Fraction

from inspector.form.form import Item, Part, PartKind
from inspector.inspection.answer import Sample
from inspector.inspection.inspection import Inspection
from inspector.inspection.judging import picked


def recorded_value(inspection: Inspection, item: str, part: str = "") -> Fraction | None:
    """Return the mean of a part's figures (a ratio's in percent), or the points of the option chosen.

    None when nothing is recorded, or the item is not asked or was left out. The only part of an item need not be named.
    """
    blank = inspection.form.items.get(item)
    if blank is None or not inspection.asked(item):
        return None
    answer, wanted = inspection.answer(item), _part(blank, part)
    left_out = answer.verdict is not None and not answer.verdict.judged
    return None if left_out or wanted is None else _value(wanted, answer.parts.get(wanted.key, ()))


def _part(item: Item, key: str) -> Part | None:
    if not key:
        return item.parts[0] if len(item.parts) == 1 else None
    return next((part for part in item.parts if part.key == key), None)


def _value(part: Part, samples: Sequence[Sample]) -> Fraction | None:
    if part.kind is PartKind.CHOICE:
        choice = picked(part, samples)
        return None if choice is None or choice.points is None else Fraction(choice.points)
    figures = [figure for sample in samples if (figure := _figure(sample)) is not None] if part.kind.measured else []
    return sum(figures, Fraction(0)) / len(figures) if figures else None


def _figure(sample: Sample) -> Fraction | None:
    """Return the figure of a sample without the rounding of decimals: the value, or n of N in percent."""
    if sample.value is None:
        return None
    if sample.of is None:
        return Fraction(sample.value)
    return Fraction(sample.value) * 100 / Fraction(sample.of) if sample.of else None
