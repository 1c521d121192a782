"""What SQLite does not notice: a log deleted under the open file, a file moved away, acknowledged steps that are gone.

A counter of acknowledged steps stands beside the data file. It is written after the commit and never flushed, so it
can lag behind the data but never run ahead: if it does, steps were lost, however sound the data file looks.
"""

import os
from io import FileIO
from pathlib import Path

from inspector.store.driver import Connection

PULSE = "inspector.pulse"
DIGITS = 20
# Every table whose rows only grow numbers them; together they count what a person did.
STEPS = "select coalesce(sum(seq), 0) from sqlite_sequence"


class Guard:
    """Watches one data file and its log while it is open."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self.path = path
        self.log = path.with_name(f"{path.name}-wal")
        self._pulse = path.with_name(PULSE)
        self._file: FileIO | None = None
        self._seen = {one: _identity(one) for one in (path, self.log)}
        self._told = _count(connection)
        self.lost = max(0, self._read() - self._told)

    def log_gone(self) -> bool:
        """Return whether the log was deleted or replaced; what is in it can still be saved through the connection."""
        return self._seen[self.log] is not None and _identity(self.log) != self._seen[self.log]

    def file_gone(self) -> bool:
        """Return whether the data file was moved away or replaced by another."""
        return _identity(self.path) != self._seen[self.path]

    def committed(self, connection: Connection) -> None:
        """Note the steps that are on the disk now."""
        steps = _count(connection)
        if steps != self._told:
            self._told = steps
            self._write(steps)

    def settle(self) -> None:
        """Begin from here: what was lost has been told."""
        self._write(self._told)

    def close(self) -> None:
        """Let go of the counter's file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _read(self) -> int:
        try:
            noted = self._pulse.read_bytes()
        except OSError:
            return 0
        return int(noted) if len(noted) == DIGITS and noted.isdigit() else 0

    def _write(self, steps: int) -> None:
        try:
            if self._file is None:
                self._pulse.touch()
                self._file = self._pulse.open("r+b", buffering=0)
            self._file.seek(0)
            self._file.write(b"%0*d" % (DIGITS, steps))
        except OSError:
            # A full disk: the step itself is saved, and a counter that lags behind does no harm.
            return


def _count(connection: Connection) -> int:
    steps: int = connection.execute(STEPS).fetchone()[0]
    return steps


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - before every tap; Path.stat takes twice as long
    except OSError:
        return None
    return found.st_dev, found.st_ino
