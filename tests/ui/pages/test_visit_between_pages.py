"""A mystery visit on the pages it shares with open audits: nobody is named, and the way leads back to 离场补录."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.ui.pages.audit import AuditPage
from inspector.ui.pages.audit.rail import OVERALL
from inspector.ui.pages.gaps import GapsPage
from tests.ui.pages.staging import BINJIANG, ME, OFFSCREEN, begun, desk_with_halls, heard, press, shown
from tests.ui.pages.visiting_stage import tell_all, visited

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def test_the_audit_of_a_visit_names_its_shopper_by_code_only(desk: Desk, qtbot: QtBot) -> None:
    page = cast(AuditPage, shown(AuditPage, desk, qtbot, visited(desk).inspection.id))
    page.open_place(OVERALL)
    overall = page.frame.overall
    assert overall.people.isHidden()
    assert overall.when.text().startswith("M-07 · ")
    assert not any(ME.name in label.text() for label in overall.findChildren(QLabel))
    page.enter(begun(desk, BINJIANG).inspection.id)
    page.open_place(OVERALL)
    assert not overall.people.isHidden()
    assert overall.who.accessibleName() == "督查员"


def test_the_arrow_of_a_visits_audit_leads_back_to_its_retelling(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk)
    page = cast(AuditPage, shown(AuditPage, desk, qtbot, inspecting.inspection.id))
    gone = heard(page, "go")
    assert page.frame.topbar.back.accessibleName() == "返回离场补录"
    press(qtbot, page.frame.topbar.back)
    page.enter(begun(desk, BINJIANG).inspection.id)
    assert page.frame.topbar.back.accessibleName() == "返回首页"
    press(qtbot, page.frame.topbar.back)
    assert gone == [("retelling", inspecting.inspection.id), ("home", None)]


def test_a_sealed_visit_waits_for_its_second_reader(desk: Desk, qtbot: QtBot) -> None:
    inspecting = visited(desk)
    tell_all(inspecting)
    page = cast(GapsPage, shown(GapsPage, desk, qtbot, inspecting.inspection.id))
    gone = heard(page, "go")
    assert page.title.text() == "封存前检查"
    assert "未能检查" in page.second.text()
    press(qtbot, page.finish_button)
    press(qtbot, page.sealing.yes_button)
    assert gone == [("retelling", inspecting.inspection.id)]
    page.enter(begun(desk, BINJIANG).inspection.id)
    assert page.title.text() == "离厅前检查"
