"""Conditions and measures of a scheme in words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from inspector.form.form import Words
from inspector.rating.condition import SIGNS, AnyOf, Bound, Condition, Conditions
from inspector.rating.scheme import Measure, Scheme
from inspector.wording import NBSP, _, language, truncated

SEVERITIES = {"fatal": "否决", "major": "严重", "minor": "一般", "info": "记录"}
STATUSES = {"candidate": "待确认", "confirmed": "已确认", "rejected": "不成立"}
PLACES = 3


def condition_words(conditions: Conditions, scheme: Scheme) -> str:
    """Say conditions that must all hold, such as 总分 ≥ 90；各理念 ≥ 80."""
    return "；".join(_condition(one, scheme) for one in conditions)


def _condition(condition: Condition, scheme: Scheme) -> str:
    if isinstance(condition, AnyOf):
        rows = (_(" 且 ").join(_condition(one, scheme) for one in row) for row in condition.alternatives)
        return _("，或 ").join(rows)
    return NBSP.join((_subject(condition, scheme), SIGNS[condition.word], figure(condition.figure)))


def _subject(bound: Bound, scheme: Scheme) -> str:
    if bound.each and bound.measures == scheme.ideas:
        return _("各理念")
    if bound.each and bound.measures == scheme.topics:
        return _("各专题")
    names = names_of(bound.measures, scheme)
    return _("{names}各").format(names=names) if len(bound.measures) > 1 else names


def figure(value: Fraction) -> str:
    """Print a figure of a scheme as it is written: 90, 70.5, or 1/3 where decimals cannot say it."""
    for places in range(PLACES + 1):
        if (value * 10**places).denominator == 1:
            return truncated(value, places)
    return str(value)


def names_of(keys: Iterable[str], scheme: Scheme) -> str:
    """Return the titles of measures."""
    return "、".join(worded(scheme.measures[key].title) for key in keys)


def worded(words: Words) -> str:
    """Return words in the language chosen."""
    return words.into(language())


def measure_words(measure: Measure, scheme: Scheme) -> str:
    """Say how a measure is computed."""
    return _TELLERS[measure.kind](measure.of, scheme)


def _mix(of: Mapping[str, Any], scheme: Scheme) -> str:
    parts = "、".join(f"{names_of([key], scheme)}{NBSP}{weight}" for key, weight in of.items())
    return _("加权平均：{parts}").format(parts=parts)


def _sum(of: Mapping[str, Any], scheme: Scheme) -> str:
    parts = (_term(names_of([key], scheme), Fraction(str(factor))) for key, factor in of.items())
    return _("相加：{parts}").format(parts="、".join(parts))


def _term(name: str, factor: Fraction) -> str:
    return name if factor == 1 else f"{name}{NBSP}×{NBSP}{figure(factor)}"


def _chosen(of: Mapping[str, Any]) -> str:
    """Say which items are meant: by name, or by their tags."""
    if not of:
        return _("全部检查项")
    tags = [f"{key} = {value}" for key, value in of.items() if key != "items"]
    return "，".join(["、".join(of.get("items", ())), *tags] if "items" in of else tags)


def _grade(of: Sequence[Any], scheme: Scheme) -> str:
    return "　".join(
        _("{level} 级：{when}").format(level=step.level, when=condition_words(step.when, scheme) or _("其余"))
        for step in of
    )


def _count(of: Mapping[str, Any], _scheme: Scheme) -> str:
    told = [_(SEVERITIES[of["severity"]])] if "severity" in of else []
    if "status" in of:
        told.append(_(STATUSES[of["status"]]))
    if "open" in of:
        told.append(_("未整改") if of["open"] else _("已整改"))
    return _("问题台账上的项数：{told}").format(told="、".join(told) or _("全部"))


def _short(of: Mapping[str, Any], scheme: Scheme) -> str:
    told = _("{names}中，不适用与未能检查的权重超过 {over}% 的个数")
    return told.format(names=names_of(of["of"], scheme), over=of["over"])


def _value(of: Mapping[str, Any], _scheme: Scheme) -> str:
    part = of.get("part", "")
    return _("检查项 {item} 记录的数值").format(item=f"{of['item']} {part}".strip())


def _previous(of: str, scheme: Scheme) -> str:
    name = names_of([of], scheme) if of in scheme.measures else _("级别")
    return _("上次评定的{name}").format(name=name)


_TELLERS: dict[str, Callable[[Any, Scheme], str]] = {
    "share": lambda of, _scheme: _("得分率：{chosen}").format(chosen=_chosen(of)),
    "points": lambda of, _scheme: _("得分合计：{chosen}").format(chosen=_chosen(of)),
    "lost": lambda of, _scheme: _("失分合计：{chosen}").format(chosen=_chosen(of)),
    "value": _value,
    "mix": _mix,
    "sum": _sum,
    "highest": lambda of, scheme: _("最高的一个：{names}").format(names=names_of(of, scheme)),
    "lowest": lambda of, scheme: _("最低的一个：{names}").format(names=names_of(of, scheme)),
    "grade": _grade,
    "count": _count,
    "short": _short,
    "previous": _previous,
}
