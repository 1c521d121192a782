"""The photo in its place: fitted or zoomed, scrolled, with what is hidden on it."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from inspector.ui.widgets.redaction_boxes import RedactionBoxes
from inspector.ui.widgets.redaction_canvas import RedactionCanvas

ZOOMS = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0)


class RedactionView(QScrollArea):
    """Signals `changed()` when a person changed the boxes, `chose()` another box, `zoomed(float)` beyond the fit."""

    changed = Signal()
    chose = Signal()
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = RedactionCanvas()
        self.zoom = ZOOMS[0]
        self.canvas.changed.connect(self.changed)
        self.canvas.chose.connect(self.chose)
        self.canvas.dragged.connect(self._pull)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusProxy(self.canvas)
        self.setWidget(self.canvas)
        self.setMinimumSize(320, 240)

    def show_photo(self, image: QImage, boxes: RedactionBoxes, waiting: str = "") -> None:
        """Show a photo, whole, with its boxes; without one, say why."""
        self.canvas.show_photo(image, boxes, waiting)
        self.show_zoom(ZOOMS[0])

    def show_zoom(self, zoom: float) -> None:
        """Show the photo so many times as large as it fits; what was in the middle stays there."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        middles = [(bar.value() + bar.pageStep() / 2) / max(bar.maximum() + bar.pageStep(), 1) for bar in bars]
        self.zoom = zoom
        self._fit()
        for bar, middle in zip(bars, middles, strict=True):
            bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
        self.zoomed.emit(zoom)

    def zoom_by(self, steps: int) -> None:
        """Show the photo larger or smaller by so many steps."""
        place = min(max(ZOOMS.index(self.zoom) + steps, 0), len(ZOOMS) - 1)
        if ZOOMS[place] != self.zoom:
            self.show_zoom(ZOOMS[place])

    def _fit(self) -> None:
        room = self.viewport().size() if self.zoom > 1 else self.maximumViewportSize()
        fitted = self.canvas.photo_size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        grown = QSize(round(fitted.width() * self.zoom), round(fitted.height() * self.zoom))
        self.canvas.resize(grown.expandedTo(room) if self.zoom > 1 else room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the photo anew."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def _pull(self, by: QPoint) -> None:
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + by.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by.y())
