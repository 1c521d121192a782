"""A laptop with halls and people, its two clocks, and the stopwatch open on it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.ui.stopwatch import StopwatchWindow
from tests.ui.pages.staging import Clock, desk_with_halls
from tests.ui.tapping import Machine, opened, started


@pytest.fixture
def laptop(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


@pytest.fixture
def machine(laptop: Desk) -> Machine:
    assert isinstance(laptop.clock, Clock)
    return Machine(laptop.clock)


@pytest.fixture
def window(laptop: Desk, machine: Machine, qtbot: QtBot) -> StopwatchWindow:
    return opened(started(laptop), machine, qtbot)
