"""The mystery visits as a list shows them: how far each is, and whether a finished one counts."""

from typing import TYPE_CHECKING, NamedTuple

from inspector.inspection.validity import INVALID, VALID
from inspector.inspection.visit import Visit
from inspector.store.headers import Header

if TYPE_CHECKING:
    from inspector.actions.desk import Desk

AHEAD, UNDER_WAY, TO_TELL, TO_JUDGE, TO_READ, COUNTS, VOID = (
    "ahead", "under-way", "to-tell", "to-judge", "to-read", "counts", "void",
)  # fmt: skip


class Listed(NamedTuple):
    """One inspection of a mystery visit: its header, the visit, how far it is, and why it does not count (yet).

    A finished one is still to be judged: that opens it, and a list must not wait for it.
    """

    header: Header
    visit: Visit
    stage: str
    why: str = ""


def visits(desk: "Desk") -> list[Listed]:
    """Return every mystery visit that was not thrown away, the latest first."""
    known = desk.gate.visits.every()
    return [
        Listed(header, visit, _stage(header, visit))
        for header in desk.headers()
        if (visit := known.get(header.id)) is not None
    ]


def _stage(header: Header, visit: Visit) -> str:
    if header.status == "finished":
        return TO_JUDGE
    if header.ahead:
        return UNDER_WAY if visit.marks else AHEAD
    return TO_TELL


def judged(desk: "Desk", listed: Listed) -> Listed:
    """Return a finished visit with what the validity gate says of it."""
    found = desk.gate.judge(desk.open(listed.header.id))
    if found.state == VALID:
        return listed._replace(stage=COUNTS, why="")
    read = found.state == INVALID or bool(desk.gate.visits.readings(listed.header.id))
    return listed._replace(stage=VOID if read else TO_READ, why=found.why)
