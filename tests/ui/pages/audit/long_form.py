"""A form of any length: the shipped items again and again under new ids."""

from datetime import datetime
from typing import Any

from inspector.actions.desk import Desk
from inspector.form.building import form_from_plain
from inspector.inspection.inspection import Head
from tests.conftest import FORM, HALL


def start_long(desk: Desk, times: int) -> str:
    """Start an inspection whose sections hold every shipped item so many times; return its id."""
    desk.shelf.form(FORM)
    source = desk.shelf.library.source_digest(FORM)
    kept = desk.shelf.blanks.by_source("form", source)
    assert kept is not None
    plain = _repeated(kept[1], times)
    form = form_from_plain(plain)
    desk.shelf.blanks.keep("form", f"long@{times}", f"long-{times}", form.digest, plain)
    pinned = {"form": form.digest, "limits": desk.shelf.limits().digest, "scheme": desk.shelf.scheme().digest}
    id_ = f"long-{times}"
    began = datetime.fromisoformat("2026-03-05T09:12:00.000+08:00").isoformat(timespec="milliseconds")
    desk.inspections.start(id_, pinned, Head(HALL), {}, began, len(form.items))
    return id_


def _repeated(plain: Any, times: int) -> dict[str, Any]:
    sections = [
        {
            **section,
            "items": [
                {**_alone(item), "id": f"{item['id']}-{round_:02d}"}
                for round_ in range(times)
                for item in section["items"]
            ],
        }
        for section in plain["sections"]
    ]
    return {**plain, "sections": sections, "red_lines": []}


def _alone(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key not in {"ask_if", "same_fact", "worse_if"}}
