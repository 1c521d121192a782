"""The radar of the ideas: one axis each, with its name and printed value."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from inspector.ui.theme import BOLD, theme
from inspector.ui.widgets.painted import EXPANDING, Painted
from inspector.ui.widgets.painting import CENTRE, LEFT, RIGHT, dot, start, words
from inspector.wording import _

FULL = 100.0
RINGS = (25, 50, 75, 100)
AREA = 0.16
SLANT = 0.3
Row = tuple[str, float | None, str]


class Radar(Painted):
    """Axes (name, value from 0 to 100 or None, printed value), the floor of the next star dashed."""

    SIDE, TOP, TEXT = 96, 34, 20

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._floor: float | None = None
        self.setSizePolicy(EXPANDING, EXPANDING)

    def show_values(self, rows: Sequence[Row], floor: float | None = None) -> None:
        """Show three axes or more; None is an axis without data, drawn open."""
        self._rows, self._floor = tuple(rows), floor
        said = "，".join(f"{name} {text}" for name, _value, text in self._rows)
        self.setAccessibleName(
            said if floor is None else _("{values}；下限 {floor:g}").format(values=said, floor=floor)
        )
        self.update()

    def sizeHint(self) -> QSize:
        """A square picture with names at its sides."""
        return QSize(360, 250)

    def minimumSizeHint(self) -> QSize:
        """Names need their room."""
        return QSize(280, 190)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint rings, floor, area, points and names."""
        if not self._rows:
            return
        painter = QPainter(self)
        start(painter)
        centre = QRectF(self.rect()).center()
        reach = min(self.width() / 2 - self.SIDE, self.height() / 2 - self.TOP)
        for ring in RINGS:
            self._outline(painter, centre, reach * ring / FULL, QPen(theme.colour("line"), 1))
        for i in range(len(self._rows)):
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(centre, self._at(centre, i, reach))
        self._paint_values(painter, centre, reach)
        for i, (name, _value, text) in enumerate(self._rows):
            self._paint_name(painter, self._at(centre, i, reach + 10), name, text)

    def _at(self, centre: QPointF, index: int, distance: float) -> QPointF:
        angle = index * math.tau / len(self._rows)
        return centre + QPointF(math.sin(angle), -math.cos(angle)) * distance

    def _outline(self, painter: QPainter, centre: QPointF, distance: float, pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([self._at(centre, i, distance) for i in range(len(self._rows))]))

    def _paint_values(self, painter: QPainter, centre: QPointF, reach: float) -> None:
        known = [(i, value) for i, (_name, value, _text) in enumerate(self._rows) if value is not None]
        points = [self._at(centre, i, reach * max(value, 0) / FULL) for i, value in known]
        accent = theme.colour("accent")
        wash = QColor(accent)
        wash.setAlphaF(AREA)
        painter.setPen(QPen(accent, 2))
        painter.setBrush(wash)
        if len(known) == len(self._rows):
            painter.drawPolygon(QPolygonF(points))
        else:
            for point in points:
                painter.drawLine(centre, point)
        if self._floor is not None:
            pen = QPen(theme.colour("muted"), 1.2)
            pen.setDashPattern([4, 3])
            self._outline(painter, centre, reach * self._floor / FULL, pen)
        for point in points:
            dot(painter, point, 6, accent, theme.colour("surface"))

    def _paint_name(self, painter: QPainter, tip: QPointF, name: str, text: str) -> None:
        side = tip.x() - self.rect().center().x()
        width, line = self.SIDE - 12, theme.px(self.TEXT)
        muted, ink = theme.colour("muted"), theme.colour("text")
        if abs(side) < width * SLANT:
            self._paint_in_line(painter, tip, name, text)
            return
        left = tip.x() if side > 0 else tip.x() - width
        align = LEFT if side > 0 else RIGHT
        words(painter, QRectF(left, tip.y() - line, width, line), name, muted, 12, align=align)
        words(painter, QRectF(left, tip.y(), width, line), text, ink, 13, BOLD, align)

    def _paint_in_line(self, painter: QPainter, tip: QPointF, name: str, text: str) -> None:
        line = theme.px(self.TEXT)
        above = tip.y() < self.rect().center().y()
        top = tip.y() - line if above else tip.y()
        first, second = theme.advance(name, 12), theme.advance(text, 13, BOLD)
        x = tip.x() - (first + 7 + second) / 2
        words(painter, QRectF(x, top, first + 1, line), name, theme.colour("muted"), 12, align=CENTRE)
        words(painter, QRectF(x + first + 7, top, second + 1, line), text, theme.colour("text"), 13, BOLD)
