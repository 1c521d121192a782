"""The example to look at: fictional halls in a data folder of their own, opened in a window of its own."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

from inspector.actions.desk import Desk
from inspector.errors import InspectorError
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.inspection import Head
from inspector.ui.demonstration.past import HALL, ME, SECOND, StoryClock, set_up
from inspector.wording import _

FOLDER = "example"
BEGUN = 62


def prepare_example(folder: Path) -> Path:
    """Fill an example folder once: halls, finished audits, and one begun; return it."""
    if folder.exists():
        return folder
    clock = StoryClock()
    desk = Desk.at(folder, clock)
    try:
        set_up(desk, clock)
        begun = desk.start("hall-open-audit", Head(HALL, "open", (ME, SECOND), no_conflict=True))
        for item in begun.inspection.asked_items[:BEGUN]:
            clock.forward(45)
            begun.put(item.id, Answer(Verdict.CONFORM))
    finally:
        desk.close()
    return folder


def open_example(folder: Path) -> None:
    """Open the example in a window of its own."""
    started, _process = QProcess.startDetached(sys.executable, ["-m", "inspector", "--data", str(folder)], "")
    if not started:
        raise InspectorError(_("示范窗口没有打开。"))
