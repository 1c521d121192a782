"""What lists show: the headers of inspections, read without opening any, and without loading what opening needs."""

from typing import Any, NamedTuple

from inspector.store.database import Database


class Header(NamedTuple):
    """What lists show of an inspection without opening it."""

    id: str
    number: int
    status: str
    form: str
    form_name: str
    hall: str
    hall_name: str
    kind: str
    started_at: str
    changed_at: str
    finished_at: str
    last_item: str
    asked: int
    answered: int
    failed: int
    level: int | None
    total: str
    state: str
    visit: str = ""  # of an unfinished mystery visit, as JSON
    amends: str = ""  # the id of the inspection that this one puts right
    amended_by: int = 0  # the number of the finished one that puts this one right

    @property
    def ahead(self) -> bool:
        """Whether it is a mystery visit that is not over yet: nobody has left, nothing was told."""
        if not self.visit or self.answered:
            return False
        from inspector.inspection.visit import Visit  # noqa: PLC0415 - few first windows show one

        return Visit.of_json(self.visit).left is None

    def plain(self) -> dict[str, Any]:
        """Return the header as JSON-able data; what is known of a visit stays with the inspection."""
        return {key: value for key, value in self._asdict().items() if key != "visit"}


COLUMNS = (
    "i.id, i.number, i.status, i.form, b.name, i.hall, i.hall_name, i.kind, i.started_at, i.changed_at,"
    " coalesce(i.finished_at, ''), i.last_item, i.asked, i.answered, i.failed, i.level, i.total, i.state,"
    " case when i.kind = 'mystery' and i.status = 'draft' then coalesce(i.head ->> '$.visit', '') else '' end,"
    " i.amends, coalesce((select max(a.number) from inspections a where a.amends = i.id and a.amends <> ''"
    " and a.status = 'finished'), 0)"
)
HEADERS = f"select {COLUMNS} from inspections i join blanks b on b.digest = i.form"


class Headers:
    """The headers of a data file."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def headers(self, *, status: str | None = None, hall: str | None = None) -> list[Header]:
        """Return inspections, the latest first; optionally of one status or one hall."""
        where, values = [], []
        for column, value in (("i.status", status), ("i.hall", hall)):
            if value is not None:
                where.append(f"{column} = ?")
                values.append(value)
        clause = f" where {' and '.join(where)}" if where else ""
        rows = self.database.rows(f"{HEADERS}{clause} order by i.number desc", *values)
        return [Header(*row) for row in rows]

    def header(self, id_: str) -> Header | None:
        """Return one inspection's header."""
        row = self.database.one(f"{HEADERS} where i.id = ?", id_)
        return Header(*row) if row else None
