"""The gallery of all widgets: in both themes, spoken, large enough, silent when shown."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector.ui.theme import LIGHT, apply_theme, theme
from inspector.ui.widgets.card import Hairline
from inspector.ui.widgets.empty_state import HallDrawing
from inspector.ui.widgets.painted import TARGET, Painted
from tests.ui.widgets import gallery

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
MUTE = (Hairline, HallDrawing)


@pytest.fixture
def shown(themed: str, qtbot: QtBot) -> gallery.Gallery:
    made = gallery.build()
    qtbot.addWidget(made.window)
    made.window.show()
    qtbot.waitExposed(made.window)
    return made


def _controls(window: QWidget) -> list[QWidget]:
    return [each for each in window.findChildren(QWidget) if isinstance(each, CONTROLS) and each.isVisible()]


def test_showing_values_tells_of_no_act(shown: gallery.Gallery) -> None:
    assert shown.emitted == []


def test_every_control_has_a_name(shown: gallery.Gallery) -> None:
    nameless = [
        type(each).__name__
        for each in _controls(shown.window)
        if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_every_painted_thing_says_what_it_shows(shown: gallery.Gallery) -> None:
    mute = [
        type(each).__name__
        for each in shown.window.findChildren(Painted)
        if each.isVisible() and not isinstance(each, MUTE) and not each.accessibleName()
    ]
    assert mute == []


def test_every_control_is_large_enough_for_a_finger(shown: gallery.Gallery) -> None:
    small = {
        f"{type(each).__name__} {each.accessibleName()} {each.size().toTuple()}"
        for each in _controls(shown.window)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.parent() is not None
        and type(each).__module__.startswith("inspector")
        and min(each.width(), each.height()) < TARGET
    }
    assert small == set()


def test_the_theme_colours_what_is_painted(shown: gallery.Gallery, themed: str) -> None:
    picture = shown.window.grab().toImage()
    assert picture.pixelColor(100, 4) == theme.colour("canvas")
    assert picture.pixelColor(4, 400) == theme.colour("deck")


def test_changing_the_theme_repaints_what_stands(light: None, qtbot: QtBot, qapp: QApplication) -> None:
    made = gallery.build()
    qtbot.addWidget(made.window)
    made.window.show()
    apply_theme(qapp, "dark")
    fresh = gallery.build()
    qtbot.addWidget(fresh.window)
    fresh.window.show()
    qapp.processEvents()
    old, new = made.window.grab().toImage(), fresh.window.grab().toImage()
    apply_theme(qapp, "light")
    assert old.size() == new.size()
    assert old == new


def test_larger_words_make_larger_controls(light: None, qtbot: QtBot, qapp: QApplication) -> None:
    made = gallery.build()
    qtbot.addWidget(made.window)
    before = [each.sizeHint().height() for each in _all_buttons(made.window)]
    apply_theme(qapp, "light", 1.25)
    after = [each.sizeHint().height() for each in _all_buttons(made.window)]
    apply_theme(qapp, "light")
    assert theme.tokens is LIGHT
    assert all(big >= small for small, big in zip(before, after, strict=True))
    assert sum(after) > sum(before)


def _all_buttons(window: QWidget) -> list[QAbstractButton]:
    return window.findChildren(QAbstractButton)


def test_the_gallery_can_be_looked_at(shown: gallery.Gallery, themed: str, tmp_path: Path) -> None:
    folder = Path(os.environ.get("SHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"gallery-{themed}.png"
    assert shown.window.grab().save(str(file))
    assert QImage(str(file)).size() == shown.window.size() * shown.window.devicePixelRatio()
    assert shown.window.size().expandedTo(QSize(1366, 700)) == shown.window.size()
