"""调休 by hand: days that a province works or rests against the State Council's notice."""

from datetime import date
from typing import TYPE_CHECKING

from inspector.errors import InspectorError
from inspector.inspection.deadline import OFFICIAL
from inspector.store.workdays import Workday, Workdays
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.actions.desk import Desk

__all__ = ["KeepingCalendar", "Workday"]


class KeepingCalendar:
    """The verbs of the days set by hand; they win over the official calendar."""

    def __init__(self, desk: "Desk") -> None:
        self.workdays = Workdays(desk.database)

    def days(self) -> list[Workday]:
        """Return every day set by hand, the earliest first."""
        return self.workdays.days()

    def day(self, day: date) -> Workday | None:
        """Return how a day was set by hand; None where it follows the notice."""
        return next((one for one in self.days() if one.day == day), None)

    def put(self, day: date, works: bool, note: str) -> None:
        """Set a day as worked or off; whoever reads a deadline later must see on what notice it rests."""
        if not note.strip():
            raise InspectorError(_("请写明依据，例如文件名称或文号。"))
        self.workdays.keep([Workday(day, works, note.strip())])

    def put_back(self, day: date) -> None:
        """Let a day follow the notice again."""
        self.workdays.remove(day)

    def against(self, day: date, works: bool) -> bool:
        """Return whether setting a day so would differ from the notice."""
        return OFFICIAL.works(day) != works
