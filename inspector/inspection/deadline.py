"""Working days as the State Council's holiday notices make them, 调休 included; counting begins the day after."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

ONE_DAY = timedelta(days=1)


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

    def between(self, start: date, end: date) -> int:
        """Return how many working days there are after a start up to and with an end."""
        days = (end - start).days
        return sum(self.works(start + timedelta(days=number)) for number in range(1, days + 1))


OFFICIAL = Calendar()
