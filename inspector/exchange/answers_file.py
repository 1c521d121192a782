"""The answers file: inspections as JSON, for filling in, rating and receipts; mistakes told with their place."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from inspector.errors import InspectorError
from inspector.form.form import Form, Item, Part, PartKind
from inspector.inspection.answer import Answer, Sample, Verdict
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import KINDS
from inspector.wording import _

VERDICTS = tuple(verdict.value for verdict in Verdict)
KEYS = {"verdict", "parts", "ticks", "reason", "note", "flagged", "follow_up", "mended"}


@dataclass(frozen=True)
class FilledForm:
    """One inspection of an answers file; answers are still plain, since only the form can read them."""

    id: str
    form: str
    kind: str
    at: datetime | None
    hall: Hall
    facts: Mapping[str, bool]
    answers: Mapping[str, Any]
    finish: bool
    note: str = ""
    highlights: str = ""


def read_answers_file(path: Path) -> list[FilledForm]:
    """Read the inspections of an answers file."""
    try:
        plain = json.loads(path.read_text("utf-8-sig"), parse_float=Decimal)
    except OSError as fault:
        raise InspectorError(_("{name} 打不开。").format(name=path.name)) from fault
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fault:
        raise InspectorError(_("{name} 不是 JSON：{fault}").format(name=path.name, fault=fault)) from fault
    inspections = plain.get("inspections") if isinstance(plain, dict) else None
    if not isinstance(inspections, list):
        raise InspectorError(_("{name} 里没有 inspections 列表。").format(name=path.name))
    return [_filled(one, f"inspections[{number}]") for number, one in enumerate(inspections)]


def _filled(plain: Any, place: str) -> FilledForm:
    if not isinstance(plain, dict) or not isinstance(plain.get("form"), str):
        raise _wrong(place, _("要写明 form"))
    hall = plain.get("hall")
    if not isinstance(hall, dict) or not all(isinstance(value, str) for key, value in hall.items() if key != "facts"):
        raise _wrong(f"{place}.hall", _("要写明营业厅，各列都是文字"))
    facts = hall.get("facts", {})
    if not isinstance(facts, dict) or not all(isinstance(value, bool) for value in facts.values()):
        raise _wrong(f"{place}.hall.facts", _("厅情只能是 true 或 false"))
    if plain.get("kind", "open") not in KINDS:
        raise _wrong(f"{place}.kind", _("只能是 {kinds}").format(kinds="、".join(KINDS)))
    if not isinstance(plain.get("answers", {}), dict):
        raise _wrong(f"{place}.answers", _("应是检查项编号到作答的对照"))
    return FilledForm(
        id=str(plain.get("id", "")),
        form=plain["form"].partition("@")[0],
        kind=plain.get("kind", "open"),
        at=_moment(plain.get("at"), f"{place}.at"),
        hall=Hall.of({"code": "", "name": hall.get("code", ""), **hall}),
        facts=facts,
        answers=plain.get("answers", {}),
        finish=plain.get("finish", False) is True,
        note=str(plain.get("note", "")),
        highlights=str(plain.get("highlights", "")),
    )


def _moment(text: Any, place: str) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text).astimezone()
    except (TypeError, ValueError, OverflowError) as fault:
        raise _wrong(place, _("不是时间，应如 2026-03-05T09:12:00+08:00")) from fault


def read_answer(form: Form, id_: str, plain: Any) -> Answer:
    """Read one item's answer: a bare value answers a one-part item."""
    if id_ not in form.items:
        if any(line.id == id_ for line in form.red_lines) and isinstance(plain, dict):
            return Answer(verdict=Verdict.FAIL, note=str(plain.get("note", "")))
        raise _wrong(id_, _("检查表 {form} 里没有这一项").format(form=form.name))
    item = form.items[id_]
    if not isinstance(plain, dict):
        return _bare(item, plain)
    unknown = plain.keys() - KEYS
    if unknown:
        raise _wrong(id_, _("不认识 {names}").format(names="、".join(sorted(unknown))))
    parts = plain.get("parts", {})
    if not isinstance(parts, dict):
        raise _wrong(f"{id_}.parts", _("应是部分名到数值的对照"))
    return Answer(
        verdict=_verdict(id_, plain["verdict"]) if "verdict" in plain else None,
        parts={key: _samples(item, key, value) for key, value in parts.items()},
        ticks=tuple(plain.get("ticks", ())),
        reason=str(plain.get("reason", "")),
        note=str(plain.get("note", "")),
        flagged=plain.get("flagged") is True,
        follow_up=plain.get("follow_up") is True,
        mended=plain.get("mended") is True,
    )


def _bare(item: Item, plain: Any) -> Answer:
    if isinstance(plain, str) and plain in VERDICTS:
        return Answer(verdict=Verdict(plain))
    if len(item.parts) != 1:
        raise _wrong(item.id, _("有几个部分，要用 parts 写明"))
    key = item.parts[0].key
    return Answer(parts={key: _samples(item, key, plain)})


def _verdict(id_: str, plain: Any) -> Verdict:
    if isinstance(plain, str) and plain in VERDICTS:
        return Verdict(plain)
    raise _wrong(id_, _("结论只能是 {verdicts}").format(verdicts="、".join(VERDICTS)))


def _samples(item: Item, key: str, plain: Any) -> tuple[Sample, ...]:
    try:
        part = item.part(key)
    except StopIteration:
        raise _wrong(f"{item.id}.parts", _("没有部分 {key}").format(key=key)) from None
    values = plain if isinstance(plain, list) else [plain]
    return tuple(_sample(part, value, f"{item.id}.parts.{key}") for value in values)


def _sample(part: Part, plain: Any, place: str) -> Sample:
    if not part.kind.measured:
        if not isinstance(plain, str):
            raise _wrong(place, _("应是文字"))
        _refuse_unknown_choice(part, plain, place)
        return Sample(text=plain)
    if part.kind is PartKind.RATIO:
        if not isinstance(plain, dict) or plain.keys() != {"n", "of"}:
            raise _wrong(place, _('应写成 {"n": 1, "of": 6}'))
        return Sample(_decimal(plain["n"], place), of=_decimal(plain["of"], place))
    return Sample(_decimal(plain, place))


def _refuse_unknown_choice(part: Part, text: str, place: str) -> None:
    allowed = {
        PartKind.CHOICE: [choice.key for choice in part.choices],
        PartKind.CONFORM: ["conform", "fail"],
        PartKind.CONFORM3: ["conform", "partly", "fail"],
    }.get(part.kind)
    if allowed is not None and text not in allowed:
        raise _wrong(place, _("只能是 {allowed}").format(allowed="、".join(allowed)))


def _decimal(plain: Any, place: str) -> Decimal:
    if isinstance(plain, int | str | Decimal) and not isinstance(plain, bool):
        try:
            number = Decimal(plain)
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite():
            return number
    raise _wrong(place, _("不是数字"))


def _wrong(place: str, what: str) -> InspectorError:
    return InspectorError(f"{place}：{what}。")
