"""The shortest way to the next star: the fewest items, or the fewest days, whose repair lifts the level."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from heapq import heappop, heappush
from math import lcm
from typing import Literal

from inspector.form.form import Item
from inspector.inspection.answer import Verdict
from inspector.rating.case import Case
from inspector.rating.condition import Bound, Condition
from inspector.rating.cover import Row, TangledError, cheapest
from inspector.rating.goal import REPAIRED, Goal, Moves, Need, moves_of
from inspector.rating.heaps import Credit
from inspector.rating.measures import values_of
from inspector.rating.rate import Gate, Rating, State, rate_case, unmet
from inspector.rating.reasons import gate_words
from inspector.rating.scheme import Level, Scheme
from inspector.wording import _

By = Literal["number", "effort"]
Places = tuple[int, ...]

# How many sets are rated one by one, where the rules of a scheme are such that nothing else helps.
TRIES = 4000


@dataclass(frozen=True)
class Way:
    """The cheapest repairs that lift a hall to `target` or above it, and the rating after them.

    `proven` says that no cheaper set does, or that none does at all: then `items` is empty and `why_not` says why.
    """

    target: Level
    items: tuple[Item, ...]
    rating: Rating
    proven: bool
    by: By
    why_not: str = ""

    @property
    def reached(self) -> Level:
        """Return the level its repairs really reach: past a veto it may lie far above the next one."""
        return self.rating.level or self.target

    @property
    def effort(self) -> int:
        """Return the days its repairs take, one after the other."""
        return sum(item.effort for item in self.items)


def shortest_way(rating: Rating, by: By = "number") -> Way:
    """Return the way to the next level by the fewest items, or by the fewest days and then the fewest items.

    A repaired item is 符合 and its findings are gone. Of equally good ways it is the one that gains more, then the one
    whose items gain most; items stand in that order. Without a level, any level above the lowest is the next.
    """
    scheme = rating.scheme
    standing = rating.level or scheme.otherwise
    target = scheme.above(standing.level)
    if target is None:
        return Way(standing, (), rating, True, by, _("已是最高一级{level}").format(level=standing.label))
    task = _Task(rating, target, by)
    places, proven = _cheapest(task)
    if places is None:
        return Way(target, (), rating, proven, by, _why_not(task))
    return Way(target, tuple(task.items[place] for place in places), task.after(places), proven, by)


def both_ways(rating: Rating) -> tuple[Way, Way]:
    """Return the way by number and the way by effort."""
    return shortest_way(rating, "number"), shortest_way(rating, "effort")


def repaired(case: Case, ids: frozenset[str]) -> Case:
    """Return a case as it stands once some items are repaired."""
    full = Fraction(1)
    credits = [Credit(one.item, Verdict.CONFORM, full) if one.item.id in ids else one for one in case.credits]
    return replace(case, credits=credits, findings=[one for one in case.findings if one[1].item not in ids])


def after_each(rating: Rating, items: Sequence[Item]) -> list[Rating]:
    """Return the rating after each repair, those before it done as well."""
    ids = [item.id for item in items]
    return [
        rate_case(rating.scheme, repaired(rating.case, frozenset(ids[: place + 1])), rating.asked)
        for place in range(len(ids))
    ]


class _Task:
    """One question: a rating, the level wanted, what can be repaired, the largest gain first, and at what cost."""

    def __init__(self, rating: Rating, target: Level, by: By) -> None:
        self.rating, self.target = rating, target
        self.scheme: Scheme = rating.scheme
        self.values = values_of(rating.readings)
        mendable = [one for one in rating.credits if _mendable(one)]
        moves = moves_of(self.scheme, rating.readings, rating.case, mendable)
        worth = moves.by.get(self.scheme.total, {})
        order = sorted(range(len(mendable)), key=lambda one: (-abs(worth.get(one, 0)), mendable[one].item.id))
        self.items = [mendable[one].item for one in order]
        self.moves = Moves(
            {key: {place: row[one] for place, one in enumerate(order) if one in row} for key, row in moves.by.items()},
            moves.tangled,
        )
        self.costs = [item.effort * (len(order) + 1) + 1 if by == "effort" else 1 for item in self.items]

    def after(self, places: Sequence[int]) -> Rating:
        """Rate again with some items repaired; what lacked data before lacks it still."""
        case = repaired(self.rating.case, frozenset(self.items[place].id for place in places))
        lacking = self.rating.state is State.UNRATED
        return rate_case(self.scheme, case, self.rating.asked, complete=lambda: lacking)

    def reaches(self, places: Sequence[int]) -> bool:
        """Return whether the level wanted is reached."""
        level = self.after(places).level
        return level is not None and level.level >= self.target.level

    @cached_property
    def best(self) -> Rating:
        """Rate with everything repaired."""
        return self.after(range(len(self.items)))


def _mendable(one: Credit) -> bool:
    return one.verdict is not None and one.verdict.judged and one.credit is not None and one.credit < 1


def _cheapest(task: _Task) -> tuple[Places | None, bool]:
    """Return the places of the cheapest repairs (None: there are none), and whether that is proven."""
    if _barred(task):
        return None, True
    try:
        places = _covering(task)
    except TangledError:
        return _searched(task)
    if places is None or task.reaches(places):
        return places, True
    return _searched(task)  # levels not written best first, which the needs of a level do not tell


def _barred(task: _Task) -> bool:
    """Return whether something stands in the way that no answer changes: no data, a refusal, the limit of promotion."""
    rating, scheme = task.rating, task.scheme
    wanted = [scheme.total, *(scheme.needs if rating.state is State.UNRATED else ())]
    if rating.case.refused or any(task.values[key] is None and task.moves.still(key) for key in wanted):
        return True
    previous = rating.case.previous
    if scheme.promotion is None or previous is None or previous.level is None:
        return False
    return previous.level + scheme.promotion.steps < task.target.level


def _covering(task: _Task) -> Places | None:
    """Solve exactly: each alternative of the goal as rows of whole numbers to be covered."""
    mendable = frozenset(item.id for item in task.items)
    unpassed = (id_ for level in task.scheme.levels for id_ in unmet(level, task.rating.case))
    goal = Goal(task.scheme, task.values, task.moves, mendable, frozenset(unpassed) - mendable)
    worth = Row(tuple(map(abs, _scaled(task, task.scheme.total, Fraction(0))[0])), 0)
    found: Places | None = None
    for needs in goal.alternatives(task.target.level):
        rows = [_row(task, need) for need in sorted(needs)]
        most = None if found is None else sum(task.costs[place] for place in found) - 1
        places = cheapest(task.costs, [*rows, worth], most)
        found = found if places is None else places
    return found


def _row(task: _Task, need: Need) -> Row:
    """Write a need as a row; TangledError where a repair would move away from it."""
    if need.word == REPAIRED:
        return Row(tuple(int(item.id == need.key) for item in task.items), 1, counted=True)
    sign = 1 if need.word in {"least", "over"} else -1
    gains, missing = _scaled(task, need.key, need.figure - (task.values[need.key] or 0))
    if any(gain * sign < 0 for gain in gains):
        raise TangledError
    strictly = need.word in {"over", "under"}
    counted = task.scheme.measures[need.key].kind == "count"
    return Row(tuple(gain * sign for gain in gains), missing * sign + strictly, counted)


def _scaled(task: _Task, key: str, missing: Fraction) -> tuple[tuple[int, ...], int]:
    """Return what each repair moves a measure by, and what is missing, in the largest unit that keeps them whole."""
    moved = task.moves.by.get(key, {})
    scale = lcm(missing.denominator, *(value.denominator for value in moved.values()))
    return tuple(int(moved.get(place, 0) * scale) for place in range(len(task.items))), int(missing * scale)


def _searched(task: _Task) -> tuple[Places | None, bool]:
    """Rate sets one by one, the cheapest first; when that takes too long, leave out of all repairs what can be."""
    for tries, places in enumerate(_sets(task), 1):
        if task.reaches(places):
            return places, True
        if tries == TRIES:
            return _thinned(task), False
    return None, True


def _sets(task: _Task) -> Iterator[Places]:
    """Yield sets of repairs by cost, without those that differ from an earlier one only by items of equal effect."""
    kinds: dict[object, int] = {}
    twin: dict[int, int | None] = {}
    for place in sorted(range(len(task.items)), key=lambda place: (task.costs[place], place)):
        kind = _kind(task, place)
        twin[place], kinds[kind] = kinds.get(kind), place
    pending: list[tuple[int, Places]] = [(0, ())]
    while pending:
        cost, places = heappop(pending)
        yield places
        for place in range(places[-1] + 1 if places else 0, len(task.items)):
            if twin[place] is None or twin[place] in places:
                heappush(pending, (cost + task.costs[place], (*places, place)))


def _kind(task: _Task, place: int) -> object:
    """Return everything that tells the repair of one item from that of another."""
    moved = tuple((key, row[place]) for key, row in task.moves.by.items() if place in row)
    necessary = tuple(task.items[place].id in level.necessary for level in task.scheme.levels)
    return moved, necessary, task.costs[place]


def _thinned(task: _Task) -> Places | None:
    kept = tuple(range(len(task.items)))
    if not task.reaches(kept):
        return None
    for place in sorted(kept, key=lambda place: (-task.costs[place], -place)):
        fewer = tuple(one for one in kept if one != place)
        kept = fewer if task.reaches(fewer) else kept
    return kept


def _why_not(task: _Task) -> str:
    told = _("本次检查的问题全部改好也到不了{target}：{reasons}")
    if not task.items:
        told = _("本次检查没有可改的问题，到不了{target}：{reasons}")
    reasons = list(dict.fromkeys(_reasons(task))) or [_("规范的条件互相牵制，没有找到改法")]
    return told.format(target=task.target.label, reasons="；".join(reasons))


def _reasons(task: _Task) -> Iterator[str]:
    """Yield what stands in the way once everything is repaired."""
    best, target = task.best, task.target
    if best.level is None or best.by_score is None:
        yield best.why
        return
    if best.by_score.level < target.level:
        yield from (words for condition in target.needs for words in _unheld(task, condition))
        if missing := unmet(target, best.case):
            yield _("必备项 {items} 未满足").format(items="、".join(missing))
    for cap in best.caps:
        if (cap.to or 0) < target.level:
            yield _("{why}，最高{level}").format(why=cap.why, level=task.scheme.at_most(cap.to or 0).label)
    yield from (str(one.why) for one in best.adjusts if one.by < 0)
    if best.held and task.scheme.promotion:
        yield str(task.scheme.promotion.why)


def _unheld(task: _Task, condition: Condition) -> Iterator[str]:
    """Yield how a condition still fails, and which recorded figures it rests on, that no repair changes."""
    if condition.holds(values_of(task.best.readings)):
        return
    if isinstance(condition, Bound):
        yield from _missed(task, condition)
    else:
        yield _("{level}的几种条件一种也不满足").format(level=task.target.label)
    if recorded := _recorded(task.scheme, condition.measures):
        yield _("{names}是记录的数值，改好检查项不会改变").format(names="、".join(recorded))


def _missed(task: _Task, bound: Bound) -> Iterator[str]:
    for key in bound.measures:
        reading = task.best.readings[key]
        title, value = reading.measure.title, reading.value
        if value is not None and not bound.meets(value):
            yield gate_words(Gate(key, title, bound.word, bound.figure, value, passed=False), task.scheme)
        elif value is None and not bound.each:
            yield _("{title}没有数据").format(title=title)


def _recorded(scheme: Scheme, keys: Sequence[str]) -> list[str]:
    """Return the titles of the recorded figures that some measures rest on."""
    found: list[str] = []
    for key in keys:
        measure = scheme.measures[key]
        found += [str(measure.title)] if measure.kind == "value" else _recorded(scheme, measure.rests_on)
    return list(dict.fromkeys(found))
