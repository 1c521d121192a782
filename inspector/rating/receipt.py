"""The receipt: everything a rating rests on and what came of it, as JSON that anybody can recompute."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from inspector.errors import InspectorError
from inspector.form.form import Item, Words
from inspector.inspection.answer import Verdict
from inspector.inspection.progress import count
from inspector.inspection.register import Entry
from inspector.rating.case import Case, Finding, Previous
from inspector.rating.condition import Conditions
from inspector.rating.heaps import Credit
from inspector.rating.rate import Rating, State, rate_case
from inspector.rating.scheme import Level, Measure, Scheme
from inspector.rating.scheme_reader import scheme_from_plain
from inspector.wording import _

VERSION = 1


def receipt(rating: Rating) -> dict[str, Any]:
    """Return the receipt of a rating: scheme as written and as rules, credits, findings, the rating before, result."""
    case = rating.case
    return {
        "receipt": VERSION,
        "scheme": dict(rating.scheme.plain),
        "rules": rules(rating.scheme),
        "asked": _asked(rating),
        "items": [_item_plain(one) for one in case.credits],
        "values": {key: _figure(value) for key, value in case.values.items()},
        "findings": [_finding_plain(one) for one in case.findings],
        "previous": _previous_plain(case.previous),
        "refused": case.refused,
        "result": result(rating),
    }


def _asked(rating: Rating) -> dict[str, Any]:
    """Say how the rating was asked for: while filling, and whether everything asked was answered by then."""
    inspection = rating.inspection
    early = inspection is not None and rating.asked is State.INTERIM
    return {"state": rating.asked.value, "complete": count(inspection).complete if inspection and early else True}


def result(rating: Rating) -> dict[str, Any]:
    """Return what came of a rating: state, level, exact and printed measures, what took hold, the sentence."""
    scheme = rating.scheme
    return {
        "state": rating.state.value,
        "level": rating.level.level if rating.level else None,
        "label": rating.level.label.zh if rating.level else "",
        "by_score": rating.by_score.level if rating.by_score else None,
        "measures": {key: _figure(reading.value) for key, reading in rating.readings.items()},
        "printed": {
            key: None if reading.value is None else rating.shown(key) for key, reading in rating.readings.items()
        },
        "adjusts": [scheme.adjust.index(one) for one in rating.adjusts],
        "caps": [scheme.caps.index(one) for one in rating.caps],
        "held": rating.held,
        "unmet": list(rating.unmet),
        "why": rating.why,
    }


def rules(scheme: Scheme) -> dict[str, Any]:
    """Return a scheme as bare rules: measures in the order they are computed, every condition written out."""
    return {
        "name": scheme.name,
        "digest": scheme.digest,
        "total": scheme.total,
        "needs": list(scheme.needs),
        "measures": [_measure_plain(one) for one in scheme.measures.values()],
        "levels": [_level_plain(one) for one in (*scheme.levels, scheme.otherwise)],
        "adjust": [
            {"by": one.by, "highest": one.highest, "lowest": one.lowest, "when": _when(one.when)}
            for one in scheme.adjust
        ],
        "caps": [{"to": one.to or 0, "when": _when(one.when)} for one in scheme.caps],
        "promotion": scheme.promotion.steps if scheme.promotion else None,
        "withhold": [_when(one.when) for one in scheme.withhold],
        "not_rated": [_when(one.when) for one in scheme.not_rated],
    }


def _when(conditions: Conditions) -> list[dict[str, Any]]:
    return [one.plain() for one in conditions]


def _measure_plain(measure: Measure) -> dict[str, Any]:
    of = measure.of
    if measure.kind == "grade":
        of = [{"is": step.level, "when": _when(step.when)} for step in of]
    elif measure.kind in {"mix", "sum"}:
        of = {key: str(weight) for key, weight in of.items()}
    elif measure.kind == "short":
        of = {**of, "over": str(of["over"])}
    return {"key": measure.key, "kind": measure.kind, "of": list(of) if isinstance(of, tuple) else of}


def _level_plain(level: Level) -> dict[str, Any]:
    return {
        "level": level.level,
        "label": level.label.zh,
        "when": _when(level.needs),
        "necessary": list(level.necessary),
    }


def _item_plain(credit: Credit) -> dict[str, Any]:
    item = credit.item
    return {
        "id": item.id,
        "topic": item.topic,
        "idea": item.idea,
        "who": item.who,
        "weight": item.weight,
        "verdict": credit.verdict.value if credit.verdict else None,
        "credit": _figure(credit.credit),
    }


def _finding_plain(finding: Finding) -> dict[str, Any]:
    severity, entry = finding
    return {
        "severity": severity,
        "item": entry.item,
        "inspection": entry.inspection,
        "status": entry.status,
        "open": entry.open,
    }


def _previous_plain(previous: Previous | None) -> dict[str, Any] | None:
    if previous is None:
        return None
    measures = {key: str(value) for key, value in previous.measures.items()}
    return {"at": previous.at, "level": previous.level, "measures": measures}


def _figure(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


# And back.


def recomputed(plain: Mapping[str, Any]) -> Rating:
    """Rate again what a receipt holds; an InspectorError when it is no receipt."""
    try:
        if plain["receipt"] != VERSION:
            raise InspectorError(_("这份评定回执来自别的版本（{version}）。").format(version=plain["receipt"]))
        scheme, asked = scheme_from_plain(plain["scheme"]), plain["asked"]
        complete = bool(asked["complete"])
        return rate_case(scheme, _case(plain), State(asked["state"]), complete=lambda: complete)
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as fault:
        raise InspectorError(_("这不是一份评定回执：{fault}").format(fault=fault)) from fault


def differences(plain: Mapping[str, Any]) -> list[str]:
    """Return where a receipt's result differs from what its contents give; empty when it holds."""
    rating = recomputed(plain)
    try:
        return _differences(plain, rating)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise InspectorError(_("这不是一份评定回执：{fault}").format(fault=fault)) from fault


