"""Starting an inspection: what is asked for, what is warned of, and what is written."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.inspection.hall import Hall
from inspector.ui.pages.start import StartPage
from inspector.ui.theme import apply_theme
from tests.ui.pages.staging import (
    BINJIANG,
    FULL,
    ME,
    NANHU,
    OFFSCREEN,
    QINGSHI,
    SECOND,
    begun,
    changes,
    desk_with_halls,
    empty_desk,
    finished,
    heard,
    nameless,
    press,
    shown,
    type_into,
)

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def _start(desk: Desk, qtbot: QtBot, hall: Hall | None = None) -> StartPage:
    return cast(StartPage, shown(StartPage, desk, qtbot, hall))


def _declare(page: StartPage, qtbot: QtBot) -> None:
    press(qtbot, page.people.declared)


def _ctrl_enter() -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _pick(page: StartPage, qtbot: QtBot, text: str) -> None:
    type_into(qtbot, page.picker.search, text)
    qtbot.keyClick(page.picker.search, Qt.Key.Key_Return)


def test_the_way_to_the_button_is_told_step_by_step(desk: Desk, qtbot: QtBot) -> None:
    page = _start(desk, qtbot)
    went = heard(page, "go")
    page.key(_ctrl_enter())
    assert page.picker.search.hasFocus()
    assert page.reason.text() == "先选一个营业厅"
    _pick(page, qtbot, "bjgd")
    assert page.hall_card.name.text() == BINJIANG.name
    assert page.reason.text() == "先勾选无利益关系声明"
    assert not page.start_button.isEnabled()
    page.key(_ctrl_enter())
    assert page.people.declared.hasFocus()
    _declare(page, qtbot)
    assert page.reason.text() == ""
    assert page.start_button.isEnabled()
    assert went == []
    assert desk.inspections.headers() == []


def test_starting_writes_hall_kind_people_and_declaration(desk: Desk, qtbot: QtBot) -> None:
    page = _start(desk, qtbot, BINJIANG)
    went = heard(page, "go")
    page.plan.kinds._pieces["recheck"].click()
    page.people.second.show_key(SECOND.code)
    _declare(page, qtbot)
    press(qtbot, page.start_button)
    (header,) = desk.inspections.headers()
    assert went == [("audit", header.id)]
    inspection = desk.open(header.id).inspection
    assert inspection.form.id == FULL
    assert inspection.head.inspectors == (ME, SECOND)
    assert (inspection.hall, inspection.head.kind) == (BINJIANG, "recheck")
    assert inspection.head.no_conflict


def test_facts_are_stated_and_remembered_on_the_hall(desk: Desk, qtbot: QtBot) -> None:
    known = BINJIANG.with_facts({"has_ramp": True})
    desk.keep_hall(known)
    page = _start(desk, qtbot, known)
    chips = page.fact_card.chips
    assert chips["has_ramp"].accessibleName().endswith("：是")
    press(qtbot, chips["has_ramp"])
    press(qtbot, chips["has_screen"])
    assert chips["has_ramp"].accessibleName().endswith("：否")
    _declare(page, qtbot)
    assert page.key(_ctrl_enter())
    (header,) = desk.inspections.headers()
    inspecting = desk.open(header.id)
    assert inspecting.inspection.facts == {"has_ramp": False, "has_screen": True}
    assert {change.key for change in desk.inspections.journal(header.id)} == {"has_screen", "has_ramp"}
    kept = desk.places.hall(BINJIANG.code)
    assert kept is not None
    assert kept.facts == {"has_ramp": False, "has_screen": True}


def test_a_third_press_leaves_a_fact_open(desk: Desk, qtbot: QtBot) -> None:
    page = _start(desk, qtbot, BINJIANG)
    chip = page.fact_card.chips["has_screen"]
    said = [chip.value]
    for _press in range(3):
        press(qtbot, chip)
        said.append(chip.value)
    assert said == [None, True, False, None]
    assert page.facts == {}


def test_the_forms_are_offered_with_their_counts_the_full_one_first(desk: Desk, qtbot: QtBot) -> None:
    page = _start(desk, qtbot)
    qtbot.waitUntil(lambda: not page._counting.isActive())
    offered = [page.plan.forms.itemText(row).replace("\u00a0", " ") for row in range(page.plan.forms.count())]
    assert offered[0] == "营业厅明察表 2026.1 · 166 项"
    assert "环境与安全专项 2026.1 · 28 项" in offered
    assert len(offered) == len(desk.shelf.titles())


def test_another_form_brings_its_own_facts(desk: Desk, qtbot: QtBot) -> None:
    page = _start(desk, qtbot, BINJIANG)
    page.plan.forms.show_key("environment")
    page.plan.forms.picked.emit("environment")
    assert set(page.fact_card.chips) == {fact.key for fact in desk.shelf.form("environment").facts}
    _declare(page, qtbot)
    press(qtbot, page.start_button)
    (header,) = desk.inspections.headers()
    assert header.form_name == "environment@2026.1"


def test_an_unfinished_draft_is_offered_to_go_on_with(desk: Desk, qtbot: QtBot) -> None:
    draft = begun(desk, BINJIANG, 3)
    page = _start(desk, qtbot, BINJIANG)
    went = heard(page, "go")
    assert page.hall_card.sentence.text().startswith("这个营业厅有一份没做完的明察：已答 3 / 28，今天")
    press(qtbot, page.hall_card.button)
    assert went == [("audit", draft.inspection.id)]


def test_a_hall_audited_today_is_told_and_its_last_result_shown(desk: Desk, qtbot: QtBot) -> None:
    finished(desk, BINJIANG, form=FULL)
    page = _start(desk, qtbot, BINJIANG)
    assert page.hall_card.sentence.text() == "今天已检查过这个营业厅（明察）。再开始会另立一份。"
    assert page.hall_card.last.text() == "上次 今天 · 明察"
    assert page.hall_card.pill.accessibleName() == "暂评 5 星 100.0 分"
    assert not page.hall_card.button.isVisible()
    _pick(page, qtbot, "QS-002")
    assert page.hall_card.last.text() == "还没有检查过"
    assert not page.hall_card.warning.isVisible()


def test_without_an_inspector_the_name_is_asked_for_first(tmp_path: Path, qtbot: QtBot) -> None:
    desk = empty_desk(tmp_path)
    desk.keep_hall(BINJIANG)
    page = _start(desk, qtbot, BINJIANG)
    assert page.reason.text() == "先填上督查员"
    form = page.people.form
    type_into(qtbot, form.fields["name"].edit, ME.name)
    press(qtbot, form.save_button)
    assert desk.me() is None
    type_into(qtbot, form.fields["code"].edit, ME.code)
    type_into(qtbot, form.fields["unit"].edit, ME.unit)
    press(qtbot, form.save_button)
    assert desk.me() == ME
    assert not page.people.nobody.isVisible()
    assert page.people.me.text() == "周敏 · DC-001"


def test_somebody_on_the_list_can_say_who_he_is(desk: Desk, qtbot: QtBot) -> None:
    desk.set("inspector", "")
    page = _start(desk, qtbot, BINJIANG)
    page.people.who.show_key(SECOND.code)
    page.people.who.picked.emit(SECOND.code)
    assert desk.me() == SECOND
    assert page.people.second.findData(SECOND.code) == -1


def test_a_second_inspector_is_added_without_leaving(desk: Desk, qtbot: QtBot) -> None:
    page = _start(desk, qtbot, BINJIANG)
    press(qtbot, page.people.add_button)
    form = page.sheets.inspector_form
    type_into(qtbot, form.fields["name"].edit, "林岚")
    type_into(qtbot, form.fields["code"].edit, ME.code)
    press(qtbot, form.save_button)
    assert form.fields["code"].edit.accessibleDescription() == "编号 DC-001 已有人使用。"
    type_into(qtbot, form.fields["code"].edit, "DC-009")
    assert page.key(_ctrl_enter())
    assert not page.sheets.is_open()
    assert page.people.second.key() == "DC-009"
    assert desk.me() == ME


def test_a_new_hall_is_added_and_chosen(desk: Desk, qtbot: QtBot) -> None:
    desk.set("operator", "CSG")
    page = _start(desk, qtbot)
    press(qtbot, page.halls.link)
    form = page.sheets.hall_form
    type_into(qtbot, form.fields["name"].edit, "望山供电营业厅")
    type_into(qtbot, form.fields["code"].edit, BINJIANG.code)
    press(qtbot, form.save_button)
    assert form.fields["code"].edit.accessibleDescription() == "编码 BJ-001 已有营业厅使用。"
    type_into(qtbot, form.fields["code"].edit, "WS-009")
    press(qtbot, form.save_button)
    assert not page.sheets.is_open()
    assert page.hall == Hall("WS-009", "望山供电营业厅", operator="CSG")
    assert desk.places.hall("WS-009") == page.hall


def test_saving_a_hall_by_keys_begins_nothing(desk: Desk, qtbot: QtBot) -> None:
    page = _start(desk, qtbot)
    went = heard(page, "go")
    _declare(page, qtbot)
    press(qtbot, page.halls.link)
    type_into(qtbot, page.sheets.hall_form.fields["name"].edit, "望山供电营业厅")
    type_into(qtbot, page.sheets.hall_form.fields["code"].edit, "WS-009")
    assert page.key(_ctrl_enter())
    assert page.hall is not None
    assert page.hall.code == "WS-009"
    assert went == []
    assert desk.inspections.headers() == []


def test_escape_leads_home_but_not_out_of_a_field(desk: Desk, qtbot: QtBot) -> None:
    page = _start(desk, qtbot)
    went = heard(page, "go")
    escape = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.picker.search.hasFocus()
    assert not page.key(escape)
    qtbot.keyClick(page.picker.search, Qt.Key.Key_Escape)
    assert page.key(escape)
    assert went == [("home", None)]


def test_halls_used_last_stand_first_with_their_star(desk: Desk, qtbot: QtBot) -> None:
    finished(desk, NANHU, form=FULL)
    page = _start(desk, qtbot)
    first, *_others = page.picker.list.rows()
    assert first.key == NANHU.code
    assert first.star is not None
    assert first.spoken() == "南湖供电营业厅，A 级 · 城区，暂评 5 星 100.0 分"


def test_nothing_found_is_said(desk: Desk, qtbot: QtBot) -> None:
    page = _start(desk, qtbot)
    type_into(qtbot, page.picker.search, "没有的厅")
    assert page.picker.nothing.text() == "没有找到“没有的厅”。"
    assert not page.picker.list.isVisible()


def test_entering_again_begins_anew(desk: Desk, qtbot: QtBot) -> None:
    page = _start(desk, qtbot, BINJIANG)
    _declare(page, qtbot)
    page.people.second.show_key(SECOND.code)
    before = changes(desk)
    page.leave()
    page.enter(QINGSHI)
    assert page.hall == QINGSHI
    assert not page.people.declared.isChecked()
    assert page.people.second.key() == ""
    assert changes(desk) == before


def test_it_fits_and_is_spoken_in_both_themes(desk: Desk, qtbot: QtBot, qapp: object) -> None:
    begun(desk, BINJIANG)
    page = _start(desk, qtbot, BINJIANG)
    light = page.grab().toImage()
    apply_theme(qapp, "dark")
    assert page.grab().toImage() != light
    apply_theme(qapp, "light")
    assert nameless(page) == []
    assert page.minimumSizeHint().width() <= 1200
    assert page.minimumSizeHint().height() <= 720 - 56
