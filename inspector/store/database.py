"""The data file: opened safely, refused when foreign, newer or damaged, and written one transaction at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from inspector.errors import InspectorError
from inspector.paths import apart_from
from inspector.store.ballast import Ballast
from inspector.store.driver import PLAIN, Connection, Error, connect, sealed_by
from inspector.store.faults import is_full, told_plainly
from inspector.store.guard import Guard
from inspector.wording import _

T = TypeVar("T")
FILE = "inspector.db"
# "STAR" in ASCII: tells our file from any other SQLite file.
APPLICATION_ID = 0x53544152
VERSION = 5
# In the folder apart: the data file as it was before its tables were brought up to a version.
BEFORE = "before-upgrade-from-"


class Database:
    """One open data file."""

    def __init__(self, connection: Connection, path: Path | None = None) -> None:
        self.connection = connection
        self.path = path
        self.guard = Guard(path, connection) if path else None
        self.ballast = Ballast(path.parent) if path else None
        # What was noticed and mended or cannot be mended, as sentences, until somebody has told the person.
        self.incidents: list[str] = []
        if self.guard and self.guard.lost:
            self.incidents.append(lost_steps(self.guard.lost))

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Do several writes as one: all of them are on the disk when this returns, or none is."""
        with told_plainly():
            self.look()
            self.connection.execute("begin immediate")
            try:
                yield self.connection
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("rollback")
                raise
            try:
                self.connection.execute("commit")
            except Error:
                if self.connection.in_transaction:
                    self.connection.execute("rollback")
                raise
            if self.guard:
                self.guard.committed(self.connection)

    def making_room(self, act: Callable[[], T]) -> T:
        """Do something that writes; where the disk is full, give up the ballast and do it once more."""
        try:
            return act()
        except InspectorError as trouble:
            if not is_full(trouble.__cause__) or self.ballast is None or not self.ballast.give_up():
                raise
            self.incidents.append(_("磁盘满了。已动用预留的空间，这一步存下了；请马上腾出空间，再继续。"))
            return act()

    def look(self) -> None:
        """Look whether another program took the log or the data file away, and save what it held."""
        if self.guard is None or self.path is None:
            return
        if self.guard.file_gone():
            self._come_back(self.path)
        elif self.guard.log_gone():
            with told_plainly():
                # SQLite still has the deleted log open: folding it in saves every step.
                self.connection.execute("pragma wal_checkpoint(truncate)").fetchone()
            self._reopen(self.path)
            self.incidents.append(_("数据文件的日志被别的程序删掉了，作答已经救回。请让杀毒和同步软件别动数据文件夹。"))

    def told(self) -> list[str]:
        """Return every incident since the last time; they count as told now."""
        told, self.incidents = self.incidents, []
        if told and self.guard:
            self.guard.settle()
        return told

    def _come_back(self, path: Path) -> None:
        """Write the data that are still open to where they belong; another file in their place is left alone."""
        if path.exists():
            raise InspectorError(
                _("数据文件被换成了另一个文件，这一步没有保存。"), _("请关闭星察，把原来的数据文件放回去。")
            )
        with told_plainly():
            self.connection.execute("vacuum into ?", (str(path),))
        self._reopen(path)
        self.incidents.append(_("数据文件被移走了，已在原处重新写好。请勿在使用时移动数据文件夹。"))

    def _reopen(self, path: Path) -> None:
        fresh = connect(path)
        _prepare(fresh, path)
        self.connection.close()
        if self.guard:
            self.guard.close()
        self.connection, self.guard = fresh, Guard(path, fresh)

    @contextmanager
    def unflushed(self) -> Iterator[None]:
        """Commit what is written inside without waiting for the disk; whole or not at all, but maybe not there yet."""
        self.connection.execute("pragma synchronous = normal")
        try:
            yield
        finally:
            self.connection.execute("pragma synchronous = full")

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return all rows of a query; nothing is left open behind it."""
        with told_plainly():
            return list(self.connection.execute(sql, values).fetchall())

    def one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """Return the first row of a query, None without one."""
        rows = self.rows(sql, *values)
        return rows[0] if rows else None

    def write(self, sql: str, *values: Any) -> None:
        """Do a single write as its own transaction."""

        def act() -> None:
            with self.transaction() as connection:
                connection.execute(sql, values)

        self.making_room(act)

    def close(self) -> None:
        """Close the file; SQLite folds the write-ahead log back into it."""
        if self.guard:
            if not self.guard.file_gone():
                self.look()
            self.guard.close()
            self.guard = None
        self.connection.close()


def lost_steps(steps: int) -> str:
    """Say that a data file holds less than was saved in it."""
    return _("数据文件少了最后 {n} 步已保存的操作：它可能没有复制完整，或被旧文件覆盖。请先看备份，再继续。").format(
        n=steps
    )


def open_database(folder: Path) -> Database:
    """Open (or create) the data file of a folder; refuse what is not ours, newer or damaged, without touching it."""
    path = folder / FILE
    with told_plainly():
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise InspectorError(
                _("数据文件夹 {folder} 建不了。").format(folder=folder), _("请换一个位置。")
            ) from fault
        try:
            _refuse_foreign(path)
        except OSError as fault:
            raise InspectorError(
                _("数据文件 {path} 读不出来。").format(path=path), _("请检查数据文件夹的权限，或换一个数据文件夹。")
            ) from fault
        connection = connect(path)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return Database(connection, path)


def open_in_memory() -> Database:
    """Open an empty database that lives in memory only."""
    connection = connect(":memory:")
    _prepare(connection)
    return Database(connection)


def _refuse_foreign(path: Path) -> None:
    """Look at the header bytes before SQLite does: opening a 0-byte or foreign file would write into it."""
    if not path.exists():
        if path.with_name(f"{path.name}-wal").exists():
            raise InspectorError(_("数据文件不见了，但它的日志还在。"), _("没有文件被改动；请从备份恢复。"))
        return
    with path.open("rb") as file:
        header = file.read(100)
    if not header:
        # A journal alone is what a crash during the very first write leaves behind; SQLite clears it away.
        if any(path.with_name(beside).exists() for beside in (f"{path.name}-wal", "vault")):
            raise InspectorError(_("数据文件是空的，但旁边还有它的日志或佐证。"), _("文件没有被改动；请从备份恢复。"))
        return
    if header.startswith(PLAIN):
        _refuse_foreign_header(path, header)
    elif not sealed_by(path):  # what a sealed one is shows once it is opened with its key
        raise InspectorError(
            _("{name} 不是星察的数据文件，或已损坏。").format(name=path.name), _("文件没有被改动；请从备份恢复。")
        )


def _refuse_foreign_header(path: Path, header: bytes) -> None:
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise InspectorError(
            _("{name} 是别的程序的数据库。").format(name=path.name), _("文件没有被改动；请换一个数据文件夹。")
        )
    _refuse_newer(int.from_bytes(header[60:64], "big"))
    pages, page_size = int.from_bytes(header[28:32], "big"), int.from_bytes(header[16:18], "big") or 65536
    if path.stat().st_size < pages * page_size and not path.with_name(path.name + "-wal").exists():
        raise InspectorError(_("数据文件不完整，可能没有复制完。"), _("文件没有被改动；请从备份恢复。"))


def _refuse_newer(version: int) -> None:
    if version > VERSION:
        raise InspectorError(_("这份数据来自更新版本的星察。"), _("文件没有被改动；请升级程序后再打开。"))


def _prepare(connection: Connection, path: Path | None = None) -> None:
    version = connection.execute("pragma user_version").fetchone()[0]
    _refuse_newer(version)  # the header of the file lags behind while the log is not folded in
    if version and connection.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
        raise InspectorError(_("这是别的程序的数据库。"), _("文件没有被改动；请换一个数据文件夹。"))
    if version != VERSION:
        if version and path is not None:
            _keep_as_it_was(connection, apart_from(path.parent) / f"{BEFORE}{version}")
        _migrate(connection)
    connection.execute("select 1 from inspections limit 1").fetchone()  # a damaged schema shows at once


def _keep_as_it_was(connection: Connection, folder: Path) -> None:
    """Keep a whole copy of the data file before its tables are brought up to date."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).unlink(missing_ok=True)  # of an attempt that was cut off
    except OSError as fault:
        raise InspectorError(
            _("升级数据之前的备份写不了：{why}。").format(why=fault.strerror or fault),
            _("数据没有动。请腾出空间再打开。"),
        ) from fault
    connection.execute("vacuum into ?", (str(folder / FILE),))


def _migrate(connection: Connection) -> None:
    """Create or upgrade the tables; sqlite-utils is loaded only here, since it costs start-up 80 ms."""
    from sqlite_utils import Database as Migrated  # noqa: PLC0415

    from inspector.store.schema import migrations  # noqa: PLC0415

    # First of all, so that a file cut off right after its creation is still known as ours.
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute("pragma journal_mode = wal")
    migrations.apply(Migrated(connection))
    connection.execute(f"pragma user_version = {VERSION}")
