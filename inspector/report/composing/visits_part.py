"""Chapter 4: the mystery visits a report rests on, each as a journey, their times against the limits, and the gate."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from inspector.inspection.answer import Verdict
from inspector.inspection.duration_words import basis_words, limit_words
from inspector.inspection.durations import BENCHMARK, Duration, average, durations, times
from inspector.inspection.heard import heard_part, times_heard
from inspector.inspection.inspection import Inspection
from inspector.inspection.mark_names import mark_name
from inspector.inspection.measured import seconds
from inspector.inspection.validity import INVALID, MET, VALID, Validity
from inspector.inspection.visit import Mark, Visit, between, jumps
from inspector.rating.rate import Rating
from inspector.report.visited import (
    Journey,
    LimitLine,
    Moment,
    Mystery,
    Quote,
    Rule,
    Stretch,
    StretchKind,
    Taken,
    Timing,
)
from inspector.wording import _, clock, lasting, short_date

AT_THE_COUNTER = frozenset({"T4", "T5", "R3", "O2"})  # from these moments on one is being served
SAID = re.compile("“([^”]{2,80})”")
MOST_QUOTES = 12
NEAR = 8  # a limit is drawn up to an eighth of the visit behind the time it judges


@dataclass(frozen=True, slots=True)
class Visited:
    """A mystery visit with its rating and what the gate says; `validity` None where there is no gate to pass."""

    inspection: Inspection
    rating: Rating
    validity: Validity | None = None

    @property
    def counts(self) -> bool:
        """Return whether it may count: what does not is shown, and never averaged."""
        return self.validity is None or self.validity.state == VALID


def visits_part(visited: Sequence[Visited], *, with_findings: bool = False) -> Mystery:
    """Return the chapter of mystery visits, in their order; each appears by the code of its shopper.

    `with_findings` tells here what was not conforming: for a report whose other chapters do not.
    """
    journeys = tuple(_journey(one, one.inspection.head.visit) for one in visited if one.inspection.head.visit)
    if with_findings:
        made = [one.inspection for one in visited if one.inspection.head.visit]
        journeys = tuple(replace(one, found=tuple(_found(of))) for one, of in zip(journeys, made, strict=True))
    if len(journeys) > 1:
        titled = [_("第 {n} 次　{title}").format(n=n, title=one.title) for n, one in enumerate(journeys, 1)]
        journeys = tuple(replace(one, title=title) for one, title in zip(journeys, titled, strict=True))
    timings = tuple(_timings(visited))
    return Mystery(_lead(visited, len(timings)), journeys, timings)


def _lead(visited: Sequence[Visited], timed: int) -> str:
    judged = [one.validity for one in visited if one.validity]
    told = []
    if len(visited) == 1 and judged:
        told.append(_standing(judged[0]))
    elif judged:
        counting = sum(one.state == VALID for one in judged)
        told.append(_("{n} 次暗访，{counting} 次有效、计入评定。").format(n=len(visited), counting=counting))
        for place, one in enumerate(visited, 1):
            if one.validity and not one.counts:
                told.append(_("第 {n} 次不计入：{why}。").format(n=place, why=one.validity.why))
    else:
        told.append(_("本次为暗访。"))
    told.append(_("共记 {n} 种用时，与时限逐个对照。").format(n=timed) if timed else _("没有记录用时。"))
    return "".join(told)


def _standing(found: Validity) -> str:
    if found.state == VALID:
        return _("本次暗访有效，计入评定。")
    words = _("本次暗访无效，不计入评定：{why}。") if found.state == INVALID else _("本次暗访尚不计入评定：{why}。")
    return words.format(why=found.why)


# One visit.


def _journey(visited: Visited, visit: Visit) -> Journey:
    inspection, marks = visited.inspection, visit.counting
    first = marks[0] if marks else None
    found = [one for one in durations(inspection) if one.values]
    drawn = [moment for moment in (_moment(first, mark) for mark in marks if first) if moment.at >= 0]
    return Journey(
        title=str(inspection.form.title),
        note=_note(visit, first, drawn),
        result=_result(visited),
        moments=tuple(drawn),
        stretches=tuple(_stretches(visit, first, found)),
        limits=tuple(_limits(visit, first, found, drawn[-1].at if drawn else 0.0)),
        silent="" if len(drawn) > 1 else _("没有可画的时刻：这个场景不计时，或时刻没有记全。"),
        remarks=tuple(_remarks(visit)),
        quotes=tuple(_quotes(inspection))[:MOST_QUOTES],
        rules=tuple(_rules(visited.validity)),
    )


def _seconds_after(first: Mark, mark: Mark) -> float:
    took = between(first, mark).took
    return took.total_seconds() if took is not None else (mark.at - first.at).total_seconds()


def _moment(first: Mark | None, mark: Mark) -> Moment:
    after = _seconds_after(first, mark) if first else 0.0
    return Moment(mark.key, mark_name(mark.key), after, clock(mark.at), _("补填") if mark.typed else "")


def _note(visit: Visit, first: Mark | None, drawn: Sequence[Moment]) -> str:
    told = [_("暗访员 {code}").format(code=visit.shopper)] if visit.shopper else []
    if first:
        told.append(f"{short_date(first.at.date())} {first.at:%H:%M} {mark_name(first.key)}")
    if len(drawn) > 1:
        whole = max(moment.at for moment in drawn)
        told.append(_("全程 {span}").format(span=lasting(timedelta(seconds=int(whole)))))
    return " · ".join(told)


def _result(visited: Visited) -> str:
    counts, rating = visited.rating.counts, visited.rating
    words = (("conform", _("符合")), ("partly", _("部分符合")), ("fail", _("不符合")), ("na", _("不适用")))
    told = [_("{name} {n} 项").format(name=name, n=counts[key]) for key, name in words if counts.get(key)]
    total = _("，本场景得分 {total}").format(total=rating.total_shown) if rating.total is not None else ""
    return _("场景结果：{counts}{total}。").format(counts=_("、").join(told), total=total) if told else ""


def _stretches(visit: Visit, first: Mark | None, found: Sequence[Duration]) -> Iterator[Stretch]:
    """Yield the judged times, the longest first, so that a short one within it stays visible."""
    if first is None:
        return
    for one in sorted(found, key=lambda one: -(one.seconds or 0)):
        begins, ends = (visit.mark(key) for key in one.part.between)
        if begins and ends and one.judged:
            kind: StretchKind = "served" if begins.key in AT_THE_COUNTER else "wait"
            over = one.verdict in {Verdict.PARTLY, Verdict.FAIL}
            yield Stretch(_seconds_after(first, begins), _seconds_after(first, ends), kind, over)


def _limits(visit: Visit, first: Mark | None, found: Sequence[Duration], whole: float) -> Iterator[LimitLine]:
    """Yield the limits that ran out, or nearly did; one that is far away would lie on what came afterwards."""
    for one in found:
        begins, ends = (visit.mark(key) for key in one.part.between)
        if begins is None or ends is None or first is None:
            continue
        latest = min(whole, _seconds_after(first, ends) + whole / NEAR)
        for bound in (one.limit, one.promised):
            at = _seconds_after(first, begins) + float(bound.seconds) if bound else 0.0
            if bound and at <= latest:
                words = _("{ask} 限 {limit}") if bound.scored else _("{ask} 平均要求 {limit}")
                label = words.format(ask=one.item.ask, limit=limit_words(bound.seconds))
                yield LimitLine(at, label, bound.scored)


def _remarks(visit: Visit) -> Iterator[str]:
    for _first, second, jump in jumps(visit.marks):
        by = lasting(abs(jump))
        words = _("{time} 电脑时钟被拨快 {by}") if jump > timedelta() else _("{time} 电脑时钟被拨慢 {by}")
        yield words.format(time=clock(second.at), by=by) + _("；用时按不受拨动的时钟计，不受影响。")
    for mark in visit.counting:
        if mark.typed:
            source = _("（{source}）").format(source=mark.source) if mark.source else ""
            yield _("{key} {name} 的时刻是离场后补填的{source}。").format(
                key=mark.key, name=mark_name(mark.key), source=source
            )
    if visit.deviations:
        yield _("与脚本不同之处：{what}").format(what=visit.deviations)


def _quotes(inspection: Inspection) -> Iterator[Quote]:
    """Yield the forbidden phrases that were counted, then what the notes quote."""
    for item in inspection.asked_items:
        note = inspection.answer(item.id).note
        if heard_part(item):
            for phrase, number in times_heard(note).items():
                yield Quote(_("“{phrase}” ×{n}").format(phrase=phrase.strip("“”"), n=number), f"{item.id} {item.ask}")
        for words in SAID.findall(note):
            yield Quote(f"“{words}”", f"{item.id} {item.ask}")


def _found(inspection: Inspection) -> Iterator[Quote]:
    words = {Verdict.FAIL: _("不符合"), Verdict.PARTLY: _("部分符合")}
    for item in inspection.asked_items:
        verdict = inspection.verdict(item.id)
        if verdict in words:
            note = " ".join(inspection.answer(item.id).note.split())
            yield Quote("：".join(part for part in (words[verdict], note) if part), f"{item.id} {item.ask}")


def _rules(found: Validity | None) -> Iterator[Rule]:
    for one in found.rulings if found else ():
        yield Rule(f"{one.rule} {one.title}", one.state, "" if one.state == MET else one.why)


# All visits.


@dataclass(frozen=True, slots=True)
class _Case:
    """A time as one visit took it; `place` is the visit's number, 0 where it is the only one."""

    visited: Visited
    time: Duration
    place: int


