"""调休 set by hand: days that are worked or off against the calendar."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from inspector.store.database import Database


class Workday(NamedTuple):
    """A day whose being worked was set by hand."""

    day: date
    works: bool
    note: str


class Workdays:
    """The days set by hand in a data file."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def days(self) -> list[Workday]:
        """Return every day set, the earliest first."""
        rows = self.database.rows("select day, works, note from workdays order by day")
        return [Workday(date.fromisoformat(day), bool(works), note) for day, works, note in rows]

    def keep(self, days: Iterable[Workday]) -> None:
        """Set days, all or none."""
        with self.database.transaction() as connection:
            for day in days:
                connection.execute(
                    "insert into workdays values (?, ?, ?) on conflict (day) do update set works = excluded.works,"
                    " note = excluded.note",
                    (day.day.isoformat(), int(day.works), day.note),
                )

    def remove(self, day: date) -> None:
        """Let a day follow the calendar again."""
        self.database.write("delete from workdays where day = ?", day.isoformat())
