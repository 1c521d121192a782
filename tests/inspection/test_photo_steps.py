"""Photos sorted to the steps of a visit, whatever the clock of the phone said."""

from datetime import datetime, timedelta

import pytest

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.visiting import Visiting
from inspector.inspection.answer import Photo
from inspector.inspection.inspection import Head
from inspector.inspection.photo_steps import Shot, due, phone_ahead, proposals, step_at
from inspector.inspection.visit import Mark, Visit
from tests.conftest import HALL, MORNING

MINUTE = timedelta(minutes=1)
TEN = {f"T{number}": MORNING + number * 10 * MINUTE for number in range(9)}


def shot(name: str, at: datetime) -> Shot:
    return Shot(name, f"{at:%Y-%m-%dT%H:%M:%S}")  # as a camera writes it, without a zone


@pytest.fixture
def inspecting(desk: Desk) -> Inspecting:
    """A visit whose moments lie ten minutes apart."""
    inspecting = desk.start("s08-elderly-cash", Head(HALL))
    visit = Visiting(inspecting).visit
    for key, at in TEN.items():
        visit = visit.with_mark(Mark(key, at, source="手表"))
    inspecting.set_visit(visit, "marks")
    return inspecting


def test_a_moment_belongs_to_the_step_taken_last_before_it() -> None:
    visit = Visit("v", marks=tuple(Mark(key, at) for key, at in TEN.items()))
    assert step_at(visit, MORNING - MINUTE) == ""
    assert step_at(visit, MORNING) == "T0"
    assert step_at(visit, TEN["T3"] - timedelta(seconds=1)) == "T2"
    assert step_at(visit, TEN["T8"] + 60 * MINUTE) == "T8"


@pytest.mark.parametrize(
    ("step", "first"),
    [("", "MP-01"), ("T0", "MP-01"), ("T2", "MP-02"), ("T5", "MP-02"), ("T7", "MP-03"), ("T8", "MP-01")],
)
def test_what_is_due_follows_the_way_through_the_hall(inspecting: Inspecting, step: str, first: str) -> None:
    found = due(inspecting.inspection, step)
    assert found[0] == first
    assert set(found) >= {"MP-01", "MP-02", "MP-03"}
    assert len(found) == len(set(found))


def test_photos_taken_outside_one_after_the_other_are_door_ticket_and_receipt(inspecting: Inspecting) -> None:
    left = TEN["T8"]
    shots = [shot("c", left + 4 * MINUTE), shot("a", left + 2 * MINUTE), shot("b", left + 3 * MINUTE)]
    found = proposals(inspecting.inspection, shots)
    assert [(one.sha256, one.step, one.item) for one in found] == [
        ("a", "T8", "MP-01"), ("b", "T8", "MP-02"), ("c", "T8", "MP-03"),
    ]  # fmt: skip
    again = proposals(inspecting.inspection, [*shots, shot("d", left + 5 * MINUTE)])
    assert again[-1].item == "MP-03"


def test_an_item_that_has_its_photo_is_not_proposed_again(inspecting: Inspecting) -> None:
    inspecting.attach("MP-01", Photo("x", taken_at=f"{TEN['T0']:%Y-%m-%dT%H:%M:%S}"))
    (found,) = proposals(inspecting.inspection, [shot("a", TEN["T8"] + MINUTE)])
    assert found.item == "MP-02"


def test_the_clock_of_the_phone_is_put_right_before_sorting(inspecting: Inspecting) -> None:
    ahead = phone_ahead("2026-03-05T11:32:30", TEN["T2"])
    assert ahead == 2 * 3600 + 30
    Visiting(inspecting).set_phone_ahead(ahead)
    (found,) = proposals(inspecting.inspection, [Shot("a", "2026-03-05T11:33:00")])
    assert (found.at, found.step, found.item) == (TEN["T2"] + timedelta(seconds=30), "T2", "MP-02")
    assert phone_ahead("2026-03-05T09:31:00+08:00", TEN["T2"]) == -60


def test_photos_of_another_day_or_of_no_known_time_are_proposed_to_nothing(inspecting: Inspecting) -> None:
    dated, undated = proposals(inspecting.inspection, [Shot("u"), shot("o", MORNING - timedelta(days=1))])
    assert (dated.sha256, dated.state, dated.item) == ("o", "elsewhere", "")
    assert (undated.sha256, undated.state, undated.item) == ("u", "undated", "")


def test_without_moments_nothing_speaks_against_a_photo(desk: Desk) -> None:
    inspecting = desk.start("s18-callback-check", Head(HALL))
    (found,) = proposals(inspecting.inspection, [Shot("a", "2026-03-05T11:33:00")])
    assert (found.state, found.item) == ("there", "S18-01")
