"""Our own bugs: logged with their traceback and told once, in words that calm; expected trouble as its sentence."""

import logging
import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from inspector.errors import InspectorError
from inspector.wording import _

T = TypeVar("T")
_shown: list[QWidget] = []
log = logging.getLogger("inspector")


class Log(logging.Handler):
    """Writes the log into the data folder, at most 3 files of 1 MB, from the first word on."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._path = folder / "inspector.log"

    @cached_property
    def _file(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - brings sockets, for which start-up would wait

        file = RotatingFileHandler(self._path, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        return file

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        self._file.emit(record)


def catch_all() -> None:
    """Present every bug that nobody caught, instead of ending the program."""
    sys.excepthook = _present


def present(fault: BaseException) -> None:
    """Log a bug and tell it."""
    _present(type(fault), fault, fault.__traceback__)


def guarded(act: Callable[[], T], otherwise: T) -> T:
    """Do something inside a virtual function of Qt, where an exception may not pass: a bug is told, Qt goes on."""
    try:
        return act()
    except Exception as fault:  # noqa: BLE001 - this is where bugs are presented
        sys.excepthook(type(fault), fault, fault.__traceback__)
        return otherwise


def _present(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - start-up has no use for it

    expected = issubclass(kind, InspectorError)
    if not expected:
        log.error("unexpected", exc_info=(kind, fault, trace))
    if any(isinstance(widget, QMessageBox) for widget in QApplication.topLevelWidgets()):
        return
    if expected:
        box = QMessageBox(QMessageBox.Icon.Warning, _("没有做成"), str(fault))
    else:
        box = QMessageBox(QMessageBox.Icon.Warning, _("出了意外"), _("程序出了意外，作答已保存到此刻。"))
        box.setInformativeText(_("可以继续；若再次出现，请把数据文件夹里的 inspector.log 交给维护人员。"))
        box.setDetailedText(f"{kind.__name__}: {fault}")
    _shown.append(box)  # else it would be gone before anybody has read it
    box.finished.connect(_forget)
    box.open()


def _forget() -> None:
    while _shown:
        _shown.pop().deleteLater()
