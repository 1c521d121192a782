"""From the start of the process to the first painted window, against a window with one label."""

import tempfile
from pathlib import Path

from inspector.paths import resources
from inspector.ui.theme import WEIGHTS, style_sheet
from tests.bench.measuring import Pair, in_turn, process, told

# Both leave as soon as the window has been painted: a timer of nothing fires before that.
LABEL = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)
app = QApplication([])
label = Label("星察")
label.show()
app.exec()
"""

# What no window of ours can do without, and nothing of our own code: the names of Qt, fonts, style sheet, data file.
LEAST = """
import sqlcipher3.dbapi2, sys
sqlcipher3.dbapi2.connect(f"{sys.argv[1]}/inspector.db").execute("select count(*) from inspections").fetchall()
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QPainter(self).drawLine(0, 0, 9, 9)
        QTimer.singleShot(0, app.quit)
app = QApplication(["", "-style", "fusion"])
for font in sys.argv[3:]:
    QFontDatabase.addApplicationFont(font)
app.setFont(QFont("Noto Sans SC"))
app.setStyleSheet(sys.argv[2])
window = Window()
column = QVBoxLayout(window)
for _ in range(8):
    column.addWidget(QLabel("还没有检查"), alignment=Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(QPushButton("开始检查"))
window.show()
app.exec()
"""

# The real door; run() lets memory be tidied again as soon as the window stands, and there we catch it.
WINDOW = """
import gc, os, sys
from inspector.cli import main
def standing(enable=gc.enable):
    enable()
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication
    class Painted(QObject):
        def eventFilter(self, window, event):
            if event.type() is QEvent.Type.Paint:
                QTimer.singleShot(0, QApplication.quit)
            return False
    painted = Painted(QApplication.instance())
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.installEventFilter(painted)
gc.enable = standing
os.environ["INSPECTOR_DATA"] = sys.argv.pop()
sys.exit(main())
"""


def start() -> list[str]:
    """Return the lines for time and memory."""
    with tempfile.TemporaryDirectory() as folder:
        data = str(Path(folder) / "data")
        process(WINDOW, data)
        time = in_turn(lambda: process(WINDOW, data)[0], lambda: process(LABEL)[0])
        fonts = [str(resources("fonts", f"NotoSansSC-{weight}.ttf")) for weight in WEIGHTS]
        least = in_turn(lambda: process(LEAST, data, style_sheet(), *fonts)[0], lambda: process(LABEL)[0])
        memory = Pair(process(WINDOW, data)[1], process(LABEL)[1])
    return [
        told("usable window / one-label window", time, "<= 1.35"),
        told("the least any window of ours takes / the same", least, "–"),
        told("peak memory / one-label window", memory, "–", "MB"),
    ]
