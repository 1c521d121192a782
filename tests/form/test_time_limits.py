"""Every time limit that a form judges by, just under, equal and over, for each operator and area.

The figures stand here a second time, as the published commitments and rules give them, so that a slip in the table of
limits or in the judging cannot hide.
"""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

import pytest

from inspector.form.form import Form, Part, PartKind
from inspector.form.library import Library
from inspector.form.limits import Limits
from inspector.inspection.answer import Sample, Verdict
from inspector.inspection.hall import AREAS, OPERATORS, Hall
from inspector.inspection.inspection import Head, Inspection
from inspector.inspection.judging import judge_part
from inspector.paths import forms
from tests.conftest import MORNING

FILES = [*sorted(forms().glob("*.yaml")), *sorted((forms() / "scenarios").glob("*.yaml"))]
LENGTH = {"s": 1, "min": 60, "h": 3600}
STEP = Decimal("0.1")


class Promise(NamedTuple):
    """What one limit says: passing and, where a second limit is published, in part; `more` is a least value."""

    passing: int
    unit: str
    part: int | None = None
    more: bool = False


EVERYWHERE = {
    "bell_answer": Promise(60, "s"),
    "business_case": Promise(20, "min"),
    "call_button": Promise(60, "s"),
    "cctv_retention": Promise(30, "d", more=True),
    "complaint_answer": Promise(5, "wd"),
    "complaint_contact": Promise(24, "h"),
    "fee_case": Promise(5, "min"),
    "greet_10s": Promise(10, "s"),
    "guide_60s": Promise(60, "s"),
    "hall_wait_each": Promise(30, "min"),
    "hall_wait_mean": Promise(15, "min"),
    "hotline_human": Promise(60, "s"),
    "no_app_foreign": Promise(3, "min"),
    "opinion_answer": Promise(5, "wd"),
    "outage_notice": Promise(7, "d", more=True),
    "sign_interpreter": Promise(3, "min"),
    "toilet_call": Promise(90, "s"),
}
BY_OPERATOR = {
    ("lv_resident_connect", "SGCC"): Promise(5, "wd"),
    ("lv_resident_plan", "CSG"): Promise(2, "wd", 3),
    ("lv_resident_meter", "CSG"): Promise(2, "wd", 3),
    ("lv_business_connect", "SGCC"): Promise(6, "wd"),
    ("lv_business_plan", "CSG"): Promise(5, "wd", 8),
    ("lv_business_meter", "CSG"): Promise(3, "wd", 5),
    ("hv_single", "SGCC"): Promise(22, "wd"),
    ("hv_single_plan", "CSG"): Promise(15, "wd", 20),
    ("hv_single_meter", "CSG"): Promise(5, "wd", 7),
    ("hv_dual", "SGCC"): Promise(32, "wd"),
    ("hv_dual_plan", "CSG"): Promise(30, "wd", 45),
    ("hv_dual_meter", "CSG"): Promise(5, "wd", 7),
    ("meter_check", "SGCC"): Promise(5, "wd"),
    ("meter_anomaly", "SGCC"): Promise(5, "wd"),
    ("reconnect", "SGCC"): Promise(24, "h", 24),
    ("reconnect", "CSG"): Promise(12, "h", 24),
    ("service_request", "SGCC"): Promise(5, "wd"),
}
BY_AREA = {
    ("fault_arrival", "SGCC", "urban"): Promise(45, "min", 60),
    ("fault_arrival", "SGCC", "rural"): Promise(90, "min", 120),
    ("fault_arrival", "SGCC", "remote"): Promise(120, "min", 240),
    ("fault_arrival", "CSG", "urban"): Promise(45, "min", 60),
    ("fault_arrival", "CSG", "rural"): Promise(90, "min", 120),
    ("fault_arrival", "CSG", "remote"): Promise(120, "min", 240),
    ("fault_restore", "SGCC", "urban"): Promise(3, "h"),
    ("fault_restore", "SGCC", "rural"): Promise(4, "h"),
    ("fault_restore", "CSG", "urban"): Promise(4, "h"),
    ("fault_restore", "CSG", "rural"): Promise(5, "h"),
}


def promise(key: str, operator: str, area: str) -> Promise | None:
    return BY_AREA.get((key, operator, area)) or BY_OPERATOR.get((key, operator)) or EVERYWHERE.get(key)


@pytest.fixture(scope="module")
def limited() -> dict[tuple[str, str], tuple[Form, Part]]:
    """Return a form and a part for every limit and unit that the shipped forms judge by."""
    found = {}
    for path in FILES:
        form = Library().load(path).form
        for part in (part for item in form.items.values() for part in item.parts if part.limit):
            unit = "s" if part.kind is PartKind.TIMER else part.unit
            found.setdefault((part.limit, unit), (form, part))
    return found


def judged(form: Form, part: Part, hall: Hall, limits: Limits, value: Decimal) -> Verdict | None:
    seen = Inspection("i1", form, limits, Head(hall), MORNING)
    return judge_part(part, [Sample(value)] * max(part.samples, 1), seen.band(part))


def expected(said: Promise, value: Decimal, unit: str) -> Verdict:
    length = Decimal(LENGTH.get(said.unit, 1)) / LENGTH.get(unit, 1)
    if said.more:
        return Verdict.CONFORM if value >= said.passing * length else Verdict.FAIL
    if value <= said.passing * length:
        return Verdict.CONFORM
    return Verdict.PARTLY if said.part is not None and value <= said.part * length else Verdict.FAIL


def edges(said: Promise, unit: str) -> list[Decimal]:
    length = Decimal(LENGTH.get(said.unit, 1)) / LENGTH.get(unit, 1)
    ends = {edge * length for edge in (said.passing, said.part) if edge is not None}
    return [value for edge in sorted(ends) for value in (edge - STEP, edge, edge + STEP)]


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("operator", OPERATORS)
def test_every_limit_at_its_edges(
    limited: dict[tuple[str, str], tuple[Form, Part]], limits: Limits, operator: str, area: str
) -> None:
    hall = Hall("1", "甲", operator=operator, area=area)
    looked_at = 0
    for (key, unit), (form, part) in limited.items():
        said = promise(key, operator, area)
        if said is None:
            assert judged(form, part, hall, limits, Decimal(10**6)) is None, f"{key} has no published figure here"
            continue
        for value in edges(said, unit):
            found = judged(form, part, hall, limits, value)
            assert found is expected(said, value, unit), (key, operator, area, value, unit)
            looked_at += 1
    assert looked_at >= 3 * len(EVERYWHERE)


def test_every_figure_above_is_used_by_a_form(limited: dict[tuple[str, str], tuple[Form, Part]]) -> None:
    told = {*EVERYWHERE, *(key for key, _operator in BY_OPERATOR), *(key for key, _operator, _area in BY_AREA)}
    assert told == {key for key, _unit in limited}


def test_another_unit_is_judged_by_the_same_limit(
    limited: dict[tuple[str, str], tuple[Form, Part]], limits: Limits
) -> None:
    form, part = limited["fault_arrival", "min"]
    hall = Hall("1", "甲", operator="SGCC", area="urban")
    in_hours = replace(part, unit="h")
    assert judged(form, in_hours, hall, limits, Decimal("0.75")) is Verdict.CONFORM
    assert judged(form, in_hours, hall, limits, Decimal("1.01")) is Verdict.FAIL
