"""The one SQLite driver: sqlcipher3, put in place before sqlite-utils chooses one for itself."""

import sys
from pathlib import Path
from typing import Any

import sqlcipher3
import sqlcipher3.dbapi2 as driver

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


def connect(path: Path | str) -> Connection:
    """Open a database file (or ":memory:") in autocommit: a transaction is only what we begin ourselves."""
    connection = driver.connect(str(path), isolation_level=None, check_same_thread=False)
    for step in STEPS:
        connection.execute(step)
    return connection
