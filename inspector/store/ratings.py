"""The ratings of halls in the data file, each with its receipt; a later one never changes an earlier one."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from inspector.store.database import Database


@dataclass(frozen=True, slots=True)
class Kept:
    """A rating that was given to a hall."""

    number: int
    hall: str
    at: str
    level: int | None
    valid_until: str
    receipt: Mapping[str, Any]


class Ratings:
    """The ratings given so far."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def keep(self, kept: Kept, scheme: str) -> None:
        """Keep a rating under the next number; `scheme` is the digest of its scheme."""
        self.database.write(
            "insert into ratings (hall, at, scheme, level, valid_until, receipt) values (?, ?, ?, ?, ?, ?)",
            kept.hall,
            kept.at,
            scheme,
            kept.level,
            kept.valid_until,
            json.dumps(kept.receipt, ensure_ascii=False, separators=(",", ":")),
        )

    def of_hall(self, hall: str) -> list[Kept]:
        """Return the ratings of a hall, the latest first."""
        rows = self.database.rows(
            "select number, hall, at, level, valid_until, receipt from ratings where hall = ? order by number desc",
            hall,
        )
        return [Kept(number, code, at, level, until, json.loads(body)) for number, code, at, level, until, body in rows]
