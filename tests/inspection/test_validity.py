"""The validity gate V1-V10: every rule met, broken and open, each with its reason."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from inspector.actions.shelf import Shelf
from inspector.inspection.answer import EMPTY, Answer, Photo, Sample, Verdict
from inspector.inspection.frequency import PastVisit, warnings
from inspector.inspection.hall import Hall, Inspector
from inspector.inspection.inspection import Head, Inspection
from inspector.inspection.opening_hours import opening
from inspector.inspection.validity import Reading, recollection, validity
from inspector.inspection.visit import Mark, Visit
from tests.conftest import BEIJING

NINE = datetime(2026, 3, 5, 9, 0, tzinfo=BEIJING)
HALL = Hall("BJ01", "滨江供电营业厅", hours="周一至周五 8:30–12:00，14:00–17:30")
AGREED = Reading(Inspector("I9", "赵六"), True, "", "2026-03-06T10:00:00+08:00")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
def made(shelf: Shelf) -> Inspection:
    """A visit that meets every rule."""
    form = shelf.form("s08-elderly-cash")
    marks = tuple(Mark(f"T{n}", NINE + n * MINUTE, n * 60_000, "b") for n in range(9))
    visit = Visit("v1", "S-07", marks=marks, followed=True, retold_at=(NINE + 3 * HOUR).isoformat())
    head = Head(HALL, "mystery", no_conflict=True, visit=visit)
    answers = {item: Answer(Verdict.CONFORM) for item in form.items}
    answers["MP-01"] = Answer(Verdict.CONFORM, photos=(Photo("a" * 64, taken_at="2026-03-05T09:15:00"),))
    answers["MP-02"] = Answer(Verdict.CONFORM, parts={"number": (Sample(text="A023"),)})
    return Inspection("i1", form, shelf.limits(), head, NINE, answers=answers, finished_at=NINE + 4 * HOUR)


def on(inspection: Inspection, **entries: object) -> Inspection:
    visit = replace(inspection.head.visit, **entries)  # type: ignore[type-var, arg-type]
    return replace(inspection, head=replace(inspection.head, visit=visit))


def without(inspection: Inspection, *marks: str) -> Inspection:
    assert inspection.head.visit
    return on(inspection, marks=tuple(mark for mark in inspection.head.visit.marks if mark.key not in marks))


def told(inspection: Inspection, rule: str, past: tuple[PastVisit, ...] = (), reading: Reading | None = AGREED) -> str:
    ruling = validity(inspection, past, reading).ruling(rule)
    assert ruling is not None
    return f"{ruling.state}: {ruling.why}"


def test_a_visit_that_meets_every_rule_is_valid(made: Inspection) -> None:
    found = validity(made, (), AGREED)
    assert (found.state, found.why, found.degraded) == ("valid", "", False)
    assert [one.rule for one in found.rulings] == [f"V{n}" for n in range(1, 11)]


def past(day: date, shopper: str = "S-07", visit: str = "v0", *, counts: bool = True) -> PastVisit:
    return PastVisit("i0", visit, "BJ01", day, shopper, counts)


BREAKS: dict[str, tuple[str, Callable[[Inspection], Inspection], str]] = {
    "closed": (
        "V1",
        lambda one: replace(one, head=replace(one.head, hall=replace(HALL, hours="10:00-17:00"))),
        "broken",
    ),
    "not planned": (
        "V1",
        lambda one: on(one, planned_from=(NINE + HOUR).isoformat(), planned_to=(NINE + 2 * HOUR).isoformat()),
        "broken: 不在计划时段",
    ),
    "hours unknown": ("V1", lambda one: replace(one, head=replace(one.head, hall=replace(HALL, hours=""))), "open"),
    "no proof": ("V3", lambda one: replace(one, answers={**one.answers, "MP-02": Answer(Verdict.CONFORM)}), "open"),
    "not followed": ("V4", lambda one: on(one, followed=False), "open"),
    "followed unsaid": ("V4", lambda one: on(one, followed=None), "open"),
    "deviations": (
        "V4",
        lambda one: on(one, followed=False, deviations="没戴老花镜"),
        "met: 有偏离，已写明：没戴老花镜",
    ),
    "a moment short": ("V5", lambda one: without(one, "T3"), "open: 缺 T3"),
    "a spare moment short": ("V5", lambda one: without(one, "T1"), "met"),
    "void": ("V6", lambda one: on(one, retold_at=(NINE + 73 * HOUR).isoformat()), "broken"),
    "late": ("V6", lambda one: on(one, retold_at=(NINE + 30 * HOUR).isoformat()), "met: 离场 29.9 小时"),
    "exposed": ("V7", lambda one: on(one, exposed="柜员认出"), "broken: 身份暴露：柜员认出"),
    "no declaration": ("V8", lambda one: replace(one, head=replace(one.head, no_conflict=False)), "open"),
    "few answers": ("V9", lambda one: replace(one, answers={"MP-01": one.answers["MP-01"]}), "broken"),
}


@pytest.mark.parametrize("case", BREAKS)
def test_each_rule_says_why(made: Inspection, case: str) -> None:
    rule, change, wanted = BREAKS[case]
    assert told(change(made), rule).startswith(wanted)


def test_a_photo_of_another_day_proves_nothing_and_a_ticket_number_does(made: Inspection) -> None:
    old = Answer(Verdict.CONFORM, photos=(Photo("a" * 64, taken_at="2026-03-01T09:15:00"),))
    unproven = replace(made, answers={**made.answers, "MP-01": old, "MP-02": EMPTY})
    assert told(unproven, "V2").startswith("open")
    assert told(on(unproven, phone_ahead=-4 * 86400), "V2").startswith("met")
    assert told(replace(made, answers={**made.answers, "MP-01": old}), "V2").startswith("met")


def test_times_in_the_wrong_order_break_the_visit(made: Inspection) -> None:
    assert made.head.visit
    earlier = Mark("T4", NINE, source="号票", reason="看错")
    assert told(on(made, marks=(*made.head.visit.marks, earlier)), "V5").startswith("broken: 时刻前后颠倒")


@pytest.mark.parametrize(
    ("day", "shopper", "counts", "state"),
    [
        (date(2025, 9, 5), "S-07", True, "met"),
        (date(2025, 9, 6), "S-07", True, "broken"),
        (date(2025, 9, 6), "S-08", True, "met"),
        (date(2025, 9, 6), "S-07", False, "met"),
    ],
)
def test_six_months_must_pass_between_visits_of_a_shopper(
    made: Inspection, day: date, shopper: str, counts: bool, state: str
) -> None:
    assert told(made, "V8", (past(day, shopper, counts=counts),)).startswith(state)


def test_scenarios_of_the_same_visit_are_no_earlier_visit(made: Inspection) -> None:
    assert told(made, "V8", (past(NINE.date(), visit="v1"),)).startswith("met")


def test_the_second_reader_has_the_last_word(made: Inspection) -> None:
    assert validity(made, (), None).state == "open"
    refused = validity(made, (), replace(AGREED, accepted=False, reason="叙述含糊"))
    assert (refused.state, refused.why) == ("invalid", "V10 第二人复核：复核不同意：叙述含糊")


def test_rules_that_a_scenario_leaves_out_are_not_asked(shelf: Shelf, made: Inspection) -> None:
    phone = shelf.form("s07-minor-fault")
    assert phone.scenario is not None
    found = validity(replace(made, form=phone), (), AGREED)
    assert [one.rule for one in found.rulings] == list(phone.scenario.rules)
    assert "V2" not in phone.scenario.rules


@pytest.mark.parametrize(
    ("after", "fresh"),
    [(24 * HOUR, "fresh"), (24 * HOUR + MINUTE, "late"), (72 * HOUR, "late"), (72 * HOUR + MINUTE, "void")],
)
def test_how_fresh_a_recollection_is(after: timedelta, fresh: str) -> None:
    assert recollection(NINE, NINE + after) == fresh


def test_history_warns_of_too_many_visits() -> None:
    today = date(2026, 3, 5)
    assert warnings("BJ01", today, "S-07", []) == []
    assert "只计一次" in warnings("BJ01", today, "S-07", [past(today)])[0]
    assert "每天最多一次" in warnings("BJ01", today, "S-08", [past(today)])[0]
    four = [past(date(2026, 1, day), f"S-{day}", f"v{day}") for day in range(1, 5)]
    assert "4 次" in warnings("BJ01", today, "S-09", four)[0]
    assert "未满 6 个月" in warnings("BJ01", today, "S-07", [past(date(2025, 12, 5))])[0]
    assert warnings("BJ02", today, "S-07", [*four, past(today)]) == []


def test_opening_hours_are_read_from_what_halls_write() -> None:
    assert [(one.isoformat("minutes"), two.isoformat("minutes")) for one, two in opening(HALL.hours)] == [
        ("08:30", "12:00"),
        ("14:00", "17:30"),
    ]
    assert len(opening("8：30至17：00")) == len(opening("24小时自助")) == 1
    assert opening("请来电询问") == opening("99:00-10:00") == []
