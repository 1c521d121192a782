"""A change of scheme tried beforehand: who rises, who falls and why, with what was sealed left alone."""

import json
from pathlib import Path

import pytest

from inspector.actions.desk import Desk
from inspector.actions.previewing import preview_of, preview_plain
from inspector.cli import main
from inspector.inspection.answer import Answer, Verdict
from inspector.paths import forms
from tests.conftest import conform_to_everything, start

STRICT = """
scheme: strict
version: "1"
based_on: default@2026.1
title: 严一些
caps:
  - {to: 0, when: {fatal_confirmed: 1}, why: 一票否决}
  - {to: 2, when: {major_open: 1}, why: 有严重问题}
"""


def finished(desk: Desk, *failed: str) -> str:
    inspecting = start(desk)
    for item in failed:
        inspecting.put(item, Answer(Verdict.FAIL, note="看到"))
    conform_to_everything(inspecting)
    inspecting.finish()
    return inspecting.inspection.id


@pytest.fixture
def strict(tmp_path: Path) -> Path:
    folder = tmp_path / "schemes"
    folder.mkdir()
    (folder / "default.yaml").write_bytes((forms() / "schemes" / "default.yaml").read_bytes())
    path = folder / "strict.yaml"
    path.write_text(STRICT, "utf-8")
    return path


def test_who_falls_and_why(desk: Desk, strict: Path) -> None:
    good, poor = finished(desk), finished(desk, "AC-13")
    start(desk)
    sealed = desk.seal_of(poor)
    found = preview_of(desk, strict)
    assert [(row.inspection.id, row.step) for row in found.rows] == [(poor, -2), (good, 0)]
    assert found.counted() == {"rises": 0, "falls": 1, "stays": 1, "appears": 0, "goes": 0}
    told = preview_plain(found)["inspections"][0]
    assert (told["before"]["label"], told["after"]["label"]) == ("四星", "二星")
    assert "有严重问题" in told["after"]["why"]
    assert desk.seal_of(poor) == sealed
    assert desk.open(poor).rating.level == found.rows[0].before.level


def test_the_other_way_round_they_rise(desk: Desk, strict: Path) -> None:
    finished(desk, "AC-13")
    found = preview_of(desk, forms() / "schemes" / "default.yaml", strict)
    assert found.counted()["rises"] == 1


def test_the_same_scheme_changes_nothing(desk: Desk) -> None:
    finished(desk, "AC-13")
    assert preview_of(desk, forms() / "schemes" / "default.yaml").counted()["stays"] == 1


def test_from_the_command_line(folder: Path, strict: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk.at(folder)
    finished(desk, "AC-13")
    desk.close()
    assert main(["preview", "--scheme", str(strict), "--data", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("升 0  降 1  不变 0")
    assert "四星 99." in printed
    assert main(["preview", "--scheme", str(strict), "--json", "--data", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["falls"] == 1
