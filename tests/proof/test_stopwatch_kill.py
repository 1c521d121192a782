"""Ten taps in two seconds, then kill -9: every moment that showed its tick is in the data file, in order."""

import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from inspector.actions.desk import Desk
from inspector.form.scenario import MARKS

MODULE = "tests.proof.stopwatch_child"
ROOT = Path(__file__).parents[2]
TAPS, EVERY = 10, 0.18
TEN = [*MARKS[:9], "R0"]

Told = list[dict[str, Any]]


@contextmanager
def child(folder: Path, every: int, **surroundings: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the stopwatch in a process of its own, and kill it at the end, whatever happened."""
    process = subprocess.Popen(
        [sys.executable, "-m", MODULE, str(folder), str(every)],
        stdout=subprocess.PIPE,
        bufsize=0,  # what waits in a buffer is not seen by select
        cwd=ROOT,
        env={**os.environ, **surroundings},
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def heard(process: subprocess.Popen[bytes], count: int, seconds: float = 30.0) -> Told:
    """Read so many lines, as fast as they come."""
    assert process.stdout is not None
    lines, ends = [], time.monotonic() + seconds
    while len(lines) < count:
        assert select.select([process.stdout], [], [], ends - time.monotonic())[0], f"only {len(lines)} told"
        lines.append(json.loads(process.stdout.readline()))
    return lines


def rest(process: subprocess.Popen[bytes]) -> Told:
    """Kill it and read what it had still said; a torn line was never an acknowledgement."""
    assert process.stdout is not None
    process.kill()
    told = [json.loads(line) for line in process.stdout.read().split(b"\n")[:-1]]
    process.wait()
    assert process.returncode == -signal.SIGKILL
    return told


def kept(folder: Path, id_: str) -> Told:
    """Return the moments in the data file after looking at its soundness."""
    desk = Desk.at(folder)
    try:
        assert desk.database.rows("pragma integrity_check")[0][0] == "ok"
        visit = desk.open(id_).inspection.head.visit
        assert visit is not None
        journal = [change.field for change in desk.inspections.journal(id_)]
        assert journal == [f"mark:{mark.key}" for mark in visit.marks]
        return [mark.plain() for mark in visit.marks]
    finally:
        desk.close()


def tap_and_kill(
    folder: Path, taps: int, tap: Callable[[int], None] | None = None, pause: float = 0.0, **surroundings: str
) -> tuple[Told, Told]:
    """Let it be tapped, kill it a pause after so many acknowledgements; return what it told and what was kept."""
    with child(folder, 0 if tap else int(EVERY * 1000), **surroundings) as process:
        (opening,) = heard(process, 1)
        if tap:
            tap(opening["window"])
        told = heard(process, taps)
        select.select([], [], [], pause)
        told += rest(process)
    return told, kept(folder, opening["inspection"])


def in_order(marks: Told) -> bool:
    return all(first["steady"] <= second["steady"] for first, second in pairwise(marks))


def test_ten_taps_in_two_seconds_survive_kill_9(folder: Path) -> None:
    told, marks = tap_and_kill(folder, TAPS, QT_QPA_PLATFORM="offscreen")
    assert marks[: len(told)] == told
    assert [mark["key"] for mark in marks[:TAPS]] == TEN
    assert marks[TAPS - 1]["steady"] - marks[0]["steady"] < 2000
    assert in_order(marks)


@pytest.mark.proof
def test_thirty_kills_at_any_moment_lose_nothing(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "clean")
    acknowledged = 0
    for seed in range(30):
        shutil.rmtree(folder)
        shutil.copytree(tmp_path / "clean", folder)
        chance = random.Random(seed)
        taps, pause = chance.randrange(1, TAPS), chance.uniform(0, EVERY)  # anywhere between two taps
        told, marks = tap_and_kill(folder, taps, pause=pause, QT_QPA_PLATFORM="offscreen")
        assert marks[: len(told)] == told
        assert len(marks) - len(told) <= 1, "at most one was saved whose acknowledgement was still on its way"
        assert in_order(marks)
        acknowledged += len(told)
    print(f"\nstopwatch: 30 kills, {acknowledged} moments acknowledged, 0 lost")


@contextmanager
def display() -> Iterator[str]:
    """Run a display without a screen."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        assert select.select([read], [], [], 20)[0], "no display"
        yield f":{os.read(read, 16).decode().strip()}"
    finally:
        os.close(read)
        server.terminate()
        server.wait()


@pytest.mark.proof
@pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool")
def test_ten_hotkeys_of_a_real_keyboard_in_two_seconds_survive_kill_9(folder: Path) -> None:
    with display() as screen:
        place = {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}

        def tap(window: int) -> None:
            focus = ["xdotool", "windowfocus", "--sync", str(window)]
            subprocess.run(focus, check=True, env={**os.environ, **place}, timeout=20)
            keys = ["0", "1", "space", "3", "space", "5", "6", "7", "space", "space"]
            typed = ["xdotool", "key", "--delay", str(int(EVERY * 1000)), *keys]
            subprocess.run(typed, check=True, env={**os.environ, **place}, timeout=20)

        told, marks = tap_and_kill(folder, TAPS, tap, **place)
    took = marks[-1]["steady"] - marks[0]["steady"]
    assert marks == told
    assert [mark["key"] for mark in marks] == TEN
    assert took < 2000
    assert in_order(marks)
    print(f"\nstopwatch under a real keyboard: {len(told)} taps in {took} ms, all kept")
