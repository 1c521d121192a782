"""Photos into the open item: pasted, dropped or chosen, taken in beside the work."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from inspector.ui.jobs import Jobs
from inspector.ui.pages.audit.photos import FileChoice, FolderChoice, Source, Taken, pictures_in, sources_of, taking
from inspector.ui.pages.folders import pictures
from inspector.vault.vault import Vault
from inspector.wording import _

Target = tuple[str, str]


class Intake(QObject):
    """Takes photos for a target (inspection id, item id) that is fixed the moment they are given.

    Signals `taken(target, Taken)` when they are in the vault, `said(tone, sentence)` when there is nothing to take.
    """

    taken = Signal(object, object)
    said = Signal(str, str)

    def __init__(self, vault: Vault, jobs: Jobs, moment: Callable[[], str]) -> None:
        super().__init__()
        self._vault, self._jobs, self._moment = vault, jobs, moment
        self._folder = pictures()  # then where the last photos were found: the card of the camera

    def choose(self, host: QWidget, target: Target) -> None:
        """Ask for photo files."""
        dialog = FileChoice(host, self._folder)
        dialog.filesSelected.connect(lambda files: self.take_files([Path(file) for file in files], target))
        dialog.open()

    def choose_folder(self, host: QWidget, target: Target) -> None:
        """Ask for a folder and take all its photos."""
        dialog = FolderChoice(host, self._folder)
        dialog.fileSelected.connect(lambda folder: self.take_folder(Path(folder), target))
        dialog.open()

    def take_folder(self, folder: Path, target: Target) -> None:
        """Take all photos of a folder, or say that it holds none."""
        files = pictures_in(folder)
        if files:
            self.take_files(files, target)
        else:
            self.said.emit("accent", _("这个文件夹里没有照片。"))

    def take_files(self, files: list[Path], target: Target) -> None:
        """Take files, and begin there the next time files are chosen."""
        self._folder = str(files[0].parent)
        self._take(list(files), target)

    def paste(self, target: Target) -> None:
        """Take what the clipboard holds."""
        if not self.take_mime(QGuiApplication.clipboard().mimeData(), target):
            self.said.emit("accent", _("剪贴板里没有图片；可先截图或复制照片，再粘贴。"))

    def take_mime(self, mime: QMimeData | None, target: Target) -> bool:
        """Take the photos of a clipboard or a drop; False when it holds none."""
        sources = sources_of(mime, self._moment())
        if sources:
            self._take(sources, target)
        return bool(sources)

    def take_source(self, source: Source, target: Target) -> None:
        """Take one photo or sound that was made here."""
        self._take([source], target)

    def _take(self, sources: list[Source], target: Target) -> None:
        title = _("正在存入 {n} 张照片").format(n=len(sources)) if len(sources) > 1 else _("正在存入照片")

        def done(taken: Taken) -> None:
            self.taken.emit(target, taken)

        self._jobs.start(taking(self._vault, sources), done, title=title, vital=True)
