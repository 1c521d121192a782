"""Evidence that is made here or comes from a phone goes to the item it was wanted for, and nothing of it is lost."""

import io
import os
import wave
from collections.abc import Iterator
from pathlib import Path

import PIL.Image
import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from inspector.ui.media.camera_sheet import CameraSheet
from inspector.ui.media.recording_sheet import LONGEST, RecordingSheet
from inspector.ui.media.tape import RATE, SUFFIX, left_behind
from inspector.ui.pages.audit.phone_folder import PhoneFolder
from tests.ui.pages.audit.conftest import Opening
from tests.ui.pages.audit.driving import Audit

SECOND = b"\x00\x20" * RATE


class Eye(QObject):
    """A camera that sees what it is shown."""

    framed = Signal(QImage)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.through: list[int] = []

    def start(self, number: int) -> None:
        self.through.append(number)

    def stop(self) -> None:
        self.through.append(-1)


class Ear(QObject):
    """A microphone that hears what it is played."""

    heard = Signal(bytes)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.listens = False

    def start(self) -> None:
        self.listens = True

    def stop(self) -> None:
        self.listens = False


def picture(colour: str = "navy") -> QImage:
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


@pytest.fixture
def audit(opening: Opening) -> Audit:
    return opening("AC-17")


@pytest.fixture
def camera(audit: Audit) -> tuple[CameraSheet, Eye]:
    eye = Eye()
    capture = audit.page.capture
    capture.cameras, capture.camera_source = ["前置", "后置"], lambda: eye
    audit.page.frame.guidance.evidence.show_ways(camera=True, microphone=True)
    audit.click(audit.page.frame.guidance.evidence.camera)
    assert capture.camera is not None
    return capture.camera, eye


@pytest.fixture
def recording(audit: Audit) -> tuple[RecordingSheet, Ear]:
    ear = Ear()
    audit.page.capture.sound_source = lambda: ear
    audit.page.frame.guidance.evidence.show_ways(camera=True, microphone=True)
    audit.click(audit.page.frame.guidance.evidence.microphone)
    sheet = audit.page.capture.recording
    assert sheet is not None
    return sheet, ear


class TestCamera:
    def test_photos_go_into_the_item_one_after_the_other(self, audit: Audit, camera: tuple[CameraSheet, Eye]) -> None:
        sheet, eye = camera
        assert not sheet.take_button.isEnabled()
        for colour in ("navy", "teal"):
            eye.framed.emit(picture(colour))
            audit.qtbot.keyClick(sheet, Qt.Key.Key_Space)
        assert len(audit.stored("AC-17").photos) == 2
        sheet.choice.picked.emit("1")
        audit.click(sheet.shut_button)
        assert eye.through == [0, 1, -1]
        assert audit.page.capture.camera is None

    def test_the_target_is_the_item_it_was_opened_for(self, audit: Audit, camera: tuple[CameraSheet, Eye]) -> None:
        sheet, eye = camera
        eye.framed.emit(picture())
        audit.page.open_item("AC-13")
        sheet.take()
        assert len(audit.stored("AC-17").photos) == 1
        assert audit.stored("AC-13").photos == ()

    def test_a_camera_that_fails_says_why_and_takes_nothing(
        self, audit: Audit, camera: tuple[CameraSheet, Eye]
    ) -> None:
        sheet, eye = camera
        eye.framed.emit(picture())
        eye.failed.emit("摄像头用不了：被别的程序占用。")
        sheet.take()
        assert not sheet.take_button.isEnabled()
        assert "占用" in sheet.finder.why
        assert audit.stored("AC-17").photos == ()

    def test_leaving_the_page_puts_the_lamp_out(self, audit: Audit, camera: tuple[CameraSheet, Eye]) -> None:
        audit.window.show_page("home")
        assert camera[1].through[-1] == -1


