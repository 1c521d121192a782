"""Breaking a visit off in the stopwatch: with a reason, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.ui.stopwatch import StopwatchWindow
from tests.ui.pages.staging import OFFSCREEN, heard, press
from tests.ui.tapping import Machine, opened, tap, ticked

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


def test_breaking_off_wants_a_reason_and_keeps_what_was_taken(
    laptop: Desk, window: StopwatchWindow, qtbot: QtBot
) -> None:
    tap(window, Qt.Key.Key_Space)
    gone = heard(window, "closed")
    press(qtbot, window.end_button)
    press(qtbot, window.ending.yes_button)
    assert window.isVisible()
    QTest.keyClicks(window.ending.reason.edit, "called by name 0 z")
    assert ticked(window) == ["T0"]  # what is typed takes no moments
    press(qtbot, window.ending.yes_button)
    visit = laptop.open(window.visiting.inspecting.inspection.id).inspection.head.visit
    assert visit is not None
    assert visit.exposed == "called by name 0 z"
    assert [mark.key for mark in visit.marks] == ["T0"]
    assert gone == [()]
    assert not window.isVisible()


def test_another_reason_is_no_exposure(laptop: Desk, window: StopwatchWindow, qtbot: QtBot) -> None:
    press(qtbot, window.end_button)
    window.ending.kinds.picked.emit("other")
    window.ending.kinds.show_current("other")
    QTest.keyClicks(window.ending.reason.edit, "closed")
    QTest.keyClick(window.ending.reason.edit, Qt.Key.Key_Return)
    visit = laptop.open(window.visiting.inspecting.inspection.id).inspection.head.visit
    assert visit is not None
    assert (visit.exposed, visit.followed) == ("", False)
    assert "closed" in visit.deviations


def test_breaking_off_can_be_thought_better_of(
    laptop: Desk, machine: Machine, window: StopwatchWindow, qtbot: QtBot
) -> None:
    press(qtbot, window.end_button)
    QTest.keyClick(window.ending.reason.edit, Qt.Key.Key_Escape)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert window.ending.isHidden()
    window.visiting.expose("认错人")
    again = opened(window.visiting.inspecting, machine, qtbot)
    assert "认错人" in again.news.text()
    press(qtbot, again.end_button)
    assert again.visiting.visit.exposed == ""
    assert again.isVisible()
    assert again.end_button.words == "中止"
