"""Summary and topics: the judgement in words, ideas and topics in figures, every lost point."""

from decimal import Decimal
from fractions import Fraction

from inspector.inspection.answer import Verdict
from inspector.inspection.measured import measured_words
from inspector.rating.condition import bounds_of
from inspector.rating.rate import Rating
from inspector.report.composing.source import Source
from inspector.report.composing.standing import headline, lost_sentence
from inspector.report.rated import Change, Count, Limit, LostPoint, Past, Problem, Share, Summary, Topic
from inspector.wording import _, plain_number, sentences, truncated

CREDIT_WORDS = {Fraction(0): "0", Fraction(1, 2): "0.5"}


def share(source: Source, key: str, weight: str, contribution: str = "") -> Share:
    """Return a measure as a row: printed figures, change against last time, plain numbers for its chart."""
    value, last = source.rating.readings[key].value, last_figure(source, key)
    if key == source.rating.scheme.total and not source.scored:
        value = None
    printed = "" if value is None else truncated(value)
    return Share(
        name=source.title(key),
        weight=weight,
        value=printed,
        last=last,
        change=change(printed, last) if source.last else Change(),
        contribution=contribution,
        number=None if value is None else float(value),
        last_number=float(last) if last else None,
        mean=source.peers.means.get(key),
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
    """Return the difference of two printed figures; what has none is no change, what had none is new."""
    if not now:
        return Change()
    if not last:
        return Change("new")
    difference = Decimal(now) - Decimal(last)
    return Change("up" if difference > 0 else "down" if difference else "same", f"{abs(difference):.1f}")


def summary(source: Source) -> Summary:
    """Return the one-page summary."""
    rating, scheme = source.rating, source.rating.scheme
    weights = scheme.measures[scheme.total].mix or {}
    topic_weights = {
        topic: weight for idea in scheme.ideas for topic, weight in (scheme.measures[idea].mix or {}).items()
    }
    parts = _contributions(source)
    ideas = tuple(share(source, key, str(weights[key]), parts[key]) for key in source.ideas)
    exact = "–" if rating.total is None or not source.scored else truncated(rating.total, 2)
    return Summary(
        headline=headline(source),
        sentences=(_sentences(source),),
        ideas=ideas,
        total=share(source, scheme.total, "100", exact),
        topics=tuple(share(source, key, str(topic_weights[key])) for key in source.topics),
        counts=_counts(rating),
        counts_sentence=lost_sentence(source),
        problems=tuple(
            Problem(
                found.number,
                found.item.id,
                str(found.item.ask),
                found.severity,  # type: ignore[arg-type]
                source.day(found.deadline),
            )
            for found in source.written
        ),
        history=_history(source),
        levels=_levels(rating),
        floor=_floor(rating),
    )


def _counts(rating: Rating) -> tuple[Count, ...]:
    """Count every item of the form once: what hall facts leave out is 不适用, what is open has no verdict."""
    numbers: dict[Verdict | None, int] = {verdict: rating.counts[verdict.value] for verdict in Verdict}
    numbers[Verdict.NA] += rating.counts["not_asked"]
    numbers[None] = rating.counts["unanswered"]
    return tuple(Count(verdict, number) for verdict, number in numbers.items() if number)


def _sentences(source: Source) -> str:
    rating, told = source.rating, [source.rating.why + _("。")]
    if not source.scored:
        return told[0]
    moved = change(rating.total_shown, last_figure(source, rating.scheme.total))
    if moved.printed:
        way = {"up": _("升 {n} 分"), "down": _("降 {n} 分"), "same": _("持平")}[moved.direction]
        told.append(_("总分较上次{way}。").format(way=way.format(n=moved.printed)))
    losses = [(Decimal(step.lost), step) for step in rating.steps()]
    if len(losses) == 1:
        (lost, step), told_of = losses[0], _("失分都在{topic}专题，共 {n} 分。")
        told.append(told_of.format(topic=source.title(step.topic), n=lost))
    elif losses:
        most, worst = max(losses, key=lambda pair: pair[0])
        told.append(
            _("失分最多的专题是{topic}，失去 {n} 分，占全部失分的 {share}。").format(
                topic=source.title(worst.topic), n=most, share=_share_of(most, sum(lost for lost, _step in losses))
            )
        )
    return sentences(*told)


def _share_of(part: Decimal, whole: Decimal | int) -> str:
    return f"{int(part * 100 / whole)}%" if whole else "–"


def _contributions(source: Source) -> dict[str, str]:
    """Return what each idea brings to the total, as differences of cut sums, so that the column adds up."""
    rating, scheme = source.rating, source.rating.scheme
    mix = scheme.measures[scheme.total].mix or {}
    known = {key: weight for key, weight in mix.items() if rating.readings[key].value is not None}
    parts, reached = dict.fromkeys(scheme.ideas, "–"), Fraction(0)
    for key, weight in known.items() if source.scored else ():
        before = Decimal(truncated(reached, 2))
        reached += (rating.readings[key].value or 0) * Fraction(weight, sum(known.values()))
        parts[key] = str(Decimal(truncated(reached, 2)) - before)
    return parts


def _history(source: Source) -> tuple[Past, ...]:
    """Return the ratings of the hall, this one last, each beside what the halls of its city had on average then."""
    rating, total = source.rating, source.rating.total
    counts = total is not None and rating.level is not None and not source.draft
    told = [(one.day, one.total or "", None if one.total is None else float(one.total)) for one in source.earlier]
    told.append((source.inspection.day, rating.total_shown, float(total) if counts and total is not None else None))
    means: list[float | None] = [*map(float, source.peers.past), *[None] * len(told)][: len(told)]
    return tuple(
        Past(f"{day:%y-%m}", printed, number, mean)
        for (day, printed, number), mean in zip(told, reversed(means), strict=True)
    )


def _levels(rating: Rating) -> tuple[Limit, ...]:
    lines = []
    for level in rating.scheme.levels:
        for need in bounds_of(level.needs):
            if need.measures == (rating.scheme.total,):
                stars = rating.scheme.stars_of(level)
                name = str(level.label) if stars is None else f"{stars}★"
                lines.append(Limit(f"{name} {int(need.figure)}", float(need.figure)))
    return tuple(lines)


def _floor(rating: Rating) -> Limit | None:
    floors = [gate for gate in rating.gates if gate.measure in rating.scheme.ideas]
    if not floors:
        return None
    least = floors[0].figure
    return Limit(_("上一级下限 {n}").format(n=int(least)), float(least))


def topics(source: Source) -> tuple[Topic, ...]:
    """Return every topic with each item that lost points in it."""
    weights = {
        topic: weight
        for idea in source.rating.scheme.ideas
        for topic, weight in (source.rating.scheme.measures[idea].mix or {}).items()
    }
    return tuple(_topic(source, key, str(weights[key])) for key in source.topics)


def _topic(source: Source, key: str, weight: str) -> Topic:
    tag = (source.rating.scheme.measures[key].share or {}).get("topic", key)
    mine = [one for one in source.rating.credits if one.item.topic == tag]
    counts = [Count(verdict, sum(one.verdict is verdict for one in mine)) for verdict in (*Verdict, None)]
    reading = source.rating.readings[key]
    lost = tuple(
        LostPoint(
            item=point.item.id,
            title=point.item.ask.zh,
            verdict=point.verdict,
            weight=str(point.item.weight),
            credit=CREDIT_WORDS.get(point.credit, str(point.credit)),
            lost=f"−{truncated(point.points, 2)}",
            measured=measured_words(point.item, source.where_told(point.item.id).answer(point.item.id)),
            remark=source.where_told(point.item.id).answer(point.item.id).note,
            heavy=source.where_told(point.item.id).severity(point.item) in {"major", "fatal"},
            number=float(point.points),
        )
        for point in source.lost.values()
        if point.item.topic == tag
    )
    return Topic(
        share=share(source, key, weight),
        items=_("{n} 项 · 得 {earned} / {base}").format(
            n=len(mine), earned=plain_number(Decimal(truncated(reading.earned))), base=reading.base
        ),
        counts=tuple(count for count in counts if count.number),
        lost=lost,
    )
