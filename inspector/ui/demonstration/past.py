"""What was before the demonstration begins: halls, inspectors, and a few finished audits of fictional halls."""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone

from inspector.actions.desk import Desk
from inspector.actions.steady import Steady
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.hall import Hall, Inspector
from inspector.inspection.inspection import Head

ZONE = timezone(timedelta(hours=8))
BEGIN = datetime(2026, 3, 5, 9, 12, tzinfo=ZONE)
ME = Inspector("DC-001", "周敏", "临江供电公司服务督查组")
SECOND = Inspector("DC-004", "陈立新", "临江供电公司服务督查组")
FORM = "hall-open-audit"


class StoryClock:
    """A clock that goes when it is told to."""

    def __init__(self, at: datetime = BEGIN) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Return the moment of the story."""
        return self.at

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)

    def steady(self) -> Steady:
        """Return the clock that nobody sets, which agrees with the other one in this story."""
        return Steady((self.at - LAST_YEAR) // timedelta(milliseconds=1), "story")


def hall(code: str, name: str, address: str, hall_class: str = "B", area: str = "urban") -> Hall:
    """Make a fictional hall of the fictional city."""
    facts = {"has_counter": True, "cash_counter": True, "has_queue_machine": True, "has_screen": True}
    return Hall(
        code, f"{name}供电营业厅", hall_class, "SGCC", "临江供电公司", "临江市", "滨江区", address, area,
        hours="8:30–17:30", phone="95598", facts={**facts, "has_ramp": True, "has_cctv": True},
    )  # fmt: skip


HALL = hall("LJ-001", "滨江", "江月路 18 号", "A")
OTHERS = (
    hall("LJ-002", "青石桥", "青石桥街 6 号"),
    hall("LJ-003", "南湖", "南湖路 101 号"),
    hall("LJ-004", "云溪", "云溪镇中街 2 号", "C", "rural"),
    hall("LJ-005", "白鹭洲", "洲头路 77 号"),
    hall("LJ-006", "柳塘", "柳塘乡政府路 9 号", "C", "rural"),
)
LAST_YEAR = datetime(2025, 9, 18, 9, 0, tzinfo=ZONE)
LAST_NOTES = {
    "AC-13": "台面高 920 mm，高出上限 70 mm。",
    "SG-12": "公示仍为 2011 年版。",
    "FS-03": "一具灭火器压力在红区。",
    "EN-15": "洗手间无纸、无皂液。",
    "ET-29": "高峰无引导员。",
}
BEFORE: Mapping[str, tuple[datetime, tuple[str, ...]]] = {
    "LJ-004": (datetime(2026, 3, 3, 9, 0, tzinfo=ZONE), ("SG-38", "EN-07")),
    "LJ-005": (datetime(2026, 3, 2, 9, 0, tzinfo=ZONE), ("SG-23", "AC-14", "EN-03", "SG-15")),
    "LJ-006": (datetime(2026, 2, 27, 14, 0, tzinfo=ZONE), ("SG-08", "AC-13", "FS-05", "EL-05", "ET-09", "EN-02")),
}


def set_up(desk: Desk, clock: StoryClock) -> None:
    """Fill the desk with people, places and what was audited before."""
    desk.set("inspector", ME.code)
    desk.set("organisation", "临江供电公司")
    for person in (ME, SECOND):
        desk.keep_inspector(person)
    desk.keep_halls([HALL, *OTHERS])
    _audited(desk, clock, HALL, LAST_YEAR, LAST_NOTES)
    for one in OTHERS:
        if one.code in BEFORE:
            at, failed = BEFORE[one.code]
            _audited(desk, clock, one, at, dict.fromkeys(failed, "现场所见与评判标准不符。"))
    clock.at = BEGIN


def _audited(desk: Desk, clock: StoryClock, at_hall: Hall, at: datetime, failed: Mapping[str, str]) -> None:
    clock.at = at
    inspecting = desk.start(FORM, Head(at_hall, "open", (ME,), no_conflict=True))
    for item in inspecting.inspection.asked_items:
        clock.forward(60)
        if item.id in failed:
            inspecting.put(item.id, Answer(Verdict.FAIL, note=failed[item.id]))
        else:
            inspecting.put(item.id, Answer(Verdict.CONFORM))
    inspecting.finish()
