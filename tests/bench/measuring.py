"""Timing two things in turn, so that both see the same weather."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 9


@dataclass(frozen=True)
class Pair:
    """Medians of two things in milliseconds (or megabytes), and their ratio."""

    ours: float
    floor: float

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else float("inf")


def milliseconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def in_turn(ours: Callable[[], float], floor: Callable[[], float], rounds: int = ROUNDS) -> Pair:
    """Run both in turn after a warm-up of each; return the medians."""
    ours(), floor()
    pairs = [(ours(), floor()) for _ in range(rounds)]
    return Pair(statistics.median(one for one, _ in pairs), statistics.median(one for _, one in pairs))


def process(source: str, *arguments: str) -> tuple[float, float]:
    """Run Python source as a process of its own; return (milliseconds, peak megabytes)."""
    command = [sys.executable, "-c", source, *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": tempfile.gettempdir()}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program in use has its bytecode
    began = time.perf_counter()
    child = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(child.pid, 0)
    spent = (time.perf_counter() - began) * 1000
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"the process ended with {child.returncode}")
    return spent, usage.ru_maxrss / 1024


def told(what: str, pair: Pair, goal: str, unit: str = "ms") -> str:
    """Return one line of the table."""
    return f"{what:<46} {pair.ours:9.2f} {pair.floor:9.2f} {unit:<3} ×{pair.ratio:<6.2f} goal {goal}"
