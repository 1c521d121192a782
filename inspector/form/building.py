"""From plain data (as read from YAML, or as kept by digest) to the frozen model."""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from operator import index
from typing import Any, TypeVar

from inspector.errors import InspectorError
from inspector.form.form import (
    IDEAS,
    SEVERITIES,
    TOPICS,
    Band,
    Basis,
    Choice,
    EvidenceRule,
    Fact,
    Form,
    Item,
    Part,
    PartKind,
    Range,
    RedLine,
    Section,
    Worsening,
)
from inspector.form.limits import Limit, Limits
from inspector.form.plain import Plain, condition, lead, words
from inspector.form.scenario_building import scenario
from inspector.wording import _

Built = TypeVar("Built")
VERDICT_PART = "verdict"
PART_KINDS = {kind.value: kind for kind in PartKind}
MEASURED = frozenset(kind for kind in PartKind if kind.measured)
UNREADABLE = (
    KeyError,
    TypeError,
    ValueError,
    AttributeError,
    IndexError,
    InvalidOperation,
    RecursionError,
)


def jsonable(value: Any) -> Any:
    """Return plain data fit for JSON: decimals and dates as text."""
    if isinstance(value, Mapping):
        return {key: jsonable(one) for key, one in value.items()}
    if isinstance(value, list):
        return [jsonable(one) for one in value]
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def digest_of(plain: Plain) -> str:
    """Return the SHA-256 of plain data in canonical JSON."""
    text = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def form_from_plain(plain: Plain, digest: str = "") -> Form:
    """Build a form from its expanded plain data, whose digest may be known; InspectorError when it cannot be read."""
    return _built(lambda: _form(plain, digest or digest_of(plain)))


def limits_from_plain(plain: Plain) -> Limits:
    """Build the limits table from its plain data; InspectorError when it cannot be read."""
    return _built(lambda: _limits(plain))


def _built(build: Callable[[], Built]) -> Built:
    try:
        return build()
    except UNREADABLE as error:
        raise InspectorError(
            _("检查表数据读不懂：{what}。").format(what=f"{type(error).__name__} {error}"[:80]),
            _("它可能来自更新的版本，请升级后再试；若不是，请重新载入检查表。"),
        ) from error


def _form(plain: Plain, digest: str) -> Form:
    return Form(
        id=plain["form"],
        version=plain["version"],
        title=words(plain["title"]),
        kind=plain["kind"],
        sections=tuple(section(one) for one in plain["sections"]),
        facts=tuple(
            Fact(key, words(one["ask"]), words(one.get("help"))) for key, one in plain.get("facts", {}).items()
        ),
        red_lines=tuple(red_line(one) for one in plain.get("red_lines", ())),
        minimum=dict(plain.get("minimum", {})),
        digest=digest,
        scenario=scenario(plain["scenario"]) if "scenario" in plain else None,
    )


def _limits(plain: Plain) -> Limits:
    return Limits(
        id=plain["limits"],
        version=plain["version"],
        rows=tuple(_limit(row) for row in plain["rows"]),
        titles={key: words(title) for key, title in plain.get("titles", {}).items()},
        digest=digest_of(plain),
    )


def section(plain: Plain) -> Section:
    """Build a section."""
    items = tuple(item(one) for one in plain.get("items", ()))
    return Section(plain["section"], plain["version"], words(plain["title"]), items)


def item(plain: Plain) -> Item:
    """Build an item."""
    tags = plain["tags"]
    _refuse_unweighable(plain)
    return Item(
        id=plain["id"],
        ask=words(plain["ask"]),
        criterion=words(plain["criterion"]),
        judge={key: words(text) for key, text in plain.get("judge", {}).items()},
        parts=_parts(plain["answer"]),
        weight=plain["weight"],
        severity=plain["severity"],
        topic=tags["topic"],
        idea=tags["idea"],
        who=tags.get("who", ""),
        how=plain.get("how", "observe"),
        recall=plain.get("recall", ""),
        help=words(plain.get("help")),
        drawing=plain.get("drawing", ""),
        worse_if=tuple(_worsening(one) for one in plain.get("worse_if", ())),
        evidence=EvidenceRule(**plain.get("evidence", {})),
        remedy=words(plain.get("remedy")),
        effort=plain.get("effort", 1),
        basis=_basis(plain),
        same_fact=plain.get("same_fact", ""),
        ask_if=condition(plain["ask_if"]) if "ask_if" in plain else None,
        phrases=tuple(plain.get("phrases", ())),
    )


