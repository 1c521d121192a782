"""The history: what was taken back, and where the laptop's clock is in doubt."""

from datetime import datetime, timedelta, timezone

import pytest

from inspector.inspection.change import Change
from inspector.inspection.trail import Made, Step, steps

BEGAN = datetime(2026, 3, 5, 9, 0, tzinfo=timezone(timedelta(hours=8)))


def made(seq: int, wall_s: float, elapsed_s: float, undoes: int = 0, redoes: int = 0) -> Made:
    at = (BEGAN + timedelta(seconds=wall_s)).isoformat(timespec="milliseconds")
    change = Change("answer", "SG-01", None, {"verdict": "fail"}, seq=seq, at=at, undoes=undoes, redoes=redoes)
    return Made(change, round(elapsed_s * 1000), "D01")


def doubts(found: list[Step]) -> list[tuple[bool, int]]:
    return [(step.back, step.jump_ms) for step in found]


def test_two_clocks_that_agree_are_no_doubt() -> None:
    assert doubts(steps([made(1, 0, 5), made(2, 60, 65), made(3, 62.5, 67.4)])) == [(False, 0)] * 3


@pytest.mark.parametrize(
    ("wall", "elapsed", "expected"),
    [
        (3660, 60, (False, 3_600_000)),  # set ahead by an hour
        (-86_340, 60, (True, 0)),  # set back by a day
        (1860, 60, (False, 1_800_000)),  # asleep for half an hour
        (65.5, 60, (False, 5_500)),
        (64.9, 60, (False, 0)),
        (-2, 3, (False, 0)),
    ],
)
def test_a_jump_is_told(wall: float, elapsed: float, expected: tuple[bool, int]) -> None:
    assert doubts(steps([made(1, 0, 0), made(2, wall, elapsed)]))[1] == expected


def test_another_sitting_begins_anew_and_only_going_back_is_a_doubt() -> None:
    assert doubts(steps([made(1, 0, 500), made(2, 90_000, 3)])) == [(False, 0), (False, 0)]
    assert doubts(steps([made(1, 0, 500), made(2, -900, 3)]))[1] == (True, 0)


def test_what_was_taken_back_is_known_until_it_is_done_again() -> None:
    history = [made(1, 0, 0), made(2, 5, 5), made(3, 6, 6, undoes=2)]
    assert [step.taken_back for step in steps(history)] == [False, True, False]
    history.append(made(4, 8, 8, redoes=2))
    assert [step.taken_back for step in steps(history)] == [False, False, False, False]


def test_nothing_has_no_history() -> None:
    assert steps([]) == []
