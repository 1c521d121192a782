"""Hiding parts of a photo by hand: boxes drawn, moved, resized, removed, and every step back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.inspection.redaction import BLUR, BOX, INK, WHOLE, Region
from inspector.ui.widgets.redaction_boxes import RedactionBoxes, moved, resized
from inspector.ui.widgets.redaction_canvas import RedactionCanvas
from inspector.ui.widgets.redaction_view import RedactionView
from tests.ui.widgets.acts import heard, put

LEFT = Qt.MouseButton.LeftButton
SIZE = (400, 300)


@pytest.fixture
def view(page: QWidget) -> RedactionView:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for column in range(0, SIZE[0], 2):
        for row in range(SIZE[1]):
            image.setPixelColor(column, row, QColor("black"))
    view = RedactionView()
    put(page, view)
    view.setFixedSize(*SIZE)
    view.show_photo(image, RedactionBoxes())
    view.setFocus()
    return view


@pytest.fixture
def canvas(view: RedactionView) -> RedactionCanvas:
    return view.canvas


def draw(qtbot: QtBot, canvas: RedactionCanvas, begin: tuple[int, int], end: tuple[int, int]) -> None:
    qtbot.mousePress(canvas, LEFT, pos=QPoint(*begin))
    qtbot.mouseMove(canvas, QPoint(*end))
    qtbot.mouseRelease(canvas, LEFT, pos=QPoint(*end))


def test_a_box_is_drawn_in_ten_thousandths_of_the_photo(qtbot: QtBot, canvas: RedactionCanvas) -> None:
    said = heard(canvas, "changed")
    draw(qtbot, canvas, (100, 75), (200, 150))
    assert canvas.boxes.regions == (Region(BLUR, 2500, 2500, 2500, 2500),)
    assert canvas.boxes.chosen == 0
    assert len(said) == 1


def test_a_slip_of_the_finger_draws_nothing(qtbot: QtBot, canvas: RedactionCanvas) -> None:
    said = heard(canvas, "changed")
    draw(qtbot, canvas, (100, 75), (101, 150))
    assert canvas.boxes.regions == ()
    assert said == []


def test_a_box_drawn_out_of_the_photo_ends_at_its_edge(qtbot: QtBot, canvas: RedactionCanvas) -> None:
    draw(qtbot, canvas, (300, 200), (390, 299))
    canvas.boxes.put(moved(canvas.boxes.regions[0], 9000, 9000))
    region = canvas.boxes.regions[0]
    assert (region.x + region.width, region.y + region.height) == (WHOLE, WHOLE)


def test_a_box_is_moved_and_its_corner_pulled(qtbot: QtBot, canvas: RedactionCanvas) -> None:
    draw(qtbot, canvas, (100, 75), (200, 150))
    draw(qtbot, canvas, (150, 112), (190, 142))
    assert canvas.boxes.regions == (Region(BLUR, 3500, 3500, 2500, 2500),)
    draw(qtbot, canvas, (240, 180), (280, 210))
    assert canvas.boxes.regions == (Region(BLUR, 3500, 3500, 3500, 3500),)


def test_the_keyboard_alone_does_it_all(qtbot: QtBot, canvas: RedactionCanvas) -> None:
    canvas.add()
    assert canvas.boxes.regions == (Region(BLUR, 4000, 4000, 2000, 2000),)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert canvas.boxes.regions[0] == Region(BLUR, 4100, 4020, 2000, 2000)
    qtbot.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.boxes.regions[0].width == 1900
    canvas.add()
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert canvas.boxes.chosen == 0
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert canvas.boxes.regions == (Region(BLUR, 4000, 4000, 2000, 2000),)


def test_the_way_of_hiding_is_changed_for_the_chosen_box_and_those_to_come(canvas: RedactionCanvas) -> None:
    canvas.add()
    canvas.change(BOX)
    canvas.add()
    assert [one.shape for one in canvas.boxes.regions] == [BOX, BOX]


def test_every_step_is_taken_back_and_again(canvas: RedactionCanvas) -> None:
    canvas.add()
    canvas.change(BOX)
    canvas.remove()
    states = [canvas.boxes.regions]
    while canvas.boxes.can_undo:
        canvas.undo()
        states.append(canvas.boxes.regions)
    box = Region(BOX, 4000, 4000, 2000, 2000)
    assert states == [(), (box,), (Region(BLUR, 4000, 4000, 2000, 2000),), ()]
    canvas.redo()
    canvas.redo()
    assert canvas.boxes.regions == (box,)
    canvas.add()
    assert not canvas.boxes.can_redo


def test_the_screen_shows_what_will_be_published(canvas: RedactionCanvas) -> None:
    canvas.boxes.add(1000, 1000, 3000, 3000)
    canvas.boxes.change(BOX)
    canvas.boxes.choose(None)
    canvas.boxes.shape = BLUR
    canvas.boxes.add(6000, 6000, 8000, 8000)
    canvas.boxes.choose(None)
    shown = canvas.grab().toImage()
    assert shown.pixelColor(80, 60) == QColor(*INK)
    greys = {shown.pixelColor(280 + step, 210).red() for step in range(-15, 15)}
    assert all(60 < grey < 200 for grey in greys)  # the stripes of black and white are gone
    assert {shown.pixelColor(20 + step, 150).red() for step in range(4)} == {0, 255}


def test_zooming_draws_as_exactly_and_pulling_moves_the_picture(qtbot: QtBot, view: RedactionView) -> None:
    said = heard(view, "zoomed")
    view.zoom_by(2)
    assert said == [("zoomed", 2.0)]
    canvas = view.canvas
    assert canvas.width() > SIZE[0]
    frame = canvas.frame()
    begin, end = frame.center().toPoint(), (frame.center() + frame.bottomRight()).toPoint() / 2
    draw(qtbot, canvas, begin.toTuple(), end.toTuple())
    region = canvas.boxes.regions[0]
    assert region.x == pytest.approx(5000, abs=30)
    assert region.width == pytest.approx(2500, abs=60)
    canvas.pulling = True
    before = view.horizontalScrollBar().value()
    draw(qtbot, canvas, begin.toTuple(), (begin.x() - 40, begin.y()))
    assert view.horizontalScrollBar().value() > before
    assert len(canvas.boxes.regions) == 1


def test_a_corner_pulled_over_the_other_side_turns_the_box() -> None:
    region = Region(BOX, 4000, 4000, 1000, 1000)
    assert resized(region, "e", -3000, 0) == Region(BOX, 2000, 4000, 2000, 1000)
    assert resized(region, "e", -990, 0) == region


def test_the_chosen_box_is_taken_hold_of_before_those_over_it() -> None:
    boxes = RedactionBoxes([Region(BOX, 0, 0, 5000, 5000), Region(BOX, 2000, 2000, 1000, 1000)])
    assert boxes.at(2500, 2500) == 1
    boxes.choose(0)
    assert boxes.at(2500, 2500) == 0
    assert boxes.at(9000, 9000) is None
