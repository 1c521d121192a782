"""What the data file holds beside the sealed bytes, compared with what those say."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from inspector.form.building import digest_of
from inspector.inspection.chain import Link
from inspector.inspection.record import canonical
from inspector.inspection.signing import ink_agrees
from inspector.store.database import Database
from inspector.store.driver import Error
from inspector.store.inspections import Inspections
from inspector.wording import _

BLANKS = ("form", "limits", "scheme")


LINKS = (
    "select number, inspection, body, sha256, previous, sealed.at, coalesce(device, ''), coalesce(signature, x'')"
    " from sealed left join signatures on signatures.record = sealed.number"
)


def links(database: Database) -> list[Link]:
    """Return every sealed record with its signature, in order of their numbers."""
    return [_link(*row) for row in database.rows(f"{LINKS} order by number")]


def link_of(database: Database, inspection: str) -> Link | None:
    """Return the sealed record of an inspection; None while it is a draft."""
    row = database.one(f"{LINKS} where inspection = ?", inspection)
    return _link(*row) if row else None


def sealed_measures(database: Database, inspections: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return the exact measures that were sealed with some inspections, by inspection; read inside the file."""
    marks = ", ".join("?" * len(inspections))
    rows = database.rows(
        f"select inspection, cast(body as text) ->> '$.rating.measures' from sealed where inspection in ({marks})",
        *inspections,
    )
    return {inspection: json.loads(measures or "{}") for inspection, measures in rows}


def mean_measures(database: Database, inspections: Sequence[str]) -> dict[str, float]:
    """Return the mean of each measure as it was printed for some finished inspections; what has no data is left out."""
    marks = ", ".join("?" * len(inspections))
    return dict(
        database.rows(
            "select topic, avg(cast(value as real)) from topic_summary"
            f" where inspection in ({marks}) and value glob '[0-9]*' group by topic",
            *inspections,
        )
    )


def _link(
    number: int, inspection: str, body: bytes, digest: str, previous: str, at: str, device: str, signature: bytes
) -> Link:
    return Link(number, inspection, bytes(body), digest, previous, at, device, bytes(signature))


def file_name(database: Database) -> str:
    """Return the name a data file was given when it was made."""
    row = database.one("select name from data_file")
    return str(row[0]) if row else ""


def stray(database: Database) -> list[str]:
    """Return what is finished without a seal, sealed without being finished, or signed without a record."""
    doubts = [
        _("第 {n} 号检查标为已完成，却没有封存记录。").format(n=number)
        for (number,) in database.rows(
            "select number from inspections where status = 'finished'"
            " and id not in (select inspection from sealed) order by number"
        )
    ]
    doubts += [
        _("第 {n} 条封存记录的检查不在，或不再标为已完成。").format(n=number)
        for (number,) in database.rows(
            "select number from sealed where inspection not in"
            " (select id from inspections where status = 'finished') order by number"
        )
    ]
    orphans = database.rows("select record from signatures where record not in (select number from sealed)")
    return doubts + [_("第 {n} 条的签名还在，记录不在了。").format(n=number) for (number,) in orphans]


def row_doubts(database: Database, link: Link) -> list[str]:
    """Return what screens would show of an inspection otherwise than its sealed record says."""
    told, id_ = link.told, link.inspection
    checks: dict[str, Callable[[], bool]] = {
        _("表头"): lambda: _header_agrees(database, link, told),
        _("作答"): lambda: _entries(database, id_, "answer") == told.get("answers"),
        _("厅情"): lambda: _entries(database, id_, "fact") == told.get("facts"),
        _("修改记录"): lambda: _journal_agrees(database, id_, told),
        _("专题得分"): lambda: _topics_agree(database, id_, told),
        _("签字"): lambda: ink_agrees(told),
    }
    return [
        f"{_('第 {n} 条').format(n=link.number)}：{_('{what}与封存的内容不符，被改过。').format(what=what)}"
        for what, check in checks.items()
        if not _holds(check)
    ]


def _holds(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except (ValueError, TypeError, Error):
        return False  # what a forger wrote need not be JSON, nor even text


def _header_agrees(database: Database, link: Link, told: Mapping[str, Any]) -> bool:
    row = database.one(
        "select head, hall, hall_name, kind, started_at, finished_at, level, state, total, form, limits, scheme,"
        " amends from inspections where id = ?",
        link.inspection,
    )
    if row is None:
        return False
    head, *columns = row
    said = told.get("head", {})
    hall, rating = said.get("hall", {}), told.get("rating", {})
    total = rating.get("total", columns[7])  # records sealed before signing do not say it
    expected = [
        hall.get("code"), hall.get("name"), said.get("kind"), _to_the_millisecond(told.get("started_at")), link.at,
        rating.get("level"), rating.get("state"), total, *(told.get(kind, {}).get("digest") for kind in BLANKS),
        (said.get("amends") or {}).get("id", ""),
    ]  # fmt: skip
    return _same(json.loads(head), said) and columns == expected


def _to_the_millisecond(moment: Any) -> str:
    return datetime.fromisoformat(str(moment)).isoformat(timespec="milliseconds")


def _entries(database: Database, inspection: str, kind: str) -> Any:
    rows = database.rows("select key, body from entries where inspection = ? and kind = ?", inspection, kind)
    return json.loads(canonical({key: json.loads(body) for key, body in rows}))


def _journal_agrees(database: Database, inspection: str, told: Mapping[str, Any]) -> bool:
    journal = told.get("journal")
    if not isinstance(journal, dict):  # sealed before signing: only its last number is known
        last = database.one("select coalesce(max(seq), 0) from journal where inspection = ?", inspection)
        return last == (journal,)
    return Inspections(database).journal_hash(inspection) == journal.get("sha256")


def _topics_agree(database: Database, inspection: str, told: Mapping[str, Any]) -> bool:
    topics = told.get("rating", {}).get("topics")
    rows = database.rows("select topic, value, earned, base from topic_summary where inspection = ?", inspection)
    return topics is None or {topic: list(values) for topic, *values in rows} == topics


def blank_doubts(database: Database) -> list[str]:
    """Return the forms, limits and schemes that are no longer what their digest says."""
    rows = database.rows("select kind, name, digest, body from blanks where kind in ('form', 'limits', 'scheme')")
    return [
        _("检查表、时限或星级规范 {name} 被改过。").format(name=name)
        for _kind, name, digest, body in rows
        if not _holds(partial(_is_its_digest, body, digest))
    ]


def _is_its_digest(body: str, digest: str) -> bool:
    return digest_of(json.loads(body)) == digest


def _same(one: Any, other: Any) -> bool:
    return canonical(one) == canonical(other)
