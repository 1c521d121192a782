"""A process that shows the stopwatch and prints every moment whose key has its tick; made to be tapped and killed."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from inspector.actions.desk import Desk
from inspector.actions.visiting import Visiting
from inspector.app import application
from inspector.inspection.hall import Inspector
from inspector.inspection.inspection import Head
from inspector.ui.stopwatch import StopwatchWindow
from inspector.ui.theme import apply_theme
from tests.conftest import HALL

SCENARIO = "s19-outage-information"  # the one with the most moments


class Telling(StopwatchWindow):
    """Says aloud what it shows as saved."""

    def take(self, key: str) -> None:
        super().take(key)
        mark = self.visiting.visit.mark(key)
        if mark is not None and self.keys[key].taken:
            print(json.dumps(mark.plain()), flush=True)


def main(folder: Path, every: int) -> None:
    """Show the window; tap the space bar `every` so many milliseconds, or leave the taps to somebody else (0)."""
    app = application()
    apply_theme(app)
    inspecting = Desk.at(folder).start(SCENARIO, Head(HALL, inspectors=(Inspector("S-07", "赵六"),)))
    window = Telling(Visiting(inspecting))
    window.show()
    window.activateWindow()
    app.processEvents()
    print(json.dumps({"inspection": inspecting.inspection.id, "window": int(window.winId())}), flush=True)
    if every:
        timer = QTimer(window)
        timer.timeout.connect(lambda: QTest.keyClick(window, Qt.Key.Key_Space))
        timer.start(every)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
