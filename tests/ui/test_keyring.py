"""The system's keyring as a person meets it: one tick in the settings, and a window that opens by itself, once."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.exchange.converting import begin_locking, convert
from inspector.lock.keys import forget, new_lock, read_lock, unlocked
from inspector.ui.jobs import Jobs
from inspector.ui.lock_window import LockWindow, let_in
from inspector.ui.pages.settings.lock_tab import LockTab
from tests.conftest import Ticking
from tests.lock.drawer import Drawer
from tests.ui.pages.settings_acts import settings
from tests.ui.pages.staging import OFFSCREEN, press

pytestmark = [pytest.mark.qt_log_ignore(OFFSCREEN), pytest.mark.usefixtures("quick_lock")]


def test_the_first_window_opens_by_itself_and_a_locked_one_asks(
    drawer: Drawer, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    Desk.at(folder, Ticking()).close()
    begin_locking(folder, new_lock("春天的营业厅很安静")[0])
    convert(folder)
    desk = Desk.at(folder, Ticking())
    tab = settings(desk, qtbot, "lock").tab
    assert isinstance(tab, LockTab)
    assert tab.ring_row.isVisible()
    press(qtbot, tab.ring)
    desk.close()
    lock = read_lock(folder)
    assert lock is not None
    asked = []
    monkeypatch.setattr(LockWindow, "exec", lambda window: asked.append(window) or LockWindow.DialogCode.Rejected)
    forget(lock)
    assert let_in(folder, Jobs(inline=True), ask=False)
    assert asked == []
    forget(lock)
    assert not let_in(folder, Jobs(inline=True))
    assert len(asked) == 1
    assert not unlocked(lock.id)
    assert len(drawer.kept) == 1


def test_where_there_is_no_keyring_none_is_offered(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "data"
    desk = Desk.at(folder, Ticking())
    begin_locking(folder, new_lock("春天的营业厅很安静")[0])
    tab = settings(desk, qtbot, "lock").tab
    assert isinstance(tab, LockTab)
    assert not tab.ring_row.isVisible()
    desk.close()
