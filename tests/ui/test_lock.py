"""The lock as a person meets it: turned on in the settings, asked for before the window, fallen by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.exchange.converting import begin_locking, begin_unlocking, convert
from inspector.inspection.inspection import Head
from inspector.lock.keys import TURNING_OFF, Lock, converting, forget, new_lock, read_lock, unlocked
from inspector.ui.idle_lock import IdleLock
from inspector.ui.jobs import Jobs
from inspector.ui.lock_window import LockWindow, let_in
from inspector.ui.page import Tools
from inspector.ui.pages.settings.lock_tab import LockTab
from tests.conftest import Ticking
from tests.ui.pages.settings_acts import settings
from tests.ui.pages.staging import BINJIANG, OFFSCREEN, heard, press

PASSPHRASE = "春天的营业厅很安静"
pytestmark = [pytest.mark.qt_log_ignore(OFFSCREEN), pytest.mark.usefixtures("quick_lock")]


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.at(tmp_path / "data", Ticking())
    desk.keep_hall(BINJIANG)
    desk.start("signage", Head(BINJIANG)).note("SG-01", "门头完好")
    yield desk
    desk.close()


def locked(desk: Desk) -> Lock:
    """Lock a desk's folder, and let nobody know the key."""
    desk.close()
    begin_locking(desk.folder, new_lock(PASSPHRASE)[0])
    convert(desk.folder)
    lock = read_lock(desk.folder)
    assert lock is not None
    forget(lock)
    return lock


def typed(qtbot: QtBot, window: LockWindow, secret: str) -> None:
    window.secret.edit.selectAll()
    qtbot.keyClicks(window.secret.edit, secret)
    qtbot.keyClick(window.secret.edit, Qt.Key.Key_Return)


