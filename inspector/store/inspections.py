"""Inspections in the data file: each tap one transaction of answer row, journal row and header."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from inspector.errors import InspectorError
from inspector.inspection.answer import Answer
from inspector.inspection.change import Change, answer_from_plain
from inspector.inspection.inspection import Head
from inspector.inspection.progress import Count
from inspector.inspection.record import FIRST, Place, canonical, sha256
from inspector.inspection.register import Entry
from inspector.inspection.trail import Made
from inspector.store.device import ChainHead, Device
from inspector.store.faults import stored_json
from inspector.store.headers import Header, Headers
from inspector.store.register import Register, enter
from inspector.wording import _

JOURNAL = "seq, kind, key, field, before, after, at, elapsed_ms, undoes, redoes, by_code"
WHO = "coalesce((select value from settings where key = 'inspector'), '')"


@dataclass(frozen=True, slots=True)
class Stored:
    """An inspection as its rows hold it; the blanks are named by digest."""

    header: Header
    limits: str
    scheme: str
    head: Head
    facts: Mapping[str, bool]
    answers: Mapping[str, Answer]
    seq: int


@dataclass(frozen=True, slots=True)
class Seal:
    """A sealed record's place in the chain."""

    number: int
    sha256: str
    previous: str
    at: str


Compose = Callable[[Place], bytes]


