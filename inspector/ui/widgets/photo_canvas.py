"""A photo in large: zoomed around the pointer, pulled about, and drawn on."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from inspector.inspection.drawn import ARROW, BOX, HEAD, RING, TALL, THICK, WORDS, Drawn
from inspector.inspection.redaction import WHOLE, Region
from inspector.ui.theme import theme
from inspector.ui.widgets.painted import EXPANDING
from inspector.ui.widgets.painting import CENTRE, start, words
from inspector.ui.widgets.redaction_painting import draw_box
from inspector.wording import _

RED, EDGE = "#d92d20", "#ffffff"
NEAREST, STEP, NOTCH = 8.0, 1.25, 120
LEAST = 60  # ten-thousandths: a shake of the hand draws nothing
HAND = "hand"


class PhotoCanvas(QWidget):
    """Signal `drew(Drawn)` when a person drew a mark with the tool chosen; words are asked for by whoever hears it."""

    drew = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tool = HAND
        self.drawn: tuple[Drawn, ...] = ()
        self._image, self._picture, self.why = QImage(), QPixmap(), ""
        self._zoom, self._shift = 1.0, QPointF()
        self._from: QPointF | None = None
        self._to = QPointF()
        self.setSizePolicy(EXPANDING, EXPANDING)
        self.setAccessibleName(_("照片"))
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_photo(self, image: QImage, drawn: tuple[Drawn, ...], why: str = "") -> None:
        """Show a photo whole, with what is drawn on it; without one, say why."""
        self._image, self._picture, self.why, self.drawn = image, QPixmap.fromImage(image), why, drawn
        self.fit()

    def show_drawn(self, drawn: tuple[Drawn, ...]) -> None:
        """Show other marks on the same photo."""
        self.drawn = drawn
        self.update()

    def choose(self, tool: str) -> None:
        """Take a tool in hand."""
        self.tool = tool
        self.setCursor(Qt.CursorShape.OpenHandCursor if tool == HAND else Qt.CursorShape.CrossCursor)

    def fit(self) -> None:
        """Show the photo whole."""
        self._zoom, self._shift = 1.0, QPointF()
        self.update()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Come nearer or go farther, around a point of the widget."""
        about = at or QPointF(self.rect().center())
        frame = self._frame()
        across = (about.x() - frame.x()) / max(frame.width(), 1)
        down = (about.y() - frame.y()) / max(frame.height(), 1)
        self._zoom = min(max(self._zoom * factor, 1.0), NEAREST)
        after = self._frame()
        self._shift += about - QPointF(after.x() + across * after.width(), after.y() + down * after.height())
        self._keep_inside()
        self.update()

    @property
    def zoom(self) -> float:
        """Return how near the photo is; 1 shows it whole."""
        return self._zoom

    def sizeHint(self) -> QSize:
        """Room for a photo."""
        return QSize(640, 460)

    # Where things lie.

    def _frame(self) -> QRectF:
        size = QSize(self._picture.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio) * self._zoom
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(QRectF(self.rect()).center() + self._shift)
        return area

    def _keep_inside(self) -> None:
        frame = self._frame()
        across = max((frame.width() - self.width()) / 2, 0)
        down = max((frame.height() - self.height()) / 2, 0)
        self._shift = QPointF(min(max(self._shift.x(), -across), across), min(max(self._shift.y(), -down), down))

    def _place(self, point: QPointF) -> tuple[int, int]:
        frame = self._frame()
        x, y = (point.x() - frame.x()) / max(frame.width(), 1), (point.y() - frame.y()) / max(frame.height(), 1)
        return min(max(round(x * WHOLE), 0), WHOLE), min(max(round(y * WHOLE), 0), WHOLE)

    # The hand.

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        self.zoom_by(STEP ** (event.angleDelta().y() / NOTCH), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pull or to draw."""
        if event.button() is Qt.MouseButton.LeftButton and not self._picture.isNull():
            self._from = self._to = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull, or draw on."""
        if self._from is None:
            return
        if self.tool == HAND:
            self._shift += event.position() - self._to
            self._keep_inside()
        self._to = event.position()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End; a mark that is long enough is told."""
        if self._from is None:
            return
        begin, self._from = self._from, None
        if self.tool == HAND:
            return
        mark = self._mark(begin, event.position())
        if self.tool == WORDS or max(abs(mark.x - mark.to_x), abs(mark.y - mark.to_y)) >= LEAST:
            self.drew.emit(mark)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Come near, or show it whole again."""
        if self.tool == HAND:
            self.fit() if self._zoom > 1 else self.zoom_by(STEP**4, event.position())

    def _mark(self, begin: QPointF, end: QPointF) -> Drawn:
        return Drawn(self.tool, *self._place(begin), *self._place(end))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the photo in sight."""
        super().resizeEvent(event)
        self._keep_inside()

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the photo and its marks as they will be printed."""
        painter = QPainter(self)
        start(painter)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        if self._picture.isNull():
            words(painter, QRectF(self.rect()), self.why, theme.colour("muted"), 14, 400, CENTRE)
            return
        frame = self._frame()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(frame, self._picture, QRectF(self._picture.rect()))
        growing = () if self._from is None or self.tool in {HAND, WORDS} else (self._mark(self._from, self._to),)
        marks = (*self.drawn, *growing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for region in (one.hidden for one in marks):
            if region:
                draw_box(painter, self._image, region, _area(region, frame))
        for one in (one for one in marks if one.hidden is None):
            for colour, more in ((EDGE, 2.0), (RED, 0.0)):
                self._paint_mark(painter, one, frame, colour, more)

    def _paint_mark(self, painter: QPainter, one: Drawn, frame: QRectF, colour: str, more: float) -> None:
        side = max(frame.width(), frame.height())
        begin, end = (
            QPointF(frame.x() + x * frame.width() / WHOLE, frame.y() + y * frame.height() / WHOLE)
            for x, y in ((one.x, one.y), (one.to_x, one.to_y))
        )
        painter.setPen(QPen(QColor(colour), max(side * THICK, 2) + more))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if one.shape == RING:
            painter.drawEllipse(QRectF(begin, end).normalized())
        elif one.shape == BOX:
            painter.drawRect(QRectF(begin, end).normalized())
        elif one.shape == ARROW:
            painter.drawLine(begin, end)
            for turn in (2.6, -2.6):
                angle = math.atan2(end.y() - begin.y(), end.x() - begin.x()) + turn
                painter.drawLine(end, end + QPointF(math.cos(angle), math.sin(angle)) * side * HEAD)
        elif not more:
            face = QFont(theme.font(14))
            face.setPixelSize(max(round(side * TALL), 12))
            painter.setFont(face)
            painter.drawText(begin + QPointF(0, side * TALL), one.words)


def _area(region: Region, frame: QRectF) -> QRectF:
    across, down = frame.width() / WHOLE, frame.height() / WHOLE
    x, y = frame.x() + region.x * across, frame.y() + region.y * down
    return QRectF(x, y, region.width * across, region.height * down)
