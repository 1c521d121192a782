"""The audit page is tested in the real window, with keys, over a desk in memory."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from tests.conftest import start
from tests.ui.pages.audit.driving import OFFSCREEN, Audit

Opening = Callable[..., Audit]


def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN))


@pytest.fixture
def opening(desk: Desk, qtbot: QtBot) -> Opening:
    """Open an inspection of the full form, at an item if one is named."""

    def open_(item: str = "", id_: str = "") -> Audit:
        began = id_ or start(desk).inspection.id
        return Audit(desk, qtbot, (began, item) if item else began)

    return open_
