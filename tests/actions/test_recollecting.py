"""Telling a visit afterwards: phrases counted in one step each, and the clock of scenarios without a door."""

from datetime import timedelta

import pytest

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.recollecting import count_phrase, heard_nothing
from inspector.actions.visiting import Visiting
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Head
from inspector.inspection.visit import Mark
from tests.conftest import HALL, MORNING, Ticking

ITEM = "MV-08"


@pytest.fixture
def inspecting(desk: Desk) -> Inspecting:
    return desk.start("s08-elderly-cash", Head(HALL))


def recollection_of(desk: Desk, inspecting: Inspecting) -> tuple[str, str]:
    found = desk.gate.judge(inspecting).ruling("V6")
    assert found is not None
    return found.state, found.why


def heard(desk: Desk, inspecting: Inspecting) -> tuple[int, str]:
    answer = desk.open(inspecting.inspection.id).inspection.answer(ITEM)
    samples = answer.parts.get("heard", ())
    return (int(samples[0].value) if samples and samples[0].value is not None else -1), answer.note


def test_a_tap_is_one_change_on_the_disk_and_one_undo_takes_it_back(desk: Desk, inspecting: Inspecting) -> None:
    count_phrase(inspecting, ITEM, "不归我管")
    count_phrase(inspecting, ITEM, "不归我管")
    assert heard(desk, inspecting) == (2, "不归我管 ×2")
    assert len(desk.inspections.journal(inspecting.inspection.id)) == 2
    inspecting.undo()
    assert heard(desk, inspecting) == (1, "不归我管 ×1")
    inspecting.undo()
    assert heard(desk, inspecting) == (-1, "")


@pytest.mark.parametrize(("taps", "verdict"), [(0, Verdict.CONFORM), (1, Verdict.PARTLY), (2, Verdict.FAIL)])
def test_the_count_judges_the_item(inspecting: Inspecting, taps: int, verdict: Verdict) -> None:
    heard_nothing(inspecting, ITEM)
    for _tap in range(taps):
        count_phrase(inspecting, ITEM, "我就这态度")
    assert inspecting.inspection.verdict(ITEM) is verdict


def test_calls_to_customers_have_no_moment_of_leaving_and_can_be_valid(desk: Desk) -> None:
    inspecting = desk.start("s18-callback-check", Head(HALL))
    state, why = recollection_of(desk, inspecting)
    assert (state, "随做随记" in why) == ("met", True)


def test_a_call_nobody_answers_is_told_from_its_last_moment(desk: Desk, clock: Ticking) -> None:
    inspecting = desk.start("s22-grid-manager", Head(HALL))
    visiting = Visiting(inspecting)
    assert recollection_of(desk, inspecting)[0] == "open"
    inspecting.set_visit(visiting.visit.with_mark(Mark("R0", MORNING)), "mark:R0")
    assert recollection_of(desk, inspecting)[0] == "met"
    clock.at = MORNING + timedelta(hours=25)
    assert visiting.freshness == "late"
    clock.at = MORNING + timedelta(hours=73)
    assert visiting.freshness == "void"
    assert recollection_of(desk, inspecting)[0] == "broken"
