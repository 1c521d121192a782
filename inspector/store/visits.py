"""Mystery visits in the data file: those made so far, and what second readers said of them."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from inspector.inspection.frequency import PastVisit
from inspector.inspection.hall import Inspector
from inspector.inspection.validity import Reading
from inspector.inspection.visit import Visit
from inspector.store.database import Database


class Visited(NamedTuple):
    """A mystery visit as a list knows it, the form named by digest."""

    inspection: str
    visit: str
    hall: str
    day: date
    shopper: str
    form: str

    def past(self, counts: Callable[[str], bool]) -> PastVisit:
        """Return it as history reads it; `counts` says of a form whether its visits are made in the hall."""
        return PastVisit(*self[:5], counts(self.form))


class Visits:
    """The mystery visits of a data file."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def visited(self, hall: str) -> list[Visited]:
        """Return the visits made to a hall, thrown-away drafts left out."""
        rows = self.database.rows(
            "select id, head ->> '$.visit.id', hall,"
            " substr(coalesce(head ->> '$.visit.marks[0].at', started_at), 1, 10),"
            " coalesce(head ->> '$.visit.shopper', ''), form from inspections"
            " where hall = ? and kind = 'mystery' and status <> 'discarded'"
            " and (status = 'finished' or head ->> '$.visit.marks[0].at' is not null) order by number",
            hall,
        )
        return [Visited(row[0], row[1] or row[0], row[2], date.fromisoformat(row[3]), *row[4:]) for row in rows]

    def latest(self) -> dict[str, tuple[date, str]]:
        """Return the day and the hall of the latest visit of every shopper, by code."""
        rows = self.database.rows(
            "select head ->> '$.visit.shopper',"
            " max(substr(coalesce(head ->> '$.visit.marks[0].at', started_at), 1, 10)), hall_name"
            " from inspections where kind = 'mystery' and status <> 'discarded'"
            " and coalesce(head ->> '$.visit.shopper', '') <> ''"
            " and (status = 'finished' or head ->> '$.visit.marks[0].at' is not null) group by 1"
        )
        return {row[0]: (date.fromisoformat(row[1]), row[2]) for row in rows}

    def every(self) -> dict[str, Visit]:
        """Return every visit by its inspection, thrown-away drafts left out."""
        rows = self.database.rows(
            "select id, head ->> '$.visit' from inspections"
            " where kind = 'mystery' and status <> 'discarded' and head ->> '$.visit' is not null"
        )
        return {row[0]: Visit.of_json(row[1]) for row in rows}

    def shoppers(self) -> list[str]:
        """Return the codes of those who made visits or are to make one."""
        rows = self.database.rows(
            "select distinct head ->> '$.visit.shopper' from inspections"
            " where kind = 'mystery' and status <> 'discarded' and head ->> '$.visit.shopper' is not null"
        )
        return [row[0] for row in rows]

    def read(self, inspection: str, reading: Reading) -> None:
        """Enter what a second reader said; the last word counts, none is lost."""
        self.database.write(
            "insert into readings (inspection, accepted, by_code, by_name, reason, at) values (?, ?, ?, ?, ?, ?)",
            inspection,
            int(reading.accepted),
            reading.by.code,
            reading.by.name,
            reading.reason,
            reading.at,
        )

    def readings(self, inspection: str) -> list[Reading]:
        """Return what second readers said of an inspection, the earliest first."""
        rows = self.database.rows(
            "select by_code, by_name, accepted, reason, at from readings where inspection = ? order by seq", inspection
        )
        return [Reading(Inspector(row[0], row[1]), bool(row[2]), row[3], row[4]) for row in rows]
