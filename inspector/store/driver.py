"""The one SQLite driver: sqlcipher3, put in place before sqlite-utils chooses one for itself."""

import sys
from pathlib import Path
from typing import Any

import sqlcipher3
import sqlcipher3.dbapi2 as driver

from inspector.lock.keys import ON, key_for, read_lock

# sqlite-utils prefers a module named pysqlite3; two SQLite libraries on one file would break each other's locks.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", driver)

Error = driver.Error
Connection = Any  # sqlcipher3 ships no types

BUSY_TIMEOUT_MS = 3000
STEPS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
)


PLAIN = b"SQLite format 3\0"
PURPOSE = b"star database"
# Pages are decrypted as they are read into the cache; with the 2 MB of the default a large form would be decrypted anew
# at every look.
CACHE = "PRAGMA cache_size = -64000"


def connect(path: Path | str) -> Connection:
    """Open a database file (or ":memory:") in autocommit: a transaction is only what we begin ourselves.

    A file sealed by the lock of its folder is opened with the key; LockedError while nobody has unlocked it.
    """
    key = raw_key(lock) if isinstance(path, Path) and (lock := sealed_by(path)) else ""
    connection = driver.connect(str(path), isolation_level=None, check_same_thread=False)
    if key:
        connection.execute(f"PRAGMA key = {key}")
        connection.execute(CACHE)
    for step in STEPS:
        connection.execute(step)
    return connection


def sealed_by(path: Path) -> str:
    """Return the id of the lock that seals a data file, or will seal one still to be made; "" for a plain one."""
    try:
        with path.open("rb") as file:
            head = file.read(len(PLAIN))
    except OSError:
        head = b""
    lock = None if head == PLAIN else read_lock(path.parent)
    return lock.id if lock and (head or lock.state == ON) else ""


def raw_key(lock: str) -> str:
    """Return the key of a lock as SQLCipher takes it when it is to stretch nothing."""
    return f"\"x'{key_for(lock, PURPOSE).hex()}'\""
