"""What is known of evidence beside the files themselves: what photos hide, and what was destroyed by rule."""

import json
from collections.abc import Iterable

from inspector.inspection.redaction import UNCLEARED, Clearance, Purged
from inspector.store.database import Database
from inspector.store.faults import stored_json


class Evidence:
    """Clearances and purges of a data file."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def clear(self, sha256: str, clearance: Clearance) -> None:
        """Enter what a photo hides and whether it may be published; the last word counts, none is lost."""
        self.database.write(
            "insert into clearances (sha256, regions, cleared, by_name, at) values (?, ?, ?, ?, ?)",
            sha256,
            json.dumps([region.plain() for region in clearance.regions]),
            int(clearance.cleared),
            clearance.by_name,
            clearance.at,
        )

    def clearance(self, sha256: str) -> Clearance:
        """Return how a photo stands."""
        row = self.database.one(
            "select regions, cleared, by_name, at from clearances where sha256 = ? order by seq desc limit 1", sha256
        )
        if row is None:
            return UNCLEARED
        plain = {"regions": stored_json(row[0]), "cleared": bool(row[1]), "by_name": row[2], "at": row[3]}
        return Clearance.of(plain)

    def purge(self, purged: Iterable[Purged]) -> None:
        """Enter what is destroyed, before it is: a file that is gone must be accounted for."""
        with self.database.transaction() as connection:
            for one in purged:
                connection.execute(
                    "insert or ignore into purges values (?, ?, ?, ?, ?)",
                    (one.sha256, one.kind, one.due, one.by_name, one.at),
                )

    def purged(self, sha256: str) -> list[Purged]:
        """Return what of a photo or sound was destroyed."""
        rows = self.database.rows("select * from purges where sha256 = ? order by at", sha256)
        return [Purged(*row) for row in rows]

    def purges(self) -> list[Purged]:
        """Return everything destroyed, the latest first."""
        return [Purged(*row) for row in self.database.rows("select * from purges order by at desc, sha256")]
