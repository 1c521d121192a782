"""The real window at an audit, for measuring."""

from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.actions.desk import Desk
from inspector.actions.shelf import Shelf
from inspector.app import build
from inspector.inspection.hall import Hall, Inspector
from inspector.inspection.inspection import Head
from inspector.store.blanks import Blanks
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow

HALL = Hall("BJ01", "滨江供电营业厅", hall_class="B")


def audit_window(app: QApplication, folder: Path, form: str, forms: Path | None = None) -> tuple[MainWindow, Any]:
    """Return the window, shown at a new audit, and its page."""
    desk = Desk.at(folder / "data")
    if forms:
        desk.shelf = Shelf(Blanks(desk.database), forms)
    desk.keep_hall(HALL)
    head = Head(HALL, "open", (Inspector("01", "周敏", "督查组"),), no_conflict=True)
    inspection = desk.start(form, head).inspection
    window = build(app, desk, Jobs(inline=True))
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.show_page("audit", inspection.id)
    app.processEvents()
    return window, window.pages["audit"]
