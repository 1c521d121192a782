"""What widgets tell: only what a person did, and all of it."""

from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from inspector.inspection.answer import Verdict
from inspector.ui.widgets.banner import Banner
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.choice import CheckMark, Choice
from inspector.ui.widgets.empty_state import EmptyState
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.focus_ring import FocusRing
from inspector.ui.widgets.measure_band import MeasureBand
from inspector.ui.widgets.nav_rail import NavRail
from inspector.ui.widgets.progress import JobBar
from inspector.ui.widgets.saved_mark import SavedMark
from inspector.ui.widgets.segments import Segments, View
from inspector.ui.widgets.sheet import Sheet
from inspector.ui.widgets.stars import INTERIM, WITHHELD, StarPill
from inspector.ui.widgets.thumbnails import Thumbnail
from inspector.ui.widgets.verdict_buttons import VerdictButtons
from tests.ui.widgets.acts import heard, press, put


def test_pressing_a_verdict_tells_it_and_shows_nothing_by_itself(page: QWidget, qtbot: QtBot) -> None:
    buttons = VerdictButtons()
    put(page, buttons)
    said = heard(buttons, "chosen", "cleared")
    press(qtbot, buttons.buttons[Verdict.FAIL])
    assert said == [("chosen", Verdict.FAIL)]
    assert not buttons.buttons[Verdict.FAIL].isChecked()
    buttons.show_verdict(Verdict.FAIL)
    press(qtbot, buttons.buttons[Verdict.FAIL])
    assert said[1:] == [("cleared",)]
    assert buttons.buttons[Verdict.FAIL].isChecked()


def test_an_inferred_verdict_can_be_confirmed(page: QWidget, qtbot: QtBot) -> None:
    buttons = VerdictButtons()
    put(page, buttons)
    said = heard(buttons, "chosen", "cleared")
    buttons.show_verdict(None, Verdict.CONFORM)
    assert buttons.buttons[Verdict.CONFORM].accessibleName() == "符合，按量值推定"
    press(qtbot, buttons.buttons[Verdict.CONFORM])
    assert said == [("chosen", Verdict.CONFORM)]


def test_an_unchecked_item_leaves_all_four_open(page: QWidget) -> None:
    buttons = VerdictButtons()
    put(page, buttons)
    buttons.show_verdict(Verdict.PARTLY)
    buttons.show_verdict(Verdict.UNCHECKED)
    assert not [button for button in buttons.buttons.values() if button.isChecked()]


