"""Which verdicts an item's answer can lead to."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from inspector.form.limits import SECONDS
from inspector.form.shape import PART_KINDS

Item = Mapping[str, Any]
Rows = Mapping[str, list[Mapping[str, Any]]]
NOTHING: frozenset[str] = frozenset()
TWO = frozenset({"conform", "fail"})
THREE = TWO | {"partly"}


def parts_of(item: Item) -> Mapping[str, Mapping[str, Any]]:
    """Return the parts of an answer; the short form becomes a part named verdict."""
    answer = item["answer"]
    return {"verdict": {answer: True}} if isinstance(answer, str) else answer


def kind_of(part: Mapping[str, Any]) -> str:
    """Return the kind of a part."""
    return next(kind for kind in PART_KINDS if kind in part)


def bands_of(asked: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], Mapping[str, Any]]]:
    """Yield the bands of a measured part with their paths; a single band stands in the part itself."""
    if "pass" in asked:
        yield (), asked
    for index, band in enumerate(asked.get("bands", ())):
        yield ("bands", index), band


def verdicts_of(item: Item, rows: Rows) -> frozenset[str] | None:
    """Return the verdicts an item can have; None when a limit is not known or its rows are flawed."""
    found: set[str] = set()
    conform = True
    for part in parts_of(item).values():
        verdicts = part_verdicts(part, rows)
        if verdicts is None:
            return None
        found |= verdicts
        conform &= not verdicts or "conform" in verdicts or bool(part.get("optional"))
    return frozenset(found if conform else found - {"conform"})


def part_verdicts(part: Mapping[str, Any], rows: Rows) -> frozenset[str] | None:
    """Return the verdicts a part can lead to, none when it decides nothing; None when its limit is not known."""
    kind = kind_of(part)
    asked = part[kind]
    if kind in {"conform", "conform3"}:
        return TWO if kind == "conform" else THREE
    if kind == "choice":
        return frozenset(option["verdict"] for option in asked.values() if "verdict" in option)
    if kind == "text":
        return NOTHING
    if "limit" in asked:
        return _limit_verdicts(rows.get(asked["limit"]))
    bands = [band for _, band in bands_of(asked)]
    if not bands:
        return NOTHING
    return THREE if any("part" in band for band in bands) else TWO


def _limit_verdicts(rows: list[Mapping[str, Any]] | None) -> frozenset[str] | None:
    if not rows:
        return None
    roles = {row.get("role") for row in rows}
    if "pass" not in roles:
        return NOTHING
    passing = [row for row in rows if row["role"] == "pass"]
    outer = [row for row in rows if row["role"] == "outer"]
    return THREE if any(margin(wide, row) > 0 for wide in outer for row in passing) else TWO


def margin(outer: Mapping[str, Any], passing: Mapping[str, Any]) -> Decimal:
    """Return by how much an outer limit is wider than a passing one; 0 when they cannot be compared."""
    if outer["unit"] != passing["unit"] and not {outer["unit"], passing["unit"]} <= SECONDS.keys():
        return Decimal(0)
    wide, narrow = (Decimal(row["value"]) * SECONDS.get(row["unit"], 1) for row in (outer, passing))
    return narrow - wide if passing.get("better") == "more" else wide - narrow
