"""The register of findings: what a second person decides about them, one method per verb."""

from collections.abc import Sequence

from inspector.actions.desk import Desk
from inspector.errors import InspectorError
from inspector.inspection.hall import Inspector
from inspector.inspection.register import SECOND_PERSON, Entry, after, fatals, majors
from inspector.rating.rate import Rating, rate
from inspector.store.register import Decision, Listed, Register
from inspector.wording import _


class Registering:
    """The verbs of the register: confirm, reject, close, reopen; each with who and why, and never taken back unseen."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.register = Register(desk.database)

    def findings(self) -> list[Listed]:
        """Return every finding that vetoes or caps, the latest inspection first."""
        for id_ in self.register.unlisted():
            inspection = self.desk.open(id_).inspection
            found = [("fatal", item) for item in fatals(inspection)] + [("major", item) for item in majors(inspection)]
            self.register.enter(id_, found)
        return self.register.listed()

    def decisions(self, entry: Entry) -> Sequence[Decision]:
        """Return what was decided about a finding, the earliest first."""
        return self.register.decisions(entry)

    def decide(self, entry: Entry, act: str, by: Inspector, reason: str) -> Entry:
        """Confirm, reject, close or reopen a finding; return how it then stands.

        A finding is confirmed or rejected only by somebody who did not take part in the inspection; every act has a
        reason.
        """
        if not reason.strip():
            raise InspectorError(_("请写明理由。"))
        if act in SECOND_PERSON and by.code in self.took_part(entry):
            raise InspectorError(
                _("{name} 参加了这次检查，不能自己核实。").format(name=by.name), _("请由另一位督查员核实。")
            )
        rating = self._rating_after(entry, act)
        star = (rating.level.level if rating.level else None, rating.state.value)
        return self.register.decide(entry, Decision(act, by, reason.strip(), self.desk.clock().isoformat()), star)

    def took_part(self, entry: Entry) -> frozenset[str]:
        """Return the codes of those who inspected: they neither confirm nor reject what they found."""
        return self.desk.open(entry.inspection).inspection.head.took_part

    def _rating_after(self, entry: Entry, act: str) -> Rating:
        """Rate the inspection as it will stand, so that lists show the star that follows from the decision."""
        opened = self.desk.open(entry.inspection)
        known = [one for one in self.register.entries() if (one.inspection, one.item) != (entry.inspection, entry.item)]
        return rate(opened.inspection, opened.scheme, [*known, after(entry, act)])
