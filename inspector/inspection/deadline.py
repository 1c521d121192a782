"""Working days by the State Council's holiday notices, 调休 included, counted from the day after; and whole months."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

ONE_DAY = timedelta(days=1)
YEAR = 12  # months


@lru_cache(maxsize=8)
def _official(year: int) -> tuple[frozenset[date], frozenset[date]]:
    from holidays import country_holidays  # noqa: PLC0415 - 60 ms that only deadlines need

    calendar = country_holidays("CN", years=year)
    return frozenset(calendar), frozenset(getattr(calendar, "weekend_workdays", ()))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The official calendar with days set by hand, `off` or `on`, which win over it."""

    off: Set[date] = frozenset()
    on: Set[date] = frozenset()

    def works(self, day: date) -> bool:
        """Return whether a day is worked."""
        if day in self.on:
            return True
        if day in self.off:
            return False
        holidays, worked_weekends = _official(day.year)
        if day in worked_weekends:
            return True
        return day.weekday() < 5 and day not in holidays  # noqa: PLR2004 - Saturday is 5

    def add(self, start: date, count: int) -> date:
        """Return the day that is so many working days after a start; the start itself does not count."""
        day = start
        while count > 0:
            day += ONE_DAY
            count -= self.works(day)
        return day


OFFICIAL = Calendar()


def announced(year: int) -> bool:
    """Return whether the notice of a year is known: before it is, no weekend is worked in its stead."""
    return any(day.year == year for day in _official(year)[1])


@lru_cache(maxsize=8)
def holiday_names(year: int) -> Mapping[date, str]:
    """Return the holidays of a year by their Chinese names."""
    from holidays import country_holidays  # noqa: PLC0415

    return dict(country_holidays("CN", years=year, language="zh_CN"))


def months_later(day: date, months: int) -> date:
    """Return the day so many months later (earlier below zero), the last of its month where it has no such day."""
    year, month = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    for number in range(day.day, day.day - 4, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise ValueError(months)
