"""What the machine does to a data file, and what the person sees; nothing acknowledged is lost in any of it.

Elsewhere: zero header, 0-byte and half files, foreign and newer ones, read-only, missing places, limits on file sizes
(`test_database.py`); logs deleted, damaged or left out, files moved (`test_guard.py`); random pages
(`test_salvage.py`); flips in text (`tests/actions/test_verifying.py`); clocks that go back
(`tests/actions/test_moments.py`).
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from inspector.actions.desk import Desk
from inspector.errors import InspectorError
from inspector.inspection.inspection import Head
from inspector.paths import on_network
from inspector.store.ballast import NAME, SIZE
from inspector.store.database import FILE, open_database
from inspector.store.driver import connect
from tests.conftest import HALL, Ticking

ROOT = Path(__file__).parents[2]
NOBODY = 65534
HOLD = """
import sys
from pathlib import Path
from inspector.store.driver import connect
connection = connect(Path(sys.argv[1]))
connection.execute("begin immediate")
print("held", flush=True)
sys.stdin.read()
"""
LOOK = """
import os, sys
from pathlib import Path
from inspector.actions.desk import Desk
from inspector.errors import InspectorError
os.setuid(int(sys.argv[2]))
try:
    desk = Desk.at(Path(sys.argv[1]))
    desk.set("theme", "dark")
except InspectorError as trouble:
    print(trouble)
"""


def child(source: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", source, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 14 MB."""
    disk = tmp_path / "small"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=14m", "tmpfs", str(disk)]
    if subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can be mounted by the system's administrator only")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill_up(path: Path) -> None:
    """Take all the room there is."""
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass


class TestFullDisk:
    def test_the_ballast_is_given_up_and_filling_goes_on(self, small_disk: Path) -> None:
        desk = Desk.at(small_disk / "data", Ticking())
        inspecting = desk.start("signage", Head(HALL))
        assert desk.database.ballast is not None
        (small_disk / "data" / NAME).write_bytes(bytes(SIZE))
        fill = small_disk / "other programs"
        fill_up(fill)
        noted = 0
        while not desk.database.incidents:
            noted += 1
            assert inspecting.note("SG-01", "记" * 2000 + str(noted)) is not None
            assert noted < 1000
        assert not (small_disk / "data" / NAME).exists()
        (told,) = desk.incidents()
        assert told.startswith("磁盘满了。已动用预留的空间")
        for more in range(20):
            inspecting.note("SG-02", f"接着写 {more}")
        desk.close()
        again = Desk.at(small_disk / "data", Ticking())
        answers = again.open(inspecting.inspection.id).inspection
        assert answers.answer("SG-01").note.endswith(str(noted))
        assert answers.answer("SG-02").note == "接着写 19"
        again.close()

    def test_without_ballast_the_step_is_refused_and_everything_before_is_there(self, small_disk: Path) -> None:
        desk = Desk.at(small_disk / "data", Ticking())
        inspecting = desk.start("signage", Head(HALL))
        refused = ""
        while not refused:
            last = inspecting.inspection
            try:
                inspecting.note("SG-01", "记" * 100_000 + str(last.seq))
            except InspectorError as trouble:
                refused = str(trouble)
        assert refused.startswith("磁盘写不下了")
        assert inspecting.inspection == last
        assert desk.open(inspecting.inspection.id).inspection == inspecting.inspection
        desk.close()

    def test_where_little_room_is_left_no_ballast_takes_it(self, small_disk: Path) -> None:
        desk = Desk.at(small_disk / "data", Ticking())
        desk.keep_ballast()
        assert not (small_disk / "data" / NAME).exists()
        desk.close()

    def test_ballast_is_really_there_and_no_part_of_a_backup(self, folder: Path) -> None:
        desk = Desk.at(folder)
        desk.keep_ballast()
        desk.keep_ballast()
        desk.close()
        found = (folder / NAME).stat()
        assert found.st_size == SIZE
        if hasattr(found, "st_blocks"):
            assert found.st_blocks * 512 >= SIZE


