"""How much room the data take, in words."""

import os
from dataclasses import dataclass
from pathlib import Path

from inspector.vault.vault import Vault
from inspector.wording import _, with_unit

KB, MB, GB = 10**3, 10**6, 10**9


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes of the data file and of the vault, and how many files the vault holds."""

    database: int
    vault: int
    files: int

    @property
    def whole(self) -> int:
        """Everything together."""
        return self.database + self.vault


def room_of(database: Path | None, vault: Vault) -> Room:
    """Measure the data file, its journal included, and the vault; slow for many photos, so meant for a worker."""
    own = [Path(f"{database}{tail}") for tail in ("", "-wal", "-shm")] if database else []
    files = vault.files()
    return Room(sum(map(_size, own)), sum(map(_size, files)), len(files))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def size_words(size: int) -> str:
    """Write bytes as 412 MB or 1.2 GB, truncated."""
    if size >= GB:
        return with_unit(f"{size * 10 // GB / 10:.1f}", "GB")
    return with_unit(size // MB, "MB") if size >= MB else with_unit(-(-size // KB), "KB")


def vault_words(room: Room) -> str:
    """Say what the vault takes."""
    size = size_words(room.vault)
    return _("{size}，{n} 个文件").format(size=size, n=room.files) if room.files else _("还没有照片")


def same_disk(one: Path, other: Path) -> bool:
    """Return whether two folders lie on one disk, as far as the system tells."""
    try:
        return os.stat(one).st_dev == os.stat(other).st_dev  # noqa: PTH116 - the device only
    except OSError:
        return False
