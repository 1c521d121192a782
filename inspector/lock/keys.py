"""The data key of a folder: made at random, kept only wrapped, and held in memory while the folder is unlocked.

The wrapped key lies in the data folder, so that every backup carries its own, and once more in the folder apart:
without it nothing can be read. Changing the passphrase wraps the same key anew; no data are touched.
"""

import base64
import hashlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from inspector.errors import InspectorError
from inspector.paths import apart_from, write_whole
from inspector.wording import _

LOCK = "lock.json"
ON, TURNING_ON, TURNING_OFF = "on", "turning on", "turning off"
SHORTEST = 8
# Argon2id: passes and bytes, libsodium's "moderate". Every lock keeps its own, so that they may grow.
OPERATIONS, MEMORY = 3, 256 << 20
KEY_BYTES, ID_BYTES, RECOVERY_BYTES, GROUP = 32, 8, 20, 4

# The data keys of the folders unlocked, by the id of their lock.
_unlocked: dict[str, bytes] = {}


class LockedError(InspectorError):
    """A data folder is locked and nobody has given its passphrase."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What a lock file holds: how the passphrase is stretched, and the data key wrapped twice, in hexadecimal."""

    id: str
    state: str
    salt: str
    operations: int
    memory: int
    by_passphrase: str
    by_recovery: str


def read_lock(folder: Path) -> Lock | None:
    """Return the lock of a data folder or a backup; None without one. A damaged one is replaced by its twin."""
    own, twin = folder / LOCK, apart_from(folder) / LOCK
    found = [path for path in (own, twin) if path.is_file()]
    locks = [lock for path in found if (lock := _read(path)) is not None]
    if locks:
        return locks[0]
    if own in found:
        raise InspectorError(
            _("锁文件 {path} 损坏，读不出来。").format(path=own), _("请把备份里的 lock.json 放回这里，再打开星察。")
        )
    return None


def _read(path: Path) -> Lock | None:
    try:
        plain = json.loads(path.read_bytes())
        lock = Lock(**{key: plain[key] for key in Lock.__slots__})
        bytes.fromhex(lock.id + lock.salt + lock.by_passphrase + lock.by_recovery)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return lock if all(type(value) is Lock.__annotations__[key] for key, value in asdict(lock).items()) else None


def write_lock(folder: Path, lock: Lock, *, twin: bool = True) -> None:
    """Keep a lock in its folder, and once more in the folder apart."""
    content = json.dumps(asdict(lock), indent=1).encode("ascii")
    try:
        if twin:
            write_whole(apart_from(folder) / LOCK, content)
        write_whole(folder / LOCK, content)
    except OSError as fault:
        raise InspectorError(
            _("锁文件没有写成：{why}。").format(why=fault.strerror or fault), _("数据没有动。")
        ) from fault


def remove_lock(folder: Path) -> None:
    """Take a lock away, when nothing is sealed by it any longer."""
    for path in (folder / LOCK, apart_from(folder) / LOCK):
        path.unlink(missing_ok=True)


def converting(folder: Path) -> bool:
    """Return whether a lock is being turned on or off."""
    lock = read_lock(folder)
    return lock is not None and lock.state != ON


def new_lock(passphrase: str) -> tuple[Lock, str]:
    """Make a data key, hold it as unlocked, and return its lock (`TURNING_ON`) and the recovery key to be printed."""
    from nacl import pwhash, utils  # noqa: PLC0415 - only who locks or unlocks needs it

    _refuse_short(passphrase)
    key, recovery = utils.random(KEY_BYTES), utils.random(RECOVERY_BYTES)
    salt = utils.random(pwhash.argon2id.SALTBYTES)
    lock = Lock(
        utils.random(ID_BYTES).hex(),
        TURNING_ON,
        salt.hex(),
        OPERATIONS,
        MEMORY,
        "",
        _wrap(key, _from_recovery(recovery)),
    )
    lock = replace(lock, by_passphrase=_wrap(key, _stretched(passphrase, lock)))
    _unlocked[lock.id] = key
    return lock, _words(recovery)


