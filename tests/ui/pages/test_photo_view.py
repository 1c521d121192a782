"""A kept photo opened in large, and closed again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.app import build
from inspector.inspection.answer import Photo
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.kept_photo import kept_photo
from inspector.ui.pages.photo_view import PhotoView
from inspector.vault.vault import Vault
from tests.vault.pictures import taken


@pytest.fixture
def window(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    made = build(qapp, desk, Jobs(inline=True))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


def views(window: MainWindow) -> list[PhotoView]:
    return [one for one in window.findChildren(PhotoView) if not one.isHidden()]


def test_it_opens_over_the_window_and_closes_by_escape(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    vault = Vault(tmp_path / "vault")
    kept = vault.take(taken(), "门头.jpg")
    shown = kept_photo(Photo(kept.sha256, "门头.jpg", "门头褪色"), vault)
    shown.setParent(window.pages["home"])
    shown.show()
    shown.opened.emit()
    (view,) = views(window)
    assert view.parent() is window
    view.canvas.zoom_by(2.0)
    assert view.canvas.zoom == 2.0
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert views(window) == []
    assert window.place == "home"


def test_a_photo_that_is_gone_cannot_be_opened(tmp_path: Path, qtbot: QtBot) -> None:
    shown = kept_photo(Photo("a" * 64, "门头.jpg"), Vault(tmp_path / "vault"))
    qtbot.addWidget(shown)
    assert not shown.isEnabled()
