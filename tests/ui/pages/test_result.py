"""结果: every number as the rating prints it, findings in order, and what changed since the last time."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.finding import findings, written
from inspector.ui.pages.result.beside import Change, Line
from inspector.ui.pages.result.charts import floor_of
from inspector.ui.pages.result.comparing import compare
from inspector.ui.theme import apply_theme
from inspector.ui.widgets.table import GROUP
from tests.ui.pages.result_acts import CAPPED, SMALL_ONES, escape, filled, result_of, words_on
from tests.ui.pages.staging import (
    BINJIANG,
    FULL,
    OFFSCREEN,
    Clock,
    begun,
    changes,
    desk_with_halls,
    heard,
    nameless,
    press,
)

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def test_the_panel_shows_the_star_its_score_and_why(desk: Desk, qtbot: QtBot) -> None:
    inspecting = filled(desk, CAPPED)
    rating = inspecting.rating
    assert rating.caps
    page = result_of(desk, qtbot, inspecting)
    assert rating.total_shown in page.panel.stars.accessibleName()
    assert page.panel.stars.accessibleName().startswith("暂评")
    assert page.panel.accessibleName() == rating.why
    assert page.panel.headline.text() == "得分已达五星，封顶三星"
    assert page.panel.second.text() == "封顶：严重问题 3 项及以上未整改"
    counts = page.panel.counts.accessibleName()
    assert counts.startswith(f"符合 {rating.counts['conform']}，部分 0，不符合 3，不适用 0，厅情未问")


def test_the_head_names_the_seal(desk: Desk, qtbot: QtBot) -> None:
    inspecting = filled(desk, CAPPED)
    seal = desk.seal_of(inspecting.inspection.id)
    assert seal is not None
    meta = result_of(desk, qtbot, inspecting).meta.text()
    assert f"封存编号 {seal.number} · 记录指纹 {seal.sha256[:12]}" in meta
    assert "默认星级规范 2026.1 · 2026年3月5日" in meta


def test_a_draft_is_only_an_estimate_and_leads_back(desk: Desk, qtbot: QtBot) -> None:
    inspecting = filled(desk, SMALL_ONES, finish=False)
    page = result_of(desk, qtbot, inspecting)
    gone = heard(page, "go")
    assert page.panel.stars.accessibleName().startswith("暂估")
    assert "未封存，暂估" in page.meta.text()
    press(qtbot, page.back_button)
    assert page.key(escape())
    assert gone == [("audit", inspecting.inspection.id)] * 2


def test_an_empty_draft_says_that_there_is_nothing_yet(desk: Desk, qtbot: QtBot) -> None:
    page = result_of(desk, qtbot, begun(desk, BINJIANG, form=FULL))
    assert "没有数据" in page.ideas.radar.accessibleName()
    assert page.panel.stars.accessibleName() == "不评星"
    page.show_trace(True)
    assert page.trace.fall_card.isHidden()
    assert page.trace.lost_card.none.text() == page.panel.accessibleName()


def test_charts_print_what_the_rating_prints(desk: Desk, qtbot: QtBot) -> None:
    inspecting = filled(desk, CAPPED + SMALL_ONES)
    page = result_of(desk, qtbot, inspecting)
    rating = inspecting.rating
    for key in rating.scheme.ideas:
        assert f"{rating.readings[key].measure.title} {rating.shown(key)}" in page.ideas.radar.accessibleName()
    for key in rating.scheme.topics:
        assert f"{rating.readings[key].measure.title} {rating.shown(key)}" in page.topics.bars.accessibleName()
    floor = floor_of(rating)
    assert floor is not None
    assert page.ideas.legend.accessibleName() == f"{floor[0].label}下限 {floor[1]}"


def test_written_findings_stand_before_quick_fixes(desk: Desk, qtbot: QtBot) -> None:
    order = begun(desk, BINJIANG, form=FULL).inspection.form.items
    quick = tuple(item.id for item in order.values() if item.severity == "minor" and item.effort <= 1)[:2]
    inspecting = filled(desk, CAPPED + quick)
    page = result_of(desk, qtbot, inspecting)
    model, found = page.table.model, findings(inspecting.inspection)
    rows = [model.item(row).text() for row in range(model.rowCount())]
    assert rows == [*(one.item.id for one in written(found)), "立查立改 2 项", *quick]
    assert model.item(len(written(found))).data(GROUP) is True
    assert model.item(0, 2).text() == "严重"
    assert model.item(0, 3).text() == "宣传海报遮挡"
    assert model.item(0, 4).text() == "3月19日前"


def test_a_finding_opens_in_full_and_closes(desk: Desk, qtbot: QtBot) -> None:
    inspecting = filled(desk, CAPPED)
    page = result_of(desk, qtbot, inspecting)
    page.table.choose("AC-17")
    item = inspecting.inspection.form.items["AC-17"]
    assert page.right.currentWidget() is page.detail
    shown = words_on(page)
    assert all(str(words) in shown for words in (item.ask, item.criterion, item.remedy))
    assert page.detail.go_button.isHidden()
    assert page.key(escape())
    assert page.right.currentWidget() is page.beside
    assert page.table.current() == ""
    assert not page.key(escape())


def test_a_drafts_finding_leads_to_its_item(desk: Desk, qtbot: QtBot) -> None:
    inspecting = filled(desk, CAPPED, finish=False)
    page = result_of(desk, qtbot, inspecting)
    gone = heard(page, "go")
    page.table.choose("SG-06")
    press(qtbot, page.detail.go_button)
    assert gone == [("audit", (inspecting.inspection.id, "SG-06"))]


def test_a_veto_waits_for_a_second_person(desk: Desk, qtbot: QtBot) -> None:
    inspecting = filled(desk, (), finish=False)
    inspecting.put("SG-09", Answer(Verdict.FAIL, note="收取加急费 50 元", ticks=("unlisted_charge",)))
    page = result_of(desk, qtbot, inspecting)
    lines = [line.accessibleName() for line in page.beside.findChildren(Line)]
    assert lines[0].startswith("SG-09 ")
    assert "触及 V-02" in lines[0]
    assert "收取加急费 50 元" in lines[0]
    assert lines[0].endswith("待确认")
    assert page.panel.headline.text().startswith("否决待确认")
    assert inspecting.rating.total_shown in page.panel.second.text()


def test_the_comparison_prints_differences_of_printed_figures(desk: Desk, qtbot: QtBot) -> None:
    clock = cast(Clock, desk.clock)
    clock.set("2025-09-18T09:00:00")
    before = filled(desk, ("SG-06", "AC-13", "SG-23"))
    clock.set("2026-03-05T09:00:00")
    inspecting = filled(desk, ("SG-06", "AC-17"))
    last = desk.last_time(inspecting.inspection)
    assert last is not None
    compared = compare(inspecting.rating, inspecting.inspection, last)
    assert compared.again == ("SG-06",)
    assert set(compared.mended) == {"AC-13", "SG-23"}
    total = compared.total
    assert total is not None
    assert total.by == Fraction(inspecting.rating.total_shown) - Fraction(before.rating.total_shown)
    page = result_of(desk, qtbot, inspecting)
    said = [change.accessibleName() for change in page.beside.findChildren(Change)]
    assert said[0] == f"总分 {before.rating.total_shown} → {inspecting.rating.total_shown}，{total.printed}"
    assert "重复问题 1 项：SG-06" in words_on(page)


def test_a_first_visit_has_nothing_to_compare_with(desk: Desk, qtbot: QtBot) -> None:
    page = result_of(desk, qtbot, filled(desk, CAPPED))
    assert not page.beside.change.isVisibleTo(page)
    assert "SG-06、SG-09、AC-17" in words_on(page)


def test_the_report_is_one_press_away(desk: Desk, qtbot: QtBot) -> None:
    inspecting = filled(desk, CAPPED)
    page = result_of(desk, qtbot, inspecting)
    gone = heard(page, "go")
    press(qtbot, page.report_button)
    assert gone == [("report", inspecting.inspection.id)]


def test_showing_writes_nothing(desk: Desk, qtbot: QtBot) -> None:
    inspecting = filled(desk, CAPPED, finish=False)
    before = changes(desk)
    page = result_of(desk, qtbot, inspecting)
    page.table.choose("SG-06")
    page.show_trace(True)
    page.leave()
    assert changes(desk) == before


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_the_smallest_window_and_names_its_controls(
    desk: Desk, qtbot: QtBot, qapp: QApplication, theme: str
) -> None:
    long = replace(BINJIANG, name="国网某省电力有限公司滨江市供电分公司城东新区第二供电营业厅（二十四小时自助）")
    inspecting = filled(desk, CAPPED, finish=False)
    inspecting.correct_hall(long)
    page = result_of(desk, qtbot, inspecting)
    apply_theme(qapp, theme)
    for show in (lambda: None, lambda: page.table.choose("SG-06"), lambda: page.show_trace(True)):
        show()
        least = page.minimumSizeHint()
        assert (least.width() <= 1200, least.height() <= 720) == (True, True)
        assert nameless(page) == []
        assert not page.grab().isNull()
    apply_theme(qapp)
