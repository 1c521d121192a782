"""Saving what can be read of a damaged data file, row by row, into a new one; the damaged file stays untouched.

A damaged page makes every query fail that touches it. Rows are therefore read in ranges that are halved where they
fail, until the damaged page stands alone. What a page of answers held is written anew from the history of changes, and
for sealed inspections from the sealed bytes.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from inspector.errors import InspectorError
from inspector.store.copies import copied_aside
from inspector.store.database import FILE, Database, open_database
from inspector.store.driver import Connection, Error, connect
from inspector.wording import _

# Children after their parents, so that whoever reads the answer reads it in order.
TABLES = (
    "settings", "halls", "inspectors", "blanks", "inspections", "journal", "sealed", "signatures", "register_log",
    "ratings", "readings", "key_holder", "shoppers", "identity_log", "workdays", "clearances", "replies",
)  # fmt: skip
BY_INSPECTION = ("entries", "topic_summary", "register")
MOST_FAILURES, FARTHEST = 2_000, 1 << 40  # in a row: then nothing more of a table can be reached


class Saved(NamedTuple):
    """What was saved of a table: rows read, ranges or rows that could not be, and rows written anew from elsewhere."""

    table: str
    rows: int
    lost: int
    rebuilt: int = 0


def salvage(folder: Path, out: Path) -> list[Saved]:
    """Write a new data file with everything that can be read of a folder's damaged one; say what, table by table."""
    if (out / FILE).exists():
        raise InspectorError(_("{path} 里已经有数据文件。").format(path=out), _("请给一个空的文件夹。"))
    with copied_aside(folder / FILE) as copy, _read_by(copy) as connection:
        database = open_database(out)
        try:
            return _rescue(connection, database)
        finally:
            database.close()


class _Source:
    """A damaged file; opened anew after every failure, since a sealed one refuses everything after its first."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._connection: Connection | None = None

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return the rows of a query; an Error where a page cannot be read."""
        try:
            if self._connection is None:
                self._connection = connect(self._file)
            found: list[tuple[Any, ...]] = self._connection.execute(query, values).fetchall()
        except Error:
            self.close()
            raise
        return found

    def until_it_fails(self, query: str, *values: Any) -> tuple[list[tuple[Any, ...]], bool]:
        """Return the rows before a page that cannot be read, and whether there was none."""
        found: list[tuple[Any, ...]] = []
        try:
            self.rows("select 1")
            if self._connection is not None:
                found.extend(self._connection.execute(query, values))
        except Error:
            self.close()
            return found, False
        return found, True

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


@contextmanager
def _read_by(file: Path) -> Iterator[_Source]:
    """Open a damaged file without looking at more of it than the list of its tables."""
    source = _Source(file)
    try:
        if not source.rows("select name from sqlite_master where name = 'inspections'"):
            raise InspectorError(_("这不是星察的数据文件。"))
        yield source
    except Error as fault:
        raise InspectorError(_("连表的清单都读不出来：{what}。").format(what=fault), _("请从备份恢复。")) from fault
    finally:
        source.close()


def _rescue(source: _Source, database: Database) -> list[Saved]:
    target = database.connection
    target.execute("pragma foreign_keys = off")
    told = []
    for table in TABLES:
        columns = _common(source, target, table)
        if columns:
            told.append(_by_rowid(source, target, table, columns))
    heads = _write_heads_anew(target)
    told = [one._replace(rebuilt=heads) if one.table == "inspections" else one for one in told]
    ids = [id_ for (id_,) in target.execute("select id from inspections").fetchall()]
    for table in BY_INSPECTION:
        told.append(_by_inspection(source, target, table, ids))
    rebuilt = sum(_rebuild(target, id_) for id_ in ids)
    told = [one._replace(rebuilt=rebuilt) if one.table == "entries" else one for one in told]
    _keep_name(source, target)
    target.execute("pragma foreign_keys = on")
    return told


def _common(source: _Source, target: Connection, table: str) -> list[str]:
    """Return the columns that both know; an older release had fewer."""
    known = {row[1] for row in source.rows(f"pragma table_info({table})")}
    return [row[1] for row in target.execute(f"pragma table_info({table})").fetchall() if row[1] in known]


