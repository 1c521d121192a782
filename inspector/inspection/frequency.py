"""How often a hall is visited and by whom: what history says against another mystery visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector.inspection.deadline import months_later
from inspector.wording import _, long_date

COOLING_MONTHS = 6
A_DAY, A_QUARTER = 1, 4


@dataclass(frozen=True, slots=True)
class PastVisit:
    """A mystery visit that was made: `visit` is shared by its scenarios, `counts` says a person went to the hall."""

    inspection: str
    visit: str
    hall: str
    day: date
    shopper: str
    counts: bool = True


def cooling(hall: str, day: date, shopper: str, past: Sequence[PastVisit]) -> PastVisit | None:
    """Return the latest visit of a shopper to a hall within the six months before; None when there is none."""
    begins = months_later(day, -COOLING_MONTHS)
    recent = [
        one
        for one in past
        if one.counts and (one.hall, one.shopper) == (hall, shopper) and shopper and begins < one.day <= day
    ]
    return max(recent, key=lambda one: one.day, default=None)


def warnings(hall: str, day: date, shopper: str, past: Sequence[PastVisit]) -> list[str]:
    """Return what history says against a visit, as sentences: made twice, hall visited too often, shopper too soon."""
    visits = {one.visit: one for one in past if one.counts and one.hall == hall}.values()
    same_day = [one for one in visits if one.day == day]
    quarter = (day.year, (day.month - 1) // 3)
    in_quarter = [one for one in visits if (one.day.year, (one.day.month - 1) // 3) == quarter]
    said = []
    if any(one.shopper == shopper for one in same_day):
        said.append(_("{code} 当天已暗访过本厅，重复到访只计一次。").format(code=shopper))
    elif len(same_day) >= A_DAY:
        said.append(_("本厅当天已有一次暗访，每天最多一次。"))
    if len(in_quarter) >= A_QUARTER:
        said.append(_("本厅本季度已有 {n} 次暗访，最多 {most} 次。").format(n=len(in_quarter), most=A_QUARTER))
    earlier = cooling(hall, day, shopper, [one for one in past if one.day != day])
    if earlier:
        said.append(
            _("{code} 在 {day} 来过本厅，未满 {n} 个月，容易被认出。").format(
                code=shopper, day=long_date(earlier.day), n=COOLING_MONTHS
            )
        )
    return said
