"""The rules around a score: caps, promotion, refusals, lacks of data while filling, and which forms can be rated."""

from dataclasses import replace

import pytest

from inspector.form.form import Form
from inspector.form.limits import Limits
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.register import Entry
from inspector.rating.case import Case
from inspector.rating.rate import State, covers, rate, rate_case
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import scheme_from_plain
from tests.inspection.blanks import form as small
from tests.inspection.blanks import inspection, item
from tests.rating.test_shapes import before, everything, given, label, rated, sample, shipped

MAJORS = [("major", Entry("i1", f"SG-{number}")) for number in range(3)]


@pytest.mark.parametrize(("score", "level", "capped"), [(95, 3, True), (85, 3, True), (75, 3, False), (65, 2, False)])
def test_a_cap_is_told_only_where_it_lowers_the_star(scheme: Scheme, score: int, level: int, capped: bool) -> None:
    rating = rate_case(scheme, Case(everything(score), findings=MAJORS), State.FULL)
    assert rating.level is not None
    assert (rating.level.level, bool(rating.caps), "封顶" in rating.why) == (level, capped, capped)


@pytest.mark.parametrize(
    ("others", "innovative", "why"),
    [
        (85, 65, "总分已达四星，因下限只评三星；创新持续化 65.0，不到 70.0"),
        (95, 65, "总分已达五星，因下限只评三星；创新持续化 65.0，不到 70.0"),
        (95, 45, "总分已达五星，因下限只评一星；创新持续化 45.0，不到 50.0"),
        (78, 65, "三星；未到上一级：总分 76.7，不到 80.0；创新持续化 65.0，不到 70.0"),
        (85, 85, "四星；未到上一级：总分 85.0，不到 90.0"),
        (95, 95, "各项指标均达到五星要求"),
    ],
)
def test_a_floor_that_holds_down_what_the_total_has_is_told(
    scheme: Scheme, others: int, innovative: int, why: str
) -> None:
    credits = [*(one for one in everything(others) if one.item.topic != "improvement")]
    assert rated(scheme, [*credits, *given("improvement", innovative, 100)]).why == why


def test_promotion_is_held_only_where_it_lowers_the_star() -> None:
    scheme = shipped("default-stepwise")
    for last, held in ((1, True), (2, True), (3, False), (4, False)):
        rating = rated(scheme, everything(85), before(last, total=85))
        assert (rating.held, "梯级晋升" in rating.why) == (held, held)
    assert label(rating) == "四星"


def test_what_a_scheme_does_not_rate_has_no_star() -> None:
    rule = {"when": {"signage": {"under": 40}}, "why": "标识太差"}
    scheme = scheme_from_plain({**shipped("default").plain, "not_rated": rule})
    poor = [*(one for one in everything(95) if one.item.topic != "signage"), *given("signage", 39, 100)]
    rating = rated(scheme, poor)
    assert (rating.state, rating.level, rating.why) == (State.UNRATED, None, "标识太差")
    assert rated(scheme, everything(95)).state is State.PROVISIONAL


def test_an_idea_nobody_has_come_to_yet_does_not_refuse_the_interim_star(scheme: Scheme) -> None:
    topics = [(topic, idea) for idea in scheme.ideas for topic in scheme.measures[idea].mix or ()]
    blank = small(*(item(topic, topic=topic, idea=idea) for topic, idea in topics))
    missing = {topic for topic, idea in topics if idea == scheme.needs[-1]}
    answered: dict[str, Answer | str] = {topic: "conform" for topic, _idea in topics if topic not in missing}
    filling = inspection(blank, answered)
    assert rate(filling, scheme).state is State.INTERIM
    assert rate(filling, scheme).level is not None
    left_out = {topic: Answer(Verdict.UNCHECKED, reason="停电") for topic in missing}
    complete = inspection(blank, {**answered, **left_out})
    assert rate(complete, scheme).state is State.UNRATED
    assert "没有数据，不评星" in rate(replace(complete, finished_at=complete.started_at), scheme).why


def test_a_form_covers_a_scheme_by_the_tags_of_its_measures(scheme: Scheme) -> None:
    plain = shipped("default").plain
    renamed = {**plain["measures"]["signage"], "share": {"topic": "etiquette"}}
    other = scheme_from_plain({**plain, "measures": {**plain["measures"], "signage": renamed}})
    topics = [topic for topic in scheme.topics if topic != "signage"]
    without = small(*(item(topic, topic=topic) for topic in topics))
    assert not covers(without, scheme)
    assert covers(without, other)


def test_every_item_is_counted_under_its_verdict(form: Form, limits: Limits, scheme: Scheme) -> None:
    one = inspection(form, {"SG-01": "conform", "SG-02": "fail", "SG-04": "na"}, limits=limits)
    counts = rate(one, scheme).counts
    not_asked = sum(not one.asked(key) for key in form.order)
    assert 0 < not_asked < 100
    assert (counts["conform"], counts["fail"], counts["na"], counts["not_asked"]) == (1, 1, 1, not_asked)
    assert counts["unanswered"] == len(form.order) - 3 - not_asked
    assert rated(sample("letters"), given("signage", 1, 2)).counts == {}
