"""A disk that forgets what was not flushed: an apsw VFS in memory, and our own store running on it."""

import random
from typing import Any

import apsw

SECTOR = 512


class Disk:
    """Files as they stand in the cache, the writes since their last flush, and what truly is on the platter."""

    def __init__(self) -> None:
        self.cached: dict[str, bytearray] = {}
        self.platter: dict[str, bytearray] = {}
        self.unflushed: dict[str, list[tuple[int, bytes]]] = {}

    def write(self, name: str, data: bytes, offset: int) -> None:
        _put(self.cached[name], data, offset)
        self.unflushed[name].append((offset, data))

    def flush(self, name: str) -> None:
        self.platter[name] = bytearray(self.cached[name])
        self.unflushed[name] = []

    def power_cut(self, chance: random.Random) -> "Disk":
        """Return the disk after the power came back: unflushed writes dropped, partly kept or torn."""
        after, mode = Disk(), chance.choice(("drop", "some", "torn"))
        for name, flushed in self.platter.items():
            content = bytearray(flushed)
            for offset, data in self.unflushed.get(name, ()):
                for piece_offset, piece in _surviving(offset, data, mode, chance):
                    _put(content, piece, piece_offset)
            after.platter[name] = content
            after.cached[name] = bytearray(content)
            after.unflushed[name] = []
        return after


def _put(content: bytearray, data: bytes, offset: int) -> None:
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def _surviving(offset: int, data: bytes, mode: str, chance: random.Random) -> list[tuple[int, bytes]]:
    if mode == "drop" or (mode == "some" and chance.random() < 0.5):
        return []
    if mode == "some":
        return [(offset, data)]
    pieces = [(offset + start, data[start : start + SECTOR]) for start in range(0, len(data), SECTOR)]
    return [piece for piece in pieces if chance.random() < 0.5]


class VolatileVFS(apsw.VFS):
    """An SQLite file system over a Disk."""

    def __init__(self, name: str, disk: Disk) -> None:
        self.disk = disk
        super().__init__(name, base="")

    def xOpen(self, name: Any, flags: list[int]) -> Any:
        path = name if isinstance(name, str) else (name.filename() if name else f"temporary-{id(flags)}")
        flags[1] = flags[0]
        for table in (self.disk.cached, self.disk.platter):
            table.setdefault(path, bytearray())
        self.disk.unflushed.setdefault(path, [])
        return VolatileFile(self.disk, path)

    def xDelete(self, name: str, _sync: bool) -> None:
        for table in (self.disk.cached, self.disk.platter, self.disk.unflushed):
            table.pop(name, None)

    def xAccess(self, name: str, _flags: int) -> bool:
        return name in self.disk.cached

    def xFullPathname(self, name: str) -> str:
        return name


class VolatileFile:
    """One open file of the VFS."""

    def __init__(self, disk: Disk, name: str) -> None:
        self.disk, self.name = disk, name

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self.disk.cached[self.name][offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        self.disk.write(self.name, bytes(data), offset)

    def xTruncate(self, size: int) -> None:
        del self.disk.cached[self.name][size:]

    def xSync(self, _flags: int) -> None:
        self.disk.flush(self.name)

    def xFileSize(self) -> int:
        return len(self.disk.cached[self.name])

    def xLock(self, _level: int) -> None:
        pass

    def xUnlock(self, _level: int) -> None:
        pass

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, _op: int, _pointer: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return SECTOR

    def xDeviceCharacteristics(self) -> int:
        return 0

    def xClose(self) -> None:
        pass


class Connection:
    """An apsw connection in the shape our store expects of its driver."""

    def __init__(self, vfs: str, synchronous: str) -> None:
        self.apsw = apsw.Connection("inspector.db", vfs=vfs)
        for step in ("locking_mode = exclusive", "journal_mode = wal", f"synchronous = {synchronous}"):
            self.apsw.execute(f"pragma {step}").fetchall()
        self.apsw.execute("pragma foreign_keys = on; pragma recursive_triggers = on")

    @property
    def in_transaction(self) -> bool:
        return self.apsw.in_transaction

    def execute(self, sql: str, values: Any = ()) -> "Cursor":
        return Cursor(self.apsw.execute(sql, tuple(values)), self.apsw)


class Cursor:
    """A cursor in the shape of our driver's."""

    def __init__(self, cursor: Any, connection: Any) -> None:
        self.cursor = cursor
        self.lastrowid = connection.last_insert_rowid()

    def fetchall(self) -> list[Any]:
        return list(self.cursor.fetchall())

    def fetchone(self) -> Any:
        return self.cursor.fetchone()
