"""Reading a scheme: from its YAML file to values, and back to plain data that needs no reading."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from inspector.errors import InspectorError
from inspector.form.building import jsonable
from inspector.form.form import Words
from inspector.form.scheme_shape import MEASURE_KINDS
from inspector.rating.condition import Conditions, conditions_from, exact
from inspector.rating.scheme import Adjust, Cap, Level, Measure, Promotion, Scheme, Step
from inspector.wording import _

OPEN_KINDS = {"open": 1, "recheck": 1, "mystery": 1}


def read_scheme(path: Path) -> Scheme:
    """Read a scheme file; an InspectorError says what is wrong with it.

    What `based_on` names is looked for beside the file.
    """
    return scheme_from_plain(_load(path, ()))


def _load(path: Path, below: tuple[str, ...]) -> Mapping[str, Any]:
    from inspector.form.reader import read  # noqa: PLC0415 - start-up reads no YAML

    tree = read(path)
    if tree.mistakes:
        raise InspectorError(_("星级规范 {name} 读不出来：{fault}").format(name=path.name, fault=tree.mistakes[0]))
    plain = jsonable(tree.value)
    base = plain.get("based_on") if isinstance(plain, dict) else None
    if not base:
        return plain if isinstance(plain, dict) else {"": plain}
    if base in below:
        raise InspectorError(_("星级规范 {name} 绕回了自己。").format(name=base))
    name, _at, version = str(base).partition("@")
    found = _load(path.with_name(f"{name}.yaml"), (*below, base))
    if str(found.get("version")) != version:
        raise InspectorError(_("星级规范 {name} 所依据的 {base} 不在旁边。").format(name=path.name, base=base))
    return merged(found, plain)


def merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Lay what a scheme says over the one it is based on; measures are taken over one by one, the rest by key."""
    measures = {**base.get("measures", {}), **own.get("measures", {})}
    return {**base, **{key: value for key, value in own.items() if key != "based_on"}, "measures": measures}


def scheme_from_plain(plain: Mapping[str, Any]) -> Scheme:
    """Build a scheme from its plain data; an InspectorError says what is wrong with it."""
    try:
        return _scheme(plain)
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError) as fault:
        raise InspectorError(_("星级规范写得不对：{fault}").format(fault=fault)) from fault


def _scheme(plain: Mapping[str, Any]) -> Scheme:
    lists = {"topics": tuple(plain.get("topics", ())), "ideas": tuple(plain.get("ideas", ()))}
    canonical = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    levels = _levels(plain["levels"], lists)
    otherwise = _level(plain["otherwise"], lists)
    scheme = Scheme(
        id=plain["scheme"],
        version=plain["version"],
        title=_words(plain["title"]),
        rank=plain.get("rank", "star"),
        credits={verdict: exact(credit) for verdict, credit in plain["credits"].items()},
        by_weight={
            int(weight): {verdict: exact(credit) for verdict, credit in row.items()}
            for weight, row in plain.get("credits_by_weight", {}).items()
        },
        measures=_in_order({key: measure_from(key, one, lists) for key, one in plain["measures"].items()}),
        **lists,
        total=plain["total"],
        needs=tuple(plain.get("needs", ())),
        levels=levels,
        otherwise=otherwise,
        adjust=tuple(_adjust(one, lists, levels, otherwise) for one in plain.get("adjust", ())),
        caps=tuple(_cap(one, lists) for one in plain.get("caps", ())),
        promotion=_promotion(plain.get("promotion")),
        withhold=tuple(_cap(one, lists) for one in _rows(plain, "withhold")),
        not_rated=tuple(_cap(one, lists) for one in _rows(plain, "not_rated")),
        kinds=plain.get("kinds", OPEN_KINDS),
        floor=plain.get("evidence_floor", {}),
        valid_months=plain.get("valid_months", 12),
        digest=hashlib.sha256(canonical.encode()).hexdigest(),
        plain=plain,
    )
    _refuse_unknown(scheme)
    return scheme


