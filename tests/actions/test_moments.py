"""Moments of a visit that lie on both sides of a midnight, a month's end, a year's end or a change of the zone."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from inspector.actions.desk import Desk
from inspector.actions.visiting import Visiting
from inspector.inspection.answer import Verdict
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Head
from tests.conftest import Ticking

ARRIVAL = "S06-06"
SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
JUDGED = {
    44.9: Verdict.CONFORM,
    45: Verdict.CONFORM,
    45.1: Verdict.PARTLY,
    60: Verdict.PARTLY,
    60.1: Verdict.FAIL,
}  # minutes from the call to the crew, in a city


def arrived(desk: Desk, clock: Ticking, called: datetime, after: timedelta, area: str = "urban") -> Verdict | None:
    """Report a fault, note when the crew came, and return how the time is judged."""
    clock.at = called.astimezone(SHANGHAI) - timedelta(days=1)
    inspecting = desk.start("s06-emergency-fault", Head(Hall("1", "甲", operator="SGCC", area=area)))
    visiting = Visiting(inspecting)
    clock.at = called + timedelta(days=2)
    visiting.type_time("F0", called, "通话记录")
    visiting.type_time("F3", (called.astimezone(ZoneInfo("UTC")) + after).astimezone(called.tzinfo), "现场记录")
    return inspecting.inspection.verdict(ARRIVAL)


@pytest.mark.parametrize(
    "called",
    [
        datetime(2026, 3, 5, 23, 40, tzinfo=SHANGHAI),
        datetime(2026, 2, 28, 23, 30, tzinfo=SHANGHAI),
        datetime(2028, 2, 28, 23, 30, tzinfo=SHANGHAI),  # into 29 February
        datetime(2026, 9, 30, 23, 59, 59, tzinfo=SHANGHAI),
        datetime(2026, 12, 31, 23, 45, tzinfo=SHANGHAI),
        datetime(2026, 3, 29, 1, 40, tzinfo=BERLIN),  # the clock goes from two to three
        datetime(2026, 10, 25, 2, 40, tzinfo=BERLIN),  # the clock goes back to two
    ],
    ids=["midnight", "month", "leap-day", "national-day", "new-year", "summer-time", "winter-time"],
)
def test_only_the_time_between_counts(desk: Desk, clock: Ticking, called: datetime) -> None:
    for minutes, verdict in JUDGED.items():
        assert arrived(desk, clock, called, timedelta(minutes=minutes)) is verdict, minutes


@pytest.mark.parametrize(("area", "limits"), [("rural", (90, 120)), ("remote", (120, 240))])
def test_the_country_has_longer(desk: Desk, clock: Ticking, area: str, limits: tuple[int, int]) -> None:
    called = datetime(2026, 2, 16, 22, 30, tzinfo=SHANGHAI)  # the eve of Spring Festival
    passing, outer = (timedelta(minutes=minutes) for minutes in limits)
    second = timedelta(seconds=1)
    assert arrived(desk, clock, called, passing, area) is Verdict.CONFORM
    assert arrived(desk, clock, called, passing + second, area) is Verdict.PARTLY
    assert arrived(desk, clock, called, outer, area) is Verdict.PARTLY
    assert arrived(desk, clock, called, outer + second, area) is Verdict.FAIL
