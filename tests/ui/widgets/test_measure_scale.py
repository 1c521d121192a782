"""The scale of the measuring band holds all limits and the value, whatever is open."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.ui.widgets.measure_scale import FAIL, PART, PASS, Bounds, scale_for


def D(value: float) -> Decimal:
    return Decimal(str(value))


BOTH = Bounds(D(700), D(850), D(680), D(870))


def test_five_stretches_in_order() -> None:
    scale = scale_for(BOTH)
    assert scale is not None
    assert [each.meaning for each in scale.stretches] == [FAIL, PART, PASS, PART, FAIL]


@pytest.mark.parametrize(
    ("value", "meaning"), [(700, PASS), (850, PASS), (690, PART), (870, PART), (679.9, FAIL), (871, FAIL)]
)
def test_limits_belong_to_the_better_side(value: float, meaning: str) -> None:
    assert BOTH.meaning(D(value)) == meaning


@pytest.mark.parametrize(
    ("bounds", "meanings"),
    [
        (Bounds(None, D(60)), [PASS, FAIL]),
        (Bounds(D(300), None), [FAIL, PASS]),
        (Bounds(None, D(45), None, D(60)), [PASS, PART, FAIL]),
        (Bounds(D(700), D(850)), [FAIL, PASS, FAIL]),
    ],
)
def test_open_ends_and_two_bands(bounds: Bounds, meanings: list[str]) -> None:
    scale = scale_for(bounds)
    assert scale is not None
    assert [each.meaning for each in scale.stretches] == meanings


def test_without_limits_there_is_no_scale() -> None:
    assert scale_for(Bounds(), D(5)) is None


def test_a_slip_of_the_keys_does_not_squash_the_bands() -> None:
    scale = scale_for(BOTH, D(9200))
    assert scale is not None
    assert scale.share(D(9200)) == 1.0
    assert scale.share(D(850)) - scale.share(D(700)) > 0.1


numbers = st.decimals(min_value=0, max_value=100000, places=2, allow_nan=False)


@given(numbers, numbers, st.none() | numbers)
def test_every_limit_stands_on_the_scale(one: Decimal, other: Decimal, value: Decimal | None) -> None:
    bounds = Bounds(min(one, other), max(one, other))
    scale = scale_for(bounds, value)
    assert scale is not None
    assert scale.low < scale.high
    assert all(scale.low <= limit <= scale.high for limit in bounds.limits)
    assert scale.stretches[0].low == scale.low
    assert scale.stretches[-1].high == scale.high