def _by_rowid(source: _Source, target: Connection, table: str, columns: list[str]) -> Saved:
    query = f"select {', '.join(columns)} from {table} where rowid between ? and ?"
    insert = f"insert or ignore into {table} ({', '.join(columns)}) values ({', '.join('?' * len(columns))})"
    rows = lost = failures = 0
    ranges = [(0, _last(source, table))]
    while ranges and failures < MOST_FAILURES:
        low, high = ranges.pop()
        failures += 1
        try:
            found = source.rows(query, low, high)
        except Error:
            if low == high:
                lost += 1
                continue
            middle = (low + high) // 2
            ranges += [(middle + 1, high), (low, middle)]
            continue
        target.executemany(insert, found)
        rows += len(found)
        failures = 0 if found else failures
    return Saved(table, rows, lost + len(ranges))


def _last(source: _Source, table: str) -> int:
    for query in (f"select max(rowid) from {table}", f"select seq from sqlite_sequence where name = '{table}'"):
        try:
            return int(source.rows(query)[0][0] or 0)
        except (Error, IndexError):
            continue
    return FARTHEST


def _by_inspection(source: _Source, target: Connection, table: str, ids: list[str]) -> Saved:
    """Save a table that is kept in the order of its keys: for each inspection from both ends to where it fails."""
    columns = _common(source, target, table)
    names = ", ".join(columns)
    insert = f"insert or ignore into {table} ({names}) values ({', '.join('?' * len(columns))})"
    key = {"register": "item", "topic_summary": "topic"}.get(table, "kind, key")
    lost = 0
    for id_ in ids:
        query = f"select {names} from {table} where inspection = ? order by {key}"
        found, whole = source.until_it_fails(query, id_)
        if not whole:
            lost += 1
            found += source.until_it_fails(f"{query} desc".replace("kind, key", "kind desc, key"), id_)[0]
        target.executemany(insert, found)
    count = target.execute(f"select count(*) from {table}").fetchone()[0]
    return Saved(table, count, lost)


def _write_heads_anew(target: Connection) -> int:
    """Write the rows of sealed inspections that were lost from their sealed bytes; return how many."""
    lost = target.execute(
        "select number, body, at from sealed where inspection not in (select id from inspections)"
    ).fetchall()
    for _number, body, at in lost:
        told = json.loads(bytes(body))
        head, rating, verdicts = told["head"], told["rating"], list(told["verdicts"].values())
        target.execute(
            "insert into inspections (id, number, status, form, limits, scheme, head, hall, hall_name, kind,"
            " started_at, changed_at, finished_at, asked, answered, failed, level, total, state, amends)"
            " select ?, coalesce(max(number), 0) + 1, 'finished', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
            " from inspections",
            (
                told["id"], told["form"]["digest"], told["limits"]["digest"], told["scheme"]["digest"],
                json.dumps(head, ensure_ascii=False), head["hall"]["code"], head["hall"]["name"], head["kind"],
                _to_the_millisecond(told["started_at"]), at, at, len(verdicts), sum(map(bool, verdicts)),
                verdicts.count("fail"), rating["level"], rating.get("total", ""), rating["state"],
                (head.get("amends") or {}).get("id", ""),
            ),
        )  # fmt: skip
    return len(lost)


def _to_the_millisecond(moment: str) -> str:
    return datetime.fromisoformat(moment).isoformat(timespec="milliseconds")


def _rebuild(target: Connection, id_: str) -> int:
    """Write answers and facts anew that the history, or the sealed bytes, hold and the table does not."""
    due: dict[tuple[str, str], str] = {}
    sealed = target.execute("select body from sealed where inspection = ?", (id_,)).fetchone()
    if sealed:
        told = json.loads(bytes(sealed[0]))
        for kind, entries in (("answer", told.get("answers", {})), ("fact", told.get("facts", {}))):
            due |= {(kind, key): json.dumps(plain, ensure_ascii=False) for key, plain in entries.items()}
    else:
        changes = target.execute(
            "select kind, key, after from journal where inspection = ? and kind in ('answer', 'fact') order by seq",
            (id_,),
        ).fetchall()
        for kind, key, after in changes:
            due[kind, key] = after
    known = set(target.execute("select kind, key from entries where inspection = ?", (id_,)).fetchall())
    missing = {place: body for place, body in due.items() if place not in known and body not in {None, "null"}}
    for (kind, key), body in missing.items():
        target.execute("insert into entries values (?, ?, ?, ?)", (id_, kind, key, body))
    return len(missing)


def _keep_name(source: _Source, target: Connection) -> None:
    """Keep the name by which chain heads know the data file."""
    try:
        rows = source.rows("select name from data_file")
    except Error:
        return
    target.executemany("update data_file set name = ?", rows)
