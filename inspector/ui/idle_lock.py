"""The lock that falls by itself when nobody has touched the program for a while."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from inspector.lock.keys import read_lock
from inspector.ui.page import Tools

LOOK_MS = 5_000
MINUTE = 60.0


class IdleLock(QObject):
    """Looks every few seconds whether pointer or keys moved; `fell` when nobody did anything for long enough.

    Never while something runs, nor beside another window of ours, such as the stopwatch of a visit.
    """

    fell = Signal()

    def __init__(self, tools: Tools, window: QObject, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._tools, self._clock = tools, clock
        self._at, self._last = QCursor.pos(), clock()
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        self.timer.start(LOOK_MS)

    def touched(self) -> None:
        """Note that a person did something."""
        self._last = self._clock()

    def look(self) -> None:
        """Lock up when nobody has touched anything for as long as the setting says."""
        at = QCursor.pos()
        if at != self._at or self._busy():
            self._at = at
            self.touched()
            return
        minutes = int(self._tools.desk.setting("idle_minutes"))
        if minutes and self._clock() - self._last >= minutes * MINUTE and read_lock(self._tools.desk.folder):
            self.fell.emit()

    def _busy(self) -> bool:
        others = (one for one in QApplication.topLevelWidgets() if one is not self.parent() and one.isVisible())
        return bool(self._tools.jobs.running) or next(others, None) is not None
