"""A plain backup: the data file by VACUUM INTO, the vault file by file, each compared with what was copied."""

import errno
import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from inspector.errors import Cancelled, InspectorError
from inspector.lock.keys import LOCK
from inspector.paths import flush_to_disk, write_whole
from inspector.store.copies import snapshot, verify
from inspector.store.database import FILE
from inspector.vault.vault import Vault, copy_durably
from inspector.wording import _

MANIFEST = "SHA256SUMS"
# Manifest and folder entries need a little more than the files themselves.
SPARE = 1_000_000


def back_up(
    source: Path,
    target: Path,
    at: datetime,
    progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Copy a data folder into a new folder beneath the target and return it, once every copy was read and compared.

    Until then the folder bears another name, and whatever stops the work takes it away.
    """
    folder = target / f"{_('星察备份')}-{at:%Y%m%d-%H%M%S}"
    growing = folder.with_name(f"{folder.name}-{_('未完成')}")
    with told_plainly():
        refuse(source, target)
        files = Vault(source / "vault").files()
        need_room(source, target, files)
        if folder.exists():
            raise FileExistsError(errno.EEXIST, "", str(folder))
        growing.mkdir(exist_ok=False)
        try:
            _fill(source, growing, files, progress, cancelled)
            growing.rename(folder)
        except BaseException:
            shutil.rmtree(growing, ignore_errors=True)
            raise
    return folder


def _fill(
    source: Path,
    folder: Path,
    files: list[Path],
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> None:
    carry_lock(source, folder)
    snapshot(source, folder / FILE)
    verify(folder / FILE)
    flush_to_disk(folder / FILE)
    lines = [f"{sum_of(folder / name)}  {name}" for name in (FILE, LOCK) if (folder / name).is_file()]
    for number, path in enumerate(files, 1):
        if cancelled():
            raise Cancelled
        copied = folder / path.relative_to(source)
        copy_durably(path, copied)
        digest = sum_of(copied)
        if digest != sum_of(path):
            raise InspectorError(
                _("备份没有写完：{name} 写入后与原件不一致。").format(name=path.name), _("请换一块盘再试。")
            )
        lines.append(f"{digest}  {copied.relative_to(folder).as_posix()}")
        progress(number / (len(files) + 1))
    write_whole(folder / MANIFEST, ("\n".join(lines) + "\n").encode())
    progress(1.0)


def refuse(source: Path, target: Path) -> None:
    """Refuse a place that cannot hold a backup of a data folder."""
    if target.resolve().is_relative_to(source.resolve()):
        raise InspectorError(_("备份不能放在数据文件夹里面。"), _("请选移动硬盘或另一个文件夹。"))
    # Making the place would write onto the own disk where a removable one is not plugged in.
    if not target.is_dir():
        raise InspectorError(
            _("备份位置 {place} 找不到。").format(place=target), _("请插好移动硬盘，或另选一个文件夹。")
        )
    if not (source / FILE).is_file():
        raise InspectorError(_("数据文件夹里没有 {name}，没有可备份的。").format(name=FILE))


def need_room(source: Path, target: Path, files: list[Path]) -> None:
    """Refuse a place with too little room for the data file and some files."""
    needed = (source / FILE).stat().st_size + sum(path.stat().st_size for path in files) + SPARE
    free = shutil.disk_usage(target).free
    if free < needed:
        raise InspectorError(
            _("备份需要 {needed} MB，那里只剩 {free} MB。").format(needed=_megabytes(needed), free=free // 10**6),
            _("请腾出空间，或换一个位置。"),
        )


def _megabytes(size: int) -> int:
    return -(-size // 10**6)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Tell why a backup was not written."""
    try:
        yield
    except OSError as fault:
        raise InspectorError(
            _("备份没有写完：{why}。").format(why=_why(fault)), _("没有留下半份备份；请换一个位置再试。")
        ) from fault


def _why(fault: OSError) -> str:
    known = {
        errno.ENOSPC: _("磁盘满了"),
        errno.EDQUOT: _("磁盘满了"),
        errno.EFBIG: _("那块盘放不下这么大的文件"),
        errno.EACCES: _("那里不能写入"),
        errno.EPERM: _("那里不能写入"),
        errno.EROFS: _("那里不能写入"),
        errno.EEXIST: _("同名的备份已在那里"),
        errno.ENOENT: _("文件夹不见了，移动硬盘可能已拔出"),
        errno.ENOTDIR: _("那里不是文件夹"),
        errno.EIO: _("磁盘读写出错"),
    }
    return known.get(fault.errno or 0, fault.strerror or str(fault))


def sum_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def carry_lock(source: Path, target: Path) -> None:
    """Put the lock of a data folder into a backup of it."""
    if (source / LOCK).is_file():
        copy_durably(source / LOCK, target / LOCK)
