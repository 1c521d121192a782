"""A data file of 0 bytes: begun anew where nothing was ever in it, refused where something was."""

import subprocess
import sys
from pathlib import Path

import pytest

from inspector.errors import InspectorError
from inspector.store.copies import verify
from inspector.store.database import FILE, open_database

CRASH = (
    "import os, sys; from inspector.store.driver import connect;"
    "c = connect(sys.argv[1]); c.execute('begin immediate'); c.execute('create table t (a)'); os._exit(0)"
)


def test_a_crash_during_the_very_first_write_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / FILE
    subprocess.run([sys.executable, "-c", CRASH, str(path)], check=True)
    assert path.stat().st_size == 0
    assert path.with_name(f"{FILE}-journal").exists()
    database = open_database(tmp_path)
    assert database.rows("select name from sqlite_master where name = 't'") == []
    assert database.rows("select * from inspections") == []
    database.close()
    verify(path)
    assert [beside.name for beside in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize("beside", [f"{FILE}-wal", "vault"])
def test_an_emptied_file_is_refused(tmp_path: Path, beside: str) -> None:
    (tmp_path / FILE).touch()
    (tmp_path / f"{FILE}-journal").touch()
    (tmp_path / beside).mkdir()
    with pytest.raises(InspectorError, match="空的"):
        open_database(tmp_path)
    assert (tmp_path / FILE).stat().st_size == 0
