"""Filling inspections from an answers file, through the same verbs as a person's taps."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import uuid_utils

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.recollecting import take_times
from inspector.errors import InspectorError
from inspector.exchange.answers_file import FilledForm, read_answer, read_answers_file
from inspector.inspection.answer import Answer
from inspector.inspection.inspection import Head
from inspector.wording import _


def fill_from_file(desk: Desk, path: Path) -> Iterator[Inspecting]:
    """Read a whole answers file, then create its inspections one by one, each told as soon as it is there."""
    return _fill_each(desk, [(one, _read(desk, one)) for one in read_answers_file(path)])


def _fill_each(desk: Desk, filled: list[tuple[FilledForm, dict[str, Answer]]]) -> Iterator[Inspecting]:
    visits: dict[str, str] = {}  # names of visits hold within the file only
    for one, answers in filled:
        inspecting = _start(desk, one, visits)
        try:
            _fill(inspecting, one, answers)
        finally:
            yield inspecting  # one that is refused its end stays as a draft, which must not go untold


def _read(desk: Desk, filled: FilledForm) -> dict[str, Answer]:
    if not filled.hall.code:
        raise InspectorError(_("营业厅要有编码。"))
    name, _at, version = filled.form.partition("@")
    form = desk.shelf.form(name)
    if version not in {"", form.version}:
        raise InspectorError(
            _("作答文件按 {asked} 填写，现有的检查表是 {found}。").format(asked=filled.form, found=form.name)
        )
    return {item: read_answer(form, item, plain) for item, plain in filled.answers.items()}


def _start(desk: Desk, filled: FilledForm, visits: dict[str, str]) -> Inspecting:
    visit = filled.visit
    if visit is not None:
        id_ = str(uuid_utils.uuid7())
        visit = replace(visit, id=visits.setdefault(visit.id, id_) if visit.id else id_)
    hall = filled.hall.with_facts(filled.facts)
    if desk.places.hall(hall.code) is None:
        desk.keep_hall(hall)
    me = desk.me() if visit is None else None  # who made a mystery visit is known by code only
    head = Head(
        hall,
        filled.kind,
        (me,) if me else (),
        no_conflict=True,
        note=filled.note,
        highlights=filled.highlights,
        visit=visit,
    )
    return desk.start(filled.form.partition("@")[0], head, filled.at)


def _fill(inspecting: Inspecting, filled: FilledForm, answers: dict[str, Answer]) -> None:
    for item, answer in answers.items():
        inspecting.put(item, answer)
    take_times(inspecting)
    if filled.finish:
        inspecting.finish()
