"""Plain data becomes the model; what is no form as this program knows it is refused in a sentence."""

import json
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from inspector.errors import InspectorError
from inspector.form.building import form_from_plain, item, limits_from_plain
from inspector.form.conditions import Answered, AtLeast, FactIs, HallIs, ItemIs, Not, Ticked
from inspector.form.form import Band, PartKind, Range
from inspector.form.library import Library
from inspector.form.plain import condition

SAMPLES = Path(__file__).parent.parent / "samples" / "forms"


def part(written: dict[str, Any]) -> Any:
    plain = {
        "id": "ZZ-01", "ask": {"zh": "项"}, "criterion": "样", "weight": 1, "severity": "minor", "basis": [],
        "tags": {"topic": "signage", "idea": "standard"}, "answer": {"it": written},
    }  # fmt: skip
    return item(plain).part("it")


def up_to(high: int) -> Range:
    return Range(None, Decimal(high))


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ({"fact": "a"}, FactIs("a")),
        ({"fact": "a", "is": False}, FactIs("a", False)),
        ({"hall": "class", "in": ["A", "B"]}, HallIs("class", ("A", "B"))),
        ({"item": "AC-01", "is": "fail"}, ItemIs("AC-01", ("fail",))),
        ({"answered": "AC-01"}, Answered("AC-01")),
        ({"ticked": {"item": "AC-01", "tick": "t"}}, Ticked("AC-01", "t")),
        ({"any": [{"fact": "a"}, {"fact": "b"}]}, AtLeast(1, (FactIs("a"), FactIs("b")))),
        ({"all": [{"fact": "a"}, {"fact": "b"}]}, AtLeast(2, (FactIs("a"), FactIs("b")))),
        ({"at_least": 1, "of": [{"fact": "a"}]}, AtLeast(1, (FactIs("a"),))),
        ({"not": {"fact": "a"}}, Not(FactIs("a"))),
    ],
)
def test_conditions(plain: dict[str, Any], expected: object) -> None:
    assert condition(plain) == expected


@pytest.mark.parametrize(
    ("written", "bands"),
    [
        ({"number": {"unit": "mm", "pass": [700, None]}}, (Band(Range(Decimal(700))),)),
        ({"number": {"unit": "mm", "pass": ["0.5", "2"]}}, (Band(Range(Decimal("0.5"), Decimal(2))),)),
        ({"count": {"unit": "处", "pass": 0, "part": 1}}, (Band(up_to(0), up_to(1)),)),
        (
            {"count": {"unit": "处", "better": "more", "pass": 3, "part": 1}},
            (Band(Range(Decimal(3)), Range(Decimal(1))),),
        ),
        ({"ratio": {"unit": "人", "pass": 20, "of_least": 3}}, (Band(up_to(20)),)),
        ({"timer": {"limit": "bell"}}, ()),
        (
            {"number": {"unit": "mm", "bands": [{"if": {"fact": "a"}, "pass": [1, 2]}, {"pass": [0, 2]}]}},
            (Band(Range(Decimal(1), Decimal(2)), None, FactIs("a")), Band(Range(Decimal(0), Decimal(2)))),
        ),
    ],
)
def test_bands(written: dict[str, Any], bands: tuple[Band, ...]) -> None:
    assert part(written).bands == bands


def test_parts_keep_their_order_and_their_own_things() -> None:
    timer = part({"timer": {"limit": "bell"}, "samples": {"min": 3, "judge": "each"}, "optional": True})
    assert (timer.unit, timer.limit, timer.samples, timer.judge, timer.optional) == ("s", "bell", 3, "each", True)
    choice = part({"choice": {"b": {"label": "乙", "verdict": "fail"}, "a": {"label": "甲"}}})
    assert [(one.key, one.verdict, one.points) for one in choice.choices] == [("b", "fail", None), ("a", None, None)]


def test_points_are_whole_numbers() -> None:
    scored = part({"choice": {"b": {"label": "乙", "points": 0}, "a": {"label": "甲", "points": 5}}})
    assert [one.points for one in scored.choices] == [0, 5]
    with pytest.raises(TypeError):
        part({"choice": {"b": {"label": "乙", "points": "5"}}})


def test_the_short_answer_is_a_part_named_verdict() -> None:
    plain = Library().load("hall-open-audit").plain
    short = next(one for section in plain["sections"] for one in section["items"] if one["answer"] == "conform3")
    assert [(one.key, one.kind) for one in item(short).parts] == [("verdict", PartKind.CONFORM3)]


def test_what_was_kept_as_json_is_the_same_form() -> None:
    library = Library()
    loaded = library.load("hall-open-audit")
    kept = json.loads(json.dumps(loaded.plain, ensure_ascii=False))
    assert form_from_plain(kept) == loaded.form
    limits = library.limits(library.folder / "limits" / "time-limits.yaml")
    assert limits_from_plain(json.loads(json.dumps(limits.plain))) == limits.limits


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Return every (container, key) inside plain data."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [pair for key, one in inner for pair in ((value, key), *_places(one))]


def test_damaged_plain_data_is_refused_or_taken_but_never_breaks() -> None:
    dice = random.Random(2026)
    text = json.dumps(Library(SAMPLES).load(_form(SAMPLES)).plain)
    refused = 0
    for _round in range(300):
        plain = json.loads(text)
        holder, key = dice.choice(_places(plain))
        if dice.random() < 0.4 and isinstance(holder, dict):
            holder[f"x{key}"] = holder.pop(key)
        else:
            holder[key] = dice.choice([None, [], {}, "?", -1, [None], {"zh": 3}, True])
        try:
            form_from_plain(plain)
        except InspectorError:
            refused += 1
    assert refused > 50


def _form(folder: Path) -> Path:
    return folder / "good-form.yaml"
