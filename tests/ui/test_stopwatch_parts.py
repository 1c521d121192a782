"""Which moment comes next, what a digit means, and what two clocks tell."""

from datetime import datetime, timedelta

import pytest

from inspector.actions.steady import Steady
from inspector.form.scenario import MARKS
from inspector.inspection.mark_names import NAMES
from inspector.ui.stopwatch.drift import Drift
from inspector.ui.stopwatch.order import by_digit, letters, next_mark
from inspector.wording import lasting

HALL = tuple(f"T{number}" for number in range(9))
BOTH = (*HALL, "R0", "R1", "R2", "R3", "R5")
NOON = datetime.fromisoformat("2026-03-05T12:00:00+08:00")


@pytest.mark.parametrize(
    ("marks", "taken", "expected"),
    [
        (HALL, (), "T0"),
        (HALL, ("T0", "T2"), "T3"),
        (HALL, ("T8",), ""),
        (HALL, ("F3",), "T0"),
        (BOTH, ("T8",), "R0"),
        (BOTH, ("R3",), "R5"),
        ((), (), ""),
    ],
)
def test_the_next_one_is_behind_the_furthest(marks: tuple[str, ...], taken: tuple[str, ...], expected: str) -> None:
    assert next_mark(marks, taken) == expected


@pytest.mark.parametrize(
    ("marks", "digit", "letter", "expected"),
    [
        (HALL, "3", "T", "T3"),
        (HALL, "9", "T", ""),
        (BOTH, "3", "R", "R3"),
        (BOTH, "7", "R", "T7"),
        (BOTH, "5", "T", "T5"),
        (BOTH, "5", "F", ""),
        ((), "0", "", ""),
    ],
)
def test_a_digit_means_the_row_one_is_in(marks: tuple[str, ...], digit: str, letter: str, expected: str) -> None:
    assert by_digit(marks, digit, letter) == expected


def test_letters_keep_their_order() -> None:
    assert letters(BOTH) == ["T", "R"]


def test_every_moment_has_a_name() -> None:
    assert list(NAMES) == list(MARKS)


@pytest.mark.parametrize(
    ("wall", "steady", "told"),
    [
        (timedelta(seconds=1), 1000, ""),
        (timedelta(seconds=2.9), 1000, ""),
        (timedelta(seconds=3), 1000, "12:00:03 时钟拨快了 2 秒，用时不受影响"),
        (timedelta(hours=-24), 0, "12:00:00 时钟拨慢了 24 小时 00 分 00 秒，用时不受影响"),
        (timedelta(seconds=9.9), 9900, ""),
        (timedelta(minutes=5), 300_000, "12:05:00 电脑睡了 5 分 00 秒，计时没有停"),
        (
            timedelta(minutes=65),
            300_000,
            "13:05:00 电脑睡了 5 分 00 秒，计时没有停；时钟拨快了 1 小时 00 分 00 秒，用时不受影响",
        ),
    ],
)
def test_two_clocks_tell_a_set_clock_from_a_sleep(wall: timedelta, steady: int, told: str) -> None:
    drift = Drift(NOON, Steady(0, "b"))
    assert drift.look(NOON + wall, Steady(steady, "b")) == told
    assert drift.look(NOON + wall, Steady(steady, "b")) == ""


def test_how_long_something_took() -> None:
    spans = [timedelta(seconds=59.9), timedelta(minutes=13, seconds=57), timedelta(hours=1, seconds=5)]
    assert [lasting(span) for span in spans] == ["59 秒", "13 分 57 秒", "1 小时 00 分 05 秒"]
