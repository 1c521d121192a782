"""A mystery visit from the first press to the second reader, on a real data file."""

from datetime import timedelta

import pytest

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.reporting import content_of
from inspector.actions.steady import Steady, steady
from inspector.actions.visiting import Visiting
from inspector.errors import InspectorError
from inspector.inspection.answer import Verdict
from inspector.inspection.hall import Inspector
from inspector.inspection.inspection import Head
from tests.conftest import HALL, Ticking

FORM = "s08-elderly-cash"


class SteadyTicking:
    """A steady clock that goes on by a minute whenever it is read."""

    def __init__(self) -> None:
        self.ms = 0

    def __call__(self) -> Steady:
        self.ms += 60_000
        return Steady(self.ms, "b1")


@pytest.fixture
def inspecting(desk: Desk) -> Inspecting:
    return desk.start(FORM, Head(HALL))


@pytest.fixture
def visiting(inspecting: Inspecting) -> Visiting:
    return Visiting(inspecting, SteadyTicking())


def press_all(visiting: Visiting) -> None:
    for key in visiting.scenario.marks:
        visiting.press(key)


def tell_everything(inspecting: Inspecting) -> None:
    for item in inspecting.inspection.asked_items:
        if inspecting.inspection.verdict(item.id) is None:
            inspecting.judge(item.id, Verdict.CONFORM)


def test_a_scenario_begins_a_visit_that_knows_its_shopper_by_code_only(desk: Desk) -> None:
    inspecting = desk.start(FORM, Head(HALL, inspectors=(Inspector("I9", "赵六"),)))
    head = inspecting.inspection.head
    assert (head.kind, head.inspectors) == ("mystery", ())
    assert head.visit is not None
    assert head.visit.id
    assert head.visit.shopper == "I9"
    tell_everything(inspecting)
    inspecting.finish()
    with pytest.raises(InspectorError, match="参加了"):
        desk.gate.read(inspecting.inspection.id, Inspector("I9", "赵六"), True, "")
    stored = desk.inspections.sealed(inspecting.inspection.id)
    assert stored is not None
    assert "赵六" not in stored[1].decode("utf-8")
    content = content_of(desk, inspecting.inspection.id)
    assert "赵六" not in repr(content)
    assert "暗访员 I9" in repr(content)


def test_every_press_is_on_the_disk_in_order(desk: Desk, inspecting: Inspecting, visiting: Visiting) -> None:
    press_all(visiting)
    visiting.press("T7")
    stored = desk.open(inspecting.inspection.id).inspection.head.visit
    assert stored == visiting.visit
    assert [mark.key for mark in stored.marks] == [*visiting.scenario.marks, "T7"]


def test_a_press_taken_back_is_gone_and_the_journal_keeps_it(desk: Desk, visiting: Visiting) -> None:
    visiting.press("T0")
    taken = visiting.press("T1")
    assert visiting.take_back() == taken
    assert [mark.key for mark in visiting.visit.marks] == ["T0"]
    journal = desk.inspections.journal(visiting.inspecting.inspection.id)
    assert [change.field for change in journal] == ["mark:T0", "mark:T1", "mark:back"]
    assert visiting.take_back() is not None
    assert visiting.take_back() is None


def test_times_go_into_the_timers_and_typed_ones_stay(inspecting: Inspecting, visiting: Visiting) -> None:
    press_all(visiting)
    visiting.leave()
    (waited,) = inspecting.inspection.answer("MV-02").parts["wait"]
    assert (waited.value, waited.between) == (60, "T2→T3")
    inspecting.measure("MV-02", "wait", (type(waited)(waited.value and waited.value + 5),))
    visiting.type_time("T3", visiting.visit.marks[3].at - timedelta(seconds=1), "号票", "按晚了")
    assert inspecting.inspection.answer("MV-02").parts["wait"][0].value == 65


