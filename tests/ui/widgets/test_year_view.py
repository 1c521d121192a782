"""The year as twelve months: days are found where they stand, walked by keys and spoken with what they are."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from inspector.ui.widgets.year_view import HOLIDAY, OFF, YearView

NATIONAL = date(2026, 10, 1)


@pytest.fixture
def view(qtbot: QtBot) -> YearView:
    view = YearView()
    qtbot.addWidget(view)
    view.show_year(2026, {NATIONAL: HOLIDAY, date(2026, 3, 6): OFF}, {NATIONAL: "国庆节"})
    view.resize(view.sizeHint())
    view.show()
    return view


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 2, 28), date(2026, 8, 31), date(2026, 12, 31)])
def test_a_day_is_found_where_it_stands(view: YearView, day: date) -> None:
    cell = view.cell(day)
    assert view.day_at(cell.center()) == day
    assert view.rect().contains(cell.toAlignedRect())


def test_every_day_has_a_place_of_its_own(view: YearView) -> None:
    spots = {
        (round(cell.x()), round(cell.y()))
        for n in range(365)
        for cell in [view.cell(date.fromordinal(date(2026, 1, 1).toordinal() + n))]
    }
    assert len(spots) == 365


def test_a_press_and_the_arrows_choose(view: YearView, qtbot: QtBot) -> None:
    picked: list[date] = []
    view.picked.connect(picked.append)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell(NATIONAL).center().toPoint())
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert [day.day for day in picked] == [1, 2, 9, 8, 1, 1]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 1, view.height() - 1))
    assert len(picked) == 6


def test_the_arrows_stay_in_the_year(view: YearView, qtbot: QtBot) -> None:
    view.show_chosen(date(2026, 12, 31))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.chosen == date(2026, 12, 31)


def test_a_day_is_spoken_with_what_it_is(view: YearView) -> None:
    view.show_chosen(NATIONAL)
    assert view.accessibleName() == "2026年10月1日 国庆节 放假"
    view.show_chosen(date(2026, 3, 6))
    assert view.accessibleName() == "2026年3月6日 手工设为休息"


def test_what_is_set_by_hand_differs_in_shape_too(view: YearView) -> None:
    picture = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)

    def corner(day: date) -> int:
        spot = view.cell(day).adjusted(2, 2, 0, 0).topLeft().toPoint()
        return picture.pixelColor(spot).lightness()

    assert corner(date(2026, 3, 6)) != corner(NATIONAL)  # framed corners against a round one
