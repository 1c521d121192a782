"""The brief of a mystery visit: read, understood, the card to take along, the stopwatch, and the way back."""

from datetime import timedelta
from pathlib import Path
from typing import cast

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.actions.visiting import Visiting
from inspector.inspection.visit import Visit
from inspector.ui.pages.brief import BriefPage
from inspector.ui.pages.brief.answer_row import RIGHT, WRONG
from inspector.ui.pages.brief.check_card import QuestionView
from tests.ui.pages.staging import BINJIANG, OFFSCREEN, SMALL, begun, desk_with_halls, heard, nameless, press, shown
from tests.ui.pages.visit_acts import CASH, left, planned, pressed, sealed

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def brief(desk: Desk, qtbot: QtBot, inspection: str) -> BriefPage:
    return cast(BriefPage, shown(BriefPage, desk, qtbot, inspection))


def stored(desk: Desk, inspection: str) -> Visit:
    visit = desk.open(inspection).inspection.head.visit
    assert visit is not None
    return visit


def row(question: QuestionView, *, right: bool) -> int:
    place = question.question.right - 1
    return place if right else (place + 1) % len(question.rows)


def answer_all(page: BriefPage, qtbot: QtBot) -> None:
    for question in list(page.check.questions):
        press(qtbot, question.rows[row(question, right=True)])


def test_every_control_has_a_name_and_it_fits_a_small_screen(desk: Desk, qtbot: QtBot) -> None:
    page = brief(desk, qtbot, planned(desk, BINJIANG).inspection.id)
    assert nameless(page) == []
    assert page.minimumSizeHint().width() <= 1286
    assert page.minimumSizeHint().height() <= 768


def test_the_stopwatch_waits_until_the_brief_was_understood(desk: Desk, qtbot: QtBot) -> None:
    inspection = planned(desk, BINJIANG).inspection.id
    page = brief(desk, qtbot, inspection)
    assert not page.go_card.time_button.isEnabled()
    answer_all(page, qtbot)
    assert page.go_card.time_button.isEnabled()
    assert page.go_card.time_button.hasFocus()
    assert stored(desk, inspection).briefed_at


def test_a_wrong_answer_is_told_with_the_right_one_and_can_be_mended(desk: Desk, qtbot: QtBot) -> None:
    inspection = planned(desk, BINJIANG).inspection.id
    page = brief(desk, qtbot, inspection)
    first = page.check.questions[0]
    wrong = row(first, right=False)
    press(qtbot, first.rows[wrong])
    assert first.rows[wrong].state == WRONG
    assert first.why.isVisible()
    assert first.right in first.why.text()
    assert not stored(desk, inspection).briefed_at
    press(qtbot, first.rows[row(first, right=True)])
    assert first.rows[row(first, right=True)].state == RIGHT
    assert not first.why.isVisible()


def test_what_was_understood_once_is_not_asked_again(desk: Desk, qtbot: QtBot) -> None:
    inspection = planned(desk, BINJIANG).inspection.id
    answer_all(brief(desk, qtbot, inspection), qtbot)
    again = brief(desk, qtbot, inspection)
    assert again.check.questions == []
    assert again.go_card.time_button.isEnabled()


def test_the_stopwatch_hides_the_window_and_gives_it_back(desk: Desk, qtbot: QtBot) -> None:
    inspection = planned(desk, BINJIANG).inspection.id
    page = brief(desk, qtbot, inspection)
    answer_all(page, qtbot)
    page.open_stopwatch()
    watch = page.stopwatch
    assert watch is not None
    assert not page.isVisible()
    qtbot.keyClick(watch, Qt.Key.Key_Space)
    watch.close()
    assert page.isVisible()
    assert page.stopwatch is None
    assert [mark.key for mark in stored(desk, inspection).marks] == ["T0"]
    assert "已记 1 个时刻，最后是 T0" in page.go_card.state.text()


def test_a_visit_under_way_needs_no_brief_any_more(desk: Desk, qtbot: QtBot) -> None:
    page = brief(desk, qtbot, pressed(planned(desk, BINJIANG), "T0", "T2").inspection.id)
    assert page.go_card.time_button.isEnabled()
    assert "已记 2 个时刻，最后是 T2" in page.go_card.state.text()


@pytest.mark.parametrize(("hours", "words"), [(1, "凭印象的才算"), (30, "只算事实"), (80, "不再计入")])
def test_after_leaving_the_recollection_clock_is_told(desk: Desk, qtbot: QtBot, hours: int, words: str) -> None:
    inspecting = left(desk, BINJIANG)
    desk.clock.now += timedelta(hours=hours)  # type: ignore[attr-defined]
    page = brief(desk, qtbot, inspecting.inspection.id)
    assert words in page.go_card.state.text()
    wanted = heard(page, "go")
    press(qtbot, page.go_card.tell_button)
    assert wanted == [("retelling", inspecting.inspection.id)]


def test_a_visit_broken_off_says_why_and_can_be_resumed(desk: Desk, qtbot: QtBot) -> None:
    inspecting = pressed(planned(desk, BINJIANG), "T0")
    Visiting(inspecting).expose("保安认出来了")
    page = brief(desk, qtbot, inspecting.inspection.id)
    assert page.go_card.trouble.isVisible()
    assert "保安认出来了" in page.go_card.trouble_words.text()
    press(qtbot, page.go_card.resume_button)
    assert not page.go_card.trouble.isVisible()
    assert stored(desk, inspecting.inspection.id).exposed == ""


def test_the_pocket_card_is_made_opened_and_saved(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = brief(desk, qtbot, planned(desk, BINJIANG).inspection.id)
    opened: list[Path] = []
    page.open_file = opened.append
    press(qtbot, page.go_card.card_button)
    (card,) = opened
    document = pypdfium2.PdfDocument(card)
    assert [round(side) for side in document[0].get_size()] == [298, 420]  # A6
    document.close()
    page.ask_where = lambda _name: str(tmp_path / "card.pdf")
    said = heard(page, "say")
    press(qtbot, page.go_card.save_button)
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")
    assert said[0][0] == "good"
    assert page.go_card.card_button.isEnabled()


def test_a_card_that_cannot_be_written_says_so(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = brief(desk, qtbot, planned(desk, BINJIANG).inspection.id)
    (tmp_path / "card.pdf").mkdir()
    page.ask_where = lambda _name: str(tmp_path / "card.pdf")
    troubles: list[Exception] = []
    page.jobs.tell_trouble_to(troubles.append)
    press(qtbot, page.go_card.save_button)
    assert [str(trouble).startswith("卡片没有写成") for trouble in troubles] == [True]
    assert page.go_card.save_button.isEnabled()


@pytest.mark.parametrize("stage", ["audit", "retelling"])
def test_what_has_a_page_of_its_own_goes_there(desk: Desk, qtbot: QtBot, stage: str) -> None:
    inspecting = begun(desk, BINJIANG, form=SMALL) if stage == "audit" else sealed(desk, BINJIANG)
    page = brief(desk, qtbot, planned(desk, BINJIANG, CASH, "M-09").inspection.id)
    wanted = heard(page, "go")
    page.enter(inspecting.inspection.id)
    assert wanted == [(stage, inspecting.inspection.id)]


def test_escape_goes_back_to_the_list(desk: Desk, qtbot: QtBot) -> None:
    page = brief(desk, qtbot, planned(desk, BINJIANG).inspection.id)
    wanted = heard(page, "go")
    press(qtbot, page.back_button)
    assert wanted == [("visits", None)]
