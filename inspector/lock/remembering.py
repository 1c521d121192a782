"""The system's keyring, where there is one: a copy of the data key, so that whoever is logged in need not type.

A note beside the data says that there is a copy, so that no keyring is opened, and nobody prompted, in vain.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from inspector.errors import InspectorError
from inspector.lock.keys import KEY_BYTES, Lock, data_key, hold
from inspector.paths import apart_from, write_whole
from inspector.wording import _

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE, NOTE = "Star Inspector", "in-keyring"


def keyring_name() -> str:
    """Return what the system's keyring is called; empty where there is none that keeps anything."""
    ring = _ring()
    return ring.name if ring else ""


def remembered(folder: Path, lock: Lock) -> bool:
    """Return whether the keyring was given this lock's key."""
    try:
        return (apart_from(folder) / NOTE).read_text("ascii") == lock.id
    except (OSError, ValueError):
        return False


def remember(folder: Path, lock: Lock) -> None:
    """Give the key of an open lock to the keyring."""
    ring = _ring()
    if ring is None:
        raise InspectorError(_("这台电脑没有可用的系统钥匙串。"), _("口令照常输入。"))
    try:
        ring.set_password(SERVICE, lock.id, data_key(lock).hex())
        write_whole(apart_from(folder) / NOTE, lock.id.encode("ascii"))
    except Exception as fault:  # a keyring is another program: it may answer anything, or not at all
        raise InspectorError(_("系统钥匙串没有收下：{why}。").format(why=fault), _("口令照常输入。")) from fault


def recall(folder: Path, lock: Lock) -> bool:
    """Open a lock by the keyring's copy; False where there is none, or none that can be had now."""
    ring = _ring() if remembered(folder, lock) else None
    try:
        key = bytes.fromhex(ring.get_password(SERVICE, lock.id) or "") if ring else b""
    except Exception:  # noqa: BLE001 - likewise; the passphrase is asked for instead
        return False
    if len(key) != KEY_BYTES:
        return False
    hold(lock, key)
    return True


def forget_remembered(folder: Path, lock: Lock) -> None:
    """Take the copy out of the keyring; one that cannot be reached now is forgotten by its note."""
    ring = _ring() if remembered(folder, lock) else None
    (apart_from(folder) / NOTE).unlink(missing_ok=True)
    try:
        if ring:
            ring.delete_password(SERVICE, lock.id)
    except Exception as fault:
        raise InspectorError(
            _("系统钥匙串里的密钥没有删掉：{why}。").format(why=fault), _("请在系统钥匙串里删去 Star Inspector。")
        ) from fault


def _ring() -> "KeyringBackend | None":
    """Return the keyring of the system, if it is one that keeps what it is given."""
    import keyring  # noqa: PLC0415 - 50 ms that only a locked folder needs
    from keyring.errors import KeyringError  # noqa: PLC0415

    try:
        ring = keyring.get_keyring()
    except (KeyringError, RuntimeError):
        return None
    return ring if ring.priority > 0 else None
