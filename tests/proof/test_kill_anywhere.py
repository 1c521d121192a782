"""kill -9 in the middle of whatever writes: filling, attaching, sealing, backing up, locking, upgrading."""

import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from inspector.actions.desk import Desk
from inspector.actions.verifying import verify as verify_seals
from inspector.exchange.restoring import look_into
from inspector.paths import apart_from
from inspector.store.copies import verify
from inspector.store.database import FILE
from inspector.vault.vault import Vault
from tests.proof.working_child import let_in

MODULE = "tests.proof.working_child"
ROOT = Path(__file__).parents[2]
KILLS, FRESH = 500, 20


def kill_once(place: Path, seed: int) -> tuple[str, list[dict[str, Any]]]:
    """Let a child work, kill it at some moment; return the act that was cut off and what was told to be done."""
    chance = random.Random(seed)
    child = subprocess.Popen([sys.executable, "-m", MODULE, str(place), str(seed)], stdout=subprocess.PIPE, cwd=ROOT)
    assert child.stdout is not None
    try:
        lines = [child.stdout.readline() for _line in range(chance.randrange(1, 40))]
        select.select([], [], [], chance.random() / 12)
    finally:
        os.kill(child.pid, signal.SIGKILL)
        rest = child.stdout.read().split(b"\n")
        child.stdout.close()
        child.wait()
    told = [json.loads(line) for line in [*lines, *rest[:-1]] if line.strip()]
    assert child.returncode == -signal.SIGKILL, told
    cut = told[-1].get("begun", "between") if told else "opening"
    return cut, [one for one in told if "act" in one]


def missing(place: Path, told: list[dict[str, Any]]) -> list[str]:
    """Return everything acknowledged that is not there, and everything that is there by half."""
    folder = place / "data"
    let_in(folder)
    verify(folder / FILE)
    desk = Desk.at(folder)
    try:
        faults = [fault for one in told for fault in _lost(desk, one)]
        faults += [f"draft {one.id} does not open" for one in desk.drafts() if not desk.open(one.id).inspection.form]
        vault = desk.vault
        originals = [path for path in vault.files() if "copies" not in path.parts]
        faults += [f"photo {path.name} by half" for path in originals if vault.state(path.name) != "ok"]
    finally:
        desk.close()
    faults += verify_seals(folder).doubts
    return faults + _old_ones(place)


def _lost(desk: Desk, one: dict[str, Any]) -> list[str]:
    lost = []
    if "seq" in one:
        journal = {change.seq: change for change in desk.inspections.journal(one["inspection"])}
        lost += [] if one["seq"] in journal or not one["seq"] else [f"change {one}"]
    if "photo" in one and Vault(desk.folder / "vault").state(one["photo"]) != "ok":
        lost.append(f"photo {one}")
    if "sealed" in one:
        seal = desk.seal_of(one["inspection"])
        lost += [] if seal and seal.sha256 == one["sealed"] else [f"seal {one}"]
    if "backup" in one and Path(one["backup"]).exists() and (trouble := look_into(Path(one["backup"])).trouble):
        lost.append(f"backup {trouble}")
    return lost


def _old_ones(place: Path) -> list[str]:
    """Open every older release's folder, whether its upgrade was cut off or not."""
    faults = []
    for old in [path for path in place.glob("old-*") if not path.suffix]:
        if (old / FILE).exists():
            desk = Desk.at(old)
            faults += [] if len(desk.headers()) == 2 else [f"{old.name} lost its inspections"]
            desk.close()
            verify(old / FILE)
        shutil.rmtree(old)
        shutil.rmtree(apart_from(old), ignore_errors=True)
    return faults


def begin_anew(place: Path, clean: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(clean, place / "data")
    (place / "disk").mkdir()


def test_a_few_kills_lose_nothing(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    begin_anew(place, folder)
    acknowledged = 0
    for seed in range(3):
        _cut, told = kill_once(place, seed)
        assert missing(place, told) == []
        acknowledged += len(told)
    assert acknowledged > 0


@pytest.mark.proof
def test_five_hundred_kills(folder: Path, tmp_path: Path) -> None:
    place, cuts, acknowledged, faults = tmp_path / "place", Counter[str](), Counter[str](), []
    for seed in range(KILLS):
        if seed % FRESH == 0:
            begin_anew(place, folder)
        cut, told = kill_once(place, 5000 + seed)
        cuts[cut] += 1
        acknowledged.update(one["act"] for one in told)
        faults += [f"{seed} ({cut}): {fault}" for fault in missing(place, told)]
    done = sum(acknowledged.values())
    print(f"\nkill -9 anywhere: {KILLS} kills, {done} acts acknowledged, {len(faults)} lost or by half")
    print(f"  cut off in: {dict(cuts.most_common())}\n  acknowledged: {dict(acknowledged.most_common())}")
    assert faults == []
