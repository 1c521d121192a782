"""What of several inspections counts together: credits joined by hand, figures averaged, findings told once."""

from dataclasses import replace
from fractions import Fraction

import pytest

from inspector.form.form import Form, Words
from inspector.form.library import Library
from inspector.form.limits import Limits
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.inspection import Inspection
from inspector.inspection.register import Entry
from inspector.rating.case import Case, case_of
from inspector.rating.hall import rate_hall
from inspector.rating.rate import State, rate_case
from inspector.rating.scheme import Measure, Scheme
from tests.inspection.blanks import form as small
from tests.inspection.blanks import inspection, item, number, values
from tests.rating.test_hall import AT, finished
from tests.rating.test_shapes import everything

FORM = small(item("A", weight=2), item("B"), item("C", weight=0), item("H", number()))
CONFORM, PARTLY, FAIL, NA, UNCHECKED = Verdict.CONFORM, Verdict.PARTLY, Verdict.FAIL, Verdict.NA, Verdict.UNCHECKED


def seen(kind: str = "open", **verdicts: Verdict) -> Inspection:
    one = inspection(FORM, {id_: Answer(verdict, reason="说明") for id_, verdict in verdicts.items()})
    return replace(one, id=f"{kind}-{id(verdicts)}", head=replace(one.head, kind=kind))


def weighing(scheme: Scheme, **kinds: int) -> Scheme:
    return replace(scheme, kinds=kinds)


def joined(scheme: Scheme, *several: Inspection) -> dict[str, tuple[Verdict | None, Fraction | None]]:
    return {one.item.id: (one.verdict, one.credit) for one in case_of(several, scheme).credits}


def test_only_scored_items_have_a_credit(scheme: Scheme) -> None:
    assert set(joined(scheme, seen(A=CONFORM, C=CONFORM))) == {"A", "B", "H"}


def test_two_inspections_are_joined_item_by_item(scheme: Scheme) -> None:
    found = joined(scheme, seen(A=CONFORM, B=FAIL), seen("mystery", A=FAIL, B=FAIL))
    assert found["A"] == (FAIL, Fraction(1, 2))
    assert found["B"] == (FAIL, 0)


def test_the_mean_is_weighted_by_the_kind(scheme: Scheme) -> None:
    weighed = weighing(scheme, open=3, mystery=1)
    assert joined(weighed, seen(A=CONFORM), seen("mystery", A=FAIL))["A"] == (FAIL, Fraction(3, 4))
    assert joined(weighed, seen(A=FAIL), seen("mystery", A=PARTLY))["A"] == (FAIL, Fraction(1, 8))


def test_a_kind_the_scheme_gives_no_weight_changes_no_credit(scheme: Scheme) -> None:
    weighed = weighing(scheme, open=1)
    assert joined(weighed, seen(A=CONFORM), seen("survey", A=FAIL))["A"][1] == 1


@pytest.mark.parametrize(("first", "second", "verdict", "credit"), [
    (NA, FAIL, FAIL, Fraction(0)), (CONFORM, NA, CONFORM, Fraction(1)), (UNCHECKED, PARTLY, PARTLY, Fraction(1, 2)),
    (NA, UNCHECKED, NA, None),
])  # fmt: skip
def test_what_was_not_judged_is_no_part_of_the_mean(
    scheme: Scheme, first: Verdict, second: Verdict, verdict: Verdict, credit: Fraction | None
) -> None:
    assert joined(scheme, seen(B=first), seen("mystery", B=second))["B"] == (verdict, credit)


def test_what_nobody_answered_stays_open(scheme: Scheme) -> None:
    assert joined(scheme, seen(), seen("mystery"))["B"] == (None, None)
    assert joined(scheme, seen(), seen("mystery", B=NA))["B"] == (NA, None)


def test_a_recorded_figure_is_the_mean_of_those_who_hold_one(scheme: Scheme) -> None:
    measure = Measure("height", Words("高度"), "value", {"item": "H", "part": "height"})
    reading = replace(scheme, measures={**scheme.measures, "height": measure})

    def measured(*figures: int) -> Inspection:
        return inspection(FORM, {"H": Answer(parts={"height": values(*figures)})} if figures else {})

    assert case_of([measured(800), measured(), measured(820)], reading).values["height"] == 810
    assert case_of([measured(800)], reading).values["height"] == 800
    assert case_of([measured(), measured()], reading).values["height"] is None


def test_a_rejected_finding_caps_nothing(scheme: Scheme) -> None:
    findings = [("major", Entry("i1", f"SG-{number}", "rejected", True)) for number in range(5)]
    rating = rate_case(scheme, Case(everything(95), findings=findings), State.FULL)
    assert rating.level is not None
    assert (rating.level.level, rating.caps) == (5, ())


def test_a_veto_is_told_even_where_only_one_star_is_left_to_lose(scheme: Scheme) -> None:
    fatal = [("fatal", Entry("i1", "FS-01", "confirmed", True))]
    alone = rate_case(scheme, Case(everything(55)), State.FULL)
    held = rate_case(scheme, Case(everything(55), findings=fatal), State.FULL)
    assert alone.level is not None
    assert held.level is not None
    assert (alone.level.level, held.level.level, len(held.caps)) == (1, 0, 1)


def test_a_star_holds_from_the_latest_inspection_that_counts(form: Form, limits: Limits, scheme: Scheme) -> None:
    etiquette = Library().load("etiquette").form
    visits = [finished(etiquette, limits, "mystery", day) for day in (3, 9)]
    rated = rate_hall([finished(form, limits), *visits], scheme, AT)
    last = visits[-1].finished_at
    assert last is not None
    assert rated.valid_until == last.date().replace(year=last.year + scheme.valid_months // 12)


def test_a_scenario_without_a_door_is_no_visit(form: Form, limits: Limits, scheme: Scheme) -> None:
    called = Library().load("s18-callback-check").form
    calls = [finished(called, limits, "mystery", day) for day in (3, 9)]
    assert "暗访 0/2 次" in rate_hall([finished(form, limits), *calls], scheme, AT).lacking


def test_sheets_of_the_first_and_the_last_moment_are_within(form: Form, limits: Limits, scheme: Scheme) -> None:
    survey = Library().load("customer-survey").form
    last = replace(finished(survey, limits, "survey", 5, id_="last"), finished_at=AT)
    first_day = AT.replace(year=AT.year - 1)
    first = replace(finished(survey, limits, "survey", 5, id_="first"), finished_at=first_day)
    found = rate_hall([finished(form, limits), last, first], scheme, AT).survey
    assert found is not None
    assert found.sheets == 2