def _timings(visited: Sequence[Visited]) -> Iterator[Timing]:
    """Yield every kind of time once, with what each visit took; times judged by other limits stand apart."""
    groups: dict[tuple[str, ...], list[_Case]] = {}
    for place, each in enumerate(visited, 1):
        for one in times(each.inspection):
            if one.values:
                key = (one.item.id, one.part.key, str(one.limit), each.inspection.limits.version)
                groups.setdefault(key, []).append(_Case(each, one, place if len(visited) > 1 else 0))
    for group in groups.values():
        yield _timing(group)


def _timing(group: Sequence[_Case]) -> Timing:
    one, limit = group[0].time, group[0].time.limit
    span = str(one.item.ask)
    if one.part.between:
        span += "　" + "→".join(one.part.between)
    return Timing(
        item=one.item.id,
        span=span,
        benchmark=_("限 {limit}").format(limit=limit_words(limit.seconds)) if limit else _("不设限"),
        took=tuple(taken for case in group for taken in _taken(case)),
        limit=float(limit.seconds) if limit else None,
        shown=tuple(float(bound.seconds) for bound in one.bounds if not bound.scored),
        source=basis_words(one, group[0].visited.inspection.limits),
        average=_average(group),
        remark=_("；").join((*_beside(one), *dict.fromkeys(place for case in group for place in _places(case)))),
    )


