"""The window: pages by name, banners, keys before controls, and nothing lost when it closes."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.app import build, sole_use
from inspector.errors import InspectorError
from inspector.inspection.inspection import Head
from inspector.ui.demonstration.example import prepare_example
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from tests.conftest import HALL


@pytest.fixture
def window(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    made = build(qapp, desk, Jobs(inline=True))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


def test_it_begins_at_home(window: MainWindow) -> None:
    assert window.place == "home"
    assert window.stack.currentWidget() is window.pages["home"]


def test_the_register_is_made_when_it_is_first_shown(window: MainWindow) -> None:
    assert list(window.pages) == ["home"]
    window.rail.entries["register"].click()
    assert (window.place, list(window.pages)) == ("register", ["home", "register"])
    assert window.rail.entries["register"].isChecked()


def test_mystery_visits_have_their_place_on_the_rail(window: MainWindow) -> None:
    window.rail.entries["visits"].click()
    assert (window.place, window.rail.entries["visits"].isChecked()) == ("visits", True)
    window.show_page("plan_visit")
    assert window.rail.entries["visits"].isChecked()


def test_an_unknown_place_is_our_bug(window: MainWindow) -> None:
    with pytest.raises(LookupError):
        window.show_page("nowhere")


def test_trouble_becomes_a_banner_and_goes_with_the_page(window: MainWindow) -> None:
    window.tell(InspectorError("磁盘写不下了。", "请腾出空间。"))
    assert window.banner.isVisible()
    assert window.banner.text() == "磁盘写不下了。请腾出空间。"
    window.show_page("settings")
    assert not window.banner.isVisible()


def test_the_action_of_a_banner_is_done_once(window: MainWindow) -> None:
    done: list[str] = []
    window.say("good", "已丢弃。", "撤销", lambda: done.append("undone"))
    window.banner.action_button.click()
    assert done == ["undone"]
    assert not window.banner.isVisible()


def test_a_key_reaches_the_page_whoever_has_the_focus(window: MainWindow) -> None:
    window.rail.entries["inspections"].setFocus()
    QTest.keyClick(window.rail.entries["inspections"], Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.place == "start"


def test_half_typed_words_are_kept_when_the_window_closes(window: MainWindow, desk: Desk) -> None:
    inspecting = desk.start("hall-open-audit", Head(HALL, "open", (), no_conflict=True))
    id_ = inspecting.inspection.id
    window.show_page("audit", id_)
    page = window.pages["audit"]
    QTest.keyClick(page, Qt.Key.Key_N)
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "half")
    window.close()
    notes = [answer.note for answer in desk.open(id_).inspection.answers.values()]
    assert notes == ["half"]


def test_a_second_window_on_the_same_data_is_told_so(tmp_path: Path, qapp: QApplication) -> None:
    assert qapp is not None
    lock = sole_use(tmp_path)
    with pytest.raises(InspectorError, match="另一个星察窗口"):
        sole_use(tmp_path)
    lock.unlock()
    sole_use(tmp_path).unlock()


def test_the_example_is_made_once_and_kept(tmp_path: Path) -> None:
    folder = prepare_example(tmp_path / "example")
    desk = Desk.at(folder)
    drafts, finished = desk.headers(status="draft"), desk.headers(status="finished")
    desk.close()
    assert (len(drafts), len(finished)) == (1, 4)
    assert all(header.level is not None for header in finished)
    assert prepare_example(folder) == folder


def test_a_log_deleted_by_another_program_is_saved_and_told(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    with closing(Desk.at(tmp_path / "data")) as desk:
        window = build(qapp, desk, Jobs(inline=True))
        qtbot.addWidget(window)
        log = tmp_path / "data" / "inspector.db-wal"
        log.unlink()
        window.look_after_data()
        assert log.exists()
        assert "日志被别的程序删掉了" in window.banner.text()
        window.banner.hide()
        window.look_after_data()
        assert window.banner.isHidden()
        window.close()


def test_a_window_that_was_closed_looks_after_nothing_any_longer(window: MainWindow) -> None:
    assert window.daily_backup.timer.isActive()
    window.close()
    assert [timer for timer in window.findChildren(QTimer) if timer.isActive()] == []
