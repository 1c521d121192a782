"""The headless door: what each command prints, and one sentence where something is wrong."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspector.actions.desk import Desk
from inspector.cli import main
from inspector.paths import forms
from inspector.store.database import FILE
from tests.conftest import FORM

HALL = {"code": "BJ01", "name": "滨江供电营业厅", "class": "A"}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command over the data folder; return exit code, output and complaint."""

    def run(*arguments: object, data: Path = folder) -> tuple[int, str, str]:
        code = main([str(one) for one in arguments] + ["--data", str(data)])
        return code, *capsys.readouterr()

    return run


def answers(tmp_path: Path, **more: Any) -> Path:
    path = tmp_path / "作答.json"
    plain = {"form": FORM, "hall": HALL, "at": "2026-03-05T09:12:00+08:00", "answers": {"SG-01": "fail"}, **more}
    path.write_text(json.dumps({"inspections": [plain]}, ensure_ascii=False), "utf-8")
    return path


@pytest.fixture
def finished(tmp_path: Path, run: Run, folder: Path) -> str:
    desk = Desk.at(folder)
    everything = dict.fromkeys(desk.shelf.form(FORM).order, "conform") | {"AC-13": "fail"}
    desk.close()
    code, printed, _ = run("fill", answers(tmp_path, answers=everything, finish=True))
    assert code == 0
    return printed.split()[1]


def test_fill_then_list(run: Run, tmp_path: Path) -> None:
    code, printed, complaint = run("fill", answers(tmp_path))
    assert (code, complaint) == (0, "")
    assert printed.startswith("1  ")
    assert "滨江供电营业厅  草稿  1/166  –" in printed
    assert run("list") == (0, printed, "")
    code, printed, _ = run("list", "--json")
    (told,) = json.loads(printed)
    assert (code, told["number"], told["hall"], told["answered"], told["failed"]) == (0, 1, "BJ01", 1, 1)
    assert "visit" not in told


def test_nothing_yet(run: Run) -> None:
    assert run("list") == (0, "", "")
    assert run("list", "--json") == (0, "[]\n", "")


def test_rate(run: Run, finished: str) -> None:
    code, printed, _ = run("rate", finished, "--json")
    told = json.loads(printed)
    assert (code, told["level"], told["state"]) == (0, 4, "provisional")
    assert [lost["item"] for lost in told["trace"]] == ["AC-13"]
    code, printed, _ = run("rate", "1")
    assert printed.startswith("四星  99.")
    assert "封顶" in printed


def test_rate_before_anything_was_answered(run: Run, tmp_path: Path) -> None:
    run("fill", answers(tmp_path, answers={}))
    assert run("rate", "1") == (0, "未评星  –  服务标准化、响应高效化、体验人性化没有数据，不评星\n", "")
    assert json.loads(run("rate", "1", "--json")[1])["total"] is None


def test_report(run: Run, finished: str, tmp_path: Path) -> None:
    target = tmp_path / "报告.pdf"
    code, printed, complaint = run("report", finished[:20], "--out", target)
    assert (code, complaint) == (0, "")
    assert printed.endswith("页\n")
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("command", [("rate", "{}"), ("rate", "{}", "--json"), ("report", "{}", "--out", "/tmp/x.pdf")])
@pytest.mark.parametrize("unknown", ["7", "0197ffff", "x"])
def test_an_unknown_id_is_one_sentence(run: Run, command: tuple[str, ...], unknown: str) -> None:
    told = run(*(part.format(unknown) for part in command))
    assert told == (1, "", f"没有编号为 {unknown} 的检查。\n")


