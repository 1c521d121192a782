"""What must hold of every scheme, shipped or sample, whatever was answered."""

import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.inspection.answer import Verdict
from inspector.inspection.register import Entry
from inspector.rating.case import Case
from inspector.rating.condition import all_bounds
from inspector.rating.heaps import Credit
from inspector.rating.rate import Rating, State, rate_case
from inspector.rating.receipt import result
from inspector.rating.scheme import Scheme
from tests.rating.cases import random_case, schemes

SCHEMES = schemes()
PERCENT = [scheme for scheme in SCHEMES if scheme.id.startswith("default")]
every = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.id)
few = settings(max_examples=25, deadline=None)


def drawn(scheme: Scheme, seed: int) -> tuple[Case, random.Random]:
    draw = random.Random(seed)
    return random_case(scheme, draw), draw


def rated(scheme: Scheme, case: Case) -> Rating:
    return rate_case(scheme, case, State.FULL)


def with_credit(case: Case, place: int, *credits: Credit) -> Case:
    return replace(case, credits=[*case.credits[:place], *credits, *case.credits[place + 1 :]])


@every
@given(st.integers(0, 10**9))
@few
def test_a_pass_never_lowers(scheme: Scheme, seed: int) -> None:
    case, draw = drawn(scheme, seed)
    judged = [place for place, one in enumerate(case.credits) if one.credit is not None]
    if not judged:
        return
    place = draw.choice(judged)
    passed = case.credits[place]._replace(verdict=Verdict.CONFORM, credit=Fraction(1))
    before, after = rated(scheme, case), rated(scheme, with_credit(case, place, passed))
    assert (before.level is None) == (after.level is None)
    if before.level and after.level:
        assert after.level.level >= before.level.level


@every
@given(st.integers(0, 10**9))
@few
def test_not_applicable_equals_deleting_the_item(scheme: Scheme, seed: int) -> None:
    case, draw = drawn(scheme, seed)
    if not case.credits:
        return
    place = draw.randrange(len(case.credits))
    excused = with_credit(case, place, case.credits[place]._replace(verdict=Verdict.NA, credit=None))
    gone = with_credit(case, place)
    lacking = {key for key, measure in scheme.measures.items() if measure.kind == "short"}  # counts what was left out
    for key in scheme.measures.keys() - lacking:
        assert rated(scheme, excused).readings[key].value == rated(scheme, gone).readings[key].value


@pytest.mark.parametrize("scheme", PERCENT, ids=lambda scheme: scheme.id)
@given(st.integers(0, 10**9), st.integers(2, 9))
@few
def test_scaling_all_weights_changes_nothing_in_percent_schemes(scheme: Scheme, seed: int, factor: int) -> None:
    case, _draw = drawn(scheme, seed)
    heavier = [one._replace(item=replace(one.item, weight=one.item.weight * factor)) for one in case.credits]
    assert result(rated(scheme, case)) == result(rated(scheme, replace(case, credits=heavier)))


@every
@given(st.integers(0, 10**9), st.sampled_from(["candidate", "confirmed"]))
@few
def test_a_veto_never_raises(scheme: Scheme, seed: int, status: str) -> None:
    case, _draw = drawn(scheme, seed)
    vetoed = replace(case, findings=[*case.findings, ("fatal", Entry("i1", "veto", status))])
    before, after = rated(scheme, case), rated(scheme, vetoed)
    if after.level:
        assert before.level is not None
        assert after.level.level <= before.level.level


@every
@given(st.integers(0, 10**9))
@few
def test_order_changes_nothing(scheme: Scheme, seed: int) -> None:
    case, draw = drawn(scheme, seed)
    credits, findings = list(case.credits), list(case.findings)
    draw.shuffle(credits)
    draw.shuffle(findings)
    straight, shuffled = (replace(case, credits=one, findings=two) for one, two in (
        (case.credits, case.findings), (credits, findings)))  # fmt: skip
    for told in (before := result(rated(scheme, straight)), after := result(rated(scheme, shuffled))):
        told["unmet"], told["why"] = sorted(told["unmet"]), sorted(told["why"])
    assert before == after


@every
@given(st.integers(0, 10**9))
@few
def test_what_is_printed_never_contradicts_the_star(scheme: Scheme, seed: int) -> None:
    rating = rated(scheme, drawn(scheme, seed)[0])
    for level in scheme.levels:
        for bound in all_bounds(level.needs):
            for key in bound.measures:
                value = rating.readings[key].value
                if value is not None:
                    printed = Fraction(rating.shown(key).replace("−", "-"))
                    assert bound.meets(printed) == bound.meets(value), (key, value, printed)


@every
@given(st.integers(0, 10**9))
@few
def test_without_anything_judged_there_is_no_score(scheme: Scheme, seed: int) -> None:
    case, _draw = drawn(scheme, seed)
    nothing = [one._replace(verdict=Verdict.NA, credit=None) for one in case.credits]
    blank = Case(nothing, dict.fromkeys(case.values), (), None)
    rating = rated(scheme, blank)
    assert (rating.state, rating.total) == (State.UNRATED, None)


def test_lost_points_of_schemes_that_are_no_shares() -> None:
    known = {scheme.id: scheme for scheme in SCHEMES}
    for name in ("letters", "merits", "hotel"):
        scheme, seen = known[name], 0
        for seed in range(60):
            rating = rated(scheme, drawn(scheme, seed)[0])
            lost = {point.item.id: point.points for point in rating.lost()}
            failed = {one.item.id: one for one in rating.credits if one.credit is not None and one.credit < 1}
            assert lost.keys() <= failed.keys()
            seen += len(lost)
            assert all(lost[id_] == (1 - (failed[id_].credit or 0)) * failed[id_].item.weight for id_ in lost)
            if name == "letters" and rating.total is not None:
                assert sum(lost.values()) == rating.total
        assert seen > 20


def test_a_measure_between_two_figures_is_printed_on_its_own_side() -> None:
    moved = next(scheme for scheme in SCHEMES if scheme.id == "moved")
    held = {key for key, bounds in moved.compared.items() if len({bound.limits for bound in bounds}) > 1}
    assert held, "no measure of this scheme is held from both sides"
    for key in held:
        for bound in moved.compared[key]:
            for aside in (Fraction(-1, 51), Fraction(0), Fraction(1, 51)):
                value = bound.figure + aside
                assert bound.meets(Fraction(moved.printed(key, value).replace("−", "-"))) == bound.meets(value)