def _differences(plain: Mapping[str, Any], rating: Rating) -> list[str]:
    found = [] if plain["rules"] == rules(rating.scheme) else [_("规则与所附规范不一致")]
    told = result(rating)
    found += [
        _("{name}：回执写 {said}，算得 {value}").format(name=name, said=plain["result"].get(name), value=value)
        for name, value in told.items()
        if name != "measures" and plain["result"].get(name) != value
    ]
    measures = plain["result"].get("measures", {})
    found += [
        _("{name}：回执写 {said}，算得 {value}").format(name=key, said=measures.get(key), value=value)
        for key, value in told["measures"].items()
        if measures.get(key) != value
    ]
    return found


def _case(plain: Mapping[str, Any]) -> Case:
    return Case(
        [_credit(one) for one in plain["items"]],
        {key: None if value is None else Fraction(value) for key, value in plain["values"].items()},
        [_finding(one) for one in plain["findings"]],
        previous_from(plain["previous"]),
        plain["refused"],
    )


def _credit(plain: Mapping[str, Any]) -> Credit:
    item = Item(
        plain["id"], Words(plain["id"]), Words(""), {}, (), plain["weight"], "minor",
        plain["topic"], plain["idea"], plain["who"],
    )  # fmt: skip
    verdict = Verdict(plain["verdict"]) if plain["verdict"] else None
    return Credit(item, verdict, None if plain["credit"] is None else Fraction(plain["credit"]))


def _finding(plain: Mapping[str, Any]) -> Finding:
    return plain["severity"], Entry(plain["inspection"], plain["item"], plain["status"], plain["open"])


def previous_from(plain: Mapping[str, Any] | None) -> Previous | None:
    """Read the rating before, as answers files and receipts hold it."""
    if plain is None:
        return None
    measures: Mapping[str, Any] = plain.get("measures", {})
    return Previous(str(plain.get("at", "")), plain.get("level"), {k: Fraction(str(v)) for k, v in measures.items()})
