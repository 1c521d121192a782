"""Summary and topics: the judgement in words, ideas and topics in figures, every lost point."""

from decimal import Decimal
from fractions import Fraction

from inspector.inspection.answer import Verdict
from inspector.inspection.measured import measured_words
from inspector.rating.rate import Rating, State
from inspector.report.composing.source import Source
from inspector.report.rated import Change, Count, Limit, LostPoint, Past, Problem, Share, Summary, Topic
from inspector.wording import _, short_date, truncated

CREDIT_WORDS = {Fraction(0): "0", Fraction(1, 2): "0.5"}


def share(source: Source, key: str, weight: str, contribution: str = "") -> Share:
    """Return a measure as a row: printed figures, change against last time, plain numbers for its chart."""
    value, last = source.rating.readings[key].value, last_figure(source, key)
    return Share(
        name=source.title(key),
        weight=weight,
        value=source.rating.shown(key),
        last=last,
        change=change(source.rating.shown(key), last),
        contribution=contribution,
        number=None if value is None else float(value),
        last_number=float(last) if last else None,
    )


def last_figure(source: Source, key: str) -> str:
    """Return a measure as it was printed the last time, empty without one to compare with."""
    if source.last is None:
        return ""
    printed = source.last.measures.get(key, "")
    if key == source.rating.scheme.total:
        # The total of a topic audit, or of one without a star, is no yardstick for this one.
        printed = source.last.total if source.last.level is not None and source.rating.level is not None else ""
    return printed if printed.replace(".", "", 1).isdecimal() else ""


def change(now: str, last: str) -> Change:
    """Return the difference of two printed figures."""
    if not last or not now.replace(".", "", 1).isdecimal():
        return Change("new" if not last else "", "")
    difference = Decimal(now) - Decimal(last)
    return Change("up" if difference > 0 else "down" if difference else "same", f"{abs(difference):.1f}")


def summary(source: Source) -> Summary:
    """Return the one-page summary."""
    rating, scheme = source.rating, source.rating.scheme
    weights = scheme.measures[scheme.total].mix or {}
    topic_weights = {
        topic: weight for idea in scheme.ideas for topic, weight in (scheme.measures[idea].mix or {}).items()
    }
    ideas = tuple(share(source, key, str(weights[key]), _contribution(rating, key)) for key in scheme.ideas)
    exact = "" if rating.total is None else truncated(rating.total, 2)
    counts = tuple(Count(verdict, rating.counts[verdict.value]) for verdict in Verdict)
    return Summary(
        headline=_headline(source),
        sentences=(_sentences(source),),
        ideas=ideas,
        total=share(source, scheme.total, "100", exact),
        topics=tuple(share(source, key, str(topic_weights[key])) for key in scheme.topics),
        counts=_with_left_out(counts, rating),
        counts_sentence=_("丢分各项中 {written} 项书面整改，{quick} 项立查立改。").format(
            written=len(source.written), quick=len(source.quick)
        ),
        problems=tuple(
            Problem(
                found.number,
                found.item.id,
                found.item.ask.zh,
                found.severity,  # type: ignore[arg-type]
                short_date(found.deadline) if found.deadline else _("下次检查"),
            )
            for found in source.written
        ),
        history=_history(source),
        levels=_levels(rating),
        floor=_floor(rating),
    )


def _with_left_out(counts: tuple[Count, ...], rating: Rating) -> tuple[Count, ...]:
    hidden = rating.counts["not_asked"]
    made = [Count(one.verdict, one.number + (hidden if one.verdict is Verdict.NA else 0)) for one in counts]
    return tuple(one for one in made if one.number)


def _headline(source: Source) -> str:
    rating = source.rating
    if rating.state is State.WITHHELD:
        return _("有否决事实待确认，暂不评星。")
    if rating.level is None:
        return _("尚不能评星。")
    words = {
        State.INTERIM: _("检查尚未完成，暂估为{level}。"),
        State.PROVISIONAL: _("本厅暂评为{level}。"),
        State.FULL: _("本厅评定为{level}。"),
    }[rating.state]
    return words.format(level=rating.level.label)