BAD: dict[str, bytes] = {
    "empty": b"",
    "no json": b"hello",
    "another encoding": "作答".encode("gbk"),
    "a list": b"[]",
    "no list inside": b'{"inspections": 1}',
    "an inspection that is a number": b'{"inspections": [1]}',
    "no form": b'{"inspections": [{}]}',
    "no hall": b'{"inspections": [{"form": "hall-open-audit"}]}',
    "no such form": b'{"inspections": [{"form": "../x", "hall": {"code": "1"}}]}',
    "another area": b'{"inspections": [{"form": "hall-open-audit", "hall": {"code": "1", "area": "x"}}]}',
    "unknown item": b'{"inspections": [{"form": "hall-open-audit", "hall": {"code": "1"}, "answers": {"X": "fail"}}]}',
    "no verdict": b'{"inspections": [{"form": "hall-open-audit", "hall": {"code": "1"}, "answers": {"SG-01": "x"}}]}',
    "a number for words": b'{"inspections": [{"form": "hall-open-audit", "hall": {"code": "1"}, "note": 1}]}',
    "no time": b'{"inspections": [{"form": "hall-open-audit", "hall": {"code": "1"}, "at": 5}]}',
    "half a character": b'{"inspections": [{"form": "hall-open-audit", "hall": {"code": "1"}, "note": "\\ud800"}]}',
    "too deep": b"[" * 200_000,
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_bad_answers_file_is_one_sentence(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "坏.json"
    path.write_bytes(content)
    code, printed, complaint = run("fill", path)
    assert (code, printed) == (1, "")
    assert complaint.count("\n") == 1
    assert complaint.endswith("。\n")
    assert "Traceback" not in complaint


def test_what_was_made_before_one_is_refused_is_told(run: Run, tmp_path: Path) -> None:
    plain = json.loads(answers(tmp_path).read_text("utf-8"))["inspections"][0]
    path = tmp_path / "两次.json"
    path.write_text(json.dumps({"inspections": [plain, {**plain, "finish": True}, plain]}), "utf-8")
    code, printed, complaint = run("fill", path)
    assert (code, complaint.count("\n")) == (1, 1)
    assert "未补完，不能完成检查。" in complaint
    assert [line.split()[0] for line in printed.splitlines()] == ["1", "2"]
    assert sorted(run("list")[1].splitlines()) == printed.splitlines()


def test_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    assert run("fill", tmp_path / "没有.json") == (1, "", "没有.json 打不开。\n")


def test_a_data_folder_is_made_when_it_is_not_there(run: Run, tmp_path: Path) -> None:
    assert run("list", data=tmp_path / "new" / "data") == (0, "", "")
    assert (tmp_path / "new" / "data" / FILE).is_file()


def test_a_data_folder_that_cannot_be_used_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, printed, complaint = run("list", data=tmp_path / "file" / "data")
    assert (code, printed) == (1, "")
    assert "建不了" in complaint
    (tmp_path / "odd" / FILE).mkdir(parents=True)
    code, _, complaint = run("list", data=tmp_path / "odd")
    assert code == 1
    assert "读不出来" in complaint


def test_the_data_folder_may_come_from_the_environment(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("INSPECTOR_DATA", str(folder))
    assert main(["fill", str(answers(tmp_path))]) == 0
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == lines[1]


def test_check_form(run: Run, tmp_path: Path) -> None:
    assert run("check-form", forms() / f"{FORM}.yaml") == (0, "", "")
    broken = tmp_path / "broken.yaml"
    broken.write_text("form: broken\nversion: '1'\n", "utf-8")
    code, printed, _ = run("check-form", broken)
    assert code == 1
    assert all(line.startswith(f"{broken}:") or str(broken.name) in line for line in printed.splitlines())
    assert printed


def test_check_form_as_a_table(run: Run, tmp_path: Path) -> None:
    scenarios = forms() / "scenarios"
    asked = (scenarios / "s15-online-business.yaml", forms() / f"{FORM}.yaml", scenarios / "s05-bill-dispute.yaml")
    code, printed, _ = run("check-form", "--table", *asked)
    heading, first, second = (line.split("\t") for line in printed.splitlines())
    assert (code, len(heading), first[:5]) == (0, 9, ["S05", "电费争议、表计异常", "hall", "是", "7/14"])
    assert first[5].startswith("T0 (T1) T2")
    assert "MV-04 T4→T7 business_case；MV-06 T0→T8" in first[6]
    assert first[7:] == ["S05-05 meter_check；S05-05 meter_anomaly", "V-03；V-06"]
    assert second[:7] == ["S15", "线上一网通办", "online", "否", "8/4", "O0 O1 O3", "MO-02 O0→O1；MO-04 O0→O3 ≤600 s"]
    broken = tmp_path / "broken.yaml"
    broken.write_text("form: broken\nversion: '1'\n", "utf-8")
    code, printed, _ = run("check-form", "--table", broken, asked[0])
    assert code == 1
    assert "S15" not in printed


def test_check_form_of_a_scheme(run: Run, tmp_path: Path) -> None:
    assert run("check-form", *sorted((forms() / "schemes").glob("*.yaml"))) == (0, "", "")
    scheme = tmp_path / "default.yaml"
    text = (forms() / "schemes" / "default.yaml").read_text("utf-8")
    scheme.write_text(text.replace("{to: 4, when:", "{to: 6, when:"), "utf-8")
    code, printed, _ = run("check-form", scheme)
    assert (code, len(printed.splitlines())) == (1, 1)
    assert ": F227: 没有 6 这一级" in printed


@pytest.mark.parametrize("arguments", [["nonsense"], ["rate"], ["report", "1"], ["fill"], ["check-form"]])
def test_a_command_that_makes_no_sense_exits_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err


HEADLESS = """
import sys
from inspector.cli import main
data, answers, pdf = sys.argv[1:]
codes = [
    main(["--data", data, "fill", answers]),
    main(["--data", data, "rate", "1"]),
    main(["--data", data, "report", "1", "--out", pdf]),
    main(["--data", data, "list"]),
]
print(codes, sorted(name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))))
"""


def test_from_the_form_to_the_paper_without_qt(folder: Path, tmp_path: Path) -> None:
    given = [folder, answers(tmp_path), tmp_path / "报告.pdf"]
    done = subprocess.run([sys.executable, "-c", HEADLESS, *map(str, given)], capture_output=True, check=False)
    assert done.stderr.decode() == ""
    assert done.stdout.decode().splitlines()[-1] == "[0, 0, 0, 0] []"
    assert given[2].read_bytes().startswith(b"%PDF-")


def test_a_reader_that_goes_away_is_no_trouble(folder: Path, tmp_path: Path) -> None:
    many = json.loads(answers(tmp_path).read_text("utf-8"))["inspections"] * 3
    (tmp_path / "many.json").write_text(json.dumps({"inspections": many}), "utf-8")
    main(["--data", str(folder), "fill", str(tmp_path / "many.json")])
    reader, writer = os.pipe()
    os.close(reader)
    script = "import sys; from inspector.cli import main; code = main(sys.argv[1:]); sys.stdout.flush(); sys.exit(code)"
    done = subprocess.run(
        [sys.executable, "-u", "-c", script, "--data", str(folder), "list"],
        stdout=writer, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")
