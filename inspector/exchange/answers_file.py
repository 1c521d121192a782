"""The answers file: inspections as JSON, for filling in, rating and receipts; mistakes told with their place."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from inspector.errors import InspectorError
from inspector.exchange.visit_file import moment, read_visit
from inspector.form.form import Form, Item, Part, PartKind
from inspector.form.kinds import guess
from inspector.inspection.answer import Answer, Sample, Verdict
from inspector.inspection.hall import AREAS, BUILDINGS, CLASSES, OPERATORS, Hall
from inspector.inspection.inspection import KINDS
from inspector.inspection.visit import Visit
from inspector.wording import _

VERDICTS = tuple(verdict.value for verdict in Verdict)
HALL_VALUES = {"class": CLASSES, "area": AREAS, "building": BUILDINGS, "operator": OPERATORS}
MOST = 10**9
MOST_DECIMALS = 6
FILE_KEYS = {"inspections", "register", "previous"}
INSPECTION_KEYS = {"id", "form", "kind", "at", "hall", "answers", "finish", "valid", "note", "highlights", "visit"}
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
    valid: bool = True
    note: str = ""
    highlights: str = ""
    visit: Visit | None = None


def read_answers_file(path: Path) -> list[FilledForm]:
    """Read the inspections of an answers file."""
    return inspections_of(read_json(path), path.name)


def read_json(path: Path) -> Any:
    """Read a JSON file, decimals kept exact; an InspectorError says what is wrong with it."""
    try:
        plain = json.loads(path.read_text("utf-8-sig"), parse_float=Decimal)
    except OSError as fault:
        raise InspectorError(_("{name} 打不开。").format(name=path.name)) from fault
    except json.JSONDecodeError as fault:
        raise InspectorError(
            _("{name} 第 {line} 行第 {column} 列起不是 JSON。").format(
                name=path.name, line=fault.lineno, column=fault.colno
            )
        ) from fault
    except UnicodeDecodeError as fault:
        raise InspectorError(_("{name} 不是 UTF-8 编码的文字。").format(name=path.name)) from fault
    except (ValueError, RecursionError) as fault:
        raise InspectorError(_("{name} 里的数字太长，或层次太深。").format(name=path.name)) from fault
    _refuse_half_characters(plain, path.name)
    return plain


def inspections_of(plain: Any, name: str) -> list[FilledForm]:
    """Return the inspections of an answers file already read."""
    inspections = plain.get("inspections") if isinstance(plain, dict) else None
    if not isinstance(inspections, list):
        raise InspectorError(_("{name} 里没有 inspections 列表。").format(name=name))
    _refuse_misplaced(plain, FILE_KEYS, name)
    return [_filled(one, f"inspections[{number}]") for number, one in enumerate(inspections)]


def _refuse_misplaced(plain: Mapping[str, Any], known: set[str], place: str) -> None:
    """Refuse a key that is misspelt or belongs elsewhere in the file: what it says would go unheard."""
    for key in sorted(plain.keys() - known):
        meant = guess(key, known)
        if meant or key in {"facts", *FILE_KEYS, *INSPECTION_KEYS}:
            told = _("这里不写 {key}，可写 {known}").format(key=key, known="、".join(sorted(known)))
            raise InspectorError(f"{place}：{told}。{meant}")


def _refuse_half_characters(plain: Any, name: str) -> None:
    try:
        json.dumps(plain, ensure_ascii=False, default=str).encode("utf-8")
    except UnicodeEncodeError as fault:
        raise InspectorError(_("{name} 里有不成对的转义字符，无法保存。").format(name=name)) from fault


def _filled(plain: Any, place: str) -> FilledForm:
    if not isinstance(plain, dict) or not isinstance(plain.get("form"), str):
        raise _wrong(place, _("要写明 form"))
    _refuse_misplaced(plain, INSPECTION_KEYS, place)
    hall = plain.get("hall")
    if not isinstance(hall, dict) or not all(isinstance(value, str) for key, value in hall.items() if key != "facts"):
        raise _wrong(f"{place}.hall", _('要写明营业厅，如 {"code": "BJ01"}，各列都是文字'))
    for column, allowed in HALL_VALUES.items():
        if hall.get(column, "") not in {"", *allowed}:
            raise _wrong(f"{place}.hall.{column}", _("只能是 {allowed}").format(allowed="、".join(allowed)))
    facts = hall.get("facts", {})
    if not isinstance(facts, dict) or not all(
        key.isascii() and isinstance(value, bool) for key, value in facts.items()
    ):
        raise _wrong(f"{place}.hall.facts", _("厅情用英文键，值只能是 true 或 false"))
    if plain.get("kind", "open") not in KINDS:
        raise _wrong(f"{place}.kind", _("只能是 {kinds}").format(kinds="、".join(KINDS)))
    if not isinstance(plain.get("answers", {}), dict):
        raise _wrong(f"{place}.answers", _("应是检查项编号到作答的对照"))
    return FilledForm(
        id=str(plain.get("id", "")),
        form=plain["form"],
        kind=plain.get("kind", "open"),
        at=moment(plain["at"], f"{place}.at") if plain.get("at") is not None else None,
        hall=Hall.of({"code": "", "name": hall.get("code", ""), **hall}),
        facts=facts,
        answers=plain.get("answers", {}),
        finish=_flag(plain, "finish", place),
        valid="valid" not in plain or _flag(plain, "valid", place),
        note=_text(plain, "note", place),
        highlights=_text(plain, "highlights", place),
        visit=read_visit(plain.get("visit"), f"{place}.visit"),
    )


def read_answer(form: Form, id_: str, plain: Any) -> Answer:
    """Read one item's answer: a bare value answers a one-part item."""
    if id_ not in form.items:
        if any(line.id == id_ for line in form.red_lines):
            return _red_line(id_, plain)
        raise _wrong(id_, _("检查表 {form} 里没有这一项").format(form=form.name))
    item = form.items[id_]
    if not isinstance(plain, dict):
        return _bare(item, plain)
    _refuse_unknown_keys(id_, plain, KEYS)
    parts = plain.get("parts", {})
    if not isinstance(parts, dict):
        raise _wrong(f"{id_}.parts", _("应是部分名到数值的对照"))
    return Answer(
        verdict=_verdict(id_, plain["verdict"]) if "verdict" in plain else None,
        parts={key: samples for key, value in parts.items() if (samples := _samples(item, key, value))},
        ticks=_ticks(item, plain.get("ticks", [])),
        reason=_text(plain, "reason", id_),
        note=_text(plain, "note", id_),
        flagged=_flag(plain, "flagged", id_),
        follow_up=_flag(plain, "follow_up", id_),
        mended=_flag(plain, "mended", id_),
    )


