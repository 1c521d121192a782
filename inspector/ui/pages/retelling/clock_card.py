"""The recollection clock: a ring with the time that is left, and what happens when it has run out."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.pages.retelling.clock_words import ClockTold
from inspector.ui.theme import BOLD, theme
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.painted import FIXED, Painted, Words
from inspector.ui.widgets.painting import CENTRE, start, words
from inspector.ui.widgets.progress import draw_ring

SIDE, STROKE = 76, 6
TICK = "✓"


class TimeRing(Painted):
    """A ring that empties, with a figure and a word in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ClockTold("", "")
        self.setSizePolicy(FIXED, FIXED)

    def show_told(self, told: ClockTold) -> None:
        """Show how much is left."""
        self._told = told
        self.setAccessibleName(" ".join(word for word in (told.figure, told.under) if word) or told.title)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme.px(SIDE), theme.px(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring, figure and word."""
        painter = QPainter(self)
        start(painter)
        told, area = self._told, QRectF(self.rect())
        draw_ring(painter, area, STROKE, told.share, told.tone)
        middle = area.center()
        if told.figure == TICK:
            draw_icon(painter, "check", told.tone, middle.x() - 12, middle.y() - 12, 24)
            return
        ink = theme.colour("text" if told.tone == "accent" else told.tone)
        upper = QRectF(area.left(), middle.y() - theme.px(20), area.width(), theme.px(24))
        words(painter, upper if told.under else area, told.figure, ink, 17, BOLD, CENTRE)
        lower = QRectF(area.left(), middle.y() + theme.px(3), area.width(), theme.px(16))
        words(painter, lower, told.under, theme.colour("muted"), 12, align=CENTRE)


class ClockCard(Card):
    """The ring beside its sentence."""

    def __init__(self) -> None:
        super().__init__(padding=0)
        self.ring = TimeRing()
        self.title, self.meaning = Words("", "card"), Words("", "second", "muted", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.meaning)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(20)
        row.addWidget(self.ring)
        row.addLayout(column, 1)
        self.body.addLayout(row)

    def show_told(self, told: ClockTold) -> None:
        """Show how the recollection stands."""
        self.ring.show_told(told)
        self.ring.setVisible(bool(told.figure))
        self.title.show_text(told.title)
        self.title.show_tone(told.tone if told.tone in {"warn", "bad"} else "text")
        self.meaning.show_text(told.meaning)
        self.setAccessibleName(f"{told.title}。{told.meaning}")
