"""Sorting the list: what a person chose goes with its row."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.ui.pages.inspections import InspectionsPage
from tests.ui.pages.staging import BINJIANG, NANHU, OFFSCREEN, QINGSHI, begun, desk_with_halls, shown

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


def test_the_row_chosen_stays_chosen_when_the_list_is_sorted(tmp_path: Path, qtbot: QtBot) -> None:
    desk = desk_with_halls(tmp_path)
    for hall in (BINJIANG, QINGSHI, NANHU):
        begun(desk, hall)
    page = cast(InspectionsPage, shown(InspectionsPage, desk, qtbot, None))
    page.table.selectRow(0)
    chosen = page.model.rows[0].id
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert page.model.rows[2].id == chosen
    assert [index.row() for index in page.table.selectionModel().selectedRows()] == [2]