def _rows(plain: Mapping[str, Any], key: str) -> list[Any]:
    found = plain.get(key, [])
    return found if isinstance(found, list) else [found]


def _refuse_unknown(scheme: Scheme) -> None:
    named = {*scheme.topics, *scheme.ideas, scheme.total, *scheme.needs}
    rules: tuple[Cap | Adjust, ...] = (*scheme.caps, *scheme.withhold, *scheme.not_rated, *scheme.adjust)
    for when in (*(level.needs for level in scheme.levels), *(rule.when for rule in rules)):
        named.update(key for condition in when for key in condition.measures)
    if unknown := sorted(named - scheme.measures.keys()):
        raise InspectorError(_("星级规范提到没有定义的指标：{names}").format(names="、".join(unknown)))


def _words(text: Any) -> Words:
    return Words(text) if isinstance(text, str) else Words(**text)


def measure_from(key: str, plain: Mapping[str, Any], lists: Mapping[str, Sequence[str]]) -> Measure:
    """Build a measure from its plain data; `lists` are those that conditions may name."""
    (kind,) = [one for one in plain if one in MEASURE_KINDS]
    of = plain[kind]
    if kind == "grade":
        of = tuple(Step(step["is"], conditions_from(step.get("when", []), lists)) for step in of)
    elif kind in {"highest", "lowest"}:
        of = tuple(of)
    elif kind in {"mix", "sum", "short"}:
        of = {key: exact(value) if isinstance(value, str) else value for key, value in of.items()}
    return Measure(key, _words(plain["title"]), kind, of)


def _in_order(measures: dict[str, Measure]) -> dict[str, Measure]:
    """Put every measure after those it rests on."""
    ordered: dict[str, Measure] = {}
    while len(ordered) < len(measures):
        ready = [
            key for key, one in measures.items() if key not in ordered and all(part in ordered for part in one.rests_on)
        ]
        if not ready:
            rest = "、".join(key for key in measures if key not in ordered)
            raise InspectorError(_("星级规范的指标互相依赖，或提到没有定义的指标：{rest}").format(rest=rest))
        ordered.update((key, measures[key]) for key in ready)
    return ordered


def _levels(rows: list[Any], lists: Mapping[str, tuple[str, ...]]) -> tuple[Level, ...]:
    """Read levels best first; what is necessary for a lower one is necessary for those above it too."""
    found: list[Level] = []
    necessary: tuple[str, ...] = ()
    for row in reversed(rows):
        level = _level(row, lists)
        necessary = tuple(dict.fromkeys((*necessary, *level.necessary)))
        found.insert(0, Level(level.level, level.label, level.needs, necessary, level.stars))
    return tuple(found)


def _level(plain: Mapping[str, Any], lists: Mapping[str, tuple[str, ...]]) -> Level:
    needs = conditions_from(plain.get("when", []), lists)
    return Level(plain["level"], _words(plain["label"]), needs, tuple(plain.get("necessary", ())), plain.get("stars"))


def _cap(plain: Mapping[str, Any], lists: Mapping[str, tuple[str, ...]]) -> Cap:
    return Cap(plain.get("to"), conditions_from(plain["when"], lists), _words(plain["why"]))


def _adjust(
    plain: Mapping[str, Any], lists: Mapping[str, tuple[str, ...]], levels: tuple[Level, ...], otherwise: Level
) -> Adjust:
    numbers = [otherwise.level, *(level.level for level in levels)]
    when: Conditions = conditions_from(plain["when"], lists)
    highest, lowest = plain.get("highest", max(numbers)), plain.get("lowest", min(numbers))
    return Adjust(plain["by"], when, _words(plain["why"]), highest, lowest)


def _promotion(plain: Mapping[str, Any] | None) -> Promotion | None:
    return Promotion(plain["steps"], _words(plain["why"])) if plain else None
