"""The settings: halls from a file, and the template for one."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.errors import InspectorError
from inspector.inspection.hall import Hall
from tests.ui.pages.settings_acts import codes, halls_tab, list_file, undo
from tests.ui.pages.staging import BINJIANG, OFFSCREEN, changes, desk_with_halls, heard, press

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


class TestImport:
    ROWS = (
        ["编码", "名称", "级别", "区域"],
        ["BJ-001", "滨江新厅", "", ""],
        ["XY-009", "西苑供电营业厅", "C", "农村"],
        ["XY-010", "东苑供电营业厅", "E", "农村"],
    )

    def test_nothing_is_written_before_a_person_says_so(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        _, tab = halls_tab(desk, qtbot)
        before = changes(desk)
        tab.read_file(list_file(tmp_path, *self.ROWS))
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
        page, tab = halls_tab(desk, qtbot)
        said = heard(page, "say")
        tab.read_file(list_file(tmp_path, *self.ROWS))
        press(qtbot, tab.imports.take_button)
        assert said[-1][:3] == ("good", "已导入 2 个营业厅。", "撤销")
        assert desk.places.hall("BJ-001") == replace(BINJIANG, name="滨江新厅")
        assert desk.places.hall("XY-009") == Hall("XY-009", "西苑供电营业厅", "C", area="rural")
        assert len(tab.model.rows) == 4
        undo(said)
        assert desk.places.hall("BJ-001") == BINJIANG
        assert codes(desk) == ["BJ-001", "NH-003", "QS-002"]
        assert len(tab.model.rows) == 3

    def test_nothing_right_cannot_be_taken(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        _, tab = halls_tab(desk, qtbot)
        tab.read_file(list_file(tmp_path, ["编码", "名称"], ["", "无码"]))
        assert tab.imports.good.text() == "没有可导入的营业厅"
        assert not tab.imports.take_button.isEnabled()
        assert tab.imports.mistakes.toPlainText() == "A2：没有填。"

    def test_a_list_without_mistakes_shows_none(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        _, tab = halls_tab(desk, qtbot)
        tab.read_file(list_file(tmp_path, *self.ROWS[:3]))
        assert not tab.imports.mistakes.isVisible()
        assert not tab.imports.bad.isVisible()

    def test_very_many_mistakes_are_counted_and_the_first_listed(
        self, desk: Desk, qtbot: QtBot, tmp_path: Path
    ) -> None:
        _, tab = halls_tab(desk, qtbot)
        rows = "".join(f",厅{number}\n" for number in range(600))
        path = tmp_path / "many.csv"
        path.write_text("编码,名称\n" + rows, "utf-8")
        tab.read_file(path)
        lines = tab.imports.mistakes.toPlainText().splitlines()
        assert tab.imports.bad.text() == "600 处错误"
        assert (lines[0], lines[-1], len(lines)) == ("A2：没有填。", "还有 100 处没有列出。", 501)

    def test_what_is_no_list_is_told_by_the_window(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        page, tab = halls_tab(desk, qtbot)
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
        _, tab = halls_tab(desk, qtbot)
        names = iter(["", str(list_file(tmp_path, *self.ROWS))])
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (next(names), ""))
        press(qtbot, tab.import_button)
        assert not tab.imports.isVisible()
        press(qtbot, tab.import_button)
        assert tab.imports.isVisible()

    def test_the_template_is_written_where_a_person_says(
        self, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        page, tab = halls_tab(desk, qtbot)
        said = heard(page, "say")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "模板"), ""))
        press(qtbot, tab.template_button)
        assert said[-1][:3] == ("good", "模板已存为 模板.xlsx。", "打开")
        assert load_workbook(tmp_path / "模板.xlsx").worksheets[0]["A1"].value == "编码"
        tab.read_file(tmp_path / "模板.xlsx")
        assert tab.imports.good.text() == "没有可导入的营业厅"
