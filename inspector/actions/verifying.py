"""Verifying a data folder, a data file or a backup: what holds, and what does not, in plain words."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.errors import InspectorError
from inspector.inspection.chain import Link, chain_doubts, devices, head_doubts
from inspector.paths import apart_from
from inspector.rating.receipt import differences
from inspector.store.copies import opened_copy
from inspector.store.database import FILE, Database
from inspector.store.device import HEAD, ChainHead, read_head, signed_by
from inspector.store.driver import Error
from inspector.store.evidence import Evidence
from inspector.store.proving import blank_doubts, file_name, links, row_doubts, stray
from inspector.store.ratings import Ratings
from inspector.store.replies import Replies
from inspector.vault.vault import Vault
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.inspection.redaction import Purged

VAULT = "vault"
STATES = {"missing": "不见了", "altered": "被改过"}


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found: sentences of what holds, and of what does not."""

    holds: tuple[str, ...]
    doubts: tuple[str, ...]


def verify(path: Path, head: Path | None = None, progress: Callable[[float], None] = lambda _share: None) -> Proof:
    """Verify a data folder, backup or data file, which is not touched; `head` names a chain head kept elsewhere.

    Raises InspectorError when there is nothing that could be read.
    """
    folder = path if path.is_dir() else path.parent
    kept = _head(folder, head)
    vault = folder / VAULT if (folder / VAULT).is_dir() else folder.parent / VAULT  # a rolling backup shares one
    with opened_copy(path / FILE if path.is_dir() else path) as database:
        return prove(database, Vault(vault), kept, progress)


def prove(
    database: Database, vault: Vault, head: ChainHead | None, progress: Callable[[float], None] = lambda _share: None
) -> Proof:
    """Prove an open data file and its vault against their seals, and against a chain head kept apart."""
    holds: list[str] = []
    doubts = [*database.incidents]
    try:
        doubts += _damage(database)
        chain = links(database)
        doubts += [*chain_doubts(chain, signed_by), *stray(database)]
        doubts += [*head_doubts(chain, head.number, head.sha256), *_foreign_head(database, head)] if head else []
        photos = 0
        for place, link in enumerate(chain, 1):
            if link.sound:
                shown = _evidence(link)
                photos += len(shown)
                doubts += [*row_doubts(database, link), *_evidence_doubts(link, shown, vault, Evidence(database))]
            progress(place / (len(chain) + 1))
        doubts += [*blank_doubts(database), *_receipt_doubts(database), *Replies(database).doubts()]
        holds = _holding(chain, head, photos)
    except (Error, InspectorError) as fault:
        doubts.append(_("数据文件读不到底：{what}。").format(what=fault))
    return Proof(tuple(holds), tuple(doubts))


def _head(folder: Path, named: Path | None) -> ChainHead | None:
    found = read_head(named or apart_from(folder.resolve()) / HEAD)
    if named and found is None:
        raise InspectorError(_("链头文件 {path} 读不出来。").format(path=named))
    return found


def _damage(database: Database) -> list[str]:
    found = [row[0] for row in database.rows("pragma integrity_check(20)")]
    return [] if found == ["ok"] else [_("数据文件有损坏：{what}。").format(what="；".join(map(str, found)))]


def _foreign_head(database: Database, head: ChainHead) -> list[str]:
    if file_name(database) in {head.file, ""}:
        return []
    return [_("这份数据文件不是链头所记的那一份，是另外建的。")]


def _evidence(link: Link) -> list[str]:
    answers: dict[str, Any] = link.told.get("answers") or {}
    kept = [one for answer in answers.values() for kind in ("photos", "documents") for one in answer.get(kind, ())]
    return [one["sha256"] for one in kept]


def _evidence_doubts(link: Link, shown: list[str], vault: Vault, evidence: Evidence) -> list[str]:
    doubts = []
    for sha256 in dict.fromkeys(shown):
        state = vault.state(sha256)
        gone: list[Purged] = evidence.purged(sha256) if state == "missing" else []
        if state != "ok" and not gone:
            doubts.append(
                _("第 {n} 条：佐证 {hash} {what}。").format(n=link.number, hash=sha256[:16], what=_(STATES[state]))
            )
    return doubts


def _receipt_doubts(database: Database) -> list[str]:
    return [
        _("{at} 的营业厅评定与重算不符：{what}").format(at=kept.at[:10], what="；".join(found))
        for kept in Ratings(database).all()
        if (found := differences(kept.receipt))
    ]


def _holding(chain: list[Link], head: ChainHead | None, photos: int) -> list[str]:
    signed = [link for link in chain if link.signature]
    told = [
        _("封存 {n} 条，其中有签名 {signed} 条；引用佐证 {photos} 件。").format(
            n=len(chain), signed=len(signed), photos=photos
        )
    ]
    told += [
        _("自第 {n} 条起由密钥 {key} 签名。").format(n=number, key=device[:16]) for number, device in devices(chain)
    ]
    if head is None:
        told.append(_("旁边没有另存的链头：查不出整份数据是否被换成了较早的副本。"))
    else:
        told.append(_("另存的链头：第 {n} 条 {hash}。").format(n=head.number, hash=head.sha256[:16]))
    return told
