"""Putting a sealed inspection right: a new record that names the old one and says why; the old one stays."""

from dataclasses import replace
from typing import TYPE_CHECKING

import uuid_utils

from inspector.actions.inspecting import Inspecting
from inspector.errors import InspectorError
from inspector.inspection.amended import Amended
from inspector.inspection.change import answer_to_plain
from inspector.inspection.progress import count
from inspector.store.replies import Replies, Reply
from inspector.wording import _

__all__ = ["Reply", "amend", "replies", "reply"]

if TYPE_CHECKING:
    from inspector.actions.desk import Desk
    from inspector.store.headers import Header


def amend(desk: "Desk", id_: str, reason: str) -> Inspecting:
    """Begin an amendment of a sealed inspection: a draft with its answers, on its day, under the same blanks.

    Refused without a reason, and while there is another amendment of the same inspection.
    """
    old, seal = desk.open(id_), desk.seal_of(id_)
    if seal is None:
        raise InspectorError(_("这次检查还没有封存，直接改就行。"))
    if not reason.strip():
        raise InspectorError(_("请写明为什么要更正。"))
    header = _refuse_amended(desk, id_)
    named = Amended(
        id_, header.number, seal.number, seal.sha256, header.total, header.level, header.state, reason.strip()
    )
    was = old.inspection
    head = replace(was.head, amends=named, signatures=(), statement="")
    inspection = replace(was, id=str(uuid_utils.uuid7()), head=head, finished_at=None, last_item="", seq=0, verdicts={})
    pinned = {"form": was.form.digest, "limits": was.limits.digest, "scheme": old.scheme.digest}
    answers = {item: answer_to_plain(answer) for item, answer in was.answers.items() if not answer.empty}
    moment = was.started_at.isoformat(timespec="milliseconds")
    desk.inspections.start(
        inspection.id, pinned, head, dict(was.facts), moment, count(inspection).asked, answers=answers
    )
    return desk.open(inspection.id)


def _refuse_amended(desk: "Desk", id_: str) -> "Header":
    headers = {header.id: header for header in desk.headers()}
    others = [one for one in headers.values() if one.amends == id_ and one.status != "discarded"]
    if others:
        done = others[0].status == "finished"
        told = _("已由第 {n} 号更正，请更正那一份。") if done else _("第 {n} 号草稿正在更正它。")
        raise InspectorError(told.format(n=others[0].number))
    return headers[id_]


def reply(desk: "Desk", id_: str, name: str, words: str) -> None:
    """Take down what a hall replies to a sealed inspection."""
    if not name.strip() or not words.strip():
        raise InspectorError(_("请写答复人和答复内容。"))
    at = desk.clock().isoformat(timespec="seconds")
    Replies(desk.database).add(id_, name.strip(), words.strip(), at, desk.setting("inspector"))


def replies(desk: "Desk", id_: str) -> list[Reply]:
    """Return what a hall replied to an inspection, the earliest first."""
    return Replies(desk.database).of(id_)
