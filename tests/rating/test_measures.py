"""From answers to figures: measures of two tags, sums with factors, what the rating before held, the full base."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest

from inspector.inspection.answer import Verdict
from inspector.rating.case import Case, Previous
from inspector.rating.heaps import Credit
from inspector.rating.measures import read
from inspector.rating.rate import Rating, State, rate_case
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import scheme_from_plain
from tests.inspection.blanks import item
from tests.rating.test_shapes import before, everything, given, sample, shipped

SHARES = {key: {"title": key, "share": {"topic": key}} for key in ("signage", "etiquette")}


def scheme_of(total: Mapping[str, Any], **measures: Mapping[str, Any]) -> Scheme:
    return scheme_from_plain({
        "scheme": "small", "version": "1", "title": "small", "credits": {"conform": 1, "partly": "1/2", "fail": 0},
        "measures": {**SHARES, **measures, "total": {"title": "total", **total}}, "total": "total",
        "levels": [{"level": 1, "label": "1", "when": {"total": 50}}], "otherwise": {"level": 0, "label": "0"},
    })  # fmt: skip


def rated(scheme: Scheme, credits: Sequence[Credit], previous: Previous | None = None) -> Rating:
    return rate_case(scheme, Case(credits, previous=previous), State.FULL)


def test_a_share_of_two_tags_counts_the_items_that_bear_both() -> None:
    scheme = scheme_of({"share": {"topic": "signage", "who": "elderly"}})
    credits = [
        Credit(item(f"{who}-{passed}", who=who, weight=weight), verdict, Fraction(passed))
        for who, weight in (("elderly", 3), ("all", 5))
        for verdict, passed in ((Verdict.CONFORM, 1), (Verdict.FAIL, 0))
    ]
    credits += [Credit(item("E", topic="etiquette", who="elderly"), Verdict.FAIL, Fraction(0))]
    reading = read(scheme, Case(credits[1:]))["total"]
    assert (reading.value, reading.earned, reading.base) == (0, 0, 3)
    assert read(scheme, Case(credits))["total"].value == 50


def test_a_sum_counts_each_part_by_its_factor() -> None:
    scheme = scheme_of({"sum": {"signage": "1/4", "etiquette": "3/4"}})
    rating = rated(scheme, [*given("signage", 6, 10), *given("etiquette", 2, 10)])
    assert rating.total == 30
    assert {point.item.topic: point.points for point in rating.lost()} == {
        "signage": Fraction(10, 4),
        "etiquette": Fraction(30, 4),
    }
    assert sum(point.points for point in rating.lost()) == 70


@pytest.mark.parametrize(
    ("previous", "value"), [(None, None), (Previous("2025", None), None), (before(0), 0), (before(3), 3)]
)
def test_the_level_before_is_a_figure_like_any_other(previous: Previous | None, value: int | None) -> None:
    scheme = scheme_of({"mix": {"signage": 1}}, last={"title": "last", "previous": "level"})
    assert read(scheme, Case(given("signage", 1, 1), previous=previous))["last"].value == value


def test_the_weights_of_a_mix_are_those_of_its_parts() -> None:
    unchecked = Credit(item("E-1", topic="etiquette", weight=4), Verdict.UNCHECKED, None)
    waiting = Credit(item("E-2", topic="etiquette", weight=2), None, None)
    readings = read(
        scheme_of({"mix": {"signage": 1, "etiquette": 3}}), Case([*given("signage", 2, 3), unchecked, waiting])
    )
    total = readings["total"]
    assert (total.earned, total.base, total.left_out, total.waiting, total.asked) == (2, 3, 4, 2, 7)


def test_a_topic_that_could_not_be_judged_costs_the_total_nothing() -> None:
    """What the others lose adds up to what the total lacks, and the topic counts on the full base alone."""
    unchecked = [Credit(one.item, Verdict.UNCHECKED, None) for one in given("etiquette", 0, 4)]
    rating = rated(scheme_of({"mix": {"signage": 1, "etiquette": 3}}), [*given("signage", 3, 5), *unchecked])
    assert (rating.total, rating.full_base_shown) == (60, "15.0")
    assert [point.points for point in rating.lost()] == [20, 20]
    rating = rated(shipped("default"), [one for one in everything(90) if one.item.topic != "timing"])
    assert sum(point.points for point in rating.lost()) == 100 - (rating.total or 0)


def test_the_way_down_names_the_topics_that_lose_and_the_dearest_items_come_first() -> None:
    spoilt = ("signage", "process", "timing")
    credits = [one for one in everything(10) if one.item.topic not in spoilt]
    full = [one._replace(verdict=Verdict.CONFORM, credit=Fraction(1)) for one in credits]
    rating = rated(shipped("default"), [*full, *given("process", 1, 2), *given("signage", 7, 10)])
    assert [(step.topic, step.running) for step in rating.steps()] == [("signage", "96.4"), ("process", "91.4")]
    points = [point.points for point in rating.lost()]
    assert points == sorted(points, reverse=True)
    assert rating.lost()[0].item.topic == "process"


@pytest.mark.parametrize("name", ["letters", "merits"])
def test_only_shares_have_a_score_on_the_full_base(name: str) -> None:
    rating = rated(sample(name), [*given("signage", 18, 20), *given("improvement", 2, 10)])
    assert rating.total is not None
    assert rating.full_base_shown == "–"
