"""The lock turned on and off: everything stays, nothing plain is left, and it may be cut off anywhere."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from inspector.actions.desk import Desk
from inspector.actions.reporting import write_report_of
from inspector.actions.verifying import verify as verify_seals
from inspector.errors import InspectorError
from inspector.exchange.backup import back_up
from inspector.exchange.converting import begin_locking, begin_unlocking, convert, reseal_file
from inspector.exchange.restoring import fetch, look_into
from inspector.exchange.rolling import roll, roll_everywhere, rolling_set
from inspector.inspection.answer import Photo, Verdict
from inspector.inspection.inspection import Head
from inspector.lock.files import sealed
from inspector.lock.keys import LOCK, LockedError, converting, forget, new_lock, read_lock, unlock
from inspector.paths import apart_from
from inspector.store import copies
from inspector.store.copies import verify
from inspector.store.database import FILE
from tests.conftest import HALL, MORNING, Ticking, conform_to_everything
from tests.vault.pictures import taken

PASSPHRASE = "春天的营业厅很安静"
NOTE = "柜台后的保安在打瞌睡"
SECRETS = (NOTE.encode(), NOTE.encode("utf-16-le"), HALL.name.encode(), b"JFIF", b"Exif")

pytestmark = pytest.mark.usefixtures("quick_lock")


def seal_one(folder: Path) -> str:
    """Finish an inspection with a photo and a note; return its id."""
    desk = Desk.at(folder, Ticking())
    desk.keep_hall(HALL)
    inspecting = desk.start("signage", Head(HALL))
    kept = desk.vault.take(taken(), "门头.jpg")
    inspecting.attach("SG-01", Photo(kept.sha256, "门头.jpg"))
    inspecting.note("SG-01", NOTE)
    conform_to_everything(inspecting)
    inspecting.judge("SG-01", Verdict.FAIL)
    inspecting.finish()
    desk.close()
    return inspecting.inspection.id


def lock_up(folder: Path) -> str:
    lock, recovery = new_lock(PASSPHRASE)
    begin_locking(folder, lock)
    convert(folder)
    return recovery


def found_in(*folders: Path) -> list[str]:
    """Return every file that holds something plain."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [f"{path.name}: {secret!r}" for path in files for secret in SECRETS if secret in path.read_bytes()]


def state_of(folder: Path, id_: str) -> tuple[str, list[str]]:
    desk = Desk.at(folder, Ticking())
    try:
        answer = desk.open(id_).inspection.answer("SG-01")
        return answer.note, [desk.vault.state(photo.sha256) for photo in answer.photos]
    finally:
        desk.close()


@pytest.fixture
def data(folder: Path) -> tuple[Path, str]:
    id_ = seal_one(folder)
    return folder, id_


def test_on_and_off_again_leaves_everything_as_it_was(data: tuple[Path, str]) -> None:
    folder, id_ = data
    before = state_of(folder, id_)
    lock_up(folder)
    assert state_of(folder, id_) == before == (NOTE, ["ok"])
    assert verify_seals(folder).doubts == ()
    begin_unlocking(folder)
    convert(folder)
    assert read_lock(folder) is None
    assert state_of(folder, id_) == before
    assert not any(sealed(path) for path in folder.rglob("*") if path.is_file())
    assert verify_seals(folder).doubts == ()


def test_the_bytes_tell_nothing_in_data_and_backups(data: tuple[Path, str], tmp_path: Path) -> None:
    folder, _id = data
    disk = tmp_path / "disk"
    disk.mkdir()
    roll_everywhere(folder, disk, MORNING)
    assert found_in(folder, apart_from(folder), disk) != []  # the search finds what is there to be found
    (folder / "inspector.log").write_text(NOTE)
    (folder / "reports").mkdir()
    (folder / "reports" / f"{HALL.name}.pdf").write_bytes(b"%PDF")
    lock_up(folder)
    desk = Desk.at(folder, Ticking())
    desk.start("signage", Head(HALL)).note("SG-02", NOTE)
    assert found_in(folder, apart_from(folder)) == []  # with the log of the open file
    desk.close()
    roll_everywhere(folder, disk, MORNING + timedelta(days=1))
    back_up(folder, disk, MORNING)
    assert found_in(folder, apart_from(folder), disk) == []
    assert not any(HALL.name in path.name for path in folder.rglob("*"))


def test_without_the_passphrase_nothing_opens(data: tuple[Path, str]) -> None:
    folder, id_ = data
    lock_up(folder)
    lock = read_lock(folder)
    assert lock is not None
    forget(lock)
    with pytest.raises(LockedError):
        Desk.at(folder)
    with pytest.raises(LockedError):
        verify(folder / FILE)
    unlock(lock, PASSPHRASE)
    assert state_of(folder, id_) == (NOTE, ["ok"])


