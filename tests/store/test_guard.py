"""What SQLite does not notice itself: logs deleted, files moved, copies that lack the last steps."""

import shutil
from pathlib import Path

import pytest

from inspector.errors import InspectorError
from inspector.store.database import FILE, Database, open_database
from inspector.store.driver import connect
from inspector.store.guard import DIGITS, PULSE
from inspector.store.inspections import Inspections
from tests.store.test_database import COUNT, ID, begin, tap

LOG = f"{FILE}-wal"


def opened(folder: Path) -> tuple[Database, Inspections]:
    database = open_database(folder)
    return database, begin(database)


def taps(store: Inspections, how_many: int) -> None:
    for number in range(how_many):
        store.record(ID, tap(f"SG-{number:02}"), COUNT, number)


def kept(folder: Path) -> int:
    database = open_database(folder)
    try:
        assert database.rows("pragma integrity_check") == [("ok",)]
        return database.rows("select count(*) from entries where kind = 'answer'")[0][0]
    finally:
        database.close()


def test_a_log_deleted_under_the_open_file_costs_nothing_and_is_told(folder: Path) -> None:
    database, store = opened(folder)
    taps(store, 20)
    (folder / LOG).unlink()
    store.record(ID, tap("SG-30"), COUNT, 1)
    assert (folder / LOG).exists()
    store.record(ID, tap("SG-31"), COUNT, 1)
    assert ["日志被别的程序删掉了" in one for one in database.incidents] == [True]
    # As a crash leaves it: the file and its log are copied while they are open.
    copied = folder.with_name("copied")
    shutil.copytree(folder, copied)
    assert kept(copied) == 22
    database.close()
    assert kept(folder) == 22


def test_a_log_deleted_after_the_last_tap_is_saved_by_a_look(folder: Path) -> None:
    database, store = opened(folder)
    taps(store, 5)
    (folder / LOG).unlink()
    database.look()
    connection = connect(folder / FILE)
    assert connection.execute("select count(*) from entries where kind = 'answer'").fetchone() == (5,)
    connection.close()
    database.close()


def test_a_data_file_moved_away_is_written_anew_where_it_belongs(folder: Path) -> None:
    database, store = opened(folder)
    taps(store, 5)
    (folder / FILE).rename(folder / "elsewhere.db")
    store.record(ID, tap("SG-30"), COUNT, 1)
    assert "被移走了" in database.incidents[0]
    database.close()
    assert kept(folder) == 6


def test_another_file_in_its_place_is_left_alone(folder: Path) -> None:
    database, store = opened(folder)
    taps(store, 5)
    (folder / FILE).rename(folder / "elsewhere.db")
    (folder / FILE).write_bytes(b"somebody else's")
    with pytest.raises(InspectorError, match="换成了另一个文件"):
        store.record(ID, tap("SG-30"), COUNT, 1)
    database.close()
    assert (folder / FILE).read_bytes() == b"somebody else's"


def copied_without_log(folder: Path) -> None:
    (folder / LOG).unlink()


def flipped_in_the_log(folder: Path) -> None:
    content = bytearray((folder / LOG).read_bytes())
    content[len(content) * 2 // 3] ^= 1
    (folder / LOG).write_bytes(content)


@pytest.mark.parametrize("damage", [copied_without_log, flipped_in_the_log])
def test_steps_that_sqlite_drops_in_silence_are_counted(folder: Path, damage) -> None:
    database, store = opened(folder)
    database.connection.execute("pragma wal_checkpoint(truncate)").fetchone()
    taps(store, 20)
    copied = folder.with_name("copied")
    shutil.copytree(folder, copied)
    database.close()
    damage(copied)
    database = open_database(copied)
    gone = 20 - database.rows("select count(*) from journal")[0][0]
    assert gone > 0
    assert database.guard is not None
    assert database.guard.lost == gone
    assert f"少了最后 {gone} 步" in database.incidents[0]
    database.close()


@pytest.mark.parametrize("noted", [b"", b"12", b"x" * DIGITS, None])
def test_a_counter_that_cannot_be_read_says_nothing(folder: Path, noted: bytes | None) -> None:
    database, store = opened(folder)
    taps(store, 3)
    database.close()
    assert (folder / PULSE).read_bytes() == b"%0*d" % (DIGITS, 3)
    (folder / PULSE).unlink() if noted is None else (folder / PULSE).write_bytes(noted)
    database = open_database(folder)
    assert database.incidents == []
    database.close()


def test_a_counter_that_lags_behind_says_nothing_and_a_sound_file_neither(folder: Path) -> None:
    database, store = opened(folder)
    taps(store, 3)
    database.close()
    (folder / PULSE).write_bytes(b"%0*d" % (DIGITS, 1))
    database = open_database(folder)
    assert database.incidents == []
    database.close()
