"""The register: finding what waits, deciding it in a second person's place, and what follows on the screen."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.inspection.answer import Answer, Verdict
from inspector.ui.pages.register import RegisterPage
from inspector.ui.pages.register.detail import DecisionLine
from inspector.ui.pages.register.model import FINDING, OPEN, SEVERITY, STATUS
from inspector.ui.theme import apply_theme
from tests.ui.pages.result_acts import result_of
from tests.ui.pages.staging import (
    BINJIANG,
    FULL,
    ME,
    OFFSCREEN,
    QINGSHI,
    SECOND,
    begun,
    changes,
    desk_with_halls,
    heard,
    nameless,
    press,
    shown,
    type_into,
)
from tests.ui.widgets.acts import commit, compose

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)
FATAL, MAJOR = "FS-01", "AC-13"
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def audited(desk: Desk, hall: object = BINJIANG) -> str:
    inspecting = begun(desk, hall, form=FULL)  # type: ignore[arg-type]
    inspecting.put(FATAL, Answer(Verdict.FAIL, note="后门上锁", ticks=("exit_locked",)))
    inspecting.put(MAJOR, Answer(Verdict.FAIL, note="没有低位台"))
    for item in inspecting.inspection.form.order:
        if inspecting.inspection.asked(item) and inspecting.inspection.verdict(item) is None:
            inspecting.judge(item, Verdict.CONFORM)
    inspecting.finish()
    return inspecting.inspection.id


def register(desk: Desk, qtbot: QtBot, argument: object = None) -> RegisterPage:
    return cast(RegisterPage, shown(RegisterPage, desk, qtbot, argument))


def items(page: RegisterPage) -> list[str]:
    return [one.entry.item for one in page.model.rows]


def views(page: RegisterPage) -> list[str]:
    return [piece.words.replace("\u00a0", " ") for piece in page.filters.views._pieces.values()]


def acts(page: RegisterPage) -> list[str]:
    return [act for act, button in page.detail.buttons.items() if button.isVisible()]


def decide(page: RegisterPage, qtbot: QtBot, act: str, reason: str) -> None:
    press(qtbot, page.detail.buttons[act])
    commit(page.detail.form.reason, reason)
    press(qtbot, page.detail.form.yes_button)


def key(code: Qt.Key, text: str = "", control: bool = False) -> QKeyEvent:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QKeyEvent.Type.KeyPress, code, held, text)


def test_what_waits_comes_first_and_is_told_in_full(desk: Desk, qtbot: QtBot) -> None:
    audited(desk)
    page = register(desk, qtbot)
    assert views(page) == ["待确认 2", "未整改 2", "全部 2"]
    assert items(page) == [FATAL, MAJOR]
    row = [page.model.index(0, column).data(SPOKEN) for column in (FINDING, SEVERITY, STATUS, OPEN)]
    assert row == ["安全出口畅通，滨江供电营业厅", "否决", "待确认", "未整改"]
    detail = page.detail
    assert detail.accessibleName() == "FS-01 安全出口畅通"
    assert "后门上锁" in detail._parts["fact"][1].text()
    assert acts(page) == ["confirm", "reject", "close"]


def test_a_second_person_confirms_and_the_star_follows(desk: Desk, qtbot: QtBot) -> None:
    id_ = audited(desk)
    page = register(desk, qtbot)
    said, went = heard(page, "say"), heard(page, "go")
    press(qtbot, page.detail.buttons["confirm"])
    form = page.detail.form
    assert form.isVisible()
    assert form.who.key() == SECOND.code
    assert "周敏参加了这次检查，不能核实" in form.closed.text()
    model = cast(QStandardItemModel, form.who.model())
    assert [model.item(row).isEnabled() for row in range(3)] == [True, False, True]
    commit(form.reason, "复看监控，确实上锁")
    press(qtbot, form.yes_button)
    assert items(page) == [MAJOR]
    assert views(page) == ["待确认 1", "未整改 2", "全部 2"]
    assert said[-1][:3] == (
        "good",
        "FS-01 已确认属实。滨江供电营业厅编号 1 的检查现为：暂评 0 星 98.3 分。",
        "看结果",
    )
    cast(object, said[-1][3])()  # type: ignore[operator]
    assert went == [("result", id_)]
    assert "一票否决" in result_of(desk, qtbot, desk.open(id_)).panel.accessibleName()


def test_a_reason_and_a_person_are_asked_for(desk: Desk, qtbot: QtBot) -> None:
    audited(desk)
    page = register(desk, qtbot)
    said = heard(page, "say")
    press(qtbot, page.detail.buttons["reject"])
    press(qtbot, page.detail.form.yes_button)
    assert said[-1][:2] == ("bad", "请写明理由。")
    page.detail.form.who.show_key("")
    press(qtbot, page.detail.form.yes_button)
    assert said[-1][:2] == ("bad", "请选择由谁决定。")
    assert page.detail.form.isVisible()
    assert items(page) == [FATAL, MAJOR]


def test_half_typed_words_are_part_of_the_reason(desk: Desk, qtbot: QtBot) -> None:
    audited(desk)
    page = register(desk, qtbot)
    press(qtbot, page.detail.buttons["close"])
    compose(page.detail.form.reason, "已拆锁")
    assert page.key(key(Qt.Key.Key_Return, control=True))
    (decision,) = desk.registering.decisions(page.listed[0].entry)
    assert (decision.act, decision.by.code, decision.reason) == ("close", ME.code, "已拆锁")


def test_every_act_leads_to_the_next_and_is_remembered(desk: Desk, qtbot: QtBot) -> None:
    audited(desk)
    page = register(desk, qtbot, "every")
    decide(page, qtbot, "close", "已拆锁")
    assert acts(page) == ["confirm", "reject", "reopen"]
    decide(page, qtbot, "reopen", "又上锁了")
    decide(page, qtbot, "reject", "不是安全出口")
    assert acts(page) == ["reopen"]
    assert page.model.index(0, OPEN).data(SPOKEN) == ""
    held = page.detail._decisions
    told = [cast(DecisionLine, held.itemAt(row).widget()).accessibleName() for row in range(held.count())]
    assert [one.split("，")[0] for one in told] == ["已记为整改完成　周敏", "已重新打开　周敏", "已判为不成立　陈立新"]
    assert views(page) == ["待确认 1", "未整改 1", "全部 2"]


def test_nobody_else_on_the_list_leads_to_the_settings(desk: Desk, qtbot: QtBot) -> None:
    audited(desk)
    desk.places.remove_inspector(SECOND.code)
    page = register(desk, qtbot)
    went = heard(page, "go")
    press(qtbot, page.detail.buttons["confirm"])
    assert "没有别的督查员" in page.detail.form.closed.text()
    assert not page.detail.form.yes_button.isVisible()
    press(qtbot, page.detail.form.people_button)
    assert went == [("settings", "inspectors")]


@pytest.mark.parametrize(("text", "found"), [("青石", 2), ("qsq", 2), ("出口", 2), ("ac-13", 2), ("没有", 0)])
def test_the_search_knows_halls_and_items(desk: Desk, qtbot: QtBot, text: str, found: int) -> None:
    audited(desk), audited(desk, QINGSHI)
    page = register(desk, qtbot)
    assert page.key(key(Qt.Key.Key_Slash, "/"))
    type_into(qtbot, page.filters.search, text)
    assert len(items(page)) == found
    assert page.detail.isVisible() == bool(found)
    assert page.nothing.isVisible() != bool(found)


def test_the_result_leads_to_the_findings_of_its_inspection(desk: Desk, qtbot: QtBot) -> None:
    first, _second = audited(desk), audited(desk, QINGSHI)
    result = result_of(desk, qtbot, desk.open(first))
    went = heard(result, "go")
    press(qtbot, result.beside.register_button)
    assert went == [("register", first)]
    page = register(desk, qtbot, first)
    assert page.filters.views.current() == "every"
    assert page._shown is not None
    assert page._shown.entry.inspection == first
    gone = heard(page, "go")
    press(qtbot, page.detail.result_button)
    assert gone == [("result", first)]


def test_keys_walk_ask_and_take_back(desk: Desk, qtbot: QtBot) -> None:
    audited(desk)
    page = register(desk, qtbot)
    assert QApplication.focusWidget() is page.table
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.detail.accessibleName().startswith(MAJOR)
    assert page.key(key(Qt.Key.Key_Return))
    assert QApplication.focusWidget() is page.detail.buttons["confirm"]
    qtbot.keyClick(page.detail.buttons["confirm"], Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.detail.form.reason
    assert not page.key(key(Qt.Key.Key_Escape))
    page.detail.form.who.setFocus()
    assert page.key(key(Qt.Key.Key_Escape))
    assert not page.detail.form.isVisible()


def test_an_empty_register_teaches(desk: Desk, qtbot: QtBot) -> None:
    page = register(desk, qtbot)
    went = heard(page, "go")
    assert page.empty.isVisible()
    assert page.empty.button is not None
    press(qtbot, page.empty.button)
    assert went == [("start", None)]


def test_showing_writes_nothing(desk: Desk, qtbot: QtBot) -> None:
    audited(desk)
    before = changes(desk)
    page = register(desk, qtbot)
    press(qtbot, page.detail.buttons["confirm"])
    page.leave()
    assert changes(desk) == before


def test_five_thousand_findings_open_one_inspection(desk: Desk, qtbot: QtBot) -> None:
    audited(desk)
    page = register(desk, qtbot)
    page.model.show_rows(page.listed[:1] * 5_000)
    page.grab()
    assert page.model.rowCount(QModelIndex()) == 5_000


def test_it_fits_and_is_spoken_in_both_themes(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    audited(desk)
    page = register(desk, qtbot)
    press(qtbot, page.detail.buttons["confirm"])
    light = page.grab().toImage()
    apply_theme(qapp, "dark")
    assert page.grab().toImage() != light
    apply_theme(qapp, "light")
    assert nameless(page) == []
    assert page.minimumSizeHint().width() <= 1200
    assert page.minimumSizeHint().height() <= 720 - 56
