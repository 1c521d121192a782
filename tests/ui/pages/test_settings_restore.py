"""The settings: backups are looked into and one takes the place of the data."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk, fetched
from inspector.exchange.backup import back_up
from inspector.exchange.rolling import rolling_set, snapshots
from inspector.inspection.inspection import Head
from inspector.paths import apart_from
from inspector.store.database import FILE
from inspector.ui.daily_backup import DailyBackup
from inspector.ui.jobs import Jobs
from inspector.ui.page import Tools
from tests.conftest import Ticking
from tests.ui.pages.settings_acts import data_tab
from tests.ui.pages.staging import BINJIANG, OFFSCREEN, press

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.at(tmp_path / "data", Ticking())
    desk.keep_hall(BINJIANG)
    desk.start("signage", Head(BINJIANG)).note("SG-01", "备份时")
    yield desk
    desk.close()


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def test_without_a_backup_the_sheet_says_so(on_disk: Desk, qtbot: QtBot) -> None:
    _page, tab = data_tab(on_disk, qtbot)
    press(qtbot, tab.restore_button)
    assert not tab.restore_sheet.yes_button.isEnabled()
    assert tab.restore_sheet.about.text() == "这里还没有备份。可以从移动硬盘或别的文件夹里选。"


def test_the_chosen_backup_is_fetched_and_stands_in_place_after_the_next_start(
    on_disk: Desk, qtbot: QtBot, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = back_up(on_disk.folder, disk, on_disk.clock())
    on_disk.open(on_disk.drafts()[0].id).note("SG-01", "后来")
    _page, tab = data_tab(on_disk, qtbot)
    press(qtbot, tab.restore_button)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(disk))
    press(qtbot, tab.restore_sheet.other_button)
    assert [row.key for row in tab.restore_sheet.list.rows()] == [str(copy)]
    assert tab.restore_sheet.list.rows()[0].second == "检查 1 次，其中未完成 1 次；佐证用数据文件夹里的"
    press(qtbot, tab.restore_sheet.yes_button)
    assert fetched(on_disk.folder)
    on_disk.close()
    again = Desk.at(on_disk.folder, Ticking())
    assert again.open(again.drafts()[0].id).inspection.answer("SG-01").note == "备份时"
    again.close()


def test_a_spoilt_backup_is_shown_with_its_reason_and_cannot_be_chosen(on_disk: Desk, qtbot: QtBot, disk: Path) -> None:
    copy = back_up(on_disk.folder, disk, on_disk.clock())
    (copy / FILE).write_bytes(b"")
    on_disk.set("backup_folder", str(disk))
    _page, tab = data_tab(on_disk, qtbot)
    press(qtbot, tab.restore_button)
    tab.restore_sheet.list.picked.emit(str(copy))
    assert not tab.restore_sheet.yes_button.isEnabled()
    assert tab.restore_sheet.about.text() == "数据文件是空的。"


def daily(desk: Desk, said: list[tuple[str, str]]) -> DailyBackup:
    tools = Tools(desk, Jobs(inline=True))
    backup = DailyBackup(tools, tools.jobs)
    backup.told.connect(lambda tone, words: said.append((tone, words)))
    return backup


def test_once_a_day_a_backup_makes_itself(on_disk: Desk, disk: Path) -> None:
    on_disk.set("backup_folder", str(disk))
    said: list[tuple[str, str]] = []
    backup = daily(on_disk, said)
    backup.look()
    backup.look()
    assert len(snapshots(rolling_set(apart_from(on_disk.folder)))) == len(snapshots(rolling_set(disk))) == 1
    assert on_disk.setting("rolled_at") == on_disk.setting("backup_at") != ""
    assert said == []


def test_whoever_wants_none_gets_none(on_disk: Desk) -> None:
    on_disk.set("auto_backup", "no")
    daily(on_disk, []).look()
    assert not rolling_set(apart_from(on_disk.folder)).exists()


def test_trouble_is_told_once_and_tried_again(on_disk: Desk) -> None:
    place = rolling_set(apart_from(on_disk.folder))
    place.parent.mkdir(exist_ok=True)
    place.write_text("a file stands in the way")
    said: list[tuple[str, str]] = []
    backup = daily(on_disk, said)
    backup.look()
    backup.look()
    assert len(said) == 1
    assert said[0][1].startswith("每天的自动备份没有做成。")
    place.unlink()
    backup.look()
    assert on_disk.setting("rolled_at")
