"""The sentence that says why a rating is what it is."""

from fractions import Fraction
from typing import TYPE_CHECKING

from inspector.rating.condition import bounds_of
from inspector.rating.scheme import Level, Scheme
from inspector.wording import _, truncated

if TYPE_CHECKING:
    from inspector.rating.path import Way
    from inspector.rating.rate import Gate, Rating


def missing_words(scheme: Scheme, missing: list[str]) -> str:
    """Say which measures lack the data that a rating needs."""
    if not missing:
        return _("还没有可计分的作答")
    names = _("、").join(str(scheme.measures[key].title) for key in missing)
    return _("{names}没有数据，不评星").format(names=names)


def why_words(rating: "Rating") -> str:
    """Say what decided the level: a ceiling, the limit of promotion, an adjustment, or the next level's conditions."""
    level, by_score = rating.level, rating.by_score
    if level is None or by_score is None:
        return ""
    binding = [cap for cap in rating.caps if cap.to == level.level]
    if binding:
        told = _("得分已达{by_score}，因{why}封顶{level}")
        return told.format(by_score=by_score.label, why=binding[0].why, level=level.label)
    if rating.held and rating.scheme.promotion:
        told = _("得分已达{by_score}；{why}，本次评{level}")
        return told.format(by_score=by_score.label, why=rating.scheme.promotion.why, level=level.label)
    if rating.adjusts:
        moves = _("；").join(str(one.why) for one in rating.adjusts)
        return _("基础为{by_score}；{moves}，评{level}").format(by_score=by_score.label, moves=moves, level=level.label)
    parts = short = [gate_words(gate, rating.scheme) for gate in rating.gates if not gate.passed]
    if rating.unmet:
        parts = [*short, _("必备项 {items} 未满足").format(items=_("、").join(rating.unmet))]
    if not parts:
        return _("各项指标均达到{level}要求").format(level=level.label)
    by_total = _by_total(rating)
    if by_total and by_total.level > level.level:
        floor = _("总分已达{by_total}，因下限只评{level}；{parts}")
        told = floor if short else _("总分已达{by_total}，因必备项只评{level}；{parts}")
        return told.format(by_total=by_total.label, level=level.label, parts=_("；").join(parts))
    return _("{level}；未到上一级：{parts}").format(level=level.label, parts=_("；").join(parts))


def _by_total(rating: "Rating") -> Level | None:
    """Return the best level whose bounds on the total hold; what else it needs is left aside."""
    scheme, total = rating.scheme, {rating.scheme.total: rating.total}
    for level in scheme.levels:
        on_total = [bound for bound in bounds_of(level.needs) if bound.measures == (scheme.total,)]
        if on_total and all(bound.holds(total) for bound in on_total):
            return level
    return None


def way_words(way: "Way") -> str:
    """Say what it takes to reach the next level; why it cannot be reached where it cannot."""
    if not way.items:
        return way.why_not
    told = {
        "number": _("改好这 {n} 项，即可升至{level}（合计 {days}）"),
        "effort": _("最省工期：改好这 {n} 项，合计 {days}，即可升至{level}"),
    }[way.by]
    words = told.format(n=len(way.items), level=way.reached.label, days=days_words(way.effort))
    return words if way.proven else _("{words}；未能证明没有更短的").format(words=words)


def days_words(days: int) -> str:
    """Say how many days a repair takes."""
    return _("{n} 天").format(n=days)


def gate_words(gate: "Gate", scheme: Scheme) -> str:
    """Say how a measure misses a figure, as printed on paper."""
    told = {
        "least": _("{title} {value}，不到 {figure}"),
        "over": _("{title} {value}，没有超过 {figure}"),
        "most": _("{title} {value}，超过 {figure}"),
        "under": _("{title} {value}，没有低于 {figure}"),
    }[gate.word]
    return told.format(
        title=gate.title, value=scheme.printed(gate.measure, gate.value), figure=truncated(Fraction(gate.figure))
    )
