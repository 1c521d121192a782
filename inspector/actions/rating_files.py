"""Rating answers that lie in a file, without any data folder: for checks, comparisons and other programs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from inspector.actions.recollecting import times_of
from inspector.errors import InspectorError
from inspector.exchange.answers_file import FilledForm, read_answer
from inspector.exchange.case_file import read_case_file
from inspector.form.form import Form
from inspector.form.library import Library
from inspector.form.limits import Limits
from inspector.inspection.answer import Answer
from inspector.inspection.inspection import Head, Inspection
from inspector.inspection.visit import Visit
from inspector.paths import forms
from inspector.rating.case import Previous
from inspector.rating.checks import read_checked
from inspector.rating.hall import HallRating, rate_hall
from inspector.rating.receipt import differences
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import read_scheme
from inspector.wording import _


@dataclass(frozen=True)
class Blanks:
    """The files that answers are read and rated by; what is not named is taken from those shipped."""

    scheme: Path | None = None
    forms: Sequence[Path] = ()
    limits: Path | None = None


def rate_file(answers: Path, blanks: Blanks) -> HallRating:
    """Rate the inspections of an answers file as those of one hall, at the moment of the last of them."""
    case = read_case_file(answers)
    if not case.inspections:
        raise InspectorError(_("{name} 里没有检查。").format(name=answers.name))
    halls = {one.hall.code for one in case.inspections}
    if len(halls) > 1:
        raise InspectorError(_("一份作答文件只评一个营业厅，这里有 {n} 个。").format(n=len(halls)))
    scheme = _scheme(blanks)
    _refuse_level(case.previous, scheme)
    filled = [_inspection(one, number, blanks) for number, one in enumerate(case.inspections, 1)]
    refused = [one.id for one, plain in zip(filled, case.inspections, strict=True) if not plain.valid]
    void = dict.fromkeys(refused, _("作答文件标为无效"))
    at = max(one.finished_at or one.started_at for one in filled)
    return rate_hall(filled, scheme, at, case.register, case.previous, void)


def _refuse_level(previous: Previous | None, scheme: Scheme) -> None:
    """Refuse a rating before that has a level which the scheme has not: promotion would be counted from nowhere."""
    known = [level.level for level in (*scheme.levels, scheme.otherwise)]
    if previous and previous.level is not None and previous.level not in known:
        told = _("previous.level：规范 {scheme} 没有 {level} 这一级，可用：{known}。")
        listed = "、".join(map(str, known))
        raise InspectorError(told.format(scheme=scheme.name, level=previous.level, known=listed))


def check_receipt(path: Path) -> list[str]:
    """Return where a receipt's result differs from what its contents give; empty when it holds."""
    try:
        plain = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as fault:
        raise InspectorError(_("{name} 读不出来，不是评定回执。").format(name=path.name)) from fault
    if not isinstance(plain, Mapping):
        raise InspectorError(_("{name} 读不出来，不是评定回执。").format(name=path.name))
    return differences(plain)


def write_receipt(plain: Mapping[str, Any], path: Path) -> None:
    """Write a receipt as a file that people can read and programs can check."""
    path.write_text(json.dumps(plain, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _scheme(blanks: Blanks) -> Scheme:
    return read_checked(blanks.scheme) if blanks.scheme else read_scheme(forms() / "schemes" / "default.yaml")


def _inspection(filled: FilledForm, number: int, blanks: Blanks) -> Inspection:
    form, limits = _form(filled.form, blanks), _limits(blanks)
    at = filled.at or datetime(2026, 1, 1, tzinfo=UTC)
    answers = {item: read_answer(form, item, plain) for item, plain in filled.answers.items()}
    if filled.visit:
        answers = _timed(form, filled.visit, answers)
    facts = {fact.key: filled.facts[fact.key] for fact in form.facts if fact.key in filled.facts}
    return Inspection(
        filled.id or str(number),
        form,
        limits,
        Head(filled.hall, filled.kind, visit=filled.visit),
        at,
        facts=facts,
        answers=answers,
        finished_at=at,
    )


def _timed(form: Form, visit: Visit, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the answers with the times that the moments of their visit give."""
    timed = dict(answers)
    for item in form.items.values():
        known = answers.get(item.id, Answer())
        taken = {key: samples for key, samples in times_of(item, visit, known.parts).items() if samples}
        if taken:
            timed[item.id] = replace(known, parts={**known.parts, **taken})
    return timed


def _form(asked: str, blanks: Blanks) -> Form:
    name, _sign, version = asked.partition("@")
    named = {path.stem: path for path in blanks.forms}
    path = named.get(name)
    form = (Library(path.parent, [forms()]).load(path) if path else Library().load(name)).form
    if version not in {"", form.version}:
        told = _("作答文件按 {asked} 填写，现有的检查表是 {found}。")
        raise InspectorError(told.format(asked=asked, found=form.name))
    return form


def _limits(blanks: Blanks) -> Limits:
    folder = blanks.limits or forms() / "limits"
    path = next(iter(sorted(folder.glob("*.yaml"))), None)
    if path is None:
        raise InspectorError(_("{folder} 里没有时限表。").format(folder=folder))
    return Library().limits(path).limits
