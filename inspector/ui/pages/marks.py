"""Small painted marks of the lists: a line with its icon, a name in one line, a numbered disc."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.theme import BOLD, MEDIUM, REGULAR, theme
from inspector.ui.widgets.painted import EXPANDING, FIXED, Painted
from inspector.ui.widgets.painting import CENTRE, dot, start, words

ICON, GAP = 16, 8


class IconLine(Painted):
    """One line with an icon before it, shortened where its place is too narrow."""

    def __init__(self, icon: str, tone: str = "text", icon_tone: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._icon_tone = icon, tone, icon_tone
        self._text = ""
        self._pixels, self._weight = 13, REGULAR
        self.setSizePolicy(EXPANDING, FIXED)

    def strong(self) -> "IconLine":
        """Let its words be strong; return it."""
        self._pixels, self._weight = 14, MEDIUM
        return self

    def show_line(self, text: str, icon: str = "", tone: str = "", icon_tone: str = "") -> None:
        """Show other words, and where given another icon and other tones."""
        self._text, self._icon = text, icon or self._icon
        self._tone, self._icon_tone = tone or self._tone, icon_tone or self._icon_tone
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the words shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """Room for icon and words."""
        width = ICON + GAP + theme.advance(self._text, self._pixels, self._weight)
        return QSize(round(width + 0.5), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Long words are shortened."""
        return QSize(min(self.sizeHint().width(), 120), theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and words."""
        painter = QPainter(self)
        start(painter)
        area = QRectF(self.rect())
        draw_icon(painter, self._icon, self._icon_tone, 0, area.center().y() - ICON / 2, ICON)
        left = area.adjusted(ICON + GAP, 0, 0, 0)
        words(painter, left, self._text, theme.colour(self._tone), self._pixels, self._weight)


class NameLine(Painted):
    """The title of a card in one line; a long name is shortened and stands whole in the tip."""

    PIXELS, HEIGHT, LEAST = 16, 24, 80

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(EXPANDING, FIXED)

    def sizeHint(self) -> QSize:
        """Room for the whole name."""
        return QSize(round(theme.advance(self._text, self.PIXELS, BOLD) + 0.5), theme.px(self.HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A long name may be shortened."""
        return QSize(min(self.sizeHint().width(), self.LEAST), theme.px(self.HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name."""
        words(QPainter(self), QRectF(self.rect()), self._text, theme.colour("text"), self.PIXELS, BOLD)


class NumberDisc(Painted):
    """A number on a soft disc."""

    SIDE = 32

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = str(number)
        self.setAccessibleName(self._number)
        self.setSizePolicy(FIXED, FIXED)

    def sizeHint(self) -> QSize:
        """The disc's own size."""
        return QSize(self.SIDE, self.SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint disc and number."""
        painter = QPainter(self)
        start(painter)
        area = QRectF(self.rect())
        dot(painter, area.center(), self.SIDE / 2, theme.colour("soft"))
        words(painter, area, self._number, theme.colour("accent"), 15, BOLD, CENTRE)
