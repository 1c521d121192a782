"""The shape of sections, forms and limits as tables: keys, kinds, and what must be there."""

from collections.abc import Mapping

from inspector.form.codes import Code
from inspector.form.compound import Either, Key, ListOf, MapOf, Shape
from inspector.form.condition_shape import AREAS, CONDITION, FLAG, OPERATORS, SOME, TEXT, VERDICTS
from inspector.form.form import IDEAS, SEVERITIES, TOPICS, PartKind
from inspector.form.kinds import Day, Flag, Kind, Number, OneOf, Range, Whole, Words, Written
from inspector.form.scenario_shape import MARK, SCENARIO

WEIGHTS = (0, 1, 2, 3, 5)
HOW = ("observe", "measure", "time", "ask", "document", "call")
RECALLS = ("fact", "impression", "later")
WHO = ("all", "elderly", "wheelchair", "hearing", "vision", "children", "foreign", "business")
UNITS = (
    "mm", "cm", "m", "%", "°", "°C", "lx", "dB", "ppm", "s", "min", "h", "d", "wd",
    "处", "项", "个", "人", "次", "种", "张", "份", "把", "台", "块", "分", "lbf", "N",
)  # fmt: skip
LIMIT_UNITS = ("s", "min", "h", "d", "wd", "%")
JUDGES = ("worst", "mean", "each")
EVIDENCE = ("never", "on_fail", "always")
CONFIDENCES = ("S", "K", "U", "D")
FORM_KINDS = ("open", "mystery", "recheck", "survey")
MINIMUMS = ("photos", "minutes", "interactions", "transactions", "waits")
PART_KINDS = tuple(kind.value for kind in PartKind)

WORDS = Words()
TITLE = Words(english=True)
VERSION = Written(r"[0-9A-Za-z][0-9A-Za-z.-]{0,19}", Code.VERSION_NOT_TEXT)
NAME = Written(r"[a-z][a-z0-9_-]{0,59}", Code.BAD_NAME)
ITEM_ID = Written(r"[A-Z][A-Z0-9]{0,7}-[0-9]{1,4}", Code.BAD_ID)
SEVERITY = OneOf(SEVERITIES, Code.UNKNOWN_SEVERITY)
CONFIDENCE = OneOf(CONFIDENCES, Code.UNKNOWN_CONFIDENCE)
BETTER = OneOf(("fewer", "more"), Code.UNKNOWN_BETTER)
EVIDENCE_RULE = OneOf(EVIDENCE, Code.UNKNOWN_EVIDENCE_RULE)


def must(kind: Kind, missing: Code = Code.MISSING_KEY) -> Key:
    """Return a key that must be there."""
    return Key(kind, required=True, missing=missing)


