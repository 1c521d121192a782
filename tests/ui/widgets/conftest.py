"""Widgets are tested without a screen, on the bundled fonts, in both themes."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector.ui.theme import apply_theme

# The offscreen platform says so at every window; it is no fault of the window.
OFFSCREEN = "does not support propagateSizeHints"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN))


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    apply_theme(qapp, request.param)
    yield request.param
    apply_theme(qapp, "light")


@pytest.fixture
def light(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


@pytest.fixture
def page(light: None, qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(800, 600)
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window
