"""A sealed data folder, and somebody with every right on the machine who changes it, each time in one way."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nacl.signing import SigningKey

from inspector.actions.amending import reply
from inspector.actions.desk import Desk
from inspector.actions.verifying import Proof, prove
from inspector.inspection.answer import Photo, Verdict
from inspector.inspection.inspection import Head
from inspector.inspection.record import FIRST, canonical, sha256
from inspector.store.database import FILE, open_database
from inspector.store.device import DOMAIN, HEAD, ChainHead, read_head
from inspector.store.driver import Connection
from inspector.vault.vault import Vault
from tests.conftest import HALL, Ticking, conform_to_everything

RECORDS = 4


@dataclass(frozen=True)
class Sealed:
    """A folder with sealed inspections, the head kept apart, and a copy from before the last seal."""

    folder: Path
    older: Path
    head: ChainHead

    def verified(self, folder: Path) -> Proof:
        database = open_database(folder)
        try:
            return prove(database, Vault(folder / "vault"), self.head)
        finally:
            database.close()


def sealed_folder(place: Path) -> Sealed:
    """Seal a few short inspections with photos; the folder from before the last one is kept."""
    folder, older = place / "data", place / "older"
    desk = Desk.at(folder, Ticking())
    for number in range(RECORDS):
        inspecting = desk.start("signage", Head(HALL))
        photo = desk.vault.keep(b"a photo" * (number + 50))
        inspecting.attach("SG-01", Photo(photo, "门头.jpg"))
        inspecting.judge("SG-02", Verdict.FAIL)
        inspecting.note("SG-02", f"第 {number} 次：公示栏缺电价表。")
        conform_to_everything(inspecting)
        inspecting.sign("hall", "赵敏", ((100, 200, 300, 100 + number),))
        if number == RECORDS - 1:
            desk.database.rows("pragma wal_checkpoint(truncate)")
            shutil.copytree(folder, older)
        inspecting.finish()
        reply(desk, inspecting.inspection.id, "赵敏", f"第 {number} 次的公示栏已补齐。")
    desk.close()
    head = read_head(place / "data.apart" / HEAD)
    assert head is not None
    return Sealed(folder, older, head)


@contextmanager
def forced(folder: Path) -> Iterator[Connection]:
    """Open the data file as a forger does: without our triggers."""
    database = open_database(folder)
    for (name,) in database.rows("select name from sqlite_master where type = 'trigger'"):
        database.connection.execute(f"drop trigger {name}")
    database.connection.execute("pragma foreign_keys = off")
    try:
        yield database.connection
    finally:
        database.close()


def other_byte(content: bytes, chance: random.Random) -> bytes:
    """Change one byte."""
    place = chance.randrange(len(content))
    return content[:place] + bytes([content[place] ^ chance.randrange(1, 256)]) + content[place + 1 :]


# Columns that hold what was sealed, and the rows in which they do.
CELLS = [
    ("sealed", "body", "true"), ("sealed", "sha256", "true"), ("sealed", "previous", "true"), ("sealed", "at", "true"),
    ("sealed", "inspection", "true"), ("signatures", "signature", "true"), ("signatures", "device", "true"),
    ("entries", "body", "true"), ("entries", "key", "true"), ("journal", "before", "before is not null"),
    ("journal", "after", "after is not null"), ("journal", "at", "true"), ("journal", "key", "true"),
    ("inspections", "head", "true"), ("inspections", "hall_name", "true"), ("inspections", "total", "total <> ''"),
    ("inspections", "state", "state <> ''"), ("inspections", "finished_at", "finished_at is not null"),
    ("topic_summary", "value", "true"), ("topic_summary", "earned", "true"), ("replies", "body", "true"),
    ("replies", "sha256", "true"), ("replies", "signature", "true"), ("replies", "device", "true"),
    ("replies", "inspection", "true"),
]  # fmt: skip


def change_a_byte(folder: Path, chance: random.Random) -> str:
    table, column, where = chance.choice(CELLS)
    with forced(folder) as connection:
        key = "rowid" if table in {"sealed", "signatures", "journal", "inspections", "replies"} else None
        columns = f"{key}, {column}" if key else f"inspection, {'key' if table == 'entries' else 'topic'}, {column}"
        finished = (
            ""
            if table == "signatures"
            else f" and {'id' if table == 'inspections' else 'inspection'} in" + (" (select inspection from sealed)")
        )
        *keys, value = chance.choice(
            connection.execute(f"select {columns} from {table} where {where}{finished}").fetchall()
        )
        content = bytes(value) if isinstance(value, bytes) else str(value).encode()
        forged: Any = other_byte(content, chance)
        cast = "?" if isinstance(value, bytes) else "cast(? as text)"
        found = f"{key} = ?" if key else f"inspection = ? and {'key' if table == 'entries' else 'topic'} = ?"
        connection.execute(f"update {table} set {column} = {cast} where {found}", (forged, *keys))
    return f"one byte of {table}.{column}"


def change_a_level(folder: Path, chance: random.Random) -> str:
    with forced(folder) as connection:
        connection.execute(
            "update inspections set level = coalesce(level, 0) + 1 where rowid ="
            " (select rowid from inspections order by random() limit 1)"
        )
    return "a higher star in the list"


def claim_an_amendment(folder: Path, chance: random.Random) -> str:
    """Let one record say in the lists that it puts another one right, so that the other counts no longer."""
    one, other = chance.sample(range(1, RECORDS + 1), 2)
    with forced(folder) as connection:
        connection.execute(
            "update inspections set amends = (select inspection from sealed where number = ?)"
            " where id = (select inspection from sealed where number = ?)",
            (one, other),
        )
    return "an amendment nobody made"


def delete_a_row(folder: Path, chance: random.Random) -> str:
    table = chance.choice(["sealed", "signatures", "entries", "journal", "inspections", "topic_summary", "replies"])
    with forced(folder) as connection:
        count = connection.execute(f"select count(*) from {table}").fetchone()[0]
        keys = {"entries": "inspection || kind || key", "topic_summary": "inspection || topic"}.get(table, "rowid")
        connection.execute(
            f"delete from {table} where {keys} = (select {keys} from {table} limit 1 offset ?)",
            (chance.randrange(count),),
        )
    return f"a row of {table} deleted"


def delete_an_inspection(folder: Path, chance: random.Random) -> str:
    """Remove every trace of one, and close the gap in the numbers."""
    number = chance.randrange(1, RECORDS + 1)
    with forced(folder) as connection:
        (id_,) = connection.execute("select inspection from sealed where number = ?", (number,)).fetchone()
        for table in ("sealed", "entries", "journal", "topic_summary", "register", "replies"):
            connection.execute(f"delete from {table} where inspection = ?", (id_,))
        connection.execute("delete from signatures where record = ?", (number,))
        connection.execute("delete from inspections where id = ?", (id_,))
        if chance.random() < 0.5:
            for later in range(number + 1, RECORDS + 1):
                connection.execute("update sealed set number = number - 1 where number = ?", (later,))
                connection.execute("update signatures set record = record - 1 where record = ?", (later,))
    return "an inspection deleted without a trace"


def reorder(folder: Path, chance: random.Random) -> str:
    one, other = chance.sample(range(1, RECORDS + 1), 2)
    with forced(folder) as connection:
        for table, column in (("sealed", "number"), ("signatures", "record")):
            for old, new in ((one, -1), (other, one), (-1, other)):
                connection.execute(f"update {table} set {column} = ? where {column} = ?", (new, old))
    return "two records changed places"


def replay(folder: Path, chance: random.Random) -> str:
    """Enter a good record once more, as if it had been sealed last."""
    number = chance.randrange(1, RECORDS + 1)
    with forced(folder) as connection:
        connection.execute(
            "insert into inspections select id || 'x', number + 100, status, form, limits, scheme, head, hall,"
            " hall_name, kind, started_at, changed_at, finished_at, last_item, asked, answered,"
            " failed, level, total, state, registered, amends from inspections"
            " where id = (select inspection from sealed where number = ?)",
            (number,),
        )
        connection.execute(
            "insert into sealed select ?, inspection || 'x', body, sha256 || 'x', previous, at from sealed"
            " where number = ?",
            (RECORDS + 1, number),
        )
        connection.execute(
            "insert into signatures (record, device, signature) select ?, device, signature from signatures"
            " where record = ?",
            (RECORDS + 1, number),
        )
    return "a record replayed"


def rewrite(folder: Path, chance: random.Random) -> str:
    """Raise a verdict everywhere it stands, chain the rest anew, and sign all with a key of one's own."""
    number, key = chance.randrange(1, RECORDS + 1), SigningKey.generate()
    device, previous = key.verify_key.encode().hex(), FIRST
    sign = chance.random() < 0.5
    with forced(folder) as connection:
        rows = connection.execute("select number, inspection, body from sealed order by number").fetchall()
        for at, inspection, body in rows:
            told = json.loads(bytes(body))
            if at == number:
                told["answers"]["SG-02"] = {"verdict": "conform"}
                connection.execute(
                    "update entries set body = ? where inspection = ? and key = 'SG-02'",
                    ('{"verdict":"conform"}', inspection),
                )
            told |= {"previous": previous} | ({"device": device} if sign else {})
            forged = canonical(told)
            previous_of, previous = previous, sha256(forged)
            connection.execute(
                "update sealed set body = ?, sha256 = ?, previous = ? where number = ?",
                (forged, previous, previous_of, at),
            )
            if sign:
                signature = key.sign(DOMAIN + previous.encode()).signature
                connection.execute(
                    "update signatures set device = ?, signature = ? where record = ?", (device, signature, at)
                )
    return "the whole chain rewritten" + (" and signed with another key" if sign else "")


