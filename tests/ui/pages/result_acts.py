"""What tests of the result do in a person's place: fill in a whole form, and look at what it came to."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.inspection.answer import Answer, Verdict
from inspector.ui.pages.result import ResultPage
from inspector.ui.widgets.painted import Words
from tests.ui.pages.staging import BINJIANG, FULL, begun, shown

CAPPED = ("SG-06", "SG-09", "AC-17")
SMALL_ONES = ("SG-23", "SG-38", "EN-11", "EL-05")


def filled(desk: Desk, failing: tuple[str, ...], finish: bool = True) -> Inspecting:
    inspecting = begun(desk, BINJIANG, form=FULL)
    for item in inspecting.inspection.form.order:
        if inspecting.inspection.asked(item):
            verdict = Verdict.FAIL if item in failing else Verdict.CONFORM
            inspecting.put(item, Answer(verdict, note="宣传海报遮挡" if item in failing else ""))
    if finish:
        inspecting.finish()
    return inspecting


def result_of(desk: Desk, qtbot: QtBot, inspecting: Inspecting) -> ResultPage:
    return cast(ResultPage, shown(ResultPage, desk, qtbot, inspecting.inspection.id))


def escape() -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)


def words_on(page: ResultPage) -> str:
    return "\n".join(each.text() for each in page.findChildren(Words))


def lost_codes(page: ResultPage) -> list[str]:
    model = page.trace.lost_card.model
    return [model.item(row).text() for row in range(model.rowCount())]