class Inspections(Headers):
    """The inspections of a data file."""

    def start(
        self,
        id_: str,
        blanks: Mapping[str, str],
        head: Head,
        facts: Mapping[str, bool],
        at: str,
        asked: int,
        answers: Mapping[str, Any] | None = None,
    ) -> None:
        """Create a draft, with the answers of the inspection it amends if any; `blanks` are named by digest."""
        with self.database.transaction() as connection:
            connection.execute(
                "insert into inspections (id, number, status, form, limits, scheme, head, hall, hall_name, kind,"
                " started_at, changed_at, asked, amends)"
                " select ?, coalesce(max(number), 0) + 1, 'draft', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from inspections",
                (
                    id_, blanks["form"], blanks["limits"], blanks["scheme"], _json(head.plain()),
                    head.hall.code, head.hall.name, head.kind, at, at, asked, head.amends.id if head.amends else "",
                ),
            )  # fmt: skip
            for kind, entries in (("fact", facts), ("answer", answers or {})):
                for key, value in entries.items():
                    connection.execute("insert into entries values (?, ?, ?, ?)", (id_, kind, key, _json(value)))
            connection.execute("update halls set used_at = ? where code = ?", (at, head.hall.code))

    def record(self, id_: str, change: Change, count: Count, elapsed_ms: int) -> Change:
        """Write a change, its journal row and the header in one transaction; return it with its sequence number."""
        return self.database.making_room(lambda: self._record(id_, change, count, elapsed_ms))

    def _record(self, id_: str, change: Change, count: Count, elapsed_ms: int) -> Change:
        with self.database.transaction() as connection:
            last = change.key if change.kind == "answer" else None
            header = connection.execute(
                "update inspections set changed_at = ?, last_item = coalesce(?, last_item), asked = ?, answered = ?,"
                " failed = ? where id = ? and status = 'draft' returning number",
                (change.at, last, count.asked, count.answered, count.failed, id_),
            ).fetchone()
            if header is None:
                _refuse_closed(connection, id_)
            if change.kind == "head":
                self._write_head(connection, id_, change)
            elif change.after is None:
                connection.execute(
                    "delete from entries where inspection = ? and kind = ? and key = ?", (id_, change.kind, change.key)
                )
            else:
                connection.execute(
                    "insert into entries values (?, ?, ?, ?)"
                    " on conflict (inspection, kind, key) do update set body = excluded.body",
                    (id_, change.kind, change.key, _json(change.after)),
                )
            cursor = connection.execute(
                "insert into journal"
                " (inspection, kind, key, field, before, after, at, elapsed_ms, undoes, redoes, by_code)"
                f" values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {WHO})",
                (
                    id_, change.kind, change.key, change.field, _json(change.before), _json(change.after),
                    change.at, elapsed_ms, change.undoes, change.redoes,
                ),
            )  # fmt: skip
            return replace(change, seq=cursor.lastrowid)

    def _write_head(self, connection: Any, id_: str, change: Change) -> None:
        body = stored_json(connection.execute("select head from inspections where id = ?", (id_,)).fetchone()[0])
        body[change.key] = change.after
        if change.after is None:  # as the head itself leaves out what is not there
            del body[change.key]
        connection.execute(
            "update inspections set head = ?, hall = ?, hall_name = ?, kind = ? where id = ?",
            (_json(body), body["hall"]["code"], body["hall"]["name"], body["kind"], id_),
        )

    def visited(self, id_: str, item: str) -> None:
        """Note at which item a person is, so that the next start opens there.

        Not flushed by itself: the next answer's commit carries it to the disk, and a power cut in between costs nothing
        but the place. A flush of its own would double the time of a tap that moves on to the next item.
        """
        with self.database.unflushed():
            self.database.write("update inspections set last_item = ? where id = ? and status = 'draft'", item, id_)

    def load(self, id_: str) -> Stored:
        """Return an inspection's rows; KeyError when there is none with that id."""
        header = self.header(id_)
        if header is None:
            raise KeyError(id_)
        limits, scheme, head = self.database.rows("select limits, scheme, head from inspections where id = ?", id_)[0]
        entries = self.database.rows("select kind, key, body from entries where inspection = ?", id_)
        seq = self.database.rows("select coalesce(max(seq), 0) from journal where inspection = ?", id_)[0][0]
        facts = {key: stored_json(body) for kind, key, body in entries if kind == "fact"}
        answers = {key: answer_from_plain(stored_json(body)) for kind, key, body in entries if kind == "answer"}
        return Stored(header, limits, scheme, Head.of(stored_json(head)), facts, answers, seq)

    def journal(self, id_: str) -> list[Change]:
        """Return every change of an inspection, oldest first."""
        rows = self.database.rows(
            "select kind, key, before, after, field, seq, at, undoes, redoes from journal"
            " where inspection = ? order by seq",
            id_,
        )
        return [Change(row[0], row[1], stored_json(row[2]), stored_json(row[3]), *row[4:]) for row in rows]

    def made(self, id_: str) -> list[Made]:
        """Return every change of an inspection with its clocks and who made it, oldest first."""
        rows = self.database.rows("select seq, elapsed_ms, by_code from journal where inspection = ? order by seq", id_)
        known = {change.seq: change for change in self.journal(id_)}
        return [Made(known[seq], elapsed_ms, by_code) for seq, elapsed_ms, by_code in rows]

    def whole_journal(self, id_: str) -> list[Change]:
        """Return the same, after every change of the inspection that it amends."""
        row = self.database.one("select amends from inspections where id = ?", id_)
        earlier = self.whole_journal(row[0]) if row and row[0] else []
        return [*earlier, *self.journal(id_)]

    def move(self, id_: str, status: str, at: str) -> None:
        """Put a draft into the bin, or take it out again; a finished inspection stays where it is."""
        self.database.write(
            "update inspections set status = ?, changed_at = ? where id = ? and status <> 'finished'", status, at, id_
        )

    # Sealing.

    def chain_end(self) -> tuple[int, str]:
        """Return the number the next sealed record takes and the hash it must name."""
        row = self.database.one("select number, sha256 from sealed order by number desc limit 1")
        return (row[0] + 1, row[1]) if row else (1, FIRST)

    def seal(self, id_: str, compose: Compose, at: str, summary: Mapping[str, Any]) -> Seal:
        """Finish an inspection: sealed bytes, header and topic summary in one transaction.

        `compose` makes the bytes from the record's place in the chain, which is known only inside it. The head of the
        chain is noted afterwards: it may lag behind the data file, never run ahead of it.
        """
        return self.database.making_room(lambda: self._seal(id_, compose, at, summary))

    def _seal(self, id_: str, compose: Compose, at: str, summary: Mapping[str, Any]) -> Seal:
        device = Device(self.database.path.parent if self.database.path else None)
        with self.database.transaction() as connection:
            _refuse_closed(connection, id_)
            number, previous = self.chain_end()
            body = compose(Place(number, previous, device.public, self.journal_hash(id_)))
            seal = Seal(number, sha256(body), previous, at)
            connection.execute(
                "insert into sealed (number, inspection, body, sha256, previous, at) values (?, ?, ?, ?, ?, ?)",
                (seal.number, id_, body, seal.sha256, seal.previous, seal.at),
            )
            connection.execute(
                "insert into signatures (record, device, signature) values (?, ?, ?)",
                (seal.number, device.public, device.sign(seal.sha256)),
            )
            connection.execute(
                "update inspections set status = 'finished', finished_at = ?, changed_at = ?, level = ?, total = ?,"
                " state = ? where id = ?",
                (seal.at, seal.at, summary["level"], summary["total"], summary["state"], id_),
            )
            enter(connection, id_, summary["findings"])
            for topic, (value, earned, base) in summary["topics"].items():
                connection.execute(
                    "insert into topic_summary values (?, ?, ?, ?, ?)", (id_, topic, value, earned, base)
                )
            (file,) = connection.execute("select name from data_file").fetchone()
        device.keep_head(ChainHead(file, seal.number, seal.sha256, device.public))
        return seal

    def journal_hash(self, id_: str) -> str:
        """Return the hash of an inspection's whole journal, row by row as it stands."""
        rows = self.database.rows(f"select {JOURNAL} from journal where inspection = ? order by seq", id_)
        return sha256(canonical(rows))

    def sealed(self, id_: str) -> tuple[Seal, bytes] | None:
        """Return a finished inspection's seal and exact bytes."""
        row = self.database.one("select number, sha256, previous, at, body from sealed where inspection = ?", id_)
        return (Seal(*row[:4]), bytes(row[4])) if row else None

    def register(self) -> list[Entry]:
        """Return everything the register holds."""
        return Register(self.database).entries()

    def topic_values(self, id_: str) -> dict[str, str]:
        """Return the printed value of each topic of a finished inspection."""
        return dict(self.database.rows("select topic, value from topic_summary where inspection = ?", id_))

    def hall_history(self, hall: str, before: str) -> list[str]:
        """Return the ids of a hall's finished inspections before another one, the latest first; none that was amended.

        By their running numbers: a laptop's clock may be set back, or stand in another zone. An amendment stands where
        the record stood that it puts right.
        """
        while (row := self.database.one("select amends from inspections where id = ?", before)) and row[0]:
            before = row[0]
        rows = self.database.rows(
            "select id from inspections where hall = ? and status = 'finished'"
            " and number < (select number from inspections where id = ?) and id not in"
            " (select amends from inspections where amends <> '' and status = 'finished') order by number desc",
            hall,
            before,
        )
        return [row[0] for row in rows]


def _refuse_closed(connection: Any, id_: str) -> None:
    """Refuse to write into an inspection that was sealed or thrown away, perhaps by another window."""
    row = connection.execute("select status from inspections where id = ?", (id_,)).fetchone()
    if row is None:
        raise KeyError(id_)
    if row[0] == "finished":
        raise InspectorError(_("这次检查已封存，不能再改。"))
    if row[0] == "discarded":
        raise InspectorError(_("这次检查在回收站里，不能改。"), _("请先把它放回草稿。"))


def _json(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
