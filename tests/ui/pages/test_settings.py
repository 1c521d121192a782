"""The settings: tabs, unit, look, form files, about."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from inspector import __version__
from inspector.actions.desk import Desk
from inspector.paths import forms
from inspector.ui.pages.report.paper import read_paper
from inspector.ui.pages.settings.about_tab import AboutTab
from inspector.ui.pages.settings.forms_tab import FormsTab
from inspector.ui.pages.settings.look_tab import LookTab
from inspector.ui.pages.settings.page import TABS
from inspector.ui.pages.settings.unit_tab import UnitTab
from inspector.ui.theme import apply_theme, theme
from tests.ui.pages.settings_acts import settings
from tests.ui.pages.staging import OFFSCREEN, changes, desk_with_halls, heard, nameless, press, type_into
from tests.ui.widgets.acts import compose

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp)


class TestPage:
    @pytest.mark.parametrize("key", TABS)
    def test_each_tab_opens_by_its_key_without_writing(self, desk: Desk, qtbot: QtBot, key: str) -> None:
        before = changes(desk)
        page = settings(desk, qtbot, key)
        blanks = changes(desk) if key == "forms" else before  # reading a form for the first time shelves it
        assert page.tab is page.made[key]
        assert page.tabs.current() == key
        page.enter(key)
        assert changes(desk) == blanks
        assert nameless(page) == []

    def test_without_a_key_the_tab_shown_last_comes_back(self, desk: Desk, qtbot: QtBot) -> None:
        page = settings(desk, qtbot, "look")
        page.leave()
        page.enter(None)
        assert isinstance(page.tab, LookTab)

    @pytest.mark.parametrize("scale", [1.0, 1.3])
    def test_it_fits_a_small_screen_at_every_text_size(
        self, desk: Desk, qtbot: QtBot, qapp: QApplication, scale: float
    ) -> None:
        page = settings(desk, qtbot)
        apply_theme(qapp, "dark", scale)
        for key in TABS:
            page.enter(key)
        least = page.minimumSizeHint()
        assert least.width() <= 1280 - 80
        assert least.height() <= 720 - 56

    def test_tabs_are_turned_by_a_press(self, desk: Desk, qtbot: QtBot) -> None:
        page = settings(desk, qtbot)
        press(qtbot, page.tabs._pieces["about"])
        assert isinstance(page.tab, AboutTab)
        assert page.stack.currentWidget() is page.tab


class TestUnit:
    def test_the_name_is_kept_when_the_field_is_left(self, desk: Desk, qtbot: QtBot) -> None:
        page = settings(desk, qtbot, "unit")
        tab = cast(UnitTab, page.tab)
        type_into(qtbot, tab.organisation.edit, "Linjiang ")
        qtbot.keyClick(tab.organisation.edit, Qt.Key.Key_Return)
        assert desk.setting("organisation") == "Linjiang"
        compose(tab.organisation.edit, "临江")
        page.leave()
        assert "临江" in desk.setting("organisation")

    def test_company_and_area_are_chosen(self, desk: Desk, qtbot: QtBot) -> None:
        tab = cast(UnitTab, settings(desk, qtbot, "unit").tab)
        for choice in (tab.operator, tab.area):
            choice.setFocus()
            qtbot.keyClick(choice, Qt.Key.Key_Down)
        assert (desk.setting("operator"), desk.setting("area")) == ("CSG", "rural")


class TestLook:
    def test_theme_and_text_size_take_effect_at_once(self, desk: Desk, qtbot: QtBot) -> None:
        tab = cast(LookTab, settings(desk, qtbot, "look").tab)
        press(qtbot, tab.theme._pieces["dark"])
        assert theme.dark
        press(qtbot, tab.text_size._pieces["1.3"])
        assert theme.scale == 1.3
        assert theme.dark
        assert (desk.setting("theme"), desk.setting("text_size")) == ("dark", "1.3")

    def test_the_language_waits_for_the_next_start_and_says_so(self, desk: Desk, qtbot: QtBot) -> None:
        tab = cast(LookTab, settings(desk, qtbot, "look").tab)
        assert tab.language_row.meaning.text() == "下次启动时生效。"
        press(qtbot, tab.language._pieces["en"])
        assert desk.setting("language") == "en"
        assert tab.language_row.meaning.text() == "已选好，关闭星察再打开后生效。"

    def test_how_the_audit_behaves(self, desk: Desk, qtbot: QtBot) -> None:
        tab = cast(LookTab, settings(desk, qtbot, "look").tab)
        assert (tab.auto_next.isChecked(), tab.blind.isChecked()) == (True, False)
        press(qtbot, tab.auto_next)
        press(qtbot, tab.blind)
        assert (desk.setting("auto_next"), desk.setting("blind")) == ("no", "yes")


class TestForms:
    def test_a_blank_form_is_made_for_paper(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        page = settings(desk, qtbot, "forms")
        tab, said = cast(FormsTab, page.tab), heard(page, "say")
        row = tab.names.index("hall-open-audit")
        tab.table.selectRow(row)
        tab.ask_where = lambda name: str(tmp_path / name.removesuffix(".pdf"))
        press(qtbot, tab.paper_button)
        assert len(read_paper(tmp_path / "营业厅明察表 空白表.pdf").sizes) > 3
        assert "空白表已生成" in str(said)
        tab.table.selectRow(len(tab.names))  # the limits are no form
        press(qtbot, tab.paper_button)
        assert "请先在表里选一份检查表" in str(said)

    def test_shipped_blanks_are_listed_with_version_items_and_digest(self, desk: Desk, qtbot: QtBot) -> None:
        tab = cast(FormsTab, settings(desk, qtbot, "forms").tab)
        rows = [[tab.model.item(row, column).text() for column in range(4)] for row in range(tab.model.rowCount())]
        form = desk.shelf.form("hall-open-audit")
        assert rows[0] == [str(form.title), form.version, f"{len(form.items)} 项", form.digest[:16]]
        assert len(rows) == len(desk.shelf.titles()) + 1
        assert rows[-1][0] == "时限"

    def test_every_mistake_of_a_file_is_listed_with_its_place(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        tab = cast(FormsTab, settings(desk, qtbot, "forms").tab)
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
        tab = cast(FormsTab, settings(desk, qtbot, "forms").tab)
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
        tab = cast(FormsTab, settings(desk, qtbot, "forms").tab)
        names = [str(forms() / "environment.yaml"), str(forms() / "signage.yaml")]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (names, ""))
        press(qtbot, tab.files_button)
        assert tab.verdict.text() == "没有错误，检查了 2 个文件"

    def test_a_whole_disk_is_refused(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        page = settings(desk, qtbot, "forms")
        told: list[Exception] = []
        page.jobs.tell_trouble_to(told.append)
        for number in range(501):
            (tmp_path / f"{number}.yml").touch()
        cast(FormsTab, page.tab).check([tmp_path])
        assert "超过 500 个" in str(told[0])


class TestAbout:
    def test_version_licences_and_log(self, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        page = settings(desk, qtbot, "about")
        words = "\n".join(
            label.text() for label in page.tab.findChildren(type(cast(AboutTab, page.tab).log_row.meaning))
        )
        for part in (__version__, "MIT 许可", "SIL Open Font License 1.1", "PySide6-Essentials", "LGPL-3.0", "pi-heif"):
            assert part in words
        assert "还不存在" in words
        (tmp_path / "inspector.log").touch()
        page.enter("about")
        assert "请把它交给维护人员" in cast(AboutTab, page.tab).log_row.meaning.text()
