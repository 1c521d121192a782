"""Many reports at once on two cores against Typst, the memory each process takes, and one report from a cold start."""

import importlib.util
import os
import pickle
import subprocess
import sys
import tempfile
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import pypdfium2

from inspector.actions.crew import SPAWNING, Crew
from inspector.actions.desk import Desk
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Head
from inspector.report.content import ReportContent
from inspector.report.order import Order
from inspector.report.profiles import FULL
from tests.bench.measuring import Pair, in_turn, milliseconds, process, told
from tests.bench.others import by_typst
from tests.bench.paper import photographed
from tests.bench.typeset import another, missing
from tests.report.sample_content import full

BATCH, CORES, ROUNDS = 200, 2, 2
FAILING = 30
OURS = """
import pickle, sys
from pathlib import Path
from inspector.report.pdf import write_report
content = pickle.loads(Path(sys.argv[1]).read_bytes())
write_report(content, Path(sys.argv[2]))
"""
TYPST = """
import pickle, sys
from pathlib import Path
from tests.bench.others import by_typst
content = pickle.loads(Path(sys.argv[1]).read_bytes())
by_typst(content, Path(sys.argv[2]), ["a-3a"])
"""


def crowds() -> list[str]:
    """Return the lines."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        typst = bool(importlib.util.find_spec("typst"))
        many = [*_batch(folder), *_memory(folder)] if typst else [missing("Typst")]
        return [*many, _cold(folder)]


def _batch(folder: Path) -> list[str]:
    content = full(folder)
    contents = [another(content, number) for number in range(BATCH)]
    pair = in_turn(
        lambda: milliseconds(lambda: _by_crew(contents, folder)) / 1000,
        lambda: milliseconds(lambda: _by_typsts(contents, folder)) / 1000,
        rounds=ROUNDS,
    )
    speed = Pair(BATCH / pair.ours, BATCH / pair.floor)
    pages = [len(pypdfium2.PdfDocument(folder / f"{who}-0.pdf")) for who in ("ours", "typst")]
    return [
        told(f"reports a second, batch of {BATCH} on {CORES} cores / Typst", speed, ">= 1.1", "/s"),
        f"    {pages[0]} and {pages[1]} pages each, tagged PDF/A-3",
    ]


def _by_crew(contents: list[ReportContent], folder: Path) -> None:
    """Set all of them as the program does."""
    with patch("os.cpu_count", lambda: CORES), Crew(len(contents), alone=False) as crew:
        under_way: set[Future[str]] = set()
        for number, content in enumerate(contents):
            if len(under_way) >= crew.room:
                done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                _check(done)
            under_way.add(crew.give(Order(content, folder / f"ours-{number}.pdf", FULL)))
        _check(wait(under_way).done)


def _check(done: set[Future[str]]) -> None:
    for future in done:
        if future.result():
            raise RuntimeError(future.result())


def _by_typsts(contents: list[ReportContent], folder: Path) -> None:
    """Set all of them by as many processes, a single thread each as ours have."""
    with patch.dict(os.environ, {"RAYON_NUM_THREADS": "1"}), ProcessPoolExecutor(CORES, SPAWNING) as pool:
        targets = (folder / f"typst-{number}.pdf" for number in range(len(contents)))
        for _done in pool.map(by_typst, contents, targets, [["a-3a"]] * len(contents)):
            pass


def _memory(folder: Path) -> list[str]:
    lines = []
    for what, content, goal in (
        ("one report of 76 pages", photographed(folder), "<= 0.5"),
        ("a report of the batch", full(folder), "–"),
    ):
        told_in, target = folder / "content.pickle", str(folder / "memory.pdf")
        told_in.write_bytes(pickle.dumps(content))
        peak = [process(source, str(told_in), target)[1] for source in (OURS, TYPST)]
        lines.append(told(f"peak memory, {what} / Typst", Pair(*peak), goal, "MB"))
    return lines


def _cold(folder: Path) -> str:
    """Return the line for one report of an audit, from the start of the process to the file."""
    data, target = folder / "data", folder / "cold.pdf"
    id_ = _audited(data)
    command = [sys.executable, "-m", "inspector", "--data", str(data), "report", id_, "--out", str(target)]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

    def run(arguments: list[str]) -> float:
        return milliseconds(lambda: subprocess.run(arguments, check=True, env=environment, stdout=subprocess.DEVNULL))

    pair = in_turn(lambda: run(command), lambda: run([sys.executable, "-c", "pass"]))
    pages = len(pypdfium2.PdfDocument(target))
    return told(f"report of {pages} pages, cold / an empty process", pair, "<= 600 ms")


def _audited(data: Path) -> str:
    """Return the id of a sealed audit with findings."""
    desk = Desk.at(data, clock=lambda: datetime(2026, 3, 26, 9, 0, tzinfo=UTC))
    inspecting = desk.start("hall-open-audit", Head(Hall("BJ01", "滨江供电营业厅", hall_class="B")))
    for number, item in enumerate(inspecting.inspection.form.order):
        if not inspecting.inspection.asked(item):
            continue
        if number < FAILING:
            inspecting.put(item, Answer(Verdict.FAIL, note="现场看到与要求不符"))
        else:
            inspecting.judge(item, Verdict.CONFORM)
    inspecting.finish()
    desk.close()
    return inspecting.inspection.id
