"""The tabs of shoppers and privacy: identities sealed and opened on the record, and evidence destroyed when due."""

from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.ui.pages.settings.privacy_tab import PrivacyTab
from inspector.ui.pages.settings.shoppers_tab import ShoppersTab
from tests.ui.pages.settings_acts import settings
from tests.ui.pages.staging import OFFSCREEN, desk_with_halls, nameless

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)
PASSPHRASE = "一句长而好记的口令"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


@pytest.mark.parametrize("name", ["shoppers", "privacy"])
def test_every_control_has_a_name_and_the_tab_fits(desk: Desk, qtbot: QtBot, name: str) -> None:
    page = settings(desk, qtbot, name)
    assert nameless(page) == []
    assert page.minimumSizeHint().width() <= 1280 - 80


def test_an_identity_is_sealed_only_once_there_is_a_key_holder(desk: Desk, qtbot: QtBot) -> None:
    tab = cast(ShoppersTab, settings(desk, qtbot, "shoppers").tab)
    assert not tab.seal_button.isEnabled()
    desk.identities.name_key_holder("王芳", PASSPHRASE)
    desk.identities.seal("M-07", {"name": "赵六"}, "周敏")
    tab.show_all()
    assert tab.seal_button.isEnabled()
    assert [row.key for row in tab.list.rows()] == ["M-07"]
    assert "赵六" not in "".join(str(row) for row in tab.list.rows())


def test_the_day_of_the_notice_is_checked_and_kept(desk: Desk, qtbot: QtBot) -> None:
    tab = cast(PrivacyTab, settings(desk, qtbot, "privacy").tab)
    assert desk.setting("notice_date") == ""
    desk.set("notice_date", "2026-01-15")
    tab.show_all()
    assert tab.day.text() == "2026-01-15"
