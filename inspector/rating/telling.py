"""A scheme in words: a table that people understand without the file, and how two of them differ."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from inspector.form.form import Words
from inspector.rating.condition import SIGNS, AnyOf, Bound, Condition, Conditions
from inspector.rating.scheme import Adjust, Cap, Level, Measure, Scheme
from inspector.wording import NBSP, _, language, truncated

GROUPS = {
    "levels": "各级要求",
    "caps": "封顶",
    "adjust": "升降",
    "promotion": "晋升",
    "withhold": "暂缓评定",
    "not_rated": "不评定",
    "evidence": "证据与有效期",
    "measures": "指标与权重",
    "credits": "计分与不适用",
}
VERDICTS = {"conform": "符合", "partly": "部分符合", "fail": "不符合", "na": "不适用", "unchecked": "未能检查"}
KINDS = {"open": "明察", "recheck": "复查", "mystery": "暗访", "survey": "问卷"}
SEVERITIES = {"fatal": "否决", "major": "严重", "minor": "一般", "info": "记录"}
STATUSES = {"candidate": "待确认", "confirmed": "已确认", "rejected": "不成立"}
PLACES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: its group, what it is about (`key` names it in every scheme), and what the scheme says."""

    group: str
    key: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Pair:
    """What two schemes say about the same thing; None where one says nothing."""

    left: Line | None
    right: Line | None

    @property
    def differs(self) -> bool:
        """Return whether they say different things."""
        return self.left != self.right

    @property
    def line(self) -> Line:
        """Return the line that names it."""
        known = self.left or self.right
        if known is None:
            raise ValueError(self)
        return known


def group_title(group: str) -> str:
    """Return the title of a group of rows."""
    return _(GROUPS[group])


def table(scheme: Scheme) -> tuple[Line, ...]:
    """Return everything a scheme says, as rows in order: levels best first, then what moves them, then the figures."""
    return (
        *_levels(scheme),
        *_rules(scheme, "caps", scheme.caps, _cap_words),
        *_rules(scheme, "adjust", scheme.adjust, _adjust_words),
        *_promotion(scheme),
        *_rules(scheme, "withhold", scheme.withhold, _withhold_words),
        *_not_rated(scheme),
        *_evidence(scheme),
        *_measures(scheme),
        *_credits(scheme),
    )


def differences(left: Sequence[Line], right: Sequence[Line]) -> tuple[Pair, ...]:
    """Pair the rows of two tables; what only the right one has stands at the end of its group."""
    ours = {(line.group, line.key): line for line in left}
    theirs = {(line.group, line.key): line for line in right}
    together = dict.fromkeys((*ours, *theirs))
    order = list(GROUPS)
    keys = sorted(together, key=lambda key: order.index(key[0]))
    return tuple(Pair(ours.get(key), theirs.get(key)) for key in keys)


# Conditions.


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
    names = _names(bound.measures, scheme)
    return _("{names}各").format(names=names) if len(bound.measures) > 1 else names


def figure(value: Fraction) -> str:
    """Print a figure of a scheme as it is written: 90, 70.5, or 1/3 where decimals cannot say it."""
    for places in range(PLACES + 1):
        if (value * 10**places).denominator == 1:
            return truncated(value, places)
    return str(value)


def _names(keys: Iterable[str], scheme: Scheme) -> str:
    return "、".join(_into(scheme.measures[key].title) for key in keys)


def _into(words: Words) -> str:
    return words.into(language())


# Levels and what moves them.


def _levels(scheme: Scheme) -> Iterable[Line]:
    for level in scheme.levels:
        yield Line("levels", level.label.zh, _into(level.label), _level_words(level, scheme))
    last = scheme.otherwise
    yield Line("levels", last.label.zh, _into(last.label), _level_words(last, scheme) or _("以上各级都没有达到"))


def _level_words(level: Level, scheme: Scheme) -> str:
    told = [condition_words(level.needs, scheme)]
    if level.necessary:
        told.append(_("必备项 {items} 全部满足").format(items="、".join(level.necessary)))
    return "；".join(part for part in told if part)


def _rules(scheme: Scheme, group: str, rules: Sequence[Any], tell: Callable[[Any, Scheme], str]) -> Iterable[Line]:
    """Tell rules, each under the reason it gives; a reason given twice is numbered."""
    met: Counter[str] = Counter()
    for rule in rules:
        met[rule.why.zh] += 1
        yield Line(group, f"{rule.why.zh}#{met[rule.why.zh]}", _into(rule.why), tell(rule, scheme))


def _cap_words(cap: Cap, scheme: Scheme) -> str:
    level = scheme.level(cap.to or 0)
    told = _("{when} 时，只能是{level}") if level == scheme.otherwise else _("{when} 时，最高{level}")
    return told.format(when=condition_words(cap.when, scheme), level=_into(level.label))


def _adjust_words(adjust: Adjust, scheme: Scheme) -> str:
    told = _("{when} 时，升 {n} 级，不高于{level}") if adjust.by > 0 else _("{when} 时，降 {n} 级，不低于{level}")
    end = scheme.level(adjust.highest if adjust.by > 0 else adjust.lowest)
    return told.format(when=condition_words(adjust.when, scheme), n=abs(adjust.by), level=_into(end.label))


