"""The value a rating reads: exact means, percents and points; nothing where nothing counts."""

from dataclasses import replace
from fractions import Fraction

import pytest

from inspector.form.conditions import FactIs
from inspector.form.form import Choice, Part, PartKind, Words
from inspector.inspection.answer import Answer, Sample, Verdict
from inspector.inspection.recorded import recorded_value
from tests.inspection.blanks import choice, form, inspection, item, number, one, said, values

SCORED = Part(
    "score", PartKind.CHOICE, choices=(Choice("p0", Words("零"), "conform", 0), Choice("p5", Words("五"), None, 5))
)


def found(part: Part, samples: tuple[Sample, ...], **more: object) -> Fraction | None:
    answer = replace(Answer(parts={part.key: samples}), **more)  # type: ignore[arg-type]
    return recorded_value(inspection(form(item("A", part)), {"A": answer}), "A", part.key)


@pytest.mark.parametrize(
    ("part", "samples", "expected"),
    [
        (number(bands=()), values("0.1"), Fraction(1, 10)),
        (number(samples=3, judge="worst"), values(1, 1, 2), Fraction(4, 3)),
        (number(kind=PartKind.COUNT), values(7), Fraction(7)),
        (number(kind=PartKind.TIMER), values("34.5", 34), Fraction(137, 4)),
        (number(kind=PartKind.RATIO), (one(1, 3),), Fraction(100, 3)),
        (number(kind=PartKind.RATIO), (one(1, 3), one(0, 0), one(1, 2)), Fraction(125, 3)),
        (number(kind=PartKind.RATIO), (one(0, 0),), None),
        (number(), (Sample(),), None),
        (number(), (), None),
        (SCORED, said("p0"), Fraction(0)),
        (SCORED, said("p5"), Fraction(5)),
        (SCORED, said("gone"), None),
        (SCORED, (), None),
        (choice("kind", a="conform", b="fail"), said("a"), None),
        (Part("verdict", PartKind.CONFORM3), said("conform"), None),
        (Part("words", PartKind.TEXT), said("12"), None),
    ],
)
def test_what_is_recorded(part: Part, samples: tuple[Sample, ...], expected: Fraction | None) -> None:
    assert found(part, samples) == expected


def test_an_item_left_out_has_no_value_and_an_overruled_one_keeps_it() -> None:
    assert found(number(), values(1), verdict=Verdict.NA) is None
    assert found(number(), values(1), verdict=Verdict.UNCHECKED) is None
    assert found(number(), values(1), verdict=Verdict.CONFORM) == 1


def test_an_item_that_is_not_asked_has_no_value() -> None:
    blank = form(item("A", number(), ask_if=FactIs("gate")))
    given = {"A": Answer(parts={"height": values(3)})}
    assert recorded_value(inspection(blank, given, facts={"gate": False}), "A", "height") is None
    assert recorded_value(inspection(blank, given), "A", "height") == 3, "what is not yet known hides nothing"


def test_only_the_single_part_of_an_item_goes_without_its_name() -> None:
    blank = form(item("A", number()), item("B", number(), SCORED))
    given = {"A": Answer(parts={"height": values(3)}), "B": Answer(parts={"height": values(4), "score": said("p5")})}
    filled = inspection(blank, given)
    assert recorded_value(filled, "A") == 3
    assert recorded_value(filled, "B", "height") == 4
    assert recorded_value(filled, "B", "score") == 5
    assert recorded_value(filled, "B") is None


def test_what_the_form_does_not_have_has_no_value() -> None:
    filled = inspection(form(item("A", number())), {"A": Answer(parts={"height": values(3)})})
    assert recorded_value(filled, "C") is None
    assert recorded_value(filled, "A", "width") is None
