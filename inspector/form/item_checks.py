"""What is wrong with an item whose shape is right: weight, severity, ticks, texts, evidence, verdicts."""

from collections.abc import Callable
from pathlib import Path

from inspector.form.codes import Code
from inspector.form.condition_shape import VERDICTS
from inspector.form.form import SEVERITIES
from inspector.form.kinds import Slips, guess
from inspector.form.mistakes import Slip
from inspector.form.possible import Item, verdicts_of
from inspector.form.surroundings import Surroundings
from inspector.paths import resources
from inspector.wording import _

DRAWINGS = "drawings"


def item_slips(item: Item, around: Surroundings) -> Slips:
    """Yield the mistakes of one item, with paths inside it."""
    for check in CHECKS:
        yield from check(item)
    yield from same_fact(item, around)
    yield from judged(item, around)


def weight(item: Item) -> Slips:
    """Recorded items weigh nothing, scored ones something."""
    info = item["severity"] == "info"
    if info and item["weight"]:
        yield Slip(Code.INFO_WITH_WEIGHT, ("weight",), {"id": item["id"], "weight": item["weight"]})
    if not info and not item["weight"]:
        yield Slip(Code.SCORED_WITHOUT_WEIGHT, ("weight",), {"id": item["id"]})


def worsening(item: Item) -> Slips:
    """What makes an item worse must make it worse."""
    severity = item["severity"]
    if severity == "info" and "worse_if" in item:
        yield Slip(Code.INFO_WITH_WORSE, ("worse_if",), {"id": item["id"]}, at_key=True)
        return
    for index, worse in enumerate(item.get("worse_if", ())):
        if SEVERITIES.index(worse["severity"]) <= SEVERITIES.index(severity):
            values = {"found": worse["severity"], "severity": severity}
            yield Slip(Code.WORSE_NOT_HIGHER, ("worse_if", index, "severity"), values)


def ticks(item: Item) -> Slips:
    """A tick is named once."""
    seen: set[str] = set()
    for index, worse in enumerate(item.get("worse_if", ())):
        tick = worse.get("tick", "")
        if tick in seen:
            yield Slip(Code.DUPLICATE_TICK, ("worse_if", index, "tick"), {"tick": tick, "id": item["id"]})
        seen |= {tick} - {""}


def remedy(item: Item) -> Slips:
    """Whatever is scored can be mended."""
    if item["severity"] != "info" and "remedy" not in item:
        yield Slip(Code.REMEDY_MISSING, (), {"id": item["id"]})


def clauses(item: Item) -> Slips:
    """A verified clause has a number."""
    for index, basis in enumerate(item["basis"]):
        if basis.get("clause_verified") and "clause" not in basis:
            yield Slip(Code.VERIFIED_WITHOUT_CLAUSE, ("basis", index, "clause_verified"))


def drawing(item: Item) -> Slips:
    """A drawing exists."""
    name = item.get("drawing")
    if name and not _drawing(name).is_file():
        known = [path.stem for path in resources(DRAWINGS).glob("*.svg")]
        yield Slip(Code.DRAWING_MISSING, ("drawing",), {"name": name, "guess": guess(name, known)})


def _drawing(name: str) -> Path:
    return resources(DRAWINGS, f"{name}.svg")


def evidence(item: Item) -> Slips:
    """A ruler is seen in a photo."""
    rule = item.get("evidence", {})
    if rule.get("with_ruler") and rule.get("photo") == "never":
        yield Slip(Code.RULER_WITHOUT_PHOTO, ("evidence", "with_ruler"))


def same_fact(item: Item, around: Surroundings) -> Slips:
    """The other item of a fact exists and is another one."""
    other = item.get("same_fact")
    if other == item["id"]:
        yield Slip(Code.SAME_FACT_SELF, ("same_fact",))
    elif other is not None and other not in around.items:
        yield Slip(Code.SAME_FACT_UNKNOWN, ("same_fact",), {"id": other, "guess": guess(other, around.items)})


def judged(item: Item, around: Surroundings) -> Slips:
    """Every verdict that can come out is described, and no other."""
    possible = verdicts_of(item, around.limit_rows)
    if item["severity"] == "info" or possible is None:
        return
    if not possible:
        yield Slip(Code.NONE_DECIDING, ("answer",), {"id": item["id"]}, at_key=True)
    elif "judge" not in item:
        yield Slip(Code.MISSING_KEY, (), {"key": "judge"})
    else:
        yield from _described(item, possible)


def _described(item: Item, possible: frozenset[str]) -> Slips:
    for verdict in VERDICTS:
        values = {"id": item["id"], "verdict": verdict_name(verdict), "key": verdict}
        if verdict in possible and verdict not in item["judge"]:
            code = Code.PARTLY_NOT_DESCRIBED if verdict == "partly" else Code.FAIL_NOT_DESCRIBED
            yield Slip(code, ("judge",), values, at_key=True)
        elif verdict not in possible and verdict in item["judge"]:
            yield Slip(Code.VERDICT_UNREACHABLE, ("judge", verdict), values, at_key=True)


def verdict_name(verdict: str) -> str:
    """Return a verdict's name for people."""
    names = {"conform": _("符合"), "partly": _("部分符合"), "fail": _("不符合")}
    return names.get(verdict, verdict)


CHECKS: tuple[Callable[[Item], Slips], ...] = (weight, worsening, ticks, remedy, clauses, drawing, evidence)
