"""The star of a hall: computed from everything that is known of it, and given with a receipt."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from inspector.errors import InspectorError
from inspector.inspection.deadline import months_later
from inspector.inspection.validity import VALID
from inspector.rating.case import Previous
from inspector.rating.hall import HallRating, rate_hall
from inspector.rating.rate import State
from inspector.rating.receipt import receipt
from inspector.rating.scheme import Scheme
from inspector.store.ratings import Kept, Ratings
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.actions.desk import Desk


LOOKED_BACK = 24


@dataclass(frozen=True, slots=True)
class Standing:
    """The star a hall holds: the last one given, and whether it still holds on a day."""

    kept: Kept
    day: date

    @property
    def holds(self) -> bool:
        """Return whether it has not run out."""
        return bool(self.kept.valid_until) and self.day.isoformat() <= self.kept.valid_until


class RatingHalls:
    """The verbs of rating a hall."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.ratings = Ratings(desk.database)

    def rate(self, hall: str, at: datetime | None = None, scheme: Scheme | None = None) -> HallRating:
        """Rate a hall as things stand; nothing is kept.

        What is older than two years (or the scheme's window) is opened only where a confirmed finding still stands.
        """
        used, moment = scheme or self.desk.shelf.scheme(), at or self.desk.clock()
        register = self.desk.inspections.register()
        standing = {entry.inspection for entry in register if entry.status == "confirmed" and entry.open}
        begins = months_later(moment.date(), -max(LOOKED_BACK, used.floor.get("window_months", 0)))
        headers = self.desk.headers(status="finished", hall=hall)
        amended = {header.id: header.amended_by for header in headers if header.amended_by}
        opened = [
            self.desk.open(header.id)
            for header in headers
            if header.id in standing or datetime.fromisoformat(header.finished_at).date() >= begins
        ]
        judged = {one.inspection.id: self.desk.gate.judge(one) for one in opened if one.inspection.form.scenario}
        void = {id_: found.why for id_, found in judged.items() if found.state != VALID}
        void |= {id_: _("已由第 {n} 号检查更正").format(n=number) for id_, number in amended.items()}
        return rate_hall([one.inspection for one in opened], used, moment, register, self.previous(hall), void)

    def give(self, hall: str) -> Kept:
        """Give a hall its full star: kept with its receipt, as the memory of the next rating."""
        rated = self.rate(hall)
        rating = rated.rating
        if rating.state is not State.FULL or rating.level is None:
            raise InspectorError(_("现在还不能评定：{why}。").format(why=rated.lacking or rating.why))
        until = rated.valid_until.isoformat() if rated.valid_until else ""
        kept = Kept(0, hall, rated.at.isoformat(), rating.level.level, until, receipt(rating))
        self.ratings.keep(kept, rating.scheme.digest)
        return kept

    def standing(self, hall: str) -> Standing | None:
        """Return the star a hall holds; None when it was never given one."""
        given = self.ratings.latest(hall)
        return Standing(given, self.desk.clock().date()) if given else None

    def previous(self, hall: str) -> Previous | None:
        """Return the rating before, as schemes with a memory read it."""
        given = self.ratings.latest(hall)
        if given is None:
            return None
        measures = given.receipt["result"]["measures"]
        known = {key: Fraction(value) for key, value in measures.items() if value is not None}
        return Previous(given.at, given.level, known)
