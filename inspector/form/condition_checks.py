"""What is wrong with conditions: what they read, whether they can hold, whether they run in circles."""

from collections.abc import Iterator, Mapping
from typing import Any

from inspector.form.circles import in_circles, ring_of
from inspector.form.codes import Code
from inspector.form.condition_shape import VERDICTS
from inspector.form.item_checks import verdict_name
from inspector.form.kinds import Slips, guess
from inspector.form.mistakes import Slip, Steps
from inspector.form.possible import Item, bands_of, kind_of, parts_of, verdicts_of
from inspector.form.source import Source
from inspector.form.surroundings import Surroundings

Leaf = tuple[Steps, Mapping[str, Any]]
INNER = ("any", "all", "of")


def leaves(condition: Mapping[str, Any], path: Steps) -> Iterator[Leaf]:
    """Yield the innermost conditions with their paths."""
    if "not" in condition:
        yield from leaves(condition["not"], (*path, "not"))
        return
    listed = next((key for key in INNER if key in condition), None)
    if listed is None:
        yield path, condition
        return
    for index, inner in enumerate(condition[listed]):
        yield from leaves(inner, (*path, listed, index))


def asking_leaves(item: Item) -> Iterator[Leaf]:
    """Yield the conditions an item's verdict rests on: whether it is asked, and which band counts."""
    if "ask_if" in item:
        yield from leaves(item["ask_if"], ("ask_if",))
    for key, part in parts_of(item).items():
        kind = kind_of(part)
        for steps, band in bands_of(part[kind]) if isinstance(part[kind], dict) and kind != "choice" else ():
            if "if" in band:
                yield from leaves(band["if"], ("answer", key, kind, *steps, "if"))


def item_leaves(item: Item) -> Iterator[Leaf]:
    """Yield all conditions of an item."""
    yield from asking_leaves(item)
    for index, worse in enumerate(item.get("worse_if", ())):
        if "if" in worse:
            yield from leaves(worse["if"], ("worse_if", index, "if"))


def red_line_leaves(red_line: Mapping[str, Any]) -> Iterator[Leaf]:
    """Yield all conditions of a red line."""
    for index, condition in enumerate(red_line.get("implied_by", ())):
        yield from leaves(condition, ("implied_by", index))


def item_read(condition: Mapping[str, Any]) -> str | None:
    """Return the item an innermost condition reads."""
    ticked = condition.get("ticked")
    found = ticked["item"] if ticked else condition.get("item", condition.get("answered"))
    return found if isinstance(found, str) else None


def leaf_slips(leaf: Leaf, facts: object, around: Surroundings) -> Slips:
    """Yield what is wrong with one innermost condition."""
    path, condition = leaf
    fact = condition.get("fact")
    if fact is not None and isinstance(facts, Mapping) and fact not in facts:
        yield Slip(Code.UNKNOWN_FACT, (*path, "fact"), {"fact": fact, "guess": guess(fact, facts)})
    other = item_read(condition)
    if other is None:
        return
    where = next(iter(around.items.get(other, ())), None)
    if where is None:
        steps = ("ticked", "item") if "ticked" in condition else ("item" if "item" in condition else "answered",)
        yield Slip(Code.UNKNOWN_ITEM, (*path, *steps), {"id": other, "guess": guess(other, around.items)})
    elif where.sound:
        yield from _tick(path, condition, where.data)
        yield from _verdicts(path, condition, where.data, around)


def _tick(path: Steps, condition: Mapping[str, Any], read: Item) -> Slips:
    if "ticked" not in condition:
        return
    tick = condition["ticked"]["tick"]
    known = [worse["tick"] for worse in read.get("worse_if", ()) if "tick" in worse]
    if tick not in known:
        values = {"id": read["id"], "tick": tick, "guess": guess(tick, known)}
        yield Slip(Code.UNKNOWN_TICK, (*path, "ticked", "tick"), values)


def _verdicts(path: Steps, condition: Mapping[str, Any], read: Item, around: Surroundings) -> Slips:
    possible = verdicts_of(read, around.limit_rows)
    if "item" not in condition or not possible or read["severity"] == "info":
        return
    told: list[tuple[Steps, str]] = [(("is",), condition["is"])] if "is" in condition else []
    told += [(("in", index), verdict) for index, verdict in enumerate(condition.get("in", ()))]
    for steps, verdict in told:
        if verdict in VERDICTS and verdict not in possible:
            values = {"id": read["id"], "verdict": verdict_name(verdict)}
            yield Slip(Code.IMPOSSIBLE_VERDICT, (*path, *steps), values)


def circles(source: Source, around: Surroundings) -> Slips:
    """Yield the circles of conditions that go through a file, each once, at the first item of the file in it."""
    reads = in_circles({key: _reads(where[0].data) for key, where in around.items.items() if where[0].sound})
    told: set[str] = set()
    for path, entry in source.entries("items"):
        key = entry.get("id")
        if not isinstance(key, str) or key not in reads or key in told:
            continue
        ring = ring_of(key, reads)
        first = around.items[key][0]
        if ring and told.isdisjoint(ring) and first.source is source and first.path == path:
            told.update(ring)
            yield _circle(ring, reads[key][ring[1]], key).under(path)


def _circle(ring: list[str], at: Steps, key: str) -> Slip:
    if len(ring) == 2:  # noqa: PLR2004 - from itself to itself
        return Slip(Code.CONDITION_ON_ITSELF, at, {"id": key})
    return Slip(Code.CONDITION_CYCLE, at, {"ring": " → ".join(ring)})


def _reads(item: Item) -> dict[str, Steps]:
    found: dict[str, Steps] = {}
    for path, condition in asking_leaves(item):
        other = item_read(condition)
        if other is not None:
            found.setdefault(other, path)
    return found
