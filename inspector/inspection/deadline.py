"""Working days by the State Council's holiday notices, 调休 included, counted from the day after; and whole months."""

import json
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from inspector.paths import resources

ONE_DAY = timedelta(days=1)
YEAR = 12  # months


@lru_cache(1)
def _notices() -> dict[str, Any]:
    return dict(json.loads(resources("calendar", "notices.json").read_text("utf-8")))


@lru_cache(maxsize=8)
def _official(year: int) -> tuple[Mapping[date, str], frozenset[date]]:
    """Return the days off of a year by their Chinese names, and the weekends worked."""
    notice = _notices().get(str(year))
    if notice:
        off = {date.fromisoformat(day): name for day, name in notice["off"].items()}
        return off, frozenset(map(date.fromisoformat, notice["on"]))
    from holidays import country_holidays  # noqa: PLC0415 - 170 ms, for years that had no notice when we wrote them down

    calendar = country_holidays("CN", years=year, language="zh_CN")
    return dict(calendar), frozenset(getattr(calendar, "weekend_workdays", ()))


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


def holiday_names(year: int) -> Mapping[date, str]:
    """Return the holidays of a year by their Chinese names."""
    return _official(year)[0]


def months_later(day: date, months: int) -> date:
    """Return the day so many months later (earlier below zero), the last of its month where it has no such day."""
    year, month = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    for number in range(day.day, day.day - 4, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise ValueError(months)