def test_the_report_has_its_photo(data: tuple[Path, str], tmp_path: Path) -> None:
    folder, id_ = data
    lock_up(folder)
    desk = Desk.at(folder, Ticking())
    write_report_of(desk, id_, tmp_path / "report.pdf")
    desk.close()
    assert (tmp_path / "report.pdf").read_bytes().count(b"/DCTDecode") == 1


@pytest.mark.parametrize("after", range(1, 9))
def test_cut_off_anywhere_it_goes_on(data: tuple[Path, str], monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    folder, id_ = data
    steps = 0

    class Cut(Exception):  # noqa: N818 - no error, the power
        pass

    def counted(*_what: object) -> None:
        nonlocal steps
        steps += 1
        if steps == after:
            raise Cut

    flush = copies.flush_to_disk
    monkeypatch.setattr(copies, "flush_to_disk", lambda path: (counted(), flush(path)))
    begin_locking(folder, new_lock(PASSPHRASE)[0])
    try:
        convert(folder, counted)
    except Cut:
        assert state_of(folder, id_) == (NOTE, ["ok"])
        convert(folder)
    assert not converting(folder)
    assert state_of(folder, id_) == (NOTE, ["ok"])
    assert found_in(folder, apart_from(folder)) == []


def test_a_sealed_photo_that_was_altered_or_swapped_is_named(data: tuple[Path, str]) -> None:
    folder, id_ = data
    lock_up(folder)
    photo = next(path for path in (folder / "vault").rglob("*") if path.is_file() and path.suffix == "")
    content = bytearray(photo.read_bytes())
    content[-1] ^= 1
    photo.write_bytes(content)
    assert state_of(folder, id_) == (NOTE, ["altered"])
    other = next(path for path in (folder / "vault").rglob("*.jpg"))
    shutil.copyfile(other, photo)
    assert state_of(folder, id_) == (NOTE, ["altered"])


def test_a_damaged_file_is_told_apart_from_a_wrong_passphrase(data: tuple[Path, str]) -> None:
    folder, _id = data
    lock_up(folder)
    content = bytearray((folder / FILE).read_bytes())
    content[5000] ^= 1
    (folder / FILE).write_bytes(content)
    with pytest.raises(InspectorError, match=r"校验没有通过|损坏"):
        verify(folder / FILE)


def test_a_backup_is_restored_whether_the_lock_changed_meanwhile_or_not(data: tuple[Path, str], tmp_path: Path) -> None:
    folder, id_ = data
    disk = tmp_path / "disk"
    disk.mkdir()
    plain = back_up(folder, disk, MORNING)
    lock_up(folder)
    locked = back_up(folder, disk, MORNING + timedelta(days=1))
    fetch(plain, folder)
    assert state_of(folder, id_) == (NOTE, ["ok"])
    assert read_lock(folder) is None
    lock = read_lock(locked)
    assert lock is not None
    forget(lock)
    assert look_into(locked).locked
    fetch(locked, folder)
    with pytest.raises(LockedError):
        state_of(folder, id_)
    lock = read_lock(folder)
    assert lock is not None
    unlock(lock, PASSPHRASE)
    assert state_of(folder, id_) == (NOTE, ["ok"])


def test_a_rolling_backup_carries_its_lock(data: tuple[Path, str], tmp_path: Path) -> None:
    folder, _id = data
    disk = tmp_path / "disk"
    disk.mkdir()
    lock_up(folder)
    snapshot = roll(folder, disk, MORNING)
    assert (snapshot / LOCK).is_file()
    assert all(sealed(path) for path in (rolling_set(disk) / "vault").rglob("*") if path.is_file())
    assert look_into(snapshot).inspections == 1


def test_a_second_lock_over_the_first_is_refused(data: tuple[Path, str]) -> None:
    folder, _id = data
    lock_up(folder)
    with pytest.raises(InspectorError, match="已经上锁"):
        begin_locking(folder, new_lock(PASSPHRASE)[0])


def test_a_damaged_photo_stays_as_it_is_when_the_lock_is_turned_off(data: tuple[Path, str]) -> None:
    folder, _id = data
    lock_up(folder)
    photo = next(path for path in (folder / "vault").rglob("*") if path.is_file() and path.suffix == "")
    photo.write_bytes(photo.read_bytes()[:-5])
    before = photo.read_bytes()
    reseal_file(photo, "")
    assert photo.read_bytes() == before
