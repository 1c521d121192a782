"""Every shipped checklist, section and limits table is free of mistakes, and holds the items it promises."""

import csv
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from inspector.form.checks import report, root_of
from inspector.form.form import Form
from inspector.form.library import Library
from inspector.form.reader import read
from inspector.form.scenario import Scenario
from inspector.form.scenario_table import own_items
from inspector.paths import forms

COUNTS = {"SG": 45, "ET": 39, "AC": 32, "EL": 10, "EN": 19, "FS": 9, "IN": 12}
# What is only written down cannot fail, and what proves a visit need not be mended.
RECORDED = {"HS-02", "SV-01", "SV-02", "SV-09", "SV-10", "S11-08", "S12-06", "S18-01", "S23-01", "S24-03"}
RECORDED |= {"MP-01", "MP-02", "MP-03", "MV-06", "MC-01", "MC-04", "MO-01", "MO-02"}
SCENARIOS = sorted((forms() / "scenarios").glob("*.yaml"))
SHIPPED = [*sorted(forms().glob("*.yaml")), *sorted((forms() / "examples").glob("*.yaml")), *SCENARIOS]
OWN = re.compile(r"(S\d\d)-\d\d")


@cache
def shipped(path: Path) -> Form:
    return Library(root_of(path)).load(path).form


def scenario_of(path: Path) -> Scenario:
    scenario = shipped(path).scenario
    assert scenario, path.stem
    return scenario


@pytest.fixture(scope="module")
def audit() -> Form:
    return Library().load("hall-open-audit").form


def test_no_mistake_in_any_file() -> None:
    files = [path for path in sorted(forms().rglob("*.yaml")) if path.parent.name != "schemes"]
    assert report(files) == []


def test_the_open_audit_has_its_166_items(audit: Form) -> None:
    expected = [f"{code}-{number:02}" for code, count in COUNTS.items() for number in range(1, count + 1)]
    assert list(audit.order) == expected
    assert [line.id for line in audit.red_lines] == [f"V-{number:02}" for number in range(1, 15)]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_item_can_be_audited_with(path: Path) -> None:
    criteria: set[str] = set()
    for item in shipped(path).items.values():
        assert len(item.criterion.zh) >= 10, item.id
        assert item.criterion.zh not in criteria, item.id
        criteria.add(item.criterion.zh)
        assert item.ask.en, item.id
        assert {"conform", "fail"} <= item.judge.keys() or item.id in RECORDED, item.id
        assert len({str(words) for words in item.judge.values()}) == len(item.judge), item.id
        assert item.remedy.zh or item.id in RECORDED, item.id
        assert item.basis, item.id


def test_only_checked_clauses_are_verified(audit: Form) -> None:
    verified = {basis.standard for item in audit.items.values() for basis in item.basis if basis.clause_verified}
    assert verified == {"无障碍环境建设法"}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_form_loads(path: Path) -> None:
    assert shipped(path).items


def test_the_defaults_are_those_of_the_register_of_items(audit: Form) -> None:
    table = Path(__file__).parents[1] / "samples" / "items.csv"
    rows = list(csv.DictReader(table.read_text("utf-8").splitlines()))
    assert len(rows) == len(audit.items)
    for row in rows:
        item = audit.items[row["id"]]
        found = (item.topic, item.idea, str(item.weight), item.severity, item.same_fact)
        assert found == (row["topic"], row["idea"], row["weight"], row["severity"], row["same_fact"]), row["id"]
        worse = {worsening.severity for worsening in item.worse_if}
        assert ({row["worse_severity"]} if row["worse_severity"] else set()) == worse, row["id"]


def test_every_scenario_is_there_exactly_once() -> None:
    assert [scenario_of(path).code for path in SCENARIOS] == [f"S{number:02}" for number in range(1, 26)]
    for path in SCENARIOS:
        form = shipped(path)
        assert (form.id, form.kind) == (path.stem, "mystery")
        code = scenario_of(path).code
        assert path.stem.startswith(f"{code.lower()}-")
        assert str(form.title).startswith(f"{code} ")
        assert form.title.en.startswith(f"{code} ")


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_can_be_carried_out_and_proved(path: Path) -> None:
    scenario = scenario_of(path)
    assert scenario.proof
    assert {"V3", "V4", "V9", "V10"} <= set(scenario.rules)
    assert ("V5" in scenario.rules) is bool(scenario.marks)
    assert (("V2" in scenario.rules), bool(scenario.place), scenario.visit) == ((scenario.channel == "hall"),) * 3
    assert len([step for step in scenario.script if step.when is None]) >= 6
    assert scenario.never
    assert scenario.bring
    assert len(scenario.check) >= 3
    assert len({question.right for question in scenario.check}) > 1  # always the same place would give them away


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_mark_of_a_scenario_is_named_by_its_script_or_timed(path: Path) -> None:
    scenario = scenario_of(path)
    named = {step.at for step in scenario.script}
    timed = {mark for item in shipped(path).items.values() for part in item.parts for mark in part.between}
    assert set(scenario.marks) <= named | timed


def test_every_scenario_item_is_asked_by_its_own_form() -> None:
    written: dict[str, set[str]] = defaultdict(set)
    for path in (forms() / "sections").glob("*.yaml"):
        section = read(path).value
        assert isinstance(section, dict)
        for item in section.get("items", ()):
            if own := OWN.fullmatch(str(item["id"])):
                written[own[1]].add(own[0])
    asked = {scenario_of(path).code: set(own_items(shipped(path), scenario_of(path))) for path in SCENARIOS}
    assert asked == written
    assert {code: len(items) for code, items in asked.items() if not 3 <= len(items) <= 8} == {}


def test_no_scenario_asks_the_items_of_another() -> None:
    for path in SCENARIOS:
        own = {item for item in shipped(path).items if OWN.fullmatch(item)}
        assert own == set(own_items(shipped(path), scenario_of(path)))


def test_what_implies_a_red_line_is_asked_somewhere(audit: Form) -> None:
    asked = {*audit.items, *(item for path in SCENARIOS for item in shipped(path).items)}
    read_items = {item for line in audit.red_lines for condition in line.implied_by for item in condition.items()}
    assert read_items - asked == set()


def test_a_limit_has_one_unit() -> None:
    units: dict[str, set[str]] = defaultdict(set)
    table = read(forms() / "limits" / "time-limits.yaml").value
    assert isinstance(table, dict)
    for row in table["rows"]:
        units[row["key"]].add(row["unit"])
    assert {key: found for key, found in units.items() if len(found) > 1} == {}
