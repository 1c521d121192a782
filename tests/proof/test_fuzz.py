"""Damaged inputs for every reader: a sentence or a result, never a traceback, a hang or a flood of memory."""

import os
import resource
from pathlib import Path

import pytest

from inspector.actions.desk import Desk
from inspector.inspection.inspection import Head
from tests.conftest import HALL, Ticking, conform_to_everything
from tests.proof.fuzzing import told
from tests.proof.readers import readers

SHARE = float(os.environ.get("INSPECTOR_FUZZ", "1"))  # of the full count
SAMPLE, SLOW = 150, 20_000
MOST_MEMORY = 500  # megabytes above what stood before


@pytest.fixture
def sealed(folder: Path) -> Path:
    desk = Desk.at(folder, Ticking())
    inspecting = desk.start("signage", Head(HALL))
    conform_to_everything(inspecting)
    inspecting.finish()
    desk.start("signage", Head(HALL)).note("SG-01", "还没写完")
    desk.close()
    return folder


def test_a_sample_of_damaged_inputs(sealed: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    faults = []
    for reader in readers(sealed, work):
        faults += told(reader, SAMPLE if reader.many > SLOW else SAMPLE // 10, work)[1]
    assert faults == []


@pytest.mark.proof
def test_a_hundred_thousand_damaged_inputs_for_each_reader(sealed: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    faults, before = [], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    for reader in readers(sealed, work):
        line, found = told(reader, max(1, int(reader.many * SHARE)), work)
        print(line, flush=True)
        faults += found
    assert faults == []
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 - before < MOST_MEMORY
