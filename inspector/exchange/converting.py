"""Turning the lock of a data folder on or off: what lies there is sealed or opened file by file, then the data file.

It runs while no data file is open. Cut off anywhere, it goes on at the next start: every file says by itself whether
it is sealed, and both kinds are read meanwhile.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from inspector.errors import InspectorError
from inspector.lock.files import Damaged, content_of, seal, sealed
from inspector.lock.keys import LOCK, ON, TURNING_OFF, Lock, read_lock, remove_lock, write_lock
from inspector.paths import apart_from, write_whole
from inspector.store.copies import reseal
from inspector.store.database import FILE
from inspector.vault.vault import Vault
from inspector.wording import _

REPORTS = "reports"


def begin_locking(folder: Path, lock: Lock) -> None:
    """Give a data folder its lock; `convert` seals what is there."""
    if read_lock(folder) is not None:
        raise InspectorError(_("这份数据已经上锁。"))
    write_lock(folder, lock)


def begin_unlocking(folder: Path) -> None:
    """Let a data folder lose its lock; `convert` opens what is there."""
    lock = read_lock(folder)
    if lock is not None:
        write_lock(folder, replace(lock, state=TURNING_OFF))


def convert(folder: Path, progress: Callable[[float], None] = lambda _share: None) -> None:
    """Turn the lock on or off to the end; the folder must be unlocked, and its data file closed."""
    lock = read_lock(folder)
    if lock is None or lock.state == ON:
        return
    id_ = "" if lock.state == TURNING_OFF else lock.id
    try:
        _convert_files(folder, id_, progress)
        if (folder / FILE).is_file():
            reseal(folder / FILE, id_)
        for kept in _kept_beside(folder):
            _convert_kept(kept, lock, id_)
    except OSError as fault:
        raise InspectorError(
            _("数据没有转换完：{why}。").format(why=fault.strerror or fault), _("请腾出空间；下次打开会接着做。")
        ) from fault
    if id_:
        write_lock(folder, replace(lock, state=ON))
    else:
        remove_lock(folder)
    progress(1.0)


def _convert_files(folder: Path, id_: str, progress: Callable[[float], None]) -> None:
    files = Vault(folder / "vault").files()
    for number, path in enumerate(files, 1):
        reseal_file(path, id_)
        progress(number / (len(files) + 1))
    if id_:  # halves of photos, logs and copies of reports may hold what is to be hidden; all can be made again
        for pattern in ("vault/**/*.part", "inspector.log*", f"{REPORTS}/*"):
            for path in folder.glob(pattern):
                path.unlink()


def reseal_file(path: Path, id_: str) -> None:
    """Seal a file by a lock, or open it (""); one that is so already, or is damaged, stays as it is."""
    if sealed(path) == bool(id_):
        return
    try:
        content = content_of(path)
    except Damaged:
        return
    write_whole(path, seal(content, path.name, id_))


def _kept_beside(folder: Path) -> Iterator[Path]:
    """Yield the folders with older data files: daily backups, those from before an upgrade or a restored backup."""
    yield from sorted(path.parent for path in apart_from(folder).glob(f"**/{FILE}"))


def _convert_kept(kept: Path, lock: Lock, id_: str) -> None:
    own = read_lock(kept)
    if own is not None and own.id != lock.id:
        return  # of a lock that came before; it still opens with its own passphrase
    for path in Vault(kept / "vault").files():
        reseal_file(path, id_)
    if id_:
        write_lock(kept, replace(lock, state=ON), twin=False)
    reseal(kept / FILE, id_)
    if not id_:
        (kept / LOCK).unlink(missing_ok=True)
