"""Planning mystery visits: what is refused, what is warned of, and what is written."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from inspector.actions.desk import Desk
from inspector.actions.listing_visits import AHEAD, COUNTS, TO_JUDGE, TO_READ, TO_TELL, UNDER_WAY, VOID, judged, visits
from inspector.actions.planning import Plan, Planning
from inspector.actions.shelf import Shelf
from inspector.actions.visiting import Visiting
from inspector.errors import InspectorError
from inspector.form.library import Library
from inspector.inspection.answer import Answer, Sample, Verdict
from inspector.inspection.hall import Hall, Inspector
from inspector.store.blanks import Blanks
from inspector.store.database import open_in_memory
from tests.conftest import HALL, Ticking

CASH, BILL, FAULT = "s08-elderly-cash", "s04-bill-enquiry", "s07-minor-fault"
Make = Callable[..., Plan]


@pytest.fixture
def planning(desk: Desk) -> Planning:
    return Planning(desk)


@pytest.fixture
def plan(clock: Ticking) -> Make:
    def make(
        form: str = CASH, code: str = "M-07", *, begin: int = 9, end: int = 17, ahead: int = 0, **more: object
    ) -> Plan:
        day = clock.at + timedelta(days=ahead)
        hours = (day.replace(hour=hour, minute=0, second=0) for hour in (begin, end))
        return Plan(HALL, form, code, *hours, **{"no_conflict": True, **more})  # type: ignore[arg-type]

    return make


def test_a_plan_begins_a_draft_that_knows_its_shopper_by_code_only(desk: Desk, planning: Planning, plan: Make) -> None:
    desk.keep_hall(HALL)
    fact = desk.shelf.form(CASH).facts[0].key
    asked = plan(facts={"has_ramp": True, fact: False})
    inspecting = planning.start(asked)
    head = inspecting.inspection.head
    assert (head.kind, head.inspectors, head.no_conflict) == ("mystery", (), True)
    assert head.visit is not None
    assert (head.visit.shopper, head.visit.window) == ("M-07", (asked.begin, asked.end))
    assert not head.visit.marks
    assert inspecting.inspection.facts[fact] is False
    kept = desk.places.hall(HALL.code)
    assert kept is not None
    assert kept.facts == {"has_ramp": True, fact: False}


@pytest.mark.parametrize("code", ["", "周敏", "M 07", "-07", "M-07-0123456789-01"])
def test_what_is_no_code_is_refused(desk: Desk, planning: Planning, plan: Make, code: str) -> None:
    with pytest.raises(InspectorError, match="代号"):
        planning.start(plan(code=code))
    assert desk.headers() == []


def test_a_registered_code_is_taken_as_it_is(desk: Desk, planning: Planning, plan: Make) -> None:
    desk.identities.name_key_holder("保管人", "一句很长的口令话")
    desk.identities.seal("暗七", {"name": "赵六"}, "周敏")
    planning.start(plan(code="暗七"))
    planning.start(plan(BILL, "M-09"))
    assert planning.shoppers() == ["M-09", "暗七"]


def test_what_a_plan_lacks_is_said(planning: Planning, plan: Make) -> None:
    for wrong, said in (
        (plan(no_conflict=False), "利害关系"),
        (plan(begin=17, end=9), "晚于"),
        (plan(begin=8, end=9), "已经过了"),
        (plan("environment"), "不是暗访场景"),
    ):
        with pytest.raises(InspectorError, match=said):
            planning.start(wrong)


@pytest.mark.parametrize(
    ("hours", "now", "window"),
    [
        ("", "10:00", ("2026-03-05", time(9), time(17))),
        ("周一至周五 8:30–12:00，14:00–17:30", "10:00", ("2026-03-05", time(8, 30), time(17, 30))),
        ("8:30-17:30", "18:00", ("2026-03-06", time(8, 30), time(17, 30))),
        ("24小时", "18:00", ("2026-03-05", time(0), time(23, 59))),
    ],
)
def test_the_window_to_begin_with_is_when_the_hall_is_open(
    planning: Planning, clock: Ticking, hours: str, now: str, window: tuple[str, time, time]
) -> None:
    clock.at = datetime.fromisoformat(f"2026-03-05T{now}:00+08:00")
    begin, end = planning.usual_window(Hall("BJ01", "滨江", hours=hours))
    assert (begin.date().isoformat(), begin.time(), end.time()) == window


def test_a_second_scenario_is_played_on_the_same_visit(desk: Desk, planning: Planning, plan: Make) -> None:
    first = planning.start(plan(ahead=1)).inspection.head.visit
    assert first is not None
    second = planning.start(plan(BILL, "", beside=first.id)).inspection.head.visit
    assert second == first
    with pytest.raises(InspectorError, match="已有这个场景"):
        planning.start(plan(BILL, beside=first.id))
    for header in desk.headers():
        Visiting(desk.open(header.id)).press("T0")
    assert {one.visit for one in desk.gate.history(HALL.code)} == {first.id}


def test_a_visit_that_was_left_is_joined_no_more(desk: Desk, planning: Planning, plan: Make) -> None:
    inspecting = planning.start(plan())
    (known,) = planning.joinable(HALL.code)
    Visiting(inspecting).press("T8")
    assert planning.joinable(HALL.code) == []
    with pytest.raises(InspectorError, match="离场"):
        planning.start(plan(BILL, beside=known.visit.id))


def test_a_call_is_no_visit_to_join(planning: Planning, plan: Make) -> None:
    planning.start(plan(FAULT))
    assert planning.joinable(HALL.code) == []


def test_history_and_other_plans_are_warned_of(planning: Planning, plan: Make, clock: Ticking) -> None:
    tomorrow = clock.at.date() + timedelta(days=1)
    assert planning.warnings(HALL.code, "M-07", tomorrow) == []
    inspecting = planning.start(plan(ahead=1))
    visit = inspecting.inspection.head.visit
    assert visit is not None
    assert planning.warnings(HALL.code, "M-05", tomorrow) == ["M-07 已安排当天暗访本厅，每天最多一次。"]
    assert planning.warnings(HALL.code, "M-07", tomorrow, visit.id) == []
    assert planning.warnings(HALL.code, "M-05", clock.at.date()) == []
    Visiting(inspecting).press("T0")
    (said,) = planning.warnings(HALL.code, "M-07", tomorrow)
    assert "未满 6 个月" in said
    assert planning.warnings(HALL.code, "M-07", tomorrow, visit.id) == []


def test_how_far_each_visit_is(desk: Desk, planning: Planning, plan: Make) -> None:
    planning.start(plan(ahead=1))
    under_way, over, told = (planning.start(plan(BILL)) for _each in range(3))
    Visiting(under_way).press("T0")
    Visiting(over).press("T8")
    told.judge("MP-01", Verdict.CONFORM)
    desk.discard(planning.start(plan()).inspection.id)
    assert [one.stage for one in visits(desk)] == [TO_TELL, TO_TELL, UNDER_WAY, AHEAD]


def test_a_finished_visit_waits_for_the_second_reader_then_counts_or_not(
    desk: Desk, planning: Planning, plan: Make
) -> None:
    inspecting = planning.start(plan())
    visiting = Visiting(inspecting)
    for key in visiting.scenario.marks:
        visiting.press(key)
    visiting.leave()
    visiting.follow(True)
    for item in inspecting.inspection.asked_items:
        if inspecting.inspection.verdict(item.id) is None:
            inspecting.put(item.id, Answer(Verdict.CONFORM, note="见现场"))
    inspecting.measure("MP-02", "number", (Sample(text="A037"),))
    inspecting.finish()
    (listed,) = visits(desk)
    assert listed.stage == TO_JUDGE
    waiting = judged(desk, listed)
    assert (waiting.stage, waiting.why) == (TO_READ, "V10 第二人复核：等第二人复核")
    desk.gate.read(listed.header.id, Inspector("I9", "赵六"), True, "")
    assert (judged(desk, listed).stage, judged(desk, listed).why) == (COUNTS, "")
    desk.gate.read(listed.header.id, Inspector("I9", "赵六"), False, "票号对不上")
    refused = judged(desk, listed)
    assert (refused.stage, refused.why) == (VOID, "V10 第二人复核：复核不同意：票号对不上")


def test_scenarios_are_listed_from_what_was_read_before(tmp_path: Path) -> None:
    shelf = Shelf(Blanks(open_in_memory()))
    names = shelf.scenarios()
    assert len(names) == 25
    assert {name for name, _title in shelf.titles()}.isdisjoint(names)
    assert "customer-survey" in {name for name, _title in shelf.titles()}
    assert [shelf.known_synopsis(name) for name in names] == [None] * 25
    for name in names:
        shelf.synopsis(name)
    for name in (CASH, FAULT):
        scenario, synopsis = shelf.form(name).scenario, shelf.known_synopsis(name)
        assert scenario is not None
        assert synopsis is not None
        assert synopsis.title == shelf.form(name).title
        assert (synopsis.code, synopsis.channel, synopsis.role, synopsis.brief, synopsis.visit) == (
            scenario.code, scenario.channel, scenario.role, scenario.brief, scenario.visit,
        )  # fmt: skip
    (tmp_path / "plain.yaml").write_text("form: plain\ntitle: {zh: 平常, en: Plain}\nkind: open\n", "utf-8")
    with pytest.raises(InspectorError, match="不是暗访场景"):
        Library(tmp_path).synopsis("plain")
