"""From a key to the disk and the repainted card, against one raw commit of the same durability."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.measuring import Pair, milliseconds, told

TAPS = 120


def tap() -> list[str]:
    """Return the lines for a tap as the disk is, and with a flush of 30 ms."""
    plain = _child({})
    lines = [told("tap -> durable + repaint / raw WAL-FULL commit", plain, "<= 4")]
    compiler = shutil.which("cc")
    if compiler is None:
        return [*lines, "tap with a 30 ms flush: no C compiler here to inject it with"]
    with tempfile.TemporaryDirectory() as folder:
        shim = Path(folder) / "slow_flush.so"
        source = Path(__file__).with_name("slow_flush.c")
        subprocess.run([compiler, "-shared", "-fPIC", "-o", str(shim), str(source), "-ldl"], check=True)
        slow = _child({"LD_PRELOAD": str(shim)})
    return [*lines, told("the same with a flush of 30 ms", slow, "<= 50 ms")]


def _child(more: dict[str, str]) -> Pair:
    command = [sys.executable, "-m", "tests.bench.tapping"]
    result = subprocess.run(command, env={**os.environ, **more}, capture_output=True, text=True, check=True)
    ours, floor = map(float, result.stdout.split())
    return Pair(ours, floor)


def measure() -> tuple[float, float]:
    """Return the medians of a tap in the real window and of a raw commit, in turn on the same disk."""
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

        def commit() -> None:
            raw.execute("insert into t (b) values ('符合')")

        def press() -> None:
            QTest.keyClick(window, Qt.Key.Key_1)
            page.repaint()
            app.processEvents()

        taps, commits = [], []
        for _ in range(TAPS):
            taps.append(milliseconds(press))
            commits.append(milliseconds(commit))
        recorded = page.inspecting.inspection.answers
        if len(recorded) < TAPS:
            raise RuntimeError(f"only {len(recorded)} of {TAPS} taps were recorded")
        window.close()
        return statistics.median(taps), statistics.median(commits)


if __name__ == "__main__":
    print(*measure())
