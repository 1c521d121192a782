"""Opening files with the person's own programs."""

from pathlib import Path

from inspector.errors import InspectorError
from inspector.paths import open_with_system
from inspector.wording import _


def open_outside(path: Path) -> None:
    """Open a file or folder with the system's program; an InspectorError where there is none."""
    try:
        open_with_system(path)
    except OSError as fault:
        raise InspectorError(_("系统没有能打开它的程序，文件在 {path}。").format(path=path)) from fault
