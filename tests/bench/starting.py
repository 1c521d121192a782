"""From the start of the process to the first painted window, against a window with one label."""

import tempfile
from pathlib import Path

from tests.bench.measuring import Pair, in_turn, process, told

LABEL = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("星察")
label.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from inspector.actions.desk import Desk
from inspector.app import build
from inspector.ui.jobs import Jobs
app = QApplication([])
window = build(app, Desk.at(Path(sys.argv[1])), Jobs())
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""


def start() -> list[str]:
    """Return the lines for time and memory."""
    with tempfile.TemporaryDirectory() as folder:
        data = str(Path(folder) / "data")
        process(WINDOW, data)
        time = in_turn(lambda: process(WINDOW, data)[0], lambda: process(LABEL)[0])
        memory = Pair(process(WINDOW, data)[1], process(LABEL)[1])
    return [
        told("usable window / one-label window", time, "<= 1.35"),
        told("peak memory / one-label window", memory, "–", "MB"),
    ]
