"""Fields: every stroke told, no half-typed word lost."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.ui.theme import apply_theme
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.note_field import NoteField
from tests.ui.widgets.acts import commit, compose, heard, put


def test_a_field_tells_every_stroke_and_once_when_left(page: QWidget, qtbot: QtBot) -> None:
    field = Field("台面高度", unit="mm", number=True)
    put(page, field)
    said = heard(field, "edited", "finished")
    field.show_text("7")
    qtbot.keyClicks(field.edit, "82")
    field.edit.setFocus()
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert said == [("edited", "78"), ("edited", "782"), ("finished", "782")]
    assert not field.edit.hasFocus()


def test_a_field_left_untouched_tells_nothing(page: QWidget) -> None:
    field = Field("厅名")
    put(page, field)
    said = heard(field, "edited", "finished")
    field.show_text("滨江")
    field.edit.setFocus()
    field.edit.clearFocus()
    field.commit_pending()
    assert said == []


def test_a_wrong_field_says_why(page: QWidget) -> None:
    field = Field("台面高度")
    put(page, field)
    field.show_wrong("请核对。")
    assert field.edit.accessibleDescription() == "请核对。"
    assert field.edit.property("wrong") is True
    field.show_wrong()
    assert field.edit.accessibleDescription() == ""
    assert field.edit.property("wrong") is False


def test_half_typed_words_are_committed_before_a_field_is_left(page: QWidget) -> None:
    field = Field("厅名")
    put(page, field)
    said = heard(field, "finished")
    field.edit.setFocus()
    commit(field.edit, "滨")
    compose(field.edit, "jiang")
    field.commit_pending()
    assert field.text() == "滨jiang"
    assert said == [("finished", "滨jiang")]


def test_a_committed_composition_is_not_written_twice(page: QWidget) -> None:
    note = NoteField("备注")
    put(page, note)
    compose(note, "loudian")
    commit(note, "漏电")
    note.commit_pending()
    assert note.text() == "漏电"


def test_a_note_is_told_after_a_pause(page: QWidget, qtbot: QtBot) -> None:
    note = NoteField("备注")
    put(page, note)
    said = heard(note, "edited", "finished")
    with qtbot.waitSignal(note.edited, timeout=2000):
        commit(note, "漏")
        commit(note, "电")
    assert said == [("edited", "漏电")]


def test_a_note_left_is_told_at_once_with_half_typed_words(page: QWidget) -> None:
    note = NoteField("备注")
    put(page, note)
    said = heard(note, "edited", "finished")
    note.setFocus()
    commit(note, "漏电")
    compose(note, "baohu")
    QApplication.sendEvent(note, QFocusEvent(QEvent.Type.FocusOut))
    assert said == [("edited", "漏电baohu"), ("finished", "漏电baohu")]


def test_escape_keeps_the_note(page: QWidget, qtbot: QtBot) -> None:
    note = NoteField("备注")
    put(page, note)
    note.setFocus()
    commit(note, "漏电")
    compose(note, "bao")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    note.commit_pending()
    assert note.text() == "漏电bao"


def test_a_note_being_written_is_not_overwritten(page: QWidget) -> None:
    note = NoteField("备注")
    put(page, note)
    commit(note, "新写的")
    note.show_text("旧的")
    assert note.text() == "新写的"
    note.commit_pending()
    note.show_text("旧的")
    assert note.text() == "旧的"


def test_a_note_grows_with_its_lines(page: QWidget) -> None:
    note = NoteField("备注")
    put(page, note)
    before = note.height()
    note.show_text("一\n二\n三\n四\n五")
    assert note.height() > before


def test_fields_take_another_text_size_at_once(page: QWidget, qapp: QApplication) -> None:
    field, note = Field("厅名"), NoteField("备注", "看到的事实")
    put(page, field, note)
    apply_theme(qapp, "dark", 1.3)
    QApplication.processEvents()
    sizes = {part.font().pixelSize() for part in (field.edit, note, note.viewport())}
    apply_theme(qapp, "light")
    assert sizes == {theme_size(1.3)}


def theme_size(scale: float) -> int:
    return round(14 * scale)
