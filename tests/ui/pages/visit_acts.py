"""Mystery visits for the pages that list and plan them: planned, under way, left, sealed."""

from datetime import timedelta

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.planning import Plan, Planning
from inspector.actions.visiting import Visiting
from inspector.inspection.answer import Answer, Sample, Verdict
from inspector.inspection.hall import Hall

CASH, BILL, FAULT = "s08-elderly-cash", "s04-bill-enquiry", "s07-minor-fault"


def planned(
    desk: Desk, hall: Hall, form: str = CASH, code: str = "M-07", ahead: int = 0, beside: str = ""
) -> Inspecting:
    """Plan a visit from 9 to 17 o'clock, so many days ahead."""
    day = desk.clock() + timedelta(days=ahead)
    begin, end = (day.replace(hour=hour, minute=0, second=0, microsecond=0) for hour in (9, 17))
    return Planning(desk).start(Plan(hall, form, code, begin, end, no_conflict=True, beside=beside))


def pressed(inspecting: Inspecting, *keys: str) -> Inspecting:
    """Take moments one after the other."""
    for key in keys:
        Visiting(inspecting).press(key)
    return inspecting


def left(desk: Desk, hall: Hall, form: str = CASH, code: str = "M-07") -> Inspecting:
    """Make a whole visit."""
    inspecting = planned(desk, hall, form, code)
    scenario = inspecting.inspection.form.scenario
    return pressed(inspecting, *(scenario.marks if scenario else ()))


def sealed(desk: Desk, hall: Hall, form: str = CASH, code: str = "M-07", ticket: str = "A037") -> Inspecting:
    """Make a visit, tell and seal it: only the second reader is missing, and without a ticket every proof."""
    inspecting = left(desk, hall, form, code)
    visiting = Visiting(inspecting)
    visiting.leave()
    visiting.follow(True)
    for item in inspecting.inspection.asked_items:
        answer = inspecting.inspection.answer(item.id)
        verdict = inspecting.inspection.verdict(item.id) or Verdict.CONFORM
        inspecting.put(item.id, Answer(verdict, parts=answer.parts, note="见现场"))
    if ticket:
        inspecting.measure("MP-02", "number", (Sample(text=ticket),))
    inspecting.finish()
    return inspecting
