"""Moments of a mystery visit: both clocks kept, durations right whatever is done to the wall clock."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.inspection.visit import Mark, Visit, between, disordered, jumps
from tests.conftest import MORNING

MINUTE = timedelta(minutes=1)


def pressed(key: str, at: datetime, ms: int, boot: str = "b1") -> Mark:
    return Mark(key, at, ms, boot)


@pytest.mark.parametrize("jump", [timedelta(hours=1), -timedelta(days=1), timedelta(seconds=-3)])
def test_a_clock_set_meanwhile_changes_no_duration_and_is_recorded(jump: timedelta) -> None:
    span = between(pressed("T2", MORNING, 1_000), pressed("T3", MORNING + MINUTE + jump, 61_000))
    assert (span.took, span.jump) == (MINUTE, jump)


def test_slewing_below_two_seconds_is_no_jump() -> None:
    span = between(pressed("T2", MORNING, 0), pressed("T3", MORNING + timedelta(seconds=61.9), 60_000))
    assert (span.took, span.jump) == (MINUTE, timedelta())


def test_a_suspended_machine_counts_its_sleep() -> None:
    """The steady clock goes on while the machine sleeps, so both clocks agree afterwards."""
    slept = between(pressed("T2", MORNING, 0), pressed("T3", MORNING + 40 * MINUTE, 2_400_000))
    assert (slept.took, slept.jump) == (40 * MINUTE, timedelta())


@pytest.mark.parametrize("later", [pressed("T3", MORNING + MINUTE, 5, "b2"), Mark("T3", MORNING + MINUTE)])
def test_across_a_restart_or_with_a_typed_time_the_wall_clock_serves(later: Mark) -> None:
    assert between(pressed("T2", MORNING, 999_999), later).took == MINUTE


@given(wall=st.integers(-(10**8), 10**8), steady=st.integers(-(10**8), 10**8), typed=st.booleans())
def test_a_duration_is_never_negative(wall: int, steady: int, typed: bool) -> None:
    end = MORNING + timedelta(milliseconds=wall)
    span = between(pressed("T2", MORNING, 0), Mark("T3", end) if typed else pressed("T3", end, steady))
    wanted = timedelta(milliseconds=wall if typed else steady)
    assert span.took == (None if wanted < timedelta() else wanted)


def test_the_last_press_of_a_key_counts_and_none_is_lost() -> None:
    visit = Visit("v1")
    for minute, key in enumerate(("T0", "T2", "T3", "T3", "T8")):
        visit = visit.with_mark(pressed(key, MORNING + minute * MINUTE, minute * 60_000))
    assert len(visit.marks) == 5
    assert [mark.key for mark in visit.counting] == ["T0", "T2", "T3", "T8"]
    assert visit.span("T2", "T3") == between(visit.marks[1], visit.marks[3])
    assert visit.span("T2", "T4") is None
    assert (visit.began, visit.left) == (MORNING, MORNING + 4 * MINUTE)


def test_one_is_inside_until_the_door_the_hang_up_or_the_end_of_the_chat() -> None:
    visit = Visit("v1", marks=(pressed("T7", MORNING, 0),))
    assert visit.left is None
    for last in ("T8", "R5", "O3"):
        assert visit.with_mark(pressed(last, MORNING + MINUTE, 60_000)).left == MORNING + MINUTE


def test_moments_out_of_order_are_named() -> None:
    marks = [pressed("T2", MORNING, 5_000), pressed("T3", MORNING, 4_000), pressed("R0", MORNING, 0)]
    assert [(first.key, second.key) for first, second in disordered(marks)] == [("T2", "T3")]
    assert disordered(marks[:1] + marks[2:]) == []


def test_jumps_are_listed_between_neighbours() -> None:
    marks = [pressed("T0", MORNING, 0), pressed("T1", MORNING + 61 * MINUTE, 60_000), Mark("T2", MORNING)]
    ((first, second, jump),) = jumps(marks)
    assert (first.key, second.key, jump) == ("T0", "T1", timedelta(hours=1))


def test_a_visit_comes_back_from_its_plain_data() -> None:
    typed = Mark("T3", MORNING, source="号票", reason="按错了")
    visit = Visit("v1", "S-07", followed=False, deviations="没有等满", marks=(pressed("T2", MORNING, 7), typed))
    assert Visit.of(visit.plain()) == visit
    assert Visit.of(Visit("v2").plain()) == Visit("v2")
    assert replace(visit, phone_ahead=-90).plain()["phone_ahead"] == -90
