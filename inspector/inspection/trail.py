"""The history of an inspection's changes: who made each, when, and where the laptop's clock is in doubt."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from inspector.inspection.change import Change

CLOSE = 5_000  # milliseconds by which two clocks may differ before it is worth a word


class Made(NamedTuple):
    """A change as the history holds it; `elapsed_ms` counts from when the inspection was opened that time."""

    change: Change
    elapsed_ms: int
    by_code: str


class Step(NamedTuple):
    """A change with what its clock says: `jump_ms` by which the wall clock ran ahead of (or behind) the other one."""

    made: Made
    back: bool
    jump_ms: int
    taken_back: bool


def steps(history: Iterable[Made]) -> list[Step]:
    """Return the history, the oldest first, with every doubt of the clock and what was taken back later.

    A sitting begins where the elapsed time begins anew; between two sittings only going back is a doubt.
    """
    made = list(history)
    undone = {one.change.undoes for one in made if one.change.undoes} - {
        one.change.redoes for one in made if one.change.redoes
    }
    return [Step(one, back, jump, one.change.seq in undone) for one, back, jump in _doubts(made)]


def _doubts(made: list[Made]) -> Iterator[tuple[Made, bool, int]]:
    before: Made | None = None
    for one in made:
        back, jump = False, 0
        if before is not None:
            wall = _milliseconds(before.change.at, one.change.at)
            back = wall < -CLOSE
            if one.elapsed_ms >= before.elapsed_ms and not back:
                drift = wall - (one.elapsed_ms - before.elapsed_ms)
                jump = drift if abs(drift) > CLOSE else 0
        yield one, back, jump
        before = one


def _milliseconds(begin: str, end: str) -> int:
    span = datetime.fromisoformat(end) - datetime.fromisoformat(begin)
    return round(span.total_seconds() * 1000)
