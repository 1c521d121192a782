import hashlib
import os
import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.errors import Cancelled, InspectorError
from inspector.exchange.backup import MANIFEST, back_up
from inspector.inspection.hall import Hall
from inspector.store.copies import verify
from inspector.store.database import FILE, Database, open_database
from inspector.store.places import Places

AT = datetime(2026, 3, 5, 14, 32, 7, tzinfo=UTC)
HALLS = [Hall(f"{n:03}", f"第 {n} 厅") for n in range(20)]


def no_letters(_name: str) -> str:
    return ""


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "data"
    database = open_database(folder)
    Places(database, no_letters).keep_halls(HALLS)
    for number in range(5):
        content = bytes([number]) * 50_000
        sha256 = hashlib.sha256(content).hexdigest()
        path = folder / "vault" / sha256[:2] / sha256
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    yield folder
    database.close()


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def halls_of(folder: Path) -> list[Hall]:
    database = open_database(folder)
    try:
        return [hall for hall, _letters in Places(database, no_letters).halls()]
    finally:
        database.close()


def trouble(source: Path, target: Path) -> str:
    with pytest.raises(InspectorError) as caught:
        back_up(source, target, AT)
    return str(caught.value)


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """Let the system refuse files beyond a size, as a disk formatted with FAT32 does."""
    resource = pytest.importorskip("resource", reason="Windows has no limit on file sizes that a process may set")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_every_file_is_there_and_the_list_of_sums_is_right(data: Path, disk: Path) -> None:
    folder = back_up(data, disk, AT)
    assert folder == disk / "星察备份-20260305-143207"
    listed = dict(reversed(line.split("  ", 1)) for line in (folder / MANIFEST).read_text("utf-8").splitlines())
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there == {*listed, MANIFEST}
    assert len(listed) == 6
    for name, sha256 in listed.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha256


def test_copied_back_it_is_the_data_folder_again(data: Path, disk: Path, tmp_path: Path) -> None:
    folder = back_up(data, disk, AT)
    restored = tmp_path / "restored"
    shutil.copytree(folder, restored)
    assert sorted(halls_of(restored), key=lambda hall: hall.code) == HALLS
    originals = {path.name: path.read_bytes() for path in (data / "vault").rglob("*") if path.is_file()}
    assert {path.name: path.read_bytes() for path in (restored / "vault").rglob("*") if path.is_file()} == originals


def test_progress_grows_to_the_whole(data: Path, disk: Path) -> None:
    shares: list[float] = []
    back_up(data, disk, AT, shares.append)
    assert shares == sorted(shares)
    assert len(shares) == 6
    assert shares[-1] == 1.0


def test_a_folder_without_photos_is_backed_up_too(tmp_path: Path, disk: Path) -> None:
    open_database(tmp_path / "new").close()
    shares: list[float] = []
    assert left_in(back_up(tmp_path / "new", disk, AT, shares.append)) == [MANIFEST, FILE]
    assert shares == [1.0]


@pytest.mark.parametrize("inside", [".", "vault", "vault/deep", "../data/./vault"])
def test_a_target_inside_the_data_folder_is_refused(data: Path, inside: str) -> None:
    before = sorted(data.rglob("*"))
    assert "备份不能放在数据文件夹里面" in trouble(data, data / inside)
    assert sorted(data.rglob("*")) == before


