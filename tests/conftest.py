"""What all tests share: the shipped blanks, read once; a clock that ticks; a desk over an empty data file."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import keyring
import pytest

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.shelf import Shelf
from inspector.form.form import Form
from inspector.form.limits import Limits
from inspector.inspection.answer import Verdict
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Head
from inspector.lock import keys
from inspector.rating.scheme import Scheme
from inspector.store.blanks import Blanks
from inspector.store.database import Database, open_database, open_in_memory
from tests.lock.drawer import Drawer

FORM = "hall-open-audit"
SCENARIO = "s08-elderly-cash"
BEIJING = timezone(timedelta(hours=8))
MORNING = datetime(2026, 3, 5, 9, 12, tzinfo=BEIJING)
HALL = Hall("BJ01", "滨江供电营业厅", hall_class="C", city="滨江市", facts={"has_ramp": True})

Rows = list[tuple[Any, ...]]


class Ticking:
    """A clock that stands at a morning and goes on by a step whenever it is looked at."""

    def __init__(self, step: timedelta = timedelta(seconds=20)) -> None:
        self.at, self.step = MORNING, step

    def __call__(self) -> datetime:
        self.at += self.step
        return self.at


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    """The system's keyring for as long as the test lasts."""
    before, drawer = keyring.get_keyring(), Drawer(stuck=False)
    keyring.set_keyring(drawer)
    yield drawer
    keyring.set_keyring(before)


@pytest.fixture
def quick_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch passphrases as little as libsodium allows: half a second each time would be most of these tests."""
    monkeypatch.setattr(keys, "OPERATIONS", 1)
    monkeypatch.setattr(keys, "MEMORY", 8192)


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """The shipped blanks; what most tests need is parsed here, once."""
    shelf = Shelf(Blanks(open_in_memory()))
    shelf.form(FORM), shelf.form(SCENARIO), shelf.limits(), shelf.scheme()
    return shelf


@pytest.fixture(scope="session")
def form(shelf: Shelf) -> Form:
    return shelf.form(FORM)


@pytest.fixture(scope="session")
def limits(shelf: Shelf) -> Limits:
    return shelf.limits()


@pytest.fixture(scope="session")
def scheme(shelf: Shelf) -> Scheme:
    return shelf.scheme()


@pytest.fixture(scope="session")
def blanks(shelf: Shelf) -> Rows:
    return shelf.blanks.database.rows("select digest, kind, name, source, body from blanks")


@pytest.fixture
def desk(tmp_path: Path, clock: Ticking, blanks: Rows) -> Iterator[Desk]:
    """A desk in memory that has already read its blanks."""
    desk = Desk(with_blanks(open_in_memory(), blanks), tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory, blanks: Rows) -> Path:
    """A data folder made once, to be copied."""
    folder = tmp_path_factory.mktemp("untouched")
    with_blanks(open_database(folder), blanks).close()
    return folder


@pytest.fixture
def folder(tmp_path: Path, untouched: Path) -> Path:
    """A data folder whose file holds the blanks and nothing else."""
    return Path(shutil.copytree(untouched, tmp_path / "data"))


def with_blanks(database: Database, rows: Rows) -> Database:
    with database.transaction() as connection:
        for row in rows:
            connection.execute("insert into blanks (digest, kind, name, source, body) values (?, ?, ?, ?, ?)", row)
    return database


def start(desk: Desk, hall: Hall = HALL) -> Inspecting:
    return desk.start(FORM, Head(hall))


def conform_to_everything(inspecting: Inspecting) -> None:
    """Answer every asked item that is still open."""
    for item in inspecting.inspection.form.order:
        if inspecting.inspection.asked(item) and inspecting.inspection.verdict(item) is None:
            inspecting.judge(item, Verdict.CONFORM)
