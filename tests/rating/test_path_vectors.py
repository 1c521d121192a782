"""The shortest way to the next star on the default scheme, by hand: ten or a hundred items of weight one to a topic."""

import random
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from inspector.form.form import Form
from inspector.form.limits import Limits
from inspector.inspection.answer import Verdict
from inspector.inspection.register import Entry
from inspector.rating import path
from inspector.rating.case import Case, Previous
from inspector.rating.heaps import Credit
from inspector.rating.path import Way, both_ways, shortest_way
from inspector.rating.rate import Rating, State, rate, rate_case
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import scheme_from_plain
from tests.inspection.blanks import inspection, item
from tests.rating.cases import schemes
from tests.rating.test_path import failing_case
from tests.rating.test_shapes import everything, given, sample, shipped

DEFAULT = shipped("default")


def rated(credits: Sequence[Credit], *findings: tuple[str, str], scheme: Scheme = DEFAULT, **more: Any) -> Rating:
    found = [(severity, Entry("i1", id_)) for severity, id_ in findings]
    return rate_case(scheme, Case(credits, findings=found, **more), State.PROVISIONAL)


def but(topic: str, earned: int, whole: int = 10) -> list[Credit]:
    """Return a hall that is perfect but for one topic."""
    return [*(one for one in everything(100) if one.item.topic != topic), *given(topic, earned, whole)]


def ids(way: Way) -> list[str]:
    return [one.id for one in way.items]


def level(rating: Rating) -> int:
    assert rating.level is not None
    return rating.level.level


MAJORS = [("major", f"signage-{place}") for place in (7, 8, 9)]


def test_a_floor_is_in_the_way() -> None:
    way = shortest_way(rated(but("improvement", 6)))
    assert (way.target.level, ids(way), level(way.rating)) == (4, ["improvement-6"], 4)


def test_majors_are_in_the_way() -> None:
    rating = rated(but("signage", 7), *MAJORS)
    assert level(rating) == 3
    way = shortest_way(rating)
    assert (ids(way), level(way.rating)) == (["signage-7"], 4)
    assert len(shortest_way(way.rating).items) == 2


def test_a_floor_and_majors_are_in_the_way() -> None:
    credits = [*(one for one in but("improvement", 6) if one.item.topic != "signage"), *given("signage", 7, 10)]
    assert ids(shortest_way(rated(credits, *MAJORS))) == ["signage-7", "improvement-6"]
    within = [("major", f"improvement-{place}") for place in (7, 8, 9)]
    assert ids(shortest_way(rated(credits, *within))) == ["improvement-7"]


def test_the_total_is_in_the_way_and_the_dearest_items_come_first() -> None:
    rating = rated(everything(89))
    assert level(rating) == 4
    way = shortest_way(rating)
    assert ids(way) == sorted(f"accessibility-{place}" for place in range(89, 97))


def test_days_count_otherwise_than_items() -> None:
    failing = [("S-1", 5, 30), ("S-2", 3, 2), ("S-3", 3, 2), ("S-4", 3, 2)]
    credits = but("signage", 0, 0)
    credits += [
        Credit(item(id_, weight=weight, effort=effort), Verdict.FAIL, Fraction(0)) for id_, weight, effort in failing
    ]
    credits += [Credit(item("S-0", weight=8), Verdict.CONFORM, Fraction(1))]
    scheme = scheme_from_plain({**DEFAULT.plain, "levels": [{"level": 1, "label": "一", "when": {"signage": 55}}]})
    number, effort = both_ways(rated(credits, scheme=scheme))
    assert (ids(number), number.effort, number.by) == (["S-1"], 30, "number")
    assert (ids(effort), effort.effort, effort.by) == (["S-2", "S-3"], 4, "effort")


def test_a_lack_of_data_cannot_be_repaired() -> None:
    credits = [
        Credit(one.item, Verdict.UNCHECKED, None) if one.item.topic == "improvement" else one for one in everything(99)
    ]
    way = shortest_way(rated(credits))
    assert (way.target.level, way.items, way.proven) == (4, (), True)
    assert way.why_not == "本次检查的问题全部改好也到不了四星：有理念数据不足（未查与不适用超过 30 %），最高三星"
    assert (
        shortest_way(rated([])).why_not
        == "本次检查没有可改的问题，到不了一星：服务标准化、响应高效化、体验人性化没有数据，不评星"
    )


