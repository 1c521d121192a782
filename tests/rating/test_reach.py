"""Ranges of figures: what lies in them, how they are told, and claims on measures that may be without data."""

from fractions import Fraction

import pytest

from inspector.rating.condition import Conditions, conditions_from
from inspector.rating.reach import ALL, Claim, Span, boxes, closed, shown, span_of, within


@pytest.mark.parametrize(
    ("span", "told", "whole", "empty", "ends"),
    [
        (closed(1, 2), "1 到 2 之间", True, False, True),
        (closed(3, 3), "3", True, False, True),
        (closed(Fraction(1, 2), Fraction(1, 2)), "0.5", False, False, True),
        (closed(2, 1), "2 到 1 之间", False, True, True),
        (closed(None, 4), "不大于 4", True, False, False),
        (closed(Fraction(1, 3), None), "不小于 0.333333", True, False, False),
        (Span((Fraction(1), 1), (Fraction(2), 0)), "1 到 2 之间", False, False, True),
        (Span((Fraction(1), 0), (Fraction(2), 0)), "1 到 2 之间", True, False, True),
        (Span((Fraction(1), 1), (Fraction(2), 1)), "1 到 2 之间", True, False, True),
        (Span((Fraction(1), 1), (Fraction(1), 1)), "1", False, True, True),
        (Span((Fraction(3, 2), 0), (Fraction(2), 0)), "1.5 到 2 之间", False, False, True),
    ],
)
def test_what_lies_between_two_ends(span: Span, told: str, whole: bool, empty: bool, ends: bool) -> None:
    assert (str(span), span.holds_whole(), span.empty, span.closed) == (told, whole, empty, ends)


def test_what_no_rule_limits_is_open_at_both_ends() -> None:
    assert ALL.holds_whole()
    assert not ALL.empty
    assert not ALL.closed
    assert closed(0, 100) in ALL
    assert ALL not in closed(0, 100)
    assert not Span(high=ALL.low).holds_whole()


@pytest.mark.parametrize(
    ("word", "within_it"),
    [("least", (False, True, True)), ("over", (False, False, True)), ("most", (True, True, False)),
     ("under", (True, False, False))],
)  # fmt: skip
def test_a_word_of_comparison_as_a_range(word: str, within_it: tuple[bool, ...]) -> None:
    span = span_of(word, Fraction(90))
    assert tuple(closed(figure, figure) in span for figure in (89, 90, 91)) == within_it


def test_figures_are_told_as_an_author_writes_them() -> None:
    assert [shown(one) for one in (Fraction(90), Fraction(181, 2), Fraction(2, 3), float("inf"))] == [
        "90", "90.5", "0.666667", "inf",
    ]  # fmt: skip


LISTS = {"both": ("signage", "etiquette")}


def conditions(*when: object) -> Conditions:
    return conditions_from(list(when), LISTS)


def test_a_measure_may_lack_data_only_where_every_claim_on_it_lets_it() -> None:
    passed_over, asked_for = {"each": ["total"], "least": 80}, {"total": {"most": 90}}
    for rows, lacking in (
        ((passed_over, {"each": ["total"], "most": 90}), True),
        ((passed_over, asked_for), False),
        ((asked_for, passed_over), False),
    ):
        assert boxes(conditions(*rows)) == [{"total": Claim(closed(80, 90), lacking)}]


@pytest.mark.parametrize(
    ("inner", "always", "expected"),
    [
        ({"signage": 90, "etiquette": 80}, (), True),
        ({"signage": 90, "etiquette": 79}, (), False),
        ({"signage": 90}, ("etiquette",), False),
        ({"each": "both", "least": 80}, (), False),
        ({"each": "both", "least": 80}, ("signage", "etiquette"), True),
    ],
)
def test_what_meets_one_row_meets_another(inner: object, always: tuple[str, ...], expected: bool) -> None:
    (row,), (other,) = boxes(conditions(inner)) or (), boxes(conditions({"signage": 80, "etiquette": 80})) or ()
    assert within(row, other, {}, frozenset(always)) is expected
    assert within(row, row, {}, frozenset())


def test_too_many_alternatives_are_not_looked_through() -> None:
    either = {"any": [{"signage": figure} for figure in range(8)]}
    assert len(boxes(conditions(either, either)) or ()) == 64
    assert boxes(conditions(either, {"any": [*either["any"], {"total": 1}]})) is None
    assert boxes(conditions({"any": [[either, either, {"any": [{"total": 1}, {"total": 2}]}]]})) is None
