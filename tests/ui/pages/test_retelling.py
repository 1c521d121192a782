"""离场补录: what it shows of a visit, and that everything told there reaches the record."""

from datetime import datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.inspection.answer import Verdict
from inspector.ui.pages.retelling import RetellingPage
from inspector.ui.pages.retelling.clock_words import clock_told
from inspector.ui.pages.retelling.moment_entry import day_of, moment_of, time_of
from inspector.ui.theme import apply_theme
from tests.ui.pages.staging import (
    BINJIANG,
    OFFSCREEN,
    begun,
    changes,
    desk_with_halls,
    heard,
    nameless,
    press,
    shown,
    type_into,
)
from tests.ui.pages.visiting_stage import MORNING, SHOPPER, clock_of, rule, stored, tell_all, visit_of, visited

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def page_of(desk: Desk, qtbot: QtBot, inspecting: Inspecting) -> RetellingPage:
    return cast(RetellingPage, shown(RetellingPage, desk, qtbot, inspecting.inspection.id))


# Showing.


def test_it_shows_moments_times_and_rules_and_writes_the_times(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk)
    page = page_of(desk, qtbot, inspecting)
    assert "青石桥供电营业厅" in page.frame.title.text()
    assert "暗访员 M-07" in page.frame.second.text()
    assert page.frame.moments.state.text() == "9 / 9，先后正确"
    assert [row.key for row in page.frame.moments.rows.values()] == [f"T{number}" for number in range(9)]
    bars = {bar.duration.item.id: bar for bar in page.frame.moments.bars}
    assert (bars["MV-02"].value_words(), bars["MV-02"].limit_words()) == ("12 分 42 秒", "限 30 分")
    assert bars["MV-02"].duration.verdict is Verdict.CONFORM
    assert any("平均要求 15 分" in caption for caption in bars["MV-02"].captions())
    assert "时限表" in bars["MV-02"].captions()[-1]
    assert bars["MV-06"].limit_words() == "不设限"
    assert stored(desk, inspecting).inspection.answer("MV-02").parts["wait"][0].value == 762
    assert [row.ruling.rule for row in page.frame.validity.rows] == [f"V{number}" for number in range(1, 11)]
    assert page.frame.validity.chip.accessibleName() == "5 / 10 已满足"


def test_looking_at_it_changes_nothing_once_the_times_are_written(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk)
    page = page_of(desk, qtbot, inspecting)
    before = changes(desk)
    page.enter(inspecting.inspection.id)
    page.frame.script_button.click()
    page.frame.script.close_button.click()
    page.leave()
    assert changes(desk) == before


def test_nobody_is_named_and_every_control_has_a_name(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot, visited(desk))
    for open_sheet in (lambda: None, page.frame.script.open_sheet, page.frame.phrases.open_sheet):
        open_sheet()
        assert nameless(page) == []
    words = [label.text() for label in page.findChildren(QLabel)]
    assert any("M-07" in each.accessibleName() for each in page.findChildren(QWidget))
    assert not any(SHOPPER.name in text for text in words)


@pytest.mark.parametrize(("theme", "size"), [("light", 1.0), ("dark", 1.5)])
def test_it_fits_the_smallest_window(desk: Desk, qtbot: QtBot, theme: str, size: float) -> None:
    page = page_of(desk, qtbot, visited(desk))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, theme, size)
    least = page.minimumSizeHint()
    apply_theme(app)
    assert least.width() <= 1200
    assert least.height() <= 720


def test_what_is_no_visit_opens_as_an_audit(desk: Desk, qtbot: QtBot) -> None:
    inspecting = begun(desk, BINJIANG)
    page = page_of(desk, qtbot, visited(desk))
    gone = heard(page, "go")
    page.enter(inspecting.inspection.id)
    assert gone == [("audit", inspecting.inspection.id)]


def test_a_scenario_without_moments_says_so(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot, visited(desk, "s18-callback-check", tuple(f"T{number}" for number in range(9))))
    assert page.frame.moments.rows == {}
    assert not page.frame.moments.nothing.isHidden()
    assert page.frame.clock.title.text() == "这个场景没有离场时刻"


# The clock.


@pytest.mark.parametrize(
    ("now", "tone", "title"),
    [
        ("2026-03-05T14:32:00", "accent", "请在明天 10:44 前补录完"),
        ("2026-03-06T10:44:00", "accent", "请在今天 10:44 前补录完"),
        ("2026-03-06T10:44:01", "warn", "请在后天 10:44 前补录完"),
        ("2026-03-08T10:44:00", "warn", "请在今天 10:44 前补录完"),
        ("2026-03-08T10:44:01", "bad", "超过 72 小时，本次暗访无效"),
    ],
)
def test_the_clock_knows_its_two_ends(desk: Desk, now: str, tone: str, title: str) -> None:
    inspecting = visited(desk)
    scenario, visit = inspecting.inspection.form.scenario, visit_of(inspecting)
    assert scenario is not None
    told = clock_told(scenario, visit, datetime.fromisoformat(f"{now}+08:00"), None)
    assert (told.tone, told.title) == (tone, title)
    assert 0 <= told.share <= 1


