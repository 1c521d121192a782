"""离厅前检查: what it lists, where it leads, and that nothing seals by accident."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.inspection.answer import Photo, Verdict
from inspector.ui.pages.gaps import GapsPage
from inspector.ui.pages.gaps.groups import AllThere, GapGroup
from inspector.ui.theme import apply_theme
from tests.ui.pages.staging import BINJIANG, OFFSCREEN, begun, changes, desk_with_halls, heard, nameless, press, shown

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


@pytest.fixture
def filled(desk: Desk) -> Inspecting:
    """Everything answered, one 不符合 without photo and note, one 不适用 without reason, two open."""
    inspecting = begun(desk, BINJIANG, answers=99)
    items = [item.id for item in inspecting.inspection.asked_items]
    owing = next(
        item.id
        for item in inspecting.inspection.asked_items
        if item.evidence.photo == "on_fail" and item.evidence.note == "on_fail"
    )
    inspecting.judge(owing, Verdict.FAIL)
    others = [item for item in items if item != owing]
    inspecting.judge(others[0], Verdict.NA)
    for item in others[1:3]:
        inspecting.judge(item, None)
    return inspecting


def _page(desk: Desk, qtbot: QtBot, inspecting: Inspecting) -> GapsPage:
    return cast(GapsPage, shown(GapsPage, desk, qtbot, inspecting.inspection.id))


def _key(key: Qt.Key, control: bool = False) -> QKeyEvent:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, held)


def _complete(inspecting: Inspecting) -> None:
    for gap in inspecting.gaps():
        if gap.group == "unanswered":
            inspecting.judge(gap.item, Verdict.CONFORM)
        elif gap.group == "reason":
            inspecting.give_reason(gap.item, "本厅没有此项")


def test_tiles_and_groups_count_the_gaps(desk: Desk, qtbot: QtBot, filled: Inspecting) -> None:
    page = _page(desk, qtbot, filled)
    groups = [gap.group for gap in filled.gaps()]
    figures = [tile.accessibleName().split(" ", 1)[1] for tile in page.tiles]
    assert figures[1:] == ["2", str(groups.count("evidence")), str(groups.count("reason") + groups.count("count"))]
    assert [row.gap for row in page.rows] == filled.gaps()
    titles = [group.accessibleName() for group in page.findChildren(GapGroup)]
    assert titles[:3] == ["未作答", "缺理由", "缺佐证"]
    assert f"{len(groups)} 处" in page.second.text()


def test_buttons_say_what_they_lead_to(desk: Desk, qtbot: QtBot, filled: Inspecting) -> None:
    page = _page(desk, qtbot, filled)
    verbs = {(row.gap.group, row.gap.need): row.words for row in page.rows}
    assert verbs["unanswered", "answer"] == "去作答"
    assert verbs["reason", "reason"] == "写理由"
    assert verbs["evidence", "photo"] == "拍照片"
    assert verbs["evidence", "note"] == "写备注"


def test_a_row_leads_to_its_item(desk: Desk, qtbot: QtBot, filled: Inspecting) -> None:
    page = _page(desk, qtbot, filled)
    gone = heard(page, "go")
    press(qtbot, page.rows[1])
    assert gone == [("audit", (filled.inspection.id, page.rows[1].gap.item))]


def test_the_whole_forms_photos_lead_to_the_inspection(desk: Desk, qtbot: QtBot) -> None:
    inspecting = begun(desk, BINJIANG, answers=2, form="hall-open-audit")
    page = _page(desk, qtbot, inspecting)
    gone = heard(page, "go")
    press(qtbot, next(row for row in page.rows if not row.gap.item))
    assert gone == [("audit", inspecting.inspection.id)]


def test_blocking_gaps_keep_it_from_being_finished_and_say_so(desk: Desk, qtbot: QtBot, filled: Inspecting) -> None:
    page = _page(desk, qtbot, filled)
    assert not page.finish_button.isEnabled()
    assert page.reason.text() == "补完未答的 2 项和缺的 1 处理由才能完成"
    assert page.key(_key(Qt.Key.Key_Return, control=True))
    assert page.sealing.isHidden()


def test_arrows_walk_and_enter_jumps(desk: Desk, qtbot: QtBot, filled: Inspecting) -> None:
    page = _page(desk, qtbot, filled)
    gone = heard(page, "go")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        assert page.key(_key(key))
    assert page.focusWidget() is page.rows[1]
    assert not page.key(_key(Qt.Key.Key_Return))
    qtbot.keyClick(page.rows[1], Qt.Key.Key_Return)
    assert gone == [("audit", (filled.inspection.id, page.rows[1].gap.item))]


def test_enter_jumps_to_the_first_gap_when_no_row_is_chosen(desk: Desk, qtbot: QtBot, filled: Inspecting) -> None:
    page = _page(desk, qtbot, filled)
    gone = heard(page, "go")
    assert page.key(_key(Qt.Key.Key_Return))
    assert gone == [("audit", (filled.inspection.id, page.rows[0].gap.item))]


def test_coming_back_stays_where_one_left(desk: Desk, qtbot: QtBot, filled: Inspecting) -> None:
    page = _page(desk, qtbot, filled)
    press(qtbot, page.rows[1])
    filled.judge(page.rows[1].gap.item, Verdict.CONFORM)
    page.enter(filled.inspection.id)
    assert page.focusWidget() is page.rows[1]


def test_escape_goes_back(desk: Desk, qtbot: QtBot, filled: Inspecting) -> None:
    page = _page(desk, qtbot, filled)
    gone = heard(page, "go")
    assert page.key(_key(Qt.Key.Key_Escape))
    assert gone == [("audit", filled.inspection.id)]


def test_missing_evidence_does_not_block_but_is_told_before_sealing(
    desk: Desk, qtbot: QtBot, filled: Inspecting
) -> None:
    _complete(filled)
    page = _page(desk, qtbot, filled)
    owed = len(filled.gaps())
    assert owed
    assert page.finish_button.isEnabled()
    assert page.reason.text() == ""
    press(qtbot, page.finish_button)
    assert page.sealing.isVisible()
    assert f"还缺的 {owed} 处" in page.sealing.accessibleName()
    assert "不能再改" in page.sealing.accessibleName()


def test_sealing_has_no_shortcut(desk: Desk, qtbot: QtBot, filled: Inspecting) -> None:
    _complete(filled)
    page = _page(desk, qtbot, filled)
    for _time in range(3):
        page.key(_key(Qt.Key.Key_Return, control=True))
    assert page.sealing.isVisible()
    assert page.focusWidget() is page.sealing.no_button
    assert not page.key(_key(Qt.Key.Key_Return))
    assert desk.seal_of(filled.inspection.id) is None
    assert page.key(_key(Qt.Key.Key_Escape))
    assert page.sealing.isHidden()


def test_sealing_leads_to_the_result(desk: Desk, qtbot: QtBot, filled: Inspecting) -> None:
    _complete(filled)
    page = _page(desk, qtbot, filled)
    gone, said = heard(page, "go"), heard(page, "say")
    press(qtbot, page.finish_button)
    press(qtbot, page.sealing.yes_button)
    seal = desk.seal_of(filled.inspection.id)
    assert seal is not None
    assert gone == [("result", filled.inspection.id)]
    assert said[0][0] == "good"
    assert seal.sha256[:12] in str(said[0][1])


def test_nothing_missing_says_so(desk: Desk, qtbot: QtBot) -> None:
    inspecting = begun(desk, BINJIANG, answers=99)
    for gap in inspecting.gaps():
        inspecting.attach(gap.item, Photo("0" * 64, "现场.jpg"))
    assert inspecting.gaps() == []
    page = _page(desk, qtbot, inspecting)
    assert page.findChildren(AllThere)
    assert page.second.text() == "该看的都看了，该附的都附了。"
    assert not page.key(_key(Qt.Key.Key_Down))


def test_a_finished_inspection_shows_its_result(desk: Desk, qtbot: QtBot, filled: Inspecting) -> None:
    _complete(filled)
    filled.finish()
    page = GapsPage(_page(desk, qtbot, begun(desk, BINJIANG)).tools)
    qtbot.addWidget(page)
    gone = heard(page, "go")
    page.enter(filled.inspection.id)
    assert gone == [("result", filled.inspection.id)]


def test_the_star_can_be_hidden(desk: Desk, qtbot: QtBot, filled: Inspecting) -> None:
    page = _page(desk, qtbot, filled)
    press(qtbot, page.top_bar.eye)
    assert desk.setting("blind") == "yes"
    assert not page.top_bar.star.isVisible()
    press(qtbot, page.top_bar.eye)
    assert page.top_bar.star.isVisible()


def test_showing_writes_nothing(desk: Desk, qtbot: QtBot, filled: Inspecting) -> None:
    before = changes(desk)
    page = _page(desk, qtbot, filled)
    page.enter(filled.inspection.id)
    page.leave()
    assert changes(desk) == before


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_the_smallest_window_and_names_its_controls(
    desk: Desk, qtbot: QtBot, qapp: QApplication, filled: Inspecting, theme: str
) -> None:
    _complete(filled)
    page = _page(desk, qtbot, filled)
    apply_theme(qapp, theme)
    press(qtbot, page.finish_button)
    least = page.minimumSizeHint()
    assert (least.width() <= 1280, least.height() <= 720) == (True, True)
    assert nameless(page) == []
    assert not page.grab().isNull()
    apply_theme(qapp)
