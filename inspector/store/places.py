"""Halls, inspectors and settings of a data file."""

import json
from collections.abc import Callable, Iterable, Mapping

from inspector.inspection.hall import Hall, Inspector
from inspector.store.database import Database


class Places:
    """The lists a person keeps: halls (recently used first), inspectors, settings."""

    def __init__(self, database: Database, initials: Callable[[str], str]) -> None:
        self.database = database
        self.initials = initials
        self._settings: dict[str, str] | None = None

    def halls(self) -> list[tuple[Hall, str]]:
        """Return every hall with the pinyin initials of its name, the most recently used first."""
        rows = self.database.rows("select body, initials from halls order by used_at desc, name")
        return [(Hall.of(json.loads(body)), initials) for body, initials in rows]

    def hall(self, code: str) -> Hall | None:
        """Return a hall by its code."""
        row = self.database.one("select body from halls where code = ?", code)
        return Hall.of(json.loads(row[0])) if row else None

    def keep_halls(self, halls: Iterable[Hall]) -> None:
        """Add halls, or replace those of the same code, all or none."""
        with self.database.transaction() as connection:
            for hall in halls:
                body = json.dumps(hall.plain(), ensure_ascii=False)
                connection.execute(
                    "insert into halls (code, name, initials, body, used_at) values (?, ?, ?, ?, '')"
                    " on conflict (code) do update set name = excluded.name, initials = excluded.initials,"
                    " body = excluded.body",
                    (hall.code, hall.name, self.initials(hall.name), body),
                )

    def remove_hall(self, code: str) -> None:
        """Take a hall off the list; inspections keep their own copy."""
        self.database.write("delete from halls where code = ?", code)

    def inspectors(self) -> list[Inspector]:
        """Return every inspector, by code."""
        return [Inspector(*row) for row in self.database.rows("select code, name, unit from inspectors order by code")]

    def keep_inspectors(self, people: Iterable[Inspector]) -> None:
        """Add inspectors, or replace those of the same code, all or none."""
        with self.database.transaction() as connection:
            for person in people:
                connection.execute(
                    "insert into inspectors (code, name, unit) values (?, ?, ?)"
                    " on conflict (code) do update set name = excluded.name, unit = excluded.unit",
                    (person.code, person.name, person.unit),
                )

    def remove_inspector(self, code: str) -> None:
        """Take an inspector off the list; inspections keep their own copy."""
        self.database.write("delete from inspectors where code = ?", code)

    def settings(self) -> Mapping[str, str]:
        """Return every setting that was set; read once, since every tap asks for one."""
        if self._settings is None:
            self._settings = dict(self.database.rows("select key, value from settings"))
        return self._settings

    def set(self, key: str, value: str) -> None:
        """Set one setting."""
        self.database.write(
            "insert into settings (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
            key,
            value,
        )
        self._settings = None
