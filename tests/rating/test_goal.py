"""What a repair moves is what a new rating shows, and rules that add up are solved without trying sets one by one."""

import random
from collections.abc import Iterator
from fractions import Fraction

import pytest

from inspector.rating import path
from inspector.rating.case import Previous
from inspector.rating.goal import moves_of
from inspector.rating.path import Way, both_ways, repaired, shortest_way
from inspector.rating.rate import Rating, State, rate_case
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import scheme_from_plain
from tests.rating.cases import schemes
from tests.rating.test_path import failing_case, odd_schemes
from tests.rating.test_path_vectors import DEFAULT, but, ids, level, rated
from tests.rating.test_shapes import everything, given, sample, shipped

ADDING_UP = [
    one for one in [*schemes(), *odd_schemes()] if one.id not in {"moved", "graded", "lowest", "colliding", "crossed"}
]


def figures(rating: Rating) -> dict[str, Fraction | None]:
    return {key: reading.value for key, reading in rating.readings.items()}


@pytest.mark.parametrize("scheme", [*schemes(), *odd_schemes()], ids=lambda scheme: scheme.id)
def test_a_repair_moves_what_a_new_rating_shows(scheme: Scheme) -> None:
    draw = random.Random(scheme.id)
    for _ in range(8):
        rating = rate_case(scheme, failing_case(scheme, draw, 6), State.FULL)
        mendable = [one for one in rating.credits if one.credit is not None and one.credit < 1]
        moves, before = moves_of(scheme, rating.readings, rating.case, mendable), figures(rating)
        assert moves.tangled.isdisjoint(moves.by)
        for place, one in enumerate(mendable):
            after = figures(rate_case(scheme, repaired(rating.case, frozenset({one.item.id})), State.FULL))
            for key in scheme.measures.keys() - moves.tangled:
                moved = (after[key] or 0) - (before[key] or 0)
                assert moves.by.get(key, {}).get(place, 0) == moved
                assert moves.still(key) is (key not in moves.by)
        assert all(value for row in moves.by.values() for value in row.values())


@pytest.fixture
def _never_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_task: object) -> Iterator[tuple[int, ...]]:
        raise AssertionError("sets were tried one by one")

    monkeypatch.setattr(path, "_sets", refused)


@pytest.mark.parametrize("scheme", ADDING_UP, ids=lambda scheme: scheme.id)
@pytest.mark.usefixtures("_never_tried")
def test_rules_that_add_up_are_solved_without_trying(scheme: Scheme) -> None:
    draw = random.Random(scheme.id)
    for _ in range(20):
        rating = rate_case(scheme, failing_case(scheme, draw, 6), State.FULL)
        assert all(way.proven for way in both_ways(rating))


@pytest.mark.usefixtures("_never_tried")
def test_what_no_repair_changes_is_seen_without_trying() -> None:
    held = shortest_way(rated(everything(55), scheme=shipped("default-stepwise"), previous=Previous("2025", 0)))
    assert (held.target.level, held.items, held.proven) == (2, (), True)
    refused = shortest_way(rated(everything(55), refused="证据不足"))
    assert (refused.items, refused.proven) == ((), True)
    assert refused.why_not.endswith("：证据不足")


def crossed() -> Scheme:
    """One figure must stand above another: what helps the one hurts the other."""
    return next(one for one in odd_schemes() if one.id == "crossed")


def test_repairs_that_move_away_from_a_goal_are_left_alone() -> None:
    way = shortest_way(rated([*given("signage", 4, 10), *given("etiquette", 8, 10)], scheme=crossed()))
    assert {one.topic for one in way.items} == {"signage"}


def unproven(rating: Rating, monkeypatch: pytest.MonkeyPatch) -> Way:
    monkeypatch.setattr(path, "TRIES", 2)
    return shortest_way(rating)


def test_what_is_not_proven_holds_nothing_that_could_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    credits = [*given("signage", 2, 30), *given("etiquette", 30, 60), *given("process", 20, 30)]
    rating = rated(credits, scheme=sample("moved"))
    way = unproven(rating, monkeypatch)
    assert not way.proven
    for one in way.items:
        fewer = repaired(rating.case, frozenset(ids(way)) - {one.id})
        assert level(rate_case(rating.scheme, fewer, rating.asked)) < way.target.level


def test_a_rule_that_lowers_the_level_whatever_is_repaired_is_told() -> None:
    plain, complaints = DEFAULT.plain, {"title": "投诉", "value": {"item": "CP-01"}}
    scheme = scheme_from_plain({
        **plain, "measures": {**plain["measures"], "complaints": complaints},
        "adjust": [{"by": 1, "highest": 4, "when": {"total": 50}, "why": "好"},
                   {"by": -1, "when": {"complaints": 5}, "why": "投诉多"}],
    })  # fmt: skip
    rating = rated(but("signage", 8), scheme=scheme, values={"complaints": Fraction(9)})
    assert level(rating) == 4
    assert shortest_way(rating).why_not == "本次检查的问题全部改好也到不了五星：投诉多"


def test_a_figure_without_data_that_a_level_asks_for_is_told() -> None:
    before = Previous("2025", 4)
    way = shortest_way(rated(everything(95), scheme=shipped("default-stepwise"), previous=before))
    assert way.why_not == "本次检查的问题全部改好也到不了五星：上次总分没有数据"


def test_only_what_is_in_the_way_is_told() -> None:
    """A ceiling at the level wanted is none."""
    majors = [("major", f"V-0{number}") for number in range(3)]
    stepwise = shipped("default-stepwise")
    way = shortest_way(rated(everything(95), *majors, scheme=stepwise, previous=Previous("2025", 1)))
    assert way.target.level == 3
    assert way.why_not == "本次检查的问题全部改好也到不了三星：梯级晋升，每次最多升一星"
