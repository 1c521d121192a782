"""The first screen: what it shows, in which order, and where it leads."""

from datetime import datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.ui.pages.home import HomePage
from inspector.ui.pages.home.backup_strip import GB, backup_words, room_words
from inspector.ui.pages.home.doors import EmptyHome
from inspector.ui.pages.home.drafts import DraftCard, DraftRow
from inspector.ui.pages.home.lately import RatedCard, change_words, month_figures, with_earlier
from inspector.ui.pages.home.page import greeting
from inspector.ui.pages.marks import IconLine
from inspector.ui.theme import apply_theme
from inspector.ui.widgets.buttons import LinkButton
from tests.ui.pages.staging import (
    BINJIANG,
    FULL,
    ME,
    NANHU,
    OFFSCREEN,
    QINGSHI,
    begun,
    changes,
    desk_with_halls,
    empty_desk,
    finished,
    heard,
    nameless,
    press,
    shown,
    type_into,
)

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)
NOW = datetime.fromisoformat("2026-03-05T14:32:07+08:00")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def _home(desk: Desk, qtbot: QtBot) -> HomePage:
    return cast(HomePage, shown(HomePage, desk, qtbot))


def _key(key: Qt.Key, text: str = "", control: bool = False) -> QKeyEvent:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, held, text)


def _lines(card: DraftCard) -> list[str]:
    return [line.text() for line in card.findChildren(IconLine)]


def test_the_first_start_offers_one_button_and_three_doors(tmp_path: Path, qtbot: QtBot) -> None:
    page = _home(empty_desk(tmp_path), qtbot)
    went = heard(page, "go")
    empty = cast(EmptyHome, page.content)
    assert page.title.text() == "欢迎使用星察"
    assert "自带检查表 6 份" in page.second.text()
    assert not page.start_button.isVisible()
    assert empty.state.button is not None
    press(qtbot, empty.state.button)
    for door in empty.doors:
        press(qtbot, door.button)
    assert went == [("start", None), ("settings", "inspectors"), ("settings", "halls"), ("demo", None)]


def test_the_draft_touched_last_comes_first_and_goes_on(desk: Desk, qtbot: QtBot) -> None:
    older = begun(desk, BINJIANG, 3)
    begun(desk, QINGSHI, 5)
    item = older.inspection.form.order[3]
    older.judge(item, older.inspection.verdict(older.inspection.form.order[0]))
    page = _home(desk, qtbot)
    went = heard(page, "go")
    first, second = page.content.findChildren(DraftCard)
    assert first.accessibleName() == BINJIANG.name
    assert second.accessibleName() == QINGSHI.name
    title = older.inspection.form.items[item].ask
    assert f"停在 {item} {title}" in _lines(first)
    assert any("已答 4 / 28" in line for line in _lines(first))
    press(qtbot, first.button)
    assert went == [("audit", older.inspection.id)]


def test_a_draft_without_answers_and_one_with_all_say_so(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG, 28, kind="recheck")
    begun(desk, QINGSHI)
    page = _home(desk, qtbot)
    fresh, full = page.content.findChildren(DraftCard)
    assert "还没有作答" in _lines(fresh)
    assert "已全部作答，可做离厅前检查" in _lines(full)
    assert full.button.words == "继续复查"


def test_a_fourth_draft_is_reached_by_the_link(desk: Desk, qtbot: QtBot) -> None:
    for hall in (BINJIANG, QINGSHI, NANHU, BINJIANG):
        begun(desk, hall)
    page = _home(desk, qtbot)
    went = heard(page, "go")
    assert len(page.content.findChildren(DraftCard)) == 3
    link = next(one for one in page.findChildren(LinkButton) if one.accessibleName() == "全部未完成的检查")
    press(qtbot, link)
    assert went == [("inspections", "draft")]


def test_a_free_place_starts_an_inspection(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG)
    page = _home(desk, qtbot)
    went = heard(page, "go")
    row = page.content.findChild(DraftRow)
    assert row.tile is not None
    press(qtbot, row.tile)
    assert went == [("start", None)]


def test_what_was_rated_lately_shows_star_and_change_and_opens(desk: Desk, qtbot: QtBot) -> None:
    finished(desk, BINJIANG, form=FULL)
    again = finished(desk, BINJIANG, form=FULL)
    page = _home(desk, qtbot)
    went = heard(page, "go")
    rows = page.content.findChild(RatedCard).list
    newest, oldest = rows.rows()
    assert (newest.word, oldest.word) == ("持平", "首次")
    assert newest.star is not None
    assert newest.star.spoken() == "暂评 5 星 100.0 分"
    rows.setFocus()
    rows.pick_current()
    assert went == [("result", again.inspection.id)]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [(None, 3, ("首次", "muted")), (3, 3, ("持平", "muted")), (2, 4, ("升 2 星", "good")), (4, 3, ("降 1 星", "bad"))],
)
def test_the_change_of_a_star(desk: Desk, before: int | None, after: int, words: tuple[str, str]) -> None:
    headers = [_rated(desk, before), _rated(desk, after)]
    assert change_words(headers[1], headers[0]) == words


