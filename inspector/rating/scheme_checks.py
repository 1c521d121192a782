"""What is wrong with a star scheme that its shape does not show."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

from inspector.form.circles import Reads, in_circles, ring_of
from inspector.form.codes import Code
from inspector.form.condition_shape import VERDICTS
from inspector.form.item_checks import verdict_name
from inspector.form.kinds import Slips, guess
from inspector.form.mistakes import Slip, Steps
from inspector.rating.draft import Draft, bounds, leaves, mentions
from inspector.rating.ladder import Rung, Setting, ladder_slips, rung
from inspector.rating.reach import ALL, Span, boxes, closed, possible, shown
from inspector.rating.scheme_reader import OPEN_KINDS
from inspector.rating.spans import spans, units
from inspector.wording import _

# Words that mean something else where a measure's name may stand.
RESERVED = ("all", "any", "each", "level", "yes", "no", "on", "off", "true", "false", "null")
WHOLE_UNITS = ("number", "level")
PERCENT = closed(0, 100)
COUNTED = ("count", "short")
MOVED = ("mix", "sum", "previous")  # a mean, or a sum with fractions, of whole numbers need not be whole


def draft_slips(draft: Draft) -> Slips:
    """Yield every mistake of a draft."""
    for check in CHECKS:
        yield from check(draft)
    setting = _setting(draft)
    yield from sensible(draft, setting)
    yield from ladders(draft, setting)


def _setting(draft: Draft) -> Setting:
    counted = units(draft.measures)
    always = {key for key, one in draft.measures.items() if one.kind in COUNTED}
    always |= {draft.data["total"]} if draft.has("total") else set()
    whole = {key for key, unit in counted.items() if unit in WHOLE_UNITS and draft.measures[key].kind not in MOVED}
    return Setting(spans(draft.measures, draft.numbers), frozenset(always), frozenset(whole))


def reserved(draft: Draft) -> Slips:
    """A measure has a name that nothing else has."""
    for key in draft.named:
        if key in RESERVED:
            yield Slip(Code.RESERVED_NAME, ("measures", key), {"name": key}, at_key=True)


def unknown_measures(draft: Draft) -> Slips:
    """Whatever names a measure names one of the scheme."""
    for path, key in _mentioned(draft):
        if key not in draft.named:
            values = {"name": key, "guess": guess(key, draft.named)}
            yield Slip(Code.UNKNOWN_MEASURE, path, values, at_key=path[-1] == key)


def _mentioned(draft: Draft) -> Iterator[tuple[Steps, str]]:
    if draft.has("total"):
        yield ("total",), draft.data["total"]
    for key in ("topics", "ideas", "needs"):
        yield from (((key, at), one) for at, one in enumerate(draft.data.get(key, ()) if draft.has(key) else ()))
    for key in draft.measures:
        yield from ((path, one) for one, path in _parts(draft, key).items())
    for path, when in draft.whens():
        for steps, leaf in leaves(when, path):
            yield from mentions(leaf, steps)


def _parts(draft: Draft, key: str) -> dict[str, Steps]:
    """Return the measures that a measure is computed from, with their paths, but for the conditions of grades."""
    kind = draft.measures[key].kind
    path, of = draft.of(key)
    if kind in {"mix", "sum"}:
        return {part: (*path, part) for part in of}
    if kind in {"highest", "lowest"}:
        return {part: (*path, at) for at, part in enumerate(of)}
    if kind == "short":
        return {part: (*path, "of", at) for at, part in enumerate(of["of"])}
    return {of: path} if kind == "previous" and of != "level" else {}


def unknown_lists(draft: Draft) -> Slips:
    """Each list that is named is written."""
    for path, when in draft.whens():
        for steps, leaf in leaves(when, path):
            named = leaf.get("each")
            written = [key for key in ("topics", "ideas") if draft.data.get(key)]
            if isinstance(named, str) and named not in written:
                values = {"name": named, "guess": guess(named, written)}
                yield Slip(Code.UNKNOWN_LIST, (*steps, "each"), values)


def cycles(draft: Draft) -> Slips:
    """No measure rests on itself; what the rating before held is no circle."""
    reads: Reads = {}
    for key, measure in draft.measures.items():
        path, _of = draft.of(key)
        placed = _parts(draft, key) if measure.kind != "previous" else {}
        reads[key] = {part: placed.get(part, path) for part in measure.rests_on}
    reads, told = in_circles(reads), set[str]()
    for key in reads:
        ring = [] if key in told else ring_of(key, reads)
        if ring and told.isdisjoint(ring):
            told.update(ring)
            yield Slip(Code.MEASURE_CYCLE, reads[key][ring[1]], {"ring": " → ".join(ring)})


def mixed_units(draft: Draft) -> Slips:
    """Measures that are added or compared count in one unit."""
    counted = units(draft.measures)
    for key, measure in draft.measures.items():
        if measure.kind in {"mix", "sum", "highest", "lowest"}:
            yield from _one_unit(_parts(draft, key), counted)
    for path, when in draft.whens():
        for steps, leaf in leaves(when, path):
            for _path, bound in bounds(leaf, steps, draft.lists) if "each" in leaf else ():
                yield from _one_unit(dict.fromkeys(bound.measures, (*steps, "each")), counted)
                break


def _one_unit(parts: Mapping[str, Steps], counted: Mapping[str, str | None]) -> Slips:
    known = [(key, unit) for key in parts if (unit := counted.get(key))]
    for key, unit in known:
        first, other = known[0]
        if unit != other:
            values = {"name": key, "unit": _unit_name(unit), "first": first, "other": _unit_name(other)}
            path = parts[key]
            yield Slip(Code.UNIT_MIX, path, values, at_key=path[-1] == key)
            return


def _unit_name(unit: str) -> str:
    return {"%": _("百分数"), "points": _("分"), "number": _("个数"), "level": _("级别")}[unit]


def sensible(draft: Draft, setting: Setting) -> Slips:
    """A bound lies where its measure can lie, and bounds that must hold together can."""
    for path, when in draft.whens():
        beyond = list(_beyond(draft, when, path, setting.spans))
        yield from beyond
        found = boxes(draft.conditions({"when": when}))
        if found is not None and not beyond and not any(possible(box, setting.spans) for box in found):
            yield Slip(Code.NEVER_HOLDS, path)


def _beyond(draft: Draft, when: Any, path: Steps, known: Mapping[str, Span]) -> Slips:
    for steps, leaf in leaves(when, path):
        for place, bound in bounds(leaf, steps, draft.lists):
            ends = ((key, known.get(key, ALL)) for key in bound.measures)
            for key, span in ends:
                if not span.low[0] <= bound.figure <= span.high[0]:
                    values = {"name": key, "range": str(span), "figure": shown(bound.figure)}
                    yield Slip(Code.OUT_OF_RANGE, place, values)
                    break
                if span == PERCENT and 0 < bound.figure < 1:
                    yield Slip(Code.PERCENT_AS_FRACTION, place, {"name": key, "figure": shown(bound.figure)})
                    break


def idle(draft: Draft) -> Slips:
    """A lower bound of what is counted, alone, asks for something."""
    counted = {key for key, one in draft.measures.items() if one.kind in COUNTED}
    for path, when in draft.whens():
        for steps, leaf in leaves(when, path):
            found = list(bounds(leaf, steps, draft.lists)) if "each" not in leaf else []
            for place, bound in found:
                (key,) = bound.measures
                alone = sum(key in other.measures for _path, other in found) == 1
                if key in counted and alone and bound.word == "least" and not bound.figure:
                    yield Slip(Code.ALWAYS_HOLDS, place, {"name": key})


def level_order(draft: Draft) -> Slips:
    """Levels stand best first, each number once; `otherwise` is the lowest."""
    rows: list[tuple[Steps, Mapping[str, Any]]] = draft.rows("levels")
    if draft.has("otherwise"):
        rows = [*rows, (("otherwise",), draft.data["otherwise"])]
    seen: list[int] = []
    for path, row in rows:
        number, place = row["level"], (*path, "level")
        if number in seen:
            yield Slip(Code.DUPLICATE_LEVEL, place, {"level": number})
        elif seen and number > seen[-1]:
            yield Slip(Code.LEVEL_ORDER, place, {"level": number, "before": seen[-1]})
        seen.append(number)


def necessary_twice(draft: Draft) -> Slips:
    """An item is necessary once."""
    for path, row in draft.rows("levels"):
        listed = row.get("necessary", [])
        for at, one in enumerate(listed):
            if one in listed[:at]:
                yield Slip(Code.NECESSARY_TWICE, (*path, "necessary", at), {"id": one})


def ladders(draft: Draft, setting: Setting) -> Slips:
    """Levels and grades can be reached, without holes and without overlaps."""
    numbers = draft.numbers
    if all(better > worse for better, worse in pairwise(numbers)):
        yield from ladder_slips(_levels(draft) if numbers else [], setting)
    for key, measure in draft.measures.items():
        if measure.kind == "grade":
            path, _of = draft.of(key)
            steps = [rung((*path, at), str(step.level), step.when) for at, step in enumerate(measure.of)]
            yield from ladder_slips(steps, setting)


def _levels(draft: Draft) -> list[Rung | None]:
    found: list[Rung | None] = []
    needed: frozenset[str] = frozenset()
    for path, row in reversed(draft.rows("levels")):
        needed |= frozenset(row.get("necessary", ()))
        label = row["label"] if isinstance(row["label"], str) else row["label"]["zh"]
        place = (*path, "when") if "when" in row else path
        found.insert(0, rung(place, label, draft.conditions(row), needed))
    return found


def ends(draft: Draft) -> Slips:
    """Caps and adjustments stay on the scale."""
    numbers = draft.numbers
    if not numbers:
        return
    for path, row in draft.rows("caps"):
        if row["to"] not in numbers:
            yield Slip(Code.CAP_LEVEL, (*path, "to"), {"level": row["to"], "known": numbers})
        elif row["to"] == max(numbers):
            yield Slip(Code.CAP_IDLE, (*path, "to"), {"level": row["to"], "known": numbers[1:]})
    span = max(numbers) - min(numbers)
    for path, row in draft.rows("adjust"):
        told = {"by": row["by"], "highest": row.get("highest"), "lowest": row.get("lowest")}
        for key, found in told.items():
            fits = 0 < abs(found) <= span if key == "by" else found in (None, *numbers)
            if not fits:
                yield Slip(Code.ADJUST_BEYOND, (*path, key), {"key": key, "found": found, "known": numbers})


def floor(draft: Draft) -> Slips:
    """The evidence that a full rating needs is evidence that counts."""
    counted = draft.data.get("kinds", OPEN_KINDS)
    if not (draft.has("evidence_floor") and draft.sound("kinds")):
        return
    for key in draft.data["evidence_floor"]:
        serves = ("open", "recheck") if key == "open" else (key,)
        if key != "window_months" and not any(one in counted for one in serves):
            yield Slip(Code.FLOOR_NOT_COUNTED, ("evidence_floor", key), {"key": key}, at_key=True)


def credits(draft: Draft) -> Slips:
    """A worse verdict never earns more."""
    if not draft.has("credits"):
        return
    general = draft.data["credits"]
    yield from _in_order(general, general, ("credits",))
    special = draft.data.get("credits_by_weight", {}) if draft.sound("credits_by_weight") else {}
    for weight, row in special.items():
        yield from _in_order({**general, **row}, row, ("credits_by_weight", weight))


def _in_order(row: Mapping[str, Any], written: Mapping[str, Any], path: Steps) -> Slips:
    for better, worse in pairwise(VERDICTS):
        less, more = row[better], row[worse]
        if Fraction(more) > Fraction(less) and (worse in written or better in written):
            values = {"worse": verdict_name(worse), "better": verdict_name(better), "more": more, "less": less}
            yield Slip(Code.CREDIT_ORDER, (*path, worse if worse in written else better), values)


CHECKS: tuple[Callable[[Draft], Slips], ...] = (
    reserved, unknown_measures, unknown_lists, cycles, mixed_units, level_order, necessary_twice, ends, floor, credits,
    idle,
)  # fmt: skip
