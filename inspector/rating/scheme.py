"""A star scheme as frozen values, read from its YAML file: measures, levels, caps, and when there is no star."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from inspector.errors import InspectorError
from inspector.form.form import Words
from inspector.wording import _


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure computed from answers or from the register.

    `share`: earned over applicable weight of the items with these tags, in percent. `mix`: weighted mean of other
    measures that have data. `count`: findings that match. `short`: how many of some measures have more than `over`
    percent of their asked weight without a judgement.
    """

    key: str
    title: Words
    share: Mapping[str, str] | None = None
    mix: Mapping[str, int] | None = None
    count: Mapping[str, Any] | None = None
    short: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Each of some measures that have data reaches a figure."""

    measures: tuple[str, ...]
    least: Fraction


@dataclass(frozen=True, slots=True)
class Level:
    """A step of the scale and what it needs."""

    level: int
    label: Words
    needs: tuple[AtLeast, ...] = ()


@dataclass(frozen=True, slots=True)
class Cap:
    """A ceiling (or a withholding, level None) that applies when all of some figures are reached."""

    to: int | None
    when: tuple[AtLeast, ...]
    why: Words


@dataclass(frozen=True)
class Scheme:
    """The rules that turn answers into a level, at one version."""

    id: str
    version: str
    title: Words
    credits: Mapping[str, Fraction]
    measures: Mapping[str, Measure]
    topics: tuple[str, ...]
    ideas: tuple[str, ...]
    total: str
    needs: tuple[str, ...]
    levels: tuple[Level, ...]
    otherwise: Level
    caps: tuple[Cap, ...]
    withhold: tuple[Cap, ...]
    floor: Mapping[str, int] = field(default_factory=dict)
    digest: str = ""
    plain: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def name(self) -> str:
        """Return id@version."""
        return f"{self.id}@{self.version}"

    def level(self, number: int) -> Level:
        """Return a level by its number, the lowest where the number is none of the scale."""
        return next((level for level in self.levels if level.level == number), self.otherwise)


def read_scheme(path: Path) -> Scheme:
    """Read a scheme file; an InspectorError says what is wrong with it."""
    import yaml  # noqa: PLC0415 - 18 ms that start-up does not need

    try:
        return scheme_from_plain(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        raise InspectorError(_("星级规范 {name} 读不出来：{fault}").format(name=path.name, fault=fault)) from fault


def scheme_from_plain(plain: Mapping[str, Any]) -> Scheme:
    """Build a scheme from its plain data."""
    try:
        return _scheme(plain)
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError) as fault:
        raise InspectorError(_("星级规范写得不对：{fault}").format(fault=fault)) from fault


def _scheme(plain: Mapping[str, Any]) -> Scheme:
    measures = _in_order({key: _measure(key, one) for key, one in plain["measures"].items()})
    canonical = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    scheme = Scheme(
        id=plain["scheme"],
        version=plain["version"],
        title=_words(plain["title"]),
        credits={key: Fraction(value) for key, value in plain["credits"].items()},
        measures=measures,
        topics=tuple(plain["topics"]),
        ideas=tuple(plain["ideas"]),
        total=plain["total"],
        needs=tuple(plain.get("needs", ())),
        levels=tuple(_level(one, plain) for one in plain["levels"]),
        otherwise=_level(plain["otherwise"], plain),
        caps=tuple(_cap(one, plain) for one in plain.get("caps", ())),
        withhold=(_cap(plain["withhold"], plain),) if "withhold" in plain else (),
        floor=plain.get("evidence_floor", {}),
        digest=hashlib.sha256(canonical.encode()).hexdigest(),
        plain=plain,
    )
    _refuse_unknown(scheme)
    return scheme


def _refuse_unknown(scheme: Scheme) -> None:
    named = {*scheme.topics, *scheme.ideas, scheme.total, *scheme.needs}
    for cap in (*scheme.caps, *scheme.withhold):
        named.update(key for condition in cap.when for key in condition.measures)
    for measure in scheme.measures.values():
        named.update(measure.mix or ())
    if unknown := sorted(named - scheme.measures.keys()):
        raise InspectorError(_("星级规范提到没有定义的指标：{names}").format(names="、".join(unknown)))


def _words(text: Any) -> Words:
    return Words(text) if isinstance(text, str) else Words(**text)


def _measure(key: str, plain: Mapping[str, Any]) -> Measure:
    kinds = {kind: plain[kind] for kind in ("share", "mix", "count", "short") if kind in plain}
    return Measure(key, _words(plain["title"]), **kinds)


def _in_order(measures: dict[str, Measure]) -> dict[str, Measure]:
    """Put every measure after those it rests on."""
    ordered: dict[str, Measure] = {}
    while len(ordered) < len(measures):
        ready = [
            key
            for key, one in measures.items()
            if key not in ordered
            and all(part in ordered for part in (*(one.mix or ()), *(one.short or {}).get("of", ())))
        ]
        if not ready:
            rest = "、".join(key for key in measures if key not in ordered)
            raise InspectorError(_("星级规范的指标互相依赖，或提到没有定义的指标：{rest}").format(rest=rest))
        ordered.update((key, measures[key]) for key in ready)
    return ordered


def _level(plain: Mapping[str, Any], scheme: Mapping[str, Any]) -> Level:
    return Level(plain["level"], _words(plain["label"]), _needs(plain.get("when", {}), scheme))


def _cap(plain: Mapping[str, Any], scheme: Mapping[str, Any]) -> Cap:
    return Cap(plain.get("to"), _needs(plain["when"], scheme), _words(plain["why"]))


def _needs(when: Mapping[str, Any], scheme: Mapping[str, Any]) -> tuple[AtLeast, ...]:
    if "all" in when:
        return tuple(need for one in when["all"] for need in _needs(one, scheme))
    if "each" in when:
        return (AtLeast(tuple(scheme[when["each"]]), Fraction(when["least"])),)
    return tuple(AtLeast((measure,), Fraction(least)) for measure, least in when.items())
