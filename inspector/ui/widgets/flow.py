"""A row that wraps: chips, phrases, thumbnails."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.ui.widgets.painted import EXPANDING, FIXED


class FlowRow(QWidget):
    """Widgets side by side that go on in the next line where the width ends; `gap` between them."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._held: list[QWidget] = []
        policy = QSizePolicy(EXPANDING, FIXED)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        widget.setParent(self)
        self._held.append(widget)
        widget.show()
        self._settle()

    def show_widgets(self, widgets: Iterable[QWidget]) -> None:
        """Hold these widgets instead of those held so far, which are deleted unless among them."""
        wanted = list(widgets)
        for old in self._held:
            if old not in wanted:
                old.hide()
                old.deleteLater()
        self._held = []
        for widget in wanted:
            widget.setParent(self)
            self._held.append(widget)
            widget.show()
        for before, after in pairwise(self._held):
            QWidget.setTabOrder(before, after)  # else Tab follows the order in which they were made
        self._settle()

    def widgets(self) -> list[QWidget]:
        """Return what it holds."""
        return list(self._held)

    def hasHeightForWidth(self) -> bool:
        """Say that lines depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the lines are in a width."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [each.sizeHint() for each in self._held if not each.isHidden()]
        width = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest."""
        sizes = [each.sizeHint() for each in self._held if not each.isHidden()]
        return QSize(max((size.width() for size in sizes), default=0), self._place(max(self.width(), 1), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """Break the lines anew when something held changes its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        height = self._place(self.width(), move=True)
        if height != self.minimumHeight():
            self.setMinimumHeight(height)
        self.updateGeometry()

    def _place(self, width: int, move: bool) -> int:
        x = y = line = 0
        for each in self._held:
            if each.isHidden():
                continue
            size = each.sizeHint()
            if x and x + size.width() > width:
                x, y, line = 0, y + line + self._gap, 0
            if move:
                each.setGeometry(QRect(QPoint(x, y), QSize(min(size.width(), max(width, 1)), size.height())))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line
