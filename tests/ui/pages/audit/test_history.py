"""The history of an item, from the card's menu and by key."""

from typing import cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk, now
from inspector.inspection.answer import Verdict
from inspector.inspection.hall import Inspector
from inspector.inspection.inspection import Head
from inspector.ui.pages.audit.page import AuditPage
from inspector.ui.pages.result import ResultPage
from tests.conftest import conform_to_everything
from tests.ui.pages.staging import BINJIANG, OFFSCREEN, press, shown

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def changed(desk: Desk) -> str:
    desk.clock = now  # one that agrees with the time since boot
    desk.keep_inspector(Inspector("D01", "李明"))
    desk.set("inspector", "D01")
    inspecting = desk.start("signage", Head(BINJIANG))
    inspecting.judge("SG-02", Verdict.CONFORM)
    inspecting.judge("SG-01", Verdict.FAIL)
    inspecting.note("SG-01", "门头褪色")
    inspecting.undo()
    inspecting.redo()
    inspecting.visit("SG-01")
    return inspecting.inspection.id


def test_an_item_tells_every_change_with_who_and_when(desk: Desk, qtbot: QtBot, changed: str) -> None:
    page = cast(AuditPage, shown(AuditPage, desk, qtbot, (changed, "SG-01")))
    page.frame.section.card.history.trigger()
    sheet = page.frame.history
    rows = sheet.list.rows()
    assert [row.title for row in rows] == [
        "SG-01 · 备注 – → 门头褪色",
        "SG-01 · 备注 门头褪色 → –",
        "SG-01 · 备注 – → 门头褪色",
        "SG-01 · 未答 → 不符合",
    ]
    assert all(row.second.endswith("李明") for row in rows)
    assert [row.chip[0] if row.chip else "" for row in rows] == ["重做", "撤销", "", ""]
    assert sheet.note.text() == "共 4 次修改。"
    sheet.which.show_current("all")
    sheet._show()
    assert len(sheet.list.rows()) == 5


def test_the_key_opens_it_and_escape_closes_it(desk: Desk, qtbot: QtBot, changed: str) -> None:
    page = cast(AuditPage, shown(AuditPage, desk, qtbot, (changed, "SG-01")))
    assert page.key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_H, Qt.KeyboardModifier.NoModifier, "h"))
    assert not page.frame.history.isHidden()
    press(qtbot, page.frame.history.close_button)
    assert page.frame.history.isHidden()


def test_a_result_tells_it_too(desk: Desk, qtbot: QtBot, changed: str) -> None:
    inspecting = desk.open(changed)
    conform_to_everything(inspecting)
    inspecting.judge("SG-01", Verdict.FAIL)
    inspecting.finish()
    page = cast(ResultPage, shown(ResultPage, desk, qtbot, (changed, "SG-01")))
    press(qtbot, page.detail.history_button)
    assert page.history.list.rows()[-1].title == "SG-01 · 未答 → 不符合"
