"""Where an inspection goes on, the same on every screen that leads there: brief, telling, audit, result."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.inspection.answer import Verdict
from inspector.ui.pages.home import HomePage
from inspector.ui.pages.home.drafts import DraftCard
from inspector.ui.pages.inspections import InspectionsPage
from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.start import StartPage
from inspector.ui.pages.telling import place_of
from tests.ui.pages.staging import (
    BINJIANG,
    NANHU,
    OFFSCREEN,
    QINGSHI,
    Clock,
    begun,
    desk_with_halls,
    finished,
    heard,
    press,
    shown,
    type_into,
)
from tests.ui.pages.visit_acts import BILL, left, planned, pressed, sealed

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)
CALLBACK = "s18-callback-check"
SURVEY = "customer-survey"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def _lines(card: DraftCard) -> list[str]:
    return [line.text().replace("\u00a0", " ") for line in card.findChildren(IconLine)]


def _places(desk: Desk) -> list[str]:
    return [place_of(header) for header in desk.headers()]


def test_the_brief_until_one_has_left_then_the_telling(desk: Desk) -> None:
    inspecting = planned(desk, BINJIANG)
    assert _places(desk) == ["brief"]
    pressed(inspecting, "T0", "T2")
    assert _places(desk) == ["brief"]
    pressed(inspecting, "T8")
    assert _places(desk) == ["retelling"]
    inspecting.undo()
    assert _places(desk) == ["brief"]
    inspecting.judge("MP-01", Verdict.CONFORM)
    assert _places(desk) == ["retelling"]


def test_other_kinds_and_what_is_sealed(desk: Desk) -> None:
    begun(desk, BINJIANG)
    begun(desk, BINJIANG, kind="mystery")
    finished(desk, BINJIANG)
    sealed(desk, QINGSHI)
    assert _places(desk) == ["result", "result", "audit", "audit"]


def test_a_call_without_moments_is_told_from_the_first_answer_on(desk: Desk) -> None:
    inspecting = planned(desk, BINJIANG, CALLBACK)
    assert inspecting.inspection.form.scenario is not None
    assert inspecting.inspection.form.scenario.marks == ()
    assert _places(desk) == ["brief"]
    inspecting.judge(inspecting.inspection.form.order[0], Verdict.CONFORM)
    assert _places(desk) == ["retelling"]


def test_home_leads_there_and_tells_the_time_left(desk: Desk, qtbot: QtBot) -> None:
    over = left(desk, QINGSHI)
    under_way = pressed(planned(desk, BINJIANG, BILL), "T0")
    ahead = planned(desk, NANHU, ahead=1)
    cast(Clock, desk.clock).set("2026-03-05T18:20:00")
    page = cast(HomePage, shown(HomePage, desk, qtbot))
    went = heard(page, "go")
    cards = page.content.findChildren(DraftCard)
    assert [card.button.words for card in cards] == ["看任务单", "看任务单", "继续补录"]
    assert "3月6日 09:00–17:00" in _lines(cards[0])
    assert "今天 14:32 到访，还没有离场" in _lines(cards[1])
    assert "补录剩余 20 小时 12 分" in _lines(cards[2])
    for card in cards:
        press(qtbot, card.button)
    type_into(qtbot, page.search, "QS-002")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert went == [
        ("brief", ahead.inspection.id), ("brief", under_way.inspection.id), ("retelling", over.inspection.id),
        ("retelling", over.inspection.id),
    ]  # fmt: skip


def test_the_list_of_inspections_leads_there(desk: Desk, qtbot: QtBot) -> None:
    ahead, over = planned(desk, NANHU), left(desk, QINGSHI)
    page = cast(InspectionsPage, shown(InspectionsPage, desk, qtbot))
    went = heard(page, "go")
    words = []
    for inspecting in (ahead, over):
        page.show_inspection(inspecting.inspection.id)
        words.append(page.acts.open_button.words)
        press(qtbot, page.acts.open_button)
    assert went == [("brief", ahead.inspection.id), ("retelling", over.inspection.id)]
    assert words == ["看任务单", "继续补录"]
    assert not page.acts.kind_button.isVisible()
    page.show_inspection(begun(desk, BINJIANG).inspection.id)
    page.enter(None)
    page.table.selectRow(0)
    assert page.acts.kind_button.isVisible()


def test_a_visit_restored_from_the_bin_opens_where_it_goes_on(desk: Desk, qtbot: QtBot) -> None:
    id_ = left(desk, QINGSHI).inspection.id
    desk.discard(id_)
    page = cast(InspectionsPage, shown(InspectionsPage, desk, qtbot, "discarded"))
    went, said = heard(page, "go"), heard(page, "say")
    page.table.selectRow(0)
    press(qtbot, page.acts.restore_button)
    said[-1][3]()  # type: ignore[operator]
    assert went == [("retelling", id_)]


def test_the_start_page_goes_on_with_a_visit_of_the_hall(desk: Desk, qtbot: QtBot) -> None:
    ahead = planned(desk, BINJIANG)
    page = cast(StartPage, shown(StartPage, desk, qtbot, BINJIANG))
    went = heard(page, "go")
    press(qtbot, page.hall_card.button)
    assert went == [("brief", ahead.inspection.id)]


def test_a_survey_is_started_where_audits_are_and_is_nothing_else(desk: Desk, qtbot: QtBot) -> None:
    page = cast(StartPage, shown(StartPage, desk, qtbot, BINJIANG))
    offered = [page.plan.forms.itemData(row) for row in range(page.plan.forms.count())]
    assert SURVEY in offered
    assert not set(offered) & set(desk.shelf.scenarios())
    page.plan.forms.show_key(SURVEY)
    page.plan.forms.picked.emit(SURVEY)
    assert list(page.plan.kinds._pieces) == ["survey"]
    press(qtbot, page.people.declared)
    press(qtbot, page.start_button)
    (header,) = desk.headers()
    assert (header.kind, place_of(header)) == ("survey", "audit")
    page.enter(BINJIANG)
    assert list(page.plan.kinds._pieces) == ["open", "recheck"]
    assert page.plan.kind == "open"


def test_a_sealed_visit_takes_the_hall_no_star(desk: Desk, qtbot: QtBot) -> None:
    finished(desk, QINGSHI, form="hall-open-audit")
    cast(Clock, desk.clock).set("2026-03-05T15:30:00")
    sealed(desk, QINGSHI)
    page = cast(StartPage, shown(StartPage, desk, qtbot))
    star = next(row.star for row in page.picker.list.rows() if row.key == QINGSHI.code)
    assert star is not None
    assert star.level == 5
