"""Nothing typed is lost: input methods, figures, several samples, a full disk."""

import re
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector.inspection.answer import Verdict
from inspector.ui.pages.audit.choice_editor import ChoiceEditor, TextEditor
from inspector.ui.pages.audit.figure_field import read_figure
from inspector.ui.pages.audit.number_editor import CountEditor, NumberEditor
from inspector.ui.pages.audit.rail import OVERALL, RED_LINES
from inspector.ui.pages.audit.ratio_editor import RatioEditor
from inspector.ui.pages.audit.stopwatches import Stopwatches
from tests.ui.pages.audit.conftest import Opening
from tests.ui.pages.audit.driving import Audit
from tests.ui.widgets.acts import compose


def test_half_typed_chinese_is_kept_when_another_item_opens(opening: Opening) -> None:
    audit = opening("AC-17")
    audit.press(Qt.Key.Key_N)
    compose(audit.card.note.field, "无电")
    audit.open("AC-18")
    assert audit.stored("AC-17").note == "无电"
    assert audit.stored("AC-18").note == ""
    assert audit.card.note.field.text() == ""


def test_half_typed_chinese_is_kept_when_the_window_closes(opening: Opening) -> None:
    audit = opening("AC-17")
    id_ = audit.inspection.id
    audit.press(Qt.Key.Key_N)
    compose(audit.card.note.field, "无电")
    audit.window.close()
    assert audit.desk.open(id_).inspection.answer("AC-17").note == "无电"


def test_half_typed_chinese_is_kept_before_a_verdict_and_before_undo(opening: Opening) -> None:
    audit = opening("AC-17")
    audit.press(Qt.Key.Key_N)
    compose(audit.card.note.field, "无电")
    audit.click(audit.card.verdicts.buttons[Verdict.FAIL])
    assert audit.stored("AC-17").note == "无电"
    assert audit.stored("AC-17").verdict is Verdict.FAIL


def test_half_typed_chinese_is_kept_in_the_whole_and_in_red_lines(opening: Opening) -> None:
    audit = opening("AC-17")
    audit.page.open_place(OVERALL)
    audit.page.frame.overall.fields["note"].setFocus()
    compose(audit.page.frame.overall.fields["note"], "下雨")
    audit.page.open_place(RED_LINES)
    assert audit.inspection.head.note == "下雨"
    card = audit.page.frame.red_lines.cards["V-03"]
    audit.click(card.button)
    compose(card.note, "附加条件")
    audit.open("AC-17")
    assert (audit.stored("V-03").verdict, audit.stored("V-03").note) == (Verdict.FAIL, "附加条件")
    audit.page.open_place(RED_LINES)
    audit.click(card.button)
    assert audit.stored("V-03").empty


def test_a_note_is_on_the_disk_a_moment_after_the_last_stroke(opening: Opening) -> None:
    audit = opening("AC-17")
    audit.press(Qt.Key.Key_N)
    audit.type("abc")
    audit.qtbot.waitUntil(lambda: audit.stored("AC-17").note == "abc", timeout=2000)
    assert "已保存" in audit.page.frame.foot.saved.accessibleName()


def test_phrases_are_added_to_the_note(opening: Opening) -> None:
    audit = opening("AC-17")
    audit.press(Qt.Key.Key_3)
    first, second = audit.inspection.form.items["AC-17"].phrases[:2]
    for button in audit.card.note.phrases.flow.widgets()[:2]:
        audit.click(button)
    assert audit.stored("AC-17").note == f"{first}；{second}"


def test_a_measured_value_judges_at_once_and_overruling_asks_why(opening: Opening) -> None:
    audit = opening("SG-28")
    editor = audit.card.editors[0]
    assert isinstance(editor, NumberEditor)
    band = audit.inspection.band(editor.part)
    assert band is not None
    low = band.passing.low or Decimal(0)
    editor.fields[0].setFocus()
    audit.type(str(low))
    audit.press(Qt.Key.Key_Return)
    assert audit.answer("SG-28").verdict is None
    assert audit.verdict("SG-28") is Verdict.CONFORM
    assert audit.card.verdicts.buttons[Verdict.CONFORM].inferred
    assert "自动判为符合" in audit.card.hint.text()
    audit.press(Qt.Key.Key_3)
    assert audit.focus is audit.card.reason.field.edit


def test_every_way_to_type_a_figure_is_read() -> None:
    assert read_figure("８２０") == 820
    assert read_figure(" 1,520.50 ") == Decimal("1520.50")
    assert read_figure("－３。５") == Decimal("-3.5")
    assert read_figure("") is None
    for wrong in ("12a", "--1", "1.2.3", "八百"):
        with pytest.raises(ValueError, match=re.escape(wrong)):
            read_figure(wrong)
    with pytest.raises(ValueError, match=r"1\.5"):
        read_figure("1.5", whole=True)


