"""A photo on which boxes are drawn, moved and resized by mouse, finger or keyboard."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from inspector.inspection.redaction import WHOLE, Region
from inspector.ui.icons import draw_icon
from inspector.ui.theme import theme
from inspector.ui.widgets.painting import CENTRE, box, start, words
from inspector.ui.widgets.redaction_boxes import EDGES, RedactionBoxes, moved, resized
from inspector.ui.widgets.redaction_painting import draw_box, draw_handles, handle_points
from inspector.wording import _

GRIP = 22  # half of the smallest target: a finger takes hold of a corner
STEP, FINE = 100, 20
ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
SHAPES = {"nw": 0, "se": 0, "ne": 1, "sw": 1, "n": 2, "s": 2, "w": 3, "e": 3}
CURSORS = (
    Qt.CursorShape.SizeFDiagCursor, Qt.CursorShape.SizeBDiagCursor, Qt.CursorShape.SizeVerCursor,
    Qt.CursorShape.SizeHorCursor,
)  # fmt: skip


class RedactionCanvas(QWidget):
    """Signals `changed()` after every act that changed the boxes, `chose()` when another box was chosen.

    `dragged(QPoint)` tells how far the picture was pulled while `pulling` is set.
    """

    changed = Signal()
    chose = Signal()
    dragged = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = RedactionBoxes()
        self.pulling = False
        self.waiting = ""
        self._image, self._pixmap = QImage(), QPixmap()
        self._from: QPointF | None = None
        self._to = QPointF()
        self._hold = ""
        self._before: Region | None = None
        self._shown: Region | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("照片"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # Showing.

    def show_photo(self, image: QImage, boxes: RedactionBoxes, waiting: str = "") -> None:
        """Show a photo with its boxes; without one, say why."""
        self._image, self._pixmap = image, QPixmap.fromImage(image)
        self.boxes, self.waiting = boxes, waiting
        self._from = self._before = self._shown = None
        self.show_boxes()

    def show_boxes(self) -> None:
        """Show the boxes as they stand."""
        told = _("{n} 处遮挡").format(n=len(self.boxes.regions)) if self.boxes.regions else _("没有遮挡")
        chosen = self.boxes.region
        if chosen and self.boxes.chosen is not None:
            told += _("，选中第 {n} 处").format(n=self.boxes.chosen + 1)
        self.setAccessibleDescription(told)
        self.update()

    @property
    def photo_size(self) -> QSize:
        """Return the pixels of the photo shown; empty without one."""
        return self._image.size()

    def frame(self) -> QRectF:
        """Return where the photo lies: whole, in the middle."""
        size = QSize(self._image.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(QRectF(self.rect()).center())
        return area

    def area_of(self, region: Region) -> QRectF:
        """Return where a box lies on the widget."""
        frame = self.frame()
        wide, high = frame.width() / WHOLE, frame.height() / WHOLE
        return QRectF(
            frame.left() + region.x * wide, frame.top() + region.y * high, region.width * wide, region.height * high
        )

    def place_of(self, point: QPointF) -> tuple[int, int]:
        """Return which ten-thousandths of the photo lie at a point of the widget."""
        frame = self.frame()
        return (
            round((point.x() - frame.left()) * WHOLE / max(frame.width(), 1)),
            round((point.y() - frame.top()) * WHOLE / max(frame.height(), 1)),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the photo as it will be published, and the frames by which boxes are held."""
        painter = QPainter(self)
        start(painter)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        if self._image.isNull():
            middle = QRectF(self.rect()).center()
            draw_icon(painter, "image", "muted", middle.x() - 16, middle.y() - 40, 32)
            words(
                painter, QRectF(0, middle.y(), self.width(), 32), self.waiting, theme.colour("muted"), 14, 400, CENTRE
            )
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.frame(), self._pixmap, QRectF(self._pixmap.rect()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        for place, region in enumerate(self.boxes.regions):
            chosen = place == self.boxes.chosen
            shown = self._shown if chosen and self._shown else region
            draw_box(painter, self._image, shown, self.area_of(shown), seen_through=chosen)
            if chosen:
                draw_handles(painter, self.area_of(shown))
        if self._from is not None and not self._hold:
            box(painter, QRectF(self._from, self._to).normalized(), 0, None, theme.colour("gold"), 2)
        if self.hasFocus():
            box(painter, QRectF(self.rect()), 0, None, theme.colour("accent"), 2)

    # Mouse and finger.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a corner, a box, the picture, or begin a new box."""
        if event.button() != Qt.MouseButton.LeftButton or self._image.isNull():
            return
        point = event.position()
        self._from = self._to = point
        self._hold = "pull" if self.pulling else self._grip_at(point)
        if not self._hold:
            place = self.boxes.at(*self.place_of(point))
            self._hold = "move" if place is not None else ""
            self._choose(place)
        self._before = self.boxes.region if self._hold not in {"", "pull"} else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        point = event.position()
        if self._from is None:
            self._show_cursor(point)
            return
        if self._hold == "pull":
            self.dragged.emit((self._from - point).toPoint())
            return
        self._to = point
        if self._before is not None:
            self._shown = self._pulled(self._before, self._from, point)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the hand meant."""
        if event.button() != Qt.MouseButton.LeftButton or self._from is None:
            return
        begin, shown = self._from, self._shown
        self._from = self._shown = None
        if self._hold == "":
            if self.boxes.add(*self.place_of(begin), *self.place_of(event.position())):
                self._tell()
        elif shown is not None and shown != self.boxes.region:
            self.boxes.put(shown)
            self._tell()
        self.update()

    def _pulled(self, region: Region, begin: QPointF, end: QPointF) -> Region:
        (x, y), (to_x, to_y) = self.place_of(begin), self.place_of(end)
        if self._hold == "move":
            return moved(region, to_x - x, to_y - y)
        return resized(region, self._hold, to_x - x, to_y - y)

    def _grip_at(self, point: QPointF) -> str:
        """Return which edge or corner of the chosen box lies under a point."""
        region = self.boxes.region
        if region is None:
            return ""
        area = self.area_of(region)
        reach = min(GRIP, max(min(area.width(), area.height()) / 3, 8))
        for edge, spot in handle_points(area).items():
            if abs(spot.x() - point.x()) <= reach and abs(spot.y() - point.y()) <= reach:
                return edge
        return ""

    def _show_cursor(self, point: QPointF) -> None:
        grip = self._grip_at(point)
        if self.pulling:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif grip in EDGES:
            self.setCursor(CURSORS[SHAPES[grip]])
        else:
            held = self.boxes.at(*self.place_of(point)) is not None
            self.setCursor(Qt.CursorShape.SizeAllCursor if held else Qt.CursorShape.CrossCursor)

    def _choose(self, place: int | None) -> None:
        if place != self.boxes.chosen:
            self.boxes.choose(place)
            self.show_boxes()
            self.chose.emit()

    def _tell(self) -> None:
        self.show_boxes()
        self.changed.emit()

    # Keyboard.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the chosen box, with Shift they resize it, with Ctrl in small steps; Delete removes it."""
        region, arrow = self.boxes.region, ARROWS.get(Qt.Key(event.key()))
        if region is not None and arrow:
            step = FINE if event.modifiers() & CONTROL else STEP
            dx, dy = arrow[0] * step, arrow[1] * step
            self.boxes.put(resized(region, "se", dx, dy) if event.modifiers() & SHIFT else moved(region, dx, dy))
            self._tell()
        elif region is not None and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove()
        elif event.key() == Qt.Key.Key_Space:
            self.boxes.choose_next(-1 if event.modifiers() & SHIFT else 1)
            self.show_boxes()
            self.chose.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame of the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame of the focus away."""
        super().focusOutEvent(event)
        self.update()

    # What buttons and shortcuts do.

    def add(self) -> None:
        """Add a box in the middle of what is in sight, to be moved by the arrows."""
        if self._image.isNull():
            return
        x, y = self.place_of(QRectF(self.visibleRegion().boundingRect()).center())
        side = WHOLE // 10
        if self.boxes.add(x - side, y - side, x + side, y + side):
            self._tell()
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def remove(self) -> None:
        """Remove the chosen box."""
        if self.boxes.region is not None:
            self.boxes.remove()
            self._tell()

    def change(self, shape: str) -> None:
        """Hide the chosen box, and those drawn from now on, in another way."""
        before = self.boxes.regions
        self.boxes.change(shape)
        if self.boxes.regions != before:
            self._tell()

    def undo(self) -> None:
        """Take the last step back."""
        if self.boxes.can_undo:
            self.boxes.undo()
            self._tell()

    def redo(self) -> None:
        """Take a step again that was taken back."""
        if self.boxes.can_redo:
            self.boxes.redo()
            self._tell()
