"""Working days as the State Council's holiday notices make them, 调休 included; counting begins the day after."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=8)
def _calendar(year: int) -> tuple[frozenset[date], frozenset[date]]:
    from holidays import country_holidays  # noqa: PLC0415 - 60 ms that only deadlines need

    calendar = country_holidays("CN", years=year)
    return frozenset(calendar), frozenset(getattr(calendar, "weekend_workdays", ()))


def is_working_day(day: date, off: Iterable[date] = (), on: Iterable[date] = ()) -> bool:
    """Return whether a day is worked; `off` and `on` are 调休 days set by hand and win over the calendar."""
    if day in set(on):
        return True
    if day in set(off):
        return False
    holidays, worked_weekends = _calendar(day.year)
    if day in worked_weekends:
        return True
    return day.weekday() < 5 and day not in holidays  # noqa: PLR2004 - Saturday is 5


def add_working_days(start: date, count: int, off: Iterable[date] = (), on: Iterable[date] = ()) -> date:
    """Return the day that is so many working days after a start; the start itself does not count."""
    off, on, day = frozenset(off), frozenset(on), start
    while count > 0:
        day += ONE_DAY
        count -= is_working_day(day, off, on)
    return day
