"""Copies of a data file: a whole one written, one opened for a look, one checked, and one sealed or unsealed."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector.errors import InspectorError
from inspector.lock.keys import LOCK
from inspector.paths import flush_to_disk
from inspector.store.database import APPLICATION_ID, FILE, Database, open_database
from inspector.store.driver import connect, raw_key, sealed_by
from inspector.store.faults import told_plainly
from inspector.store.guard import PULSE
from inspector.wording import _


def snapshot(folder: Path, target: Path) -> None:
    """Write a whole copy of a folder's data file, consistent even while it is written to."""
    with told_plainly():
        connection = connect(folder / FILE)
        try:
            connection.execute("vacuum into ?", (str(target),))
        finally:
            connection.close()


@contextmanager
def copied_aside(file: Path) -> Iterator[Path]:
    """Copy a data file with its log, counter and lock aside, for as long as it is looked at."""
    if not file.is_file():
        raise InspectorError(_("{path} 里没有星察的数据文件。").format(path=file.parent))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        folder.mkdir()
        beside = {f"{file.name}-wal": f"{FILE}-wal", PULSE: PULSE, LOCK: LOCK, file.name: FILE}
        for source, target in beside.items():
            if file.with_name(source).is_file():
                shutil.copyfile(file.with_name(source), folder / target)
        yield folder / FILE


@contextmanager
def opened_copy(file: Path) -> Iterator[Database]:
    """Open a copy of a data file that stays untouched: opening folds in its log and may bring its tables up to date."""
    with copied_aside(file) as copy:
        database = open_database(copy.parent)
        try:
            yield database
        finally:
            database.close()


def verify(path: Path) -> None:
    """Check a data file from end to end; an InspectorError when something is wrong with it."""
    with told_plainly():
        connection = connect(path)
        try:
            forged = connection.execute("pragma cipher_integrity_check").fetchall() if sealed_by(path) else []
            result = forged[0][0] if forged else connection.execute("pragma integrity_check").fetchone()[0]
        finally:
            connection.close()
    if result != "ok":
        raise InspectorError(_("数据文件校验没有通过：{result}").format(result=result))


def reseal(file: Path, lock: str) -> bool:
    """Seal a closed data file by a lock, or make it plain (""); cut off anywhere, it is the one or the other.

    Returns whether there was anything to do.
    """
    if sealed_by(file) == lock:
        return False
    beside = file.with_name(f"{file.name}.converting")
    beside.unlink(missing_ok=True)
    with told_plainly():
        connection = connect(file)
        try:
            connection.execute("pragma wal_checkpoint(truncate)").fetchone()
            version = connection.execute("pragma user_version").fetchone()[0]
            key = raw_key(lock) if lock else "''"
            connection.execute(f"attach ? as converted key {key}", (str(beside),))
            connection.execute("select sqlcipher_export('converted')").fetchone()
            for step in (f"application_id = {APPLICATION_ID}", f"user_version = {version}", "journal_mode = wal"):
                connection.execute(f"pragma converted.{step}")
            connection.execute("detach converted")
        finally:
            connection.close()
    flush_to_disk(beside)
    beside.replace(file)
    flush_to_disk(file)
    verify(file)
    return True
