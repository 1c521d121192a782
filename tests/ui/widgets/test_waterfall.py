"""The waterfall: where its bars lie, what it says aloud, and that both themes paint it."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from inspector.ui.theme import theme
from inspector.ui.widgets.waterfall import Fall, Waterfall

FALLS = (
    Fall("服务标准化", "标识与信息公示", "6.0", "94.0", 100.0, 94.0),
    Fall("服务标准化", "服务礼仪", "1.5", "92.5", 94.0, 92.5),
    Fall("体验人性化", "无障碍", "16.1", "76.4", 92.5, 76.4),
)


@pytest.fixture
def fall(themed: str, qtbot: QtBot) -> Waterfall:
    shown = Waterfall()
    qtbot.addWidget(shown)
    shown.show_falls(FALLS, "76.4", 76.4, ("四星线 80，差 3.6", 80.0))
    shown.resize(560, shown.sizeHint().height())
    return shown


def test_every_step_is_said_aloud(fall: Waterfall) -> None:
    said = fall.accessibleName()
    assert said.startswith("从 100 到 76.4：")
    assert "体验人性化，无障碍 失 16.1 分，余 76.4" in said


def test_the_axis_begins_at_the_ten_below_the_total(fall: Waterfall) -> None:
    assert fall._low() == 70
    fall.show_falls((), "100.0", 100.0)
    assert fall._low() == 90
    fall.show_falls(FALLS, "3.0", 3.0)
    assert fall._low() == 0


def test_a_heavy_loss_is_painted_in_full_red_between_its_two_totals(fall: Waterfall) -> None:
    picture = fall.grab().toImage()
    row = round(fall._row() * 3.5)
    inside, beyond = round(fall._at(85.0)), round(fall._at(95.0))
    assert QColor(picture.pixel(inside, row)).name() == theme.colour("bad").name()
    assert QColor(picture.pixel(beyond, row)).name() != theme.colour("bad").name()


def test_rows_keep_their_height_when_there_are_many(fall: Waterfall) -> None:
    assert fall.minimumSizeHint().height() >= (len(FALLS) + 2) * Waterfall.LEAST
