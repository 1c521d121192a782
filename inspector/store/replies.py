"""What halls reply after the seal: exact bytes, hashed, each naming the one before, signed with the laptop's key."""

import json
from typing import NamedTuple

from inspector.errors import InspectorError
from inspector.inspection.record import FIRST, canonical, sha256
from inspector.store.database import Database
from inspector.store.device import Device, signed_by
from inspector.wording import _


class Reply(NamedTuple):
    """A reply: to which inspection, who gives it, its words, when it was taken down and by whom."""

    number: int
    inspection: str
    name: str
    words: str
    at: str
    by_code: str


class Replies:
    """The replies of a data file."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def add(self, inspection: str, name: str, words: str, at: str, by_code: str) -> None:
        """Take down a reply to a sealed inspection."""
        device = Device(self.database.path.parent if self.database.path else None)
        with self.database.transaction() as connection:
            record = connection.execute(
                "select number, sha256 from sealed where inspection = ?", (inspection,)
            ).fetchone()
            if record is None:
                raise InspectorError(_("这次检查还没有封存，营业厅的意见请写在签字页上。"))
            last = connection.execute("select sha256 from replies order by number desc limit 1").fetchone()
            body = canonical(
                {
                    "schema": 1,
                    "inspection": inspection,
                    "record": {"number": record[0], "sha256": record[1]},
                    "name": name,
                    "words": words,
                    "at": at,
                    "by_code": by_code,
                    "device": device.public,
                    "previous": last[0] if last else FIRST,
                }
            )
            digest = sha256(body)
            connection.execute(
                "insert into replies (inspection, body, sha256, device, signature) values (?, ?, ?, ?, ?)",
                (inspection, body, digest, device.public, device.sign(digest)),
            )

    def of(self, inspection: str) -> list[Reply]:
        """Return what was replied to an inspection, the earliest first."""
        rows = self.database.rows("select number, body from replies where inspection = ? order by number", inspection)
        return [_reply(number, bytes(body)) for number, body in rows]

    def doubts(self) -> list[str]:
        """Return every reply that is not as it was signed, and every gap between them."""
        doubts, previous, number = [], FIRST, 0
        rows = self.database.rows(
            "select r.number, r.inspection, r.body, r.sha256, r.device, r.signature, coalesce(s.number, 0),"
            " coalesce(s.sha256, '') from replies r left join sealed s on s.inspection = r.inspection order by r.number"
        )
        for number, inspection, body, digest, device, signature, record, sealed in rows:
            told = _told(bytes(body))
            names = tuple(told.get(key) for key in ("inspection", "record", "previous", "device"))
            due = inspection, {"number": record, "sha256": sealed}, previous, device
            if sha256(bytes(body)) != digest or not signed_by(device, digest, bytes(signature)) or names != due:
                doubts.append(_("第 {n} 条营业厅答复被改过，或前后的答复少了。").format(n=number))
            previous = digest
        counted = self.database.one("select seq from sqlite_sequence where name = 'replies'")
        if counted and counted[0] != number:
            doubts.append(_("末尾的营业厅答复少了。"))
        return doubts


def _told(body: bytes) -> dict[str, object]:
    try:
        plain = json.loads(body)
    except ValueError:
        return {}
    return plain if isinstance(plain, dict) else {}


def _reply(number: int, body: bytes) -> Reply:
    told = json.loads(body)
    return Reply(number, *(told[key] for key in ("inspection", "name", "words", "at", "by_code")))
