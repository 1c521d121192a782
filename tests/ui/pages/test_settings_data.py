"""The settings: sizes and backup."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.actions.reporting import write_report_of
from inspector.inspection.answer import Photo
from inspector.inspection.inspection import Head
from inspector.ui.jobs import Jobs
from inspector.ui.page import Tools
from inspector.ui.pages.settings import SettingsPage
from inspector.ui.pages.settings.data_tab import DataTab
from inspector.ui.pages.settings.sizes import size_words
from inspector.ui.widgets.painted import Words
from tests.conftest import conform_to_everything
from tests.ui.pages.settings_acts import data_tab
from tests.ui.pages.staging import BINJIANG, OFFSCREEN, heard, press

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.at(tmp_path / "data")
    desk.keep_hall(BINJIANG)
    yield desk
    desk.close()


class TestData:
    def test_sizes_are_told(self, on_disk: Desk, qtbot: QtBot) -> None:
        photo = on_disk.vault.folder / "aa" / "a"
        photo.parent.mkdir(parents=True)
        photo.write_bytes(bytes(1_500_000))
        _, tab = data_tab(on_disk, qtbot)
        assert tab.vault.text() == "1\u00a0MB，1 个文件"
        assert tab.database.text().endswith("KB")
        assert tab.room.text().endswith(("GB", "照片可能存不下"))

    @pytest.mark.parametrize(
        ("size", "words"),
        [(0, "0 KB"), (1, "1 KB"), (999_001, "1000 KB"), (1_999_999, "1 MB"), (1_290_000_000, "1.2 GB")],
    )
    def test_sizes_are_truncated(self, size: int, words: str) -> None:
        assert size_words(size).replace("\u00a0", " ") == words

    def test_a_backup_is_made_told_and_remembered(
        self, on_disk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        page, tab = data_tab(on_disk, qtbot)
        said = heard(page, "say")
        assert tab.last.text() == "还没有备份过"
        target = tmp_path / "disk"
        target.mkdir()
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(target))
        press(qtbot, tab.back_up_button)
        made = next(target.iterdir())
        assert said[-1][:3] == ("good", f"备份完成并已校验：{made.name}。", "打开")
        assert (made / "SHA256SUMS").is_file()
        assert on_disk.setting("backup_folder") == str(target)
        assert on_disk.setting("backup_at").startswith(f"{made.name[-15:-11]}-")
        assert tab.last.text().startswith("上次备份 今天")
        assert tab.back_up_button.isEnabled()

    def test_without_a_place_nothing_happens(
        self, on_disk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        page, tab = data_tab(on_disk, qtbot)
        said = heard(page, "say")
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: "")
        press(qtbot, tab.back_up_button)
        assert said == []
        assert on_disk.setting("backup_at") == ""

    def test_a_place_that_is_not_there_is_told(self, on_disk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        on_disk.set("backup_folder", str(tmp_path / "unplugged"))
        page, tab = data_tab(on_disk, qtbot)
        assert "移动硬盘可能没有插上" in tab.target_row.meaning.text()
        told: list[Exception] = []
        page.jobs.tell_trouble_to(told.append)
        press(qtbot, tab.back_up_button)
        assert "找不到" in str(told[0])
        assert on_disk.setting("backup_at") == ""
        assert tab.back_up_button.isEnabled()

    def test_the_same_disk_is_warned_of(self, on_disk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
        on_disk.set("backup_folder", str(tmp_path))
        _, tab = data_tab(on_disk, qtbot)
        assert "与数据在同一块盘上" in tab.target_row.meaning.text()

    def test_while_it_runs_it_cannot_start_twice_and_a_cancel_leaves_nothing(
        self, on_disk: Desk, qtbot: QtBot, tmp_path: Path
    ) -> None:
        target = tmp_path / "disk"
        target.mkdir()
        on_disk.set("backup_folder", str(target))
        for number in range(200):
            path = on_disk.vault.folder / f"{number:02x}" / f"{number}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(bytes(100_000))
        page = SettingsPage(Tools(on_disk, Jobs()))
        qtbot.addWidget(page)
        page.enter("backup")
        tab = cast(DataTab, page.tab)
        tab.back_up()
        assert not tab.back_up_button.isEnabled()
        assert tab.back_up_button.words == "正在备份"
        running = [job for job in page.jobs.running if job.title]
        tab.back_up()
        assert [job for job in page.jobs.running if job.title] == running
        running[0].cancel()
        qtbot.waitUntil(lambda: not page.jobs.running, timeout=20_000)
        assert tab.back_up_button.isEnabled()
        assert list(target.iterdir()) == []
        assert on_disk.setting("backup_at") == ""


class TestSeals:
    def test_sound_seals_are_said_and_a_lost_photo_is_named(self, on_disk: Desk, qtbot: QtBot) -> None:
        inspecting = on_disk.start("signage", Head(BINJIANG))
        photo = on_disk.vault.keep(b"the front door")
        inspecting.attach("SG-01", Photo(photo, "门头.jpg"))
        conform_to_everything(inspecting)
        inspecting.finish()
        _, tab = data_tab(on_disk, qtbot)
        press(qtbot, tab.verify_button)
        assert tab.sheet.isVisible()
        assert shown(tab)[1] == "封存 1 条，其中有签名 1 条；引用佐证 1 件。"
        on_disk.vault.original(photo).unlink()
        press(qtbot, tab.sheet.shut_button)
        press(qtbot, tab.verify_button)
        assert shown(tab)[1] == f"第 1 条：佐证 {photo[:16]} 不见了。"
        press(qtbot, tab.sheet.shut_button)
        assert not tab.sheet.isVisible()

    def test_a_report_is_verified_by_what_it_carries(
        self, on_disk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        inspecting = on_disk.start("signage", Head(BINJIANG))
        conform_to_everything(inspecting)
        inspecting.finish()
        path = tmp_path / "report.pdf"
        write_report_of(on_disk, inspecting.inspection.id, path)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
        page, tab = data_tab(on_disk, qtbot)
        told: list[Exception] = []
        page.jobs.tell_trouble_to(told.append)
        press(qtbot, tab.report_button)
        assert shown(tab)[1].startswith("报告 ")
        press(qtbot, tab.sheet.shut_button)
        path.write_bytes(b"no report")
        press(qtbot, tab.report_button)
        assert "打不开" in str(told[-1])
        assert not tab.sheet.isVisible()


def shown(tab: DataTab) -> list[str]:
    return [line.text() if isinstance(line, Words) else "" for line in tab.sheet.lines]