def test_a_link_into_the_data_folder_is_refused(data: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(data)
    assert "备份不能放在数据文件夹里面" in trouble(data, tmp_path / "link" / "here")


def test_the_folder_that_holds_the_data_folder_will_do(data: Path, tmp_path: Path) -> None:
    assert back_up(data, tmp_path, AT).parent == tmp_path


def test_a_folder_without_a_data_file_is_refused_and_stays_as_it_is(tmp_path: Path, disk: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "没有可备份的" in trouble(tmp_path / "empty", disk)
    assert left_in(tmp_path / "empty") == []
    assert left_in(disk) == []


def test_cancelled_nothing_is_left(data: Path, disk: Path) -> None:
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        back_up(data, disk, AT, cancelled=lambda: next(asked))
    assert left_in(disk) == []


def test_a_progress_that_cancels_leaves_nothing_either(data: Path, disk: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        back_up(data, disk, AT, stop)
    assert left_in(disk) == []


def test_until_it_is_whole_its_name_says_so(data: Path, disk: Path) -> None:
    seen: list[str] = []
    back_up(data, disk, AT, lambda _share: seen.extend(left_in(disk)))
    assert set(seen) == {"星察备份-20260305-143207-未完成"}
    assert left_in(disk) == ["星察备份-20260305-143207"]


def test_the_same_moment_twice_keeps_the_first(data: Path, disk: Path) -> None:
    first = back_up(data, disk, AT)
    before = (first / MANIFEST).read_bytes()
    assert "同名的备份已在那里" in trouble(data, disk)
    assert (first / MANIFEST).read_bytes() == before
    assert left_in(disk) == [first.name]


def test_a_file_that_does_not_fit_is_told_and_nothing_is_left(data: Path, disk: Path) -> None:
    big = data / "vault" / "ff" / "large"
    big.parent.mkdir(exist_ok=True)
    big.write_bytes(bytes(8_000_000))
    with no_file_beyond(4_000_000):
        said = trouble(data, disk)
    assert said == "备份没有写完：那块盘放不下这么大的文件。没有留下半份备份；请换一个位置再试。"
    assert left_in(disk) == []


def test_a_data_file_that_does_not_fit_is_told_and_nothing_is_left(data: Path, disk: Path) -> None:
    with no_file_beyond(20_000):
        said = trouble(data, disk)
    assert "磁盘写不下了" in said
    assert left_in(disk) == []


def test_too_little_room_is_told_before_anything_is_written(data: Path, disk: Path) -> None:
    huge = data / "vault" / "aa" / "huge"
    huge.parent.mkdir(exist_ok=True)
    with huge.open("wb") as file:
        file.truncate(shutil.disk_usage(data).total)
    said = trouble(data, disk)
    assert said.startswith("备份需要 ")
    assert said.endswith("请腾出空间，或换一个位置。")
    assert left_in(disk) == []


def test_a_place_that_is_a_file_or_gone_is_told_and_not_made(data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    for place in (tmp_path / "file", tmp_path / "file" / "below", tmp_path / "unplugged" / "disk"):
        assert "找不到。请插好移动硬盘" in trouble(data, place)
    assert not (tmp_path / "unplugged").exists()


def test_a_photo_lost_while_copying_ends_in_a_sentence(data: Path, disk: Path) -> None:
    last = max((data / "vault").rglob("?" * 64))

    def lose(_share: float) -> None:
        last.unlink(missing_ok=True)

    with pytest.raises(InspectorError, match="文件夹不见了"):
        back_up(data, disk, AT, lose)
    assert left_in(disk) == []


def test_half_written_files_of_the_vault_are_left_out(data: Path, disk: Path) -> None:
    (data / "vault" / "aa.1.part").write_bytes(b"half")
    folder = back_up(data, disk, AT)
    assert not list(folder.rglob("*.part"))


def test_a_damaged_data_file_is_told_and_nothing_is_left(data: Path, disk: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    database = open_database(data)
    database.connection.execute("pragma wal_checkpoint(truncate)")
    database.close()
    content = bytearray((data / FILE).read_bytes())
    content[4096:12288] = os.urandom(8192)
    (copy / FILE).write_bytes(content)
    assert "数据文件" in trouble(copy, disk)
    assert left_in(disk) == []


def _write_on(database: Database, stop: threading.Event) -> int:
    """Write pairs of halls, both in one transaction, until asked to stop."""
    places, number = Places(database, no_letters), 0
    while not stop.is_set():
        places.keep_halls([Hall(f"L{number:05}", "左"), Hall(f"R{number:05}", "右")])
        number += 1
    return number


def test_written_to_meanwhile_it_still_holds_whole_transactions(data: Path, disk: Path) -> None:
    stop, begun = threading.Event(), threading.Event()

    def write() -> int:
        begun.set()
        database = open_database(data)
        try:
            return _write_on(database, stop)
        finally:
            database.close()

    with ThreadPoolExecutor(1) as pool:
        writer = pool.submit(write)
        begun.wait()
        try:
            folders = [back_up(data, disk, AT.replace(second=second)) for second in range(5)]
        finally:
            stop.set()
    assert writer.result() > 0
    for folder in folders:
        verify(folder / FILE)
        codes = {hall.code for hall in halls_of(folder)}
        left = {code[1:] for code in codes if code.startswith("L")}
        right = {code[1:] for code in codes if code.startswith("R")}
        assert left == right
        assert len(codes) == 20 + 2 * len(left)