class TestSettings:
    def test_turning_it_on_shows_the_recovery_key_once_and_closes_the_window(
        self, on_disk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        page = settings(on_disk, qtbot, "lock")
        tab = page.tab
        assert isinstance(tab, LockTab)
        press(qtbot, tab.on_button)
        for field in tab.new_sheet.fields:
            qtbot.keyClicks(field.edit, "passphrase of ours")
        press(qtbot, tab.new_sheet.yes_button)
        key = tab.recovery_sheet.key.text()
        assert len("".join(key.split()).replace("-", "")) == 32
        assert not tab.recovery_sheet.go_button.isEnabled()
        target = tmp_path / "key.pdf"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
        press(qtbot, tab.recovery_sheet.page_button)
        assert target.read_bytes().startswith(b"%PDF")
        press(qtbot, tab.recovery_sheet.kept)
        assert read_lock(on_disk.folder) is None  # nothing has happened before it was agreed to
        press(qtbot, tab.recovery_sheet.go_button)
        assert converting(on_disk.folder)
        assert not page.window().isVisible()
        assert tab.recovery_sheet.key.text() == ""
        assert all(field.text() == "" for field in tab.new_sheet.fields)

    def test_two_different_passphrases_and_a_short_one_are_told(self, on_disk: Desk, qtbot: QtBot) -> None:
        tab = settings(on_disk, qtbot, "lock").tab
        assert isinstance(tab, LockTab)
        press(qtbot, tab.on_button)
        first, again = tab.new_sheet.fields
        qtbot.keyClicks(first.edit, "short")
        press(qtbot, tab.new_sheet.yes_button)
        assert first.edit.accessibleDescription() == "口令至少 8 个字。"
        qtbot.keyClicks(first.edit, "er than that")
        qtbot.keyClicks(again.edit, "another one")
        press(qtbot, tab.new_sheet.yes_button)
        assert again.edit.accessibleDescription() == "两次输入的口令不一样。"
        assert tab.made is None

    def test_another_passphrase_needs_the_present_one(self, on_disk: Desk, qtbot: QtBot) -> None:
        begin_locking(on_disk.folder, new_lock("passphrase of ours")[0])
        page = settings(on_disk, qtbot, "lock")
        tab, said = page.tab, heard(page, "say")
        assert isinstance(tab, LockTab)
        press(qtbot, tab.change_button)
        for field, text in zip(
            tab.change_sheet.fields, ("guessed wrong", "new passphrase", "new passphrase"), strict=True
        ):
            qtbot.keyClicks(field.edit, text)
        before = read_lock(on_disk.folder)
        press(qtbot, tab.change_sheet.yes_button)
        assert tab.change_sheet.present.edit.accessibleDescription().startswith("口令不对。")
        assert read_lock(on_disk.folder) == before
        tab.change_sheet.present.edit.setText("passphrase of ours")
        press(qtbot, tab.change_sheet.yes_button)
        assert said[-1][:2] == ("good", "口令已更换。")
        assert read_lock(on_disk.folder) != before

    def test_turning_it_off_asks_for_the_passphrase(self, on_disk: Desk, qtbot: QtBot) -> None:
        begin_locking(on_disk.folder, new_lock("passphrase of ours")[0])
        page = settings(on_disk, qtbot, "lock")
        tab = page.tab
        assert isinstance(tab, LockTab)
        press(qtbot, tab.off_button)
        assert tab.end_sheet.fields == (tab.end_sheet.present,)
        qtbot.keyClicks(tab.end_sheet.present.edit, "guessed wrong")
        press(qtbot, tab.end_sheet.yes_button)
        assert tab.end_sheet.present.edit.accessibleDescription().startswith("口令不对。")
        assert page.window().isVisible()
        tab.end_sheet.present.edit.setText("passphrase of ours")
        press(qtbot, tab.end_sheet.yes_button)
        lock = read_lock(on_disk.folder)
        assert lock is not None
        assert lock.state == TURNING_OFF
        assert not page.window().isVisible()


class TestWindow:
    def test_it_opens_by_the_passphrase_only(self, on_disk: Desk, qtbot: QtBot) -> None:
        lock = locked(on_disk)
        window = LockWindow(on_disk.folder, lock, Jobs(inline=True))
        qtbot.addWidget(window)
        window.show()
        typed(qtbot, window, "something else")
        assert window.secret.edit.accessibleDescription().startswith("口令不对。")
        assert window.isVisible()
        window.secret.edit.setText(PASSPHRASE)
        qtbot.keyClick(window.secret.edit, Qt.Key.Key_Return)
        assert window.result() == QDialog.DialogCode.Accepted
        assert unlocked(lock.id)

    def test_whoever_gives_up_is_not_let_in(self, on_disk: Desk, qtbot: QtBot) -> None:
        window = LockWindow(on_disk.folder, locked(on_disk), Jobs(inline=True))
        qtbot.addWidget(window)
        window.show()
        press(qtbot, window.quit_button)
        assert window.result() == QDialog.DialogCode.Rejected

    @pytest.mark.usefixtures("qtbot")
    def test_what_was_turned_on_or_off_is_done_before_the_window_comes(self, on_disk: Desk) -> None:
        on_disk.close()
        begin_locking(on_disk.folder, new_lock(PASSPHRASE)[0])
        assert let_in(on_disk.folder, Jobs(inline=True))
        assert not converting(on_disk.folder)
        begin_unlocking(on_disk.folder)
        assert let_in(on_disk.folder, Jobs(inline=True))
        assert read_lock(on_disk.folder) is None
        desk = Desk.at(on_disk.folder)
        assert desk.open(desk.drafts()[0].id).inspection.answer("SG-01").note == "门头完好"
        desk.close()

    def test_a_folder_without_a_lock_asks_nothing(self, on_disk: Desk) -> None:
        assert let_in(on_disk.folder, Jobs(inline=True))


class TestIdle:
    @pytest.fixture
    def falls(self, on_disk: Desk, qtbot: QtBot) -> Iterator[tuple[IdleLock, list[str], list[float]]]:
        begin_locking(on_disk.folder, new_lock(PASSPHRASE)[0])
        fallen: list[str] = []
        now, window = [0.0], QWidget()
        qtbot.addWidget(window)
        idle = IdleLock(Tools(on_disk, Jobs(inline=True)), window, lambda: now[0])
        idle.fell.connect(lambda: fallen.append("fell"))
        yield idle, fallen, now
        window.deleteLater()

    def test_it_falls_after_ten_minutes_without_a_touch(self, falls: tuple[IdleLock, list[str], list[float]]) -> None:
        idle, fallen, now = falls
        now[0] = 599.0
        idle.look()
        idle.touched()
        now[0] = 1198.0
        idle.look()
        assert fallen == []
        now[0] = 1199.0
        idle.look()
        assert fallen == ["fell"]

    def test_never_beside_a_stopwatch_and_never_when_so_set(
        self, falls: tuple[IdleLock, list[str], list[float]], on_disk: Desk, qtbot: QtBot
    ) -> None:
        idle, fallen, now = falls
        stopwatch = QWidget()
        qtbot.addWidget(stopwatch)
        stopwatch.show()
        now[0] = 5000.0
        idle.look()
        stopwatch.hide()
        now[0] = 5300.0
        idle.look()
        assert fallen == []
        on_disk.set("idle_minutes", "0")
        now[0] = 99_999.0
        idle.look()
        assert fallen == []
