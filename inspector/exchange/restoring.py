"""Restoring a backup: chosen from what is there, fetched and verified beside the data, then put in their place.

The data that stood there before are kept. Fetching may be cut off anywhere; putting in place goes on where it stopped.
"""

import errno
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from inspector.errors import Cancelled, InspectorError
from inspector.exchange.backup import MANIFEST, carry_lock, sum_of
from inspector.exchange.rolling import rolling_set
from inspector.lock.keys import LOCK, LockedError, read_lock, write_lock
from inspector.paths import INCOMING, READY, apart_from, write_whole
from inspector.store.copies import opened_copy, verify
from inspector.store.database import FILE, Database
from inspector.store.guard import PULSE
from inspector.store.headers import Headers
from inspector.vault.vault import Vault, copy_durably
from inspector.wording import _

REPLACED = "replaced"
OWN = (FILE, f"{FILE}-wal", f"{FILE}-shm", PULSE, LOCK)


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup as a list shows it; `trouble` says why it cannot be restored."""

    folder: Path
    at: datetime
    inspections: int = 0
    drafts: int = 0
    newest: str = ""
    photos: int = 0
    locked: bool = False
    trouble: str = ""


def copies(places: Iterable[Path]) -> list[Copy]:
    """Return every backup at some places, the newest first, each looked into; slow, so meant for a worker."""
    found = {path.resolve(): path for place in places for path in _candidates(place)}
    return sorted((look_into(path) for path in found.values()), key=lambda copy: copy.at, reverse=True)


def _candidates(place: Path) -> Iterable[Path]:
    """A place may hold backups, a rolling set of them, or be one itself."""
    for folder in (place, rolling_set(place)):
        if folder.is_dir():
            yield from (path for path in (folder, *folder.iterdir()) if (path / FILE).is_file())


def look_into(folder: Path) -> Copy:
    """Return what a backup holds, or what is wrong with it."""
    at = datetime.fromtimestamp((folder / FILE).stat().st_mtime).astimezone()
    try:
        _refuse_altered(folder)
        with opened_copy(folder / FILE) as database:
            return _described(folder, at, database)
    except LockedError:
        return Copy(folder, at, locked=True)
    except (InspectorError, OSError) as fault:
        return Copy(folder, at, trouble=fault.args[0] if isinstance(fault, InspectorError) else str(fault.strerror))


def _described(folder: Path, at: datetime, database: Database) -> Copy:
    headers = Headers(database).headers()
    newest = max((header.changed_at for header in headers), default="")
    drafts = sum(header.status == "draft" for header in headers)
    photos = len(Vault(vault_of(folder)).files())
    return Copy(folder, at, len(headers), drafts, newest, photos, trouble=" ".join(database.incidents))


def _refuse_altered(folder: Path) -> None:
    """Compare the data file with the sum noted when it was written, where one was."""
    manifest = folder / MANIFEST
    if not (folder / FILE).stat().st_size:
        raise InspectorError(_("数据文件是空的。"))
    if not manifest.is_file():
        return
    lines = manifest.read_text("utf-8", errors="replace").splitlines()
    noted = {name: digest for digest, _gap, name in (line.partition("  ") for line in lines)}
    if noted.get(FILE) != sum_of(folder / FILE):
        raise InspectorError(_("与写入时的校验和不符：没有复制完，或被改过。"))


def vault_of(folder: Path) -> Path:
    """Return where the photos of a backup lie: in it, or beside it in a rolling set."""
    inside = folder / "vault"
    return inside if inside.is_dir() else folder.parent / "vault"


def fetch(
    copy: Path,
    data: Path,
    progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Bring a backup beside the data and verify it; `put_in_place` does the rest when the data file is closed."""
    incoming = apart_from(data) / INCOMING
    try:
        shutil.rmtree(incoming, ignore_errors=True)
        _refuse_altered(copy)
        # Photos are shared only under the same lock; under another the whole vault is exchanged.
        vault = (data if _lock_of(copy) == _lock_of(data) else incoming) / "vault"
        files = Vault(vault_of(copy)).files()
        for number, path in enumerate(files, 1):
            if cancelled():
                raise Cancelled
            target = vault / path.relative_to(vault_of(copy))
            if not target.is_file():
                copy_durably(path, target)
            progress(number / (len(files) + 1))
        carry_lock(copy, incoming)
        copy_durably(copy / FILE, incoming / FILE)
        if sum_of(incoming / FILE) != sum_of(copy / FILE):
            raise InspectorError(_("备份没有取全。"), _("请换一份备份，或换一个接口再试。"))
        _refuse_unreadable(incoming / FILE)
        write_whole(incoming / READY, str(copy).encode("utf-8"))
    except OSError as fault:
        full = fault.errno in {errno.ENOSPC, errno.EDQUOT}
        why = _("磁盘满了") if full else fault.strerror or str(fault)
        raise InspectorError(_("备份没有取全：{why}。").format(why=why), _("现在的数据没有动。")) from fault
    progress(1.0)


def _lock_of(folder: Path) -> str:
    lock = read_lock(folder)
    return lock.id if lock else ""


def _refuse_unreadable(file: Path) -> None:
    """Refuse a data file now rather than after the swap; one under a lock nobody has opened shows later what it is."""
    try:
        with opened_copy(file):
            verify(file)
    except LockedError:
        return


def put_in_place(data: Path, at: datetime) -> Path | None:
    """Put a backup that was fetched in the place of the data; return where those are kept, None without one fetched."""
    incoming = apart_from(data) / INCOMING
    if not (incoming / READY).is_file():
        return None
    name = f"{REPLACED}-{at:%Y%m%d-%H%M%S}"
    kept = next(path for n in count() if not (path := apart_from(data) / (f"{name}-{n}" if n else name)).exists())
    try:
        if (incoming / FILE).is_file():
            kept.mkdir(parents=True, exist_ok=True)
            data.mkdir(parents=True, exist_ok=True)
            _make_way(data, kept, incoming)
            carry_lock(incoming, data)
            (incoming / FILE).replace(data / FILE)
        lock = read_lock(data)
        if lock is not None:
            write_lock(data, lock)
        shutil.rmtree(incoming)
    except OSError as fault:
        raise InspectorError(
            _("备份没有换上：{why}。").format(why=fault.strerror or fault),
            _("请关闭其他正在使用数据文件夹的程序，再打开星察。"),
        ) from fault
    return kept


def _make_way(data: Path, kept: Path, incoming: Path) -> None:
    (apart_from(data) / LOCK).unlink(missing_ok=True)  # the twin of a lock that goes
    for name in OWN:
        if (data / name).is_file():
            (data / name).replace(kept / name)
    if (incoming / "vault").is_dir():
        if (data / "vault").is_dir():
            (data / "vault").rename(kept / "vault")
        (incoming / "vault").rename(data / "vault")
