"""客户问卷 on the hall's view: a line beside the star, every question on a sheet, and no rows among the inspections."""

from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.inspection.answer import Sample, Verdict
from inspector.inspection.inspection import Head
from inspector.ui.pages.result import ResultPage
from tests.ui.pages.result_acts import filled, result_of
from tests.ui.pages.staging import BINJIANG, OFFSCREEN, desk_with_halls, nameless, press

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def surveyed(desk: Desk, *scores: int) -> None:
    for score in scores:
        inspecting = desk.start("customer-survey", Head(BINJIANG))
        inspecting.measure("SV-08", "score", (Sample(Decimal(score)),))
        for item in inspecting.inspection.asked_items:
            if inspecting.inspection.verdict(item.id) is None:
                inspecting.judge(item.id, Verdict.CONFORM)
        inspecting.finish()


def hall_of(desk: Desk, qtbot: QtBot) -> ResultPage:
    page = result_of(desk, qtbot, filled(desk, ()))
    press(qtbot, page.hall_button)
    return page


def test_without_surveys_nothing_is_shown(desk: Desk, qtbot: QtBot) -> None:
    assert not hall_of(desk, qtbot).hall.survey.isVisible()


def test_the_figures_stand_beside_the_star(desk: Desk, qtbot: QtBot) -> None:
    surveyed(desk, 9, 9, 7, 2)
    hall = hall_of(desk, qtbot).hall
    assert hall.survey.line.text() == "问卷 4 份，满意率 91.6%"  # 22 of 24
    assert hall.survey.apart.text() == "单独统计，不计入星级；不足 30 份，只作参考"
    assert [row.title for row in hall.rows.rows() if "问卷" in row.title] == []
    assert hall.count.text() == "1 次，计入 1 次"


def test_every_question_is_on_the_sheet(desk: Desk, qtbot: QtBot) -> None:
    surveyed(desk, 9, 6)
    page = hall_of(desk, qtbot)
    press(qtbot, page.hall.survey.more)
    sheet = page.hall.survey.sheet
    assert sheet.isVisible()
    assert "SV-08 总的打几分：好 1、一般 1、差 0，平均 7.5" in sheet.told.text()
    assert "总的打几分 50.0%" in sheet.bars.accessibleName()
    assert nameless(page) == []


def test_it_still_fits_the_smallest_window(desk: Desk, qtbot: QtBot) -> None:
    surveyed(desk, 9)
    page = hall_of(desk, qtbot)
    assert (page.minimumSizeHint().width(), page.minimumSizeHint().height()) <= (1200, 720)
