"""What is wrong with the parts of an answer: bands, units, limits, samples, choices."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from inspector.form.codes import Code
from inspector.form.kinds import Slips, guess, is_whole
from inspector.form.limits import SECONDS
from inspector.form.mistakes import Slip, Steps
from inspector.form.possible import Item, Rows, bands_of, kind_of, parts_of
from inspector.form.scenario_checks import between_slips

Part = Mapping[str, Any]
MEASURED = ("number", "count", "ratio", "timer")
WHOLE_PERCENT = 100


def part_slips(item: Item, rows: Rows) -> Slips:
    """Yield the mistakes of an item's parts, with paths inside the item."""
    parts = parts_of(item)
    for key, part in parts.items():
        kind = kind_of(part)
        if len(parts) > 1 and "label" not in part:
            yield Slip(Code.LABEL_MISSING, ("answer", key), {"part": key}, at_key=True)
        yield from samples(part, kind, ("answer", key))
        if kind in MEASURED:
            yield from bands(part, kind, ("answer", key, kind))
            yield from limit(part[kind], kind, ("answer", key, kind), rows)
            yield from between_slips(part[kind], ("answer", key, kind))
        if kind == "choice":
            yield from points(part, ("answer", key))
        if kind == "choice" and item["severity"] != "info":
            yield from choice(part, ("answer", key))


def samples(part: Part, kind: str, path: Steps) -> Slips:
    """Only figures are sampled, and only measures have a mean."""
    if "samples" not in part:
        return
    if kind not in MEASURED:
        yield Slip(Code.SAMPLES_NOT_MEASURED, (*path, "samples"), {"kind": kind}, at_key=True)
    elif part["samples"].get("judge") == "mean" and kind in {"count", "ratio"}:
        yield Slip(Code.MEAN_NOT_ALLOWED, (*path, "samples", "judge"), {"kind": kind})


def choice(part: Part, path: Steps) -> Slips:
    """Some option leads to a verdict, unless the choice is only recorded."""
    decides = any("verdict" in option for option in part["choice"].values())
    if not decides and not part.get("optional"):
        yield Slip(Code.CHOICE_WITHOUT_VERDICT, (*path, "choice"), at_key=True)


def points(part: Part, path: Steps) -> Slips:
    """All options have points, or none has."""
    options = part["choice"]
    lacking = [key for key, option in options.items() if "points" not in option]
    for key in lacking if len(lacking) < len(options) else ():
        yield Slip(Code.POINTS_MISSING, (*path, "choice", key), {"option": key}, at_key=True)


def bands(part: Part, kind: str, path: Steps) -> Slips:
    """Every band can be reached, and 部分 reaches further than 合格."""
    asked = part[kind]
    if "part" in asked and "pass" not in asked:
        yield Slip(Code.MISSING_KEY, path, {"key": "pass"})
    for steps, band in bands_of(asked):
        yield from _ends(band, kind, (*path, *steps))
        yield from _wider(band, asked.get("better", "fewer"), (*path, *steps))
    listed = asked.get("bands", ())
    for index, band in enumerate(listed[:-1]):
        if "if" not in band:
            yield Slip(Code.BAND_UNREACHABLE, (*path, "bands", index))
    if listed and "if" in listed[-1]:
        yield Slip(Code.LAST_BAND_LIMITED, (*path, "bands", len(listed) - 1, "if"), at_key=True)


def _ends(band: Part, kind: str, path: Steps) -> Slips:
    for key in ("pass", "part"):
        end = band.get(key)
        if kind == "count" and end is not None and not is_whole(end):
            yield Slip(Code.COUNT_FRACTIONAL, (*path, key), {"found": end})
        if kind == "ratio" and end is not None and end > WHOLE_PERCENT:
            yield Slip(Code.PERCENT_RANGE, (*path, key), {"found": end})


def _wider(band: Part, better: str, path: Steps) -> Slips:
    if "part" not in band or "pass" not in band:
        return
    passing, part = (_range(band[key], better) for key in ("pass", "part"))
    reaches = _low(part[0]) <= _low(passing[0]) and _high(part[1]) >= _high(passing[1])
    if not reaches or part == passing:
        values = {"part": _shown(band["part"]), "passing": _shown(band["pass"])}
        yield Slip(Code.PART_NOT_WIDER, (*path, "part"), values)


def _shown(value: object) -> str:
    if not isinstance(value, list):
        return str(value)
    return "[{}, {}]".format(*("null" if end is None else end for end in value))


def _range(value: Any, better: str) -> list[Any]:
    if isinstance(value, list):
        return value
    return [value, None] if better == "more" else [None, value]


def _low(end: Decimal | None) -> Decimal:
    return Decimal("-Infinity") if end is None else Decimal(end)


def _high(end: Decimal | None) -> Decimal:
    return Decimal("Infinity") if end is None else Decimal(end)


def limit(asked: Part, kind: str, path: Steps, rows: Rows) -> Slips:
    """A limit exists, and its unit can be told in the part's."""
    key = asked.get("limit")
    if key is None:
        return
    if key not in rows:
        yield Slip(Code.UNKNOWN_LIMIT, (*path, "limit"), {"key": key, "guess": guess(key, rows)})
        return
    wanted = "s" if kind == "timer" else asked["unit"]
    for unit in {str(row.get("unit")): None for row in rows[key]}:
        if unit != wanted and not (unit in SECONDS and wanted in SECONDS):
            yield Slip(Code.LIMIT_UNIT, (*path, "limit"), {"key": key, "unit": unit, "wanted": wanted})
