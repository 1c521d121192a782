"""What the rail shows of every section, counted from the inspection as it stands."""

from dataclasses import dataclass

from inspector.form.form import Item, Section
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection
from inspector.inspection.progress import Count, missing_photo


@dataclass(frozen=True, slots=True)
class Tally:
    """Items asked, answered, failed, owing a photo and flagged, of one section."""

    asked: int = 0
    answered: int = 0
    failed: int = 0
    owed: int = 0
    flagged: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.asked + other.asked,
            self.answered + other.answered,
            self.failed + other.failed,
            self.owed + other.owed,
            self.flagged + other.flagged,
        )

    @property
    def count(self) -> Count:
        """Return asked, answered and failed."""
        return Count(self.asked, self.answered, self.failed)


FAILED, OWED, FLAGGED = "failed", "owed", "flagged"


def tally(inspection: Inspection, section: Section) -> Tally:
    """Count one section."""
    unasked, answers = inspection.unasked, inspection.answers
    asked = [item for item in section.items if item.id not in unasked]
    recorded = [item for item in asked if item.id in answers]
    verdicts = [inspection.verdict(item.id) for item in recorded]
    return Tally(
        asked=len(asked),
        answered=len(verdicts) - verdicts.count(None),
        failed=verdicts.count(Verdict.FAIL),
        owed=sum(missing_photo(inspection, item) for item in recorded),
        flagged=sum(inspection.answer(item.id).flagged for item in recorded),
    )


def belongs(inspection: Inspection, item: Item, kind: str) -> bool:
    """Return whether an item is among the failed, those owing a photo, or the flagged."""
    if not inspection.asked(item.id):
        return False
    if kind == FAILED:
        return inspection.verdict(item.id) is Verdict.FAIL
    if kind == OWED:
        return missing_photo(inspection, item)
    return inspection.answer(item.id).flagged


def first_of(inspection: Inspection, kind: str, after: str) -> str | None:
    """Return the next such item, walking on from an item and round once."""
    order = inspection.form.order
    start = order.index(after) + 1 if after in order else 0
    items = inspection.form.items
    return next((one for one in order[start:] + order[:start] if belongs(inspection, items[one], kind)), None)
