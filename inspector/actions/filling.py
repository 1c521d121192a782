"""Filling inspections from an answers file, through the same verbs as a person's taps."""

from pathlib import Path

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.errors import InspectorError
from inspector.exchange.answers_file import FilledForm, read_answer, read_answers_file
from inspector.inspection.answer import Answer
from inspector.inspection.inspection import Head
from inspector.wording import _


def fill_from_file(desk: Desk, path: Path) -> list[Inspecting]:
    """Create every inspection of an answers file; the whole file is read before the first is created."""
    filled = [(one, _read(desk, one)) for one in read_answers_file(path)]
    return [_fill(desk, one, answers) for one, answers in filled]


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


def _fill(desk: Desk, filled: FilledForm, answers: dict[str, Answer]) -> Inspecting:
    hall = filled.hall.with_facts(filled.facts)
    if desk.places.hall(hall.code) is None:
        desk.keep_hall(hall)
    me = desk.me()
    head = Head(
        hall, filled.kind, (me,) if me else (), no_conflict=True, note=filled.note, highlights=filled.highlights
    )
    inspecting = desk.start(filled.form.partition("@")[0], head, filled.at)
    for item, answer in answers.items():
        inspecting.put(item, answer)
    if filled.finish:
        inspecting.finish()
    return inspecting