class TestOthers:
    @pytest.mark.parametrize("stopped", [False, True])
    def test_a_locked_file_can_be_read_and_says_who_holds_it(self, folder: Path, stopped: bool) -> None:
        desk = Desk.at(folder)
        desk.start("signage", Head(HALL))
        holder = child(HOLD, folder / FILE)
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        if stopped:
            holder.send_signal(signal.SIGSTOP)
        try:
            assert len(desk.headers()) == 1
            with pytest.raises(InspectorError, match="正被另一个程序占用"):
                desk.set("theme", "dark")
        finally:
            holder.kill()
            holder.communicate()
        desk.set("theme", "dark")  # whoever is killed holds nothing any longer
        desk.close()

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
    def test_a_folder_that_may_not_be_written_says_so(self, folder: Path) -> None:
        Desk.at(folder).close()
        for path in (folder.parent, *folder.parent.parents):
            if path.stat().st_uid == 0 and path != Path("/"):
                path.chmod(path.stat().st_mode | 0o055)
        folder.chmod(0o555)
        (folder / FILE).chmod(0o644)
        told, _errors = child(LOOK, folder, NOBODY).communicate(timeout=60)
        assert "只读" in told or "打不开" in told

    def test_a_folder_in_the_place_of_the_file_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "data" / FILE).mkdir(parents=True)
        with pytest.raises(InspectorError, match=r"读不出来|打不开"):
            open_database(tmp_path / "data")

    def test_a_laptop_that_sleeps_in_the_middle_of_commits_loses_nothing(self, folder: Path) -> None:
        filling = subprocess.Popen(
            [sys.executable, "-m", "tests.proof.filling_child", str(folder), "3"], stdout=subprocess.PIPE, cwd=ROOT
        )
        assert filling.stdout is not None
        acknowledged = [filling.stdout.readline() for _line in range(5)]
        for _time in range(40):
            filling.send_signal(signal.SIGSTOP)
            time.sleep(0.002)  # asleep: the process stands still wherever it is
            filling.send_signal(signal.SIGCONT)
            acknowledged.append(filling.stdout.readline())
        filling.send_signal(signal.SIGKILL)
        acknowledged += filling.stdout.read().splitlines(keepends=True)
        filling.wait()
        filling.stdout.close()
        whole = [line for line in acknowledged[1:] if line.endswith(b"\n")]
        connection = connect(folder / FILE)
        (saved,) = connection.execute("select count(*) from journal").fetchone()
        (state,) = connection.execute("pragma integrity_check").fetchone()
        connection.close()
        assert state == "ok"
        assert 0 <= saved - len(whole) <= 1


class TestNetwork:
    MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/share /mnt/share nfs4 rw 0 0
//server/x /mnt/share/deep cifs rw 0 0
/dev/sdb1 /mnt/usb vfat rw 0 0
"""

    @pytest.mark.parametrize(
        ("folder", "refused"),
        [
            ("/mnt/share/data", True), ("/mnt/share/deep/data", True), ("/mnt/usb/data", False),
            ("/mnt/shared/data", False), ("/home/me", False),
        ],
    )  # fmt: skip
    def test_mounts_of_linux(self, tmp_path: Path, folder: str, refused: bool) -> None:
        mounts = tmp_path / "mounts"
        mounts.write_text(self.MOUNTS)
        assert on_network(Path(folder), "linux", mounts) is refused

    def test_shares_of_windows(self) -> None:
        assert on_network(Path("\\\\server\\share\\data"), "win32")

    def test_without_a_list_of_mounts_nothing_is_refused(self, tmp_path: Path) -> None:
        assert not on_network(tmp_path, "darwin", tmp_path / "none")

    def test_the_person_is_told_why(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("inspector.actions.desk.on_network", lambda _folder: True)
        with pytest.raises(InspectorError, match="在网络上，不能用"):
            Desk.at(tmp_path / "data")
        assert not (tmp_path / "data").exists()
