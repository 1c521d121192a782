"""The shape of a mystery-visit scenario inside its form."""

from inspector.form.codes import Code
from inspector.form.compound import Key, ListOf, Shape
from inspector.form.condition_shape import CONDITION, TEXT
from inspector.form.kinds import Flag, OneOf, Whole, Words, Written
from inspector.form.scenario import CHANNELS, MARKS, RULES

SOME_WORDS = ListOf(Words())
MARK = OneOf(MARKS, Code.UNKNOWN_MARK)
STEP = Shape({"do": Key(Words(), required=True), "at": Key(MARK), "if": Key(CONDITION)})
QUESTION = Shape(
    {
        "ask": Key(Words(), required=True),
        "choices": Key(ListOf(Words(), least=2), required=True),
        "right": Key(Whole(1), required=True),
    },
)
SCENARIO = Shape(
    {
        "code": Key(Written(r"S[0-9]{2}", Code.BAD_ID), required=True),
        "channel": Key(OneOf(CHANNELS, Code.UNKNOWN_CHANNEL), required=True),
        "role": Key(Words(), required=True),
        "brief": Key(Words(), required=True),
        "script": Key(ListOf(STEP), required=True),
        "never": Key(SOME_WORDS, required=True),
        "bring": Key(SOME_WORDS),
        "check": Key(ListOf(QUESTION)),
        "marks": Key(ListOf(MARK)),
        "spare": Key(ListOf(MARK)),
        "proof": Key(ListOf(TEXT), required=True),
        "place": Key(ListOf(TEXT)),
        "rules": Key(ListOf(OneOf(RULES, Code.UNKNOWN_RULE)), required=True),
        "visit": Key(Flag()),
        "note": Key(Words()),
    },
)