def test_a_veto_to_be_confirmed_goes_with_its_item_or_stays() -> None:
    rating = rated(but("signage", 8), ("fatal", "signage-9"))
    assert rating.state is State.WITHHELD
    way = shortest_way(rating)
    assert (ids(way), way.target.level, way.reached.level) == (["signage-9"], 1, 5)
    noted = shortest_way(rated(but("signage", 8), ("fatal", "V-02")))
    assert noted.items == ()
    assert noted.why_not == "本次检查的问题全部改好也到不了一星：否决待确认：须由第二人核实后才能评星"


def test_the_limit_of_promotion_cannot_be_repaired() -> None:
    scheme = shipped("default-stepwise")
    held = shortest_way(rated(everything(95), scheme=scheme, previous=Previous("2025", 2)))
    assert "梯级晋升" in held.why_not
    before = Previous("2025", 4, {"total": Fraction(85)})
    once = shortest_way(rated(everything(95), scheme=scheme, previous=before))
    assert once.why_not == "本次检查的问题全部改好也到不了五星：上次总分 85.0，不到 90.0"


def test_recorded_figures_cannot_be_repaired() -> None:
    values = {"hygiene": Fraction(10), "structure": Fraction(0), "confidence": Fraction(0)}
    way = shortest_way(rated([], scheme=shipped("food-hygiene"), values=values))
    assert "最差单项 10.0，超过 5.0" in way.why_not
    assert "卫生操作、场所结构、管理可信度是记录的数值" in way.why_not


def test_necessary_items_are_repaired() -> None:
    values = {"catalogue": Fraction(650), "garni": Fraction(0)}
    credits = [Credit(item("HS-21"), Verdict.CONFORM, Fraction(1)), Credit(item("HS-15"), Verdict.FAIL, Fraction(0))]
    unchecked = Credit(item("HS-14"), Verdict.UNCHECKED, None)
    hotel = shipped("hotel")
    assert "必备项 HS-14 未满足" in shortest_way(rated([*credits, unchecked], scheme=hotel, values=values)).why_not
    way = shortest_way(rated(credits, scheme=hotel, values=values))
    assert (ids(way), level(way.rating)) == (["HS-15"], 10)
    poor = {**values, "catalogue": Fraction(10)}
    assert "几种条件一种也不满足" in shortest_way(rated(credits, scheme=hotel, values=poor)).why_not


def test_above_the_highest_level_there_is_none() -> None:
    way = shortest_way(rated(everything(95)))
    assert (way.target.level, way.items, way.why_not) == (5, (), "已是最高一级五星")


def test_the_same_way_whatever_the_order_of_answers() -> None:
    draw = random.Random(5)
    for scheme in schemes():
        rating = rate_case(scheme, failing_case(scheme, draw, 9), State.FULL)
        ways = [(ids(way), way.why_not) for way in both_ways(rating)]
        shuffled = replace(rating.case, credits=draw.sample(rating.credits, len(rating.credits)))
        assert [(ids(way), way.why_not) for way in both_ways(rate_case(scheme, shuffled, State.FULL))] == ways


def test_what_takes_too_long_is_found_but_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    moved = sample("moved")
    rating = rated([*given("signage", 2, 30), *given("etiquette", 30, 60), *given("process", 20, 30)], scheme=moved)
    proven = shortest_way(rating)
    assert proven.proven
    monkeypatch.setattr(path, "TRIES", 2)
    way = shortest_way(rating)
    assert not way.proven
    assert level(way.rating) >= way.target.level
    assert len(way.items) >= len(proven.items)


def test_an_audit_under_way(form: Form, limits: Limits, scheme: Scheme) -> None:
    weighed = [one.id for one in form.items.values() if one.weight]
    answers = {id_: "fail" if place % 6 == 0 else "conform" for place, id_ in enumerate(weighed[:120])}
    rating = rate(inspection(form, dict(answers), limits=limits), scheme)
    for way in both_ways(rating):
        assert way.rating.state is State.INTERIM
        assert way.items
        assert way.proven


def test_promotion_by_one_step_bars_nothing_that_lies_one_step_up() -> None:
    scheme = shipped("default-stepwise")
    previous = Previous("2025-09-18", 3, {})
    rating = rate_case(scheme, Case(everything(79), previous=previous), State.FULL)
    way = shortest_way(rating)
    assert rating.level is not None
    assert (rating.level.level, way.target.level, way.why_not) == (3, 4, "")
    assert way.items
    barred = rate_case(scheme, Case(everything(79), previous=Previous("2025-09-18", 2, {})), State.FULL)
    assert not shortest_way(barred).items
