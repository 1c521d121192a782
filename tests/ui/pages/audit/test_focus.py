"""Where the focus stays on the audit page, and that the open card stays in sight."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.inspection.answer import Verdict
from inspector.inspection.progress import next_unanswered
from inspector.ui.pages.audit.rail import OVERALL, RED_LINES
from tests.ui.pages.audit.conftest import Opening
from tests.ui.pages.audit.driving import Audit

THREE_WAY, MEASURED, TWO_WAY = "AC-17", "AC-12", "AC-19"


def _in_sight(audit: Audit) -> bool:
    view = audit.page.frame.section.page.viewport()
    card = QRect(audit.card.mapTo(view, QPoint(0, 0)), audit.card.size())
    return view.rect().contains(card) and card.height() > audit.card.verdicts.height() * 2


def test_a_note_left_gives_the_focus_to_the_page(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    audit.press(Qt.Key.Key_N)
    audit.press(Qt.Key.Key_Escape)
    assert audit.focus is audit.page


def test_a_figure_left_gives_the_focus_to_the_page(opening: Opening) -> None:
    audit = opening(MEASURED)
    audit.press(Qt.Key.Key_Tab)
    audit.type("1500")
    audit.press(Qt.Key.Key_Return)
    assert audit.focus is audit.page


def test_arrows_step_on_from_a_field_of_one_line(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    audit.press(Qt.Key.Key_0)
    audit.type("12")
    audit.press(Qt.Key.Key_Down)
    assert audit.stored(THREE_WAY).reason == "12"
    assert audit.item == "AC-18"
    audit.press(Qt.Key.Key_N)
    audit.press(Qt.Key.Key_Down)
    assert audit.item == "AC-18"
    audit.press(Qt.Key.Key_Escape)
    audit.press(Qt.Key.Key_0)
    audit.press(Qt.Key.Key_Up)
    assert audit.item == THREE_WAY


def test_tab_enters_the_whole_and_the_red_lines(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    for place, view in ((OVERALL, audit.page.frame.overall), (RED_LINES, audit.page.frame.red_lines)):
        audit.page.open_place(place)
        audit.press(Qt.Key.Key_Tab)
        assert view.isAncestorOf(audit.focus)


def test_a_card_asked_for_from_elsewhere_is_in_sight(opening: Opening, qtbot: QtBot) -> None:
    audit = opening("IN-12")
    audit.window.resize(1366, 640)
    audit.press(Qt.Key.Key_G)
    assert audit.window.place == "gaps"
    audit.window.show_page("audit", (audit.page.desk.inspections.headers()[0].id, "SG-06"))
    qtbot.waitUntil(lambda: _in_sight(audit), timeout=2000)
    assert audit.item == "SG-06"


def test_a_card_that_a_figure_makes_grow_stays_in_sight(opening: Opening, qtbot: QtBot) -> None:
    audit = opening(MEASURED)
    audit.window.resize(1366, 840)
    audit.open(MEASURED)
    qtbot.waitUntil(lambda: not audit.page.frame.section._settling.isActive(), timeout=2000)
    audit.press(Qt.Key.Key_Tab)
    audit.type("1")
    audit.press(Qt.Key.Key_Return)
    assert audit.verdict(MEASURED) is Verdict.FAIL
    qtbot.waitUntil(lambda: _in_sight(audit), timeout=2000)


def test_what_was_said_of_one_item_goes_with_it(opening: Opening) -> None:
    audit = opening(TWO_WAY)
    audit.press(Qt.Key.Key_2)
    assert TWO_WAY in audit.notice
    audit.press(Qt.Key.Key_Down)
    assert audit.notice == ""


def test_the_last_answer_says_what_comes_next(opening: Opening) -> None:
    audit = opening(THREE_WAY)
    inspecting = audit.page.acts.inspecting
    while (item := next_unanswered(audit.inspection, THREE_WAY)) not in {None, THREE_WAY}:
        assert item is not None
        inspecting.judge(item, Verdict.CONFORM)
    QApplication.processEvents()
    audit.press(Qt.Key.Key_1)
    assert audit.notice == "已全部作答，按 G 做离厅前检查"
