"""Migrations: they make what the scripts say, and a file of every release opens with everything it held."""

import shutil
from pathlib import Path

from inspector.actions.desk import Desk
from inspector.paths import apart_from
from inspector.store.copies import opened_copy, verify
from inspector.store.database import BEFORE, FILE, open_in_memory
from inspector.store.driver import connect
from inspector.store.headers import Headers
from inspector.store.schema import SCRIPTS, statements

SAMPLES = Path(__file__).parents[1] / "samples" / "databases"
MASTER = "select sql from sqlite_master where sql is not null and tbl_name not like '\\_sqlite%' escape '\\'"


def test_migrated_equals_written_down() -> None:
    """The tables that migrations make are those of the scripts, statement by statement."""
    by_hand = connect(":memory:")
    for script in SCRIPTS:
        for statement in statements(script):
            by_hand.execute(statement)
    written = {sql.casefold() for (sql,) in by_hand.execute(MASTER).fetchall()}
    by_hand.close()
    assert {sql.casefold() for (sql,) in open_in_memory().rows(MASTER)} == written


def test_a_file_of_every_release_opens(tmp_path: Path) -> None:
    for sample in sorted(SAMPLES.glob("*.db")):
        folder = tmp_path / sample.stem
        folder.mkdir()
        shutil.copyfile(sample, folder / FILE)
        desk = Desk.at(folder)
        draft, finished = desk.headers()
        assert (draft.status, finished.status) == ("draft", "finished")
        assert desk.open(finished.id).inspection.answer("FS-01").note == "后门上锁"
        assert desk.open(draft.id).note("EN-02", "新的备注") is not None
        desk.close()
        verify(folder / FILE)
        for kept in apart_from(folder).glob(f"{BEFORE}*"):
            with opened_copy(kept / FILE) as database:
                assert [header.status for header in Headers(database).headers()] == ["draft", "finished"]
        assert len(list(apart_from(folder).glob(f"{BEFORE}*"))) == 1
