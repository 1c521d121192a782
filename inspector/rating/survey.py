"""What customers said of a hall (问卷): figures of their own, in no star."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from inspector.form.form import Item, PartKind
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection

FEW = 30  # our own figure: below it a single customer moves a share by more than three points


@dataclass(frozen=True)
class Asked:
    """One question over all sheets: how many found it good, fair or poor, and the mean where it asks for a figure."""

    item: Item
    counts: Mapping[Verdict, int]
    mean: Fraction | None = None

    @property
    def answers(self) -> int:
        """Return how many answered it; who could not say is not among them."""
        return sum(self.counts.values())

    @property
    def satisfied(self) -> Fraction | None:
        """Return the share of those who found it good, in percent; None without answers."""
        return Fraction(100 * self.counts[Verdict.CONFORM], self.answers) if self.answers else None


@dataclass(frozen=True)
class Survey:
    """The sheets of a hall within the window, question by question."""

    sheets: int
    asked: tuple[Asked, ...]

    @property
    def satisfied(self) -> Fraction | None:
        """Return the share of good answers over all questions that judge, in percent; None without any."""
        answers = sum(one.answers for one in self.asked)
        good = sum(one.counts[Verdict.CONFORM] for one in self.asked)
        return Fraction(100 * good, answers) if answers else None

    @property
    def few(self) -> bool:
        """Return whether there are too few sheets to say more than that somebody said so."""
        return self.sheets < FEW


def survey_of(sheets: Sequence[Inspection]) -> Survey | None:
    """Return the figures of finished surveys; None without any.

    Questions that judge nothing (weight 0) are no part of them; a question is told as the latest form asks it.
    """
    items: dict[str, Item] = {}
    for sheet in sheets:
        items |= {item.id: item for item in sheet.asked_items if item.weight}
    if not sheets:
        return None
    return Survey(len(sheets), tuple(_asked(item, sheets) for item in items.values()))


def _asked(item: Item, sheets: Sequence[Inspection]) -> Asked:
    verdicts = [sheet.verdict(item.id) for sheet in sheets if sheet.asked(item.id)]
    counts = {each: verdicts.count(each) for each in (Verdict.CONFORM, Verdict.PARTLY, Verdict.FAIL)}
    keys = [part.key for part in item.parts if part.kind is PartKind.NUMBER]
    values = [
        Fraction(sample.value)
        for sheet in sheets
        for key in keys
        for sample in sheet.answer(item.id).parts.get(key, ())
        if sample.value is not None
    ]
    return Asked(item, counts, sum(values, Fraction(0)) / len(values) if values else None)
