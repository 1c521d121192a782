"""The settings: lists, imports, unit, look, data and backup, form files, about."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from inspector import __version__
from inspector.actions.desk import Desk
from inspector.errors import InspectorError
from inspector.inspection.hall import Hall, Inspector
from inspector.paths import forms
from inspector.ui.jobs import Jobs
from inspector.ui.page import Tools
from inspector.ui.pages.settings import SettingsPage
from inspector.ui.pages.settings.about_tab import AboutTab
from inspector.ui.pages.settings.data_tab import DataTab
from inspector.ui.pages.settings.forms_tab import FormsTab
from inspector.ui.pages.settings.halls_tab import HallsTab
from inspector.ui.pages.settings.inspectors_tab import InspectorsTab
from inspector.ui.pages.settings.look_tab import LookTab
from inspector.ui.pages.settings.page import TABS
from inspector.ui.pages.settings.roll_tab import RollTab
from inspector.ui.pages.settings.sizes import size_words
from inspector.ui.pages.settings.unit_tab import UnitTab
from inspector.ui.theme import apply_theme, theme
from tests.ui.pages.staging import (
    BINJIANG,
    ME,
    NANHU,
    OFFSCREEN,
    QINGSHI,
    SECOND,
    begun,
    changes,
    desk_with_halls,
    empty_desk,
    heard,
    nameless,
    press,
    shown,
    type_into,
)
from tests.ui.widgets.acts import compose

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)
KEYS = {"/": Qt.Key.Key_Slash, "、": Qt.Key.Key_Comma, "": Qt.Key.Key_Delete, "\r": Qt.Key.Key_Return}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.at(tmp_path / "data")
    desk.keep_hall(BINJIANG)
    yield desk
    desk.close()


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp)


def _page(desk: Desk, qtbot: QtBot, tab: str = "halls") -> SettingsPage:
    return cast(SettingsPage, shown(SettingsPage, desk, qtbot, tab))


def _halls(desk: Desk, qtbot: QtBot) -> tuple[SettingsPage, HallsTab]:
    page = _page(desk, qtbot)
    return page, cast(HallsTab, page.tab)


def _people(desk: Desk, qtbot: QtBot) -> tuple[SettingsPage, InspectorsTab]:
    page = _page(desk, qtbot, "inspectors")
    return page, cast(InspectorsTab, page.tab)


def _data(desk: Desk, qtbot: QtBot) -> tuple[SettingsPage, DataTab]:
    page = _page(desk, qtbot, "backup")
    return page, cast(DataTab, page.tab)


def _names(tab: RollTab[Hall] | RollTab[Inspector]) -> list[str]:
    return [record.name for record in tab.model.rows]


def _codes(desk: Desk) -> list[str]:
    return sorted(hall.code for hall, _letters in desk.places.halls())


def _act(said: list[tuple[object, ...]]) -> None:
    cast(Callable[[], None], said[-1][3])()


def _key(text: str) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, KEYS[text], Qt.KeyboardModifier.NoModifier, text)


def _list_file(tmp_path: Path, *rows: list[str]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    path = tmp_path / "名单.xlsx"
    book.save(path)
    return path


def _read_only(desk: Desk) -> None:
    desk.database.connection.execute("pragma query_only = 1")


class TestPage:
    @pytest.mark.parametrize("key", TABS)
    def test_each_tab_opens_by_its_key_without_writing(self, desk: Desk, qtbot: QtBot, key: str) -> None:
        before = changes(desk)
        page = _page(desk, qtbot, key)
        blanks = changes(desk) if key == "forms" else before  # reading a form for the first time shelves it
        assert page.tab is page.made[key]
        assert page.tabs.current() == key
        page.enter(key)
        assert changes(desk) == blanks
        assert nameless(page) == []

    def test_without_a_key_the_tab_shown_last_comes_back(self, desk: Desk, qtbot: QtBot) -> None:
        page = _page(desk, qtbot, "look")
        page.leave()
        page.enter(None)
        assert isinstance(page.tab, LookTab)

    @pytest.mark.parametrize("scale", [1.0, 1.3])
    def test_it_fits_a_small_screen_at_every_text_size(
        self, desk: Desk, qtbot: QtBot, qapp: QApplication, scale: float
    ) -> None:
        page = _page(desk, qtbot)
        apply_theme(qapp, "dark", scale)
        for key in TABS:
            page.enter(key)
        least = page.minimumSizeHint()
        assert least.width() <= 1280 - 80
        assert least.height() <= 720 - 56

    def test_tabs_are_turned_by_a_press(self, desk: Desk, qtbot: QtBot) -> None:
        page = _page(desk, qtbot)
        press(qtbot, page.tabs._pieces["about"])
        assert isinstance(page.tab, AboutTab)
        assert page.stack.currentWidget() is page.tab


class TestHalls:
    def test_they_are_listed_by_code(self, desk: Desk, qtbot: QtBot) -> None:
        _, tab = _halls(desk, qtbot)
        assert [hall.code for hall in tab.model.rows] == ["BJ-001", "NH-003", "QS-002"]
        spoken = [tab.model.data(tab.model.index(0, column), Qt.ItemDataRole.AccessibleTextRole) for column in range(5)]
        assert spoken == ["滨江供电营业厅，临江市滨江路 3 号", "BJ-001", "B 级", "城区，既有", "—"]

    @pytest.mark.parametrize("text", ["qsq", "QS-002", "qs-0", "青石"])
    def test_they_are_found_by_name_code_or_initials(self, desk: Desk, qtbot: QtBot, text: str) -> None:
        page, tab = _halls(desk, qtbot)
        assert page.key(_key("/"))
        assert tab.search.hasFocus()
        type_into(qtbot, tab.search, text)
        assert _names(tab) == [QINGSHI.name]

    def test_what_is_not_found_is_told(self, desk: Desk, qtbot: QtBot) -> None:
        _, tab = _halls(desk, qtbot)
        type_into(qtbot, tab.search, "zzz")
        assert tab.nothing.isVisible()
        assert not tab.table.isVisible()

    def test_one_is_added_with_the_units_company_and_area(self, desk: Desk, qtbot: QtBot) -> None:
        desk.set("operator", "CSG")
        desk.set("area", "rural")
        page, tab = _halls(desk, qtbot)
        press(qtbot, tab.add_button)
        assert tab.sheet.isVisible()
        type_into(qtbot, tab.form.fields["code"].edit, "BG-004")
        type_into(qtbot, tab.form.fields["name"].edit, "北港供电营业厅")
        press(qtbot, tab.form.save_button)
        assert not tab.sheet.isVisible()
        assert desk.places.hall("BG-004") == Hall("BG-004", "北港供电营业厅", operator="CSG", area="rural")
        assert tab.chosen() == desk.places.hall("BG-004")
        assert "已保存" in page.saved.accessibleName()

    def test_a_code_that_is_taken_is_refused(self, desk: Desk, qtbot: QtBot) -> None:
        _, tab = _halls(desk, qtbot)
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
        page, tab = _halls(desk, qtbot)
        tab.choose("NH-003")
        tab.table.setFocus()
        assert page.key(_key("\r"))
        type_into(qtbot, tab.form.fields["name"].edit, "南湖新厅")
        press(qtbot, tab.form.save_button)
        assert desk.places.hall("NH-003") == replace(known, name="南湖新厅")

    def test_one_taken_off_comes_back_by_the_banner(self, desk: Desk, qtbot: QtBot) -> None:
        inspecting = begun(desk, QINGSHI, 2)
        page, tab = _halls(desk, qtbot)
        said = heard(page, "say")
        tab.choose("QS-002")
        tab.table.setFocus()
        assert page.key(_key(""))
        assert _codes(desk) == ["BJ-001", "NH-003"]
        assert said[-1][:3] == ("accent", f"{QINGSHI.name} 已移出名单，做过的检查不受影响。", "撤销")
        assert desk.open(inspecting.inspection.id).inspection.hall.name == QINGSHI.name
        _act(said)
        assert desk.places.hall("QS-002") == QINGSHI
        chosen = tab.chosen()
        assert chosen is not None
        assert chosen.code == "QS-002"

    def test_keys_mean_nothing_without_a_row_or_under_a_form(self, desk: Desk, qtbot: QtBot) -> None:
        page, tab = _halls(desk, qtbot)
        tab.table.setFocus()
        assert not page.key(_key(""))
        assert not tab.remove_button.isVisible()
        tab.choose("QS-002")
        assert tab.remove_button.isVisible()
        tab.edit()
        assert not page.key(_key(""))
        assert not page.key(_key("/"))
        assert "QS-002" in _codes(desk)

    def test_what_cannot_be_written_is_told_and_the_form_stays(self, desk: Desk, qtbot: QtBot) -> None:
        page, tab = _halls(desk, qtbot)
        said = heard(page, "say")
        tab.choose("QS-002")
        tab.edit()
        type_into(qtbot, tab.form.fields["name"].edit, "新名")
        _read_only(desk)
        press(qtbot, tab.form.save_button)
        assert said[-1][0] == "bad"
        assert tab.sheet.isVisible()
        assert page.saved.accessibleName() == ""
        tab.remove()
        assert len(said) == 2
        assert said[-1][0] == "bad"

    def test_half_typed_words_outlive_a_visit_elsewhere(self, desk: Desk, qtbot: QtBot) -> None:
        page, tab = _halls(desk, qtbot)
        press(qtbot, tab.add_button)
        edit = tab.form.fields["name"].edit
        edit.setFocus()
        compose(edit, "北港")
        page.leave()
        page.enter(None)
        assert tab.sheet.isVisible()
        assert tab.form.hall().name == "北港"

    def test_another_tab_puts_the_form_away(self, desk: Desk, qtbot: QtBot) -> None:
        page, tab = _halls(desk, qtbot)
        press(qtbot, tab.add_button)
        page.enter("backup")
        assert not tab.sheet.isVisible()

    def test_an_empty_list_teaches(self, tmp_path: Path, qtbot: QtBot) -> None:
        _, tab = _halls(empty_desk(tmp_path), qtbot)
        assert tab.empty.isVisible()
        assert tab.empty.button is not None
        press(qtbot, tab.empty.button)
        assert tab.sheet.isVisible()


class TestImport:
    ROWS = (
        ["编码", "名称", "级别", "区域"],
        ["BJ-001", "滨江新厅", "", ""],
        ["XY-009", "西苑供电营业厅", "C", "农村"],
        ["XY-010", "东苑供电营业厅", "E", "农村"],
    )

    def test_nothing_is_written_before_a_person_says_so(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        _, tab = _halls(desk, qtbot)
        before = changes(desk)
        tab.read_file(_list_file(tmp_path, *self.ROWS))
        assert tab.imports.isVisible()
        assert tab.imports.file.text() == "名单.xlsx"
        assert tab.imports.good.text() == "2 个可导入：新增 1 个，更新 1 个"
        assert tab.imports.bad.text() == "1 处错误"
        assert tab.imports.mistakes.toPlainText() == "C4：“E”不认识，可填 A级、B级、C级、D级。"
        assert tab.imports.take_button.words == "导入 2 个"
        assert tab.imports.take_button.hasFocus()
        assert changes(desk) == before
        press(qtbot, tab.imports.cancel_button)
        assert changes(desk) == before
        assert not tab.imports.isVisible()

    def test_taken_in_and_undone(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        page, tab = _halls(desk, qtbot)
        said = heard(page, "say")
        tab.read_file(_list_file(tmp_path, *self.ROWS))
        press(qtbot, tab.imports.take_button)
        assert said[-1][:3] == ("good", "已导入 2 个营业厅。", "撤销")
        assert desk.places.hall("BJ-001") == replace(BINJIANG, name="滨江新厅")
        assert desk.places.hall("XY-009") == Hall("XY-009", "西苑供电营业厅", "C", area="rural")
        assert len(tab.model.rows) == 4
        _act(said)
        assert desk.places.hall("BJ-001") == BINJIANG
        assert _codes(desk) == ["BJ-001", "NH-003", "QS-002"]
        assert len(tab.model.rows) == 3

    def test_nothing_right_cannot_be_taken(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        _, tab = _halls(desk, qtbot)
        tab.read_file(_list_file(tmp_path, ["编码", "名称"], ["", "无码"]))
        assert tab.imports.good.text() == "没有可导入的营业厅"
        assert not tab.imports.take_button.isEnabled()
        assert tab.imports.mistakes.toPlainText() == "A2：没有填。"

    def test_a_list_without_mistakes_shows_none(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        _, tab = _halls(desk, qtbot)
        tab.read_file(_list_file(tmp_path, *self.ROWS[:3]))
        assert not tab.imports.mistakes.isVisible()
        assert not tab.imports.bad.isVisible()

    def test_very_many_mistakes_are_counted_and_the_first_listed(
        self, desk: Desk, qtbot: QtBot, tmp_path: Path
    ) -> None:
        _, tab = _halls(desk, qtbot)
        rows = "".join(f",厅{number}\n" for number in range(600))
        path = tmp_path / "many.csv"
        path.write_text("编码,名称\n" + rows, "utf-8")
        tab.read_file(path)
        lines = tab.imports.mistakes.toPlainText().splitlines()
        assert tab.imports.bad.text() == "600 处错误"
        assert (lines[0], lines[-1], len(lines)) == ("A2：没有填。", "还有 100 处没有列出。", 501)

    def test_what_is_no_list_is_told_by_the_window(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        page, tab = _halls(desk, qtbot)
        told: list[Exception] = []
        page.jobs.tell_trouble_to(told.append)
        path = tmp_path / "list.xlsx"
        path.write_bytes(b"%PDF-1.7")
        tab.read_file(path)
        assert isinstance(told[0], InspectorError)
        assert "是 PDF" in str(told[0])
        assert not tab.imports.isVisible()

    def test_the_file_is_asked_for_and_none_is_fine(
        self, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        _, tab = _halls(desk, qtbot)
        names = iter(["", str(_list_file(tmp_path, *self.ROWS))])
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (next(names), ""))
        press(qtbot, tab.import_button)
        assert not tab.imports.isVisible()
        press(qtbot, tab.import_button)
        assert tab.imports.isVisible()

    def test_the_template_is_written_where_a_person_says(
        self, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        page, tab = _halls(desk, qtbot)
        said = heard(page, "say")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "模板"), ""))
        press(qtbot, tab.template_button)
        assert said[-1][:3] == ("good", "模板已存为 模板.xlsx。", "打开")
        assert load_workbook(tmp_path / "模板.xlsx").worksheets[0]["A1"].value == "编码"
        tab.read_file(tmp_path / "模板.xlsx")
        assert tab.imports.good.text() == "没有可导入的营业厅"


class TestInspectors:
    def test_they_are_listed_and_mine_is_marked(self, desk: Desk, qtbot: QtBot) -> None:
        _, tab = _people(desk, qtbot)
        assert _names(tab) == [ME.name, SECOND.name]
        spoken = [tab.model.data(tab.model.index(row, 3), Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
        assert spoken == ["这台电脑", ""]
        assert tab.me.key() == ME.code

    def test_this_laptops_inspector_is_chosen(self, desk: Desk, qtbot: QtBot) -> None:
        page, tab = _people(desk, qtbot)
        tab.me.setFocus()
        qtbot.keyClick(tab.me, Qt.Key.Key_Down)
        assert desk.me() == SECOND
        assert "已保存" in page.saved.accessibleName()
        qtbot.keyClick(tab.me, Qt.Key.Key_Home)
        assert desk.me() is None

    def test_the_first_one_becomes_this_laptops(self, tmp_path: Path, qtbot: QtBot) -> None:
        desk = empty_desk(tmp_path)
        _, tab = _people(desk, qtbot)
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
        page, tab = _people(desk, qtbot)
        said = heard(page, "say")
        tab.choose(ME.code)
        press(qtbot, tab.remove_button)
        assert desk.me() is None
        assert tab.me.key() == ""
        _act(said)
        assert desk.me() == ME

    def test_a_code_that_is_taken_is_refused(self, desk: Desk, qtbot: QtBot) -> None:
        _, tab = _people(desk, qtbot)
        press(qtbot, tab.add_button)
        type_into(qtbot, tab.form.fields["name"].edit, "Another")
        type_into(qtbot, tab.form.fields["code"].edit, ME.code)
        press(qtbot, tab.form.save_button)
        assert tab.form.fields["code"].edit.accessibleDescription() == f"编码 DC-001 已是{ME.name}的。"
        assert desk.me() == ME

    def test_they_are_imported_too(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        _, tab = _people(desk, qtbot)
        tab.read_file(_list_file(tmp_path, ["工号", "姓名"], ["DC-001", "周敏敏"], ["DC-009", "何嘉"]))
        press(qtbot, tab.imports.take_button)
        assert desk.me() == replace(ME, name="周敏敏")
        assert Inspector("DC-009", "何嘉") in desk.places.inspectors()


class TestUnit:
    def test_the_name_is_kept_when_the_field_is_left(self, desk: Desk, qtbot: QtBot) -> None:
        page = _page(desk, qtbot, "unit")
        tab = cast(UnitTab, page.tab)
        type_into(qtbot, tab.organisation.edit, "Linjiang ")
        qtbot.keyClick(tab.organisation.edit, Qt.Key.Key_Return)
        assert desk.setting("organisation") == "Linjiang"
        compose(tab.organisation.edit, "临江")
        page.leave()
        assert "临江" in desk.setting("organisation")

    def test_company_and_area_are_chosen(self, desk: Desk, qtbot: QtBot) -> None:
        tab = cast(UnitTab, _page(desk, qtbot, "unit").tab)
        for choice in (tab.operator, tab.area):
            choice.setFocus()
            qtbot.keyClick(choice, Qt.Key.Key_Down)
        assert (desk.setting("operator"), desk.setting("area")) == ("CSG", "rural")


class TestLook:
    def test_theme_and_text_size_take_effect_at_once(self, desk: Desk, qtbot: QtBot) -> None:
        tab = cast(LookTab, _page(desk, qtbot, "look").tab)
        press(qtbot, tab.theme._pieces["dark"])
        assert theme.dark
        press(qtbot, tab.text_size._pieces["1.3"])
        assert theme.scale == 1.3
        assert theme.dark
        assert (desk.setting("theme"), desk.setting("text_size")) == ("dark", "1.3")

    def test_the_language_waits_for_the_next_start_and_says_so(self, desk: Desk, qtbot: QtBot) -> None:
        tab = cast(LookTab, _page(desk, qtbot, "look").tab)
        assert tab.language_row.meaning.text() == "下次启动时生效。"
        press(qtbot, tab.language._pieces["en"])
        assert desk.setting("language") == "en"
        assert tab.language_row.meaning.text() == "已选好，关闭星察再打开后生效。"

    def test_how_the_audit_behaves(self, desk: Desk, qtbot: QtBot) -> None:
        tab = cast(LookTab, _page(desk, qtbot, "look").tab)
        assert (tab.auto_next.isChecked(), tab.blind.isChecked()) == (True, False)
        press(qtbot, tab.auto_next)
        press(qtbot, tab.blind)
        assert (desk.setting("auto_next"), desk.setting("blind")) == ("no", "yes")


class TestData:
    def test_sizes_are_told(self, on_disk: Desk, qtbot: QtBot) -> None:
        photo = on_disk.vault.folder / "aa" / "a"
        photo.parent.mkdir(parents=True)
        photo.write_bytes(bytes(1_500_000))
        _, tab = _data(on_disk, qtbot)
        assert tab.vault.text() == "1\u00a0MB，1 个文件"
        assert tab.database.text().endswith("KB")
        assert tab.room.text().endswith(("GB", "照片可能存不下"))

    @pytest.mark.parametrize(
        ("size", "words"),
        [(0, "0 KB"), (1, "1 KB"), (999_001, "1000 KB"), (1_999_999, "1 MB"), (1_290_000_000, "1.2 GB")],
    )
    def test_sizes_are_truncated(self, size: int, words: str) -> None:
        assert size_words(size).replace("\u00a0", " ") == words

    def test_a_backup_is_made_told_and_remembered(
        self, on_disk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        page, tab = _data(on_disk, qtbot)
        said = heard(page, "say")
        assert tab.last.text() == "还没有备份过"
        target = tmp_path / "disk"
        target.mkdir()
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(target))
        press(qtbot, tab.back_up_button)
        made = next(target.iterdir())
        assert said[-1][:3] == ("good", f"备份完成并已校验：{made.name}。", "打开")
        assert (made / "SHA256SUMS").is_file()
        assert on_disk.setting("backup_folder") == str(target)
        assert on_disk.setting("backup_at").startswith(f"{made.name[-15:-11]}-")
        assert tab.last.text().startswith("上次备份 今天")
        assert tab.back_up_button.isEnabled()

    def test_without_a_place_nothing_happens(
        self, on_disk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        page, tab = _data(on_disk, qtbot)
        said = heard(page, "say")
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: "")
        press(qtbot, tab.back_up_button)
        assert said == []
        assert on_disk.setting("backup_at") == ""

    def test_a_place_that_is_not_there_is_told(self, on_disk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        on_disk.set("backup_folder", str(tmp_path / "unplugged"))
        page, tab = _data(on_disk, qtbot)
        assert "移动硬盘可能没有插上" in tab.target_row.meaning.text()
        told: list[Exception] = []
        page.jobs.tell_trouble_to(told.append)
        press(qtbot, tab.back_up_button)
        assert "找不到" in str(told[0])
        assert on_disk.setting("backup_at") == ""
        assert tab.back_up_button.isEnabled()

    def test_the_same_disk_is_warned_of(self, on_disk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        on_disk.set("backup_folder", str(tmp_path))
        _, tab = _data(on_disk, qtbot)
        assert "与数据在同一块盘上" in tab.target_row.meaning.text()

    def test_while_it_runs_it_cannot_start_twice_and_a_cancel_leaves_nothing(
        self, on_disk: Desk, qtbot: QtBot, tmp_path: Path
    ) -> None:
        target = tmp_path / "disk"
        target.mkdir()
        on_disk.set("backup_folder", str(target))
        for number in range(200):
            path = on_disk.vault.folder / f"{number:02x}" / f"{number}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(bytes(100_000))
        page = SettingsPage(Tools(on_disk, Jobs()))
        qtbot.addWidget(page)
        page.enter("backup")
        tab = cast(DataTab, page.tab)
        tab.back_up()
        assert not tab.back_up_button.isEnabled()
        assert tab.back_up_button.words == "正在备份"
        running = [job for job in page.jobs.running if job.title]
        tab.back_up()
        assert [job for job in page.jobs.running if job.title] == running
        running[0].cancel()
        qtbot.waitUntil(lambda: not page.jobs.running, timeout=20_000)
        assert tab.back_up_button.isEnabled()
        assert list(target.iterdir()) == []
        assert on_disk.setting("backup_at") == ""


class TestForms:
    def test_shipped_blanks_are_listed_with_version_items_and_digest(self, desk: Desk, qtbot: QtBot) -> None:
        tab = cast(FormsTab, _page(desk, qtbot, "forms").tab)
        rows = [[tab.model.item(row, column).text() for column in range(4)] for row in range(tab.model.rowCount())]
        form = desk.shelf.form("hall-open-audit")
        assert rows[0] == [str(form.title), form.version, f"{len(form.items)} 项", form.digest[:16]]
        assert len(rows) == len(desk.shelf.titles()) + 2
        assert [row[0] for row in rows[-2:]] == ["时限", str(desk.shelf.scheme().title)]

    def test_every_mistake_of_a_file_is_listed_with_its_place(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        tab = cast(FormsTab, _page(desk, qtbot, "forms").tab)
        wrong = tmp_path / "environment.yaml"
        wrong.write_text((forms() / "environment.yaml").read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
        tab.check([wrong])
        lines = tab.mistakes.toPlainText().splitlines()
        assert tab.mistakes.isVisible()
        assert tab.verdict.text() == f"1 个文件里有 {len(lines)} 处错误"
        assert any(line.startswith(f"{wrong}:1:1: F") for line in lines)

    def test_files_without_a_mistake(
        self, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tab = cast(FormsTab, _page(desk, qtbot, "forms").tab)
        folders = iter(["", str(forms()), str(tmp_path)])
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: next(folders))
        press(qtbot, tab.folder_button)
        assert tab.verdict.text() == "还没有检查文件"
        press(qtbot, tab.folder_button)
        assert tab.verdict.text() == f"没有错误，检查了 {len(list(forms().rglob('*.yaml')))} 个文件"
        assert not tab.mistakes.isVisible()
        press(qtbot, tab.folder_button)
        assert tab.verdict.text() == "里面没有 YAML 文件"

    def test_files_are_asked_for(self, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        tab = cast(FormsTab, _page(desk, qtbot, "forms").tab)
        names = [str(forms() / "environment.yaml"), str(forms() / "signage.yaml")]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (names, ""))
        press(qtbot, tab.files_button)
        assert tab.verdict.text() == "没有错误，检查了 2 个文件"

    def test_a_whole_disk_is_refused(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        page = _page(desk, qtbot, "forms")
        told: list[Exception] = []
        page.jobs.tell_trouble_to(told.append)
        for number in range(501):
            (tmp_path / f"{number}.yml").touch()
        cast(FormsTab, page.tab).check([tmp_path])
        assert "超过 500 个" in str(told[0])


class TestAbout:
    def test_version_licences_and_log(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        page = _page(desk, qtbot, "about")
        words = "\n".join(
            label.text() for label in page.tab.findChildren(type(cast(AboutTab, page.tab).log_row.meaning))
        )
        for part in (__version__, "MIT 许可", "SIL Open Font License 1.1", "PySide6-Essentials", "LGPL-3.0", "GPL-2.0"):
            assert part in words
        assert "还不存在" in words
        (tmp_path / "inspector.log").touch()
        page.enter("about")
        assert "请把它交给维护人员" in cast(AboutTab, page.tab).log_row.meaning.text()
