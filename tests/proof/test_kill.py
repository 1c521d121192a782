"""kill -9 in the middle of filling in: nothing that was acknowledged is lost, nothing is there by half."""

import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from inspector.actions.desk import Desk
from inspector.inspection.change import Change, answer_from_plain
from inspector.inspection.inspection import Inspection

MODULE = "tests.proof.filling_child"
ROOT = Path(__file__).parents[2]


@dataclass
class Outcome:
    """What one kill left behind."""

    acknowledged: int
    lost: int
    half: int
    integrity: str


def kill_once(folder: Path, seed: int) -> tuple[str, list[dict[str, Any]]]:
    """Let a child fill in, kill it at some moment; return the inspection and every change it acknowledged."""
    chance = random.Random(seed)
    child = subprocess.Popen([sys.executable, "-m", MODULE, str(folder), str(seed)], stdout=subprocess.PIPE, cwd=ROOT)
    assert child.stdout is not None
    try:
        lines = [child.stdout.readline() for _line in range(chance.randrange(2, 150))]
        # An odd few microseconds more, so that the kill falls anywhere between two answers, not only just after one.
        select.select([], [], [], chance.random() / 200)
    finally:
        os.kill(child.pid, signal.SIGKILL)
        rest = child.stdout.read().split(b"\n")
        child.stdout.close()
        child.wait()
    # The last line may be torn: it was never read as an acknowledgement.
    told = [json.loads(line) for line in [*lines, *rest[:-1]] if line.strip()]
    assert child.returncode == -signal.SIGKILL
    return told[0]["inspection"], told[1:]


def replayed(journal: list[Change]) -> dict[tuple[str, str], Any]:
    entries: dict[tuple[str, str], Any] = {("fact", "has_ramp"): True}
    for change in journal:
        if change.after is None:
            entries.pop((change.kind, change.key), None)
        else:
            entries[change.kind, change.key] = change.after
    return entries


def state_of(inspection: Inspection, entries: dict[tuple[str, str], Any]) -> bool:
    """Return whether an inspection as opened is what its journal says."""
    answers = {key: answer_from_plain(plain) for (kind, key), plain in entries.items() if kind == "answer"}
    facts = {key: plain for (kind, key), plain in entries.items() if kind == "fact"}
    heads = {key: plain for (kind, key), plain in entries.items() if kind == "head"}
    head = inspection.head.plain()
    return inspection.answers == answers and inspection.facts == facts and all(head[k] == v for k, v in heads.items())


def kill_and_look(folder: Path, seed: int) -> Outcome:
    id_, told = kill_once(folder, seed)
    desk = Desk.at(folder)
    try:
        integrity = desk.database.rows("pragma integrity_check")[0][0]
        journal = desk.inspections.journal(id_)
        known = {change.seq: change for change in journal}
        lost = sum(
            one["seq"] not in known
            or (known[one["seq"]].kind, known[one["seq"]].key, known[one["seq"]].after)
            != (one["kind"], one["key"], one["after"])
            for one in told
        )
        again = desk.open(id_)
        whole = state_of(again.inspection, replayed(journal)) and again.inspection.seq == (
            journal[-1].seq if journal else 0
        )
        last = [change.key for change in journal if change.kind == "answer"]
        stands = again.inspection.last_item == (last[-1] if last else "")
        later = len(journal) - len(told)
        assert 0 <= later <= 1, "at most one change was saved whose acknowledgement was still on its way"
        again.note("SG-01", f"接着检查 {seed}")
        return Outcome(len(told), lost, int(not (whole and stands)), integrity)
    finally:
        desk.close()


def test_three_kills_lose_nothing(folder: Path) -> None:
    outcomes = [kill_and_look(folder, seed) for seed in range(3)]
    assert sum(one.acknowledged for one in outcomes) > 0
    assert [(one.lost, one.half, one.integrity) for one in outcomes] == [(0, 0, "ok")] * 3


@pytest.mark.proof
def test_a_hundred_kills(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "clean")
    outcomes = []
    for seed in range(1000, 1100):
        if seed % 20 == 0:
            shutil.rmtree(folder)
            shutil.copytree(tmp_path / "clean", folder)
        outcomes.append(kill_and_look(folder, seed))
    acknowledged, lost = sum(one.acknowledged for one in outcomes), sum(one.lost for one in outcomes)
    half, sound = sum(one.half for one in outcomes), sum(one.integrity == "ok" for one in outcomes)
    print(
        f"\nkill -9: {len(outcomes)} kills, {acknowledged} acknowledged, {lost} lost, {half} half states,"
        f" integrity ok {sound}"
    )
    assert (lost, half, sound) == (0, 0, 100)
