"""Where things lie: shipped data, the person's data folder, and the handling of files that differs by platform."""

import os
import sys
import threading
from pathlib import Path

PACKAGE = Path(__file__).parent
NAME = "StarInspector"
NETWORKS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.rclone", "afs", "davfs"}
REMOTE_DRIVE = 4  # as Windows numbers them
# In the folder apart: a backup that was fetched, and the file that says it is whole.
INCOMING, READY = "incoming", "READY"


def shipped(kind: str) -> Path:
    """Return the folder of shipped data, `forms` or `resources`: inside the wheel, or beside the package in a clone."""
    inside = PACKAGE / "_data" / kind
    return inside if inside.is_dir() else PACKAGE.parent / kind


def forms() -> Path:
    """Return the folder of the shipped checklists, limits and schemes."""
    return shipped("forms")


def resources(*parts: str) -> Path:
    """Return a shipped resource, such as resources("fonts", "NotoSansSC-Regular.ttf")."""
    return shipped("resources").joinpath(*parts)


def data_folder(chosen: str | None = None) -> Path:
    """Return where the person's data lives: the folder chosen, else INSPECTOR_DATA, else the platform's place."""
    named = chosen or os.environ.get("INSPECTOR_DATA")
    if named:
        return Path(named).expanduser().resolve()
    import platformdirs  # noqa: PLC0415 - not needed when the folder is named

    return Path(platformdirs.user_data_dir(NAME, appauthor=False))


def apart_from(data: Path) -> Path:
    """Return the folder beside a data folder for what must not be copied, restored or lost together with it."""
    return data.parent / f"{data.name or NAME}.apart"


def on_network(folder: Path, platform: str = sys.platform, mounts: Path = Path("/proc/mounts")) -> bool:
    """Return whether a folder lies on another computer: its locks do not hold, and a write may be lost unseen."""
    if platform == "win32":
        if str(folder).startswith("\\\\"):
            return True
        import ctypes  # noqa: PLC0415 - hardly ever

        drive_type = getattr(ctypes, "windll").kernel32.GetDriveTypeW  # noqa: B009 - there is none elsewhere
        return bool(drive_type(folder.drive + "\\") == REMOTE_DRIVE)
    try:
        told = [line.split() for line in mounts.read_text("utf-8", "replace").splitlines()]
    except OSError:
        return False
    path = str(folder.resolve())
    above = [one for one in told if len(one) > 2 and (path + "/").startswith(one[1].rstrip("/") + "/")]  # noqa: PLR2004
    return bool(above) and max(above, key=lambda one: len(one[1]))[2] in NETWORKS


def flush_to_disk(path: Path) -> None:
    """Force a file, and on POSIX the folder entry that names it, onto the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is either all there or not there at all: beside it, flushed, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    flush_to_disk(path)


def open_with_system(path: Path, platform: str = sys.platform) -> list[str]:
    """Open a file with the person's own program; return the command used (empty on Windows, which has a call)."""
    if platform == "win32":
        os.startfile(path)  # type: ignore[attr-defined,unused-ignore]
        return []
    import subprocess  # noqa: PLC0415 - 5 ms that start-up has no use for

    command = ["open" if platform == "darwin" else "xdg-open", str(path)]
    subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return command
