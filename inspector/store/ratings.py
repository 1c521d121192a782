"""The ratings of halls in the data file, each with its receipt; a later one never changes an earlier one."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from inspector.store.database import Database

KEPT = "select number, hall, at, level, valid_until, receipt from ratings"


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

    def latest(self, hall: str) -> Kept | None:
        """Return the rating last given to a hall; None when it was never given one."""
        row = self.database.one(f"{KEPT} where hall = ? order by number desc limit 1", hall)
        return _kept(row) if row else None

    def all(self) -> list[Kept]:
        """Return every rating, the first one first."""
        return [_kept(row) for row in self.database.rows(f"{KEPT} order by number")]


def _kept(row: tuple[Any, ...]) -> Kept:
    number, hall, at, level, until, receipt = row
    return Kept(number, hall, at, level, until, json.loads(receipt))
