"""The list of mystery visits: how far each is, in which order, and where it leads."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.actions.visiting import Visiting
from inspector.inspection.answer import Verdict
from inspector.ui.pages.visits import VisitsPage
from inspector.ui.pages.visits.model import SHOPPER, STAGE, TOLD, WHEN
from inspector.ui.theme import apply_theme
from tests.ui.pages.staging import (
    BINJIANG,
    NANHU,
    OFFSCREEN,
    QINGSHI,
    SECOND,
    Clock,
    begun,
    changes,
    desk_with_halls,
    heard,
    nameless,
    press,
    shown,
    type_into,
)
from tests.ui.pages.visit_acts import BILL, FAULT, left, planned, pressed, sealed

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def _list(desk: Desk, qtbot: QtBot, argument: str | None = None) -> VisitsPage:
    page = cast(VisitsPage, shown(VisitsPage, desk, qtbot, argument))
    qtbot.waitUntil(lambda: not page._judging.isActive())
    return page


def _cells(page: VisitsPage, column: int, role: int = SPOKEN) -> list[str]:
    return [page.model.index(row, column).data(role) for row in range(page.model.rowCount())]


def _views(page: VisitsPage) -> list[str]:
    return [piece.words.replace("\u00a0", " ") for piece in page.views._pieces.values()]


def _set(desk: Desk, text: str) -> None:
    cast(Clock, desk.clock).set(text)


def test_the_first_time_it_teaches_and_leads_to_a_plan(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG)
    page = _list(desk, qtbot)
    went = heard(page, "go")
    assert page.empty.isVisible()
    assert not page.plan_button.isVisible()
    assert page.empty.button is not None
    press(qtbot, page.empty.button)
    assert went == [("plan_visit", None)]


def test_what_wants_something_soonest_stands_first(desk: Desk, qtbot: QtBot) -> None:
    sealed(desk, BINJIANG)
    planned(desk, NANHU, BILL, "M-03", ahead=3)
    planned(desk, NANHU, ahead=1)
    left(desk, QINGSHI)
    pressed(planned(desk, BINJIANG, BILL, "M-05"), "T0", "T2")
    desk.discard(planned(desk, QINGSHI).inspection.id)
    page = _list(desk, qtbot)
    assert _cells(page, STAGE) == ["进行中", "待补录", "待到访", "待到访", "待复核"]
    assert _cells(page, SHOPPER) == ["M-05", "M-07", "M-07", "M-03", "M-07"]
    assert _cells(page, TOLD)[0] == "已记 2 个时刻，还没有离场"
    assert _views(page) == ["全部 5", "待到访 3", "待补录 1", "待复核 1", "已封存 0"]
    page.views._pieces["to-tell"].click()
    assert _cells(page, STAGE) == ["待补录"]


def test_the_recollection_clock_runs_down(desk: Desk, qtbot: QtBot) -> None:
    left(desk, QINGSHI)
    page = _list(desk, qtbot)
    page.table.selectRow(0)
    said = []
    for moment in ("2026-03-05T18:20:20", "2026-03-06T18:20:20", "2026-03-08T18:20:20"):
        _set(desk, moment)
        page._tick()
        said.append(_cells(page, TOLD)[0].replace("\u00a0", " "))
    assert said == ["补录剩余 20 小时 12 分", "只记事实项，44 小时 12 分后作废", "超过 72 小时，本次无效"]
    assert page.acts.words.text().endswith("超过 72 小时，本次无效")


def test_it_ticks_only_while_it_is_looked_at(desk: Desk, qtbot: QtBot) -> None:
    page = _list(desk, qtbot)
    assert page._ticking.isActive()
    page.hide()
    assert not page._ticking.isActive()


def test_when_it_is_planned_and_when_it_was_made(desk: Desk, qtbot: QtBot) -> None:
    planned(desk, NANHU, ahead=1)
    left(desk, QINGSHI)
    told = [words.replace("\u00a0", " ") for words in _cells(_list(desk, qtbot), WHEN)]
    assert told == ["今天 14:32，到访", "3月6日 09:00–17:00，计划"]


def test_a_window_gone_by_and_a_brief_read_are_told(desk: Desk, qtbot: QtBot) -> None:
    Visiting(planned(desk, NANHU)).brief()
    assert _cells(_list(desk, qtbot), TOLD) == ["任务单已读"]
    _set(desk, "2026-03-05T17:30:00")
    assert _cells(_list(desk, qtbot), TOLD) == ["计划时段已过"]


def test_scenarios_of_one_visit_are_told_together(desk: Desk, qtbot: QtBot) -> None:
    visit = planned(desk, NANHU).inspection.head.visit
    assert visit is not None
    planned(desk, NANHU, BILL, beside=visit.id)
    assert _cells(_list(desk, qtbot), SHOPPER) == ["M-07，同一次到访 2 个场景"] * 2


def test_a_row_opens_where_it_goes_on(desk: Desk, qtbot: QtBot) -> None:
    rows = [
        (pressed(planned(desk, BINJIANG, BILL, "M-05"), "T0"), "brief", "看任务单"),
        (left(desk, QINGSHI), "retelling", "继续补录"),
        (planned(desk, NANHU, ahead=1), "brief", "看任务单"),
        (sealed(desk, BINJIANG), "retelling", "去复核"),
        (sealed(desk, QINGSHI, BILL, ticket=""), "result", "查看结果"),
    ]
    last = rows[-1][0].inspection.id
    desk.gate.read(last, SECOND, True, "")
    page = _list(desk, qtbot)
    went = heard(page, "go")
    words = []
    for row in range(len(rows)):
        page.table.selectRow(row)
        words.append(page.acts.open_button.words)
        press(qtbot, page.acts.open_button)
    assert went == [(place, inspecting.inspection.id) for inspecting, place, _word in rows]
    assert words == [word for _inspecting, _place, word in rows]
    page.key(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
    assert went[-1] == ("result", last)


def test_why_one_does_not_count_is_told_in_full(desk: Desk, qtbot: QtBot) -> None:
    done = sealed(desk, BINJIANG).inspection.id
    page = _list(desk, qtbot)
    assert _cells(page, TOLD) == ["V10 第二人复核：等第二人复核"]
    desk.gate.read(done, SECOND, False, "票号对不上")
    page.enter(done)
    qtbot.waitUntil(lambda: not page._judging.isActive())
    assert _cells(page, STAGE) == ["不计入"]
    assert page.acts.words.text() == "滨江供电营业厅，V10 第二人复核：复核不同意：票号对不上"
    desk.gate.read(done, SECOND, True, "")
    page.enter(None)
    qtbot.waitUntil(lambda: not page._judging.isActive())
    assert _cells(page, STAGE) == ["计入评定"]
    assert _views(page)[-1] == "已封存 1"


def test_an_exposed_visit_is_told_before_it_is_sealed(desk: Desk, qtbot: QtBot) -> None:
    Visiting(left(desk, QINGSHI)).expose("柜员叫出了我的名字")
    assert _cells(_list(desk, qtbot), TOLD) == ["身份暴露，不会计入"]


def test_a_scenario_is_added_to_a_visit_that_is_not_over(desk: Desk, qtbot: QtBot) -> None:
    ahead = planned(desk, NANHU).inspection.id
    over = left(desk, QINGSHI).inspection.id
    page = _list(desk, qtbot, ahead)
    went = heard(page, "go")
    press(qtbot, page.acts.join_button)
    assert went == [("plan_visit", ahead)]
    page.table.selectRow(page.model.row_of(over))
    assert not page.acts.join_button.isVisible()


def test_a_draft_is_discarded_and_brought_back(desk: Desk, qtbot: QtBot) -> None:
    id_ = planned(desk, NANHU).inspection.id
    page = _list(desk, qtbot, id_)
    said = heard(page, "say")
    assert page.key(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier))
    assert page.model.rowCount() == 0
    cast(Callable[[], None], said[-1][3])()
    assert [one.header.id for one in page.model.rows] == [id_]


def test_the_search_knows_halls_and_says_when_nothing_is_found(desk: Desk, qtbot: QtBot) -> None:
    planned(desk, NANHU)
    planned(desk, QINGSHI, FAULT)
    page = _list(desk, qtbot)
    type_into(qtbot, page.search, "qsq")
    assert [one.header.hall for one in page.model.rows] == [QINGSHI.code]
    type_into(qtbot, page.search, "zzz")
    assert page.nothing.isVisible()
    assert page.nothing.button is not None
    press(qtbot, page.nothing.button)
    assert page.model.rowCount() == 2


def test_showing_writes_nothing(desk: Desk, qtbot: QtBot) -> None:
    inspecting = left(desk, QINGSHI)
    inspecting.judge("MP-01", Verdict.CONFORM)
    sealed(desk, BINJIANG)
    page = _list(desk, qtbot)
    before = changes(desk)
    page.enter(None)
    qtbot.waitUntil(lambda: not page._judging.isActive())
    page.leave()
    assert changes(desk) == before


def test_it_fits_and_is_spoken_in_both_themes(desk: Desk, qtbot: QtBot, qapp: object) -> None:
    planned(desk, NANHU)
    page = _list(desk, qtbot)
    page.table.selectRow(0)
    light = page.grab().toImage()
    apply_theme(qapp, "dark")
    assert page.grab().toImage() != light
    apply_theme(qapp, "light")
    assert nameless(page) == []
    assert page.minimumSizeHint().width() <= 1200
    assert page.minimumSizeHint().height() <= 720 - 56
