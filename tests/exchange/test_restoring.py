"""Restoring: backups are looked into, what is wrong with one is said, and the data that stood there are kept."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from inspector.actions.desk import Desk, fetched
from inspector.errors import Cancelled, InspectorError
from inspector.exchange.backup import MANIFEST, back_up
from inspector.exchange.restoring import copies, fetch, look_into, put_in_place
from inspector.exchange.rolling import roll
from inspector.inspection.answer import Photo
from inspector.inspection.inspection import Head
from inspector.paths import INCOMING, READY, apart_from
from inspector.store.database import FILE
from tests.conftest import HALL, MORNING, Ticking


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def work(folder: Path, note: str) -> str:
    """Fill in a little, with a photo; return the photo's hash."""
    desk = Desk.at(folder, Ticking())
    draft = next(iter(desk.drafts()), None)
    inspecting = desk.open(draft.id) if draft else desk.start("signage", Head(HALL))
    photo = desk.vault.keep(note.encode())
    inspecting.attach("SG-01", Photo(photo, "门头.jpg"))
    inspecting.note("SG-01", note)
    desk.close()
    return photo


def note_of(folder: Path) -> str:
    desk = Desk.at(folder, Ticking())
    try:
        return desk.open(desk.drafts()[0].id).inspection.answer("SG-01").note
    finally:
        desk.close()


def test_a_backup_takes_the_place_of_the_data_and_those_are_kept(folder: Path, disk: Path) -> None:
    photo = work(folder, "门头完好")
    copy = back_up(folder, disk, MORNING)
    work(folder, "后来写坏了")
    shutil.rmtree(folder / "vault")
    fetch(copy, folder)
    assert fetched(folder)
    assert note_of(folder) == "门头完好"
    assert not fetched(folder)
    assert (folder / "vault" / photo[:2] / photo).read_bytes() == "门头完好".encode()
    kept = next(path for path in apart_from(folder).iterdir() if path.name.startswith("replaced-"))
    assert note_of(kept) == "后来写坏了"


def test_every_backup_is_listed_the_newest_first_with_what_it_holds(folder: Path, disk: Path) -> None:
    work(folder, "一")
    by_hand = back_up(folder, disk, MORNING)
    rolled = roll(folder, disk, MORNING + timedelta(days=1))
    found = copies([disk, rolled])
    assert {copy.folder for copy in found} == {by_hand, rolled}
    assert found[0].at >= found[1].at
    assert [(copy.inspections, copy.drafts, copy.photos, copy.trouble) for copy in found] == [(1, 1, 1, "")] * 2


def empty(copy: Path) -> None:
    (copy / FILE).write_bytes(b"")


def cut(copy: Path) -> None:
    content = (copy / FILE).read_bytes()
    (copy / FILE).write_bytes(content[: len(content) // 2])
    (copy / MANIFEST).unlink()


def alter(copy: Path) -> None:
    content = bytearray((copy / FILE).read_bytes())
    content[-50] ^= 1
    (copy / FILE).write_bytes(content)


def swap_for_another_file(copy: Path) -> None:
    (copy / FILE).write_bytes(b"PK\x03\x04" * 4_000)
    (copy / MANIFEST).unlink()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [(empty, "空的"), (cut, "不完整"), (alter, "校验和不符"), (swap_for_another_file, "不是星察的数据文件")],
)
def test_a_spoilt_backup_says_why_and_cannot_be_fetched(
    folder: Path, disk: Path, spoil: Callable[[Path], None], said: str
) -> None:
    work(folder, "门头完好")
    copy = back_up(folder, disk, MORNING)
    spoil(copy)
    assert said in look_into(copy).trouble
    with pytest.raises(InspectorError, match=said):
        fetch(copy, folder)
    assert not fetched(folder)
    assert note_of(folder) == "门头完好"


def test_a_data_folder_copied_without_its_log_is_told(folder: Path, disk: Path) -> None:
    desk = Desk.at(folder, Ticking())
    desk.start("signage", Head(HALL)).note("SG-01", "还在日志里")
    copied = disk / "手工复制"
    copied.mkdir()
    for path in folder.iterdir():
        if path.is_file() and not path.name.endswith(("-wal", "-shm")):
            shutil.copyfile(path, copied / path.name)
    desk.close()
    assert look_into(copied).trouble


def test_cancelled_fetching_changes_nothing_and_may_begin_again(folder: Path, disk: Path) -> None:
    work(folder, "门头完好")
    copy = back_up(folder, disk, MORNING)
    work(folder, "后来")
    with pytest.raises(Cancelled):
        fetch(copy, folder, cancelled=lambda: True)
    assert not fetched(folder)
    assert note_of(folder) == "后来"
    fetch(copy, folder)
    assert note_of(folder) == "门头完好"


def test_a_swap_that_was_cut_off_goes_on_at_the_next_start(folder: Path, disk: Path) -> None:
    work(folder, "门头完好")
    copy = back_up(folder, disk, MORNING)
    work(folder, "后来")
    fetch(copy, folder)
    incoming = apart_from(folder) / INCOMING
    kept = apart_from(folder) / "replaced-20260305-091200"
    kept.mkdir()
    (folder / FILE).replace(kept / FILE)  # the power went just here
    assert note_of(folder) == "门头完好"
    assert not incoming.exists()
    assert note_of(kept) == "后来"


def test_without_the_mark_that_says_it_is_whole_nothing_is_put_in_place(folder: Path, disk: Path) -> None:
    work(folder, "门头完好")
    fetch(back_up(folder, disk, MORNING), folder)
    (apart_from(folder) / INCOMING / READY).unlink()
    work(folder, "后来")
    assert put_in_place(folder, MORNING) is None
    assert note_of(folder) == "后来"
