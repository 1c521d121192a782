"""A scheme in words: a table that people understand without the file, and how two of them differ."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from inspector.rating.phrases import condition_words, measure_words, names_of, worded
from inspector.rating.scheme import Adjust, Cap, Level, Scheme
from inspector.wording import NBSP, _

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


# Levels and what moves them.


def _levels(scheme: Scheme) -> Iterable[Line]:
    for level in scheme.levels:
        yield Line("levels", level.label.zh, worded(level.label), _level_words(level, scheme))
    last = scheme.otherwise
    yield Line("levels", last.label.zh, worded(last.label), _level_words(last, scheme) or _("以上各级都没有达到"))


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
        yield Line(group, f"{rule.why.zh}#{met[rule.why.zh]}", worded(rule.why), tell(rule, scheme))


def _cap_words(cap: Cap, scheme: Scheme) -> str:
    level = scheme.level(cap.to or 0)
    told = _("{when} 时，只能是{level}") if level == scheme.otherwise else _("{when} 时，最高{level}")
    return told.format(when=condition_words(cap.when, scheme), level=worded(level.label))


def _adjust_words(adjust: Adjust, scheme: Scheme) -> str:
    told = _("{when} 时，升 {n} 级，不高于{level}") if adjust.by > 0 else _("{when} 时，降 {n} 级，不低于{level}")
    end = scheme.level(adjust.highest if adjust.by > 0 else adjust.lowest)
    return told.format(when=condition_words(adjust.when, scheme), n=abs(adjust.by), level=worded(end.label))


def _withhold_words(cap: Cap, scheme: Scheme) -> str:
    return _("{when} 时，须由第二人核实后才能评定").format(when=condition_words(cap.when, scheme))


def _refusal_words(cap: Cap, scheme: Scheme) -> str:
    return _("{when} 时，不评定").format(when=condition_words(cap.when, scheme))


def _promotion(scheme: Scheme) -> Iterable[Line]:
    if scheme.promotion is not None:
        told = _("每次评定最多比上次高 {n} 级；降级立即生效").format(n=scheme.promotion.steps)
        yield Line("promotion", "promotion", worded(scheme.promotion.why), told)


def _not_rated(scheme: Scheme) -> Iterable[Line]:
    if scheme.needs:
        told = _("{names}，缺一个就不评定").format(names=names_of(scheme.needs, scheme))
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
        yield Line("measures", key, worded(measure.title), measure_words(measure, scheme))
    if shares:
        told = _("{names}：得到的权重 ÷ 适用的权重，按百分数").format(names=names_of(shares, scheme))
        yield Line("measures", "topics", _("各专题"), told)


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
