"""Files sealed by a lock: XChaCha20-Poly1305 of libsodium, bound to the file's name so that none can stand for another.

A sealed file begins with a mark and the id of its lock; anything else is plain, so that a folder may hold both while
it is being converted.
"""

import io
from pathlib import Path

from inspector.errors import InspectorError
from inspector.lock.keys import ID_BYTES, TURNING_OFF, key_for, read_lock
from inspector.wording import _

MARK = b"\x89STARLOCK\r\n\x1a\n"
PURPOSE = b"star files"
HEAD = len(MARK) + ID_BYTES


class Damaged(InspectorError):  # noqa: N818 - the state of a file, as a person is told it
    """A sealed file was altered."""


def sealing(folder: Path) -> str:
    """Return the id of the lock by which new files of a data folder are sealed; "" where they stay plain."""
    lock = read_lock(folder)
    return "" if lock is None or lock.state == TURNING_OFF else lock.id


def sealed(path: Path) -> bool:
    """Return whether a file is sealed."""
    try:
        with path.open("rb") as file:
            return file.read(len(MARK)) == MARK
    except OSError:
        return False


def seal(content: bytes, name: str, id_: str) -> bytes:
    """Return content as a lock seals it under a file name; unchanged without a lock."""
    if not id_:
        return content
    from nacl.secret import Aead  # noqa: PLC0415 - start-up has no use for it

    return MARK + bytes.fromhex(id_) + bytes(Aead(key_for(id_, PURPOSE)).encrypt(content, name.encode("utf-8")))


def content_of(path: Path) -> bytes:
    """Return what a file holds; Damaged for a sealed one that was altered, LockedError while it is locked."""
    content = path.read_bytes()
    if not content.startswith(MARK):
        return content
    from nacl.exceptions import CryptoError  # noqa: PLC0415
    from nacl.secret import Aead  # noqa: PLC0415

    key = key_for(content[len(MARK) : HEAD].hex(), PURPOSE)
    try:
        return Aead(key).decrypt(content[HEAD:], path.name.encode("utf-8"))
    except (CryptoError, ValueError) as fault:
        raise Damaged(_("文件 {name} 被改动过，解不开。").format(name=path.name)) from fault


def readable_form(path: Path) -> Path | io.BytesIO:
    """Return a file as readers of pictures take it: by its path, or its content where that is sealed."""
    return io.BytesIO(content_of(path)) if sealed(path) else path
