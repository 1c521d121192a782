"""From a key to the disk and the repainted card, against one raw commit of the same durability."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.measuring import Pair, milliseconds, told

TAPS = 50


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
    stay, followed, scrolling, move, floor = figures
    return [
        told(f"tap -> durable + repaint / raw commit{how}", Pair(stay, floor), goal),
        told(f"the same, star and rail followed{how}", Pair(followed, floor), "–"),
        told(f"the same, while the last step scrolls{how}", Pair(scrolling, floor), "–"),
        told(f"the same, next item opened too{how}", Pair(move, floor), "–"),
    ]


def _child(more: dict[str, str]) -> tuple[float, ...]:
    command = [sys.executable, "-m", "tests.bench.tapping"]
    result = subprocess.run(command, env={**os.environ, **more}, capture_output=True, text=True, check=True)
    return tuple(map(float, result.stdout.split()))


class _Person:
    """Taps 符合 down the form, and makes a raw commit on the same disk after every tap.

    What a tap costs ends with the repaint. Counts and star follow after a pause; their cost is told with the tap's,
    without the pause. A person steps on before most taps: at rest that step has been drawn, else it still scrolls.
    """

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from inspector.store.driver import connect
        from tests.bench.windows import audit_window

        self.app = QApplication([])
        self.window, self.page = audit_window(self.app, folder, "hall-open-audit")
        self.raw = connect(folder / "raw.db")
        self.raw.execute("pragma journal_mode = wal")
        self.raw.execute("create table t (a integer primary key, b text)")
        self.commits: list[float] = []

    def tap(self) -> tuple[float, float]:
        """Tap and commit; return what the tap took, and what it took until counts and star had followed."""
        tap = milliseconds(lambda: (self._press("1"), self.app.processEvents()))
        self.commits.append(milliseconds(lambda: self.raw.execute("insert into t (b) values ('符合')")))
        return tap, tap + milliseconds(lambda: (self.page.standing.catch_up(), self.app.processEvents()))

    def step(self) -> None:
        """Step on; the scrolling is still to come."""
        self._press("Down")
        self.app.processEvents()

    def rest(self) -> None:
        """Stand at the next unanswered item, everything drawn."""
        from inspector.inspection.progress import next_unanswered

        self.page.open_item(next_unanswered(self.page.inspection, self.page.item), at_once=True)
        for _ in range(3):
            self.app.processEvents()

    def _press(self, key: str) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.keyClick(self.page, Qt.Key[f"Key_{key}"])


def measure() -> tuple[float, ...]:
    """Return the medians of the four taps and of a raw commit."""
    with tempfile.TemporaryDirectory() as folder:
        person = _Person(Path(folder))
        person.window.tools.desk.set("auto_next", "no")
        still, scrolling = [], []
        for _ in range(TAPS):
            person.rest()
            still.append(person.tap())
        for _ in range(TAPS):
            person.step()
            scrolling.append(person.tap()[0])
        person.window.tools.desk.set("auto_next", "yes")
        person.rest()
        moving = [person.tap()[0] for _ in range(TAPS)]
        recorded = len(person.page.inspecting.inspection.answers)
        if recorded < len(person.commits):
            raise RuntimeError(f"only {recorded} of {len(person.commits)} taps were recorded")
        person.window.close()
        taps = ([tap for tap, _ in still], [followed for _, followed in still], scrolling, moving, person.commits)
        return tuple(map(statistics.median, taps))


if __name__ == "__main__":
    print(*measure())
