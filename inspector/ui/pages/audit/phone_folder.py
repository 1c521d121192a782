"""Photos that a phone sends into a folder of this computer, noticed as they arrive; none is taken without a click."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from inspector.ui.pages.audit.photos import pictures_in
from inspector.wording import _

LOOK_EVERY = 1500  # milliseconds; the system's own notice misses things on shares and in folders that are synchronised

Facts = tuple[int, int]  # size and time of change


class PhoneFolder(QObject):
    """Watches one folder while it is told to. Signals `arrived(list[Path])` with new whole photos, `lost(sentence)`."""

    arrived = Signal(object)
    lost = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._known: dict[Path, Facts] = {}
        self._growing: dict[Path, Facts] = {}
        self._told_lost = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _path: self.look())
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def watch(self, folder: str) -> None:
        """Watch a folder from now on: what lies in it already is not new; an empty name watches nothing."""
        self.rest()
        if not folder:
            return
        self._folder, self._told_lost = Path(folder), False
        self._known, self._growing = self._facts() or {}, {}
        if self._folder.is_dir():
            self._watcher.addPath(folder)
        self._timer.start()

    def rest(self) -> None:
        """Watch nothing any longer."""
        self._timer.stop()
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._folder = None

    def look(self) -> None:
        """Look for photos that are new, and tell of those that stayed the same since the last look."""
        found = self._facts()
        if found is None:
            return
        new = {path: facts for path, facts in found.items() if self._known.get(path) != facts}
        whole = [path for path, facts in new.items() if facts[0] and self._growing.get(path) == facts]
        self._growing = new
        self._known.update((path, new[path]) for path in whole)
        if whole:
            self.arrived.emit(whole)

    def _facts(self) -> dict[Path, Facts] | None:
        """Return size and time of every photo in the folder; None, told once, while there is no folder."""
        folder = self._folder
        try:
            if folder is None or not folder.is_dir():
                raise FileNotFoundError
            stats = {path: path.stat() for path in pictures_in(folder)}
        except OSError:
            if folder is not None and not self._told_lost:
                self._told_lost = True
                self.lost.emit(_("手机照片文件夹 {folder} 不见了，不再等新照片。").format(folder=folder))
            return None
        self._told_lost = False
        return {path: (stat.st_size, stat.st_mtime_ns) for path, stat in stats.items()}
