"""The tab of the star schemes: every shipped scheme in words, and two side by side."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.paths import forms
from inspector.ui.pages.settings.scheme_table import GroupStrip
from inspector.ui.pages.settings.schemes_tab import SchemesTab
from inspector.ui.theme import apply_theme
from inspector.wording import NBSP
from tests.ui.pages.settings_acts import settings
from tests.ui.pages.staging import OFFSCREEN, changes, desk_with_halls, nameless, press

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)
STEPWISE = "default-stepwise@2026.1"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def schemes(desk: Desk, qtbot: QtBot) -> SchemesTab:
    return cast(SchemesTab, settings(desk, qtbot, "schemes").tab)


def rows(tab: SchemesTab) -> list[str]:
    return [row.accessibleName().replace(NBSP, " ") for row in tab.table.rows]


def compare(tab: SchemesTab, name: str) -> None:
    tab.beside.show_key(name)
    tab.beside.picked.emit(name)


def test_every_shipped_scheme_is_listed_and_the_one_in_use_is_open(desk: Desk, qtbot: QtBot) -> None:
    before = changes(desk)
    tab = schemes(desk, qtbot)
    listed = tab.list.rows()
    assert len(listed) == len(list((forms() / "schemes").glob("*.yaml")))
    assert [row.title for row in listed[:3]] == ["默认星级规范", "默认星级规范（历史加权）", "默认星级规范（梯级晋升）"]
    assert [row.chip[0] for row in listed if row.chip] == ["在用"]
    assert rows(tab)[0] == "五星；总分 ≥ 90；各理念 ≥ 80"
    strips = [strip.accessibleName() for strip in tab.table.findChildren(GroupStrip)]
    assert strips == ["各级要求", "封顶", "暂缓评定", "不评定", "证据与有效期", "指标与权重", "计分与不适用"]
    assert changes(desk) == before


def test_another_scheme_is_opened_by_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    tab = schemes(desk, qtbot)
    tab.list.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        qtbot.keyClick(tab.list, Qt.Key.Key_Down)
    qtbot.keyClick(tab.list, Qt.Key.Key_Return)
    assert tab.title.text() == "默认星级规范（梯级晋升）"
    assert "五星；总分 ≥ 90；上次总分 ≥ 90；各理念 ≥ 80" in rows(tab)


def test_two_schemes_stand_side_by_side_with_what_differs_marked(desk: Desk, qtbot: QtBot) -> None:
    tab = schemes(desk, qtbot)
    assert not tab.only.isVisible()
    compare(tab, STEPWISE)
    assert tab.tally.text() == "3 处不同"
    marked = [row for row in rows(tab) if row.endswith("；不同")]
    assert marked[0] == "五星；总分 ≥ 90；各理念 ≥ 80；总分 ≥ 90；上次总分 ≥ 90；各理念 ≥ 80；不同"
    assert "没有这一条" in marked[1]
    assert len(rows(tab)) > len(marked) == 3
    press(qtbot, tab.only)
    assert rows(tab) == marked
    compare(tab, "")
    assert tab.tally.text() == "2026.1"
    assert not any(row.differs for row in tab.table.rows)


def test_a_scheme_is_never_compared_with_itself(desk: Desk, qtbot: QtBot) -> None:
    tab = schemes(desk, qtbot)
    compare(tab, STEPWISE)
    tab._choose(STEPWISE)
    assert tab.beside.key() == ""
    assert tab.beside.findData(STEPWISE) < 0


def test_page_keys_turn_the_table(desk: Desk, qtbot: QtBot) -> None:
    page = settings(desk, qtbot, "schemes")
    tab = cast(SchemesTab, page.tab)
    qtbot.waitUntil(lambda: tab.table.verticalScrollBar().maximum() > 0)
    for code, moved in ((Qt.Key.Key_PageDown, True), (Qt.Key.Key_PageUp, False)):
        assert page.key(QKeyEvent(QKeyEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier))
        assert bool(tab.table.verticalScrollBar().value()) == moved
    assert not page.key(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier))


def test_it_is_spoken_in_both_themes(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    page = settings(desk, qtbot, "schemes")
    compare(cast(SchemesTab, page.tab), STEPWISE)
    light = page.grab().toImage()
    apply_theme(qapp, "dark")
    assert page.grab().toImage() != light
    apply_theme(qapp, "light")
    assert nameless(page) == []
