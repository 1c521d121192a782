"""The shape of star schemes as tables: keys, measures, conditions, levels and rules."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from inspector.form.codes import Code
from inspector.form.compound import Either, Key, Led, ListOf, MapOf, OneOrMore, Shape
from inspector.form.condition_shape import ALL_VERDICTS, FLAG
from inspector.form.form import IDEAS, TOPICS
from inspector.form.kinds import OneOf, Slips, Whole, Written, is_number, is_whole, number_hint, wrong
from inspector.form.mistakes import Slip, Steps
from inspector.form.shape import FORM_KINDS, ITEM_ID, NAME, VERSION, WEIGHTS, WHO, WORDS, must
from inspector.wording import _

MEASURE_KINDS = (
    "share", "points", "lost", "value", "mix", "sum", "highest", "lowest", "grade", "count", "short", "previous",
)  # fmt: skip
COMPARED = ("least", "most", "over", "under")
RANKS = ("star", "grade", "letter")
FLOOR = ("window_months", "open", "mystery", "survey")  # a re-inspection of the whole form serves as an open audit
FRACTION = r"-?[0-9]{1,9}(/[1-9][0-9]{0,8}|\.[0-9]{1,6})?"


@dataclass(frozen=True)
class Figure:
    """An exact number: whole, decimal, or a fraction as text (1/2); `low` and `high` are ends it stays within.

    `bound` when two ends may be written in its place.
    """

    low: int | None = None
    high: int | None = None
    code: Code = Code.CREDIT_RANGE
    bound: bool = False

    def slips(self, value: object, path: Steps) -> Slips:
        if not isinstance(value, (int, Decimal, str)) or not (is_number(value) or written_figure(value)):
            ends = _("数字，或 {least: 14, under: 28} 这样的界限")
            yield wrong(path, value, ends if self.bound else _("数字或 1/2 这样的分数"), number_hint())
        elif self.low is not None and self.high is not None and not self.low <= Fraction(value) <= self.high:
            yield Slip(self.code, path, {"found": value, "low": self.low, "high": self.high})


@dataclass(frozen=True)
class Factor:
    """What a measure counts in a sum: a whole number or a fraction as text, not 0; decimals would not be exact."""

    def slips(self, value: object, path: Steps) -> Slips:
        known = is_whole(value) or written_figure(value)
        if not isinstance(value, (int, str)) or not known or not Fraction(value):
            yield wrong(path, value, _("不为 0 的整数或 1/10 这样的分数"), number_hint())


def written_figure(value: object) -> bool:
    """Return whether a text is a number or a fraction."""
    return isinstance(value, str) and re.fullmatch(FRACTION, value) is not None


@dataclass(frozen=True)
class When:
    """Conditions: bounds of measures by name, `each`, `all`, `any`, or a list that must all hold."""

    def slips(self, value: object, path: Steps) -> Slips:
        if isinstance(value, list):
            yield from ListOf(self, Code.EMPTY_CONDITION).slips(value, path)
        elif isinstance(value, dict) and any(key in JOINED for key in value):
            yield from map(_apart, LED.slips(value, path))
        else:
            yield from BOUNDS.slips(value, path)


def _apart(slip: Slip) -> Slip:
    """Say of a key beside `all`, `any` or `each` that it stands in braces of its own."""
    if slip.code is not Code.UNKNOWN_KEY or slip.values["guess"]:
        return slip
    told = _("all、any、each 各用一组花括号，与别的条件写成列表：[{total: 90}, {each: topics, least: 60}]。")
    return replace(slip, values={**slip.values, "guess": told})


def joined() -> Mapping[str, Shape]:
    """Return the shapes of conditions that do not begin with a measure."""
    return JOINED


def _some_bound(value: Mapping[str, object], path: Steps) -> Slips:
    if "each" in value and not any(word in value for word in COMPARED):
        yield Slip(Code.EMPTY_CONDITION, path, {"key": "each"})


FIGURE = Figure()
WHEN = When()
SOME = ListOf(WHEN, Code.EMPTY_CONDITION)
JOINED: Mapping[str, Shape] = {
    "all": Shape({"all": Key(SOME)}),
    "any": Shape({"any": Key(SOME)}),
    "each": Shape({"each": Key(OneOrMore(NAME)), **{word: Key(FIGURE) for word in COMPARED}}),
}
LED = Led(joined, Code.UNKNOWN_CONDITION, _some_bound)
BOUND = Either(Figure(bound=True), MapOf(FIGURE, OneOf(COMPARED, Code.UNKNOWN_COMPARISON), Code.EMPTY_CONDITION))
BOUNDS = MapOf(BOUND, NAME, Code.EMPTY_CONDITION)

CHOSEN = Shape(
    {
        "topic": Key(OneOf(TOPICS, Code.UNKNOWN_TOPIC)),
        "idea": Key(OneOf(IDEAS, Code.UNKNOWN_IDEA)),
        "who": Key(OneOf(WHO, Code.UNKNOWN_WHO)),
        "items": Key(ListOf(ITEM_ID)),
    },
)
LEVEL_NUMBER = Whole(0)
MEASURE = Shape(
    {
        "title": must(WORDS),
        "share": Key(CHOSEN),
        "points": Key(CHOSEN),
        "lost": Key(CHOSEN),
        "value": Key(Shape({"item": must(ITEM_ID), "part": Key(NAME)})),
        "mix": Key(MapOf(Whole(1, Code.MIX_WEIGHT), NAME)),
        "sum": Key(MapOf(Factor(), NAME)),
        "highest": Key(ListOf(NAME)),
        "lowest": Key(ListOf(NAME)),
        "grade": Key(ListOf(Shape({"is": must(Whole(None)), "when": Key(WHEN)}))),
        "count": Key(
            Shape({
                "severity": Key(OneOf(("fatal", "major"), Code.UNKNOWN_SEVERITY)),
                "status": Key(OneOf(("candidate", "confirmed"), Code.UNKNOWN_STATUS)),
                "open": Key(FLAG),
            }),
        ),
        "short": Key(Shape({"of": must(ListOf(NAME)), "over": must(Whole(0))})),
        "previous": Key(NAME),
    },
    one_of=MEASURE_KINDS,
    none=Code.UNKNOWN_MEASURE_KIND,
)  # fmt: skip

CREDIT = Figure(0, 1, Code.CREDIT_RANGE)
CREDITS = Shape(
    {"conform": must(CREDIT), "partly": must(CREDIT), "fail": must(CREDIT), "na": Key(CREDIT), "unchecked": Key(CREDIT)}
)
BY_WEIGHT = MapOf(
    MapOf(CREDIT, OneOf(ALL_VERDICTS, Code.UNKNOWN_VERDICT)),
    OneOf(tuple(str(weight) for weight in WEIGHTS if weight), Code.WEIGHT_NOT_ALLOWED),
)
LEVEL = Shape(
    {
        "level": must(LEVEL_NUMBER),
        "label": must(WORDS),
        "stars": Key(LEVEL_NUMBER),
        "when": Key(WHEN),
        "necessary": Key(ListOf(ITEM_ID)),
    },
)
RULE: Mapping[str, Key] = {"when": must(WHEN), "why": must(WORDS)}
ADJUST = Shape({"by": must(Whole(None)), "highest": Key(LEVEL_NUMBER), "lowest": Key(LEVEL_NUMBER), **RULE})
REFERENCE = Written(r"[a-z][a-z0-9_-]{0,59}@[0-9A-Za-z][0-9A-Za-z.-]{0,19}", Code.BASE_REFERENCE)
HEAD: Mapping[str, Key] = {"scheme": must(NAME), "version": must(VERSION), "title": must(WORDS)}
CORE: Mapping[str, Key] = {
    "credits": must(CREDITS),
    "measures": must(MapOf(MEASURE, NAME)),
    "total": must(NAME),
    "levels": must(ListOf(LEVEL)),
    "otherwise": must(Shape({"level": must(LEVEL_NUMBER), "label": must(WORDS), "stars": Key(LEVEL_NUMBER)})),
}
# An empty list is allowed where a scheme may take away what the one it is based on says.
FURTHER: Mapping[str, Key] = {
    "rank": Key(OneOf(RANKS, Code.UNKNOWN_RANK)),
    "credits_by_weight": Key(BY_WEIGHT),
    "topics": Key(ListOf(NAME, least=0)),
    "ideas": Key(ListOf(NAME, least=0)),
    "needs": Key(ListOf(NAME, least=0)),
    "adjust": Key(ListOf(ADJUST, least=0)),
    "caps": Key(ListOf(Shape({"to": must(LEVEL_NUMBER), **RULE}), least=0)),
    "promotion": Key(Shape({"steps": must(Whole(1, Code.PROMOTION_STEPS)), "why": must(WORDS)})),
    "withhold": Key(OneOrMore(Shape(RULE), least=0)),
    "not_rated": Key(OneOrMore(Shape(RULE), least=0)),
    "kinds": Key(MapOf(Whole(1), OneOf(FORM_KINDS, Code.UNKNOWN_FORM_KIND))),
    "evidence_floor": Key(MapOf(Whole(1), OneOf(FLOOR, Code.UNKNOWN_FLOOR))),
    "valid_months": Key(Whole(1)),
}
WHOLE = Shape({**HEAD, **CORE, **FURTHER})
BASED = Shape(
    {
        **HEAD,
        "based_on": Key(REFERENCE),
        **{key: replace(one, required=False) for key, one in CORE.items()},
        **FURTHER,
    }
)


@dataclass(frozen=True)
class Scheme:
    """A scheme: whole, or based on another one that says what it leaves out."""

    def slips(self, value: object, path: Steps) -> Slips:
        yield from (BASED if isinstance(value, dict) and "based_on" in value else WHOLE).slips(value, path)


SCHEME = Scheme()
