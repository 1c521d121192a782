"""Signing before the seal, and what may follow it: replies and amendments."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.actions.amending import amend, replies, reply
from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.reporting import content_of
from inspector.inspection.answer import Document, Verdict
from inspector.inspection.hall import Inspector
from inspector.inspection.inspection import Head
from inspector.ui.pages.gaps.page import GapsPage
from inspector.ui.pages.result import ResultPage
from inspector.ui.widgets.ink_pad import InkPad
from tests.conftest import conform_to_everything
from tests.ui.pages.staging import BINJIANG, OFFSCREEN, heard, press, shown

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def ready(desk: Desk) -> Inspecting:
    inspecting = desk.start("signage", Head(BINJIANG, inspectors=(Inspector("D01", "李明"),)))
    conform_to_everything(inspecting)
    return inspecting


def draw(qtbot: QtBot, pad: InkPad, *places: tuple[float, float]) -> None:
    points = [QPoint(round(x * pad.width()), round(y * pad.height())) for x, y in places]
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(pad, point)
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


@pytest.fixture
def gaps(desk: Desk, qtbot: QtBot, ready: Inspecting) -> GapsPage:
    page = cast(GapsPage, shown(GapsPage, desk, qtbot, ready.inspection.id))
    press(qtbot, page.sign_button)
    return page


def stored(desk: Desk, inspecting: Inspecting) -> Head:
    return desk.open(inspecting.inspection.id).inspection.head


class TestSigning:
    def test_hall_and_inspector_sign_and_it_is_on_the_disk_at_once(
        self, desk: Desk, qtbot: QtBot, gaps: GapsPage, ready: Inspecting
    ) -> None:
        sheet = gaps.signing
        assert not sheet.sign_button.isEnabled()
        qtbot.keyClicks(sheet.statement, "agreed")
        qtbot.keyClicks(sheet.name.edit, "Zhao")
        draw(qtbot, sheet.pad, (0.1, 0.5), (0.5, 0.2), (0.8, 0.6))
        press(qtbot, sheet.sign_button)
        assert not sheet.sign_button.isEnabled()
        head = stored(desk, ready)
        assert head.statement == "agreed"
        assert [(one.role, one.name, len(one.strokes)) for one in head.signatures] == [("hall", "Zhao", 1)]
        assert head.signatures[0].strokes[0][:2] == (100, 200)
        sheet.who.picked.emit("inspector:李明")
        sheet.who.show_current("inspector:李明")
        sheet._show_chosen()
        assert sheet.pad.strokes == []
        draw(qtbot, sheet.pad, (0.2, 0.2), (0.2, 0.8))
        press(qtbot, sheet.sign_button)
        assert [one.name for one in stored(desk, ready).signatures] == ["Zhao", "李明"]
        assert sheet.standing.text() == "Zhao 已签；李明 已签"
        assert gaps.sign_button.text() == "已签 2 人"

    def test_a_stroke_and_a_signature_are_taken_back(
        self, desk: Desk, qtbot: QtBot, gaps: GapsPage, ready: Inspecting
    ) -> None:
        sheet = gaps.signing
        qtbot.keyClicks(sheet.name.edit, "Zhao")
        draw(qtbot, sheet.pad, (0.1, 0.5), (0.5, 0.2))
        draw(qtbot, sheet.pad, (0.1, 0.8), (0.5, 0.8))
        press(qtbot, sheet.back_button)
        press(qtbot, sheet.sign_button)
        assert len(stored(desk, ready).signatures[0].strokes) == 1
        press(qtbot, sheet.again_button)
        assert stored(desk, ready).signatures == ()
        assert sheet.standing.text() == "还没有人签字。"

    def test_what_changes_afterwards_shows_and_stops_the_seal(
        self, desk: Desk, qtbot: QtBot, gaps: GapsPage, ready: Inspecting
    ) -> None:
        sheet = gaps.signing
        qtbot.keyClicks(sheet.name.edit, "Zhao")
        draw(qtbot, sheet.pad, (0.1, 0.5), (0.5, 0.2))
        press(qtbot, sheet.sign_button)
        again = desk.open(ready.inspection.id)
        again.note("SG-01", "又记一句")
        gaps.enter(ready.inspection.id)
        press(qtbot, gaps.sign_button)
        assert sheet.standing.text() == "Zhao 的签字已失效，请重签"
        assert sheet.sign_button.isEnabled()
        said = heard(gaps, "say")
        gaps.finish_button.click()
        gaps.sealing.yes_button.click()
        assert "签字以后又改了内容" in said[-1][1]
        assert desk.seal_of(ready.inspection.id) is None

    def test_a_mystery_visit_is_not_signed(self, desk: Desk, qtbot: QtBot) -> None:
        visit = desk.start("s08-elderly-cash", Head(BINJIANG))
        page = cast(GapsPage, shown(GapsPage, desk, qtbot, visit.inspection.id))
        assert not page.sign_button.isVisibleTo(page)


class TestAfterTheSeal:
    @pytest.fixture
    def result(self, desk: Desk, qtbot: QtBot, ready: Inspecting) -> ResultPage:
        ready.judge("SG-01", Verdict.FAIL)
        ready.finish()
        return cast(ResultPage, shown(ResultPage, desk, qtbot, ready.inspection.id))

    def test_a_reply_is_taken_down_and_printed(
        self, desk: Desk, qtbot: QtBot, result: ResultPage, ready: Inspecting
    ) -> None:
        press(qtbot, result.after_button)
        sheet = result.after.sheet
        qtbot.keyClicks(sheet.name.edit, "Zhao")
        qtbot.keyClicks(sheet.words, "repaired")
        press(qtbot, sheet.reply_button)
        assert [one.words for one in replies(desk, ready.inspection.id)] == ["repaired"]
        said = content_of(desk, ready.inspection.id).said
        assert ("repaired", True) in [(one.value, "Zhao" in one.label) for one in said]
        press(qtbot, result.after_button)
        assert any("Zhao" in line.text() for line in sheet.lines if hasattr(line, "text"))

    def test_an_amendment_begins_with_its_reason_and_both_scores_show(
        self, desk: Desk, qtbot: QtBot, result: ResultPage, ready: Inspecting
    ) -> None:
        went, said = heard(result, "go"), heard(result, "say")
        press(qtbot, result.after_button)
        sheet = result.after.sheet
        press(qtbot, sheet.amend_button)
        assert said[-1][1] == "请写明为什么要更正。"
        qtbot.keyClicks(sheet.reason, "misread")
        press(qtbot, sheet.amend_button)
        place, id_ = went[-1]
        assert place == "audit"
        amending = desk.open(id_)
        amending.judge("SG-01", Verdict.CONFORM)
        amending.finish()
        result.enter(ready.inspection.id)
        assert result.after.text().startswith("已由第 2 号检查更正，更正后得分 ")
        press(qtbot, result.after_button)
        assert not sheet.amend_button.isEnabled()
        result.enter(id_)
        assert result.after.text().startswith("更正第 1 号检查（原得分 ")
        assert result.after.text().endswith("理由：misread")
        said_on_paper = [one.value for one in content_of(desk, id_).said]
        assert said_on_paper[0].startswith("更正第 1 号检查")
        assert "本记录已由第 2 号检查更正" in next(one.value for one in content_of(desk, ready.inspection.id).said)

    def test_without_either_nothing_shows(self, result: ResultPage) -> None:
        assert not result.after.isVisibleTo(result)


def test_a_report_prints_the_ink(desk: Desk, ready: Inspecting, tmp_path: Path) -> None:
    ready.take_statement("认可")
    ready.sign("hall", "赵敏", ((100, 100, 500, 300), (600, 200, 600, 200)))
    ready.finish()
    content = content_of(desk, ready.inspection.id)
    box = next(box for box in content.signatures if box.strokes)
    assert (box.role, box.day) == ("营业厅 赵敏", "2026年3月5日")
    assert [one.value for one in content.said if one.label == "营业厅意见"] == ["认可"]
    amending = amend(desk, ready.inspection.id, "看错了")
    assert amending.inspection.head.signatures == ()
    reply(desk, ready.inspection.id, "赵敏", "无异议")
    assert isinstance(desk.folder, Path)
    assert tmp_path == desk.folder


def test_the_pad_keeps_its_shape(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    pad = InkPad(host)
    host.show()
    pad.resize(500, 10)
    assert pad.height() == 200


def test_a_report_lists_documents_and_says_what_is_gone(desk: Desk, ready: Inspecting) -> None:
    kept = desk.vault.keep(b"%PDF-1.7 plan")
    document = Document(kept, "整改方案.pdf", "PDF", 13)
    ready.put("SG-01", replace(ready.inspection.answer("SG-01"), documents=(document,)))
    ready.finish()
    (line,) = content_of(desk, ready.inspection.id).documents
    assert (line.label, line.value) == ("SG-01", f"整改方案.pdf（PDF，1 KB，指纹 {kept[:16]}）")
    desk.vault.original(kept).unlink()
    (line,) = content_of(desk, ready.inspection.id).documents
    assert line.value.endswith("佐证缺失")
