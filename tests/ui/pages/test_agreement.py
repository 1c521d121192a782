"""督查员一致性: two inspectors at one hall, reached from the list and from the hall's result."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.actions.agreeing import comparable
from inspector.actions.desk import Desk
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.hall import Hall, Inspector
from inspector.inspection.inspection import Head
from inspector.ui.pages.agreement import AgreementPage
from inspector.ui.pages.inspections import InspectionsPage
from inspector.ui.pages.result import ResultPage
from inspector.ui.theme import apply_theme
from tests.ui.pages.staging import (
    BINJIANG,
    ME,
    OFFSCREEN,
    QINGSHI,
    SECOND,
    SMALL,
    desk_with_halls,
    heard,
    nameless,
    press,
    shown,
)

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def seen(desk: Desk, person: Inspector, judged: Mapping[str, Answer], hall: Hall = BINJIANG, form: str = SMALL) -> str:
    inspecting = desk.start(form, Head(hall, "open", (person,), no_conflict=True))
    for item in inspecting.inspection.form.order:
        if inspecting.inspection.asked(item):
            inspecting.put(item, judged.get(item, Answer(Verdict.CONFORM)))
    inspecting.finish()
    return inspecting.inspection.id


def fail(note: str) -> Answer:
    return Answer(Verdict.FAIL, note=note)


@pytest.fixture
def pair(desk: Desk) -> tuple[str, str]:
    first = {"EN-01": fail("门前有积水"), "EN-02": fail("地砖破损"), "EN-03": Answer(Verdict.PARTLY, note="灯坏一盏")}
    second = {"EN-01": fail("门前积水"), "EN-03": fail("两盏灯不亮")}
    return seen(desk, ME, first), seen(desk, SECOND, second)


def agreement(desk: Desk, qtbot: QtBot, argument: object = None) -> AgreementPage:
    return cast(AgreementPage, shown(AgreementPage, desk, qtbot, argument))


def key(code: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier)


def spoken(page: AgreementPage) -> list[str]:
    model, role = page.model, Qt.ItemDataRole.AccessibleTextRole
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return ["，".join(model.data(model.index(row, one), role) for one in columns) for row in rows]


def test_two_inspections_are_compared(desk: Desk, qtbot: QtBot, pair: tuple[str, str]) -> None:
    page = agreement(desk, qtbot)
    n = page.figures.matrix._rows[0][0] + 3
    assert page.pair.currentText() == "周敏 2026年3月5日（编号 1） 与 陈立新 2026年3月5日（编号 2）"
    assert page.figures.matrix._rows == ((n - 3, 0, 0), (0, 0, 1), (1, 0, 1))
    assert page.figures.alike.text() == f"{n} 项都判了，{n - 2} 项相同"
    chance = ((n - 3) * (n - 2) + 2 * 2) / n**2
    by_hand = ((n - 2) / n - chance) / (1 - chance)
    assert page.figures.kappa.text() == f"{by_hand:.4f}"[:4]
    assert spoken(page)[0].startswith("EN-02，")
    assert spoken(page)[0].endswith("，周敏 不符合，陈立新 符合")
    assert spoken(page)[1].endswith("，周敏 部分符合，陈立新 不符合")
    assert "周敏判符合、陈立新判符合" in page.figures.matrix.accessibleName()
    assert not page.figures.only.isVisible()


def test_both_notes_stand_beside_each_other_and_lead_to_the_item(
    desk: Desk, qtbot: QtBot, pair: tuple[str, str]
) -> None:
    page = agreement(desk, qtbot)
    wanted = heard(page, "go")
    assert (page.detail.first.note.text(), page.detail.second.note.text()) == ("地砖破损", "没有写备注")
    page.table.selectRow(1)
    assert (page.detail.first.note.text(), page.detail.second.note.text()) == ("灯坏一盏", "两盏灯不亮")
    press(qtbot, page.detail.first.link)
    press(qtbot, page.detail.second.link)
    assert not page.key(key(Qt.Key.Key_Return))  # the link pressed has the focus
    page.table.setFocus()
    assert page.key(key(Qt.Key.Key_Return))
    page.table.selectRow(0)
    assert page.key(key(Qt.Key.Key_Return))
    first, second = pair
    assert wanted == [
        ("result", (first, "EN-03")),
        ("result", (second, "EN-03")),
        ("result", (second, "EN-03")),
        ("result", (first, "EN-02")),
    ]


def test_the_result_opens_at_the_item(desk: Desk, qtbot: QtBot, pair: tuple[str, str]) -> None:
    first, second = pair
    result = cast(ResultPage, shown(ResultPage, desk, qtbot, (first, "EN-02")))
    assert result.right.currentWidget() is result.detail
    assert result.detail.accessibleName().startswith("EN-02")
    told = heard(result, "say")
    result.enter((second, "EN-02"))
    assert told[0][1] == "EN-02 在这次检查里是“符合”，不在问题清单里。"
    assert result.right.currentWidget() is result.beside


def test_what_the_figures_mean_is_said(desk: Desk, qtbot: QtBot, pair: tuple[str, str]) -> None:
    page = agreement(desk, qtbot)
    assert page.compared is not None
    assert page.figures.word.text() == f"{page.compared.found.word}，没有达到 0.60"
    assert "统一尺度" in page.figures.meaning.text()
    assert page.figures.interval.text().startswith(("95% 区间 [", "不足 20 项"))
    assert page.figures.scale.accessibleName().startswith(page.compared.found.word)


def test_where_everything_is_alike_kappa_says_nothing(desk: Desk, qtbot: QtBot) -> None:
    seen(desk, ME, {}), seen(desk, SECOND, {})
    page = agreement(desk, qtbot)
    assert (page.figures.percent.text(), page.figures.kappa.text()) == ("100.0%", "—")
    assert page.figures.word.text() == "κ 无法计算"
    assert "看不出是一致还是碰巧" in page.figures.meaning.text()
    assert page.listed.currentWidget() is page.none
    assert not page.detail.isVisible()
    assert page._chosen() is None
    page._open_item()


def test_good_agreement_is_called_so(desk: Desk, qtbot: QtBot) -> None:
    judged = {f"EN-{n:02}": fail("见现场") for n in range(1, 8)}
    seen(desk, ME, judged), seen(desk, SECOND, judged | {"EN-08": fail("见现场")})
    page = agreement(desk, qtbot)
    assert "达到 0.60" in page.figures.word.text()
    assert "没有" not in page.figures.word.text()
    assert page.figures.meaning.text().startswith("两人对标准的理解一致")


def test_only_different_people_with_the_same_form_are_compared(desk: Desk, qtbot: QtBot) -> None:
    one = seen(desk, ME, {})
    seen(desk, ME, {})
    seen(desk, SECOND, {}, form="signage")
    seen(desk, SECOND, {}, hall=QINGSHI)
    assert comparable(desk) == []
    page = agreement(desk, qtbot, one)
    wanted = heard(page, "go")
    assert page.stack.currentWidget() is page.empty
    assert page.empty.button is not None
    press(qtbot, page.empty.button)
    seen(desk, SECOND, {})
    page.enter(None)
    assert page.pair.count() == 2
    assert [pair.second.header.number for pair in comparable(desk)] == [5, 5]
    assert wanted == [("start", None)]


def test_the_pairs_of_the_inspection_one_comes_from_are_shown(desk: Desk, qtbot: QtBot, pair: tuple[str, str]) -> None:
    other = seen(desk, ME, {"EN-05": fail("见现场")}, QINGSHI), seen(desk, SECOND, {}, QINGSHI)
    alone = seen(desk, ME, {}, Hall("NH-003", "南湖供电营业厅"))
    page = agreement(desk, qtbot, pair[0])
    assert (page.hall.key(), page.pair.key()) == ("BJ-001", " ".join(pair))
    page.hall.show_key("QS-002")
    page.hall.picked.emit("QS-002")
    assert page.pair.key() == " ".join(other)
    wanted, told = heard(page, "go"), heard(page, "say")
    assert page.key(key(Qt.Key.Key_Escape))
    page.enter(alone)
    assert "南湖供电营业厅还没有" in str(told[0][1])
    page.enter(None)
    press(qtbot, page.back_button)
    assert wanted == [("result", pair[0]), ("inspections", None)]
    assert not page.key(key(Qt.Key.Key_A))


def test_whoever_went_covertly_appears_by_code(desk: Desk) -> None:
    for code in ("SM-01", "SM-02"):
        inspecting = desk.start("s10-deaf", Head(BINJIANG, "mystery", (Inspector(code, "真名"),)))
        inspecting.set_head("note", "")
        desk.database.write("update inspections set status = 'finished' where id = ?", inspecting.inspection.id)
    (found,) = comparable(desk)
    assert (found.first.people, found.second.people) == ("SM-01", "SM-02")


def test_the_list_and_the_hall_lead_here(desk: Desk, qtbot: QtBot, pair: tuple[str, str]) -> None:
    listing = cast(InspectionsPage, shown(InspectionsPage, desk, qtbot))
    listing.table.selectRow(0)
    wanted = heard(listing, "go")
    press(qtbot, listing.acts.agree_button)
    result = cast(ResultPage, shown(ResultPage, desk, qtbot, pair[0]))
    result.show_hall()
    also = heard(result, "go")
    press(qtbot, result.hall.agree_button)
    assert (wanted, also) == ([("agreement", pair[1])], [("agreement", pair[0])])


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_it_fits_a_small_screen_and_is_spoken(
    desk: Desk, qtbot: QtBot, qapp: QApplication, pair: tuple[str, str], scale: float
) -> None:
    page = agreement(desk, qtbot)
    light = page.grab().toImage()
    apply_theme(qapp, "dark", scale)
    qapp.processEvents()
    least = page.minimumSizeHint()
    assert page.grab().toImage() != light
    apply_theme(qapp)
    assert (least.width() <= 1280 - 80, least.height() <= 720 - 56) == (True, True), least
    assert nameless(page) == []
