"""Planning a mystery visit: what is asked for, what is warned of, and what is written."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.inspection.hall import Hall
from inspector.ui.pages.plan_visit import PlanVisitPage
from inspector.ui.pages.plan_visit.when import read_time
from inspector.ui.theme import apply_theme
from tests.ui.pages.staging import (
    BINJIANG,
    NANHU,
    OFFSCREEN,
    Clock,
    changes,
    desk_with_halls,
    heard,
    nameless,
    press,
    shown,
    type_into,
)
from tests.ui.pages.visit_acts import BILL, CASH, FAULT, left, planned

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = desk_with_halls(tmp_path)
    for name in desk.shelf.scenarios():
        desk.shelf.synopsis(name)
    return desk


def _plan(desk: Desk, qtbot: QtBot, argument: Hall | str | None = None) -> PlanVisitPage:
    return cast(PlanVisitPage, shown(PlanVisitPage, desk, qtbot, argument))


def _choose(page: PlanVisitPage, qtbot: QtBot, name: str) -> None:
    page.scenarios.list.picked.emit(name)
    qtbot.waitUntil(lambda: page.form is not None)


def _titles(page: PlanVisitPage) -> list[str]:
    return [row.title.partition(" ")[0] for row in page.scenarios.list.rows()]


def _ctrl_enter() -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_way_to_the_button_is_told_step_by_step(desk: Desk, qtbot: QtBot) -> None:
    page = _plan(desk, qtbot)
    went = heard(page, "go")
    said = [page.reason.text()]
    page.key(_ctrl_enter())
    assert page.picker.search.hasFocus()
    type_into(qtbot, page.picker.search, "bjgd")
    qtbot.keyClick(page.picker.search, Qt.Key.Key_Return)
    said.append(page.reason.text())
    _choose(page, qtbot, CASH)
    said.append(page.reason.text())
    type_into(qtbot, page.who.code.edit, "M-07")
    page.who.when.begin.edit.clear()
    page.who.when.changed.emit()
    said.append(page.reason.text())
    type_into(qtbot, page.who.when.begin.edit, "0930")
    said.append(page.reason.text())
    assert said == [
        "先选一个营业厅", "先选一个场景", "先填暗访员代号", "时间写成 9:30 这样", "先勾选无利害关系声明",
    ]  # fmt: skip
    page.key(_ctrl_enter())
    assert page.declared.hasFocus()
    assert not page.start_button.isEnabled()
    press(qtbot, page.declared)
    assert page.start_button.isEnabled()
    assert (went, desk.headers()) == ([], [])


def test_a_plan_is_written_and_leads_to_the_brief(desk: Desk, qtbot: QtBot) -> None:
    page = _plan(desk, qtbot, BINJIANG)
    went = heard(page, "go")
    _choose(page, qtbot, CASH)
    chip = next(iter(page.fact_card.chips.values()))
    press(qtbot, chip)
    type_into(qtbot, page.who.code.edit, "M-07")
    page.who.when.day.show_key("2026-03-09")
    type_into(qtbot, page.who.when.begin.edit, "10")
    type_into(qtbot, page.who.when.end.edit, "11:30")
    press(qtbot, page.declared)
    press(qtbot, page.start_button)
    (header,) = desk.headers()
    assert went == [("brief", header.id)]
    inspection = desk.open(header.id).inspection
    assert (inspection.form.id, inspection.head.kind, inspection.head.no_conflict) == (CASH, "mystery", True)
    assert inspection.facts == {chip.fact.key: True}
    visit = inspection.head.visit
    assert visit is not None
    assert visit.shopper == "M-07"
    assert (visit.planned_from, visit.planned_to) == ("2026-03-09T10:00:00+08:00", "2026-03-09T11:30:00+08:00")


def test_a_name_is_no_code_and_the_field_says_so(desk: Desk, qtbot: QtBot) -> None:
    page = _plan(desk, qtbot, BINJIANG)
    _choose(page, qtbot, CASH)
    type_into(qtbot, page.who.code.edit, "周敏")
    press(qtbot, page.declared)
    press(qtbot, page.start_button)
    wrong = "代号只用字母、数字和连字符，最多 16 位，不写姓名。例如 M-07。"
    assert page.who.code.edit.accessibleDescription() == wrong
    assert desk.headers() == []
    type_into(qtbot, page.who.code.edit, "M-07")
    assert page.who.code.edit.accessibleDescription() == ""


def test_a_window_gone_by_is_refused_in_words(desk: Desk, qtbot: QtBot) -> None:
    page = _plan(desk, qtbot, BINJIANG)
    said = heard(page, "say")
    _choose(page, qtbot, CASH)
    type_into(qtbot, page.who.code.edit, "M-07")
    type_into(qtbot, page.who.when.end.edit, "14:00")
    press(qtbot, page.declared)
    press(qtbot, page.start_button)
    assert said[-1][:2] == ("bad", "计划时段已经过了。")


def test_codes_used_before_are_offered(desk: Desk, qtbot: QtBot) -> None:
    assert not _plan(desk, qtbot).who.known.isVisible()
    planned(desk, NANHU, code="M-03")
    page = _plan(desk, qtbot, BINJIANG)
    page.who.known.show_key("M-03")
    page.who.known.picked.emit("M-03")
    assert page.who.code.text() == "M-03"


def test_scenarios_are_found_by_channel_code_words_and_initials(desk: Desk, qtbot: QtBot) -> None:
    page = _plan(desk, qtbot)
    assert len(_titles(page)) == 25
    assert _titles(page) == sorted(_titles(page))
    page.scenarios.channels._pieces["phone"].click()
    assert _titles(page) == ["S06", "S07", "S22"]
    page.scenarios.channels._pieces[""].click()
    for text, found in (("s08", ["S08"]), ("轮椅", ["S09"]), ("lnkh", ["S08"]), ("zzz", [])):
        type_into(qtbot, page.scenarios.search, text)
        assert _titles(page) == found
    assert page.scenarios.nothing.text() == "没有找到“zzz”。"


def test_surveys_and_audits_are_not_offered(desk: Desk, qtbot: QtBot) -> None:
    offered = {row.key for row in _plan(desk, qtbot).scenarios.list.rows()}
    assert not offered & {name for name, _title in desk.shelf.titles()}


def test_scenarios_are_read_one_at_a_time_the_first_time(tmp_path: Path, qtbot: QtBot) -> None:
    desk = desk_with_halls(tmp_path)
    page = _plan(desk, qtbot)
    assert page.reading.under_way
    qtbot.waitUntil(lambda: not page.reading.under_way)
    assert len(_titles(page)) == 25
    assert all(desk.shelf.known_synopsis(name) for name in desk.shelf.scenarios())
    page.enter(None)
    assert not page.reading.under_way


def test_role_and_brief_of_the_scenario_are_shown(desk: Desk, qtbot: QtBot) -> None:
    page = _plan(desk, qtbot, BINJIANG)
    assert page.task.title.text() == "还没有选场景"
    _choose(page, qtbot, CASH)
    scenario = desk.shelf.form(CASH).scenario
    assert scenario is not None
    assert (page.task.title.text(), page.task.role.text()) == ("S08 老年客户现金交费", str(scenario.role))
    assert page.task.brief.text() == str(scenario.brief)
    assert page.task.hall.text() == BINJIANG.name


def test_what_speaks_against_it_is_warned_of(desk: Desk, qtbot: QtBot) -> None:
    left(desk, BINJIANG)
    page = _plan(desk, qtbot, BINJIANG)
    _choose(page, qtbot, BILL)
    type_into(qtbot, page.who.code.edit, "M-05")
    assert page.who.sentences.text() == "本厅当天已有一次暗访，每天最多一次。"
    type_into(qtbot, page.who.code.edit, "M-07")
    assert page.who.sentences.text() == "M-07 当天已暗访过本厅，重复到访只计一次。"
    page.who.when.day.show_key("2026-03-09")
    page.who.when.changed.emit()
    assert page.who.sentences.text() == "M-07 在 2026年3月5日 来过本厅，未满 6 个月，容易被认出。"
    _choose(page, qtbot, FAULT)
    assert not page.who.warning.isVisible()


def test_a_window_in_which_the_hall_is_closed_is_warned_of(desk: Desk, qtbot: QtBot) -> None:
    hall = Hall("WS-009", "望山供电营业厅", hours="8:30–12:00，13:30–16:30")
    desk.keep_hall(hall)
    page = _plan(desk, qtbot, hall)
    _choose(page, qtbot, BILL)
    said = []
    for begin, end in (("12:00", "13:30"), ("11:59", "13:00"), ("16:30", "18:00")):
        type_into(qtbot, page.who.when.begin.edit, begin)
        type_into(qtbot, page.who.when.end.edit, end)
        said.append(page.who.sentences.text())
    closed = "计划时段不在公示营业时间 8:30–12:00，13:30–16:30 内。"
    assert said == [closed, "", closed]


def test_a_scenario_is_added_to_a_visit(desk: Desk, qtbot: QtBot) -> None:
    first = planned(desk, BINJIANG, ahead=2)
    page = _plan(desk, qtbot, first.inspection.id)
    assert page.hall == BINJIANG
    assert page.who.together.isVisible()
    assert (page.who.code.text(), page.who.code.isEnabled()) == ("M-07", False)
    assert page.who.when.day.key() == "2026-03-07"
    _choose(page, qtbot, BILL)
    press(qtbot, page.declared)
    assert not page.who.warning.isVisible()
    press(qtbot, page.start_button)
    visits = [desk.open(header.id).inspection.head.visit for header in desk.headers()]
    assert len(visits) == 2
    assert visits[0] == visits[1]


def test_a_call_is_added_to_no_visit(desk: Desk, qtbot: QtBot) -> None:
    planned(desk, BINJIANG)
    page = _plan(desk, qtbot, BINJIANG)
    _choose(page, qtbot, CASH)
    page.who.beside.setCurrentIndex(1)
    page.who.joined.emit(page.who.beside.key())
    assert not page.who.code.isEnabled()
    _choose(page, qtbot, FAULT)
    assert not page.who.together.isVisible()
    assert page.who.code.isEnabled()
    assert page.who.beside.key() == ""


def test_the_window_follows_the_hall_and_the_hour(desk: Desk, qtbot: QtBot) -> None:
    hall = Hall("WS-009", "望山供电营业厅", hours="8:30-12:00，13:30-16:30")
    desk.keep_hall(hall)
    when = _plan(desk, qtbot, hall).who.when
    assert (when.day.key(), when.begin.text(), when.end.text()) == ("2026-03-05", "08:30", "16:30")
    cast(Clock, desk.clock).set("2026-03-05T16:40:00")
    when = _plan(desk, qtbot, hall).who.when
    assert when.day.currentText() == "明天 3月6日 星期五"


@pytest.mark.parametrize(
    ("text", "said"),
    [("9", "09:00"), ("9:30", "09:30"), ("9：30", "09:30"), ("0930", "09:30"), (" 21.15 ", "21:15"), ("24:00", None),
     ("9:75", None), ("早上", None), ("", None)],
)  # fmt: skip
def test_times_are_read_as_people_type_them(text: str, said: str | None) -> None:
    found = read_time(text)
    assert (f"{found:%H:%M}" if found else None) == said


def test_entering_again_begins_anew_and_writes_nothing(desk: Desk, qtbot: QtBot) -> None:
    page = _plan(desk, qtbot, BINJIANG)
    _choose(page, qtbot, CASH)
    type_into(qtbot, page.who.code.edit, "M-07")
    press(qtbot, page.declared)
    before = changes(desk)
    page.leave()
    page.enter(NANHU)
    assert (page.hall, page.scenario, page.form) == (NANHU, None, None)
    assert (page.who.code.text(), page.declared.isChecked()) == ("", False)
    assert changes(desk) == before


def test_escape_leads_back_to_the_list_but_not_out_of_a_field(desk: Desk, qtbot: QtBot) -> None:
    page = _plan(desk, qtbot)
    went = heard(page, "go")
    escape = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.picker.search.hasFocus()
    assert not page.key(escape)
    qtbot.keyClick(page.picker.search, Qt.Key.Key_Escape)
    assert page.key(escape)
    assert went == [("visits", None)]


def test_it_fits_and_is_spoken_in_both_themes(desk: Desk, qtbot: QtBot, qapp: object) -> None:
    planned(desk, BINJIANG)
    page = _plan(desk, qtbot, BINJIANG)
    _choose(page, qtbot, CASH)
    light = page.grab().toImage()
    apply_theme(qapp, "dark")
    assert page.grab().toImage() != light
    apply_theme(qapp, "light")
    assert nameless(page) == []
    assert page.minimumSizeHint().width() <= 1200
    assert page.minimumSizeHint().height() <= 720 - 56