def _sentences(source: Source) -> str:
    rating, told = source.rating, [f"{source.rating.why}。"]
    moved = change(rating.total_shown, last_figure(source, rating.scheme.total))
    if moved.printed:
        way = {"up": _("升 {n} 分"), "down": _("降 {n} 分"), "same": _("持平")}[moved.direction]
        told.append(_("总分较上次{way}。").format(way=way.format(n=moved.printed)))
    losses = [(Decimal(step.lost), step) for step in rating.steps()]
    if losses:
        most, worst = max(losses, key=lambda pair: pair[0])
        told.append(
            _("失分最多的专题是{topic}，失去 {n} 分，占全部失分的 {share}。").format(
                topic=source.title(worst.topic), n=most, share=_share_of(most, sum(lost for lost, _step in losses))
            )
        )
    return "".join(told)


def _share_of(part: Decimal, whole: Decimal | int) -> str:
    return f"{int(part * 100 / whole)}%" if whole else "–"


def _contribution(rating: Rating, idea: str) -> str:
    value, mix = rating.readings[idea].value, rating.scheme.measures[rating.scheme.total].mix or {}
    if value is None:
        return "–"
    known = sum(weight for key, weight in mix.items() if rating.readings[key].value is not None)
    return truncated(value * mix[idea] / known, 2)


def _history(source: Source) -> tuple[Past, ...]:
    if source.last is None:
        return ()
    before = last_figure(source, source.rating.scheme.total)
    total = source.rating.total
    return (
        Past(f"{source.last.day:%y-%m}", source.last.total, float(before) if before else None),
        Past(f"{source.inspection.day:%y-%m}", source.rating.total_shown, None if total is None else float(total)),
    )


def _levels(rating: Rating) -> tuple[Limit, ...]:
    lines = []
    for level in rating.scheme.levels:
        for need in level.needs:
            if need.measures == (rating.scheme.total,):
                lines.append(Limit(f"{level.level}★ {int(need.least)}", float(need.least)))
    return tuple(lines)


def _floor(rating: Rating) -> Limit | None:
    floors = [gate for gate in rating.gates if gate.measure in rating.scheme.ideas]
    if not floors:
        return None
    least = floors[0].least
    return Limit(_("上一级下限 {n}").format(n=int(least)), float(least))


def topics(source: Source) -> tuple[Topic, ...]:
    """Return every topic with each item that lost points in it."""
    weights = {
        topic: weight
        for idea in source.rating.scheme.ideas
        for topic, weight in (source.rating.scheme.measures[idea].mix or {}).items()
    }
    return tuple(_topic(source, key, str(weights[key])) for key in source.rating.scheme.topics)


def _topic(source: Source, key: str, weight: str) -> Topic:
    tag = (source.rating.scheme.measures[key].share or {}).get("topic", key)
    mine = [one for one in source.rating.credits if one.item.topic == tag]
    counts = [Count(verdict, sum(one.verdict is verdict for one in mine)) for verdict in Verdict]
    lost = tuple(
        LostPoint(
            item=point.item.id,
            title=point.item.ask.zh,
            verdict=point.verdict,
            weight=str(point.item.weight),
            credit=CREDIT_WORDS.get(point.credit, str(point.credit)),
            lost=f"−{truncated(point.points, 2)}",
            measured=measured_words(point.item, source.inspection.answer(point.item.id)),
            remark=source.inspection.answer(point.item.id).note,
            heavy=source.inspection.severity(point.item) in {"major", "fatal"},
        )
        for point in source.lost.values()
        if point.item.topic == tag
    )
    return Topic(
        share=share(source, key, weight),
        items=_("{n} 项").format(n=len(mine)),
        counts=tuple(count for count in counts if count.number),
        lost=lost,
    )