def test_a_verdict_that_is_not_allowed_cannot_be_pressed(page: QWidget, qtbot: QtBot) -> None:
    buttons = VerdictButtons()
    put(page, buttons)
    said = heard(buttons, "chosen")
    buttons.set_allowed(partly=False)
    press(qtbot, buttons.buttons[Verdict.PARTLY])
    assert said == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_is_pressed_by_keyboard(page: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    button = ActionButton("继续检查", "primary")
    put(page, button)
    said = heard(button, "clicked")
    qtbot.keyClick(button, key)
    assert len(said) == 1
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(said) == 1


def test_the_ring_comes_by_keyboard_and_goes_with_the_focus(page: QWidget) -> None:
    one, two = ActionButton("一"), ActionButton("二")
    put(page, one, two)
    one.setFocus(Qt.FocusReason.MouseFocusReason)
    assert page.findChildren(FocusRing) == []
    QApplication.sendEvent(two, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    (ring,) = page.findChildren(FocusRing)
    assert ring.geometry() == two.geometry().adjusted(-4, -4, 4, 4)
    two.move(two.pos() + QPoint(30, 10))
    assert ring.geometry() == two.geometry().adjusted(-4, -4, 4, 4)
    QApplication.sendEvent(two, QFocusEvent(QEvent.Type.FocusOut))
    assert not ring.isVisible()


def test_the_ring_stays_while_another_window_borrows_the_focus(page: QWidget) -> None:
    button = ActionButton("一")
    put(page, button)
    QApplication.sendEvent(button, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    QApplication.sendEvent(button, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    QApplication.sendEvent(button, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason))
    (ring,) = page.findChildren(FocusRing)
    assert ring.isVisible()


def test_the_ring_is_not_cut_by_a_tight_holder(page: QWidget) -> None:
    buttons = VerdictButtons()
    put(page, buttons)
    page.layout().activate()
    first = buttons.buttons[Verdict.CONFORM]
    QApplication.sendEvent(first, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    (ring,) = page.findChildren(FocusRing)
    assert ring.parentWidget() is page
    assert ring.parentWidget().rect().contains(ring.geometry())


def test_a_choice_tells_what_was_picked_and_ignores_the_wheel(page: QWidget, qtbot: QtBot) -> None:
    choice = Choice("类型")
    put(page, choice)
    said = heard(choice, "picked")
    choice.show_options([("open", "明察"), ("visit", "暗访")])
    choice.show_key("visit")
    choice.show_options([("visit", "暗访"), ("again", "复查")])
    assert choice.key() == "visit"
    assert said == []
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert said == [("picked", "again")]


def test_ticking_is_told(page: QWidget, qtbot: QtBot) -> None:
    mark = CheckMark("已核对")
    put(page, mark)
    said = heard(mark, "ticked")
    mark.show_ticked(True)
    qtbot.mouseClick(mark, Qt.MouseButton.LeftButton, pos=QPoint(mark.width() - 2, mark.height() - 2))
    assert said == [("ticked", False)]


def test_a_segment_is_picked_once_and_keeps_its_button_when_counts_change(page: QWidget, qtbot: QtBot) -> None:
    segments = Segments("筛选")
    put(page, segments)
    said = heard(segments, "picked")
    segments.show_views([View("all", "全部"), View("open", "未答", 20)])
    button = segments._pieces["open"]
    press(qtbot, button)
    press(qtbot, button)
    segments.show_views([View("all", "全部"), View("open", "未答", 19)])
    assert said == [("picked", "open")]
    assert segments._pieces["open"] is button
    assert button.accessibleName() == "未答\u00a019"
    assert segments.current() == "open"


def test_the_rail_tells_where_to_go_and_waits_to_be_shown(page: QWidget, qtbot: QtBot) -> None:
    rail = NavRail([("home", "首页", "home"), ("fix", "整改", "wrench")], [("settings", "设置", "gear")])
    put(page, rail)
    said = heard(rail, "chosen")
    rail.show_current("home")
    press(qtbot, rail.entries["settings"])
    assert said == [("chosen", "settings")]
    assert rail.entries["home"].isChecked()
    rail.show_badge("fix", 2)
    assert rail.entries["fix"].accessibleName() == "整改，2 项逾期"


def test_a_banner_acts_and_closes(page: QWidget, qtbot: QtBot) -> None:
    banner = Banner()
    page.layout().addWidget(banner)
    said = heard(banner, "acted", "closed")
    assert not banner.isVisible()
    banner.show_message("bad", "这张照片打不开。", "重选")
    assert banner.text() == "这张照片打不开。"
    press(qtbot, banner.action_button)
    press(qtbot, banner.close_button)
    assert said == [("acted",), ("closed",)]
    assert not banner.isVisible()


def test_jobs_cards_and_empty_screens_tell_their_one_act(page: QWidget, qtbot: QtBot) -> None:
    job, card, empty = JobBar(), Card("问题", "8 项", "全部 8 项"), EmptyState("还没有检查", "就能开始。", "开始检查")
    put(page, job, card, empty)
    told = [heard(job, "cancelled"), heard(card, "opened"), heard(empty, "acted")]
    press(qtbot, job.cancel_button)
    press(qtbot, card.link)
    assert empty.button is not None
    press(qtbot, empty.button)
    assert told == [[("cancelled",)], [("opened",)], [("acted",)]]


def test_a_photo_is_opened_or_removed(page: QWidget, qtbot: QtBot) -> None:
    photo = Thumbnail(QImage(40, 30, QImage.Format.Format_RGB32), "14:31 全景")
    put(page, photo)
    said = heard(photo, "opened", "removed")
    press(qtbot, photo)
    qtbot.keyClick(photo, Qt.Key.Key_Delete)
    assert said == [("opened",), ("removed",)]


def test_a_row_wraps_where_the_width_ends(page: QWidget) -> None:
    flow = FlowRow()
    put(page, flow)
    flow.show_widgets([ActionButton(f"常用语 {n}") for n in range(12)])
    one = flow.sizeHint().height()
    page.resize(260, 600)
    QApplication.processEvents()
    tops = {each.y() for each in flow.widgets()}
    assert len(tops) > 2
    assert flow.height() >= one * len(tops)
    assert all(each.geometry().right() <= flow.width() for each in flow.widgets())


def test_a_sheet_keeps_the_focus_and_closes_by_escape(page: QWidget, qtbot: QtBot) -> None:
    before = ActionButton("添加督查员")
    put(page, before)
    before.setFocus()
    sheet = Sheet(page, "添加督查员")
    field, save = Field("姓名"), ActionButton("保存", "primary")
    sheet.body.addWidget(field)
    row = QHBoxLayout()
    row.addWidget(save)
    sheet.foot.addLayout(row)
    said = heard(sheet, "closed")
    sheet.open_sheet()
    assert page.focusWidget() is field.edit
    visited = set()
    for _step in range(6):
        page.focusWidget().focusNextPrevChild(True)
        visited.add(page.focusWidget())
    assert visited == {field.edit, save, sheet.close_button}
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert said == [("closed",)]
    assert page.focusWidget() is before


def test_marks_are_spoken(page: QWidget) -> None:
    saved, star, band = SavedMark(), StarPill(), MeasureBand()
    put(page, saved, star, band)
    saved.show_saved(datetime(2026, 3, 5, 14, 32, 7))  # noqa: DTZ001 - a clock on the wall
    assert saved.accessibleName() == "已保存 14:32:07"
    star.show_star(3, "76.4", INTERIM)
    assert star.accessibleName() == "暂估 3 星 76.4 分"
    star.show_star(None, "", WITHHELD)
    assert star.accessibleName() == "否决待确认"
    band.show_band(Decimal(700), Decimal(850), value=Decimal(920), unit="mm")
    assert band.accessibleName() == "合格范围 700 至 850\u00a0mm，量得 920\u00a0mm，不合格"


def test_a_sheet_closes_though_whoever_had_the_focus_is_gone(page: QWidget) -> None:
    before = ActionButton("添加督查员")
    put(page, before)
    before.setFocus()
    sheet = Sheet(page, "添加督查员")
    sheet.open_sheet()
    delete(before)
    sheet.close_sheet()
    assert sheet.isHidden()