def test_the_clock_moves_on_and_stands_still_once_all_is_told(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk)
    page = page_of(desk, qtbot, inspecting)
    assert page.frame.clock.ring.accessibleName() == "20:11 剩余"
    assert page.inspecting is not None
    tell_all(page.inspecting)
    clock_of(desk).set("2026-03-07T14:32:00")
    page._tick()
    assert page.frame.clock.title.text() == "已补录完"
    assert rule(page, "V6")[0] == "met"


def test_without_the_moment_of_leaving_it_is_asked_for(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot, visited(desk, leave_out=("T8",)))
    assert page.frame.clock.title.text() == "先补上 T8 的时刻"
    assert page.frame.moments.state.text() == "8 / 9，缺 T8"
    next(row for row in page.frame.validity.rows if row.ruling.rule == "V5").click()
    assert page.frame.times.key == "T8"


# Moments.


def test_a_moment_is_corrected_with_source_and_reason_and_the_first_one_stays(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk)
    page = page_of(desk, qtbot, inspecting)
    press(qtbot, page.frame.moments.rows["T3"])
    sheet = page.frame.times
    assert sheet.time.text() == "10:33:52"
    type_into(qtbot, sheet.time.edit, "10:34:00")
    press(qtbot, sheet.save_button)
    assert sheet.source.edit.accessibleDescription()
    assert sheet.reason.edit.accessibleDescription()
    sheet.sources.options[0].click()
    type_into(qtbot, sheet.reason.edit, "按早了")
    press(qtbot, sheet.save_button)
    assert sheet.isHidden()
    visit = visit_of(stored(desk, inspecting))
    kept = [(f"{mark.at:%H:%M:%S}", mark.source, mark.reason) for mark in visit.marks if mark.key == "T3"]
    assert kept == [("10:33:52", "", ""), ("10:34:00", "号票", "按早了")]
    assert stored(desk, inspecting).inspection.answer("MV-02").parts["wait"][0].value == 770
    bars = {bar.duration.item.id: bar for bar in page.frame.moments.bars}
    assert bars["MV-02"].value_words() == "12 分 50 秒"
    assert "手填：号票，因为按早了" in page.frame.moments.rows["T3"].toolTip()


def test_a_missing_moment_needs_no_reason_and_one_to_come_is_refused(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk, leave_out=("T7",))
    page = page_of(desk, qtbot, inspecting)
    press(qtbot, page.frame.moments.rows["T7"])
    sheet = page.frame.times
    assert sheet.reason.isHidden()
    sheet.sources.options[1].click()
    type_into(qtbot, sheet.time.edit, "23:59:59")
    press(qtbot, sheet.save_button)
    assert "将来" in sheet.time.edit.accessibleDescription()
    type_into(qtbot, sheet.time.edit, "103821")
    press(qtbot, sheet.save_button)
    mark = visit_of(stored(desk, inspecting)).mark("T7")
    assert mark is not None
    assert (f"{mark.at:%H:%M:%S}", mark.source, mark.at.tzinfo) == ("10:38:21", "回单", MORNING.tzinfo)


def test_moments_in_the_wrong_order_are_named(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot, visited(desk))
    page.visiting.type_time("T3", MORNING, "号票", "票面")
    assert "T3 早于 T2" in page.frame.moments.state.text()
    assert "先后颠倒" in page.frame.moments.rows["T3"].accessibleName()
    assert rule(page, "V5")[0] == "broken"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("10:33", "10:33:00"), ("9：05：07", "09:05:07"), ("103352", "10:33:52"), ("1033", "10:33:00"), ("25:00", None),
     ("10:60", None), ("中午", None), ("", None)],
)  # fmt: skip
def test_a_time_is_read_as_people_type_it(text: str, wanted: str | None) -> None:
    found = time_of(text)
    assert (f"{found:%H:%M:%S}" if found else None) == wanted


def test_a_day_is_read_as_people_type_it() -> None:
    assert day_of("2026年3月5日") == day_of("2026-03-05") == MORNING.date()
    assert day_of("2026-02-30") is None
    assert moment_of("2026-03-05", "10:20:05", MORNING.tzinfo) == MORNING
    assert moment_of("", "10:20:05", MORNING.tzinfo) is None


def test_the_line_shows_what_lies_between_not_the_whole_of_it(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot, visited(desk))
    strip = page.frame.moments.strip
    assert "T2→T3 等候用时 12 分 42 秒" in strip.accessibleName()
    assert "全程用时" not in strip.accessibleName()
    places = strip.places()
    assert list(places) == [f"T{number}" for number in range(9)]
    assert list(places.values()) == sorted(places.values())
    waited, whole = places["T3"] - places["T2"], places["T8"] - places["T0"]
    assert waited / whole == pytest.approx(762 / 1435, abs=0.01)
