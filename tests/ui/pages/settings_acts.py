"""What tests of the settings do in a person's place: open a tab, press keys, hand over a list."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.inspection.hall import Hall, Inspector
from inspector.ui.pages.settings import SettingsPage
from inspector.ui.pages.settings.data_tab import DataTab
from inspector.ui.pages.settings.halls_tab import HallsTab
from inspector.ui.pages.settings.inspectors_tab import InspectorsTab
from inspector.ui.pages.settings.roll_tab import RollTab
from tests.ui.pages.staging import shown

KEYS = {"/": Qt.Key.Key_Slash, "、": Qt.Key.Key_Comma, "": Qt.Key.Key_Delete, "\r": Qt.Key.Key_Return}


def settings(desk: Desk, qtbot: QtBot, tab: str = "halls") -> SettingsPage:
    return cast(SettingsPage, shown(SettingsPage, desk, qtbot, tab))


def halls_tab(desk: Desk, qtbot: QtBot) -> tuple[SettingsPage, HallsTab]:
    page = settings(desk, qtbot)
    return page, cast(HallsTab, page.tab)


def inspectors_tab(desk: Desk, qtbot: QtBot) -> tuple[SettingsPage, InspectorsTab]:
    page = settings(desk, qtbot, "inspectors")
    return page, cast(InspectorsTab, page.tab)


def data_tab(desk: Desk, qtbot: QtBot) -> tuple[SettingsPage, DataTab]:
    page = settings(desk, qtbot, "backup")
    return page, cast(DataTab, page.tab)


def names(tab: RollTab[Hall] | RollTab[Inspector]) -> list[str]:
    return [record.name for record in tab.model.rows]


def codes(desk: Desk) -> list[str]:
    return sorted(hall.code for hall, _letters in desk.places.halls())


def undo(said: list[tuple[object, ...]]) -> None:
    cast(Callable[[], None], said[-1][3])()


def key(text: str) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, KEYS[text], Qt.KeyboardModifier.NoModifier, text)


def control_enter() -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def list_file(tmp_path: Path, *rows: list[str]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    path = tmp_path / "名单.xlsx"
    book.save(path)
    return path


def forbid_writing(desk: Desk) -> None:
    desk.database.connection.execute("pragma query_only = 1")