def touch_a_photo(folder: Path, chance: random.Random) -> str:
    photo = chance.choice(Vault(folder / "vault").files())
    if chance.random() < 0.2:
        photo.unlink()
        return "a photo deleted"
    photo.write_bytes(other_byte(photo.read_bytes(), chance))
    return "one byte of a photo"


def touch_a_page(folder: Path, chance: random.Random) -> str:
    """Change one byte of the file itself, where it holds a sealed record."""
    with forced(folder) as connection:
        bodies = [bytes(body) for (body,) in connection.execute("select body from sealed").fetchall()]
    content = bytearray((folder / FILE).read_bytes())
    body, found = chance.choice(bodies), -1
    while found < 0:  # a piece that lies whole in one page, and nowhere else: not in one that is free by now
        begin = chance.randrange(len(body) - 40)
        piece = body[begin : begin + 40]
        found = content.find(piece) if content.count(piece) == 1 else -1
    content[found + chance.randrange(40)] ^= chance.randrange(1, 256)
    (folder / FILE).write_bytes(content)
    return "one byte of a page"


Forgery = Callable[[Path, random.Random], str]
FORGERIES: list[tuple[Forgery, int]] = [
    (change_a_byte, 50), (change_a_level, 3), (claim_an_amendment, 3), (delete_a_row, 10), (delete_an_inspection, 5),
    (reorder, 5), (replay, 3), (rewrite, 8), (touch_a_photo, 10), (touch_a_page, 6),
]  # fmt: skip
