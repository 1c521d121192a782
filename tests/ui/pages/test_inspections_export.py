"""Papers of many inspections from their list: one report each into a folder, and the league."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.ui.pages.inspections import InspectionsPage
from tests.ui.pages.staging import BINJIANG, FULL, OFFSCREEN, desk_with_halls, finished, heard, press, shown

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def test_sealed_ones_are_exported_as_they_are_listed(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished(desk, BINJIANG, failing=("EN-11",))
    page = cast(InspectionsPage, shown(InspectionsPage, desk, qtbot))
    said = heard(page, "say")
    sealed = len(desk.headers(status="finished"))
    assert sealed
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path / "out"))
    press(qtbot, page.export_button)
    sheet = page.exporting.sheet
    assert sheet.isVisible()
    assert f"{sealed} 次已封存" in sheet.count.text()
    sheet.profile.show_key("one-page")
    press(qtbot, sheet.go_button)
    assert len(list((tmp_path / "out").glob("*领导一页*.pdf"))) == sealed
    assert said[-1][1].startswith(f"写成 {sealed} 份")
    press(qtbot, page.export_button)
    press(qtbot, sheet.go_button)
    assert f"{sealed} 份已有" in said[-1][1]


def test_the_league_is_saved_where_a_person_wants_it(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished(desk, BINJIANG, form=FULL)
    page = cast(InspectionsPage, shown(InspectionsPage, desk, qtbot))
    said = heard(page, "say")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "l.pdf"), ""))
    press(qtbot, page.export_button)
    press(qtbot, page.exporting.sheet.league_button)
    assert said[-1][1] == "排行榜已存好，2 页。"
    assert (tmp_path / "l.pdf").stat().st_size
