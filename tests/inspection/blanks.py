"""Small blanks made for a test: items, forms and inspections in a line each."""

from datetime import datetime
from typing import Any

from inspector.form.conditions import Condition
from inspector.form.form import Band, Choice, Form, Item, Part, PartKind, Range, RedLine, Section, Words
from inspector.form.limits import Limits
from inspector.inspection.answer import Answer, Sample, Verdict
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Head, Inspection
from tests.conftest import HALL, MORNING

NO_LIMITS = Limits("none", "1", (), {})
JUDGE = {"conform": Words("好"), "partly": Words("一般"), "fail": Words("差")}


def band(low: object = None, high: object = None, part: tuple[object, object] | None = None) -> Band:
    return Band(_range(low, high), _range(*part) if part else None)


def _range(low: object, high: object) -> Range:
    return Range(*(None if end is None else decimal(end) for end in (low, high)))


def decimal(value: object) -> Any:
    return one(value).value


def one(value: object, of: object = None) -> Sample:
    from decimal import Decimal  # noqa: PLC0415

    return Sample(Decimal(str(value)), None if of is None else Decimal(str(of)))


def values(*figures: object) -> tuple[Sample, ...]:
    return tuple(one(figure) for figure in figures)


def said(text: str) -> tuple[Sample, ...]:
    return (Sample(text=text),)


def number(key: str = "height", kind: PartKind = PartKind.NUMBER, **more: Any) -> Part:
    return Part(key, kind, **{"bands": (band(700, 850),), **more})


def choice(key: str, **verdicts: str | None) -> Part:
    choices = tuple(Choice(name, Words(name), verdict) for name, verdict in verdicts.items())
    return Part(key, PartKind.CHOICE, choices=choices)


def item(id_: str, *parts: Part, **more: Any) -> Item:
    given = {"weight": 1, "severity": "minor", "topic": "signage", "idea": "standard", **more}
    return Item(id_, Words(id_), Words("标准"), JUDGE, parts or (Part("verdict", PartKind.CONFORM3),), **given)


def form(*items: Item, red_lines: tuple[RedLine, ...] = (), **more: Any) -> Form:
    section = Section("all", "1", Words("全部"), items)
    return Form("small", "1", Words("小表"), "open", (section,), red_lines=red_lines, **more)


def red_line(id_: str, *implied_by: Condition) -> RedLine:
    return RedLine(id_, Words(id_), Words("红线"), implied_by)


def inspection(
    blank: Form,
    answers: dict[str, Answer | str] | None = None,
    *,
    limits: Limits = NO_LIMITS,
    facts: dict[str, bool] | None = None,
    hall: Hall = HALL,
    at: datetime = MORNING,
) -> Inspection:
    given = {key: Answer(Verdict(one)) if isinstance(one, str) else one for key, one in (answers or {}).items()}
    return Inspection("i1", blank, limits, Head(hall), at, facts=facts or {}, answers=given)
