"""One hand, no mouse: what every key does, and that it does nothing while a field has the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from inspector.inspection.answer import Verdict
from inspector.inspection.progress import next_unanswered
from inspector.ui.pages.audit.rail import OVERALL
from tests.ui.pages.audit.conftest import Opening
from tests.ui.pages.audit.driving import CONTROL, SHIFT

PLAIN, THREE_WAY, MEASURED = "AC-19", "AC-17", "AC-12"


@pytest.mark.parametrize(("key", "verdict"), [(Qt.Key.Key_1, Verdict.CONFORM), (Qt.Key.Key_2, Verdict.PARTLY)])
def test_a_digit_judges_and_the_next_unanswered_item_comes(opening: Opening, key: Qt.Key, verdict: Verdict) -> None:
    audit = opening(THREE_WAY)
    audit.press(key)
    assert audit.stored(THREE_WAY).verdict is verdict
    assert audit.item == next_unanswered(audit.inspection, THREE_WAY) == "AC-18"


def test_the_item_stays_where_the_next_one_is_not_wanted(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    audit.desk.set("auto_next", "no")
    audit.press(Qt.Key.Key_1)
    assert (audit.item, audit.verdict(THREE_WAY)) == (THREE_WAY, Verdict.CONFORM)


def test_not_conform_stays_and_says_what_is_owed(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    audit.press(Qt.Key.Key_3)
    assert audit.item == THREE_WAY
    assert audit.card.note.isVisible()
    assert audit.card.owed.isVisible()
    assert audit.page.frame.guidance.evidence.owed.isVisible()
    assert not isinstance(QApplication.focusWidget(), QPlainTextEdit)


def test_not_applicable_asks_why_before_it_goes_on(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    audit.press(Qt.Key.Key_0)
    assert audit.item == THREE_WAY
    assert audit.focus is audit.card.reason.field.edit
    assert [gap.group for gap in audit.page.acts.inspecting.gaps() if gap.item == THREE_WAY] == ["reason"]
    audit.type("12")
    audit.press(Qt.Key.Key_Return)
    assert audit.stored(THREE_WAY).reason == "12"
    assert audit.item == "AC-18"


def test_a_common_reason_is_one_tap(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    audit.card.unchecked.trigger()
    assert audit.verdict(THREE_WAY) is Verdict.UNCHECKED
    audit.click(audit.card.reason.phrases.flow.widgets()[0])
    assert audit.stored(THREE_WAY).reason
    assert audit.item == "AC-18"


def test_another_verdict_takes_the_old_reason_away(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    audit.press(Qt.Key.Key_0)
    audit.type("abc")
    audit.press(Qt.Key.Key_Escape)
    audit.press(Qt.Key.Key_1)
    assert audit.stored(THREE_WAY).reason == ""


def test_two_means_nothing_where_there_is_no_partly(opening: Opening) -> None:
    audit = opening("SG-09")
    audit.press(Qt.Key.Key_2)
    assert audit.verdict("SG-09") is None
    assert "SG-09" in audit.notice


def test_keys_type_while_a_field_has_the_focus(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    audit.press(Qt.Key.Key_N)
    audit.type("13ngf?/")
    assert audit.card.note.field.text() == "13ngf?/"
    assert audit.answer(THREE_WAY).verdict is None
    audit.press(Qt.Key.Key_Escape)
    assert audit.stored(THREE_WAY).note == "13ngf?/"
    audit.press(Qt.Key.Key_1)
    assert audit.verdict(THREE_WAY) is Verdict.CONFORM


def test_the_cards_do_not_take_the_input_method(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    assert not audit.focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_arrows_walk_over_the_end_of_a_section(opening: Opening) -> None:
    audit = opening("SG-01")
    order = [item.id for item in audit.inspection.asked_items]
    seen = [audit.item]
    for _step in range(50):
        audit.press(Qt.Key.Key_Down)
        seen.append(audit.item)
    assert seen == order[:51]
    for _step in range(50):
        audit.press(Qt.Key.Key_Up)
    assert audit.item == order[0]


def test_control_enter_opens_the_next_section_and_comes_round(opening: Opening) -> None:
    audit = opening("SG-01")
    keys = [section.key for section in audit.inspection.form.sections]
    seen = []
    for _section in keys:
        audit.press(Qt.Key.Key_Return, CONTROL)
        seen.append(audit.page.place)
    assert seen == [*keys[1:], keys[0]]


def test_delete_clears_and_a_verdict_pressed_again_too(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    audit.press(Qt.Key.Key_3)
    audit.press(Qt.Key.Key_Delete)
    assert audit.stored(THREE_WAY).verdict is None
    audit.press(Qt.Key.Key_3)
    audit.click(audit.card.verdicts.buttons[Verdict.FAIL])
    assert audit.stored(THREE_WAY).verdict is None


def test_f_flags_and_the_total_leads_there(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    audit.press(Qt.Key.Key_F)
    assert audit.stored(THREE_WAY).flagged
    audit.open("SG-01")
    audit.wait_for_standing()
    audit.click(audit.page.frame.rail.totals["flagged"])
    assert audit.item == THREE_WAY
    audit.press(Qt.Key.Key_F)
    assert not audit.stored(THREE_WAY).flagged


def test_t_starts_and_stops_the_stopwatch(opening: Opening) -> None:
    audit = opening("ET-29")
    part = audit.inspection.form.items["ET-29"].parts[0].key
    audit.press(Qt.Key.Key_T)
    timer = audit.card.timer()
    assert timer is not None
    assert timer.running
    audit.press(Qt.Key.Key_Down)
    audit.press(Qt.Key.Key_Up)
    again = audit.card.timer()
    assert again is not None
    assert again.running
    audit.press(Qt.Key.Key_T)
    samples = audit.stored("ET-29").parts[part]
    assert samples[0].value is not None
    assert samples[0].at


def test_undo_and_redo_go_to_what_they_changed_and_say_it(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    audit.press(Qt.Key.Key_3)
    audit.open("SG-01")
    audit.press(Qt.Key.Key_Z, CONTROL)
    assert audit.item == THREE_WAY
    assert audit.stored(THREE_WAY).verdict is None
    assert "不符合 → 未答" in audit.notice
    audit.open("SG-01")
    audit.press(Qt.Key.Key_Y, CONTROL)
    assert audit.item == THREE_WAY
    assert audit.stored(THREE_WAY).verdict is Verdict.FAIL
    audit.press(Qt.Key.Key_Z, CONTROL)
    audit.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert audit.stored(THREE_WAY).verdict is Verdict.FAIL
    assert "已重做" in audit.notice


def test_undo_in_the_note_takes_the_typing_back(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    audit.press(Qt.Key.Key_N)
    audit.type("abc")
    audit.press(Qt.Key.Key_Z, CONTROL)
    assert audit.stored(THREE_WAY).note == ""
    assert audit.card.note.field.text() == ""
    audit.press(Qt.Key.Key_Z, CONTROL)
    assert audit.notice


def test_undo_of_a_fact_or_of_the_whole_goes_there(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    audit.page.open_place(OVERALL)
    audit.page.frame.overall.fields["highlights"].setFocus()
    audit.type("ok")
    audit.press(Qt.Key.Key_Escape)
    audit.open(THREE_WAY)
    audit.press(Qt.Key.Key_Z, CONTROL)
    assert audit.page.place == OVERALL
    assert audit.inspection.head.highlights == ""


@pytest.mark.parametrize("key", ["/", "、"])
def test_search_finds_by_code_title_or_criterion_and_jumps(opening: Opening, key: str) -> None:
    audit = opening("SG-01")
    search = audit.page.frame.search
    event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key)
    QApplication.sendEvent(audit.focus, event)
    assert search.isVisible()
    audit.type("ac13")
    assert search.model.items[0].id == "AC-13"
    audit.press(Qt.Key.Key_Return)
    assert not search.isVisible()
    assert audit.item == "AC-13"


def test_search_moves_by_arrows_and_closes_by_escape(opening: Opening) -> None:
    audit = opening("SG-01")
    search = audit.page.frame.search
    audit.press("/")
    search.field.setText("台面")
    search.field.textEdited.emit("台面")
    assert all("台面" in f"{item.ask}{item.criterion}" for item in search.model.items)
    audit.press(Qt.Key.Key_Down)
    assert search.list.currentIndex().row() == 1
    audit.press(Qt.Key.Key_Escape)
    assert not search.isVisible()
    assert audit.item == "SG-01"


@pytest.mark.parametrize("key", ["?", "？"])
def test_a_question_mark_shows_all_keys(opening: Opening, key: str) -> None:
    audit = opening("SG-01")
    event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key)
    QApplication.sendEvent(audit.focus, event)
    assert audit.page.frame.shortcuts.isVisible()
    audit.press(Qt.Key.Key_1)
    assert audit.verdict("SG-01") is None
    audit.press(Qt.Key.Key_Escape)
    assert not audit.page.frame.shortcuts.isVisible()


def test_tab_enters_the_card_at_its_first_field(opening: Opening) -> None:
    audit = opening("AC-13")
    audit.press(Qt.Key.Key_Tab)
    assert audit.card.isAncestorOf(audit.focus)
    first = audit.focus
    audit.press(Qt.Key.Key_Tab)
    assert audit.card.isAncestorOf(audit.focus)
    assert audit.focus is not first


def test_g_goes_to_the_gaps_with_everything_kept(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    id_ = audit.inspection.id
    audit.press(Qt.Key.Key_N)
    audit.type("abc")
    audit.press(Qt.Key.Key_Escape)
    audit.press(Qt.Key.Key_G)
    assert audit.window.place == "gaps"
    assert audit.desk.open(id_).inspection.answer(THREE_WAY).note == "abc"
    assert audit.page.inspecting is None