def _refuse_unweighable(plain: Plain) -> None:
    """Refuse what the arithmetic of a rating could not take."""
    tags = plain["tags"]
    if not isinstance(plain["weight"], int) or plain["severity"] not in SEVERITIES:
        raise ValueError(plain["id"])
    if tags["topic"] not in TOPICS or tags["idea"] not in IDEAS:
        raise ValueError(plain["id"])


def red_line(plain: Plain) -> RedLine:
    """Build a red line."""
    implied = tuple(condition(one) for one in plain.get("implied_by", ()))
    return RedLine(plain["id"], words(plain["ask"]), words(plain["criterion"]), implied, _basis(plain))


def _basis(plain: Plain) -> tuple[Basis, ...]:
    return tuple(Basis(**one) for one in plain.get("basis", ()))


def _worsening(plain: Plain) -> Worsening:
    when = condition(plain["if"]) if "if" in plain else None
    return Worsening(plain["severity"], words(plain["label"]), plain.get("tick", ""), when)


def _parts(answer: Any) -> tuple[Part, ...]:
    if isinstance(answer, str):
        return (Part(VERDICT_PART, PartKind(answer)),)
    return tuple(_part(key, plain) for key, plain in answer.items())


def _part(key: str, plain: Plain) -> Part:
    kind = PART_KINDS[lead(plain, PART_KINDS)]
    asked, samples = plain[kind.value], plain.get("samples", {})
    shared = {"key": key, "kind": kind, "label": words(plain.get("label")), "optional": plain.get("optional", False)}
    if kind is PartKind.CHOICE:
        return Part(**shared, choices=tuple(_choice(name, one) for name, one in asked.items()))
    if kind not in MEASURED:
        return Part(**shared)
    return Part(
        **shared,
        unit="s" if kind is PartKind.TIMER else asked["unit"],
        bands=_bands(asked),
        limit=asked.get("limit", ""),
        samples=samples.get("min", 1),
        judge=samples.get("judge", "worst"),
        of_least=asked.get("of_least", 0),
        between=tuple(asked.get("between", ())),
    )


def _choice(name: str, plain: Plain) -> Choice:
    points = index(plain["points"]) if "points" in plain else None
    return Choice(name, words(plain["label"]), plain.get("verdict"), points)


def _bands(asked: Plain) -> tuple[Band, ...]:
    if "bands" in asked:
        return tuple(_band(one, asked.get("better", "fewer")) for one in asked["bands"])
    return (_band(asked, asked.get("better", "fewer")),) if "pass" in asked else ()


def _band(plain: Plain, better: str) -> Band:
    part = plain.get("part")
    when = condition(plain["if"]) if "if" in plain else None
    return Band(_range(plain["pass"], better), None if part is None else _range(part, better), when)


def _range(plain: Any, better: str) -> Range:
    if isinstance(plain, list):
        return Range(_decimal(plain[0]), _decimal(plain[1]))
    return Range(low=_decimal(plain)) if better == "more" else Range(high=_decimal(plain))


def _decimal(plain: Any) -> Decimal | None:
    return None if plain is None else Decimal(plain)


def _limit(plain: Plain) -> Limit:
    rest = {key: value for key, value in plain.items() if key not in {"valid_from", "valid_to", "value"}}
    begins, ends = (_day(plain.get(name)) for name in ("valid_from", "valid_to"))
    return Limit(**rest, value=Decimal(plain["value"]), valid_from=begins, valid_to=ends)


def _day(plain: str | None) -> date | None:
    return date.fromisoformat(plain) if plain else None
