"""Findings and their deadlines, with the holidays of 2026 and the weekends worked for them."""

import importlib.util
import json
from datetime import date

import pytest

from inspector.form.form import Words, Worsening
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.deadline import OFFICIAL, Calendar, announced, holiday_names
from inspector.inspection.finding import deadline, findings, written
from inspector.paths import resources
from tests.inspection.blanks import form, inspection, item


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        ("2026-03-05", 5, "2026-03-12"),
        ("2026-03-06", 1, "2026-03-09"),
        ("2026-03-05", 0, "2026-03-05"),
        ("2026-09-30", 5, "2026-10-13"),  # National Day 1-7 October; Saturday the 10th is worked
        ("2026-09-18", 1, "2026-09-20"),  # a Sunday worked for National Day
        ("2026-02-13", 2, "2026-02-24"),  # Saturday the 14th is worked, Spring Festival 15-23 February
        ("2026-02-27", 1, "2026-02-28"),  # a Saturday worked for Spring Festival
        ("2025-12-31", 1, "2026-01-04"),  # over the year's end; Sunday the 4th is worked
        ("2026-04-30", 2, "2026-05-07"),
    ],
)
def test_working_days(start: str, count: int, due: str) -> None:
    assert OFFICIAL.add(date.fromisoformat(start), count) == date.fromisoformat(due)


def test_the_notices_written_down_are_those_the_library_knows() -> None:
    spec = importlib.util.spec_from_file_location("notices", resources("calendar", "refresh.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    known = json.loads(resources("calendar", "notices.json").read_text("utf-8"))
    assert known == module.notices()
    assert {"2025", "2026"} <= set(known)


@pytest.mark.parametrize("year", [2026, 2040])
def test_a_year_with_a_notice_and_one_without_have_their_festivals(year: int) -> None:
    assert date(year, 10, 1) in holiday_names(year)
    assert announced(year) is (year == 2026)


def test_days_set_by_hand_win_over_the_calendar() -> None:
    festival, plain = date(2026, 2, 17), date(2026, 3, 5)
    assert not OFFICIAL.works(festival)
    assert Calendar(on={festival}).works(festival)
    assert OFFICIAL.works(plain)
    assert not Calendar(off={plain}).works(plain)
    assert Calendar(off={plain}).add(date(2026, 3, 4), 1) == date(2026, 3, 6)


@pytest.mark.parametrize(
    ("severity", "effort", "due"),
    [
        ("fatal", 60, "2026-03-12"),
        ("major", 1, "2026-03-19"),
        ("minor", 1, "2026-03-12"),
        ("minor", 5, "2026-03-12"),
        ("minor", 6, "2026-04-04"),
        ("minor", 30, "2026-04-04"),
        ("minor", 31, "2026-06-03"),
        ("info", 1, None),
    ],
)
def test_deadlines_by_severity_and_effort(severity: str, effort: int, due: str | None) -> None:
    assert deadline(severity, effort, date(2026, 3, 5)) == (date.fromisoformat(due) if due else None)


def test_works_are_not_due_before_the_working_days_are_over() -> None:
    assert deadline("minor", 6, date(2026, 2, 1)) == date(2026, 3, 3)


def kinds(answer: Answer, **more: object) -> list[tuple[str, bool]]:
    return [(one.severity, one.quick) for one in findings(inspection(form(item("A", **more)), {"A": answer}))]


def test_what_becomes_a_finding_and_what_a_quick_fix() -> None:
    fail, partly = Answer(Verdict.FAIL), Answer(Verdict.PARTLY)
    assert kinds(Answer(Verdict.CONFORM)) == kinds(Answer(Verdict.NA)) == kinds(Answer()) == []
    assert kinds(fail, effort=5) == [("minor", False)]
    assert kinds(fail, effort=1) == [("minor", True)]
    assert kinds(fail, effort=1, severity="major") == [("major", False)]
    assert kinds(partly, effort=5) == [("minor", True)]
    assert kinds(partly, effort=5, severity="major") == [("major", False)]
    assert kinds(Answer(Verdict.PARTLY, follow_up=True), effort=5) == [("minor", False)]
    assert kinds(Answer(Verdict.FAIL, follow_up=True), effort=1) == [("minor", False)]
    assert kinds(Answer(Verdict.FAIL, mended=True), effort=5) == [("minor", True)]
    assert kinds(Answer(Verdict.FAIL, mended=True), effort=5, severity="major") == [("major", False)]
    assert kinds(fail, effort=9, severity="info") == [("info", False)]


def test_findings_are_numbered_worst_first_and_quick_fixes_last() -> None:
    blank = form(
        item("A", effort=9), item("B", effort=1), item("C", severity="major"), item("D", severity="fatal"), item("E")
    )
    found = findings(inspection(blank, dict.fromkeys("ABCD", "fail")))
    assert [(one.number, one.item.id) for one in found] == [(1, "D"), (2, "C"), (3, "A"), (4, "B")]
    assert [one.item.id for one in written(found)] == ["D", "C", "A"]


def test_the_fact_is_what_was_ticked_and_noted_else_what_the_verdict_looks_like() -> None:
    blank = form(item("A", worse_if=(Worsening("major", Words("堆放杂物"), tick="blocked"),)))

    def fact(**more: object) -> str:
        return findings(inspection(blank, {"A": Answer(Verdict.FAIL, **more)}))[0].fact  # type: ignore[arg-type]

    assert fact() == "差"
    assert fact(note=" 台面过高 ") == "台面过高"
    assert fact(ticks=("blocked",)) == "堆放杂物"
    assert fact(ticks=("blocked",), note="台面过高") == "堆放杂物；台面过高"
