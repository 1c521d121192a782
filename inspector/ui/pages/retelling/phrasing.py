"""How moments, times and their lines are said."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from inspector.form.limits import Limits
from inspector.inspection.duration_words import basis_words, limit_words
from inspector.inspection.durations import BENCHMARK, MEAN, OUTER, Bound, Duration
from inspector.inspection.mark_names import mark_name
from inspector.inspection.visit import Mark
from inspector.wording import _, clock, lasting, short_date

TONES = {"conform": ("good", "check"), "partly": ("warn", "minus"), "fail": ("bad", "cross")}


def moment_words(moment: datetime, first: datetime | None) -> str:
    """Say a moment: 10:33:52, with its day when it is not that of the first."""
    if first is None or moment.date() == first.date():
        return clock(moment)
    return f"{short_date(moment.date())} {moment:%H:%M}"


def mark_words(key: str) -> str:
    """Say which moment: T3 叫到号."""
    return f"{key} {mark_name(key)}"


def source_words(mark: Mark) -> str:
    """Say where a moment comes from."""
    if not mark.typed:
        return _("当场按下")
    return _("手填：{source}").format(source=mark.source) if mark.source else _("手填")


def history_words(marks: Sequence[Mark]) -> str:
    """Say every moment entered for a key, the first one first."""
    told = []
    for mark in marks:
        why = _("，因为{reason}").format(reason=mark.reason) if mark.reason else ""
        told.append(f"{clock(mark.at)} {source_words(mark)}{why}")
    return "\n".join(told)


def seconds_words(seconds: Decimal) -> str:
    """Say how long something took."""
    return lasting(timedelta(seconds=int(seconds)))


def bound_words(bound: Bound) -> str:
    """Say a line and what it is for."""
    value = limit_words(bound.seconds)
    if bound.role == BENCHMARK:
        return _("标杆 {value}（只显示，不计分）").format(value=value)
    if not bound.scored:
        return _("平均要求 {value}（多次到访合算，不判这一次）").format(value=value)
    if bound.role == OUTER:
        return _("外限 {value}（到此为部分符合）").format(value=value)
    if bound.statistic == MEAN:
        return _("合格 {value}（承诺的是平均值，单次照此看）").format(value=value)
    return _("合格 {value}").format(value=value)


def duration_story(duration: Duration, limits: Limits) -> str:
    """Say everything about a time's lines, each with its source."""
    lines = [
        f"{bound_words(bound)} · {bound.source}" if bound.source else bound_words(bound) for bound in duration.bounds
    ]
    start, end = duration.part.between
    head = _("{item} {ask}：{start} 至 {end}").format(
        item=duration.item.id, ask=duration.item.ask, start=mark_words(start), end=mark_words(end)
    )
    return "\n".join([head, *lines, basis_words(duration, limits)])
