"""A plain backup: the data file by VACUUM INTO, the vault file by file, verified after writing."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from inspector.errors import Cancelled, InspectorError
from inspector.store.database import FILE, snapshot, verify
from inspector.vault.vault import Vault, copy_durably
from inspector.wording import _

MANIFEST = "SHA256SUMS"


def back_up(
    source: Path,
    target: Path,
    at: datetime,
    progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Copy a data folder into a new folder beneath the target and return it; what was copied is checked once more."""
    if target.resolve().is_relative_to(source.resolve()):
        raise InspectorError(_("备份不能放在数据文件夹里面。"), _("请选移动硬盘或另一个文件夹。"))
    folder = target / f"{_('星察备份')}-{at:%Y%m%d-%H%M%S}"
    vault = Vault(source / "vault")
    try:
        folder.mkdir(parents=True, exist_ok=False)
        snapshot(source, folder / FILE)
        verify(folder / FILE)
        lines = [f"{_sum(folder / FILE)}  {FILE}"]
        files = vault.files()
        for number, path in enumerate(files, 1):
            if cancelled():
                raise Cancelled
            copied = folder / path.relative_to(source)
            copy_durably(path, copied)
            lines.append(f"{_sum(copied)}  {copied.relative_to(folder).as_posix()}")
            progress(number / len(files))
        (folder / MANIFEST).write_text("\n".join(lines) + "\n", "utf-8")
    except OSError as fault:
        raise InspectorError(
            _("备份没有写完：{fault}。").format(fault=fault.strerror or fault), _("请换一个位置再试。")
        ) from fault
    return folder


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
