"""Fifty thousand void Qt calls leave the count of None alone: the fault that rules out PySide6 6.12 before 3.12."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 50_000


def test_void_calls_do_not_eat_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number & 7))
        label.setEnabled(True)
    lost = before - sys.getrefcount(None)
    assert lost < CALLS // 100
