"""The register of findings in the data file: how each stands, and who decided that, never changed afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass

from inspector.errors import InspectorError
from inspector.inspection.hall import Inspector
from inspector.inspection.register import Entry, after
from inspector.store.database import Database
from inspector.store.driver import Connection
from inspector.wording import _


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding as the register lists it: its severity when found, and the inspection it comes from."""

    entry: Entry
    severity: str
    number: int
    form: str
    hall: str
    hall_name: str
    finished_at: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a finding: confirm, reject, close or reopen; when and why."""

    act: str
    by: Inspector
    reason: str
    at: str


def enter(connection: Connection, inspection: str, found: Iterable[tuple[str, str]]) -> None:
    """Enter the findings (severity, item) of an inspection within a transaction already begun."""
    for severity, item in found:
        connection.execute(
            "insert into register (inspection, item, status, open, severity) values (?, ?, 'candidate', 1, ?)"
            " on conflict (inspection, item) do update set severity = excluded.severity",
            (inspection, item, severity),
        )
    connection.execute("update inspections set registered = 1 where id = ?", (inspection,))


class Register:
    """The findings that outlive their inspections."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def entries(self) -> list[Entry]:
        """Return how every finding stands."""
        rows = self.database.rows("select inspection, item, status, open from register")
        return [Entry(inspection, item, status, bool(is_open)) for inspection, item, status, is_open in rows]

    def unlisted(self) -> list[str]:
        """Return the ids of inspections finished before the register was kept, whose findings are not entered yet."""
        rows = self.database.rows(
            "select id from inspections where status = 'finished' and not registered order by number"
        )
        return [row[0] for row in rows]

    def enter(self, inspection: str, found: Iterable[tuple[str, str]]) -> None:
        """Enter the findings (severity, item) of an inspection as open candidates; those known stay as they stand."""
        with self.database.transaction() as connection:
            enter(connection, inspection, found)

    def listed(self) -> list[Listed]:
        """Return every finding, the latest inspection first; not those of a record that another one put right."""
        rows = self.database.rows(
            "select r.inspection, r.item, r.status, r.open, r.severity, i.number, i.form, i.hall, i.hall_name,"
            " coalesce(i.finished_at, '') from register r join inspections i on i.id = r.inspection"
            " where not exists (select 1 from inspections a where a.amends = i.id and a.amends <> ''"
            " and a.status = 'finished') order by i.number desc, r.severity, r.item"
        )
        return [Listed(Entry(row[0], row[1], row[2], bool(row[3])), *row[4:]) for row in rows]

    def decide(self, entry: Entry, decision: Decision, star: tuple[int | None, str]) -> Entry:
        """Write a decision, how the finding then stands and the star (level, state) that its inspection then has.

        All as one; refused if the finding stands otherwise by now.
        """
        now = after(entry, decision.act)
        with self.database.transaction() as connection:
            done = connection.execute(
                "update register set status = ?, open = ?"
                " where inspection = ? and item = ? and status = ? and open = ?",
                (now.status, int(now.open), entry.inspection, entry.item, entry.status, int(entry.open)),
            )
            if done.rowcount != 1:
                raise InspectorError(_("这个问题的状态刚刚变了，没有改动。"), _("请看过现状再决定。"))
            connection.execute(
                "insert into register_log (inspection, item, act, by_code, by_name, reason, at)"
                " values (?, ?, ?, ?, ?, ?, ?)",
                (
                    entry.inspection, entry.item, decision.act,
                    decision.by.code, decision.by.name, decision.reason, decision.at,
                ),
            )  # fmt: skip
            connection.execute("update inspections set level = ?, state = ? where id = ?", (*star, entry.inspection))
        return now

    def decisions(self, entry: Entry) -> list[Decision]:
        """Return what was decided about a finding, the earliest first."""
        rows = self.database.rows(
            "select act, by_code, by_name, reason, at from register_log where inspection = ? and item = ? order by seq",
            entry.inspection,
            entry.item,
        )
        return [Decision(act, Inspector(code, name), reason, at) for act, code, name, reason, at in rows]
