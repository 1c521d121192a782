"""A mystery visit on the stage: a hall visited in the morning, told in the afternoon."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.visiting import Visiting
from inspector.inspection.answer import Verdict
from inspector.inspection.hall import Inspector
from inspector.inspection.inspection import Head
from inspector.inspection.visit import Mark, Visit
from inspector.ui.pages.retelling import RetellingPage
from tests.ui.pages.staging import QINGSHI, Clock
from tests.vault.pictures import taken

SHOPPER = Inspector("M-07", "不该出现的名字")
HALL = replace(QINGSHI, hours="8:30–17:30", operator="SGCC")
MORNING = datetime.fromisoformat("2026-03-05T10:20:05+08:00")
AFTER = {"T0": 0, "T1": 33, "T2": 65, "T3": 827, "T4": 835, "T5": 865, "T6": 907, "T7": 1096, "T8": 1435}


def clock_of(desk: Desk) -> Clock:
    assert isinstance(desk.clock, Clock)
    return desk.clock


def visited(desk: Desk, form: str = "s08-elderly-cash", leave_out: tuple[str, ...] = ()) -> Inspecting:
    """A visit pressed in the hall from 10:20:05 on, and not told yet; it is 14:32."""
    clock_of(desk).set("2026-03-05T10:00:00")
    inspecting = desk.start(form, Head(HALL, inspectors=(SHOPPER,), no_conflict=True))
    visit = Visiting(inspecting).visit
    for key, seconds in AFTER.items():
        if key not in leave_out:
            mark = Mark(key, MORNING + timedelta(seconds=seconds), seconds * 1000, "b1")
            visit = visit.with_mark(mark)
    inspecting.set_visit(visit, "pressed")
    clock_of(desk).set("2026-03-05T14:32:00")
    return inspecting


def visit_of(inspecting: Inspecting) -> Visit:
    visit = inspecting.inspection.head.visit
    assert visit is not None
    return visit


def rule(page: RetellingPage, name: str) -> tuple[str, str]:
    found = next(row.ruling for row in page.frame.validity.rows if row.ruling.rule == name)
    return found.state, found.why


def tell_all(inspecting: Inspecting) -> None:
    for item in inspecting.inspection.asked_items:
        if inspecting.inspection.verdict(item.id) is None:
            inspecting.judge(item.id, Verdict.CONFORM)


def stored(desk: Desk, inspecting: Inspecting) -> Inspecting:
    """The visit as the data file holds it."""
    return desk.open(inspecting.inspection.id)


def phone_folder(folder: Path, *moments: str) -> Path:
    """A folder of a phone whose photos were taken at these moments of its own clock."""
    phone = folder / "DCIM"
    phone.mkdir()
    for place, moment in enumerate(moments):
        content = taken(f"2026:03:{moment}") + bytes([place])  # no two files alike
        (phone / f"IMG_{place}.jpg").write_bytes(content)
    return phone