def _withhold_words(cap: Cap, scheme: Scheme) -> str:
    return _("{when} 时，须由第二人核实后才能评定").format(when=condition_words(cap.when, scheme))


def _refusal_words(cap: Cap, scheme: Scheme) -> str:
    return _("{when} 时，不评定").format(when=condition_words(cap.when, scheme))


def _promotion(scheme: Scheme) -> Iterable[Line]:
    if scheme.promotion is not None:
        told = _("每次评定最多比上次高 {n} 级；降级立即生效").format(n=scheme.promotion.steps)
        yield Line("promotion", "promotion", _into(scheme.promotion.why), told)


def _not_rated(scheme: Scheme) -> Iterable[Line]:
    if scheme.needs:
        told = _("{names}，缺一个就不评定").format(names=_names(scheme.needs, scheme))
        yield Line("not_rated", "needs", _("必须有数据"), told)
    yield from _rules(scheme, "not_rated", scheme.not_rated, _refusal_words)


# Evidence.


def _evidence(scheme: Scheme) -> Iterable[Line]:
    counted = "、".join(
        _(KINDS.get(kind, kind)) if weight == 1 else f"{_(KINDS.get(kind, kind))} ×{weight}"
        for kind, weight in scheme.kinds.items()
        if weight
    )
    yield Line("evidence", "kinds", _("计入的检查"), counted)
    wanted = "、".join(
        _("{kind} {n} 次").format(kind=_(KINDS.get(kind, kind)), n=number)
        for kind, number in scheme.floor.items()
        if kind != "window_months"
    )
    months = scheme.floor.get("window_months", 12)
    told = _("{n} 个月内至少 {wanted}").format(n=months, wanted=wanted) if wanted else _("没有要求")
    yield Line("evidence", "floor", _("正式评定所需"), told)
    yield Line("evidence", "valid", _("有效期"), _("{n} 个月").format(n=scheme.valid_months))


# Measures.


def _measures(scheme: Scheme) -> Iterable[Line]:
    shares = [key for key in scheme.topics if len(scheme.measures[key].share or {}) == 1]
    first = dict.fromkeys((scheme.total, *scheme.ideas))
    others = [key for key in scheme.measures if key not in first and key not in shares]
    for key in (*first, *others):
        measure = scheme.measures[key]
        yield Line("measures", key, _into(measure.title), _measure_words(measure, scheme))
    if shares:
        told = _("{names}：得到的权重 ÷ 适用的权重，按百分数").format(names=_names(shares, scheme))
        yield Line("measures", "topics", _("各专题"), told)


def _measure_words(measure: Measure, scheme: Scheme) -> str:
    return _TELLERS[measure.kind](measure.of, scheme)


def _mix(of: Mapping[str, Any], scheme: Scheme) -> str:
    parts = "、".join(f"{_names([key], scheme)}{NBSP}{weight}" for key, weight in of.items())
    return _("加权平均：{parts}").format(parts=parts)


def _sum(of: Mapping[str, Any], scheme: Scheme) -> str:
    parts = (_term(_names([key], scheme), Fraction(str(factor))) for key, factor in of.items())
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
    return told.format(names=_names(of["of"], scheme), over=of["over"])


def _value(of: Mapping[str, Any], _scheme: Scheme) -> str:
    part = of.get("part", "")
    return _("检查项 {item} 记录的数值").format(item=f"{of['item']} {part}".strip())


def _previous(of: str, scheme: Scheme) -> str:
    name = _names([of], scheme) if of in scheme.measures else _("级别")
    return _("上次评定的{name}").format(name=name)


_TELLERS: dict[str, Callable[[Any, Scheme], str]] = {
    "share": lambda of, _scheme: _("得分率：{chosen}").format(chosen=_chosen(of)),
    "points": lambda of, _scheme: _("得分合计：{chosen}").format(chosen=_chosen(of)),
    "lost": lambda of, _scheme: _("失分合计：{chosen}").format(chosen=_chosen(of)),
    "value": _value,
    "mix": _mix,
    "sum": _sum,
    "highest": lambda of, scheme: _("最高的一个：{names}").format(names=_names(of, scheme)),
    "lowest": lambda of, scheme: _("最低的一个：{names}").format(names=_names(of, scheme)),
    "grade": _grade,
    "count": _count,
    "short": _short,
    "previous": _previous,
}


# Credits.


def _credits(scheme: Scheme) -> Iterable[Line]:
    yield Line("credits", "credits", _("得到权重的多少"), _credit_words(scheme.credits))
    for weight, credits in scheme.by_weight.items():
        name = _("权重 {n} 的检查项").format(n=weight)
        yield Line("credits", f"weight {weight}", name, _credit_words(credits))
    left_out = "、".join(_(word) for verdict, word in VERDICTS.items() if verdict not in scheme.credits)
    if left_out:
        told = _("{verdicts}：不计入得分，也不计入满分").format(verdicts=left_out)
        yield Line("credits", "left out", _("不计分的结论"), told)


def _credit_words(credits: Mapping[str, Fraction]) -> str:
    return "、".join(f"{_(VERDICTS.get(verdict, verdict))}{NBSP}{credit}" for verdict, credit in credits.items())
