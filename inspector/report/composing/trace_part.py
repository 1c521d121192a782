"""How the star came about: the way down from 100, the gates, the caps, and what 不适用 left out."""

from decimal import Decimal
from fractions import Fraction

from inspector.inspection.answer import Verdict
from inspector.rating.condition import bounds_of, holds
from inspector.rating.measures import values_of
from inspector.rating.rate import Rating, State
from inspector.rating.scheme import Level
from inspector.report.composing.red_lines_part import confirmed_requirement, next_steps, veto_facts, veto_sentence
from inspector.report.composing.source import Source, star_for
from inspector.report.composing.standing import standing
from inspector.report.composing.way_part import way
from inspector.report.rated import Base, Gate, Labelled, Limit, Requirement, Star, Step, Trace
from inspector.wording import NBSP, _, plain_number, truncated

AXIS_STEP = 10


def trace(source: Source) -> Trace:
    """Return chapter 2."""
    rating, steps = source.rating, _steps(source) if source.scored else ()
    told, mendings = way(source)
    lowest = min([step.after for step in steps], default=100.0)
    return Trace(
        lead=_("先算分，再过三道线，取最低。每一步都可逐项回溯到检查表。")
        if source.scored
        else _("本次不评星：{why}。").format(why=rating.why),
        total=rating.total_shown if source.scored and rating.total is not None else None,
        steps=steps,
        axis_from=max(0.0, float(int(lowest) // AXIS_STEP * AXIS_STEP)),
        line=_next_line(rating),
        exact=_exact(rating),
        veto=veto_facts(source),
        veto_sentence=veto_sentence(source),
        next_steps=next_steps(source),
        requirements=_requirements(source),
        gates=_gates(source) if rating.by_score else (),
        result=_result(source),
        star=source.star if rating.by_score else None,
        adjustments=_adjustments(source),
        way=told,
        mendings=mendings,
        bases=_bases(source),
        bases_note=_bases_note(source),
    )


def _steps(source: Source) -> tuple[Step, ...]:
    made, before = [], 100.0
    for step in source.rating.steps():
        after = float(step.running)
        made.append(
            Step(source.title(step.idea), source.title(step.topic), f"−{step.lost}", step.running, before, after)
        )
        before = after
    return tuple(made)


def _exact(rating: Rating) -> str:
    if rating.total is None:
        return ""
    return _("精确值 {exact}，印作 {shown}。").format(exact=truncated(rating.total, 4), shown=rating.total_shown)


def _next_line(rating: Rating) -> Limit | None:
    for gate in rating.gates:
        if gate.measure == rating.scheme.total and not gate.passed:
            return Limit(_("上一级 {n}").format(n=plain(gate.figure)), float(gate.figure))
    return None


def _least(level: Level, measures: tuple[str, ...]) -> Fraction | None:
    """Return what a level asks of some measures, None where it asks nothing of them."""
    return next((need.figure for need in bounds_of(level.needs) if set(need.measures) <= set(measures)), None)


def _allowed(rating: Rating, measures: tuple[str, ...], value: Fraction) -> tuple[Level, Level | None]:
    """Return the level that one rule alone allows, and the next one above it."""
    above: Level | None = None
    for level in rating.scheme.levels:
        least = _least(level, measures)
        if least is None or value >= least:
            return level, above
        above = level
    return rating.scheme.otherwise, above


def _gates(source: Source) -> tuple[Gate, ...]:
    rating, scheme = source.rating, source.rating.scheme
    known = [value for key in scheme.ideas if (value := rating.readings[key].value) is not None]
    if rating.total is None or not known:
        return ()
    weakest = [key for key in scheme.ideas if rating.readings[key].value == min(known)]
    lowest = _("最低为{idea}；").format(idea=source.title(weakest[0])) if len(weakest) == 1 else ""
    rows = [
        _gate(source, _("① 总分"), (scheme.total,), rating.total),
        _gate(source, _("② 理念下限"), scheme.ideas, min(known), lowest),
    ]
    return (*rows, _cap_gate(source))


def _gate(source: Source, name: str, measures: tuple[str, ...], value: Fraction, before: str = "") -> Gate:
    rating = source.rating
    allowed, above = _allowed(rating, measures, value)
    asked = [(level.label, least) for level in rating.scheme.levels if (least := _least(level, measures)) is not None]
    rule = before + " · ".join(f"{label}{NBSP}{plain(least)}" for label, least in asked)
    least = _least(above, measures) if above else None
    needed = "–"
    if least is not None:
        short = Decimal(truncated(least)) - Decimal(truncated(value))
        needed = _("≥ {least}，差 {short}").format(least=truncated(least), short=short)
    return Gate(name, rule, truncated(value), needed, above is None, _star(source, allowed))


def _cap_gate(source: Source) -> Gate:
    rating, scheme = source.rating, source.rating.scheme
    majors = rating.readings.get("major_open")
    count = int(majors.value or 0) if majors else 0
    caps = [cap for cap in scheme.caps if holds(cap.when, values_of(rating.readings))]
    allowed = scheme.level(min([scheme.levels[0].level, *(cap.to or 0 for cap in caps)]))
    return Gate(
        _("③ 封顶"),
        "；".join(str(cap.why) for cap in scheme.caps),
        _("严重 {n} 项").format(n=count),
        "–" if not caps else _("解除封顶事项"),
        not caps,
        _star(source, allowed),
    )


def _star(source: Source, level: Level) -> Star:
    return star_for(source.rating.scheme, level, source.star.state, source.star.plate)


def plain(value: Fraction) -> str:
    """Print a threshold without needless decimals."""
    return plain_number(Decimal(truncated(value, 2)))


def _result(source: Source) -> str:
    rating, lines = source.rating, len(source.inspection.form.red_lines)
    if rating.state is State.WITHHELD:
        return _("否决事实待确认，暂不评星")
    if rating.level is None:
        return rating.why
    if lines and source.rating.state is not State.INTERIM and not veto_facts(source):
        return _("三者取最低；红线 {n} 条均未触发").format(n=lines)
    return _("三者取最低")


def _adjustments(source: Source) -> tuple[Labelled, ...]:
    told = [
        Labelled(_("封顶 {level}").format(level=source.rating.scheme.level(cap.to or 0).label), str(cap.why))
        for cap in source.rating.caps
    ]
    return (*told, *standing(source))


def _requirements(source: Source) -> tuple[Requirement, ...]:
    if source.rating.level is not None:
        return ()
    readings = source.rating.readings
    rows = [
        Requirement(
            _("{name}有数据").format(name=source.title(key)),
            _("有") if readings[key].value is not None else _("无"),
            _("有"),
            readings[key].value is not None,
        )
        for key in source.rating.scheme.needs
    ]
    asked, all_ = len(source.topics), len(source.rating.scheme.topics)
    if asked < all_:
        rows.insert(0, Requirement(_("检查表问到的专题"), str(asked), _("全部 {n} 个").format(n=all_), met=False))
    return (*rows, *confirmed_requirement(source))


def _bases(source: Source) -> tuple[Base, ...]:
    rating = source.rating
    if rating.total is None:
        return ()
    rows = [_base(source, idea) for idea in source.ideas]
    if not source.scored:
        return tuple(rows)
    out = sum(one.verdict in {Verdict.NA, Verdict.UNCHECKED} for one in rating.credits)
    whole = Base(
        _("合计"), str(len(rating.credits)), str(out), "", rating.total_shown, rating.full_base_shown, total=True
    )
    return (*rows, whole)


def _base(source: Source, idea: str) -> Base:
    reading = source.rating.readings[idea]
    mine = [one for one in source.rating.credits if one.item.idea == idea]
    out = sum(one.verdict in {Verdict.NA, Verdict.UNCHECKED} for one in mine)
    left_out = f"{truncated(Fraction(reading.left_out * 100, reading.asked))}%" if reading.asked else "–"
    full = _full_base(source.rating, idea)
    return Base(
        source.title(idea),
        str(len(mine)),
        str(out),
        left_out,
        source.rating.shown(idea),
        "–" if full is None else truncated(full),
    )


def _full_base(rating: Rating, idea: str) -> Fraction | None:
    mix = rating.scheme.measures[idea].mix or {}
    known = [(rating.readings[key], weight) for key, weight in mix.items() if rating.readings[key].asked]
    if not known:
        return None
    whole = sum(weight for _reading, weight in known)
    return sum((one.earned * 100 * weight / one.asked for one, weight in known), Fraction(0)) / whole


def _bases_note(source: Source) -> str:
    """Return how these items make up the form, what the full base is, and whether data suffice."""
    if source.rated:
        words = _("计分的检查项共 {n} 项，同一项在几次检查里都问到的，取平均。")
        return words.format(n=len(source.rating.credits)) + _short_words(source)
    form, counts = source.inspection.form, source.rating.counts
    asked = [item for item in form.items.values() if source.inspection.asked(item.id)]
    parts = [_("问到且计分 {n} 项").format(n=len(source.rating.credits))]
    recorded = sum(not item.weight for item in asked)
    parts += [_("只记录 {n} 项").format(n=recorded)] if recorded else []
    parts += [_("按厅情不问 {n} 项").format(n=counts["not_asked"])] if counts["not_asked"] else []
    return (
        _("检查表 {n} 项：{parts}。").format(n=len(form.items), parts=_("，").join(parts))
        + _("理念得分率为所含专题得分率按专题权重的平均，专题的得分权重见第 3 章。")
        + _("全基数：把问到而不适用、未能检查的项按零分计入后的对照值，只作参考，不用于定级。")
        + _short_words(source)
    )


def _short_words(source: Source) -> str:
    rating = source.rating
    watched = [(reading, reading.measure.short) for reading in rating.readings.values() if reading.measure.short]
    if source.draft or not source.scored or not watched:
        return ""
    reading, short = watched[0]
    if not reading.value:
        return _("各理念未判权重均未超过 {over}%，数据充分。").format(over=short["over"])
    return _("有 {n} 项理念未判权重超过 {over}%，数据不足。").format(n=int(reading.value), over=short["over"])
