"""The empty screen: one drawing, one sentence, one button."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.painted import FIXED, Painted, Words
from inspector.ui.widgets.painting import box, start
from inspector.ui.widgets.stars import FULL, Shown, draw_stars

MAIN = 56
MIDDLE = Qt.AlignmentFlag.AlignHCenter


class HallDrawing(Painted):
    """A service hall under its stars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(FIXED, FIXED)

    def sizeHint(self) -> QSize:
        """The drawing's own size."""
        return QSize(280, 172)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, hall and stars."""
        painter = QPainter(self)
        start(painter)
        ground, ink, paper = theme.colour("soft"), theme.colour("accent"), theme.colour("surface")
        box(painter, QRectF(0, 19, 280, 152), 16, ground)
        painter.setPen(QPen(ink, 2))
        painter.setBrush(paper)
        painter.drawRect(QRectF(52, 70, 176, 80))
        box(painter, QRectF(39, 51, 202, 23), 4, theme.colour("fill"))
        box(painter, QRectF(104, 60, 72, 6), 3, theme.colour("on_fill"))
        painter.setPen(QPen(ink, 2))
        for left in (66, 170):
            painter.setBrush(ground)
            painter.drawRect(QRectF(left, 86, 44, 34))
            painter.drawLine(QLineF(left + 22, 86, left + 22, 120))
        painter.setBrush(paper)
        painter.drawRect(QRectF(116, 90, 48, 60))
        lines = ((140, 90, 140, 150), (134, 116, 134, 126), (146, 116, 146, 126), (20, 150, 260, 150))
        for line in lines:
            painter.drawLine(QLineF(*line))
        rim = theme.colour("deck_line") if theme.dark else None
        box(painter, QRectF(70, 1, 140, 36), 18, theme.colour("deck"), rim)
        draw_stars(painter, 84, 18, 20, 23, Shown(5, "", FULL))


class EmptyState(QWidget):
    """What a person sees where nothing is yet; signal `acted()` when the one button is pressed."""

    acted = Signal()

    def __init__(
        self,
        title: str,
        sentence: str,
        action: str = "",
        icon: str = "plus",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(HallDrawing(), 0, MIDDLE)
        column.addSpacing(4)
        self._title, self._sentence = Words(title, "page"), Words(sentence, "body", "muted")
        column.addWidget(self._title, 0, MIDDLE)
        column.addWidget(self._sentence, 0, MIDDLE)
        self.button: ActionButton | None = None
        if action:
            column.addSpacing(10)
            self.button = ActionButton(action, PRIMARY, icon, key, MAIN)
            self.button.clicked.connect(self.acted)
            column.addWidget(self.button, 0, MIDDLE)
        column.addStretch(1)

    def show_words(self, title: str, sentence: str) -> None:
        """Show another title and sentence."""
        self._title.show_text(title)
        self._sentence.show_text(sentence)
        self.setAccessibleName(title)