def test_changing_a_moment_wants_a_reason_and_keeps_the_first(visiting: Visiting, clock: Ticking) -> None:
    first = visiting.press("T2")
    with pytest.raises(InspectorError, match="理由"):
        visiting.type_time("T2", first.at, "号票")
    with pytest.raises(InspectorError, match="将来"):
        visiting.type_time("T4", clock.at + timedelta(hours=1), "号票")
    visiting.type_time("T2", first.at - timedelta(seconds=5), "号票", "看票面")
    assert [mark.source for mark in visiting.visit.marks] == ["", "号票"]
    assert visiting.visit.mark("T2") == visiting.visit.marks[-1]


def test_what_is_told_late_from_memory_becomes_unchecked(
    desk: Desk, inspecting: Inspecting, visiting: Visiting, clock: Ticking
) -> None:
    press_all(visiting)
    visiting.leave()
    inspecting.judge("MV-09", Verdict.CONFORM)
    clock.at += timedelta(hours=30)
    assert visiting.freshness == "late"
    tell_everything(inspecting)
    inspecting.finish()
    sealed = desk.open(inspecting.inspection.id).inspection
    assert sealed.verdict("MV-09") is Verdict.CONFORM
    assert (sealed.verdict("MV-11"), sealed.answer("MV-11").reason) == (Verdict.UNCHECKED, "回忆超过 24 小时")
    assert sealed.verdict("MV-02") is Verdict.CONFORM
    found = desk.gate.judge(desk.open(inspecting.inspection.id)).ruling("V6")
    assert found is not None
    assert (found.state, "降级" in found.why) == ("met", True)


def test_only_a_visit_that_was_read_again_counts(
    desk: Desk, inspecting: Inspecting, visiting: Visiting, clock: Ticking
) -> None:
    press_all(visiting)
    visiting.leave()
    tell_everything(inspecting)
    with pytest.raises(InspectorError, match="还没有封存"):
        desk.gate.read(inspecting.inspection.id, Inspector("I9", "赵六"), True, "")
    inspecting.finish()
    (before,) = desk.rating_halls.rate(HALL.code).considered
    assert (before.counts, "第二人复核" in before.why) == (False, True)
    with pytest.raises(InspectorError, match="理由"):
        desk.gate.read(inspecting.inspection.id, Inspector("I9", "赵六"), False, " ")
    desk.gate.read(inspecting.inspection.id, Inspector("I9", "赵六"), True, "")
    judged = desk.gate.judge(desk.open(inspecting.inspection.id))
    ruling = judged.ruling("V10")
    assert ruling is not None
    assert (ruling.state, ruling.evidence) == ("met", "赵六")


def test_an_exposed_visit_is_kept_and_never_counts(desk: Desk, inspecting: Inspecting, visiting: Visiting) -> None:
    press_all(visiting)
    visiting.expose("柜员叫出了我的名字")
    tell_everything(inspecting)
    inspecting.finish()
    (seen,) = desk.rating_halls.rate(HALL.code).considered
    assert not seen.counts
    assert "身份暴露：柜员叫出了我的名字" in seen.why


def test_history_knows_the_visit_and_warns(desk: Desk, inspecting: Inspecting, visiting: Visiting) -> None:
    assert desk.gate.warnings(HALL.code, "S-07") == []
    visiting.press("T0")
    assert "每天最多一次" in desk.gate.warnings(HALL.code, "S-07")[0]


def test_a_plan_and_a_brief_are_kept_and_a_plan_ends_after_it_begins(visiting: Visiting, clock: Ticking) -> None:
    begin, end = clock.at, clock.at + timedelta(hours=2)
    with pytest.raises(InspectorError, match="晚于"):
        visiting.plan(end, begin)
    visiting.plan(begin, end)
    visiting.brief()
    assert visiting.visit.window == (begin, end)
    assert visiting.visit.briefed_at


def test_the_steady_clock_only_goes_forward() -> None:
    one, two = steady(), steady()
    assert one.boot == two.boot
    assert one.ms <= two.ms
