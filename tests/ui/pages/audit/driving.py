"""A person at the audit page: presses keys, types, composes, and looks."""

import os
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.inspection import Inspection
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.page import Tools
from inspector.ui.pages.audit import AuditPage
from inspector.ui.pages.audit.item_card import ItemCard
from inspector.ui.theme import apply_theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

OFFSCREEN = "does not support propagateSizeHints"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Audit:
    """The window with an inspection open in it."""

    def __init__(self, desk: Desk, qtbot: QtBot, argument: object) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app)
        self.desk, self.qtbot = desk, qtbot
        self.window = MainWindow(Tools(desk, Jobs(inline=True)))
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.window.show_page("audit", argument)
        self.page = cast(AuditPage, self.window.pages["audit"])
        QApplication.processEvents()

    @property
    def inspection(self) -> Inspection:
        return self.page.inspection

    @property
    def card(self) -> ItemCard:
        return self.page.frame.section.card

    @property
    def item(self) -> str:
        return self.page.item

    @property
    def notice(self) -> str:
        return self.page.frame.foot.notice.text()

    def verdict(self, item: str) -> Verdict | None:
        return self.inspection.verdict(item)

    def answer(self, item: str) -> Answer:
        return self.inspection.answer(item)

    def stored(self, item: str) -> Answer:
        """Return what stands on the disk."""
        return self.desk.open(self.inspection.id).inspection.answer(item)

    def open(self, item: str) -> None:
        self.page.open_item(item, at_once=True)
        QApplication.processEvents()

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.focusWidget() or self.window
        if isinstance(key, str):
            QTest.keyClicks(target, key, modifiers)
        else:
            QTest.keyClick(target, key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def wait_for_standing(self) -> None:
        """Wait until counts and star have followed the last answer, as they do by themselves."""
        self.qtbot.waitUntil(lambda: not self.page.standing.behind)

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def journal(self) -> int:
        return len(self.desk.inspections.journal(self.inspection.id))
