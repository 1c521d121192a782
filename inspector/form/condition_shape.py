"""The shape of conditions: "ask only when" as data."""

from collections.abc import Mapping

from inspector.form.codes import Code
from inspector.form.compound import Key, Led, ListOf, Shape
from inspector.form.kinds import Flag, OneOf, Slips, Text, Whole, unlisted
from inspector.form.mistakes import Slip, Steps

VERDICTS = ("conform", "partly", "fail")
ALL_VERDICTS = (*VERDICTS, "na", "unchecked")
OPERATORS = ("SGCC", "CSG", "IMPC")
AREAS = ("urban", "rural", "remote")
HALL: Mapping[str, tuple[str, ...]] = {
    "class": (),
    "operator": OPERATORS,
    "area": AREAS,
    "building": ("new", "rebuilt", "existing"),
}
TEXT = Text()
FLAG = Flag()


def _hall_values(value: Mapping[str, object], path: Steps) -> Slips:
    known = HALL.get(str(value.get("hall")), ())
    if not known:
        return
    many = value.get("in")
    told: list[tuple[Steps, object]] = [(("is",), value.get("is"))]
    told += [(("in", index), found) for index, found in enumerate(many if isinstance(many, list) else ())]
    for step, found in told:
        if isinstance(found, str) and found not in known:
            slip = unlisted(Code.UNKNOWN_HALL_VALUE, (*path, *step), found, known)
            yield Slip(slip.code, slip.path, {**slip.values, "column": value["hall"]})


def _at_least(value: Mapping[str, object], path: Steps) -> Slips:
    count, of = value.get("at_least"), value.get("of")
    if isinstance(count, int) and isinstance(of, list) and of and not 1 <= count <= len(of):
        yield Slip(Code.AT_LEAST_RANGE, (*path, "at_least"), {"found": count, "count": len(of)})


def _condition_extra(value: Mapping[str, object], path: Steps) -> Slips:
    yield from _hall_values(value, path) if "hall" in value else _at_least(value, path)


def conditions() -> Mapping[str, Shape]:
    """Return the shapes of conditions by their leading key."""
    return CONDITIONS


CONDITION = Led(conditions, Code.UNKNOWN_CONDITION, _condition_extra)
SOME = ListOf(CONDITION, Code.EMPTY_CONDITION)
VERDICT = OneOf(ALL_VERDICTS, Code.UNKNOWN_VERDICT)
IS_OR_IN = ("is", "in")
CONDITIONS: Mapping[str, Shape] = {
    "fact": Shape({"fact": Key(TEXT), "is": Key(FLAG)}),
    "hall": Shape(
        {
            "hall": Key(OneOf(tuple(HALL), Code.UNKNOWN_HALL_COLUMN)),
            "is": Key(TEXT),
            "in": Key(ListOf(TEXT)),
        },
        one_of=IS_OR_IN,
    ),
    "item": Shape({"item": Key(TEXT), "is": Key(VERDICT), "in": Key(ListOf(VERDICT))}, one_of=IS_OR_IN),
    "answered": Shape({"answered": Key(TEXT)}),
    "ticked": Shape({"ticked": Key(Shape({"item": Key(TEXT, required=True), "tick": Key(TEXT, required=True)}))}),
    "any": Shape({"any": Key(SOME)}),
    "all": Shape({"all": Key(SOME)}),
    "not": Shape({"not": Key(CONDITION)}),
    "at_least": Shape({"at_least": Key(Whole(None)), "of": Key(SOME, required=True)}),
}
