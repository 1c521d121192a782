"""What is wrong with a table of limits: titles, periods, rows that contradict one another."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any

from inspector.form.codes import Code
from inspector.form.kinds import Slips, guess
from inspector.form.mistakes import Slip, Steps
from inspector.form.possible import margin
from inspector.form.source import Source
from inspector.form.surroundings import Surroundings

Row = Mapping[str, Any]
Placed = tuple[Steps, Row]


def limits_slips(source: Source, around: Surroundings) -> Slips:
    """Yield the mistakes of a limits file that its shape does not show."""
    rows: list[Placed] = [(path, row) for path, row in source.entries("rows") if source.sound(*path)]
    yield from titles(source, rows)
    yield from elsewhere(source, around)
    for path, row in rows:
        start, end = row.get("valid_from"), row.get("valid_to")
        if start and end and start > end:
            yield Slip(Code.VALID_BACKWARDS, (*path, "valid_from"), {"start": start, "end": end})
    for first, second in _side_by_side(rows):
        yield from overlap(source, first, second)
        yield from outer(first, second)


def titles(source: Source, rows: list[Placed]) -> Slips:
    """Every key has a title, and every title rows."""
    known = source.data.get("titles")
    if not isinstance(known, dict):
        return
    told: set[str] = set()
    for path, row in rows:
        if row["key"] not in known and row["key"] not in told:
            values = {"key": row["key"], "guess": guess(row["key"], known)}
            yield Slip(Code.LIMIT_WITHOUT_TITLE, (*path, "key"), values)
        told.add(row["key"])
    if source.sound("rows"):
        for key in known:
            if key not in told:
                yield Slip(Code.TITLE_WITHOUT_ROWS, ("titles", key), {"key": key, "guess": guess(key, told)}, True)


def elsewhere(source: Source, around: Surroundings) -> Slips:
    """A key is told in one file only."""
    mine = source.data.get("titles")
    for key in mine if isinstance(mine, dict) else ():
        for other in around.limits.values():
            theirs = other.data.get("titles")
            if other is not source and isinstance(theirs, dict) and key in theirs:
                yield Slip(Code.LIMIT_TWICE, ("titles", key), {"key": key, "other": other.shown}, at_key=True)


def _side_by_side(rows: list[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Yield the pairs of rows that bind the same people at the same time."""
    groups: dict[tuple[str, ...], list[Placed]] = {}
    for path, row in rows:
        groups.setdefault((row["key"], row["operator"], row["area"], row["statistic"]), []).append((path, row))
    for group in groups.values():
        for first, second in combinations(group, 2):
            if _start(first[1]) <= _end(second[1]) and _start(second[1]) <= _end(first[1]):
                yield first, second


def _start(row: Row) -> date:
    return row.get("valid_from") or date.min


def _end(row: Row) -> date:
    return row.get("valid_to") or date.max


def overlap(source: Source, first: Placed, second: Placed) -> Slips:
    """Two rows of one role do not bind at once."""
    if first[1]["role"] == second[1]["role"]:
        values = {"key": second[1]["key"], "first": source.line(first[0])}
        yield Slip(Code.LIMIT_OVERLAP, second[0], values)


def outer(first: Placed, second: Placed) -> Slips:
    """An outer limit is not stricter than the one that passes."""
    by_role = {row["role"]: (path, row) for path, row in (first, second)}
    if by_role.keys() != {"pass", "outer"}:
        return
    path, wide = by_role["outer"]
    passing = by_role["pass"][1]
    if margin(wide, passing) < 0:
        told = {"outer": _shown(wide), "passing": _shown(passing)}
        yield Slip(Code.OUTER_STRICTER, (*path, "value"), told)


def _shown(row: Row) -> str:
    return f"{row['value']} {row['unit']}"
