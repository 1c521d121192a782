"""The tab of working days: 调休 set and put back by hand, with the document it rests on, and deadlines that follow."""

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.actions.keeping_calendar import KeepingCalendar
from inspector.errors import InspectorError
from inspector.ui.pages.settings.calendar_tab import CalendarTab
from tests.ui.pages.settings_acts import settings
from tests.ui.pages.staging import OFFSCREEN, desk_with_halls, nameless, press, type_into

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)

FRIDAY = date(2026, 3, 6)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def opened(desk: Desk, qtbot: QtBot) -> CalendarTab:
    return cast(CalendarTab, settings(desk, qtbot, "calendar").tab)


def choose(tab: CalendarTab, day: date) -> None:
    tab.view.show_chosen(day)
    tab.view.picked.emit(day)


def put(tab: CalendarTab, qtbot: QtBot, day: date, note: str, *, works: bool) -> None:
    choose(tab, day)
    tab.choice.picked.emit("on" if works else "off")
    tab.choice.show_current("on" if works else "off")
    type_into(qtbot, tab.note.edit, note)
    press(qtbot, tab.save_button)


def test_it_opens_at_today_and_every_control_has_a_name(desk: Desk, qtbot: QtBot) -> None:
    page = settings(desk, qtbot, "calendar")
    tab = cast(CalendarTab, page.tab)
    assert tab.view.chosen == date(2026, 3, 5)
    assert tab.day.text() == "2026年3月5日 星期四"
    assert tab.official.text() == "按通知：上班"
    assert nameless(page) == []
    assert page.minimumSizeHint().width() <= 1286


def test_a_holiday_is_named_and_a_worked_weekend_known(desk: Desk, qtbot: QtBot) -> None:
    tab = opened(desk, qtbot)
    choose(tab, date(2026, 10, 1))
    assert tab.official.text() == "按通知：国庆节，休息"
    choose(tab, date(2026, 10, 10))
    assert tab.official.text() == "按通知：上班"
    assert tab.view.words_of(date(2026, 10, 10)) == "调休上班"


def test_a_day_set_by_hand_is_listed_and_moves_a_deadline_at_once(desk: Desk, qtbot: QtBot) -> None:
    tab = opened(desk, qtbot)
    type_into(qtbot, tab.trying.number.edit, "1")
    assert tab.trying.told.text() == "到 2026年3月6日 星期五"
    put(tab, qtbot, FRIDAY, "省府办通知 3 号", works=False)
    assert [(row.title, row.second) for row in tab.list.rows()] == [("2026年3月6日 星期五", "省府办通知 3 号")]
    assert tab.trying.told.text() == "到 2026年3月9日 星期一"
    assert desk.calendar.add(date(2026, 3, 5), 1) == date(2026, 3, 9)
    assert tab.view.words_of(FRIDAY) == "手工设为休息"


def test_without_its_document_nothing_is_kept(desk: Desk, qtbot: QtBot) -> None:
    tab = opened(desk, qtbot)
    choose(tab, FRIDAY)
    press(qtbot, tab.save_button)
    assert tab.note.edit.property("wrong")
    assert "请写明依据" in tab.note.edit.accessibleDescription()
    assert KeepingCalendar(desk).days() == []
    with pytest.raises(InspectorError, match="依据"):
        KeepingCalendar(desk).put(FRIDAY, False, "  ")


def test_a_day_goes_back_to_the_notice(desk: Desk, qtbot: QtBot) -> None:
    tab = opened(desk, qtbot)
    assert not tab.back_button.isEnabled()
    put(tab, qtbot, date(2026, 3, 7), "补班", works=True)
    assert tab.back_button.isEnabled()
    press(qtbot, tab.back_button)
    assert KeepingCalendar(desk).days() == []
    assert not desk.calendar.works(date(2026, 3, 7))


def test_years_are_turned_and_one_without_a_notice_says_so(desk: Desk, qtbot: QtBot) -> None:
    tab = opened(desk, qtbot)
    assert tab.notice.text() == "按国务院办公厅通知，含调休"
    for _ in range(4):
        press(qtbot, tab.later)
    assert tab.year.text() == "2030 年"
    assert tab.notice.text() == "这一年的通知还没有收录，调休须手工设定"


def test_a_listed_day_is_gone_to(desk: Desk, qtbot: QtBot) -> None:
    tab = opened(desk, qtbot)
    put(tab, qtbot, FRIDAY, "省府办通知", works=False)
    press(qtbot, tab.later)
    tab.list.picked.emit("2026-03-06")
    assert (tab.view.year, tab.view.chosen) == (2026, FRIDAY)
    assert tab.note.text() == "省府办通知"


@pytest.mark.parametrize(("start", "number", "said"), [
    ("2026-02-12", "3", "到 2026年2月24日 星期二"),
    ("2026-3-5", "3", "请写成 2026-03-01 这样的日期。"),
    ("2026-03-05", "-1", "工作日数写 0 到 400 的整数。"),
    ("2026-03-05", "401", "工作日数写 0 到 400 的整数。"),
])  # fmt: skip
def test_a_deadline_is_tried(desk: Desk, qtbot: QtBot, start: str, number: str, said: str) -> None:
    tab = opened(desk, qtbot)
    type_into(qtbot, tab.trying.start.edit, start)
    type_into(qtbot, tab.trying.number.edit, number)
    assert tab.trying.told.text() == said


def test_it_is_walked_by_keys(desk: Desk, qtbot: QtBot) -> None:
    tab = opened(desk, qtbot)
    tab.view.setFocus()
    qtbot.keyClick(tab.view, Qt.Key.Key_Right)
    assert tab.day.text().startswith("2026年3月6日")
