"""From a key to the disk and the repainted card, against one raw commit of the same durability."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.measuring import Pair, milliseconds, told

TAPS = 70


def tap() -> list[str]:
    """Return the lines for a tap as the disk is, and with a flush of 30 ms."""
    lines = _lines(_child({}), "", "<= 4")
    compiler = shutil.which("cc")
    if compiler is None:
        return [*lines, "tap with a 30 ms flush: no C compiler here to inject it with"]
    with tempfile.TemporaryDirectory() as folder:
        shim = Path(folder) / "slow_flush.so"
        source = Path(__file__).with_name("slow_flush.c")
        subprocess.run([compiler, "-shared", "-fPIC", "-o", str(shim), str(source), "-ldl"], check=True)
        slow = _child({"LD_PRELOAD": str(shim)})
    return [*lines, *_lines(slow, ", 30 ms flush", "<= 50 ms")]


def _lines(figures: tuple[float, ...], how: str, goal: str) -> list[str]:
    stay, move, floor = figures
    return [
        told(f"tap -> durable + repaint / raw commit{how}", Pair(stay, floor), goal),
        told(f"the same, next item opened too{how}", Pair(move, floor), "–"),
    ]


def _child(more: dict[str, str]) -> tuple[float, ...]:
    command = [sys.executable, "-m", "tests.bench.tapping"]
    result = subprocess.run(command, env={**os.environ, **more}, capture_output=True, text=True, check=True)
    return tuple(map(float, result.stdout.split()))


def measure() -> tuple[float, float, float]:
    """Return the medians of a tap, of a tap that opens the next item, and of a raw commit, in turn on the same disk."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from inspector.store.driver import connect
    from tests.bench.windows import audit_window

    with tempfile.TemporaryDirectory() as folder:
        app = QApplication([])
        window, page = audit_window(app, Path(folder), "hall-open-audit")
        raw = connect(Path(folder) / "raw.db")
        raw.execute("pragma journal_mode = wal")
        raw.execute("create table t (a integer primary key, b text)")
        taps: dict[str, list[float]] = {"no": [], "yes": []}
        commits = []
        for moves_on, spent in taps.items():
            window.tools.desk.set("auto_next", moves_on)
            for _ in range(TAPS):
                spent.append(milliseconds(lambda: (QTest.keyClick(page, Qt.Key.Key_1), app.processEvents())))
                commits.append(milliseconds(lambda: raw.execute("insert into t (b) values ('符合')")))
                if moves_on == "no":
                    QTest.keyClick(page, Qt.Key.Key_Down)
                    app.processEvents()
        recorded = len(page.inspecting.inspection.answers)
        if recorded < 2 * TAPS:
            raise RuntimeError(f"only {recorded} of {2 * TAPS} taps were recorded")
        window.close()
        return statistics.median(taps["no"]), statistics.median(taps["yes"]), statistics.median(commits)


if __name__ == "__main__":
    print(*measure())