BAND = Shape({"if": Key(CONDITION), "pass": must(Range()), "part": Key(Range())})
REACH_BAND = Shape({"if": Key(CONDITION), "pass": must(Number()), "part": Key(Number())})
UNIT = must(OneOf(UNITS, Code.UNKNOWN_UNIT), Code.UNIT_MISSING)
RANGED: Mapping[str, Key] = {
    "pass": Key(Range()), "part": Key(Range()), "bands": Key(ListOf(BAND)), "limit": Key(TEXT),
}  # fmt: skip
REACHED: Mapping[str, Key] = {
    "unit": UNIT, "better": Key(BETTER), "pass": Key(Number()), "part": Key(Number()), "bands": Key(ListOf(REACH_BAND)),
}  # fmt: skip
JUDGED = ("pass", "bands", "limit")
CHOICE = Shape(
    {
        "label": must(WORDS, Code.NO_CHINESE),
        "verdict": Key(OneOf(VERDICTS, Code.UNKNOWN_VERDICT)),
        "points": Key(Whole()),
    },
)
PART = Shape(
    {
        "conform": Key(Flag(only=True)),
        "conform3": Key(Flag(only=True)),
        "number": Key(Shape({"unit": UNIT, **RANGED}, at_most=JUDGED)),
        "count": Key(Shape(REACHED, at_most=JUDGED)),
        "ratio": Key(Shape({**REACHED, "of_least": Key(Whole(1))}, at_most=JUDGED)),
        "timer": Key(
            Shape(
                {"unit": Key(OneOf(("s",), Code.TIMER_UNIT)), **RANGED, "between": Key(ListOf(MARK, least=2))},
                at_most=JUDGED,
            ),
        ),
        "choice": Key(MapOf(CHOICE, NAME, Code.CHOICE_EMPTY, least=2)),
        "text": Key(Shape({})),
        "label": Key(WORDS),
        "samples": Key(
            Shape({"min": must(Whole(1, Code.SAMPLES_MIN)), "judge": Key(OneOf(JUDGES, Code.UNKNOWN_JUDGE))}),
        ),
        "optional": Key(FLAG),
    },
    one_of=PART_KINDS,
    none=Code.UNKNOWN_PART_KIND,
)
WORSENING = Shape(
    {"tick": Key(NAME), "if": Key(CONDITION), "label": must(WORDS, Code.NO_CHINESE), "severity": must(SEVERITY)},
    one_of=("tick", "if"),
)
BASIS = Shape(
    {"standard": must(TEXT), "clause": Key(TEXT), "clause_verified": Key(FLAG), "confidence": Key(CONFIDENCE)},
)
BASES = must(ListOf(BASIS, Code.BASIS_EMPTY), Code.BASIS_EMPTY)
ITEM = Shape(
    {
        "id": must(ITEM_ID),
        "ask": must(TITLE),
        "criterion": must(WORDS),
        "judge": Key(MapOf(WORDS, OneOf(VERDICTS, Code.UNKNOWN_VERDICT))),
        "help": Key(WORDS),
        "drawing": Key(NAME),
        "how": Key(OneOf(HOW, Code.UNKNOWN_HOW)),
        "recall": Key(OneOf(RECALLS, Code.UNKNOWN_RECALL)),
        "answer": must(Either(OneOf(("conform", "conform3"), Code.UNKNOWN_PART_KIND), MapOf(PART, NAME))),
        "weight": must(OneOf(WEIGHTS, Code.WEIGHT_NOT_ALLOWED)),
        "severity": must(SEVERITY),
        "worse_if": Key(ListOf(WORSENING)),
        "tags": must(
            Shape(
                {
                    "topic": must(OneOf(TOPICS, Code.UNKNOWN_TOPIC)),
                    "idea": must(OneOf(IDEAS, Code.UNKNOWN_IDEA)),
                    "who": Key(OneOf(WHO, Code.UNKNOWN_WHO)),
                },
            ),
        ),
        "evidence": Key(
            Shape({
                "photo": Key(EVIDENCE_RULE), "note": Key(EVIDENCE_RULE),
                "with_ruler": Key(FLAG), "document": Key(FLAG),
            }),
        ),
        "remedy": Key(WORDS),
        "effort": Key(Whole(1, Code.EFFORT_NOT_POSITIVE)),
        "basis": BASES,
        "same_fact": Key(TEXT),
        "ask_if": Key(CONDITION),
        "phrases": Key(ListOf(TEXT)),
    },
)  # fmt: skip
RED_LINE = Shape(
    {
        "id": must(ITEM_ID),
        "ask": must(TITLE),
        "criterion": must(WORDS),
        "implied_by": Key(SOME),
        "basis": BASES,
    },
)
FACT = Shape({"ask": must(TITLE), "help": Key(WORDS)})
SECTION = Shape(
    {
        "section": must(NAME),
        "version": must(VERSION),
        "title": must(TITLE),
        "facts": Key(MapOf(FACT, NAME)),
        "items": Key(ListOf(ITEM)),
        "red_lines": Key(ListOf(RED_LINE)),
    },
    one_of=("items", "red_lines"),
)
REFERENCE = Written(r"[a-z][a-z0-9_-]{0,59}@[0-9A-Za-z][0-9A-Za-z.-]{0,19}", Code.SECTION_REFERENCE)
FORM = Shape(
    {
        "form": must(NAME),
        "version": must(VERSION),
        "title": must(TITLE),
        "kind": must(OneOf(FORM_KINDS, Code.UNKNOWN_FORM_KIND)),
        "sections": must(
            ListOf(
                Either(REFERENCE, Shape({"section": must(REFERENCE), "items": Key(ListOf(TEXT))})),
                Code.NO_SECTIONS,
            ),
            Code.NO_SECTIONS,
        ),
        "red_line": Key(REFERENCE),
        "minimum": Key(MapOf(Whole(0), OneOf(MINIMUMS, Code.UNKNOWN_MINIMUM))),
        "scenario": Key(SCENARIO),
    },
)
LIMIT_ROW = Shape(
    {
        "key": must(TEXT),
        "operator": must(OneOf((*OPERATORS, "any"), Code.UNKNOWN_OPERATOR)),
        "area": must(OneOf((*AREAS, "any"), Code.UNKNOWN_AREA)),
        "statistic": must(OneOf(("each", "mean"), Code.UNKNOWN_STATISTIC)),
        "role": must(OneOf(("pass", "outer", "benchmark"), Code.UNKNOWN_ROLE)),
        "value": must(Number()),
        "unit": must(OneOf(LIMIT_UNITS, Code.UNKNOWN_UNIT), Code.UNIT_MISSING),
        "better": Key(BETTER),
        "valid_from": Key(Day()),
        "valid_to": Key(Day()),
        "source": must(TEXT),
        "confidence": Key(CONFIDENCE),
    },
)
LIMITS = Shape(
    {
        "limits": must(NAME),
        "version": must(VERSION),
        "titles": must(MapOf(TITLE, NAME)),
        "rows": must(ListOf(LIMIT_ROW)),
    },
)
