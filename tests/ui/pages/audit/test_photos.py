"""Photos: pasted, dropped, captioned, removed; an unreadable one stops no other."""

import io
from pathlib import Path

import PIL.Image
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.inspection.drawn import ARROW, BOX, RING, WORDS
from inspector.inspection.redaction import BLUR
from inspector.ui import outside
from inspector.ui.pages.audit.photo_sheet import PhotoSheet
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
    assert "不在佐证库" in audit.page.frame.photo.canvas.why


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


def _open_one(audit: Audit, tmp_path: Path, *names: str) -> PhotoSheet:
    _drop(audit, [_file(tmp_path, name, colour) for name, colour in zip(names, ("navy", "teal"), strict=False)])
    audit.page.acts._open_photo(audit.answer("AC-17").photos[0].sha256)
    return audit.page.frame.photo


def _pull(sheet: PhotoSheet, begin: tuple[float, float], end: tuple[float, float]) -> None:
    canvas = sheet.canvas
    points = [QPoint(round(x * canvas.width()), round(y * canvas.height())) for x, y in (begin, end)]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=points[0])
    QTest.mouseMove(canvas, points[1])
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=points[1])


def _choose(sheet: PhotoSheet, tool: str) -> None:
    sheet.tools.show_current(tool)
    sheet.tools.picked.emit(tool)


def test_every_stroke_is_on_the_disk_and_can_be_taken_back(audit: Audit, tmp_path: Path) -> None:
    sheet = _open_one(audit, tmp_path, "一.jpg")
    for number, tool in enumerate((ARROW, RING, BOX), 1):
        _choose(sheet, tool)
        _pull(sheet, (0.4, 0.4), (0.6, 0.6))
        drawn = audit.stored("AC-17").photos[0].drawn
        assert (len(drawn), drawn[-1].shape) == (number, tool)
    audit.click(sheet.back_button)
    assert [one.shape for one in audit.stored("AC-17").photos[0].drawn] == [ARROW, RING]
    sheet.put_away()
    audit.page.setFocus()
    for left in (3, 2, 1, 0):
        audit.press(Qt.Key.Key_Z, CONTROL)
        assert len(audit.stored("AC-17").photos[0].drawn) == left


def test_what_is_blurred_is_a_mosaic_on_the_screen_from_the_first_pull_on(audit: Audit, tmp_path: Path) -> None:
    path = tmp_path / "噪.png"
    PIL.Image.effect_noise((600, 400), 90).convert("RGB").save(path)
    _drop(audit, [path])
    audit.page.acts._open_photo(audit.answer("AC-17").photos[0].sha256)
    sheet = audit.page.frame.photo
    before = sheet.canvas.grab().toImage()
    _choose(sheet, BLUR)
    _pull(sheet, (0.6, 0.6), (0.4, 0.4))
    mark = audit.stored("AC-17").photos[0].drawn[0]
    assert mark.hidden is not None
    after, middle = sheet.canvas.grab().toImage(), sheet.canvas.rect().center()
    seen = [{one.pixel(middle.x() + step, middle.y()) for step in range(12)} for one in (before, after)]
    assert len(seen[1]) <= 2 < len(seen[0])


def test_a_shake_of_the_hand_and_the_moving_hand_draw_nothing(audit: Audit, tmp_path: Path) -> None:
    sheet = _open_one(audit, tmp_path, "一.jpg")
    _pull(sheet, (0.4, 0.4), (0.6, 0.6))
    _choose(sheet, ARROW)
    _pull(sheet, (0.5, 0.5), (0.5, 0.501))
    assert audit.stored("AC-17").photos[0].drawn == ()


def test_words_stand_where_one_pressed(audit: Audit, tmp_path: Path) -> None:
    sheet = _open_one(audit, tmp_path, "一.jpg")
    _choose(sheet, WORDS)
    assert not sheet.words.edit.isEnabled()
    _pull(sheet, (0.5, 0.5), (0.5, 0.5))
    sheet.words.edit.setText("此处破损")
    QTest.keyClick(sheet.words.edit, Qt.Key.Key_Return)
    (one,) = audit.stored("AC-17").photos[0].drawn
    assert (one.shape, one.words) == (WORDS, "此处破损")
    assert abs(one.x - 5000) < 60


def test_what_a_photo_shows_and_its_scale_are_kept(audit: Audit, tmp_path: Path) -> None:
    sheet = _open_one(audit, tmp_path, "一.jpg")
    sheet.shows.picked.emit("good")
    audit.click(sheet.ruler)
    photo = audit.stored("AC-17").photos[0]
    assert (photo.shows, photo.ruler) == ("good", True)


def test_the_photos_of_an_item_are_walked_by_the_arrows(audit: Audit, tmp_path: Path) -> None:
    sheet = _open_one(audit, tmp_path, "一.jpg", "二.jpg")
    assert (sheet.number.text(), sheet.before.isEnabled(), sheet.after.isEnabled()) == ("1 / 2", False, True)
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    assert (sheet.number.text(), sheet.before.isEnabled(), sheet.after.isEnabled()) == ("2 / 2", True, False)
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    assert sheet.number.text() == "2 / 2"


def test_the_wheel_comes_nearer_around_the_pointer_and_never_loses_the_photo(audit: Audit, tmp_path: Path) -> None:
    canvas = _open_one(audit, tmp_path, "一.jpg").canvas
    at = QPointF(canvas.width() * 0.5, canvas.height() * 0.5)
    before = canvas._place(at)
    canvas.zoom_by(2.0, at)
    assert canvas.zoom == 2.0
    assert abs(canvas._place(at)[0] - before[0]) <= 15
    for _time in range(30):
        canvas.zoom_by(2.0, at)
    assert canvas.zoom == 8.0
    for _time in range(30):
        canvas.zoom_by(0.5)
    assert canvas.zoom == 1.0


def test_a_document_is_dropped_kept_listed_and_taken_back(
    audit: Audit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "整改方案.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(4000))
    _drop(audit, [path, _file(tmp_path, "一.jpg", "navy")])
    answer = audit.stored("AC-17")
    assert [(one.name, one.kind, one.size) for one in answer.documents] == [("整改方案.pdf", "PDF", 4009)]
    assert len(answer.photos) == 1
    document = answer.documents[0]
    assert audit.desk.vault.state(document.sha256) == "ok"
    evidence = audit.page.frame.guidance.evidence
    opened: list[Path] = []
    monkeypatch.setattr(outside, "open_with_system", opened.append)
    evidence.document_opened.emit(document.sha256)
    assert [(one.name, one.read_bytes()) for one in opened] == [("整改方案.pdf", path.read_bytes())]
    evidence.document_removed.emit(document.sha256)
    assert audit.stored("AC-17").documents == ()
    audit.page.setFocus()
    audit.press(Qt.Key.Key_Z, CONTROL)
    assert audit.stored("AC-17").documents == (document,)


def test_a_document_that_is_none_says_so_and_stops_no_other(audit: Audit, tmp_path: Path) -> None:
    rubbish, good = tmp_path / "坏.docx", tmp_path / "好.pdf"
    rubbish.write_bytes(b"rubbish")
    good.write_bytes(b"%PDF-1.7\n")
    said = []
    audit.page.say.connect(lambda tone, sentence, *_rest: said.append((tone, sentence)))
    _drop(audit, [rubbish, good])
    assert [one.name for one in audit.stored("AC-17").documents] == ["好.pdf"]
    assert said[-1][0] == "bad"
    assert "不是 PDF、办公文档或录音" in said[-1][1]
