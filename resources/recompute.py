"""Recompute a star from a receipt: an independent check that shares no code with the program which wrote it.

    python3 recompute.py RECEIPT.json

Needs nothing but Python. It reads the credits of the items, the recorded figures, the findings and the rules of the
scheme in the receipt, computes every measure and the level anew, and compares them with what the receipt says.
"""

import json
import sys
from fractions import Fraction
from pathlib import Path

COMPARE = {
    "least": lambda a, b: a >= b, "most": lambda a, b: a <= b,
    "over": lambda a, b: a > b, "under": lambda a, b: a < b,
}  # fmt: skip

NOTHING = (Fraction(0),) * 4


def holds(when, values):
    """Return whether all conditions hold for the values of the measures."""
    return all(any(holds(row, values) for row in one["any"]) if "any" in one else meets(one, values) for one in when)


def meets(one, values):
    """Return whether each measure of a condition stands to its figure as it should."""
    found, figure = [values[key] for key in one["measures"]], Fraction(one["figure"])
    return all(one["each"] if value is None else COMPARE[one["word"]](value, figure) for value in found)


def weights(items, of):
    """Return (earned, judged, left out, waiting) weights of the items that a measure chooses."""
    earned = judged = left_out = waiting = Fraction(0)
    for item in items:
        if not all(item["id"] in of["items"] if tag == "items" else item[tag] == of[tag] for tag in of):
            continue
        if item["credit"] is not None:
            earned += item["weight"] * Fraction(item["credit"])
            judged += item["weight"]
        left_out += item["weight"] * (item["credit"] is None and item["verdict"] is not None)
        waiting += item["weight"] * (item["credit"] is None and item["verdict"] is None)
    return earned, judged, left_out, waiting


class Reading:
    """The measures of a receipt, computed one after the other."""

    def __init__(self, receipt):
        self.receipt, self.values, self.sums = receipt, {}, {}
        for one in receipt["rules"]["measures"]:
            self.values[one["key"]] = KINDS[one["kind"]](self, one["of"], one["key"])

    def known(self, keys):
        return [self.values[key] for key in keys if self.values[key] is not None]

    def weighed(self, of, key, figure):
        earned, judged, *_rest = self.sums[key] = weights(self.receipt["items"], of)
        return figure(earned, judged) if judged else None

    def mix(self, of, key):
        self.sums[key] = tuple(sum(self.sums.get(part, NOTHING)[place] for part in of) for place in range(4))
        found = {part: Fraction(weight) for part, weight in of.items() if self.values[part] is not None}
        return sum(self.values[part] * w for part, w in found.items()) / sum(found.values()) if found else None

    def sum(self, of, _key):
        whole = len(self.known(of)) == len(of)
        return sum((self.values[part] * Fraction(w) for part, w in of.items()), Fraction(0)) if whole else None

    def count(self, of, _key):
        found = [one for one in self.receipt["findings"] if one["status"] != "rejected"]
        return Fraction(sum(all(one[key] == of[key] for key in of) for one in found))

    def previous(self, of, _key):
        before = self.receipt["previous"] or {"level": None, "measures": {}}
        return exact(before["level"] if of == "level" else before["measures"].get(of))


def exact(figure):
    """Return a figure exactly, nothing for nothing."""
    return None if figure is None else Fraction(figure)


KINDS = {
    "share": lambda r, of, key: r.weighed(of, key, lambda earned, judged: 100 * earned / judged),
    "points": lambda r, of, key: r.weighed(of, key, lambda earned, _judged: earned),
    "lost": lambda r, of, key: r.weighed(of, key, lambda earned, judged: judged - earned),
    "highest": lambda r, of, _key: max(r.known(of), default=None),
    "lowest": lambda r, of, _key: min(r.known(of), default=None),
    "grade": lambda r, of, _key: next((exact(step["is"]) for step in of if holds(step["when"], r.values)), None),
    "short": lambda r, of, _key: Fraction(sum(short(r.sums.get(part, NOTHING), of["over"]) for part in of["of"])),
    "value": lambda r, _of, key: exact(r.receipt["values"].get(key)),
    "mix": Reading.mix, "sum": Reading.sum, "count": Reading.count, "previous": Reading.previous,
}  # fmt: skip


def short(sums, over):
    """Return whether too much of what was asked was left out."""
    _earned, judged, left_out, waiting = sums
    return judged + left_out > 0 and left_out * 100 > Fraction(over) * (judged + left_out + waiting)


def failed(item):
    """Return whether a necessary item is in the way."""
    credit = exact(item["credit"])
    return item["verdict"] == "unchecked" or (credit is not None and credit < 1 and item["verdict"] != "na")


def star(receipt):
    """Return (state, level, values of all measures)."""
    rules, items, asked = receipt["rules"], receipt["items"], receipt["asked"]
    values = Reading(receipt).values
    lacking = any(values[key] is None for key in rules["needs"])
    early = asked["state"] == "interim" and not asked["complete"]
    refused = receipt["refused"] or values[rules["total"]] is None or (lacking and not early)
    if refused or any(holds(when, values) for when in rules["not_rated"]):
        return "unrated", None, values
    if any(holds(when, values) for when in rules["withhold"]):
        return "withheld", None, values
    unmet = {item["id"] for item in items if failed(item)}
    *levels, otherwise = rules["levels"]
    fitting = (one for one in levels if holds(one["when"], values) and not unmet & {*one["necessary"]})
    level = next(fitting, otherwise)["level"]
    for one in rules["adjust"]:
        if holds(one["when"], values):
            moved = level + one["by"]
            level = min(moved, max(one["highest"], level)) if one["by"] > 0 else max(moved, min(one["lowest"], level))
    level = min([level, *(cap["to"] for cap in rules["caps"] if holds(cap["when"], values))])
    before = (receipt["previous"] or {}).get("level")
    if rules["promotion"] is not None and before is not None:
        level = min(level, before + rules["promotion"])
    known = [one["level"] for one in rules["levels"] if one["level"] <= level]
    return asked["state"], max(known, default=otherwise["level"]), values


def main(path):
    """Print whether a receipt holds; return 0 when it does."""
    receipt = json.loads(Path(path).read_text("utf-8"))
    state, level, values = star(receipt)
    said = receipt["result"]
    figures = {key: None if value is None else str(value) for key, value in values.items()}
    holding = (state, level, figures) == (said["state"], said["level"], said["measures"])
    print(f"{'OK' if holding else 'DIFFERS'}: {state}, level {level} (receipt: {said['state']}, level {said['level']})")
    return 0 if holding else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
