"""Photos: pasted, dropped, captioned, removed; an unreadable one stops no other."""

import io
from pathlib import Path

import PIL.Image
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from tests.ui.pages.audit.conftest import Opening
from tests.ui.pages.audit.driving import CONTROL, Audit


def _image(colour: str = "teal") -> QImage:
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def _file(folder: Path, name: str, colour: str) -> Path:
    buffer = io.BytesIO()
    PIL.Image.new("RGB", (320, 240), colour).save(buffer, "JPEG")
    path = folder / name
    path.write_bytes(buffer.getvalue())
    return path


def _drop(audit: Audit, files: list[Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    place, left, none = QPointF(600, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    audit.page.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, mime, left, none))
    QApplication.processEvents()


@pytest.fixture
def audit(opening: Opening) -> Audit:
    return opening("AC-17")


def test_a_pasted_picture_goes_to_the_open_item(audit: Audit) -> None:
    QGuiApplication.clipboard().setImage(_image())
    audit.press(Qt.Key.Key_V, CONTROL)
    photo = audit.stored("AC-17").photos[0]
    assert audit.desk.vault.state(photo.sha256) == "ok"
    assert audit.page.frame.guidance.evidence._count.text().startswith("1 张")
    assert "1" in audit.card.photo_button.words


def test_pasting_without_a_picture_says_so(audit: Audit) -> None:
    QGuiApplication.clipboard().setText("只有字")
    audit.press(Qt.Key.Key_V, CONTROL)
    assert not audit.answer("AC-17").photos
    assert audit.window.banner.isVisible()


def test_pasting_words_into_the_note_stays_pasting_words(audit: Audit) -> None:
    QGuiApplication.clipboard().setText("只有字")
    audit.press(Qt.Key.Key_N)
    audit.press(Qt.Key.Key_V, CONTROL)
    assert audit.card.note.field.text() == "只有字"
    QGuiApplication.clipboard().setImage(_image())
    audit.press(Qt.Key.Key_V, CONTROL)
    assert len(audit.stored("AC-17").photos) == 1


def test_dropped_files_are_taken_and_one_unreadable_is_told(audit: Audit, tmp_path: Path) -> None:
    broken = tmp_path / "坏.jpg"
    broken.write_bytes(b"not a photo")
    files = [_file(tmp_path, "一.jpg", "navy"), broken, _file(tmp_path, "二.jpg", "olive")]
    _drop(audit, files)
    assert [photo.name for photo in audit.stored("AC-17").photos] == ["一.jpg", "二.jpg"]
    assert "坏.jpg" in audit.window.banner.text()


def test_a_photo_belongs_to_the_item_open_when_it_was_given(audit: Audit) -> None:
    target = audit.page.acts._target()
    audit.open("AC-18")
    mime = QMimeData()
    mime.setImageData(_image())
    audit.page.acts.intake.take_mime(mime, target)
    assert len(audit.stored("AC-17").photos) == 1
    assert not audit.stored("AC-18").photos


def test_a_photo_still_arrives_after_the_page_was_left(audit: Audit) -> None:
    target = audit.page.acts._target()
    audit.page.leave()
    mime = QMimeData()
    mime.setImageData(_image())
    audit.page.acts.intake.take_mime(mime, target)
    assert len(audit.desk.open(target[0]).inspection.answer("AC-17").photos) == 1


def test_caption_and_removal_can_be_undone(audit: Audit, tmp_path: Path) -> None:
    _drop(audit, [_file(tmp_path, "一.jpg", "navy")])
    evidence, sheet = audit.page.frame.guidance.evidence, audit.page.frame.photo
    audit.click(evidence.flow.widgets()[0])
    assert sheet.isVisible()
    sheet.caption.edit.setFocus()
    audit.type("abc")
    audit.press(Qt.Key.Key_Return)
    assert audit.stored("AC-17").photos[0].caption == "abc"
    audit.press(Qt.Key.Key_Escape)
    evidence.removed.emit(audit.answer("AC-17").photos[0].sha256)
    assert not audit.stored("AC-17").photos
    audit.page.setFocus()
    audit.press(Qt.Key.Key_Z, CONTROL)
    assert audit.stored("AC-17").photos[0].caption == "abc"


def test_a_photo_lost_from_the_vault_is_shown_as_missing(audit: Audit, tmp_path: Path) -> None:
    _drop(audit, [_file(tmp_path, "一.jpg", "navy")])
    sha256 = audit.answer("AC-17").photos[0].sha256
    for kind in ("work", "thumb"):
        audit.desk.vault.copy(sha256, kind).unlink()
    audit.page.acts._open_photo(sha256)
    assert "不在佐证库" in audit.page.frame.photo.picture.text()


def test_a_folder_brings_all_its_photos_in_order(audit: Audit, tmp_path: Path) -> None:
    for number in range(3):
        QImage(40 + number, 30, QImage.Format.Format_RGB32).save(str(tmp_path / f"b{number}.png"))
    (tmp_path / "notes.txt").write_text("not a photo", "utf-8")
    acts = audit.page.acts
    acts.intake.take_folder(tmp_path, acts._target())
    photos = audit.answer(audit.page.item).photos
    assert [photo.name for photo in photos] == ["b0.png", "b1.png", "b2.png"]


def test_a_folder_without_photos_is_told(audit: Audit, tmp_path: Path) -> None:
    told: list[str] = []
    audit.page.acts.intake.said.connect(lambda _tone, sentence: told.append(sentence))
    audit.page.acts.intake.take_folder(tmp_path, audit.page.acts._target())
    assert told == ["这个文件夹里没有照片。"]