def test_what_is_no_figure_is_marked_and_never_recorded(opening: Opening) -> None:
    audit = opening("SG-28")
    editor = audit.card.editors[0]
    assert isinstance(editor, NumberEditor)
    editor.fields[0].setFocus()
    audit.type("12x")
    audit.press(Qt.Key.Key_Return)
    assert editor.fields[0].property("wrong")
    assert not audit.answer("SG-28").parts


def test_samples_keep_their_places(opening: Opening) -> None:
    audit = opening("AC-13")
    editor = audit.card.editors[0]
    assert isinstance(editor, NumberEditor)
    for place, value in ((0, "820"), (2, "835")):
        editor.fields[place].setFocus()
        audit.type(value)
        audit.press(Qt.Key.Key_Return)
    assert [one.value for one in audit.stored("AC-13").parts["height"]] == [820, None, 835]
    audit.open("AC-14")
    audit.open("AC-13")
    editor = audit.card.editors[0]
    assert isinstance(editor, NumberEditor)
    assert [field.text() for field in editor.fields] == ["820", "", "835"]


def test_counts_step_and_ratios_wait_for_both_numbers(opening: Opening) -> None:
    audit = opening("AC-31")
    count = audit.card.editors[0]
    assert isinstance(count, CountEditor)
    audit.click(count.less)
    assert audit.verdict("AC-31") is Verdict.CONFORM
    audit.click(count.more)
    audit.click(count.more)
    assert audit.stored("AC-31").parts[count.part.key][0].value == 2
    audit.open("ET-01")
    ratio = audit.card.editors[0]
    assert isinstance(ratio, RatioEditor)
    ratio.found.setFocus()
    audit.type("0")
    audit.press(Qt.Key.Key_Return)
    assert audit.verdict("ET-01") is None
    ratio.whole.setFocus()
    audit.type("10")
    audit.press(Qt.Key.Key_Return)
    assert audit.verdict("ET-01") is Verdict.CONFORM
    ratio.found.setFocus()
    ratio.found.selectAll()
    audit.type("11")
    audit.press(Qt.Key.Key_Return)
    assert audit.stored("ET-01").parts[ratio.part.key][0].value == 0


def test_conform_parts_choices_and_texts(opening: Opening) -> None:
    audit = opening("EN-05")
    for editor in audit.card.editors:
        assert isinstance(editor, ChoiceEditor)
        audit.click(editor.row.options[0])
    assert audit.verdict("EN-05") is Verdict.CONFORM
    last = audit.card.editors[-1]
    assert isinstance(last, ChoiceEditor)
    audit.click(last.row.options[0])
    assert audit.verdict("EN-05") is None
    audit.open("SG-02")
    text = audit.card.editors[-1]
    assert isinstance(text, TextEditor)
    text.field.setFocus()
    compose(text.field.edit, "八点半")
    audit.open("SG-01")
    assert audit.stored("SG-02").parts[text.part.key][0].text == "八点半"


def test_ticks_and_small_problems(opening: Opening) -> None:
    audit = opening("SG-09")
    audit.click(next(iter(audit.card.ticks.marks.values())))
    assert audit.stored("SG-09").ticks
    minor = next(item for item in audit.inspection.asked_items if item.severity == "minor" and not item.measured)
    audit.open(minor.id)
    audit.press(Qt.Key.Key_3)
    audit.click(audit.card.outcome.mend)
    audit.click(audit.card.outcome.follow)
    assert (audit.stored(minor.id).mended, audit.stored(minor.id).follow_up) == (True, True)


def _fill_the_disk(audit: Audit) -> None:
    connection = audit.desk.database.connection
    pages = connection.execute("pragma page_count").fetchone()[0]
    connection.execute(f"pragma max_page_count = {pages}")


def test_a_full_disk_is_told_and_nothing_typed_is_lost(opening: Opening) -> None:
    audit = opening("AC-17")
    audit.press(Qt.Key.Key_N)
    _fill_the_disk(audit)
    text = "长" * 20_000
    audit.card.note.field.setPlainText(text)
    audit.open("AC-18")
    assert audit.item == "AC-17"
    assert audit.card.note.field.text() == text
    assert audit.window.banner.isVisible()
    assert "未保存" in audit.page.frame.foot.saved.accessibleName()
    audit.desk.database.connection.execute("pragma max_page_count = 1000000")
    audit.open("AC-18")
    assert audit.item == "AC-18"
    assert audit.stored("AC-17").note == text
    QApplication.processEvents()


def test_a_stopwatch_counts_by_its_own_clock() -> None:
    seconds = [100.0]
    watches = Stopwatches(lambda: seconds[0])
    key = ("a", "ET-29", "bell")
    watches.start(key)
    seconds[0] = 134.27
    assert watches.elapsed(key) == Decimal("34.2")
    assert watches.stop(key) == Decimal("34.2")
    assert not watches.running(key)
