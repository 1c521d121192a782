"""A hundred thousand random events at the real window: no crash, no warning, and the disk is what the screen shows."""

import os
import random
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inspector.actions.desk import Desk
from inspector.inspection.hall import Inspector
from inspector.inspection.inspection import Head
from inspector.ui import pages as _pages  # noqa: F401 - every page is there to be kept to the house
from tests.conftest import FORM, HALL, SCENARIO, Ticking
from tests.proof.monkey import Answers, Monkey, keep_to_the_house, memory, settle
from tests.vault.pictures import bomb, photo, taken

# What only the platform without a screen says.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
EVENTS = int(os.environ.get("INSPECTOR_MONKEY_EVENTS", "100000"))
SEED = int(os.environ.get("INSPECTOR_MONKEY_SEED", "1"))
SAMPLE, EVERY = 1_200, 400
MOST_GROWTH = 60  # megabytes in the second half: pages are kept once made, and what they show grows with the data


def files(folder: Path) -> list[Path]:
    folder.mkdir()
    contents = {
        "good.jpg": taken(), "other.jpg": photo(shade=9), "rubbish.jpg": b"rubbish" * 40, "empty.png": b"",
        "bomb.png": bomb(), "words.txt": "不是照片".encode(), "list.csv": "编码,名称\nZZ01,新营业厅\n".encode(),
        "sound.mp3": b"ID3" + bytes(200), "form.yaml": b"kind: form\n",
    }  # fmt: skip
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    (folder / "a folder").mkdir()
    (folder / "a folder" / "in.jpg").write_bytes(photo(shade=3))
    return sorted(folder.iterdir())


def prepare(folder: Path) -> None:
    desk = Desk.at(folder, Ticking())
    desk.keep_hall(HALL)
    desk.keep_inspector(Inspector("D01", "李明"))
    desk.keep_inspector(Inspector("D02", "王芳"))
    desk.set("inspector", "D01")
    desk.start(FORM, Head(HALL, inspectors=(Inspector("D01", "李明"),)))
    desk.start("signage", Head(HALL)).note("SG-01", "还没写完")
    desk.start(SCENARIO, Head(HALL, inspectors=(Inspector("S-07", "S-07"),)))
    desk.close()


def run(
    folder: Path, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, events: int, seed: int
) -> tuple[Monkey, list[float]]:
    """Let the monkey act; return it with the memory at every tenth of the way."""
    prepare(folder)
    given, out = files(tmp_path / "files"), tmp_path / "out"
    out.mkdir()
    monkey = Monkey(qapp, folder, given, seed)
    keep_to_the_house(monkeypatch, Answers(random.Random(seed), given, out))
    monkeypatch.setattr(sys, "excepthook", monkey.note_fault)
    told: list[float] = []
    for number in range(events):
        try:
            monkey.act()
        except Exception as fault:  # noqa: BLE001 - taken down with the rest
            monkey.note_fault(type(fault), fault, fault.__traceback__)
        if number % EVERY == EVERY - 1:
            monkey.look()
        if number % (events // 10) == 0:
            told.append(memory())
        if monkey.faults:
            monkey.faults = [f"event {number}: {fault}" for fault in monkey.faults]
            break
    monkey.look()
    monkey.window.close()
    monkey.window.tools.desk.close()
    settle(qapp)
    return monkey, [*told, memory()]


def test_a_sample_of_random_events(
    folder: Path, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkey, _memory = run(folder, tmp_path, qapp, monkeypatch, SAMPLE, SEED)
    assert monkey.faults == []
    assert len(monkey.acts) > 8


@pytest.mark.proof
def test_a_hundred_thousand_random_events(
    folder: Path, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = time.monotonic()
    monkey, told = run(folder, tmp_path, qapp, monkeypatch, EVENTS, SEED)
    done, spent = sum(monkey.acts.values()), time.monotonic() - began
    print(f"\nmonkey: {done} events in {spent:.0f} s, seed {SEED}, window opened {monkey.opened} times,", end=" ")
    print(f"{len(monkey.faults)} faults; megabytes at every tenth: {', '.join(f'{one:.0f}' for one in told)}")
    print(f"  {dict(monkey.acts.most_common())}", *monkey.faults, sep="\n  ")
    assert monkey.faults == []
    assert told[-1] - told[5] < MOST_GROWTH
