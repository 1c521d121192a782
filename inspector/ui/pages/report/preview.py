"""Pages of a report one below the other: only those in sight are drawn, sharp at the scale of the screen."""

from bisect import bisect_right

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from inspector.ui.pages.report.paper import Box, Images
from inspector.ui.theme import theme
from inspector.wording import _

MARGIN, GAP, SCREEN_DPI, POINTS = 16, 14, 96, 72
KEPT = 12
WIDTH, ACTUAL = "width", "actual"


class Preview(QAbstractScrollArea):
    """Signals `wanted(tuple, float)` for pages to be drawn at pixels to the point, `paged(int)` for the page in sight.

    Answer `wanted` with show_images.
    """

    wanted = Signal(tuple, float)
    paged = Signal(int)
    margin = MARGIN

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._tops: list[float] = []
        self._images: Images = {}
        self._drawn_at = 0.0
        self._asked: set[int] = set()
        self._zoom = WIDTH
        self._page = 0
        self._marks: list[tuple[int, Box]] = []
        self._current = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.setCornerWidget(QWidget())
        self.setAccessibleName(_("报告预览"))
        self.verticalScrollBar().valueChanged.connect(self._follow)

    # Showing.

    def show_document(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Show a document of these pages, from its beginning."""
        self._sizes, self._page = sizes, 0
        self._forget()
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.paged.emit(0)
        self._ask()

    def show_images(self, images: Images, scale: float) -> None:
        """Take pages that were drawn; those for another scale than the present come too late."""
        if scale != self._pixels():
            self._asked -= images.keys()
            self._ask()
            return
        self._images.update(images)
        self._asked -= images.keys()
        for far in sorted(self._images, key=lambda page: -abs(page - self._page))[: max(len(self._images) - KEPT, 0)]:
            del self._images[far]
        self.viewport().update()

    def show_zoom(self, zoom: str) -> None:
        """Show the pages as wide as the room, or in their actual size."""
        if zoom != self._zoom:
            page = self._page
            self._zoom = zoom
            self._lay_out()
            self.go_to(page)
            self._ask()

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if self._tops:
            at = min(max(page, 0), len(self._tops) - 1)
            self.verticalScrollBar().setValue(round(self._tops[at] - GAP))

    def go_to_place(self, page: int, box: Box) -> None:
        """Bring a place of a page into the upper third."""
        self.go_to(page)
        down = self.verticalScrollBar().value() + box[1] * self._scale() - self.viewport().height() / 3
        self.verticalScrollBar().setValue(round(max(down, self._tops[page] - GAP)) if self._tops else 0)

    def show_marks(self, marks: list[tuple[int, Box]]) -> None:
        """Mark places of the pages, such as words that were searched."""
        self._marks = marks
        self.viewport().update()

    def show_current(self, page: int) -> None:
        """Frame a page, and keep it in sight."""
        self._current = page
        if page not in self._in_sight():
            self.go_to(page)
        self.viewport().update()

    def page_at(self, place: QPointF) -> int | None:
        """Return the page at a place of the window."""
        return next((page for page in self._in_sight() if self._frame(page).contains(place)), None)

    def page(self) -> int:
        """Return the page in sight, counted from 0."""
        return self._page

    # Measures.

    def _scale(self) -> float:
        if self._zoom == ACTUAL or not self._sizes:
            return SCREEN_DPI / POINTS
        return max(self.viewport().width() - 2 * self.margin, 40) / max(width for width, _height in self._sizes)

    def _pixels(self) -> float:
        return self._scale() * self.devicePixelRatioF()

    def _lay_out(self) -> None:
        scale, top = self._scale(), float(GAP)
        self._tops = []
        for _width, height in self._sizes:
            self._tops.append(top)
            top += height * scale + GAP
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        bar.setRange(0, max(round(top) - self.viewport().height(), 0))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(48)
        wide = max((width * scale for width, _height in self._sizes), default=0.0) + 2 * self.margin
        across.setRange(0, max(round(wide) - self.viewport().width(), 0))
        across.setPageStep(self.viewport().width())
        self.viewport().update()

    def _frame(self, page: int) -> QRectF:
        scale = self._scale()
        width, height = (side * scale for side in self._sizes[page])
        room = max(self.viewport().width(), round(width) + 2 * self.margin)
        left = (room - width) / 2 - self.horizontalScrollBar().value()
        return QRectF(left, self._tops[page] - self.verticalScrollBar().value(), width, height)

    def _in_sight(self) -> range:
        if not self._tops:
            return range(0)
        top = self.verticalScrollBar().value()
        first = max(bisect_right(self._tops, top) - 1, 0)
        last = max(bisect_right(self._tops, top + self.viewport().height()) - 1, 0)
        return range(first, last + 1)

    # Drawing.

    def _forget(self) -> None:
        self._images, self._asked = {}, set()
        self._drawn_at = self._pixels()

    def _ask(self) -> None:
        if not self.isVisible() or not self._sizes:
            return
        if self._drawn_at != self._pixels():
            self._asked = set()
            self._drawn_at = self._pixels()
        sight = self._in_sight()
        near = range(max(sight.start - 1, 0), min(sight.stop + 1, len(self._sizes)))
        stale = [page for page in near if page not in self._asked and not self._sharp(page)]
        if stale:
            self._asked.update(stale)
            self.wanted.emit(tuple(stale), self._pixels())

    def _sharp(self, page: int) -> bool:
        image = self._images.get(page)
        return image is not None and abs(image.width() - self._sizes[page][0] * self._pixels()) <= 1

    def _follow(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = max(bisect_right(self._tops, middle) - 1, 0)
        if page != self._page:
            self._page = page
            self.paged.emit(page)
        self.viewport().update()
        self._ask()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the pages in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), theme.colour("sunken"))
        for page in self._in_sight():
            frame = self._frame(page)
            painter.fillRect(frame.adjusted(-1, -1, 1, 1), theme.colour("line"))
            painter.fillRect(frame, QColor("white"))
            image = self._images.get(page)
            if image is not None:
                painter.drawImage(frame, image)
            self._paint_marks(painter, page, frame)
        if self.hasFocus():
            edge = QRectF(self.viewport().rect())
            for side in (
                QRectF(0, 0, edge.width(), 2),
                QRectF(0, edge.bottom() - 2, edge.width(), 2),
                QRectF(0, 0, 2, edge.height()),
                QRectF(edge.right() - 2, 0, 2, edge.height()),
            ):
                painter.fillRect(side, theme.colour("accent"))

    def _paint_marks(self, painter: QPainter, page: int, frame: QRectF) -> None:
        scale, shade = self._scale(), QColor(theme.colour("gold"))
        shade.setAlphaF(0.35)
        for _page, (left, top, width, height) in (mark for mark in self._marks if mark[0] == page):
            area = QRectF(left * scale, top * scale, width * scale, height * scale).translated(frame.topLeft())
            painter.fillRect(area.adjusted(-1, -1, 1, 1), shade)
        if page == self._current:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(frame.adjusted(-2, -2, 2, 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in sight while the room changes."""
        super().resizeEvent(event)
        page = self._page
        self._lay_out()
        if page:
            self.go_to(page)
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is in sight."""
        super().showEvent(event)
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the beginning or the end; the other keys scroll."""
        if event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(len(self._tops) - 1)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Enough to recognise a page."""
        return QSize(320, 240)
