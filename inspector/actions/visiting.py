"""A mystery visit: what a person does before, during and after it, one method per verb."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from inspector.actions.recollecting import answered_at, take_times
from inspector.actions.steady import Steady, steady
from inspector.errors import InspectorError
from inspector.form.scenario import Scenario
from inspector.inspection.change import Change
from inspector.inspection.frequency import warnings
from inspector.inspection.hall import Inspector
from inspector.inspection.progress import count
from inspector.inspection.validity import Reading, Validity, out_since, recollection, validity
from inspector.inspection.visit import Mark, Recording, Visit
from inspector.store.visits import Visits
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.actions.desk import Desk
    from inspector.actions.inspecting import Inspecting
    from inspector.inspection.frequency import PastVisit


class Visiting:
    """The verbs of one mystery visit; each is a change of the inspection: on the disk first, and one step to undo."""

    def __init__(self, inspecting: "Inspecting", steady_clock: Callable[[], Steady] = steady) -> None:
        self.inspecting = inspecting
        self.steady = steady_clock

    @property
    def visit(self) -> Visit:
        """Return the visit as it stands."""
        visit = self.inspecting.inspection.head.visit
        if visit is None:
            raise InspectorError(_("这次检查不是暗访。"))
        return visit

    @property
    def scenario(self) -> Scenario:
        """Return the scenario of the form."""
        scenario = self.inspecting.inspection.form.scenario
        if scenario is None:
            raise InspectorError(_("这张检查表不是暗访场景。"))
        return scenario

    # Before.

    def brief(self) -> None:
        """Note that the brief was read and its questions answered."""
        self._now("brief", briefed_at=self.inspecting.clock().isoformat(timespec="seconds"))

    def plan(self, begin: datetime, end: datetime) -> None:
        """Set the window in which the visit is to be made."""
        if end <= begin:
            raise InspectorError(_("计划时段的结束要晚于开始。"))
        self._now("plan", planned_from=begin.isoformat(), planned_to=end.isoformat())

    # During.

    def press(self, key: str) -> Mark:
        """Take a moment now, by both clocks."""
        reading = self.steady()
        mark = Mark(key, self.inspecting.clock(), reading.ms, reading.boot)
        self._write(self.visit.with_mark(mark), f"mark:{key}")
        return mark

    def take_back(self) -> Mark | None:
        """Take back the moment taken last; None when there is none. The journal keeps it."""
        marks = self.visit.marks
        if not marks:
            return None
        self._write(replace(self.visit, marks=marks[:-1]), "mark:back")
        return marks[-1]

    def type_time(self, key: str, at: datetime, source: str, reason: str = "") -> Mark:
        """Enter a moment afterwards, from a ticket, say; changing one that is there wants a reason, and keeps it."""
        if self.visit.mark(key) and not reason.strip():
            raise InspectorError(_("{key} 已有时刻，改动要写理由。").format(key=key))
        if at > self.inspecting.clock():
            raise InspectorError(_("{key} 的时刻在将来。").format(key=key))
        mark = Mark(key, at, source=source, reason=reason.strip())
        self._write(self.visit.with_mark(mark), f"mark:{key}")
        take_times(self.inspecting)
        return mark

    def expose(self, how: str) -> None:
        """Note that the identity became known, which voids the visit; an empty text takes it back."""
        self._now("exposed", exposed=how.strip())

    # After.

    def leave(self) -> None:
        """Turn the moments into measured times."""
        take_times(self.inspecting)

    def follow(self, followed: bool | None, deviations: str = "") -> None:
        """Say whether the script was followed, and if not, in what."""
        self._now("script", followed=followed, deviations=deviations)

    def set_phone_ahead(self, seconds: int) -> None:
        """Set how far ahead the clock of the phone is that took the photos."""
        self._now("phone", phone_ahead=seconds)

    def keep_sound(self, sound: Recording) -> None:
        """Attach a sound file that the vault holds; the same twice stays one."""
        if all(known.sha256 != sound.sha256 for known in self.visit.sounds):
            self._now("sound", sounds=(*self.visit.sounds, sound))

    def drop_sound(self, sha256: str) -> None:
        """Take a sound file off; the vault keeps it, so undo brings it back."""
        self._now("sound", sounds=tuple(one for one in self.visit.sounds if one.sha256 != sha256))

    @property
    def retold_at(self) -> datetime:
        """Return when the last item was told: now, as long as something is left to tell."""
        told = answered_at(self.inspecting)
        open_ = not count(self.inspecting.inspection).complete
        return self.inspecting.clock() if open_ or not told else max(told.values())

    @property
    def freshness(self) -> str:
        """Return how fresh a recollection made now is: fresh, late or void."""
        return recollection(out_since(self.scenario, self.visit), self.inspecting.clock())

    def _now(self, field: str, **entries: Any) -> None:
        self._write(replace(self.visit, **entries), field)

    def _write(self, visit: Visit, field: str) -> Change | None:
        return self.inspecting.set_visit(visit, field)


class Gate:
    """The validity gate over the data file: history, second readings, and which visits count."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.visits = Visits(desk.database)

    def history(self, hall: str) -> "list[PastVisit]":
        """Return the mystery visits made to a hall."""
        return [one.past(self.counts) for one in self.visits.visited(hall)]

    def counts(self, form: str) -> bool:
        """Return whether visits with a form of a digest are made in the hall."""
        scenario = self.desk.shelf.pinned_form(form).scenario
        return scenario is None or scenario.visit

    def warnings(self, hall: str, shopper: str) -> list[str]:
        """Return what history says against a visit today."""
        return warnings(hall, self.desk.clock().date(), shopper, self.history(hall))

    def judge(self, inspecting: "Inspecting") -> Validity:
        """Judge a mystery visit by its rules as things stand."""
        inspection = inspecting.inspection
        readings = self.visits.readings(inspection.id)
        visit = inspection.head.visit
        # A sealed visit knows when it was told; only a draft is worth reading its journal.
        retold = Visiting(inspecting).retold_at if visit and not inspection.finished else None
        return validity(inspection, self.history(inspection.hall.code), readings[-1] if readings else None, retold)

    def read(self, id_: str, by: Inspector, accepted: bool, reason: str) -> None:
        """Enter what a second reader says of a sealed visit; a refusal has a reason."""
        inspection = self.desk.open(id_).inspection
        if not inspection.finished:
            raise InspectorError(_("暗访还没有封存，不能复核。"))
        if not accepted and not reason.strip():
            raise InspectorError(_("请写明理由。"))
        if by.code in inspection.head.took_part:
            raise InspectorError(_("{name} 参加了这次检查，不能自己核实。").format(name=by.name))
        self.visits.read(id_, Reading(by, accepted, reason.strip(), self.desk.clock().isoformat()))
