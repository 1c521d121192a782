"""Times of a visit beside their lines: what judges a single one, and what is only shown."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.visiting import Visiting
from inspector.inspection.answer import Verdict
from inspector.inspection.durations import Duration, durations
from inspector.inspection.inspection import Head
from inspector.inspection.visit import Mark
from tests.conftest import HALL, MORNING

CITY = replace(HALL, operator="SGCC", area="urban")


def told(desk: Desk, form: str, seconds: dict[str, int]) -> dict[str, Duration]:
    inspecting: Inspecting = desk.start(form, Head(CITY))
    visit = Visiting(inspecting).visit
    for key, after in seconds.items():
        visit = visit.with_mark(Mark(key, MORNING + timedelta(seconds=after), source="手表"))
    inspecting.set_visit(visit, "marks")
    Visiting(inspecting).leave()
    return {one.item.id: one for one in durations(inspecting.inspection)}


@pytest.mark.parametrize(
    ("seconds", "verdict"),
    [(45 * 60, Verdict.CONFORM), (45 * 60 + 1, Verdict.PARTLY), (3600, Verdict.PARTLY), (3601, Verdict.FAIL)],
)
def test_an_arrival_is_judged_by_its_band_and_the_benchmark_is_only_shown(
    desk: Desk, seconds: int, verdict: Verdict
) -> None:
    arrival = told(desk, "s06-emergency-fault", {"F0": 0, "F3": seconds})["S06-06"]
    assert (arrival.seconds, arrival.verdict) == (Decimal(seconds), verdict)
    lines = {bound.role: (bound.seconds, bound.scored, bound.statistic) for bound in arrival.bounds}
    assert lines == {
        "pass": (2700, True, "mean"), "outer": (3600, True, "each"), "benchmark": (1800, False, "each"),
    }  # fmt: skip
    assert all(bound.source for bound in arrival.bounds)


def test_a_single_wait_has_its_own_limit_and_the_promised_average_stands_apart(desk: Desk) -> None:
    wait = told(desk, "s08-elderly-cash", {"T2": 0, "T3": 1200})["MV-02"]
    assert wait.verdict is Verdict.CONFORM
    assert wait.limit is not None
    assert wait.limit.seconds == 1800
    (apart,) = [bound for bound in wait.bounds if not bound.scored]
    assert (apart.seconds, apart.statistic) == (900, "mean")


def test_what_is_only_written_down_has_no_line_and_what_was_not_taken_no_time(desk: Desk) -> None:
    found = told(desk, "s08-elderly-cash", {"T0": 0, "T8": 1435})
    assert (found["MV-06"].seconds, found["MV-06"].judged, found["MV-06"].verdict) == (1435, False, None)
    assert (found["MV-02"].seconds, found["MV-02"].verdict) == (None, None)


def test_a_band_written_in_the_item_is_a_line_too(desk: Desk) -> None:
    sms = told(desk, "s06-emergency-fault", {"F0": 0, "F1": 601})["S06-05"]
    assert (sms.verdict, sms.limit and sms.limit.seconds) == (Verdict.FAIL, 600)
