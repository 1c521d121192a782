"""Starting an inspection, and opening one where it was left."""

from dataclasses import replace
from datetime import datetime

import uuid_utils

from inspector.actions.inspecting import Clock, Inspecting
from inspector.actions.shelf import Shelf
from inspector.errors import InspectorError
from inspector.inspection.inspection import Head, Inspection
from inspector.inspection.progress import count
from inspector.inspection.visit import Visit
from inspector.store.inspections import Inspections
from inspector.wording import _

SURVEY = "survey"


def start(shelf: Shelf, store: Inspections, clock: Clock, form: str, head: Head, began: datetime) -> Inspecting:
    """Start an inspection with a form of the shelf; the hall's known facts are taken over.

    A scenario begins a mystery visit of its own, unless the head names one it belongs to; who goes there is known by
    code only. A survey form is never anything but a survey.
    """
    blank, limits, scheme = shelf.form(form), shelf.limits(), shelf.scheme()
    if blank.kind == SURVEY:
        head = replace(head, kind=SURVEY)
    if blank.scenario and head.visit is None:
        shopper = head.inspectors[0].code if head.inspectors else ""
        head = replace(head, kind="mystery", inspectors=(), visit=Visit(str(uuid_utils.uuid7()), shopper))
    known = {fact.key: head.hall.facts[fact.key] for fact in blank.facts if fact.key in head.hall.facts}
    inspection = Inspection(str(uuid_utils.uuid7()), blank, limits, head, began, facts=known)
    pinned = {"form": blank.digest, "limits": limits.digest, "scheme": scheme.digest}
    moment = began.isoformat(timespec="milliseconds")
    store.start(inspection.id, pinned, head, known, moment, count(inspection).asked)
    return Inspecting(inspection, scheme, store, clock)


def open_(shelf: Shelf, store: Inspections, clock: Clock, id_: str) -> Inspecting:
    """Open an inspection as its rows hold it, with the blanks it pinned."""
    try:
        stored = store.load(id_)
    except KeyError as fault:
        raise InspectorError(_("没有编号为 {id} 的检查。").format(id=id_)) from fault
    header = stored.header
    inspection = Inspection(
        id=header.id,
        form=shelf.pinned_form(header.form),
        limits=shelf.pinned_limits(stored.limits),
        head=stored.head,
        started_at=datetime.fromisoformat(header.started_at),
        facts=stored.facts,
        answers=stored.answers,
        finished_at=datetime.fromisoformat(header.finished_at) if header.finished_at else None,
        last_item=header.last_item,
        seq=stored.seq,
    )
    return Inspecting(inspection, shelf.pinned_scheme(stored.scheme), store, clock)
