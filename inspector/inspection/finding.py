"""Findings (问题): what must be put right, by when; and the small things mendable on the spot (立查立改)."""

from dataclasses import dataclass
from datetime import date, timedelta

from inspector.form.form import Item
from inspector.inspection.answer import Photo, Verdict
from inspector.inspection.deadline import OFFICIAL, Calendar
from inspector.inspection.inspection import Inspection

# Deadlines by severity in working days, and in calendar days for works (domain reference 8.2, our proposal).
WORKING_DAYS = {"fatal": 5, "major": 10, "minor": 5}
FACILITY_DAYS = 30
BUILDING_DAYS = 90
ORDER = ("fatal", "major", "minor", "info")
QUICK_EFFORT_DAYS = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: the item, how severe, what was seen, what to do, by when (None: next cycle)."""

    number: int
    item: Item
    severity: str
    verdict: Verdict
    fact: str
    photos: tuple[Photo, ...]
    deadline: date | None
    quick: bool


def findings(inspection: Inspection, calendar: Calendar = OFFICIAL) -> list[Finding]:
    """Return the findings of an inspection, most severe first, in walking order within; quick fixes at the end."""
    drafts = [found for item in inspection.recorded_items if (found := _finding(inspection, item, calendar))]
    drafts.sort(key=lambda found: (found.quick, ORDER.index(found.severity)))
    return [_numbered(found, number) for number, found in enumerate(drafts, 1)]


def written(found: list[Finding]) -> list[Finding]:
    """Return the findings that need a written rectification."""
    return [one for one in found if not one.quick]


def _numbered(found: Finding, number: int) -> Finding:
    return Finding(
        number, found.item, found.severity, found.verdict, found.fact, found.photos, found.deadline, found.quick
    )


def _finding(inspection: Inspection, item: Item, calendar: Calendar) -> Finding | None:
    verdict, answer = inspection.verdict(item.id), inspection.answer(item.id)
    if verdict not in {Verdict.FAIL, Verdict.PARTLY}:
        return None
    severity = inspection.severity(item)
    wanted = verdict is Verdict.FAIL or severity in {"major", "fatal"} or answer.follow_up
    small = severity in {"minor", "info"} and (answer.mended or item.effort <= QUICK_EFFORT_DAYS)
    quick = not answer.follow_up and (small or not wanted)
    start = (inspection.finished_at or inspection.started_at).date()
    return Finding(
        number=0,
        item=item,
        severity=severity,
        verdict=verdict,
        fact=_fact(inspection, item),
        photos=answer.photos,
        deadline=deadline(severity, item.effort, start, calendar),
        quick=quick,
    )


def _fact(inspection: Inspection, item: Item) -> str:
    answer = inspection.answer(item.id)
    ticked = [worse.label.zh for worse in item.worse_if if worse.tick and worse.tick in answer.ticks]
    stated = "；".join([*ticked, answer.note.strip()] if answer.note.strip() else ticked)
    judged = item.judge.get("fail" if inspection.verdict(item.id) is Verdict.FAIL else "partly")
    return stated or (judged.zh if judged else "")


def deadline(severity: str, effort: int, start: date, calendar: Calendar = OFFICIAL) -> date | None:
    """Return the last day for putting a finding right: working days by severity, longer where works are needed."""
    if severity not in WORKING_DAYS:
        return None
    due = calendar.add(start, WORKING_DAYS[severity])
    if severity == "minor" and effort > WORKING_DAYS["minor"]:
        days = FACILITY_DAYS if effort <= FACILITY_DAYS else BUILDING_DAYS
        due = max(due, start + timedelta(days=days))
    return due
