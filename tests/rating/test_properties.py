"""What must hold of every rating, whatever was answered on the shipped audit."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.actions.desk import Desk
from inspector.form.form import Form, Section
from inspector.form.library import Library
from inspector.form.limits import Limits
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.change import Change
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Inspection
from inspector.rating.case import case_of
from inspector.rating.condition import bounds_of, holds
from inspector.rating.measures import read, values_of
from inspector.rating.rate import Rating, State, rate, rate_on, tally
from inspector.rating.scheme import Scheme
from tests.conftest import start
from tests.inspection.blanks import form as small
from tests.inspection.blanks import inspection, item

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
everywhere = Hall("1", "甲", hall_class="A")
mostly = st.sampled_from([*[Verdict.CONFORM] * 12, Verdict.PARTLY, Verdict.FAIL, Verdict.NA, Verdict.UNCHECKED, None])


def audit(form: Form, limits: Limits, answers: dict[str, Verdict | None]) -> Inspection:
    given_: dict[str, Answer | str] = {key: Answer(verdict) for key, verdict in answers.items() if verdict}
    return inspection(form, given_, limits=limits, hall=everywhere)


@pytest.fixture
def drawn(form: Form) -> st.SearchStrategy[dict[str, Verdict | None]]:
    return st.lists(mostly, min_size=166, max_size=166).map(lambda found: dict(zip(form.order, found, strict=True)))


def only(form: Form, keep: set[str]) -> Form:
    sections = (
        Section(one.key, one.version, one.title, tuple(item for item in one.items if item.id in keep))
        for one in form.sections
    )
    return replace(form, sections=tuple(sections))


def figures(rating: Rating) -> dict[str, Fraction | None]:
    return {key: rating.readings[key].value for key in (*rating.scheme.topics, *rating.scheme.ideas, "total")}


@given(st.data())
@few
def test_a_better_answer_never_lowers_a_figure(
    form: Form, limits: Limits, scheme: Scheme, drawn: st.SearchStrategy[dict[str, Verdict | None]], data: st.DataObject
) -> None:
    answers = data.draw(drawn)
    before = rate(audit(form, limits, answers), scheme)
    answers[data.draw(st.sampled_from(form.order))] = Verdict.CONFORM
    after = rate(audit(form, limits, answers), scheme)
    for key, value in figures(before).items():
        now = figures(after)[key]
        assert value is None or (now is not None and now >= value)


@given(st.data())
@few
def test_not_applicable_equals_leaving_the_item_out_of_the_form(
    form: Form, limits: Limits, scheme: Scheme, drawn: st.SearchStrategy[dict[str, Verdict | None]], data: st.DataObject
) -> None:
    answers = data.draw(drawn)
    gone = set(data.draw(st.lists(st.sampled_from(form.order), min_size=1, max_size=20)))
    without = audit(only(form, set(form.order) - gone), limits, {k: v for k, v in answers.items() if k not in gone})
    excused = audit(form, limits, answers | dict.fromkeys(gone, Verdict.NA))
    assert figures(rate(excused, scheme)) == figures(rate(without, scheme))


@given(st.data(), st.integers(2, 9))
@few
def test_scaling_all_weights_changes_nothing(
    form: Form,
    limits: Limits,
    scheme: Scheme,
    drawn: st.SearchStrategy[dict[str, Verdict | None]],
    data: st.DataObject,
    factor: int,
) -> None:
    heavier = replace(
        form,
        sections=tuple(
            replace(one, items=tuple(replace(item, weight=item.weight * factor) for item in one.items))
            for one in form.sections
        ),
    )
    answers = data.draw(drawn)
    light, heavy = (rate(audit(one, limits, answers), scheme) for one in (form, heavier))
    assert figures(light) == figures(heavy)
    assert (light.level, light.why) == (heavy.level, heavy.why)


@given(st.data())
@few
def test_every_lost_point_is_explained(
    form: Form, limits: Limits, scheme: Scheme, drawn: st.SearchStrategy[dict[str, Verdict | None]], data: st.DataObject
) -> None:
    rating = rate(audit(form, limits, data.draw(drawn)), scheme)
    if rating.total is None:
        return
    assert sum(point.points for point in rating.lost()) == 100 - rating.total
    assert all(point.points > 0 for point in rating.lost())
    printed = sum(Decimal(step.lost) for step in rating.steps())
    assert printed == 100 - Decimal(rating.total_shown)
    if rating.steps():
        assert rating.steps()[-1].running == rating.total_shown


@given(st.data())
@few
def test_what_is_printed_never_contradicts_the_star(
    form: Form, limits: Limits, scheme: Scheme, drawn: st.SearchStrategy[dict[str, Verdict | None]], data: st.DataObject
) -> None:
    rating = rate(audit(form, limits, data.draw(drawn)), scheme)
    if rating.by_score is None:
        return
    for level in scheme.levels:
        for need in bounds_of(level.needs):
            for key in need.measures:
                value = rating.readings[key].value
                assert value is None or need.meets(Fraction(rating.shown(key))) == need.meets(value)
    if level := next((one for one in scheme.levels if one == rating.by_score), None):
        assert holds(level.needs, values_of(rating.readings))
    if rating.level is not None:
        assert rating.level.level == min([rating.by_score.level, *(cap.to or 0 for cap in rating.caps)])


@given(st.data())
@few
def test_the_tally_counts_every_item_once(
    form: Form, limits: Limits, drawn: st.SearchStrategy[dict[str, Verdict | None]], data: st.DataObject
) -> None:
    assert sum(tally(audit(form, limits, data.draw(drawn))).values()) == 166


def test_while_filling_only_what_is_answered_counts(form: Form, limits: Limits, scheme: Scheme) -> None:
    """An item nobody has come to yet is no lack of data: the interim star is not capped for it."""
    first = {one.topic: one.id for one in form.items.values() if one.weight}
    rating = rate(audit(form, limits, dict.fromkeys(first.values(), Verdict.CONFORM)), scheme)
    assert rating.state is State.INTERIM
    assert rating.level is not None
    assert (rating.level.level, rating.total_shown, rating.full_base_shown) == (5, "100.0", "100.0")


def test_what_could_not_be_checked_caps_and_shows_on_the_full_base(scheme: Scheme) -> None:
    topics = [(topic, idea) for idea in scheme.ideas for topic in scheme.measures[idea].mix or ()]
    blank = small(*(item(f"{topic}-{n}", topic=topic, idea=idea) for topic, idea in topics for n in range(3)))
    answers: dict[str, Answer | str] = {key: Answer(Verdict.CONFORM) for key in blank.order}
    answers |= {f"improvement-{n}": Answer(Verdict.UNCHECKED, reason="停电") for n in range(3)}
    rating = rate(replace(inspection(blank, answers), finished_at=inspection(blank).started_at), scheme)
    assert rating.state is State.PROVISIONAL
    assert (rating.total_shown, rating.full_base_shown) == ("100.0", "90.0")
    assert rating.level is not None
    assert rating.level.level == 3
    assert "数据不足" in rating.why


@pytest.mark.parametrize(
    ("answered", "share"),
    [
        ("2 conform, 3 partly, 5 fail", Fraction(35)),
        ("2 conform, 3 partly, 5 na", Fraction(70)),
        ("2 na, 3 unchecked", None),
        (
            "1 conform, 1 conform, 1 conform, 1 conform, 1 conform, 1 conform, 1 conform, 1 conform, 1 conform, 1 fail",
            90,
        ),
        ("1 conform, 1 conform, 1 conform, 1 partly", Fraction("87.5")),
        ("0 fail, 2 conform", 100),
        ("3 fail", 0),
    ],
)
def test_from_items_to_a_topic(scheme: Scheme, answered: str, share: Fraction | None) -> None:
    pairs = [one.split() for one in answered.split(", ")]
    blank = small(*(item(f"A{n}", weight=int(weight)) for n, (weight, _verdict) in enumerate(pairs)))
    answers: dict[str, Answer | str] = {f"A{n}": Answer(Verdict(verdict)) for n, (_, verdict) in enumerate(pairs)}
    readings = read(scheme, case_of([inspection(blank, answers)], scheme))
    assert readings["signage"].value == share
    assert readings["standard"].value == share


def test_nothing_answered_is_not_rated(form: Form, limits: Limits, scheme: Scheme) -> None:
    rating = rate(audit(form, limits, {}), scheme)
    assert (rating.state, rating.level, rating.total_shown) == (State.UNRATED, None, "–")
    assert rating.lost() == rating.steps() == []
    assert rating.full_base_shown == "–"


def test_a_topic_audit_has_no_star(limits: Limits, scheme: Scheme) -> None:
    """Not even where its items happen to touch every idea that the scheme needs."""
    topic_audit = Library().load("etiquette").form
    rating = rate(audit(topic_audit, limits, dict.fromkeys(topic_audit.order, Verdict.CONFORM)), scheme)
    assert all(rating.readings[idea].value is not None for idea in scheme.needs)
    assert (rating.state, rating.level, rating.total_shown) == (State.UNRATED, None, "100.0")
    assert "服务礼仪专项只问到部分专题" in rating.why


def test_what_is_unanswered_keeps_an_idea_from_being_short_of_data(desk: Desk) -> None:
    inspecting = start(desk)
    inspecting.judge("SG-01", Verdict.CONFORM)
    inspecting.judge("SG-04", Verdict.NA, "以县公司为准")
    rating = inspecting.rating
    assert rating.readings["short_of_data"].value == 0
    assert [cap.to for cap in rating.caps] == []


@given(st.data())
@few
def test_the_live_star_is_the_star_computed_anew(
    form: Form, limits: Limits, scheme: Scheme, drawn: st.SearchStrategy[dict[str, Verdict | None]], data: st.DataObject
) -> None:
    """Whatever is answered, changed or cleared, one by one or several at once between two looks at the star."""
    inspection = audit(form, limits, data.draw(drawn))
    rating, changed = rate(inspection, scheme), set[str]()
    free = [item for item in form.order if item not in form.dependents]
    for number, key in enumerate(data.draw(st.lists(st.sampled_from(free), min_size=1, max_size=8)), 1):
        verdict = data.draw(mostly)
        answer = None if verdict is None else {"verdict": verdict.value}
        inspection = inspection.apply(Change("answer", key, None, answer, seq=number))
        changed.add(key)
        if data.draw(st.booleans()):
            rating, changed = rate_on(rating, inspection, changed), set()
    rating = rate_on(rating, inspection, changed)
    anew = rate(inspection, scheme)
    assert rating.case.credits == anew.case.credits
    assert {**vars(rating), "case": None} == {**vars(anew), "case": None}
