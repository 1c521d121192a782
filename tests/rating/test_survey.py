"""Customers' surveys: shares and means counted by hand, a window of their own, and no word in the star."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from inspector.actions.desk import Desk
from inspector.actions.explaining import hall_explanation
from inspector.actions.inspecting import Inspecting
from inspector.inspection.answer import Sample, Verdict
from inspector.inspection.inspection import Head
from inspector.rating.survey import FEW, Survey, survey_of
from tests.conftest import HALL, Ticking, conform_to_everything, start

FORM = "customer-survey"


def sheet(desk: Desk, score: str, **verdicts: Verdict) -> Inspecting:
    """A finished sheet: a score, verdicts by item (SV_04), everything else left as not applying."""
    inspecting = desk.start(FORM, Head(HALL))
    inspecting.measure("SV-08", "score", (Sample(Decimal(score)),))
    for item, verdict in verdicts.items():
        inspecting.judge(item.replace("_", "-"), verdict)
    for item in inspecting.inspection.asked_items:
        if inspecting.inspection.verdict(item.id) is None:
            inspecting.judge(item.id, Verdict.NA, "受访者说不清")
    inspecting.finish()
    return inspecting


def figures(desk: Desk) -> Survey:
    found = desk.rating_halls.rate(HALL.code).survey
    assert found is not None
    return found


def test_shares_are_of_those_who_answered(desk: Desk) -> None:
    sheet(desk, "9", SV_04=Verdict.CONFORM)
    sheet(desk, "6", SV_04=Verdict.PARTLY)
    sheet(desk, "3", SV_04=Verdict.CONFORM, SV_05=Verdict.FAIL)
    survey = figures(desk)
    asked = {one.item.id: one for one in survey.asked}
    assert survey.sheets == 3
    assert (asked["SV-04"].answers, asked["SV-04"].satisfied) == (3, Fraction(200, 3))
    assert (asked["SV-05"].answers, asked["SV-05"].satisfied) == (1, 0)
    assert (asked["SV-06"].answers, asked["SV-06"].satisfied) == (0, None)
    assert [asked["SV-08"].counts[each] for each in (Verdict.CONFORM, Verdict.PARTLY, Verdict.FAIL)] == [1, 1, 1]
    assert asked["SV-08"].mean == 6
    assert survey.satisfied == Fraction(300, 7)  # 2 of 3, 0 of 1, 1 of 3
    assert "SV-01" not in asked  # consent judges nothing


def test_without_a_sheet_there_are_no_figures(desk: Desk) -> None:
    assert survey_of(()) is None
    conform_to_everything(audit := start(desk))
    audit.finish()
    assert desk.rating_halls.rate(HALL.code).survey is None


@pytest.mark.parametrize(("sheets", "few"), [(FEW - 1, True), (FEW, False)])
def test_few_sheets_are_called_few(sheets: int, few: bool) -> None:
    assert Survey(sheets, ()).few is few


def test_what_customers_say_changes_no_star(desk: Desk) -> None:
    conform_to_everything(audit := start(desk))
    audit.finish()
    before = desk.rating_halls.rate(HALL.code).rating
    for _ in range(3):
        sheet(desk, "0", SV_04=Verdict.FAIL, SV_05=Verdict.FAIL)
    after = desk.rating_halls.rate(HALL.code).rating
    assert (after.level, after.total, after.why) == (before.level, before.total, before.why)


def test_sheets_older_than_the_window_and_drafts_are_left_out(desk: Desk, clock: Ticking) -> None:
    sheet(desk, "1")
    clock.at += timedelta(days=400)
    sheet(desk, "9")
    desk.start(FORM, Head(HALL))
    assert figures(desk).sheets == 1
    assert {one.item.id: one.mean for one in figures(desk).asked}["SV-08"] == 9


def test_the_explanation_tells_them_exactly(desk: Desk) -> None:
    sheet(desk, "9")
    sheet(desk, "8")
    told = hall_explanation(desk.rating_halls.rate(HALL.code))["survey"]
    assert (told["sheets"], told["satisfied"]) == (2, {"exact": "100", "shown": "100.0"})
    assert told["questions"]["SV-08"]["mean"] == {"exact": "17/2", "shown": "8.5"}
