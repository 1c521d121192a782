"""Grounds: the card, the deck panel, a hairline, and the page's scrolling ground."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import LinkButton
from inspector.ui.widgets.painted import EXPANDING, FIXED, PREFERRED, Painted, Words
from inspector.ui.widgets.painting import box, start

RADIUS = 10
PADDING = 20
TITLE_TRIM, LINK_TRIM = 4, 12


class Card(QWidget):
    """A surface with a title, a count beside it and a link at the right; put what it holds into `body`.

    Signal `opened()` when a person follows the link.
    """

    opened = Signal()

    def __init__(
        self, title: str = "", count: str = "", link: str = "", padding: int = PADDING, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._current = False
        whole = QVBoxLayout(self)
        above = LINK_TRIM if link else TITLE_TRIM if title else 0
        whole.setContentsMargins(padding, padding - above, padding, padding)
        whole.setSpacing(8)
        if title:
            whole.addLayout(self._head(title, count, link))
            self.setAccessibleName(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        whole.addLayout(self.body, 1)
        whole.addStretch(0)

    def _head(self, title: str, count: str, link: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        self._title, self._count = Words(title, "card"), Words(count, "second", "muted")
        for label in (self._title, self._count):
            label.setSizePolicy(PREFERRED, FIXED)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        if link:
            self.link = LinkButton(link)
            self.link.clicked.connect(self.opened)
            head.addWidget(self.link)
        return head

    def show_count(self, count: str) -> None:
        """Show another count beside the title."""
        self._count.show_text(count)

    def show_title(self, title: str) -> None:
        """Show another title."""
        self._title.show_text(title)
        self.setAccessibleName(title)

    def show_current(self, current: bool) -> None:
        """Show the card as the open one, with a 2-px accent border."""
        if current != self._current:
            self._current = current
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface and border."""
        painter = QPainter(self)
        if self.rect().adjusted(RADIUS, RADIUS, -RADIUS, -RADIUS).contains(event.rect()):
            painter.fillRect(event.rect(), theme.colour("surface"))  # the border is out of reach, and dear
            return
        start(painter)
        line, width = ("accent", 2) if self._current else ("line", 1)
        box(painter, QRectF(self.rect()), RADIUS, theme.colour("surface"), theme.colour(line), width)


class Inset(QWidget):
    """A box on the canvas inside a card; a tone (warn, bad…) makes it a tinted box."""

    def __init__(self, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 12, 12, 12)
        self.body.setSpacing(8)

    def show_tone(self, tone: str) -> None:
        """Show it in another tone, or plain."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box."""
        painter = QPainter(self)
        start(painter)
        fill = theme.tint(self._tone) if self._tone else theme.colour("canvas")
        line = theme.tint(self._tone, 0.35) if self._tone else theme.colour("line")
        box(painter, QRectF(self.rect()), 8, fill, line)


class DeckPanel(QWidget):
    """The brand surface: a gradient downward; rounded as the result panel, square as bar or rail."""

    def __init__(self, rounded: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._radius = RADIUS if rounded else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the gradient."""
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        if not self._radius:
            box(painter, rect, 0, theme.colour("deck"))
            return
        from PySide6.QtGui import QLinearGradient  # noqa: PLC0415 - the first window shows none

        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0, theme.colour("deck"))
        gradient.setColorAt(1, theme.colour("deck2"))
        box(painter, rect, self._radius, QBrush(gradient), theme.colour("deck_line") if theme.dark else None)


class Hairline(Painted):
    """A rule of one pixel; token is line, edge or deck_line."""

    def __init__(self, token: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token
        self.setSizePolicy(EXPANDING, FIXED)

    def sizeHint(self) -> QSize:
        """One pixel high."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rule."""
        QPainter(self).fillRect(QRectF(self.rect()), theme.colour(self._token))


class ScrollPage(QScrollArea):
    """A ground that scrolls downward only; put what it holds into `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        self.body = QVBoxLayout(holder)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)
