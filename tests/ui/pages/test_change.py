"""规范改动的影响: two schemes over everything inspected, on the screen that the settings lead to."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.paths import forms
from inspector.ui.jobs import Jobs
from inspector.ui.page import Tools
from inspector.ui.pages.change import ChangePage
from inspector.ui.pages.change.detail import differing
from inspector.ui.pages.change.page import EMPTY, FOUND, READY
from inspector.ui.pages.settings.schemes_tab import SchemesTab
from inspector.ui.theme import apply_theme
from inspector.wording import NBSP
from tests.rating.test_preview import STRICT
from tests.ui.pages.settings_acts import settings
from tests.ui.pages.staging import (
    BINJIANG,
    FULL,
    OFFSCREEN,
    QINGSHI,
    begun,
    changes,
    desk_with_halls,
    finished,
    heard,
    nameless,
    press,
    shown,
)

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)
STEPWISE = "default-stepwise@2026.1"
USED = "default@2026.1"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


@pytest.fixture
def inspected(desk: Desk) -> Desk:
    finished(desk, BINJIANG, ["AC-13"], form=FULL)
    finished(desk, QINGSHI, form=FULL)
    begun(desk, QINGSHI, 3)
    return desk


@pytest.fixture
def strict(tmp_path: Path) -> Path:
    (tmp_path / "default.yaml").write_bytes((forms() / "schemes" / "default.yaml").read_bytes())
    path = tmp_path / "strict.yaml"
    path.write_text(STRICT, "utf-8")
    return path


def change(desk: Desk, qtbot: QtBot, argument: object = None) -> ChangePage:
    return cast(ChangePage, shown(ChangePage, desk, qtbot, argument))


def tried(desk: Desk, qtbot: QtBot, path: Path) -> ChangePage:
    page = change(desk, qtbot)
    page.read_file(path)
    press(qtbot, page.choosing.try_button)
    return page


def said(page: ChangePage) -> list[str]:
    """Return the rows of the table as they are read out."""
    model = page.model
    columns = range(model.columnCount())
    return [
        "，".join(model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole) for column in columns)
        for row in range(model.rowCount())
    ]


def test_who_falls_and_why(inspected: Desk, qtbot: QtBot, strict: Path) -> None:
    seals = [inspected.seal_of(header.id) for header in inspected.headers(status="finished")]
    before = changes(inspected)
    page = tried(inspected, qtbot, strict)
    assert page.stack.currentIndex() == FOUND
    assert said(page) == [
        "滨江供电营业厅，BJ-001 · 临江市，暂评 4 星 99.3 分，暂评 2 星 99.3 分，降 2 级",
        "青石桥供电营业厅，QS-002，暂评 5 星 100.0 分，暂评 5 星 100.0 分，不变",
    ]
    assert "封顶四星" in page.detail.before.why.text()
    assert "有严重问题封顶二星" in page.detail.after.why.text()
    assert page.detail.after.scheme.text() == "改动后 · 严一些 1"
    assert not page.detail.result_button.isVisible()
    assert changes(inspected) == before
    assert [inspected.seal_of(header.id) for header in inspected.headers(status="finished")] == seals


def test_inspections_and_moves_are_chosen(inspected: Desk, qtbot: QtBot, strict: Path) -> None:
    page = tried(inspected, qtbot, strict)
    wanted = heard(page, "go")
    page.subject._pieces["inspections"].click()
    assert [view.view.words.replace(NBSP, " ") for view in page.moves._pieces.values()] == [
        "全部 2",
        "下降 1",
        "不变 1",
    ]
    assert said(page)[0].startswith("滨江供电营业厅，编号 1 · 明察 · 2026年3月5日")
    page.moves._pieces["stays"].click()
    assert [row.split("，")[0] for row in said(page)] == ["青石桥供电营业厅"]
    press(qtbot, page.detail.result_button)
    assert wanted == [("result", inspected.headers(hall="QS-002", status="finished")[0].id)]


def test_shipped_schemes_are_tried_the_other_way_round_too(inspected: Desk, qtbot: QtBot) -> None:
    page = change(inspected, qtbot, (STEPWISE, USED))
    assert (page.choosing.before.key(), page.choosing.after.key()) == (STEPWISE, USED)
    page.run()
    # The stepwise scheme asks for a rating before that was good too; a first one has none.
    assert [row.split("，")[-1] for row in said(page)] == ["升 1 级", "不变"]
    assert ("上次总分", "–", "–") not in differing(page._rows()[0])
    assert page.detail.figures.count() == 4 * len(differing(page._rows()[0]))


def test_a_scheme_is_never_tried_against_itself(inspected: Desk, qtbot: QtBot) -> None:
    page = change(inspected, qtbot)
    assert page.choosing.before.key() == USED
    assert page.choosing.after.key() != USED
    assert page.choosing.try_button.isEnabled()
    page.choosing.after.show_key(USED)
    page.choosing.after.picked.emit(USED)
    assert not page.choosing.try_button.isEnabled()
    page.run()
    assert page.stack.currentIndex() == READY


def test_another_choice_takes_away_what_was_found(inspected: Desk, qtbot: QtBot, strict: Path) -> None:
    page = tried(inspected, qtbot, strict)
    page.choosing.after.show_key(STEPWISE)
    page.choosing.after.picked.emit(STEPWISE)
    assert page.stack.currentIndex() == READY
    page.enter(None)
    assert str(strict.resolve()) in page.choosing.schemes


def test_nothing_inspected_is_said(desk: Desk, qtbot: QtBot) -> None:
    begun(desk, BINJIANG, 2)
    page = change(desk, qtbot)
    wanted = heard(page, "go")
    assert page.stack.currentIndex() == EMPTY
    page.run()
    assert page.stack.currentIndex() == EMPTY
    assert page.empty.button is not None
    press(qtbot, page.empty.button)
    assert wanted == [("start", None)]


@pytest.mark.parametrize(
    ("text", "told", "count"),
    [
        (STRICT.replace("to: 2", "to: 9").replace("major_open", "majors"), ("F227", "F210"), 2),
        ("scheme: [", ("F006",), 1),
        ("", ("F013",), 1),
    ],
)
def test_a_file_with_mistakes_is_told_and_not_taken(
    inspected: Desk, qtbot: QtBot, strict: Path, text: str, told: tuple[str, ...], count: int
) -> None:
    page = tried(inspected, qtbot, strict)
    strict.write_text(text, "utf-8")
    page.read_file(strict)
    assert page.choosing.verdict.text() == f"strict.yaml 不能用：{count} 处错误"
    lines = page.choosing.mistakes.toPlainText()
    assert all(code in lines for code in told)
    assert page.choosing.mistakes.isVisible()
    page.choosing.before.picked.emit(USED)
    assert not page.choosing.mistakes.isVisible()


def test_the_file_is_asked_for(inspected: Desk, qtbot: QtBot, strict: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = change(inspected, qtbot)
    answers = [("", ""), (str(strict), "")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: answers.pop(0))
    press(qtbot, page.choosing.file_button)
    assert page.choosing.after.currentText() != "文件：严一些 1"
    press(qtbot, page.choosing.file_button)
    assert page.choosing.after.currentText() == "文件：严一些 1"


def test_it_can_be_cancelled_and_started_again(inspected: Desk, qtbot: QtBot, strict: Path) -> None:
    jobs = Jobs()
    page = ChangePage(Tools(inspected, jobs))
    qtbot.addWidget(page)
    page.enter(None)
    page.read_file(strict)
    told = heard(page, "say")
    jobs.started.connect(lambda job: job.cancel())
    page.run()
    assert page.job is not None
    page.job.cancel()
    qtbot.waitUntil(lambda: not jobs.running)
    jobs.finish_all()
    jobs.started.disconnect()
    if page.found is None:
        assert [one[1] for one in told] == ["试评已取消，什么都没有改动。"]
    assert page.choosing.try_button.isEnabled()
    shares: list[float] = []
    jobs.started.connect(lambda job: job.moved.connect(shares.append))
    page.run()
    assert not page.choosing.try_button.isEnabled()
    qtbot.waitUntil(lambda: page.found is not None)
    assert page.choosing.try_button.isEnabled()
    assert shares == sorted(shares)
    assert len(shares) == 4  # two inspections, two halls


def test_leaving_stops_it_without_a_word(inspected: Desk, qtbot: QtBot, strict: Path) -> None:
    jobs = Jobs()
    page = ChangePage(Tools(inspected, jobs))
    qtbot.addWidget(page)
    page.enter(None)
    page.read_file(strict)
    told = heard(page, "say")
    page.run()
    page.leave()
    qtbot.waitUntil(lambda: not jobs.running)
    assert told == []


def test_escape_returns_to_the_schemes(inspected: Desk, qtbot: QtBot) -> None:
    page = change(inspected, qtbot)
    wanted = heard(page, "go")
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.key(event)
    assert not page.key(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier))
    press(qtbot, page.back_button)
    assert wanted == [("settings", "schemes")] * 2


def test_the_settings_lead_here(inspected: Desk, qtbot: QtBot) -> None:
    page = settings(inspected, qtbot, "schemes")
    tab = cast(SchemesTab, page.tab)
    wanted = heard(page, "go")
    press(qtbot, tab.try_button)
    tab._choose(STEPWISE)
    press(qtbot, tab.try_button)
    tab._choose(USED)
    tab.beside.show_key(STEPWISE)
    press(qtbot, tab.try_button)
    assert wanted == [("change", None), ("change", (USED, STEPWISE)), ("change", (STEPWISE, USED))]


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_it_fits_a_small_screen_and_is_spoken(
    inspected: Desk, qtbot: QtBot, qapp: QApplication, strict: Path, scale: float
) -> None:
    page = tried(inspected, qtbot, strict)
    light = page.grab().toImage()
    apply_theme(qapp, "dark", scale)
    qapp.processEvents()
    least = page.minimumSizeHint()
    assert page.grab().toImage() != light
    apply_theme(qapp)
    assert (least.width() <= 1280 - 80, least.height() <= 720 - 56) == (True, True), least
    assert nameless(page) == []
