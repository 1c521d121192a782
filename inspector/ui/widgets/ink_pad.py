"""A field to sign in with a finger, a pen or the mouse."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.inspection.signing import HIGH, WIDE
from inspector.ui.theme import theme
from inspector.ui.widgets.painted import EXPANDING, FIXED
from inspector.ui.widgets.painting import CENTRE, box, start, words
from inspector.wording import _

LEAST = 4  # hundredths of an inch, about: a pen that rests draws no second point
LINE = 2.4
BASE = 0.78  # where the line to sign on lies

Stroke = tuple[int, ...]


class InkPad(QWidget):
    """Strokes in a field of 1000 by 400; signal `drawn()` when a stroke was added or taken away."""

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strokes: list[Stroke] = []
        self._growing: list[int] = []
        self.setAccessibleName(_("签字处"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(EXPANDING, FIXED)

    def show_strokes(self, strokes: Iterable[Stroke]) -> None:
        """Show a signature."""
        self.strokes, self._growing = list(strokes), []
        self.update()

    def take_back(self) -> None:
        """Take the last stroke away."""
        if self.strokes:
            self.strokes.pop()
            self.update()
            self.drawn.emit()

    def sizeHint(self) -> QSize:
        """As high as its width asks for."""
        return QSize(400, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shape of the field."""
        super().resizeEvent(event)
        self.setFixedHeight(max(self.width() * HIGH // WIDE, 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        self._growing = [*self._place(event.position())]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lengthen it."""
        x, y = self._place(event.position())
        if self._growing and max(abs(x - self._growing[-2]), abs(y - self._growing[-1])) >= LEAST:
            self._growing += [x, y]
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it; a dot is a stroke as well."""
        if not self._growing:
            return
        self._growing += [*self._place(event.position())]
        self.strokes.append(tuple(self._growing))
        self._growing = []
        self.update()
        self.drawn.emit()

    def _place(self, at: QPointF) -> tuple[int, int]:
        x, y = at.x() * WIDE / max(self.width(), 1), at.y() * HIGH / max(self.height(), 1)
        return min(max(round(x), 0), WIDE), min(max(round(y), 0), HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, the line to sign on, and the ink."""
        painter = QPainter(self)
        start(painter)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        box(painter, area, 8, theme.colour("surface"), theme.colour("line"))
        y = area.height() * BASE
        painter.fillRect(QRectF(24, y, area.width() - 48, 1), theme.colour("line"))
        if not self.strokes and not self._growing:
            words(painter, area, _("在这里签名"), theme.colour("muted"), 14, 400, CENTRE)
        painter.setPen(
            QPen(theme.colour("text"), LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in (*self.strokes, tuple(self._growing)):
            if stroke:
                painter.drawPath(self._path(stroke))

    def _path(self, stroke: Stroke) -> QPainterPath:
        wide, high = self.width() / WIDE, self.height() / HIGH
        points = [QPointF(x * wide, y * high) for x, y in zip(stroke[::2], stroke[1::2], strict=True)]
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        return path
