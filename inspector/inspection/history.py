"""What was found at the same hall the last time, for showing beside what is found now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from inspector.inspection.answer import EMPTY, Answer, Verdict


@dataclass(frozen=True)
class LastTime:
    """The latest finished inspection of the same hall: its day, kind, printed figures, verdicts and answers."""

    day: date
    kind: str
    level: int | None
    measures: Mapping[str, str]
    total: str
    verdicts: Mapping[str, str]
    answers: Mapping[str, Answer]

    def verdict(self, item: str) -> Verdict | None:
        """Return the verdict of an item then; None when it was not asked in that form."""
        key = self.verdicts.get(item)
        return Verdict(key) if key else None

    def answer(self, item: str) -> Answer:
        """Return the answer then."""
        return self.answers.get(item, EMPTY)
