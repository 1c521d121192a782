"""The data file: refused when it is not ours, newer or damaged, and left as it was; whole transactions or none."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inspector.errors import InspectorError
from inspector.inspection.change import Change
from inspector.inspection.inspection import Head
from inspector.inspection.progress import Count
from inspector.store.copies import snapshot, verify
from inspector.store.database import FILE, VERSION, Database, open_database, open_in_memory
from inspector.store.driver import Error, connect
from inspector.store.inspections import Inspections
from tests.conftest import HALL, Rows, with_blanks

COUNT = Count(166, 1, 0)
ID = "0197-one"


def begin(database: Database) -> Inspections:
    store, pinned = Inspections(database), dict(database.rows("select kind, digest from blanks"))
    store.start(ID, pinned, Head(HALL), {"has_ramp": True}, "2026-03-05T09:12:00.000+08:00", 165)
    return store


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    database = open_database(folder)
    yield database
    database.close()


@pytest.fixture
def store(database: Database) -> Inspections:
    return begin(database)


def tap(key: str = "SG-01", note: str = "台面过高") -> Change:
    return Change("answer", key, None, {"verdict": "fail", "note": note}, at="2026-03-05T09:13:00.000+08:00")


# Refused, and left as it was.


def newer(path: Path) -> None:
    connection = connect(path)
    connection.execute(f"pragma user_version = {VERSION + 1}")
    connection.close()


def foreign(path: Path) -> None:
    path.unlink()
    connection = connect(path)
    connection.execute("create table somebody_elses (a)")
    connection.close()


def newer_in_the_log(path: Path) -> None:
    """Leave a log behind that a crash did not let fold in."""
    script = (
        "import os, sys; from inspector.store.driver import connect;"
        f"c = connect(sys.argv[1]); c.execute('pragma user_version = {VERSION + 1}'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
    assert path.with_name(FILE + "-wal").stat().st_size


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:2000] = b"\xa5" * 1900
    path.write_bytes(content)


def emptied(path: Path) -> None:
    path.write_bytes(b"")
    path.with_name(FILE + "-wal").write_bytes(b"what was not folded in yet")


def lost(path: Path) -> None:
    path.rename(path.with_name(FILE + "-wal"))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (newer, "更新版本"),
        (foreign, "别的程序"),
        (lambda path: path.write_text("<html>登录</html>", "utf-8"), "不是星察的数据文件"),
        (lambda path: path.write_bytes(b"\0" * 8192), "不是星察的数据文件"),
        (lambda path: path.write_bytes(b"SQL"), "不是星察的数据文件"),
        (cut_short, "不完整"),
        (damaged, "已损坏"),
        (emptied, "空的"),
        (lost, "不见了"),
        (a_folder, "读不出来"),
    ],
)
def test_a_strange_file_is_refused_and_left_alone(folder: Path, spoil: Callable[[Path], object], told: str) -> None:
    path = folder / FILE
    spoil(path)
    before = contents(folder)
    for _time in range(2):
        with pytest.raises(InspectorError, match=told) as trouble:
            open_database(folder)
        assert trouble.value.advice
    assert contents(folder) == before


def contents(folder: Path) -> dict[str, bytes | None]:
    """Return the files of a folder; an empty log and the shared memory beside it are no data."""
    return {
        path.name: path.read_bytes() if path.is_file() else None
        for path in sorted(folder.iterdir())
        if not path.name.endswith("-shm") and not (path.name.endswith("-wal") and not path.stat().st_size)
    }


def test_a_newer_file_is_known_by_its_log(folder: Path) -> None:
    newer_in_the_log(folder / FILE)
    for _time in range(2):
        with pytest.raises(InspectorError, match="更新版本"):
            open_database(folder)
    verify(folder / FILE)


@pytest.mark.parametrize("inside", ["a file/data", "a file"])
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, inside: str) -> None:
    (tmp_path / "a file").write_text("")
    with pytest.raises(InspectorError, match="建不了"):
        open_database(tmp_path / inside)


def test_a_read_only_file_says_so(store: Inspections, database: Database) -> None:
    database.connection.execute("pragma query_only = on")
    with pytest.raises(InspectorError, match="只读"):
        store.record(ID, tap(), COUNT, 0)
    assert store.load(ID).answers == {}


# Whole or not at all.


def state(database: Database) -> tuple[Rows, Rows, Rows]:
    return tuple(database.rows(f"select * from {table}") for table in ("entries", "journal", "inspections"))  # type: ignore[return-value]


@pytest.mark.parametrize(
    "moment",
    [
        "before insert on entries",
        "after insert on entries",
        "before insert on journal",
        "after insert on journal",
        "after update on inspections",
    ],
)
def test_a_tap_is_one_transaction(store: Inspections, database: Database, moment: str) -> None:
    before = state(database)
    database.connection.execute(f"create trigger stop {moment} begin select raise(abort, 'stopped'); end")
    with pytest.raises(Error, match="stopped"):
        store.record(ID, tap(), COUNT, 0)
    assert not database.connection.in_transaction
    assert state(database) == before
    database.connection.execute("drop trigger stop")
    assert store.record(ID, tap(), COUNT, 0).seq > 0


def test_a_commit_that_fails_leaves_nothing(store: Inspections, database: Database) -> None:
    """A constraint that is only looked at when committing: everything was written, and goes back."""
    database.connection.execute(
        "create table watched (key text references settings (key) deferrable initially deferred)"
    )
    database.connection.execute(
        "create trigger late after insert on journal begin insert into watched values ('no such setting'); end"
    )
    before = state(database)
    with pytest.raises(Error, match="FOREIGN KEY"):
        store.record(ID, tap(), COUNT, 0)
    assert not database.connection.in_transaction
    assert state(database) == before
    assert store.load(ID).seq == 0


def test_an_error_between_two_writes_takes_both_back(database: Database) -> None:
    def write_and_stumble() -> None:
        with database.transaction() as connection:
            connection.execute("insert into settings values ('a', '1')")
            raise KeyError

    with pytest.raises(KeyError):
        write_and_stumble()
    assert database.rows("select * from settings") == []


@pytest.mark.parametrize("table", ["journal", "sealed", "signatures"])
@pytest.mark.parametrize("verb", ["delete from {}", "update {} set rowid = 9", "replace into {} select * from {}"])
def test_history_cannot_be_changed(store: Inspections, database: Database, table: str, verb: str) -> None:
    store.record(ID, tap(), COUNT, 0)
    store.seal(
        ID,
        lambda _place: b"{}",
        "t",
        {"level": 3, "total": "70.0", "state": "full", "topics": {}, "findings": []},
    )
    before = database.rows(f"select * from {table}")
    assert before
    with pytest.raises(Error, match=r"never (changed|cut|removed)"):
        database.write(verb.format(table, table))
    assert database.rows(f"select * from {table}") == before


def test_a_full_disk_is_told_and_nothing_acknowledged_is_lost(store: Inspections, database: Database) -> None:
    pages = database.rows("pragma page_count")[0][0]
    database.rows(f"pragma max_page_count = {pages + 8}")
    acknowledged: dict[str, int] = {}

    def go_on() -> None:
        for number in range(500):
            change = store.record(ID, tap(f"SG-{number:03}", "记" * 300), COUNT, 0)
            acknowledged[change.key] = change.seq

    with pytest.raises(InspectorError, match="磁盘写不下") as trouble:
        go_on()
    assert "都在" in trouble.value.advice
    assert acknowledged
    assert {change.key: change.seq for change in store.journal(ID)} == acknowledged
    assert store.load(ID).answers.keys() == acknowledged.keys()
    database.rows("pragma max_page_count = 1000000")
    assert store.record(ID, tap("SG-999"), COUNT, 0).seq > max(acknowledged.values())


def test_two_windows_wait_for_each_other_and_then_say_so(folder: Path, store: Inspections) -> None:
    other = open_database(folder)
    other.connection.execute("pragma busy_timeout = 20")
    with store.database.transaction():
        with pytest.raises(InspectorError, match="另一个程序占用"):
            Inspections(other).record(ID, tap(), COUNT, 0)
        assert Inspections(other).load(ID).answers == {}, "reading goes on"
    Inspections(other).record(ID, tap(), COUNT, 0)
    assert store.load(ID).answers.keys() == {"SG-01"}
    other.close()


def test_the_file_is_set_up_to_lose_nothing(database: Database) -> None:
    for pragma, value in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("recursive_triggers", 1)):
        assert database.rows(f"pragma {pragma}") == [(value,)]


def test_a_snapshot_is_whole_while_somebody_writes(store: Inspections, database: Database, tmp_path: Path) -> None:
    store.record(ID, tap(), COUNT, 0)
    with database.transaction() as connection:
        connection.execute("insert into settings values ('theme', 'dark')")
        snapshot(tmp_path / "data", tmp_path / "copy.db")
    verify(tmp_path / "copy.db")
    copied = Database(connect(tmp_path / "copy.db"))
    assert Inspections(copied).load(ID).answers.keys() == {"SG-01"}
    assert copied.rows("select * from settings") == []
    copied.close()


def test_a_damaged_copy_does_not_verify(database: Database, tmp_path: Path) -> None:
    snapshot(tmp_path / "data", tmp_path / "copy.db")
    damaged(tmp_path / "copy.db")
    with pytest.raises(InspectorError, match=r"损坏|校验"):
        verify(tmp_path / "copy.db")


def test_opening_again_finds_everything(folder: Path, store: Inspections, blanks: Rows) -> None:
    store.record(ID, tap(), COUNT, 0)
    store.database.close()
    again = open_database(folder)
    assert Inspections(again).load(ID).answers.keys() == {"SG-01"}
    assert again.rows("select digest, kind, name, source, body from blanks order by digest") == sorted(blanks)
    again.close()


def test_in_memory_is_the_same_thing(blanks: Rows) -> None:
    database = with_blanks(open_in_memory(), blanks)
    store = begin(database)
    store.record(ID, tap(), COUNT, 0)
    assert store.load(ID).answers.keys() == {"SG-01"}
    database.close()