def _taken(case: _Case) -> Iterator[Taken]:
    time = case.time
    outcome = "" if time.judged else _("只记录")
    if case.place and not case.visited.counts:
        outcome = _("不计入")
    for value in time.values:
        yield Taken(float(value), seconds(value), time.verdict, outcome, str(case.place or ""))


def _average(group: Sequence[_Case]) -> str:
    """Return the average of what counts beside the promise that was made of averages; empty without one."""
    promised, values = group[0].time.promised, [value for case in group for value in case.time.values]
    if promised is None:
        return ""
    wanted = _("平均要求 {limit}").format(limit=limit_words(promised.seconds))
    if len(values) == 1:
        return wanted + _("，多次到访合算，不判这一次")
    counting = [case.time for case in group if case.visited.counts]
    mean = average(counting)
    if mean is None:
        return wanted + _("，没有有效的到访可合算")
    raised = timedelta(seconds=math.ceil(mean))  # so that what is over never reads as kept
    number = sum(len(one.values) for one in counting)
    told = _("有效 {n} 次平均 {mean}").format(n=number, mean=lasting(raised))
    kept = _("未超") if mean <= promised.seconds else _("超过")
    return f"{told}，{wanted}，{kept}" + _("；不判单次")


def _beside(one: Duration) -> Iterator[str]:
    if one.part.judge == "mean" and len(one.values) > 1:
        yield _("取平均")
    for bound in one.bounds:
        if bound.role == BENCHMARK:
            yield _("标杆 {limit}，只作对照、不计分").format(limit=limit_words(bound.seconds))


def _places(case: _Case) -> list[str]:
    """Return where a time was taken, unless that is told by its moments."""
    time = case.time
    if time.part.between:
        return []
    samples = case.visited.inspection.answer(time.item.id).parts.get(time.part.key, ())
    return [sample.place or sample.between for sample in samples if sample.place or sample.between]
