"""Strokes shared by the painted widgets: boxes, words, key caps, and the order in which they stand."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from inspector.ui.theme import MEDIUM, theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
CAP = 20
NO_PEN = Qt.PenStyle.NoPen


def start(painter: QPainter) -> None:
    """Prepare a painter for rounded shapes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | QBrush | None = None,
    line: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Paint a rounded box whose border lies inside the rectangle, so that it stays sharp at every scale."""
    painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    if line is None:
        painter.setPen(NO_PEN)
        painter.drawRoundedRect(rect, radius, radius)
        return
    half = width / 2
    painter.setPen(QPen(line, width))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    colour: QColor,
    pixels: float = 14,
    weight: int = 400,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Paint one line of words, shortened with an ellipsis where the rectangle is too narrow."""
    font = theme.font(pixels, weight)
    painter.setFont(font)
    painter.setPen(colour)
    if theme.advance(text, pixels, weight) > rect.width() + 1:
        text = theme.elided(text, pixels, weight, rect.width())
    painter.drawText(rect, align, text)


def cap_width(key: str) -> float:
    """Return how wide the cap of a key is."""
    return max(theme.px(CAP), theme.advance(key, 11, MEDIUM) + 10)


def key_cap(painter: QPainter, left: float, middle: float, key: str, tone: str, ground: QColor | None) -> None:
    """Paint the cap of a key: on its own ground with a soft border, or (no ground) outlined in the word's tone."""
    height = theme.px(CAP)
    rect = QRectF(left, middle - height / 2, cap_width(key), height)
    line = QColor(theme.colour(tone))
    if ground is None:
        line.setAlphaF(0.5)
    else:
        line = theme.colour("line")
    box(painter, rect, 4, ground, line)
    words(painter, rect, key, theme.colour(tone), 11, MEDIUM, CENTRE)


def hairline(painter: QPainter, left: float, y: float, width: float, token: str = "line") -> None:
    """Paint a one-pixel rule as a filled rectangle."""
    painter.fillRect(QRectF(left, y, width, 1), theme.colour(token))


def dot(painter: QPainter, centre: QPointF, radius: float, fill: QColor, rim: QColor | None = None) -> None:
    """Paint a round point, with a rim in its ground's colour to lift it off a line."""
    painter.setBrush(fill)
    painter.setPen(QPen(rim, 2) if rim is not None else NO_PEN)
    painter.drawEllipse(centre, radius, radius)
