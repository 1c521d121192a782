"""Every shipped checklist, section and limits table is free of mistakes, and holds the items it promises."""

import csv
from pathlib import Path

import pytest

from inspector.form.checks import report
from inspector.form.form import Form
from inspector.form.library import Library
from inspector.paths import forms

COUNTS = {"SG": 45, "ET": 39, "AC": 32, "EL": 10, "EN": 19, "FS": 9, "IN": 12}
RECORDED = {"HS-02", "SV-01", "SV-02", "SV-09", "SV-10"}  # what is only written down cannot fail
SHIPPED = [*sorted(forms().glob("*.yaml")), *sorted((forms() / "examples").glob("*.yaml"))]


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
    for item in Library(path.parent).load(path.stem).form.items.values():
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
    assert Library(path.parent).load(path.stem).form.items


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
