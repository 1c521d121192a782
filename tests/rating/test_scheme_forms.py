"""A scheme beside its forms: what it selects must be asked by one of them, else it is told at its line."""

from pathlib import Path

import pytest

from inspector.paths import forms
from inspector.rating.checks import check_files, report
from tests.rating.test_scheme_mistakes import WHOLE

OWN = """scheme: own
version: "1"
title: 自拟
credits: {conform: 1, partly: 1/2, fail: 0}
measures:
  total: {title: 总分, MEASURE}
total: total
levels: [{level: 1, label: 一级, when: {total: 1}NECESSARY}]
otherwise: {level: 0, label: 不评级}
"""
ETIQUETTE = forms() / "etiquette.yaml"


@pytest.mark.parametrize(
    ("measure", "necessary", "expected"),
    [
        ("share: {topic: etiquette}", "", []),
        ("share: {topic: etiquette, who: elderly}", "", ["6: F217"]),
        ("share: {topic: accessibility}", "", ["6: F217"]),
        ("points: {}", "", []),
        ("lost: {items: [ET-01, ET-99, SG-01]}", "", ["6: F218", "6: F218"]),
        ("lost: {items: [ET-01], idea: humane}", "", ["6: F217"]),
        ("lost: {items: [ET-01], idea: standard}", "", []),
        ("value: {item: ET-77}", "", ["6: F218"]),
        ("points: {}", ", necessary: [ET-01, SG-01]", ["8: F218"]),
    ],
)
def test_a_scheme_asks_what_its_form_asks_about(
    tmp_path: Path, measure: str, necessary: str, expected: list[str]
) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace("MEASURE", measure).replace("NECESSARY", necessary), "utf-8")
    assert [f"{one.line}: {one.code}" for one in check_files([path, ETIQUETTE], ())] == expected
    assert check_files([path], ()) == []


def test_several_forms_ask_together(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace("MEASURE", "share: {topic: accessibility}").replace("NECESSARY", ""), "utf-8")
    assert [one.code for one in check_files([path, ETIQUETTE], ())] == ["F217"]
    assert check_files([path, ETIQUETTE, forms() / "hall-open-audit.yaml"], ()) == []


def test_a_form_with_mistakes_says_nothing_about_a_scheme(tmp_path: Path) -> None:
    path, form = tmp_path / "own.yaml", tmp_path / "hall.yaml"
    path.write_text(OWN.replace("MEASURE", "share: {topic: accessibility}").replace("NECESSARY", ""), "utf-8")
    form.write_text(ETIQUETTE.read_text("utf-8").replace("form: etiquette", "form: hall") + "mood: good\n", "utf-8")
    assert [one.code for one in check_files([path, form])] == ["F020"]


def test_what_the_scheme_below_asks_in_vain_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "whole.yaml").write_text(WHOLE.read_text("utf-8"), "utf-8")
    own = tmp_path / "mine.yaml"
    own.write_text('scheme: mine\nversion: "1"\ntitle: 自拟\nbased_on: whole@1\n', "utf-8")
    told = check_files([own, ETIQUETTE])
    assert {Path(one.file).name for one in told} == {"whole.yaml"}
    assert {one.code for one in told} == {"F217", "F218"}


def test_every_shipped_scheme_fits_its_form() -> None:
    pairs = {name: f"examples/{name}" for name in ("confinement", "food-hygiene", "hotel", "scenic")}
    pairs |= dict.fromkeys(("default", "default-stepwise", "default-history"), "hall-open-audit")
    for scheme, form in pairs.items():
        assert report([forms() / "schemes" / f"{scheme}.yaml", forms() / f"{form}.yaml"]) == []
