"""Rating from the command line: files without a data folder, receipts written and checked, a stranger's opinion."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspector.cli import main
from inspector.form.library import Library
from inspector.paths import forms, resources

HALL = {"code": "BJ01", "name": "滨江供电营业厅", "class": "A"}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: object) -> tuple[int, str, str]:
        code = main([str(one) for one in arguments])
        return code, *capsys.readouterr()

    return run


def everything(name: str, **other: str) -> dict[str, str]:
    return dict.fromkeys(Library().load(name).form.order, "conform") | other


def visit(id_: str, form: str, kind: str, at: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "form": form, "kind": kind, "at": f"{at}T10:00:00+08:00", "hall": HALL, **more}


@pytest.fixture
def hall(tmp_path: Path) -> dict[str, Any]:
    """One open audit and two visits; the item that one of them failed is half right at the hall."""
    return {
        "inspections": [
            visit("a1", "hall-open-audit@2026.1", "open", "2026-03-05", answers=everything("hall-open-audit")),
            visit("m1", "etiquette", "mystery", "2026-03-09", answers=everything("etiquette", **{"ET-05": "fail"})),
            visit("m2", "etiquette", "mystery", "2026-03-12", answers=everything("etiquette")),
        ]
    }


def written(tmp_path: Path, plain: object) -> Path:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(plain, ensure_ascii=False), "utf-8")
    return path


def test_a_hall_is_rated_from_a_file(run: Run, tmp_path: Path, hall: dict[str, Any]) -> None:
    code, printed, complaint = run("rate", written(tmp_path, hall), "--json")
    told = json.loads(printed)
    assert (code, complaint) == (0, "")
    assert (told["state"], told["level"], told["label"], told["lacking"]) == ("full", 5, "五星", "")
    assert [one["counts"] for one in told["inspections"]] == [True, True, True]
    assert [(one["item"], one["credit"]) for one in told["trace"]] == [("ET-05", "2/3")]
    assert told["valid_until"] == "2027-03-12"
    assert told["total"]["shown"] == "99.4"
    assert run("rate", written(tmp_path, hall)) == (0, "五星  99.4  各项指标均达到五星要求\n", "")


def test_a_void_visit_leaves_the_star_provisional(run: Run, tmp_path: Path, hall: dict[str, Any]) -> None:
    hall["inspections"][1]["valid"] = False
    told = json.loads(run("rate", written(tmp_path, hall), "--json")[1])
    assert (told["state"], told["lacking"], told["trace"]) == ("provisional", "证据不足：暗访 1/2 次", [])


def test_scenarios_of_one_visit_count_once_and_moments_are_judged(
    run: Run, tmp_path: Path, hall: dict[str, Any]
) -> None:
    marks = {"T2": "2026-03-12T09:00:00+08:00", "T3": "2026-03-12T09:30:00.1+08:00"}
    for one in hall["inspections"][1:]:
        one.update(form="s08-elderly-cash", answers={"MV-03": "conform"}, visit={"id": "v", "marks": marks})
    told = json.loads(run("rate", written(tmp_path, hall), "--json")[1])
    assert told["lacking"] == "证据不足：暗访 1/2 次"
    assert "MV-02" in {one["item"] for one in told["trace"]}, "30 minutes and a tenth are too long a wait"


def test_register_and_the_rating_before_are_read(run: Run, tmp_path: Path, hall: dict[str, Any]) -> None:
    hall["inspections"][0]["answers"]["FS-01"] = {"verdict": "fail", "ticks": ["exit_locked"]}
    told = json.loads(run("rate", written(tmp_path, hall), "--json")[1])
    assert (told["state"], told["level"]) == ("withheld", None)
    hall["register"] = [{"inspection": "a1", "item": "FS-01", "status": "confirmed"}]
    told = json.loads(run("rate", written(tmp_path, hall), "--json")[1])
    assert (told["state"], told["level"], told["caps"][0]["why"]) == ("full", 0, "一票否决")
    hall["register"][0]["status"] = "rejected"
    hall["previous"] = {"at": "2025-09-18", "level": 3, "measures": {"total": "95"}}
    scheme = forms() / "schemes" / "default-stepwise.yaml"
    told = json.loads(run("rate", written(tmp_path, hall), "--scheme", scheme, "--json")[1])
    assert (told["level"], told["held"]) == (4, True)


def test_a_receipt_is_written_and_checked(run: Run, tmp_path: Path, hall: dict[str, Any]) -> None:
    receipt = tmp_path / "R.json"
    assert run("rate", written(tmp_path, hall), "--receipt", receipt)[0] == 0
    assert run("rate", "--receipt", receipt, "--check") == (0, "回执与重算一致\n", "")
    stranger = [sys.executable, "-I", str(resources("recompute.py")), str(receipt)]
    assert subprocess.run(stranger, capture_output=True, check=False).returncode == 0
    plain = json.loads(receipt.read_text("utf-8"))
    plain["result"]["level"] = 4
    receipt.write_text(json.dumps(plain), "utf-8")
    code, printed, _ = run("rate", "--receipt", receipt, "--check")
    assert (code, printed) == (1, "level：回执写 4，算得 5\n")
    assert subprocess.run(stranger, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"inspections": []}, "没有检查"),
        ({"register": [{"inspection": "a1"}]}, "register[0]：要写明 inspection 和 item"),
        ({"register": [{"inspection": "a1", "item": "X", "status": "maybe"}]}, "status 只能是"),
        ({"register": {}}, "register：应是列表"),
        ({"previous": {"measures": {"total": "many"}}}, "previous：要写 at"),
        ({"previous": []}, "previous：要写 at"),
        ({"previous": {"level": "3"}}, "previous.level：应是整数"),
        ({"previous": {"level": 6}}, "previous.level：规范 default@2026.1 没有 6 这一级，可用：5、4、3、2、1、0。"),
        (
            {"previus": {"level": 3}},
            "answers.json：这里不写 previus，可写 inspections、previous、register。是否想写 previous",
        ),
        (
            {"inspections": [{**visit("a", "etiquette", "open", "2026-03-05"), "facts": {}}]},
            "inspections[0]：这里不写 facts",
        ),
        ({"inspections": [{**visit("a", "etiquette", "open", "2026-03-05"), "previous": {}}]}, "这里不写 previous"),
    ],
)
def test_a_flawed_file_is_told_in_a_sentence(
    run: Run, tmp_path: Path, hall: dict[str, Any], change: dict[str, Any], sentence: str
) -> None:
    code, printed, complaint = run("rate", written(tmp_path, hall | change))
    assert (code, printed) == (1, "")
    assert sentence in complaint


def test_two_halls_are_not_one(run: Run, tmp_path: Path, hall: dict[str, Any]) -> None:
    hall["inspections"][1]["hall"] = {**HALL, "code": "BJ02"}
    assert "只评一个营业厅，这里有 2 个" in run("rate", written(tmp_path, hall))[2]


def test_what_is_asked_amiss(run: Run, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        run("rate", "--check")
    nothing = tmp_path / "nothing.json"
    assert "读不出来" in run("rate", "--receipt", nothing, "--check")[2]
    nothing.write_text("[]", "utf-8")
    assert "读不出来" in run("rate", "--receipt", nothing, "--check")[2]
    assert "没有检查表" in run("rate", written(tmp_path, {"inspections": [visit("a", "x", "open", "2026-03-05")]}))[2]


EXAMPLES = {
    "food-hygiene": (
        {"FH-01": "p10", "FH-02": "p5", "FH-03": "p5"},
        (4, "20.0"),
    ),
    "confinement": (
        {"CF-01": 8, "CF-02": 6, "CF-03": 4, "CF-04": 2, "CF-10": "fail", "CF-11": "conform", "CF-12": "conform"},
        (1, "20.0"),
    ),
    "hotel": (
        {"HS-01": 396, "HS-02": {"parts": {"house": "full"}}, "HS-21": "partly", "HS-22": "partly", "HS-23": "conform",
         **dict.fromkeys(("HS-11", "HS-12", "HS-13"), "conform"), "HS-14": "fail", "HS-15": "fail", "HS-24": "fail"},
        (7, "400.0"),
    ),
    "scenic": ({"SC-01": 850, "SC-02": 84, "SC-03": 80}, (3, "850.0")),
}  # fmt: skip


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_published_system_from_its_own_form(run: Run, tmp_path: Path, name: str) -> None:
    answers, (level, total) = EXAMPLES[name]
    plain = {"inspections": [visit("x", name, "open", "2026-03-05", answers=answers)]}
    files = ("--scheme", forms() / "schemes" / f"{name}.yaml", "--form", forms() / "examples" / f"{name}.yaml")
    receipt = tmp_path / "R.json"
    code, printed, complaint = run("rate", written(tmp_path, plain), *files, "--json", "--receipt", receipt)
    assert (code, complaint) == (0, "")
    told = json.loads(printed)
    assert (told["state"], told["level"], told["total"]["shown"]) == ("full", level, total)
    assert run("rate", "--receipt", receipt, "--check")[0] == 0
