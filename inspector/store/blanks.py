"""Forms, limits and schemes as inspections pinned them: plain data by digest, and a cache by source."""

import json
from typing import Any

from inspector.store.database import Database
from inspector.store.faults import stored_json


class Blanks:
    """The pinned blanks of a data file."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def by_source(self, kind: str, source: str) -> tuple[str, dict[str, Any]] | None:
        """Return digest and plain data parsed from sources with that digest; None when they were never parsed."""
        row = self.database.one("select digest, body from blanks where kind = ? and source = ?", kind, source)
        return (row[0], stored_json(row[1])) if row else None

    def by_digest(self, digest: str) -> dict[str, Any]:
        """Return pinned plain data; KeyError when the digest is unknown."""
        row = self.database.one("select body from blanks where digest = ?", digest)
        if row is None:
            raise KeyError(digest)
        body: dict[str, Any] = stored_json(row[0])
        return body

    def keep(self, kind: str, name: str, source: str, digest: str, plain: Any) -> None:
        """Keep plain data under its digest; the source it now comes from is noted."""
        self.database.write(
            "insert into blanks (digest, kind, name, source, body) values (?, ?, ?, ?, ?)"
            " on conflict (digest) do update set source = excluded.source",
            digest,
            kind,
            name,
            source,
            json.dumps(plain, ensure_ascii=False, separators=(",", ":"), default=str),
        )
