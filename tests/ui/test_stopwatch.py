"""The plain window that takes moments: what is on the disk before a tick, its keys and its quiet lines."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.ui.stopwatch import StopwatchWindow
from tests.ui.pages.staging import BINJIANG, OFFSCREEN, nameless, press
from tests.ui.tapping import BOTH, Machine, following, on_disk, opened, started, tap, ticked

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)

HIGHEST = 720 - 90  # the smallest screen without its task bar and the window's own frame


def test_it_says_nothing_of_what_it_is_for(window: StopwatchWindow) -> None:
    said = " ".join(label.text() for label in window.findChildren(QLabel)) + window.windowTitle()
    assert window.windowTitle() == "计时"
    assert window.width() == 408
    for word in ("星察", "暗访", "督查", BINJIANG.name, "S-07", "赵六"):
        assert word not in said
    assert nameless(window) == []


def test_the_space_bar_takes_one_moment_after_the_other(laptop: Desk, window: StopwatchWindow) -> None:
    assert following(window) == ["T0"]
    tap(window, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert ticked(window) == ["T0", "T1"] == on_disk(laptop, window)
    assert following(window) == ["T2"]
    assert "已保存" in window.face.saved()
    for _time in range(12):
        tap(window, Qt.Key.Key_Space)
    assert on_disk(laptop, window) == list(window.marks)
    assert following(window) == []


def test_a_moment_is_on_the_disk_before_its_key_shows_the_tick(laptop: Desk, window: StopwatchWindow) -> None:
    seen: list[tuple[list[str], list[str]]] = []
    window.visiting.inspecting.listeners.append(lambda _change: seen.append((on_disk(laptop, window), ticked(window))))
    tap(window, Qt.Key.Key_Space)
    assert seen == [(["T0"], [])]
    assert ticked(window) == ["T0"]


def test_a_digit_takes_its_own_moment_and_passes_by_what_did_not_happen(laptop: Desk, window: StopwatchWindow) -> None:
    tap(window, Qt.Key.Key_0, Qt.Key.Key_2)
    assert ticked(window) == ["T0", "T2"]
    assert following(window) == ["T3"]
    tap(window, Qt.Key.Key_9)
    assert on_disk(laptop, window) == ["T0", "T2"]


def test_digits_mean_the_row_one_is_in_and_a_letter_names_another(laptop: Desk, machine: Machine, qtbot: QtBot) -> None:
    window = opened(started(laptop, BOTH), machine, qtbot)
    tap(window, Qt.Key.Key_0, Qt.Key.Key_8, Qt.Key.Key_0, Qt.Key.Key_1)
    assert on_disk(laptop, window) == ["T0", "T8", "R0", "R1"]
    tap(window, Qt.Key.Key_T, Qt.Key.Key_3, Qt.Key.Key_3, Qt.Key.Key_7)
    assert on_disk(laptop, window)[4:] == ["T3", "R3", "T7"]


def test_z_takes_the_last_moment_back(laptop: Desk, window: StopwatchWindow) -> None:
    assert not window.back_button.isEnabled()
    tap(window, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Z)
    assert on_disk(laptop, window) == ["T0"] == ticked(window)
    assert following(window) == ["T1"]


def test_a_key_held_down_counts_once(laptop: Desk, window: StopwatchWindow) -> None:
    none = Qt.KeyboardModifier.NoModifier
    for repeated in (False, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, none, " ", repeated)
        QApplication.sendEvent(window, event)
    assert on_disk(laptop, window) == ["T0"]


@pytest.mark.parametrize("name", ["back_button", "later_button", "end_button"])
def test_the_space_bar_is_the_next_moment_whatever_has_the_focus(
    laptop: Desk, window: StopwatchWindow, name: str
) -> None:
    tap(window, Qt.Key.Key_Space)
    getattr(window, name).setFocus(Qt.FocusReason.TabFocusReason)
    tap(window, Qt.Key.Key_Space)
    assert on_disk(laptop, window) == ["T0", "T1"]
    assert window.isVisible()
    assert window.ending.isHidden()


def test_a_key_takes_its_moment_when_the_finger_comes_down(laptop: Desk, window: StopwatchWindow, qtbot: QtBot) -> None:
    qtbot.mousePress(window.keys["T5"], Qt.MouseButton.LeftButton)
    assert on_disk(laptop, window) == ["T5"]
    qtbot.mouseRelease(window.keys["T5"], Qt.MouseButton.LeftButton)
    assert on_disk(laptop, window) == ["T5"]


def test_the_keys_can_be_walked_and_pressed_by_keyboard_alone(laptop: Desk, window: StopwatchWindow) -> None:
    window.keys["T3"].setFocus(Qt.FocusReason.TabFocusReason)
    tap(window, Qt.Key.Key_Return)
    assert on_disk(laptop, window) == ["T3"]
    assert window.keys["T3"].accessibleName().startswith("T3 叫到号 14:")


def test_what_did_not_reach_the_disk_shows_no_tick(laptop: Desk, window: StopwatchWindow) -> None:
    tap(window, Qt.Key.Key_Space)
    laptop.database.connection.execute("pragma query_only = on")
    tap(window, Qt.Key.Key_Space)
    assert ticked(window) == ["T0"]
    assert window.face.saved() == "没有存上"
    assert "只读" in window.news.text()
    laptop.database.connection.execute("pragma query_only = off")
    tap(window, Qt.Key.Key_Space)
    assert ticked(window) == ["T0", "T1"] == on_disk(laptop, window)
    assert "已保存" in window.face.saved()


def test_moments_taken_show_after_reopening(
    laptop: Desk, machine: Machine, qtbot: QtBot, window: StopwatchWindow
) -> None:
    tap(window, Qt.Key.Key_Space, Qt.Key.Key_Space)
    window.close()
    again = opened(laptop.open(window.visiting.inspecting.inspection.id), machine, qtbot)
    assert ticked(again) == ["T0", "T1"]
    assert following(again) == ["T2"]


def test_a_clock_that_is_set_is_told_quietly_and_durations_stay_right(
    window: StopwatchWindow, machine: Machine
) -> None:
    tap(window, Qt.Key.Key_Space)
    for by in (timedelta(hours=1), timedelta(days=-1)):
        machine.set_wall(by)
        window.look()
        assert "用时不受影响" in window.news.text()
    assert "拨慢" in window.news.text()
    tap(window, Qt.Key.Key_Space)
    span = window.visiting.visit.span("T0", "T1")
    assert span is not None
    assert span.took is not None
    assert timedelta() < span.took < timedelta(seconds=30)


def test_a_set_clock_is_told_again_after_reopening(
    laptop: Desk, machine: Machine, qtbot: QtBot, window: StopwatchWindow
) -> None:
    tap(window, Qt.Key.Key_Space)
    machine.set_wall(timedelta(hours=1))
    tap(window, Qt.Key.Key_Space)
    window.close()
    again = opened(laptop.open(window.visiting.inspecting.inspection.id), machine, qtbot)
    assert "拨快" in again.news.text()


def test_sleep_is_told_and_the_time_goes_on(laptop: Desk, window: StopwatchWindow, machine: Machine) -> None:
    tap(window, Qt.Key.Key_Space)
    machine.pass_by(timedelta(minutes=3))
    window.look()
    assert "电脑睡了 3 分" in window.news.text()
    assert "拨" not in window.news.text()
    tap(window, Qt.Key.Key_Space)
    span = window.visiting.visit.span("T0", "T1")
    assert span is not None
    assert span.took is not None
    assert span.took >= timedelta(minutes=3)
    assert on_disk(laptop, window) == ["T0", "T1"]


def test_closing_turns_moments_into_times(laptop: Desk, window: StopwatchWindow, qtbot: QtBot) -> None:
    tap(window, *([Qt.Key.Key_Space] * 9))
    press(qtbot, window.later_button)
    assert not window.isVisible()
    stored = laptop.open(window.visiting.inspecting.inspection.id).inspection
    assert stored.answer("MV-02").parts["wait"][0].between == "T2→T3"


def test_the_window_of_every_scenario_fits_the_smallest_screen(laptop: Desk, machine: Machine, qtbot: QtBot) -> None:
    scenarios = [name for name in laptop.shelf.library.names() if name[0] == "s" and name[1:3].isdigit()]
    assert len(scenarios) == 25
    for name in scenarios:
        inspecting = started(laptop, name)
        window = opened(inspecting, machine, qtbot)
        assert (window.width(), window.height() <= HIGHEST) == (408, True), name
        for _mark in window.marks:
            tap(window, Qt.Key.Key_Space)
        assert ticked(window) == list(window.marks)
        window.close()
