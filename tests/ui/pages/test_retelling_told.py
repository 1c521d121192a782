"""离场补录: script, identity, phrases by tap, going on, and the second reader."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.inspection.answer import Verdict
from inspector.ui.pages.retelling import RetellingPage
from tests.ui.pages.staging import OFFSCREEN, SECOND, desk_with_halls, heard, press, shown, type_into
from tests.ui.pages.visiting_stage import SHOPPER, rule, stored, tell_all, visit_of, visited

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def page_of(desk: Desk, qtbot: QtBot, inspecting: Inspecting) -> RetellingPage:
    return cast(RetellingPage, shown(RetellingPage, desk, qtbot, inspecting.inspection.id))


# Script, interest, identity.


def test_the_script_is_confirmed_or_its_deviations_are_written(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk)
    page = page_of(desk, qtbot, inspecting)
    next(row for row in page.frame.validity.rows if row.ruling.rule == "V4").click()
    sheet = page.frame.script
    assert sheet.isVisible()
    assert sheet.deviations.isHidden()
    sheet.choice.options[1].click()
    assert rule(page, "V4")[0] == "open"
    sheet.deviations.setPlainText("没有等满 60 秒")
    sheet.close_button.click()
    assert rule(page, "V4") == ("met", "有偏离，已写明：没有等满 60 秒")
    visit = visit_of(stored(desk, inspecting))
    assert (visit.followed, visit.deviations) == (False, "没有等满 60 秒")
    sheet.conflict.click()
    assert rule(page, "V8")[0] == "open"


def test_an_exposed_identity_voids_with_its_reason_and_can_be_taken_back(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk)
    page = page_of(desk, qtbot, inspecting)
    sheet = page.frame.script
    sheet.open_sheet()
    press(qtbot, sheet.expose_button)
    assert rule(page, "V7")[0] == "met"
    assert sheet.how.hasFocus()
    sheet.how.setPlainText("柜员认出是检查的人")
    sheet.how.commit_pending()
    sheet.conflict.click()
    assert sheet.how.text() == "柜员认出是检查的人"
    sheet.expose_button.click()
    assert rule(page, "V7") == ("broken", "身份暴露：柜员认出是检查的人")
    assert "无效" in page.frame.validity.meaning.text()
    assert visit_of(stored(desk, inspecting)).exposed == "柜员认出是检查的人"
    sheet.keep_button.click()
    assert rule(page, "V7")[0] == "met"


# Phrases.


def test_every_tap_counts_a_phrase_judges_the_item_and_can_be_undone(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk)
    page = page_of(desk, qtbot, inspecting)
    page.frame.phrases_button.click()
    sheet = page.frame.phrases
    assert not sheet.undo_button.isEnabled()
    for phrase in ("不归我管", "不归我管", "我就这态度"):
        sheet.keys[phrase].click()
    saved = stored(desk, inspecting).inspection
    assert (saved.answer("MV-08").parts["heard"][0].value, saved.verdict("MV-08")) == (3, Verdict.FAIL)
    assert saved.answer("MV-08").note == "不归我管 ×2；我就这态度 ×1"
    assert page.frame.phrases_button.words == "忌语 3"
    assert "听到 2 次" in sheet.keys["不归我管"].accessibleName()
    control_z = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.key(control_z)
    sheet.minus["不归我管"].click()
    saved = stored(desk, inspecting).inspection
    assert (saved.answer("MV-08").note, saved.verdict("MV-08")) == ("不归我管 ×1", Verdict.PARTLY)


def test_words_of_their_own_are_phrases_too(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk)
    page = page_of(desk, qtbot, inspecting)
    page.frame.phrases_button.click()
    type_into(qtbot, page.frame.phrases.other.edit, "你识字吗；自己看")
    page.frame.phrases.other_button.click()
    assert stored(desk, inspecting).inspection.answer("MV-08").note == "你识字吗，自己看 ×1"
    assert "你识字吗，自己看" in page.frame.phrases.keys
    assert page.frame.phrases.other.text() == ""


def test_not_one_phrase_heard_is_an_answer(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk)
    page = page_of(desk, qtbot, inspecting)
    page.frame.phrases_button.click()
    press(qtbot, page.frame.phrases.silent_button)
    assert stored(desk, inspecting).inspection.verdict("MV-08") is Verdict.CONFORM
    assert not page.frame.phrases.silent_button.isEnabled()


def test_counter_and_telephone_count_their_own(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk, "s19-outage-information")
    page = page_of(desk, qtbot, inspecting)
    page.frame.phrases_button.click()
    sheet = page.frame.phrases
    assert sheet.items.isVisible()
    sheet.keys["不归我管"].click()
    press(qtbot, sheet.items.findChildren(QAbstractButton)[1])
    assert sheet.item == "MC-07"
    assert not sheet.undo_button.isEnabled()
    sheet.keys["不归我管"].click()
    sheet.keys["不知道"].click()
    saved = stored(desk, inspecting).inspection
    assert [int(saved.answer(item).parts["heard"][0].value or 0) for item in ("MV-08", "MC-07")] == [1, 2]
    assert page.frame.phrases_button.words == "忌语 3"


# Going on, and the second reader.


def test_it_goes_on_at_the_next_open_item_then_to_the_seal(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk)
    page = page_of(desk, qtbot, inspecting)
    gone = heard(page, "go")
    press(qtbot, page.frame.foot.go_button)
    assert gone[0] == ("audit", (inspecting.inspection.id, page.frame.foot.item))
    assert page.inspecting is not None
    tell_all(page.inspecting)
    assert page.frame.foot.go_button.isHidden()
    press(qtbot, page.frame.foot.gaps_button)
    assert gone[1] == ("gaps", inspecting.inspection.id)


def sealed(desk: Desk, shopper_known: bool = False) -> Inspecting:
    if shopper_known:
        desk.keep_inspector(SHOPPER)
    inspecting = visited(desk)
    tell_all(inspecting)
    inspecting.finish()
    return inspecting


def test_a_second_person_accepts_and_the_rule_is_met(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot, sealed(desk))
    press(qtbot, page.frame.validity.read_button)
    form = page.frame.validity.form
    form.who.show_key(SECOND.code)
    press(qtbot, form.yes_button)
    assert form.isHidden()
    assert rule(page, "V10") == ("met", "已复核，同意")
    assert page.frame.validity.read_button.words == "重新复核"


def test_a_refusal_wants_a_reason_and_voids(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot, sealed(desk))
    press(qtbot, page.frame.validity.read_button)
    form = page.frame.validity.form
    form.who.show_key("")
    press(qtbot, form.no_button)
    assert "谁复核" in form.wrong.text()
    form.who.show_key(SECOND.code)
    press(qtbot, form.no_button)
    assert "理由" in form.wrong.text()
    form.reason.setPlainText("小票与计时对不上")
    press(qtbot, form.no_button)
    assert rule(page, "V10") == ("broken", "复核不同意：小票与计时对不上")


def test_who_went_there_may_not_read_it(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot, sealed(desk, shopper_known=True))
    press(qtbot, page.frame.validity.read_button)
    form = page.frame.validity.form
    assert "不能复核" in form.closed.text()
    form.who.show_key(SHOPPER.code)
    press(qtbot, form.yes_button)
    assert "参加了" in form.wrong.text()
    assert rule(page, "V10")[0] == "open"


def test_a_sealed_visit_can_no_longer_be_changed(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot, sealed(desk))
    gone = heard(page, "go")
    press(qtbot, page.frame.moments.rows["T3"])
    assert page.frame.times.isHidden()
    assert not page.frame.phrases.keys["不归我管"].isEnabled()
    assert not page.frame.evidence.folder_button.isEnabled()
    assert not page.frame.script.choice.isEnabled()
    press(qtbot, page.frame.foot.result_button)
    assert gone == [("result", page.inspection.id)]
