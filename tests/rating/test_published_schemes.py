"""The published systems, said as schemes: every vector of the reference, and all 180 combinations of the first."""

from collections import Counter
from fractions import Fraction
from itertools import product

import pytest

from inspector.inspection.answer import Verdict
from inspector.paths import forms
from inspector.rating.case import Case
from inspector.rating.heaps import Credit
from inspector.rating.rate import Rating, State, rate_case
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import read_scheme
from tests.inspection.blanks import item

HYGIENE = (0, 5, 10, 15, 20, 25)
CONFIDENCE = (0, 5, 10, 20, 30)


def shipped(name: str) -> Scheme:
    return read_scheme(forms() / "schemes" / f"{name}.yaml")


FOOD, CONFINEMENT, HOTEL, SCENIC = map(shipped, ("food-hygiene", "confinement", "hotel", "scenic"))


def rated(scheme: Scheme, credits: dict[str, bool] | None = None, **values: int) -> Rating:
    given = [
        Credit(item(id_), Verdict.CONFORM if passed else Verdict.FAIL, Fraction(passed))
        for id_, passed in (credits or {}).items()
    ]
    figures = {key: Fraction(value) for key, value in values.items()}
    return rate_case(scheme, Case(given, figures), State.PROVISIONAL)


def level(rating: Rating) -> int:
    assert rating.level is not None
    return rating.level.level


def food(hygiene: int, structure: int, confidence: int) -> int:
    return level(rated(FOOD, hygiene=hygiene, structure=structure, confidence=confidence))


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((0, 0, 0), 5), ((5, 5, 5), 5), ((10, 5, 0), 4), ((0, 0, 10), 4), ((10, 0, 5), 4), ((5, 5, 10), 4),
        ((10, 10, 0), 4), ((10, 10, 10), 3), ((15, 0, 5), 2), ((15, 15, 0), 2), ((15, 10, 10), 2), ((15, 15, 10), 2),
        ((20, 0, 0), 1), ((0, 0, 20), 1), ((10, 10, 20), 1), ((20, 15, 10), 1), ((20, 20, 10), 1), ((25, 0, 0), 0),
        ((0, 0, 30), 0), ((20, 20, 20), 0), ((25, 25, 30), 0),
    ],
)  # fmt: skip
def test_food_hygiene(scores: tuple[int, int, int], expected: int) -> None:
    assert food(*scores) == expected


def test_food_hygiene_in_all_180_combinations() -> None:
    ratings = {scores: food(*scores) for scores in product(HYGIENE, HYGIENE, CONFIDENCE)}
    assert Counter(ratings.values()) == {5: 8, 4: 15, 3: 4, 2: 21, 1: 49, 0: 83}
    for scores, found in ratings.items():
        for place, steps in enumerate((HYGIENE, HYGIENE, CONFIDENCE)):
            worse = [one for one in steps if one > scores[place]]
            if worse:
                assert ratings[*scores[:place], worse[0], *scores[place + 1 :]] <= found


@pytest.mark.parametrize(
    ("demerits", "six", "danger", "expected"),
    [
        (20, False, False, 2), (20, True, False, 1), (21, False, False, 1), (40, False, False, 1),
        (41, False, False, 0), (41, True, False, 0), (6, True, False, 1), (0, False, True, 0),
    ],
)  # fmt: skip
def test_confinement(demerits: int, six: bool, danger: bool, expected: int) -> None:
    credits = {"CF-10": not six, "CF-11": not danger, "CF-12": True}
    assert level(rated(CONFINEMENT, credits, food=demerits, water=0, living=0, building=0)) == expected


@pytest.mark.parametrize(
    ("points", "met", "garni", "label"),
    [
        (90, 5, 0, "一星"), (89, 5, 0, "不评星"), (170, 1, 0, "一星 Superior"), (169, 3, 0, "一星"),
        (260, 3, 0, "三星"), (399, 3, 0, "三星"), (400, 3, 0, "三星 Superior"), (599, 5, 0, "四星"),
        (600, 4, 0, "四星 Superior"), (600, 5, 0, "五星"), (240, 3, 1, "三星"), (239, 3, 1, "二星"),
        (580, 5, 1, "四星 Superior"),
    ],
)  # fmt: skip
def test_hotel(points: int, met: int, garni: int, label: str) -> None:
    credits = {f"HS-{10 + category}": category <= met for category in range(1, 6)} | {"HS-21": False}
    rating = rated(HOTEL, credits, catalogue=points, garni=garni)
    assert rating.level is not None
    assert rating.level.label.zh == label
    assert rating.level.stars == "不一二三四五".index(label[0])


@pytest.mark.parametrize(("weight", "half"), [(1, 0), (2, 1), (3, Fraction(3, 2)), (6, 3)])
def test_half_credit(weight: int, half: Fraction | int) -> None:
    credit = HOTEL.credit("partly", weight)
    assert credit is not None
    assert credit * weight == half


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ((950, 90, 90), 5), ((949, 90, 90), 4), ((980, 89, 95), 4), ((980, 90, 89), 4), ((850, 85, 80), 4),
        ((850, 84, 80), 3), ((760, 75, 70), 3), ((1000, 100, 69), 2), ((600, 60, 60), 2), ((500, 50, 50), 1),
        ((499, 99, 99), 0),
    ],
)  # fmt: skip
def test_scenic(tables: tuple[int, int, int], expected: int) -> None:
    service, landscape, opinion = tables
    assert level(rated(SCENIC, service=service, landscape=landscape, opinion=opinion)) == expected


@pytest.mark.parametrize("scheme", [FOOD, CONFINEMENT, HOTEL, SCENIC], ids=lambda scheme: scheme.id)
def test_without_figures_there_is_no_rating(scheme: Scheme) -> None:
    assert rated(scheme).state is State.UNRATED


def test_what_is_missing_for_the_next_level_is_said() -> None:
    assert "最差单项 10.0，超过 5.0" in rated(FOOD, hygiene=10, structure=0, confidence=0).why
    credits = {"HS-14": True, "HS-15": False, "HS-21": False}
    why = rated(HOTEL, credits, catalogue=650, garni=0).why
    assert "必备项 HS-15 未满足" in why
    assert why.startswith("总分已达五星，因必备项只评")
