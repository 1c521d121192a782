"""How the star came about: the way down from 100, the gates, the caps, and what 不适用 left out."""

from decimal import Decimal
from fractions import Fraction

from inspector.inspection.answer import Verdict
from inspector.inspection.register import crossings
from inspector.rating.rate import Rating, State, reached
from inspector.rating.scheme import Level
from inspector.report.composing.source import Source
from inspector.report.rated import Base, Gate, Labelled, Limit, Requirement, Star, Step, Trace
from inspector.wording import _, truncated

AXIS_STEP = 10


def trace(source: Source) -> Trace:
    """Return chapter 2."""
    rating, steps = source.rating, _steps(source)
    shown = None if rating.total is None else rating.total_shown
    lowest = min([step.after for step in steps], default=100.0)
    return Trace(
        lead=_("先算分，再过三道线，取最低。每一步都可逐项回溯到检查表。"),
        total=shown,
        steps=steps,
        axis_from=max(0.0, float(int(lowest) // AXIS_STEP * AXIS_STEP)),
        line=_next_line(rating),
        exact=_exact(rating),
        veto=_veto(source),
        veto_sentence=rating.why if rating.state is State.WITHHELD else "",
        requirements=_requirements(source),
        gates=_gates(source) if rating.by_score else (),
        result=_result(rating),
        star=source.star if rating.by_score else None,
        adjustments=_adjustments(source),
        bases=_bases(source),
        bases_note=_("全基数：把不适用与未查的项按零分计入后的对照值，只作参考，不用于定级。{short}").format(
            short=_short_words(source)
        ),
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
            return Limit(_("下一级 {n}").format(n=int(gate.least)), float(gate.least))
    return None


def _least(level: Level, measures: tuple[str, ...]) -> Fraction | None:
    """Return what a level asks of some measures, None where it asks nothing of them."""
    return next((need.least for need in level.needs if set(need.measures) <= set(measures)), None)


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
    rows = [
        _gate(source, _("① 总分"), (scheme.total,), rating.total),
        _gate(source, _("② 理念下限"), scheme.ideas, min(known)),
    ]
    return (*rows, _cap_gate(source))


def _gate(source: Source, name: str, measures: tuple[str, ...], value: Fraction) -> Gate:
    rating = source.rating
    allowed, above = _allowed(rating, measures, value)
    asked = [(level.label, least) for level in rating.scheme.levels if (least := _least(level, measures)) is not None]
    rule = " · ".join(f"{label} {int(least)}" for label, least in asked)
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
    caps = [cap for cap in scheme.caps if reached(cap.when, rating.readings)]
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
    return Star(level.level, str(level.label), source.star.state, source.star.plate)


def _result(rating: Rating) -> str:
    if rating.state is State.WITHHELD:
        return _("否决事实待确认，暂不评星")
    return _("三者取最低") if rating.level else rating.why


def _adjustments(source: Source) -> tuple[Labelled, ...]:
    told = [
        Labelled(_("封顶 {level}").format(level=source.rating.scheme.level(cap.to or 0).label), str(cap.why))
        for cap in source.rating.caps
    ]
    if source.rating.state is State.PROVISIONAL:
        words = _("只有一次已完成的明察，未满足评定证据下限，星级标为暂评。")
        told.append(Labelled(_("仅一次明察"), words))
    if source.rating.state is State.INTERIM:
        told.append(Labelled(_("检查未完成"), _("只按已作答的项估算，星级标为暂估。")))
    return tuple(told)


def _veto(source: Source) -> tuple[Labelled, ...]:
    return tuple(
        Labelled(f"{one.line.id} {one.line.ask.zh}", "、".join(one.items) or one.note or one.line.criterion.zh)
        for one in crossings(source.inspection)
    )


def _requirements(source: Source) -> tuple[Requirement, ...]:
    if source.rating.level is not None:
        return ()
    readings = source.rating.readings
    return tuple(
        Requirement(
            _("{name}有数据").format(name=source.title(key)),
            _("有") if readings[key].value is not None else _("无"),
            _("有"),
            readings[key].value is not None,
        )
        for key in source.rating.scheme.needs
    )


def _bases(source: Source) -> tuple[Base, ...]:
    rating, scheme = source.rating, source.rating.scheme
    if rating.total is None:
        return ()
    rows = [_base(source, idea) for idea in scheme.ideas]
    asked = len(rating.credits)
    out = sum(one.verdict in {Verdict.NA, Verdict.UNCHECKED} for one in rating.credits)
    return (
        *rows,
        Base(_("合计"), str(asked), str(out), "", "", "", rating.total_shown, rating.full_base_shown, total=True),
    )


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
        truncated(reading.earned),
        str(reading.base),
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


def _short_words(source: Source) -> str:
    reading = source.rating.readings.get("short_of_data")
    if reading is None or not reading.value:
        return _("各理念未判权重均未超过 30%，数据充分。")
    return _("有 {n} 项理念未判权重超过 30%，数据不足。").format(n=int(reading.value))
