"""A person at the stopwatch: opens it on a laptop with two clocks, taps, and looks at window and disk."""

import os
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.steady import Steady
from inspector.actions.visiting import Visiting
from inspector.inspection.hall import Inspector
from inspector.inspection.inspection import Head
from inspector.ui.stopwatch import StopwatchWindow
from inspector.ui.theme import apply_theme
from tests.ui.pages.staging import BINJIANG, Clock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

CASH, BOTH = "s08-elderly-cash", "s19-outage-information"


class Machine:
    """Both clocks of a laptop: the wall clock can be set, the other one only goes on."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.ms = clock, 0

    def pass_by(self, span: timedelta) -> None:
        self.clock.now += span
        self.ms += span // timedelta(milliseconds=1)

    def set_wall(self, by: timedelta) -> None:
        self.clock.now += by

    def __call__(self) -> Steady:
        self.ms += 1000  # every look at the wall clock takes a second, too
        return Steady(self.ms, "b1")


def started(desk: Desk, form: str = CASH) -> Inspecting:
    return desk.start(form, Head(BINJIANG, inspectors=(Inspector("S-07", "赵六"),)))


def opened(inspecting: Inspecting, machine: Machine, qtbot: QtBot) -> StopwatchWindow:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app)
    window = StopwatchWindow(Visiting(inspecting, machine))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def on_disk(desk: Desk, window: StopwatchWindow) -> list[str]:
    visit = desk.open(window.visiting.inspecting.inspection.id).inspection.head.visit
    assert visit is not None
    return [mark.key for mark in visit.marks]


def ticked(window: StopwatchWindow) -> list[str]:
    return [key for key, button in window.keys.items() if button.taken]


def following(window: StopwatchWindow) -> list[str]:
    return [key for key, button in window.keys.items() if button.comes_next]


def tap(window: StopwatchWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or window, key)
