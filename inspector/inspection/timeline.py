"""Undo and redo over the whole inspection, rebuilt from the journal: taking a step back is itself a step forward."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from inspector.inspection.change import Change

TYPING_PAUSE_SECONDS = 5


@dataclass
class Timeline:
    """The steps that can be taken back and those that can be taken again.

    A step is one change, or a run of changes that typing in one field made (their first `before`, last `after`).
    """

    done: list[Change] = field(default_factory=list)
    undone: list[Change] = field(default_factory=list)

    @classmethod
    def replay(cls, journal: Iterable[Change]) -> "Timeline":
        """Rebuild the timeline from the journal, oldest change first."""
        timeline = cls()
        for change in journal:
            timeline.note(change)
        return timeline

    def note(self, change: Change) -> None:
        """Take in a change just made, be it a new step, an undo or a redo."""
        if change.undoes and self.done:
            self.undone.append(self.done.pop())
        elif change.redoes and self.undone:
            self.done.append(self.undone.pop())
        elif self.done and not self.undone and _same_typing(self.done[-1], change):
            run = replace(self.done.pop(), after=change.after, at=change.at, seq=change.seq)
            # Typing that ended where it began leaves nothing to take back.
            self.done.extend([run] if run.after != run.before else [])
        else:
            self.undone.clear()
            self.done.append(change)

    def back(self) -> Change | None:
        """Return the change that takes the last step back; None when there is none."""
        return self.done[-1].reversed() if self.done else None

    def forward(self) -> Change | None:
        """Return the change that takes the last undone step again; None when there is none."""
        return replace(self.undone[-1], undoes=0, redoes=self.undone[-1].seq, seq=0) if self.undone else None


def _same_typing(last: Change, new: Change) -> bool:
    if not new.field or (last.kind, last.key, last.field) != (new.kind, new.key, new.field):
        return False
    if last.after != new.before or not (last.at and new.at):
        return False
    pause = datetime.fromisoformat(new.at) - datetime.fromisoformat(last.at)
    return 0 <= pause.total_seconds() <= TYPING_PAUSE_SECONDS
