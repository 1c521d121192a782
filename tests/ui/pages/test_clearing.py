"""照片核对: boxes are kept, a look is confirmed by somebody, and what is not looked at is not printed."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from pytestqt.qtbot import QtBot

from inspector.actions.clearing import Clearing
from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.reporting import photo_file
from inspector.inspection.answer import Photo
from inspector.inspection.inspection import Head
from inspector.inspection.redaction import BOX, Region
from inspector.ui.pages.clearing import ClearingPage
from inspector.ui.pages.clearing.tiles import FIRST, Tiles
from inspector.ui.pages.report import ReportPage
from tests.ui.pages.staging import BINJIANG, ME, OFFSCREEN, desk_with_halls, heard, nameless, press, shown

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)

HIDDEN = Region(BOX, 1000, 1000, 2000, 2000)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def photographed(desk: Desk, folder: Path, kind: str = "mystery", photos: int = 3) -> Inspecting:
    form = "s08-elderly-cash" if kind == "mystery" else "environment"
    inspecting = desk.start(form, Head(BINJIANG, kind, (ME,), no_conflict=True))
    for number in range(photos):
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        image.fill(QColor(200, 40 * number, 90))
        image.save(str(folder / f"{number}.jpg"))
        kept = desk.vault.take_file(folder / f"{number}.jpg")
        inspecting.attach(inspecting.inspection.form.order[number], Photo(kept.sha256, kept.name))
    return inspecting


@pytest.fixture
def covert(desk: Desk, tmp_path: Path) -> Inspecting:
    return photographed(desk, tmp_path)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, covert: Inspecting) -> ClearingPage:
    return cast(ClearingPage, shown(ClearingPage, desk, qtbot, covert.inspection.id))


def pressed(page: ClearingPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
    return page.key(QKeyEvent(QKeyEvent.Type.KeyPress, key, modifier))


def clearance(page: ClearingPage, place: int) -> tuple[bool, tuple[Region, ...], str]:
    known = page.desk.evidence.clearance(page.photos[place].photo.sha256)
    return known.cleared, known.regions, known.by_name


def test_what_is_drawn_is_kept_and_must_be_looked_at_again(page: ClearingPage, qtbot: QtBot) -> None:
    page.view.canvas.add()
    assert clearance(page, 0) == (False, (), "")
    page.leave()
    drawn = page.view.canvas.boxes.regions
    assert clearance(page, 0) == (False, drawn, ME.name)
    assert page.panel.chip.accessibleName() == "已遮挡"
    press(qtbot, page.panel.clear_button)
    assert clearance(page, 0) == (True, drawn, ME.name)
    pressed(page, Qt.Key.Key_PageUp)
    pressed(page, Qt.Key.Key_N)
    page.leave()
    assert clearance(page, 0)[0] is False


def test_arrow_keys_in_a_row_are_one_record(page: ClearingPage, qtbot: QtBot) -> None:
    page.view.canvas.add()
    for _step in range(5):
        qtbot.keyClick(page.view.canvas, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: clearance(page, 0)[1] != ())
    rows = page.desk.database.rows("select count(*) from clearances")
    assert [tuple(row) for row in rows] == [(1,)]
    assert clearance(page, 0)[1][0].x == 4500


def test_confirming_leads_to_the_next_photo_that_waits(page: ClearingPage) -> None:
    assert page.meta.text().endswith("3 张照片，3 张未核对，报告里不会刊出")
    assert pressed(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.current == 1
    assert clearance(page, 0)[0]
    assert page.meta.text().endswith("3 张照片，2 张未核对，报告里不会刊出")
    pressed(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    pressed(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.meta.text().endswith("3 张照片，全部核对过")
    assert photo_file(page.desk, page.photos[2].photo.sha256, covert=True).path is not None


def test_all_at_once_are_only_those_that_were_seen_large(page: ClearingPage, qtbot: QtBot) -> None:
    pressed(page, Qt.Key.Key_PageDown)
    assert page.panel.all_button.words == "确认看过的 2 张"
    press(qtbot, page.panel.all_button)
    assert [clearance(page, place)[0] for place in range(3)] == [True, True, False]


def test_a_confirmation_is_taken_back(page: ClearingPage, qtbot: QtBot) -> None:
    page.clear()
    press(qtbot, page.tiles.tiles[0])
    assert not page.panel.clear_button.isEnabled()
    press(qtbot, page.panel.back_button)
    assert clearance(page, 0)[0] is False


def test_nobody_confirms_without_a_name(desk: Desk, covert: Inspecting, qtbot: QtBot) -> None:
    desk.set("inspector", "")
    page = cast(ClearingPage, shown(ClearingPage, desk, qtbot, covert.inspection.id))
    assert not page.panel.clear_button.isEnabled()
    assert page.panel.owed.text() == "先选核对人，才能确认。"
    pressed(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not clearance(page, 0)[0]


def test_undo_is_kept_too(page: ClearingPage) -> None:
    page.view.canvas.add()
    page.save()
    pressed(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.leave()
    assert clearance(page, 0)[1] == ()


def test_the_tools_say_how_the_chosen_box_hides(page: ClearingPage) -> None:
    page.view.canvas.add()
    pressed(page, Qt.Key.Key_M)
    assert page.toolbar.tool.current() == BOX
    assert page.view.canvas.boxes.regions[0].shape == BOX


def test_a_photo_that_is_gone_says_so_and_cannot_be_confirmed(desk: Desk, covert: Inspecting, qtbot: QtBot) -> None:
    sha256 = Clearing(desk).photos(covert.inspection)[0].photo.sha256
    desk.vault.shed_copies(sha256)
    page = cast(ClearingPage, shown(ClearingPage, desk, qtbot, covert.inspection.id))
    press(qtbot, page.tiles.tiles[0])
    assert page.panel.chip.accessibleName() == "佐证缺失"
    assert not page.panel.clear_button.isEnabled()


def test_it_goes_back_to_where_one_came_from(desk: Desk, covert: Inspecting, qtbot: QtBot) -> None:
    page = cast(ClearingPage, shown(ClearingPage, desk, qtbot, (covert.inspection.id, "retelling")))
    said = heard(page, "go")
    pressed(page, Qt.Key.Key_Escape)
    page.enter(covert.inspection.id)
    pressed(page, Qt.Key.Key_Escape)
    assert [one[0] for one in said] == ["retelling", "report"]


def test_without_photos_the_page_says_so(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    bare = photographed(desk, tmp_path, photos=0)
    page = cast(ClearingPage, shown(ClearingPage, desk, qtbot, bare.inspection.id))
    assert page.stack.currentWidget() is page.empty
    assert not pressed(page, Qt.Key.Key_N)


def test_the_report_page_counts_what_it_will_not_print(desk: Desk, covert: Inspecting, qtbot: QtBot) -> None:
    first = Clearing(desk).photos(covert.inspection)[0].photo.sha256
    Clearing(desk).clear([first], ME.name)
    page = cast(ReportPage, shown(ReportPage, desk, qtbot, covert.inspection.id))
    assert page.options.uncleared_note.isVisible()
    assert page.options._uncleared.text() == "2 张照片还没有核对有无人脸、证件和票据，不会刊出。"
    said = heard(page, "go")
    press(qtbot, page.options.clear_link)
    assert said == [("clearing", covert.inspection.id)]


def test_photos_of_an_open_audit_are_printed_without_a_look_but_hidden_alike(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    audit = photographed(desk, tmp_path, kind="open")
    report = cast(ReportPage, shown(ReportPage, desk, qtbot, audit.inspection.id))
    assert not report.options.uncleared_note.isVisible()
    page = cast(ClearingPage, shown(ClearingPage, desk, qtbot, audit.inspection.id))
    assert "明察照片照常刊出" in page.meta.text()


def test_everything_has_a_name(page: ClearingPage) -> None:
    assert nameless(page) == []


def test_a_thousand_tiles_are_shown_by_and_by_and_each_once(qtbot: QtBot) -> None:
    tiles, shown = Tiles(), list[int]()
    qtbot.addWidget(tiles)
    tiles.show_items(["SG-01"] * 1000)
    tiles.fill(shown.append)
    assert shown == list(range(FIRST))
    qtbot.waitUntil(lambda: len(shown) == 1000, timeout=10_000)
    assert shown == list(range(1000))
    tiles.show_items(["SG-01"] * 3)
    tiles.fill(shown.append)
    assert shown[1000:] == [0, 1, 2]
