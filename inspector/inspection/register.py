"""The register of facts that outlive an inspection: red lines and open majors, candidates until confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from inspector.form.conditions import Condition
from inspector.form.form import Form, Item, RedLine
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection

STATUSES = ("candidate", "confirmed", "rejected")
# What a person may do about a finding, and how it then stands: status and open, None where the act leaves them.
ACTS: dict[str, tuple[str | None, bool | None]] = {
    "confirm": ("confirmed", None),
    "reject": ("rejected", False),
    "close": (None, False),
    "reopen": (None, True),
}

# What only somebody may do who did not take part in the inspection.
SECOND_PERSON = ("confirm", "reject")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one finding beyond its inspection."""

    inspection: str
    item: str
    status: str = "candidate"
    open: bool = True


@dataclass(frozen=True, slots=True)
class Crossing:
    """A red line that may have been crossed: which, through which items, and what was noted of it."""

    line: RedLine
    items: tuple[str, ...]
    note: str


def after(entry: Entry, act: str) -> Entry:
    """Return how a finding stands after an act; one that was rejected and is reopened has to be confirmed anew."""
    status, is_open = ACTS[act]
    if act == "reopen" and entry.status == "rejected":
        status = "candidate"
    return replace(entry, status=status or entry.status, open=entry.open if is_open is None else is_open)


def possible(entry: Entry) -> tuple[str, ...]:
    """Return the acts that make sense for a finding as it stands, the next step first."""
    second = SECOND_PERSON if entry.status == "candidate" else ()
    return (*second, "close" if entry.open else "reopen")


def crossings(inspection: Inspection) -> list[Crossing]:
    """Return the red lines that answers imply or that were noted directly."""
    found = []
    for line in inspection.form.red_lines:
        told = (condition for condition in line.implied_by if _told_of(condition, inspection.form))
        holding = [condition for condition in told if condition.holds(inspection) is True]
        noted = inspection.answer(line.id)
        if holding or noted.verdict is Verdict.FAIL:
            items = tuple(dict.fromkeys(item for condition in holding for item in condition.items()))
            found.append(Crossing(line, items, noted.note))
    return found


def _told_of(condition: Condition, form: Form) -> bool:
    """Return whether a condition can tell anything of a form: red lines are shared, and name items of other forms."""
    read = set(condition.items())
    return not read or not read.isdisjoint(form.items)


def fatals(inspection: Inspection) -> list[str]:
    """Return the ids that veto as candidates: failed items of fatal severity and red lines noted by themselves."""
    ids = [item.id for item in inspection.failed_items if inspection.severity(item) == "fatal"]
    for crossing in crossings(inspection):
        if not set(crossing.items) & set(ids):
            ids.append(crossing.line.id)
    return ids


def majors(inspection: Inspection) -> list[str]:
    """Return the failed items of major severity; of two that judge the same fact only the first."""
    ids: list[str] = []
    for item in inspection.failed_items:
        if inspection.severity(item) == "major" and not _twin_of(inspection, item, ids):
            ids.append(item.id)
    return ids


def status_of(entries: Iterable[Entry], inspection: str, item: str) -> Entry:
    """Return what the register says of a finding; a finding it does not know is a candidate and open."""
    known = (entry for entry in entries if (entry.inspection, entry.item) == (inspection, item))
    return next(known, Entry(inspection, item))


def _twin_of(inspection: Inspection, item: Item, ids: list[str]) -> bool:
    items = inspection.form.items
    return item.same_fact in ids or any(items[earlier].same_fact == item.id for earlier in ids)
