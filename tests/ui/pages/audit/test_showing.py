"""Showing writes nothing, shows what is recorded, and is as quick for long forms as for short ones."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from inspector.actions.desk import Desk
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.hall import Inspector
from inspector.ui.pages.audit.closed_card import ClosedCard
from inspector.ui.pages.audit.guidance import limits_of
from inspector.ui.pages.audit.part_editors import limit_words
from inspector.ui.pages.audit.phrasing import gating_facts, reason_not_asked
from inspector.ui.pages.audit.rail import OVERALL, RED_LINES
from inspector.ui.pages.audit.section_view import FAILED, MOST, OPEN
from inspector.ui.pages.audit.tallies import OWED
from inspector.ui.theme import apply_theme
from tests.conftest import conform_to_everything, start
from tests.ui.pages.audit.conftest import Opening
from tests.ui.pages.audit.driving import Audit
from tests.ui.pages.audit.long_form import start_long

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)


def _nameless(holder: QWidget) -> list[str]:
    return [
        type(each).__name__
        for each in holder.findChildren(QWidget)
        if isinstance(each, CONTROLS)
        and each.isVisible()
        and not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
    ]


def _small(holder: QWidget) -> list[str]:
    least = 33
    return [
        f"{type(each).__name__} {each.accessibleName()} {each.width()}x{each.height()}"
        for each in holder.findChildren(QAbstractButton)
        if each.isVisible() and min(each.width(), each.height()) < least
    ]


def test_walking_through_everything_writes_no_answer(opening: Opening) -> None:
    audit = opening("SG-01")
    for item in audit.inspection.asked_items:
        audit.open(item.id)
        assert audit.card.isVisible()
    audit.page.open_place(RED_LINES)
    audit.page.open_place(OVERALL)
    audit.page.leave()
    assert len(audit.desk.inspections.journal(audit.desk.drafts()[0].id)) == 0


def test_every_control_has_a_name_and_room_for_a_finger(opening: Opening) -> None:
    audit = opening("SG-01")
    nameless, small = set(), set()
    for item in ("SG-02", "AC-13", "AC-29", "AC-31", "ET-10", "EN-05", "AC-17"):
        audit.open(item)
        audit.page.acts.judge(Verdict.FAIL)
        QApplication.processEvents()
        nameless.update(_nameless(audit.page))
        small.update(_small(audit.page))
    for place in (RED_LINES, OVERALL):
        audit.page.open_place(place)
        QApplication.processEvents()
        nameless.update(_nameless(audit.page))
    assert not nameless
    assert not small


def test_an_inspection_opens_where_it_was_left(opening: Opening) -> None:
    audit = opening("AC-17")
    audit.press(Qt.Key.Key_3)
    id_ = audit.inspection.id
    audit.window.close()
    again = opening(id_=id_)
    assert again.item == "AC-17"
    assert again.card.verdicts.buttons[Verdict.FAIL].isChecked()


def test_a_new_inspection_opens_at_its_first_item(opening: Opening) -> None:
    audit = opening()
    assert audit.item == audit.inspection.form.order[0]


def test_a_finished_inspection_shows_its_result(desk: Desk, opening: Opening) -> None:
    done = start(desk)
    conform_to_everything(done)
    done.finish()
    audit = Audit(desk, opening("SG-01").qtbot, start(desk).inspection.id)
    went: list[tuple[str, object]] = []
    audit.page.go.disconnect()
    audit.page.go.connect(lambda place, argument: went.append((place, argument)))
    audit.page.enter(done.inspection.id)
    assert went == [("result", done.inspection.id)]


def test_an_unknown_inspection_is_told(opening: Opening) -> None:
    audit = opening("SG-01")
    went: list[str] = []
    audit.page.go.disconnect()
    audit.page.go.connect(lambda place, _argument: went.append(place))
    audit.page.enter("nowhere")
    assert went == ["home"]
    assert audit.window.banner.isVisible()


def test_facts_hide_items_and_bring_their_answers_back(opening: Opening) -> None:
    audit = opening("AC-28")
    audit.press(Qt.Key.Key_3)
    facts, view = audit.page.frame.section.facts, audit.page.frame.section
    assert facts.isVisible()
    audit.click(facts.rows["has_toilet"].options.options[1])
    assert not audit.inspection.asked("AC-28")
    assert not audit.item
    assert not audit.card.isVisible()
    audit.press(Qt.Key.Key_1)
    assert audit.stored("AC-28").verdict is Verdict.FAIL
    assert view.unasked.isVisible()
    audit.click(view.unasked)
    shown = [card for card in view.cards if card.isVisible() and card.item == "AC-28"]
    assert len(shown) == 1
    assert not shown[0].isEnabled()
    assert "卫生间" in shown[0].accessibleName()
    audit.click(facts.rows["has_toilet"].options.options[1])
    assert audit.inspection.fact("has_toilet") is None
    audit.open("AC-28")
    assert audit.card.verdicts.buttons[Verdict.FAIL].isChecked()


def test_the_reason_of_an_item_not_asked_names_the_fact(opening: Opening) -> None:
    audit = opening("AC-28")
    audit.page.acts.recorder.state_fact("has_toilet", False)
    reason = reason_not_asked(audit.inspection.form.items["AC-28"], audit.inspection)
    assert reason == "有可供客户使用的卫生间：否"
    section = audit.inspection.form.section_of["AC-28"]
    assert "has_ramp" in gating_facts(audit.inspection.form, section.items)
    assert "short_rise_ramp" in gating_facts(audit.inspection.form, section.items)


def test_filters_keep_the_open_item(opening: Opening) -> None:
    audit = opening("AC-17")
    audit.press(Qt.Key.Key_3)
    view = audit.page.frame.section
    for key, expected in ((FAILED, ["AC-17"]), (OPEN, None)):
        view.segments.show_current(key)
        view.filtered.emit()
        ids = [item.id for item in view.visible_items()]
        assert "AC-17" in ids
        assert expected is None or ids == expected
        assert len([card for card in view.cards if card.isVisible()]) == len(ids) - 1


def test_rail_and_totals_follow_every_answer(opening: Opening) -> None:
    audit = opening("AC-17")
    audit.press(Qt.Key.Key_3)
    audit.wait_for_standing()
    rail = audit.page.frame.rail
    assert "不符合 1 项" in rail.sections["accessibility"].accessibleName()
    assert audit.page.frame.topbar.done.text() == "1"
    audit.open("SG-01")
    audit.click(rail.totals[OWED])
    assert audit.item == "AC-17"
    audit.click(rail.sections["elderly"])
    assert audit.item == "EL-01"


def test_the_star_can_be_hidden_and_asked_why(opening: Opening) -> None:
    audit = opening("AC-17")
    audit.press(Qt.Key.Key_3)
    bar = audit.page.frame.topbar
    assert bar.star.isVisible()
    audit.click(bar.star)
    assert audit.page.frame.trace.isVisible()
    audit.press(Qt.Key.Key_Escape)
    audit.click(bar.eye)
    assert not bar.star.isVisible()
    assert audit.desk.setting("blind") == "yes"
    again = opening("AC-17")
    assert not again.page.frame.topbar.star.isVisible()


def test_the_last_visit_is_shown_beside_the_item(desk: Desk, opening: Opening) -> None:
    before = start(desk)
    conform_to_everything(before)
    before.put("AC-17", Answer(Verdict.FAIL, note="缺笔"))
    before.finish()
    audit = opening("AC-17")
    guidance = audit.page.frame.guidance
    assert guidance._last_box.isVisible()
    assert "2026年3月5日" in guidance._last_when.text()


def test_limits_that_bind_are_told(opening: Opening) -> None:
    audit = opening("AC-13")
    item = audit.inspection.form.items["AC-13"]
    found = limits_of(item, audit.inspection)
    assert [(title, str(limit.value)) for title, limit in found] == [("低位服务台按铃应答", "60")]


def test_long_limits_are_told_in_minutes_too(opening: Opening) -> None:
    audit = opening("ET-10")
    editor = audit.card.editors[0]
    assert limit_words(editor.part, editor.band) == "时限 5\u00a0分钟（300\u00a0秒）"


def test_inspectors_can_be_corrected(desk: Desk, opening: Opening) -> None:
    desk.keep_inspector(Inspector("D01", "陈督查"))
    audit = opening("SG-01")
    audit.page.open_place(OVERALL)
    audit.click(audit.page.frame.overall.people.widgets()[0])
    assert [person.code for person in audit.inspection.head.inspectors] == ["D01"]


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_the_page_fits_the_smallest_screen(opening: Opening, size: tuple[int, int]) -> None:
    audit = opening("AC-13")
    audit.window.resize(*size)
    QApplication.processEvents()
    assert (audit.window.width(), audit.window.height()) == size
    least = audit.page.minimumSizeHint()
    assert (least.width() <= 1280, least.height() <= 720) == (True, True)
    right = audit.card.mapTo(audit.page, audit.card.rect().topRight()).x()
    assert right <= audit.page.frame.guidance.x()


def test_large_text_still_fits(opening: Opening) -> None:
    audit = opening("AC-13")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 1.3)
    QApplication.processEvents()
    least = audit.page.minimumSizeHint()
    apply_theme(app)
    assert (least.width() <= 1280, least.height() <= 720) == (True, True)


def test_facts_fold_once_all_are_known(opening: Opening) -> None:
    audit = opening("AC-01")
    facts = audit.page.frame.section.facts
    assert facts.rows["has_ramp"].isVisible()
    for fact in audit.inspection.form.facts:
        audit.page.acts.recorder.state_fact(fact.key, True)
    again = opening("AC-01", audit.inspection.id)
    folded = again.page.frame.section.facts
    assert not folded.rows["has_ramp"].isVisible()
    again.click(folded.fold)
    assert folded.rows["has_ramp"].isVisible()


def test_a_change_of_theme_repaints(opening: Opening) -> None:
    audit = opening("AC-13")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    light = audit.window.grab().toImage()
    apply_theme(app, "dark")
    dark = audit.window.grab().toImage()
    apply_theme(app, "light")
    assert light.pixelColor(700, 90).lightness() > 200
    assert dark.pixelColor(700, 700).lightness() < 60


def test_a_form_of_two_thousand_items_is_as_light_as_a_short_one(desk: Desk, opening: Opening) -> None:
    id_ = start_long(desk, 12)
    began = time.perf_counter()
    audit = opening(id_=id_)
    assert time.perf_counter() - began < 5
    assert len(audit.inspection.form.items) > 1900
    view = audit.page.frame.section
    assert len(audit.window.findChildren(ClosedCard)) <= MOST
    assert view.later.isVisible()
    audit.click(view.later)
    assert view.earlier.isVisible()
    assert len(audit.window.findChildren(ClosedCard)) <= MOST
    began = time.perf_counter()
    audit.press(Qt.Key.Key_3)
    assert time.perf_counter() - began < 1
