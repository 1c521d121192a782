"""评分依据 of the result: from 100 to the total, and from each lost point to its item."""

from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.ui.pages.result.trace import falls_of, line_of
from inspector.ui.widgets.table import KEY
from inspector.wording import truncated
from tests.ui.pages.result_acts import CAPPED, SMALL_ONES, escape, filled, lost_codes, result_of, words_on
from tests.ui.pages.staging import BINJIANG, FULL, OFFSCREEN, begun, desk_with_halls, heard, press

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def test_the_trace_walks_from_100_to_the_total(desk: Desk, qtbot: QtBot) -> None:
    inspecting = filled(desk, CAPPED + SMALL_ONES)
    rating = inspecting.rating
    falls = falls_of(rating)
    assert falls[0].before == 100
    assert [fall.before for fall in falls[1:]] == [fall.after for fall in falls[:-1]]
    assert falls[-1].running == rating.total_shown
    page = result_of(desk, qtbot, inspecting)
    press(qtbot, page.panel.link)
    assert page.views.currentWidget() is page.trace
    assert page.trace.waterfall.accessibleName().startswith(f"从 100 到 {rating.total_shown}：")
    assert page.key(escape())
    assert page.views.currentIndex() == 0


def test_every_lost_point_is_listed_truncated_and_can_be_sorted(desk: Desk, qtbot: QtBot) -> None:
    inspecting = filled(desk, CAPPED + SMALL_ONES)
    page, lost = result_of(desk, qtbot, inspecting), inspecting.rating.lost()
    card = page.trace.lost_card
    points = [card.model.item(row, 5).text() for row in range(card.model.rowCount())]
    assert points == [truncated(point.points, 2) for point in lost]
    page.show_trace(True)
    by_code = next(piece for piece in card.order._pieces.values() if piece.view.key == "code")
    press(qtbot, by_code)
    assert lost_codes(page) == sorted(point.item.id for point in lost)
    card._press_head(0)
    assert lost_codes(page) == sorted((point.item.id for point in lost), reverse=True)
    assert f"共失 {truncated(100 - Fraction(inspecting.rating.total_shown))} 分" in words_on(page)


def test_a_lost_point_of_a_draft_leads_to_its_item(desk: Desk, qtbot: QtBot) -> None:
    inspecting = filled(desk, SMALL_ONES, finish=False)
    page = result_of(desk, qtbot, inspecting)
    gone = heard(page, "go")
    page.show_trace(True)
    view = page.trace.lost_card.view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 1)).center())
    assert gone == [("audit", (inspecting.inspection.id, view.model().index(1, 0).data(KEY)))]


def test_a_lost_point_of_a_finished_inspection_shows_the_finding(desk: Desk, qtbot: QtBot) -> None:
    page = result_of(desk, qtbot, filled(desk, SMALL_ONES))
    page.show_trace(True)
    page.trace.lost_card.view.selectRow(0)
    page.trace.lost_card.view.setFocus()
    enter = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert page.key(enter)
    assert page.views.currentIndex() == 0
    assert page.table.current() == lost_codes(page)[0]
    assert page.right.currentWidget() is page.detail


def test_the_line_of_the_next_star_says_how_far_it_is(desk: Desk, qtbot: QtBot) -> None:
    items = begun(desk, BINJIANG, form=FULL).inspection.form.items
    mild = [item.id for item in items.values() if item.severity != "fatal"]
    inspecting = filled(desk, tuple(mild[::4]))
    rating = inspecting.rating
    line = line_of(rating)
    assert line is not None
    short = truncated(Fraction(truncated(Fraction(str(line[1])))) - Fraction(rating.total_shown))
    assert line[0].endswith(f"差 {short}")
    page = result_of(desk, qtbot, inspecting)
    assert all(str(gate.title) in words_on(page) for gate in rating.gates)
