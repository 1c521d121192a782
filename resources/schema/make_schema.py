"""Write the JSON Schema of star schemes, for editors, from the shape that the program itself checks by.

Usage: python resources/schema/make_schema.py. What the shape does not show is told by `inspector check-form` only.
"""

import json
from functools import singledispatch
from pathlib import Path
from typing import Any

from inspector.form.compound import Either, ListOf, MapOf, OneOrMore, Shape
from inspector.form.kinds import Flag, Kind, OneOf, Whole, Words, Written
from inspector.form.scheme_shape import (
    BASED,
    BOUNDS,
    COMPARED,
    FRACTION,
    JOINED,
    MEASURE_KINDS,
    WHOLE,
    Factor,
    Figure,
    When,
)  # fmt: skip

TARGET = Path(__file__).with_name("scheme.schema.json")
Plain = dict[str, Any]

# What an editor shows beside a key.
HINTS = {
    "scheme": "Name of the scheme; the file is named so",
    "version": "Quoted; whatever is changed becomes a new version",
    "based_on": "name@version of a scheme beside this one; only what differs is written here",
    "rank": "What levels are called: star, grade or letter",
    "credits": "What a verdict earns of an item's weight; a verdict without a credit leaves the base",
    "credits_by_weight": "Other credits for items of one weight",
    "measures": "The figures a rating is made of, by name",
    "topics": "Measures of the topics, for the trace and for `each: topics`",
    "ideas": "Measures of the ideas, for the trace and for `each: ideas`",
    "total": "The measure that is printed as the score",
    "needs": "Measures without which there is no rating",
    "levels": "Levels, best first: the first whose conditions hold is reached",
    "otherwise": "The lowest level, where none of the others is reached",
    "adjust": "Moves of the level",
    "caps": "Ceilings of the level",
    "promotion": "How many levels a hall may rise from one rating to the next",
    "withhold": "When the level is not told until a second person has confirmed",
    "not_rated": "When there is no rating",
    "kinds": "Kinds of inspection that count, and how much",
    "evidence_floor": "How many inspections a full rating needs, within how many months",
    "valid_months": "How long a rating holds",
    "share": "Earned weight in percent of the weight judged",
    "points": "Earned weight",
    "lost": "Weight judged less weight earned",
    "value": "The figure recorded in an item",
    "mix": "Weighted mean of measures; those without data are left out",
    "sum": "Sum of measures, each times a factor; without data if one of them is",
    "highest": "The highest of some measures",
    "lowest": "The lowest of some measures",
    "grade": "A figure by steps, best first",
    "count": "Number of findings",
    "short": "How many measures have more than so many percent of their weight left out",
    "previous": "A measure of the rating before, or its level",
}


@singledispatch
def schema(kind: Kind) -> Plain:
    """Return the schema of a kind of value."""
    raise TypeError(kind)


@schema.register
def _(kind: Written) -> Plain:
    return {"type": "string", "pattern": f"^({kind.pattern})$"}


@schema.register
def _(_kind: Words) -> Plain:
    return {"$ref": "#/$defs/words"}


@schema.register
def _(kind: OneOf) -> Plain:
    return {"enum": list(kind.known)}


@schema.register
def _(kind: Whole) -> Plain:
    return {"type": "integer"} if kind.least is None else {"type": "integer", "minimum": kind.least}


@schema.register
def _(_kind: Flag) -> Plain:
    return {"type": "boolean"}


@schema.register
def _(kind: Figure) -> Plain:
    ends = {"minimum": kind.low, "maximum": kind.high}
    number = {"type": "number", **{key: end for key, end in ends.items() if end is not None}}
    return {"anyOf": [number, {"type": "string", "pattern": f"^({FRACTION})$"}]}


@schema.register
def _(_kind: Factor) -> Plain:
    return {"anyOf": [{"type": "integer", "not": {"const": 0}}, {"type": "string", "pattern": f"^({FRACTION})$"}]}


@schema.register
def _(kind: ListOf) -> Plain:
    return {"type": "array", "items": schema(kind.kind), "minItems": kind.least}


@schema.register
def _(kind: OneOrMore) -> Plain:
    return {"anyOf": [schema(kind.kind), schema(ListOf(kind.kind, least=kind.least))]}


@schema.register
def _(kind: MapOf) -> Plain:
    return {
        "type": "object",
        "propertyNames": schema(kind.names),
        "additionalProperties": schema(kind.kind),
        "minProperties": kind.least,
    }


@schema.register
def _(kind: Either) -> Plain:
    return {"anyOf": [schema(kind.word), schema(kind.mapping)]}


@schema.register
def _(_kind: When) -> Plain:
    return {"$ref": "#/$defs/when"}


@schema.register
def _(kind: Shape) -> Plain:
    properties = {key: schema(one.kind) for key, one in kind.keys.items()}
    for key, one in properties.items():
        hinted = kind == BASED or key in kind.one_of
        properties[key] = {"description": HINTS[key], **one} if hinted and key in HINTS else one
    found: Plain = {"type": "object", "properties": properties, "additionalProperties": False}
    if required := [key for key, one in kind.keys.items() if one.required]:
        found["required"] = required
    if kind.one_of:
        found["oneOf"] = [{"required": [key]} for key in kind.one_of]
    return found


def when() -> Plain:
    """Return the schema of conditions, which hold conditions themselves."""
    own = {"$ref": "#/$defs/when"}
    bounds = schema(BOUNDS)
    bounds["propertyNames"] = {**bounds["propertyNames"], "not": {"enum": list(JOINED)}}
    joined = {key: {**schema(shape), "required": [key]} for key, shape in JOINED.items()}
    joined["each"]["anyOf"] = [{"required": [word]} for word in COMPARED]
    return {"anyOf": [{"type": "array", "items": own, "minItems": 1}, *joined.values(), bounds]}


def words() -> Plain:
    """Return the schema of a text in its languages."""
    text = {"type": "string", "pattern": r"\S"}
    both = {"type": "object", "properties": {"zh": text, "en": text}, "required": ["zh"], "additionalProperties": False}
    return {"anyOf": [text, both]}


def whole() -> Plain:
    """Return the schema of a scheme."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "星级规范 Star scheme",
        "$comment": "Made by make_schema.py from the shape the program checks by; see forms/schemes/README.md.",
        **schema(BASED),
        "if": {"required": ["based_on"]},
        "else": {"required": [key for key, one in WHOLE.keys.items() if one.required]},
        "$defs": {"words": words(), "when": when()},
    }


def text() -> str:
    """Return the schema as it stands in its file."""
    return json.dumps(whole(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    assert HINTS.keys() >= set(MEASURE_KINDS)
    TARGET.write_text(text(), "utf-8")
