"""The backup that makes itself once a day while the window is open, beside the data and to the second place."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.ui.page import Tools
from inspector.wording import _

FIRST_MS, NEXT_MS = 60_000, 600_000  # never while a person is still arriving


class DailyBackup(QObject):
    """Looks every ten minutes whether a backup is due; trouble is told once by `told`, and tried again."""

    told = Signal(str, str)

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._running, self._told = False, ""
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        self.timer.start(FIRST_MS)

    def look(self) -> None:
        """Make the backup if it is due."""
        from inspector.exchange.rolling import due, roll_everywhere  # noqa: PLC0415 - start-up has no use for it

        self.timer.setInterval(NEXT_MS)
        desk, now = self._tools.desk, self._tools.desk.clock()
        self._tools.jobs.start(lambda _progress: desk.keep_ballast(), lambda _nothing: None)
        if self._running or desk.setting("auto_backup") == "no" or not due(desk.setting("rolled_at"), now):
            return
        self._running = True
        data, second = desk.folder, desk.setting("backup_folder")
        self._tools.jobs.start(
            lambda progress: roll_everywhere(data, Path(second) if second else None, now, progress, progress.cancelled),
            lambda rolled: self._done(rolled, now),
            on_failed=self._failed,
        )

    def _done(self, rolled: list[Path], at: datetime) -> None:
        self._running, self._told = False, ""
        desk = self._tools.desk
        desk.set("rolled_at", at.isoformat())
        if len(rolled) > 1:  # only a backup in another place counts as one that was made
            desk.set("backup_at", at.isoformat())

    def _failed(self, fault: Exception) -> None:
        self._running = False
        words = _("每天的自动备份没有做成。{why}").format(why=fault)
        if words != self._told:
            self._told = words
            self.told.emit("warn", words)