def test_without_a_star_nothing_is_compared(desk: Desk) -> None:
    finished(desk, BINJIANG)
    (header,) = desk.inspections.headers()
    assert header.level is None
    assert change_words(header, None) == ("", "muted")


def test_an_unrated_inspection_between_is_passed_over(desk: Desk) -> None:
    finished(desk, BINJIANG, form=FULL)
    finished(desk, BINJIANG)
    finished(desk, BINJIANG, form=FULL)
    latest, between, first = with_earlier(desk.inspections.headers())
    assert latest[1] is not None
    assert latest[1].id == first[0].id
    assert between[1] is not None
    assert first[1] is None


def test_the_month_counts_only_itself(desk: Desk) -> None:
    clock = desk.clock
    clock.set("2026-02-28T23:59:00")
    finished(desk, BINJIANG)
    clock.set("2026-03-01T08:00:00")
    items = desk.shelf.form("environment").order
    finished(desk, BINJIANG, failing=items[:2])
    finished(desk, BINJIANG)
    assert month_figures(desk.inspections.headers(status="finished"), NOW) == (2, 1, 2)


def test_the_search_finds_by_initials_and_goes_there_by_keys(desk: Desk, qtbot: QtBot) -> None:
    draft = begun(desk, BINJIANG)
    page = _home(desk, qtbot)
    went = heard(page, "go")
    assert page.key(_key(Qt.Key.Key_Slash, "、"))
    type_into(qtbot, page.search, "bjgd")
    assert [row.title for row in page.finder.list.rows()] == [BINJIANG.name, BINJIANG.name]
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    type_into(qtbot, page.search, "bjgd")
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert went == [("audit", draft.inspection.id), ("start", BINJIANG)]
    assert not page.finder.isVisible()


def test_the_search_says_when_nothing_is_found(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG)
    page = _home(desk, qtbot)
    went = heard(page, "go")
    type_into(qtbot, page.search, "zzz")
    assert [row.title for row in page.finder.list.rows()] == ["没有找到“zzz”"]
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert went == []


def test_ctrl_n_starts_an_inspection(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG)
    page = _home(desk, qtbot)
    went = heard(page, "go")
    assert page.key(_key(Qt.Key.Key_N, control=True))
    assert went == [("start", None)]
    assert not page.key(_key(Qt.Key.Key_X, "x"))


def test_showing_writes_nothing(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG, 2)
    finished(desk, QINGSHI)
    page = _home(desk, qtbot)
    before = changes(desk)
    page.enter(None)
    page.leave()
    assert changes(desk) == before


def test_the_greeting_follows_the_hour() -> None:
    assert greeting(14, ME.name) == "下午好，周敏"
    assert [greeting(hour, "") for hour in (3, 8, 11, 13, 17, 22)] == [
        "夜深了", "早上好", "上午好", "中午好", "下午好", "晚上好",
    ]  # fmt: skip


def test_the_backup_is_asked_for_and_told(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG)
    page = _home(desk, qtbot)
    went = heard(page, "go")
    button = next(one for one in page.findChildren(type(page.start_button)) if one.words == "立即备份")
    press(qtbot, button)
    assert went == [("settings", "backup")]
    assert backup_words(None, NOW) == ("还没有备份过", "warn")
    assert backup_words(NOW.replace(hour=8, minute=12), NOW) == ("上次备份 今天\u00a008:12", "good")
    assert backup_words(NOW.replace(month=2, day=26), NOW)[1] == "warn"
    assert room_words(86_490_000_000) == ("本机可用 86.4\u00a0GB", "muted")
    assert room_words(2 * GB - 1)[1] == "bad"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_and_is_spoken(desk: Desk, qtbot: QtBot, qapp: QApplication, theme: str) -> None:
    for hall in (BINJIANG, QINGSHI, NANHU, BINJIANG):
        begun(desk, hall, 2)
    finished(desk, QINGSHI)
    page = _home(desk, qtbot)
    before = page.grab().toImage()
    apply_theme(qapp, theme)
    assert nameless(page) == []
    least = page.minimumSizeHint()
    assert least.width() <= 1200
    assert least.height() <= 720 - 56
    assert (page.grab().toImage() == before) is (theme == "light")
    apply_theme(qapp, "light")


def _rated(desk: Desk, level: int | None) -> object:
    done = finished(desk, BINJIANG)
    if level is not None:
        desk.database.write("update inspections set level = ? where id = ?", level, done.inspection.id)
    return desk.inspections.header(done.inspection.id)
