"""How a hidden part of a photo looks on the screen: as it will be published."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from inspector.inspection.redaction import BLUR, INK, WHOLE, Region, cells
from inspector.ui.theme import theme
from inspector.ui.widgets.painting import box, dot
from inspector.ui.widgets.redaction_boxes import EDGES

SEEN_THROUGH = 0.72
RADIUS = 6


def draw_box(painter: QPainter, image: QImage, region: Region, area: QRectF, seen_through: bool = False) -> None:
    """Draw a part of a photo hidden; the box that is being placed lets a little of what lies beneath be seen."""
    painter.save()
    painter.setOpacity(SEEN_THROUGH if seen_through else 1.0)
    if region.shape == BLUR:
        painter.drawImage(area, mosaic(image, region))
    else:
        painter.fillRect(area, QColor(*INK))
    painter.restore()


def mosaic(image: QImage, region: Region) -> QImage:
    """Return the few mean colours of a part of a photo."""
    wide, high = image.width(), image.height()
    part = QRect(region.x * wide // WHOLE, region.y * high // WHOLE, 1, 1)
    part.setWidth(max(region.width * wide // WHOLE, 1))
    part.setHeight(max(region.height * high // WHOLE, 1))
    columns, rows = cells(part.width(), part.height())
    return image.copy(part).scaled(
        columns, rows, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def handle_points(area: QRectF) -> dict[str, QPointF]:
    """Return where the corners and edges of a box are held, corners first."""
    across = {"w": area.left(), "e": area.right()}
    down = {"n": area.top(), "s": area.bottom()}
    middle = area.center()

    def point(edge: str) -> QPointF:
        x = next((across[side] for side in edge if side in across), middle.x())
        y = next((down[side] for side in edge if side in down), middle.y())
        return QPointF(x, y)

    return {edge: point(edge) for edge in sorted(EDGES, key=len, reverse=True)}


def draw_handles(painter: QPainter, area: QRectF) -> None:
    """Draw the frame and the handles of the chosen box, light on dark so that they show on every photo."""
    box(painter, area.adjusted(-2, -2, 2, 2), 0, None, QColor(0, 0, 0, 150), 3)
    box(painter, area.adjusted(-1, -1, 1, 1), 0, None, theme.colour("gold"), 2)
    for spot in handle_points(area).values():
        dot(painter, spot, RADIUS, QColor("#FFFFFF"), QColor("#0B5C66"))
