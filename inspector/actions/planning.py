"""Planning a mystery visit: where, in which scenario, who by code and when; what speaks against it is said before."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

import uuid_utils

from inspector.errors import InspectorError
from inspector.inspection.frequency import warnings
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Head
from inspector.inspection.opening_hours import opening
from inspector.inspection.visit import Visit
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.actions.desk import Desk
    from inspector.actions.inspecting import Inspecting

LONGEST = 16
CODE = re.compile(rf"[A-Za-z0-9][A-Za-z0-9-]{{0,{LONGEST - 1}}}")
USUAL = (time(9), time(17))  # where a hall publishes no hours


class Plan(NamedTuple):
    """A visit as it is planned; `beside` is the id of the visit on which this scenario is played too."""

    hall: Hall
    form: str
    shopper: str
    begin: datetime
    end: datetime
    no_conflict: bool = False
    facts: Mapping[str, bool] = {}
    beside: str = ""


class Joinable(NamedTuple):
    """An unfinished visit to a hall that another scenario can be added to."""

    form: str
    visit: Visit


class Planning:
    """The verbs of planning visits."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.visits = desk.gate.visits

    def shoppers(self) -> list[str]:
        """Return every code known: of sealed identities, and of visits planned or made before."""
        return sorted({*self.desk.identities.shoppers.codes(), *self.visits.shoppers()})

    def refuse_code(self, code: str) -> None:
        """Refuse what is no code of a shopper; one that was registered is taken as it is."""
        if not code:
            raise InspectorError(_("请填暗访员代号。"))
        if not CODE.fullmatch(code) and code not in self.desk.identities.shoppers.codes():
            raise InspectorError(
                _("代号只用字母、数字和连字符，最多 {n} 位，不写姓名。").format(n=LONGEST), _("例如 M-07。")
            )

    def usual_window(self, hall: Hall | None) -> tuple[datetime, datetime]:
        """Return the hall's opening hours of today, or of tomorrow when they are over, as the window to begin with."""
        hours = opening(hall.hours) if hall else []
        first, last = (hours[0][0], hours[-1][1]) if hours else USUAL
        now = self.desk.clock()
        day = now.date() if now.time() < last else now.date() + timedelta(days=1)
        last = last.replace(second=0, microsecond=0)  # 24 小时 ends a microsecond before the next day
        return datetime.combine(day, first, now.tzinfo), datetime.combine(day, last, now.tzinfo)

    def joinable(self, hall: str) -> list[Joinable]:
        """Return the unfinished visits to a hall, the latest first; one that is over can be joined no more."""
        gate = self.desk.gate
        return [
            Joinable(header.form, visit)
            for header in self.desk.headers(status="draft", hall=hall)
            if header.visit and gate.counts(header.form)
            for visit in (Visit.of_json(header.visit),)
            if visit.left is None
        ]

    def warnings(self, hall: str, shopper: str, day: date, beside: str = "") -> list[str]:
        """Return what history and other plans say against a visit on a day."""
        past = [one for one in self.desk.gate.history(hall) if one.visit != beside]
        said = warnings(hall, day, shopper, past)
        planned = {
            one.visit.shopper
            for one in self.joinable(hall)
            if one.visit.id != beside and not one.visit.marks and _begins(one.visit) == day
        }
        if planned:
            said.append(_("{code} 已安排当天暗访本厅，每天最多一次。").format(code="、".join(sorted(planned))))
        return said

    def closed(self, hall: Hall, begin: datetime, end: datetime) -> list[str]:
        """Return a sentence where the hall publishes its hours and none of them lies in a window."""
        hours = opening(hall.hours)
        if not hours or any(first < end.time() and begin.time() < last for first, last in hours):
            return []
        return [_("计划时段不在公示营业时间 {hours} 内。").format(hours=hall.hours)]

    def start(self, plan: Plan) -> "Inspecting":
        """Start the visit: a draft that knows its shopper by code only."""
        form = self.desk.shelf.form(plan.form)
        if form.scenario is None:
            raise InspectorError(_("这张检查表不是暗访场景。"))
        if not plan.no_conflict:
            raise InspectorError(_("请先声明与本厅无利害关系。"))
        visit = self._beside(plan, form.digest) if plan.beside else self._own(plan)
        head = Head(plan.hall, "mystery", no_conflict=True, visit=visit)
        inspecting = self.desk.start(plan.form, head)
        self.desk.learn(inspecting, plan.facts)
        return inspecting

    def _own(self, plan: Plan) -> Visit:
        self.refuse_code(plan.shopper)
        if plan.end <= plan.begin:
            raise InspectorError(_("计划时段的结束要晚于开始。"))
        if plan.end <= self.desk.clock():
            raise InspectorError(_("计划时段已经过了。"))
        window = (plan.begin.isoformat(), plan.end.isoformat())
        return Visit(str(uuid_utils.uuid7()), plan.shopper, *window)

    def _beside(self, plan: Plan, form: str) -> Visit:
        """Return the visit joined, with no moment taken: each scenario has its own."""
        known = self.joinable(plan.hall.code)
        joined = next((one.visit for one in known if one.visit.id == plan.beside), None)
        if joined is None:
            raise InspectorError(_("那次到访已经离场，不能再加场景。"))
        if any(one.form == form for one in known if one.visit.id == joined.id):
            raise InspectorError(_("那次到访已有这个场景。"))
        return Visit(joined.id, joined.shopper, joined.planned_from, joined.planned_to)


def _begins(visit: Visit) -> date | None:
    return visit.window[0].date() if visit.window else None