class TestMicrophone:
    def test_what_was_heard_is_kept_as_sound(self, audit: Audit, recording: tuple[RecordingSheet, Ear]) -> None:
        sheet, ear = recording
        assert ear.listens
        ear.heard.emit(SECOND * 3)
        assert sheet.time.text() == "3 秒"
        assert sheet.level.share == pytest.approx(0.25)
        audit.click(sheet.stop_button)
        assert not ear.listens
        (document,) = audit.stored("AC-17").documents
        assert (document.word, document.name[-4:]) == ("录音", ".wav")
        content = audit.desk.vault.content(audit.desk.vault.original(document.sha256))
        with wave.open(io.BytesIO(content or b"")) as file:
            assert file.getnframes() == 3 * RATE
        assert left_behind(audit.desk.folder) == []

    def test_leaving_the_page_keeps_it(self, audit: Audit, recording: tuple[RecordingSheet, Ear]) -> None:
        sheet, ear = recording
        ear.heard.emit(SECOND)
        id_ = audit.page.inspection.id
        audit.window.show_page("home")
        assert len(audit.desk.open(id_).inspection.answer("AC-17").documents) == 1
        assert left_behind(audit.desk.folder) == []
        assert sheet.ended

    def test_what_is_not_wanted_leaves_nothing(self, audit: Audit, recording: tuple[RecordingSheet, Ear]) -> None:
        sheet, ear = recording
        ear.heard.emit(SECOND)
        assert left_behind(audit.desk.folder)
        audit.click(sheet.drop_button)
        assert audit.stored("AC-17").documents == ()
        assert left_behind(audit.desk.folder) == []

    def test_it_ends_by_itself_before_it_is_too_large(
        self, audit: Audit, recording: tuple[RecordingSheet, Ear]
    ) -> None:
        sheet, ear = recording
        sheet.tape.seconds = LONGEST - 1
        ear.heard.emit(SECOND)
        assert len(audit.stored("AC-17").documents) == 1

    def test_a_microphone_that_fails_says_why(self, audit: Audit, recording: tuple[RecordingSheet, Ear]) -> None:
        sheet, ear = recording
        ear.failed.emit("麦克风用不了：没有找到。")
        assert "用不了" in sheet.told.text()
        audit.click(sheet.stop_button)
        assert audit.stored("AC-17").documents == ()

    def test_what_a_crash_cut_off_is_offered_again(self, audit: Audit) -> None:
        cut = audit.desk.folder / f"20260305-091200{SUFFIX}"
        cut.write_bytes(SECOND * 2 + b"\x01")
        id_ = audit.page.inspection.id
        audit.window.show_page("home")
        audit.window.show_page("audit", (id_, "AC-17"))
        assert "1 段录音没有存完" in audit.window.banner.text()
        audit.click(audit.window.banner.action_button)
        (document,) = audit.stored("AC-17").documents
        assert document.size == 44 + 2 * len(SECOND)
        assert not cut.exists()


def arrives(folder: Path, name: str, colour: str = "navy") -> Path:
    path = folder / name
    PIL.Image.new("RGB", (64, 48), colour).save(path, "JPEG")
    return path


@pytest.mark.usefixtures("qapp")
class TestPhone:
    @pytest.fixture
    def phone(self, tmp_path: Path) -> Iterator[tuple[PhoneFolder, Path, list[list[str]]]]:
        folder, seen, watched = tmp_path / "phone", [], PhoneFolder()
        folder.mkdir()
        arrives(folder, "old.jpg")
        watched.arrived.connect(lambda paths: seen.append([path.name for path in paths]))
        watched.watch(str(folder))
        yield watched, folder, seen
        watched.rest()

    def test_only_what_is_new_and_whole_is_told_and_once(
        self, phone: tuple[PhoneFolder, Path, list[list[str]]]
    ) -> None:
        watched, folder, seen = phone
        new = arrives(folder, "new.jpg")
        watched.look()
        assert seen == []  # it may still be growing
        with new.open("ab") as file:
            file.write(b"more")
        watched.look()
        assert seen == []
        for _time in range(3):
            watched.look()
        assert seen == [["new.jpg"]]
        os.utime(new, ns=(1, 1))  # the same name, another photo
        for _time in range(3):
            watched.look()
        assert seen == [["new.jpg"], ["new.jpg"]]

    def test_an_empty_file_and_other_files_are_passed_over(
        self, phone: tuple[PhoneFolder, Path, list[list[str]]]
    ) -> None:
        watched, folder, seen = phone
        (folder / "empty.jpg").touch()
        (folder / "notes.txt").write_text("x", "utf-8")
        for _time in range(3):
            watched.look()
        assert seen == []

    def test_a_folder_that_goes_is_told_once(self, phone: tuple[PhoneFolder, Path, list[list[str]]]) -> None:
        watched, folder, _seen = phone
        lost: list[str] = []
        watched.lost.connect(lost.append)
        folder.rename(folder.with_name("away"))
        for _time in range(3):
            watched.look()
        assert len(lost) == 1

    def test_a_click_puts_them_into_the_open_item(self, audit: Audit, tmp_path: Path) -> None:
        folder = tmp_path / "phone"
        folder.mkdir()
        audit.desk.set("phone_folder", str(folder))
        capture = audit.page.capture
        capture.enter()
        for name, colour in (("a.jpg", "navy"), ("b.jpg", "teal")):
            arrives(folder, name, colour)
        for _time in range(2):
            capture.phone.look()
        assert audit.window.banner.text() == "手机来了 2 张照片：a.jpg、b.jpg"
        assert audit.stored("AC-17").photos == ()
        audit.click(audit.window.banner.action_button)
        assert [photo.name for photo in audit.stored("AC-17").photos] == ["a.jpg", "b.jpg"]
        capture.take_waiting()
        assert len(audit.stored("AC-17").photos) == 2
