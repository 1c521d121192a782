"""营业厅评定 on the result page: which inspections count and why, what is lacking, and giving the star."""

from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.inspection.answer import Answer, Verdict
from inspector.ui.pages.result import ResultPage
from inspector.ui.theme import apply_theme
from tests.ui.pages.result_acts import CAPPED, escape, filled, result_of
from tests.ui.pages.staging import (
    BINJIANG,
    OFFSCREEN,
    SECOND,
    Clock,
    changes,
    desk_with_halls,
    finished,
    heard,
    nameless,
    press,
)

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def visits(desk: Desk, number: int) -> list[str]:
    return [finished(desk, BINJIANG, kind="mystery", form="etiquette").inspection.id for _ in range(number)]


def hall_of(desk: Desk, qtbot: QtBot, failing: tuple[str, ...] = ()) -> ResultPage:
    page = result_of(desk, qtbot, filled(desk, failing))
    press(qtbot, page.hall_button)
    return page


def rows(page: ResultPage) -> list[tuple[str, str, str]]:
    return [(row.title, row.second, row.chip[0] if row.chip else "") for row in page.hall.rows.rows()]


def test_what_is_lacking_is_said_beside_the_button(desk: Desk, qtbot: QtBot) -> None:
    visits(desk, 1)
    page = hall_of(desk, qtbot)
    hall = page.hall
    assert page.title.text() == "滨江供电营业厅\u3000营业厅评定"
    assert page.meta.text() == "默认星级规范 2026.1 · 评定期 2025年3月5日 至 2026年3月5日"
    assert hall.stars.accessibleName().startswith("暂评 5 星")
    assert "证据不足：暗访 1/2 次" in hall.second.text()
    assert not hall.give_button.isEnabled()
    assert hall.meaning.text() == "现在还不能评定：证据不足：暗访 1/2 次。"
    assert hall.standing.text() == "还没有正式评定过"


def test_inspections_are_listed_with_why_they_count_and_lead_there(desk: Desk, qtbot: QtBot) -> None:
    old = filled(desk, ()).inspection.id
    finished(desk, BINJIANG)
    page = hall_of(desk, qtbot)
    assert rows(page) == [
        ("明察 · 2026年3月5日 · 编号 3", "在评定期内，计入", "计入"),
        ("明察 · 2026年3月5日 · 编号 2", "专项检查只供参考，不计入", "不计入"),
        ("明察 · 2026年3月5日 · 编号 1", "已被 2026年3月5日 的全项检查取代", "不计入"),
    ]
    assert page.hall.count.text() == "3 次，计入 1 次"
    went = heard(page, "go")
    for _ in range(3):
        qtbot.keyClick(page.hall.rows, Qt.Key.Key_Down)
    qtbot.keyClick(page.hall.rows, Qt.Key.Key_Return)
    assert went == [("result", old)]


def test_a_full_star_is_given_and_held_until_it_runs_out(desk: Desk, qtbot: QtBot) -> None:
    visits(desk, 2)
    page = hall_of(desk, qtbot, CAPPED)
    said = heard(page, "say")
    assert page.hall.second.text() == "证据齐备，评定后有效至2027年3月5日"
    press(qtbot, page.hall.give_button)
    words = "已于2026年3月5日评定为三星，有效至2027年3月5日"
    assert (page.hall.standing.text(), said[-1][:2]) == (words, ("good", f"{words}。"))
    assert page.hall.give_button.words == "重新评定"
    standing = desk.rating_halls.standing(BINJIANG.code)
    assert standing is not None
    assert standing.kept.level == 3
    cast(Clock, desk.clock).set("2027-03-06T09:00:00")
    page.show_hall()
    assert page.hall.standing.text() == "曾于2026年3月5日评定为三星，已于2027年3月5日到期"
    assert not page.hall.give_button.isEnabled()


def test_a_candidate_veto_is_in_the_way_until_it_is_decided(desk: Desk, qtbot: QtBot) -> None:
    visits(desk, 2)
    inspecting = filled(desk, (), finish=False)
    inspecting.put("FS-01", Answer(Verdict.FAIL, note="后门上锁", ticks=("exit_locked",)))
    inspecting.finish()
    page = result_of(desk, qtbot, inspecting)
    press(qtbot, page.hall_button)
    assert page.hall.stars.accessibleName() == "否决待确认"
    assert page.hall.meaning.text() == "现在还不能评定：否决待确认：须由第二人核实后才能评星。"
    (found,) = desk.registering.findings()
    desk.registering.decide(found.entry, "reject", SECOND, "不是安全出口")
    page.show_hall()
    assert page.hall.give_button.isEnabled()


def test_what_is_long_past_is_opened_only_where_a_confirmed_finding_stands(desk: Desk) -> None:
    clock = cast(Clock, desk.clock)
    filled(desk, ())
    clock.now += timedelta(days=3 * 365)
    filled(desk, ())
    assert len(desk.rating_halls.rate(BINJIANG.code).considered) == 1


def test_the_page_opens_without_rating_the_hall(desk: Desk, qtbot: QtBot) -> None:
    page = result_of(desk, qtbot, filled(desk, ()))
    assert "rating_halls" not in vars(desk)
    before = changes(desk)
    page.show_hall()
    assert changes(desk) == before


def test_a_draft_has_no_hall_star_and_escape_leads_back(desk: Desk, qtbot: QtBot) -> None:
    assert not result_of(desk, qtbot, filled(desk, (), finish=False)).hall_button.isVisible()
    page = hall_of(desk, qtbot)
    assert page.key(escape())
    assert page.views.currentIndex() == 0
    assert "封存编号" in page.meta.text()


def test_it_fits_and_is_spoken_in_both_themes(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    page = hall_of(desk, qtbot, CAPPED)
    light = page.grab().toImage()
    apply_theme(qapp, "dark")
    assert page.grab().toImage() != light
    apply_theme(qapp, "light")
    assert nameless(page) == []
    assert page.minimumSizeHint().width() <= 1200
    assert page.minimumSizeHint().height() <= 720 - 56


def test_the_report_of_the_hall_is_that_of_the_audit_it_rests_on(desk: Desk, qtbot: QtBot) -> None:
    visits(desk, 1)
    page = hall_of(desk, qtbot)
    wanted = heard(page, "go")
    press(qtbot, page.hall.report_button)
    audit = next(header.id for header in desk.headers(status="finished") if header.kind == "open")
    assert wanted == [("report", (audit, True))]


def test_without_an_audit_there_is_no_report_of_the_hall(desk: Desk, qtbot: QtBot) -> None:
    page = result_of(desk, qtbot, desk.open(visits(desk, 1)[0]))
    press(qtbot, page.hall_button)
    assert not page.hall.report_button.isVisible()
