"""Three results beside each other: five stars, three by a floor although the total has four, none by a veto."""

from collections.abc import Callable, Mapping
from pathlib import Path

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Head
from inspector.ui.demonstration.hand import Hand
from inspector.ui.demonstration.past import FORM, HALL, ME, OTHERS, SECOND, StoryClock
from inspector.ui.demonstration.shots import Shots
from inspector.ui.main_window import MainWindow

FOLDER = "outcomes"
NOTE = "现场所见与评判标准不符。"
FIVE = {"SG-23": NOTE}
# How many minor items of a topic fail: all ideas stand over their floor of 70 but for one, and the total is over 80.
FLOOR = {"improvement": 4, "timing": 1, "accessibility": 10, "environment": 8, "signage": 8}
VETO, TICK, CONFIRMED = "FS-01", "exit_locked", "复看监控，营业时间后门确实上锁。"


def outcomes(desk: Desk, clock: StoryClock) -> dict[str, str]:
    """Audit three fictional halls; return the ids of the inspections by what becomes of them."""
    for person in (ME, SECOND):
        desk.keep_inspector(person)
    desk.keep_halls([HALL, *OTHERS])
    five = _audited(desk, clock, OTHERS[1], FIVE)
    floor = _audited(desk, clock, OTHERS[0], dict.fromkeys(_minor(desk), NOTE))
    veto = _audited(desk, clock, OTHERS[3], {VETO: "后门挂锁，钥匙不在现场。"})
    for found in desk.registering.findings():
        if found.entry.item == VETO:
            desk.registering.decide(found.entry, "confirm", SECOND, CONFIRMED)
    return {"five": five, "floor": floor, "veto": veto}


def shoot_outcomes(out: Path, build: Callable[[Desk], MainWindow], shots: Shots) -> None:
    """Take pictures of the three results and of what held the star back."""
    clock = StoryClock()
    desk = Desk.at(out / FOLDER, clock)
    ids = outcomes(desk, clock)
    window = build(desk)
    window.show()
    hand = Hand(window)
    for name, id_ in ids.items():
        window.show_page("result", id_)
        hand.settle()
        shots.take(window, f"20-result-{name}")
    window.close()
    window.deleteLater()
    hand.settle()
    desk.close()


def _minor(desk: Desk) -> list[str]:
    """Return the first minor items of each topic, as many as fail there."""
    found: list[str] = []
    for topic, count in FLOOR.items():
        items = desk.shelf.form(FORM).items.values()
        found += [one.id for one in items if one.topic == topic and one.severity == "minor" and one.weight][:count]
    return found


def _audited(desk: Desk, clock: StoryClock, hall: Hall, failed: Mapping[str, str]) -> str:
    inspecting: Inspecting = desk.start(FORM, Head(hall, "open", (ME,), no_conflict=True))
    for item in inspecting.inspection.asked_items:
        clock.forward(60)
        ticks = (TICK,) if item.id == VETO and item.id in failed else ()
        verdict = Verdict.FAIL if item.id in failed else Verdict.CONFORM
        inspecting.put(item.id, Answer(verdict, note=failed.get(item.id, ""), ticks=ticks))
    inspecting.finish()
    return inspecting.inspection.id