def unlock(lock: Lock, secret: str) -> None:
    """Unlock by passphrase or recovery key; an InspectorError when it is neither.

    Slow by intention (Argon2id, 256 MB): half a second.
    """
    key = _unwrapped(lock, secret)
    if key is None:
        raise InspectorError(_("口令不对。"), _("请再试一次；忘了口令可以用打印保存的恢复密钥。"))
    _unlocked[lock.id] = key


def rewrapped(lock: Lock, secret: str, passphrase: str) -> Lock:
    """Return a lock whose passphrase is another; the old one or the recovery key must be given."""
    _refuse_short(passphrase)
    unlock(lock, secret)
    return replace(lock, by_passphrase=_wrap(_unlocked[lock.id], _stretched(passphrase, lock)))


def forget(lock: Lock) -> None:
    """Lock again: the data key leaves the memory of this process."""
    _unlocked.pop(lock.id, None)


def data_key(lock: Lock) -> bytes:
    """Return the data key of an open lock, for the system's keyring; LockedError while nobody has unlocked it."""
    if lock.id not in _unlocked:
        raise LockedError(_("数据已上锁。"), _("请先输入口令。"))
    return _unlocked[lock.id]


def hold(lock: Lock, key: bytes) -> None:
    """Open a lock by its data key."""
    _unlocked[lock.id] = key


def unlocked(id_: str) -> bool:
    """Return whether a lock is open."""
    return id_ in _unlocked


def key_for(id_: str, purpose: bytes) -> bytes:
    """Return the key that a lock's data key makes for one purpose; LockedError while nobody has unlocked it."""
    if id_ not in _unlocked:
        raise LockedError(_("数据已上锁。"), _("请先输入口令。"))
    return hashlib.blake2b(key=_unlocked[id_], person=purpose, digest_size=KEY_BYTES).digest()


def _refuse_short(passphrase: str) -> None:
    if len(passphrase) < SHORTEST:
        raise InspectorError(_("口令至少 {n} 个字。").format(n=SHORTEST))


def _unwrapped(lock: Lock, secret: str) -> bytes | None:
    from nacl.exceptions import CryptoError  # noqa: PLC0415
    from nacl.secret import SecretBox  # noqa: PLC0415

    recovery = _bytes(secret)
    tries = [(_from_recovery(recovery), lock.by_recovery)] if recovery else []
    tries.append((_stretched(secret, lock), lock.by_passphrase))
    for wrapping, wrapped in tries:
        try:
            return SecretBox(wrapping).decrypt(bytes.fromhex(wrapped))
        except (CryptoError, ValueError):
            continue
    return None


def _wrap(key: bytes, wrapping: bytes) -> str:
    from nacl.secret import SecretBox  # noqa: PLC0415

    return bytes(SecretBox(wrapping).encrypt(key)).hex()


def _stretched(passphrase: str, lock: Lock) -> bytes:
    from nacl import pwhash  # noqa: PLC0415

    return pwhash.argon2id.kdf(
        KEY_BYTES, passphrase.encode("utf-8"), bytes.fromhex(lock.salt), opslimit=lock.operations, memlimit=lock.memory
    )


def _from_recovery(recovery: bytes) -> bytes:
    """A recovery key is random: it needs no stretching."""
    return hashlib.blake2b(recovery, person=b"star recovery", digest_size=KEY_BYTES).digest()


def _words(recovery: bytes) -> str:
    letters = base64.b32encode(recovery).decode("ascii")
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def _bytes(typed: str) -> bytes | None:
    """Read a recovery key as a person types it; None for anything else. 0, 1 and 8 stand for what they look like."""
    letters = "".join(typed.split()).replace("-", "").upper().translate(str.maketrans("018", "OIB"))
    try:
        found = base64.b32decode(letters)
    except ValueError:
        return None
    return found if len(found) == RECOVERY_BYTES else None