def _red_line(id_: str, plain: Any) -> Answer:
    """Read a red line: only that it was crossed can be noted."""
    noted = plain if isinstance(plain, dict) else {"verdict": plain}
    _refuse_unknown_keys(id_, noted, {"verdict", "note"})
    if noted.get("verdict", Verdict.FAIL.value) != Verdict.FAIL.value:
        raise _wrong(id_, _("红线只能记 fail；没有触碰就不写"))
    return Answer(verdict=Verdict.FAIL, note=_text(noted, "note", id_))


def _refuse_unknown_keys(id_: str, plain: Mapping[str, Any], known: set[str]) -> None:
    unknown = plain.keys() - known
    if unknown:
        raise _wrong(id_, _("不认识 {names}").format(names="、".join(sorted(unknown))))


def _text(plain: Mapping[str, Any], key: str, place: str) -> str:
    text = plain.get(key, "")
    if not isinstance(text, str):
        raise _wrong(f"{place}.{key}", _("应是文字"))
    return text


def _flag(plain: Mapping[str, Any], key: str, place: str) -> bool:
    flag = plain.get(key, False)
    if not isinstance(flag, bool):
        raise _wrong(f"{place}.{key}", _("只能是 true 或 false"))
    return flag


def _ticks(item: Item, plain: Any) -> tuple[str, ...]:
    known = [worse.tick for worse in item.worse_if if worse.tick]
    if not isinstance(plain, list) or not all(tick in known for tick in plain):
        raise _wrong(f"{item.id}.ticks", _("应是列表，可勾选的有：{known}").format(known="、".join(known) or "–"))
    return tuple(dict.fromkeys(plain))


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
        few, all_ = _whole(plain["n"], place), _whole(plain["of"], place)
        if few > all_:
            raise _wrong(place, _("n 不能大于 of"))
        return Sample(few, of=all_)
    if part.kind is PartKind.COUNT:
        return Sample(_whole(plain, place))
    value = _decimal(plain, place)
    if part.kind is PartKind.TIMER and value < 0:
        raise _wrong(place, _("用时不能是负数"))
    return Sample(value)


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
        if number.is_finite() and abs(number) < MOST and -number.as_tuple().exponent <= MOST_DECIMALS:  # type: ignore[operator]
            return number
    raise _wrong(place, _("不是数字，或位数太多"))


def _whole(plain: Any, place: str) -> Decimal:
    number = _decimal(plain, place)
    if number < 0 or number != int(number):
        raise _wrong(place, _("应是不小于零的整数"))
    return number


def _wrong(place: str, what: str) -> InspectorError:
    return InspectorError(f"{place}：{what}。")
