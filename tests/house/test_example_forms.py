"""The example library carries the answers of four published rating systems, and the app does not offer it."""

from fractions import Fraction

import pytest

from inspector.form.form import Form
from inspector.form.library import Library
from inspector.inspection.answer import Answer, Sample
from inspector.inspection.recorded import recorded_value
from inspector.paths import forms
from tests.inspection.blanks import inspection, said

EXAMPLES = Library(forms() / "examples")
ITEMS = {
    "food-hygiene": ("FH-01", "FH-02", "FH-03"),
    "confinement": ("CF-01", "CF-02", "CF-03", "CF-04", "CF-10", "CF-11", "CF-12"),
    "hotel": ("HS-01", "HS-02", *(f"HS-1{n}" for n in range(1, 6)), *(f"HS-2{n}" for n in range(1, 5))),
    "scenic": ("SC-01", "SC-02", "SC-03"),
}
SCORES = {"FH-01": (0, 5, 10, 15, 20, 25), "FH-02": (0, 5, 10, 15, 20, 25), "FH-03": (0, 5, 10, 20, 30)}
FIGURES = {
    "confinement": {"CF-01": (0, 0), "CF-02": (0, 0), "CF-03": (0, 0), "CF-04": (0, 0)},
    "hotel": {"HS-01": (70, None)},
    "scenic": {"SC-01": (500, 1000), "SC-02": (50, 100), "SC-03": (50, 100)},
}


def example(name: str) -> Form:
    return EXAMPLES.load(name).form


def test_the_app_offers_none_of_them() -> None:
    assert set(EXAMPLES.names()) == ITEMS.keys()
    assert not ITEMS.keys() & {name for name, _title in Library().titles()}


@pytest.mark.parametrize("name", ITEMS)
def test_every_item_is_there_in_both_languages(name: str) -> None:
    form = example(name)
    assert form.order == ITEMS[name]
    assert form.title.en
    for item in form.items.values():
        assert item.ask.en, item.id
        for part in item.parts:
            assert part.label.en or part.key == "verdict", item.id
            assert all(choice.label.en for choice in part.choices), item.id


def test_every_score_of_food_hygiene_has_its_option() -> None:
    blank = example("food-hygiene")
    for id_, scores in SCORES.items():
        score = blank.items[id_].part("score")
        assert [(one.key, one.points) for one in score.choices] == [(f"p{points}", points) for points in scores]
        for one in score.choices:
            assert one.verdict == {0: "conform", 5: "conform", 10: "partly"}.get(one.points or 0, "fail")
            filled = inspection(blank, {id_: Answer(parts={"score": said(one.key)})})
            assert recorded_value(filled, id_) == one.points
            assert filled.verdict_key(id_) == one.verdict


@pytest.mark.parametrize("name", FIGURES)
def test_figures_are_points_judged_at_the_lowest_level(name: str) -> None:
    blank = example(name)
    assert [item.id for item in blank.items.values() if item.measured] == list(FIGURES[name])
    for id_, (low, high) in FIGURES[name].items():
        part = blank.items[id_].part("points")
        passing = part.bands[0].passing
        assert (part.unit, passing.low, passing.high) == ("分", low, high)
        assert passing.low is not None
        filled = inspection(blank, {id_: Answer(parts={"points": (Sample(passing.low),)})})
        assert (recorded_value(filled, id_), filled.verdict_key(id_)) == (Fraction(passing.low), "conform")


def test_the_kind_of_hotel_is_told_in_points_and_never_scored() -> None:
    blank = example("hotel")
    house = blank.items["HS-02"]
    assert (house.weight, house.severity) == (0, "info")
    assert [(one.key, one.points, one.verdict) for one in house.part("house").choices] == [
        ("full", 0, "conform"),
        ("garni", 1, "conform"),
    ]


def test_the_hotels_facilities_can_be_there_in_part() -> None:
    facilities = [item for item in example("hotel").items.values() if item.id.startswith("HS-2")]
    assert [item.weight for item in facilities] == [1, 2, 3, 5]
    assert all(item.allows_partly for item in facilities)
