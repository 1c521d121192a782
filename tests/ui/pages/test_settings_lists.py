"""The settings: the lists of halls and inspectors."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.inspection.hall import Hall, Inspector
from tests.ui.pages.settings_acts import (
    codes,
    control_enter,
    forbid_writing,
    halls_tab,
    inspectors_tab,
    key,
    list_file,
    names,
    undo,
)
from tests.ui.pages.staging import (
    BINJIANG,
    ME,
    NANHU,
    OFFSCREEN,
    QINGSHI,
    SECOND,
    begun,
    desk_with_halls,
    empty_desk,
    heard,
    press,
    type_into,
)
from tests.ui.widgets.acts import compose

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


class TestHalls:
    def test_they_are_listed_by_code(self, desk: Desk, qtbot: QtBot) -> None:
        _, tab = halls_tab(desk, qtbot)
        assert [hall.code for hall in tab.model.rows] == ["BJ-001", "NH-003", "QS-002"]
        spoken = [tab.model.data(tab.model.index(0, column), Qt.ItemDataRole.AccessibleTextRole) for column in range(5)]
        assert spoken == ["滨江供电营业厅，临江市滨江路 3 号", "BJ-001", "B 级", "城区，既有", "—"]

    @pytest.mark.parametrize("text", ["qsq", "QS-002", "qs-0", "青石"])
    def test_they_are_found_by_name_code_or_initials(self, desk: Desk, qtbot: QtBot, text: str) -> None:
        page, tab = halls_tab(desk, qtbot)
        assert page.key(key("/"))
        assert tab.search.hasFocus()
        type_into(qtbot, tab.search, text)
        assert names(tab) == [QINGSHI.name]

    def test_what_is_not_found_is_told(self, desk: Desk, qtbot: QtBot) -> None:
        _, tab = halls_tab(desk, qtbot)
        type_into(qtbot, tab.search, "zzz")
        assert tab.nothing.isVisible()
        assert not tab.table.isVisible()

    def test_one_is_added_with_the_units_company_and_area(self, desk: Desk, qtbot: QtBot) -> None:
        desk.set("operator", "CSG")
        desk.set("area", "rural")
        page, tab = halls_tab(desk, qtbot)
        press(qtbot, tab.add_button)
        assert tab.sheet.isVisible()
        type_into(qtbot, tab.form.fields["code"].edit, "BG-004")
        type_into(qtbot, tab.form.fields["name"].edit, "北港供电营业厅")
        press(qtbot, tab.form.save_button)
        assert not tab.sheet.isVisible()
        assert desk.places.hall("BG-004") == Hall("BG-004", "北港供电营业厅", operator="CSG", area="rural")
        assert tab.chosen() == desk.places.hall("BG-004")
        assert "已保存" in page.saved.accessibleName()

    def test_control_enter_saves_the_form_and_escape_leaves_field_and_form(self, desk: Desk, qtbot: QtBot) -> None:
        page, tab = halls_tab(desk, qtbot)
        press(qtbot, tab.add_button)
        name = tab.form.fields["name"].edit
        qtbot.keyClick(name, Qt.Key.Key_Escape)
        assert tab.sheet.hasFocus()
        qtbot.keyClick(tab.sheet, Qt.Key.Key_Escape)
        assert not tab.sheet.isVisible()
        press(qtbot, tab.add_button)
        type_into(qtbot, name, "北港供电营业厅")
        assert page.key(control_enter())
        assert tab.form.fields["code"].edit.accessibleDescription()
        type_into(qtbot, tab.form.fields["code"].edit, "BG-004")
        assert page.key(control_enter())
        assert not tab.sheet.isVisible()
        assert "BG-004" in codes(desk)

    def test_a_code_that_is_taken_is_refused(self, desk: Desk, qtbot: QtBot) -> None:
        _, tab = halls_tab(desk, qtbot)
        press(qtbot, tab.add_button)
        type_into(qtbot, tab.form.fields["code"].edit, BINJIANG.code)
        type_into(qtbot, tab.form.fields["name"].edit, "又一个")
        press(qtbot, tab.form.save_button)
        assert tab.sheet.isVisible()
        assert tab.form.fields["code"].edit.accessibleDescription() == f"编码 BJ-001 已是{BINJIANG.name}的。"
        assert desk.places.hall("BJ-001") == BINJIANG

    def test_one_is_changed_and_keeps_its_facts(self, desk: Desk, qtbot: QtBot) -> None:
        known = replace(NANHU, facts={"has_ramp": True})
        desk.keep_hall(known)
        page, tab = halls_tab(desk, qtbot)
        tab.choose("NH-003")
        tab.table.setFocus()
        assert page.key(key("\r"))
        type_into(qtbot, tab.form.fields["name"].edit, "南湖新厅")
        press(qtbot, tab.form.save_button)
        assert desk.places.hall("NH-003") == replace(known, name="南湖新厅")

    def test_one_taken_off_comes_back_by_the_banner(self, desk: Desk, qtbot: QtBot) -> None:
        inspecting = begun(desk, QINGSHI, 2)
        page, tab = halls_tab(desk, qtbot)
        said = heard(page, "say")
        tab.choose("QS-002")
        tab.table.setFocus()
        assert page.key(key(""))
        assert codes(desk) == ["BJ-001", "NH-003"]
        assert said[-1][:3] == ("accent", f"{QINGSHI.name} 已移出名单，做过的检查不受影响。", "撤销")
        assert desk.open(inspecting.inspection.id).inspection.hall.name == QINGSHI.name
        undo(said)
        assert desk.places.hall("QS-002") == QINGSHI
        chosen = tab.chosen()
        assert chosen is not None
        assert chosen.code == "QS-002"

    def test_keys_mean_nothing_without_a_row_or_under_a_form(self, desk: Desk, qtbot: QtBot) -> None:
        page, tab = halls_tab(desk, qtbot)
        tab.table.setFocus()
        assert not page.key(key(""))
        assert not tab.remove_button.isVisible()
        tab.choose("QS-002")
        assert tab.remove_button.isVisible()
        tab.edit()
        assert not page.key(key(""))
        assert not page.key(key("/"))
        assert "QS-002" in codes(desk)

    def test_what_cannot_be_written_is_told_and_the_form_stays(self, desk: Desk, qtbot: QtBot) -> None:
        page, tab = halls_tab(desk, qtbot)
        said = heard(page, "say")
        tab.choose("QS-002")
        tab.edit()
        type_into(qtbot, tab.form.fields["name"].edit, "新名")
        forbid_writing(desk)
        press(qtbot, tab.form.save_button)
        assert said[-1][0] == "bad"
        assert tab.sheet.isVisible()
        assert page.saved.accessibleName() == ""
        tab.remove()
        assert len(said) == 2
        assert said[-1][0] == "bad"

    def test_half_typed_words_outlive_a_visit_elsewhere(self, desk: Desk, qtbot: QtBot) -> None:
        page, tab = halls_tab(desk, qtbot)
        press(qtbot, tab.add_button)
        edit = tab.form.fields["name"].edit
        edit.setFocus()
        compose(edit, "北港")
        page.leave()
        page.enter(None)
        assert tab.sheet.isVisible()
        assert tab.form.hall().name == "北港"

    def test_another_tab_puts_the_form_away(self, desk: Desk, qtbot: QtBot) -> None:
        page, tab = halls_tab(desk, qtbot)
        press(qtbot, tab.add_button)
        page.enter("backup")
        assert not tab.sheet.isVisible()

    def test_an_empty_list_teaches(self, tmp_path: Path, qtbot: QtBot) -> None:
        _, tab = halls_tab(empty_desk(tmp_path), qtbot)
        assert tab.empty.isVisible()
        assert tab.empty.button is not None
        press(qtbot, tab.empty.button)
        assert tab.sheet.isVisible()


class TestInspectors:
    def test_they_are_listed_and_mine_is_marked(self, desk: Desk, qtbot: QtBot) -> None:
        _, tab = inspectors_tab(desk, qtbot)
        assert names(tab) == [ME.name, SECOND.name]
        spoken = [tab.model.data(tab.model.index(row, 3), Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
        assert spoken == ["这台电脑", ""]
        assert tab.me.key() == ME.code

    def test_this_laptops_inspector_is_chosen(self, desk: Desk, qtbot: QtBot) -> None:
        page, tab = inspectors_tab(desk, qtbot)
        tab.me.setFocus()
        qtbot.keyClick(tab.me, Qt.Key.Key_Down)
        assert desk.me() == SECOND
        assert "已保存" in page.saved.accessibleName()
        qtbot.keyClick(tab.me, Qt.Key.Key_Home)
        assert desk.me() is None

    def test_the_first_one_becomes_this_laptops(self, tmp_path: Path, qtbot: QtBot) -> None:
        desk = empty_desk(tmp_path)
        _, tab = inspectors_tab(desk, qtbot)
        assert not tab.me.isEnabled()
        for code, name in (("D1", "何嘉"), ("D2", "李想")):
            press(qtbot, tab.add_button)
            type_into(qtbot, tab.form.fields["name"].edit, name)
            type_into(qtbot, tab.form.fields["code"].edit, code)
            press(qtbot, tab.form.save_button)
        assert desk.me() == Inspector("D1", "何嘉")
        assert tab.me.key() == "D1"
        assert tab.me.count() == 3

    def test_one_taken_off_and_brought_back_is_still_this_laptops(self, desk: Desk, qtbot: QtBot) -> None:
        page, tab = inspectors_tab(desk, qtbot)
        said = heard(page, "say")
        tab.choose(ME.code)
        press(qtbot, tab.remove_button)
        assert desk.me() is None
        assert tab.me.key() == ""
        undo(said)
        assert desk.me() == ME

    def test_a_code_that_is_taken_is_refused(self, desk: Desk, qtbot: QtBot) -> None:
        _, tab = inspectors_tab(desk, qtbot)
        press(qtbot, tab.add_button)
        type_into(qtbot, tab.form.fields["name"].edit, "Another")
        type_into(qtbot, tab.form.fields["code"].edit, ME.code)
        press(qtbot, tab.form.save_button)
        assert tab.form.fields["code"].edit.accessibleDescription() == f"编码 DC-001 已是{ME.name}的。"
        assert desk.me() == ME

    def test_they_are_imported_too(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        _, tab = inspectors_tab(desk, qtbot)
        tab.read_file(list_file(tmp_path, ["工号", "姓名"], ["DC-001", "周敏敏"], ["DC-009", "何嘉"]))
        press(qtbot, tab.imports.take_button)
        assert desk.me() == replace(ME, name="周敏敏")
        assert Inspector("DC-009", "何嘉") in desk.places.inspectors()
