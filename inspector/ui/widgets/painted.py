"""What every painted widget is made of: a still one, one that can be pressed, and words."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from inspector.ui.theme import BOLD, MEDIUM, REGULAR, theme
from inspector.ui.widgets.focus_ring import RingHolder

TARGET = 40
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FIXED = QSizePolicy.Policy.Fixed
PREFERRED = QSizePolicy.Policy.Preferred
EXPANDING = QSizePolicy.Policy.Expanding

KINDS = {
    "display": (40, BOLD),
    "page": (24, BOLD),
    "section": (20, BOLD),
    "item": (18, BOLD),
    "card": (16, BOLD),
    "name": (15, MEDIUM),
    "strong": (14, MEDIUM),
    "body": (14, REGULAR),
    "second": (13, REGULAR),
    "code": (13, MEDIUM),
    "caption": (12, REGULAR),
    "head": (12, MEDIUM),
}
ROLES = {
    "text": QPalette.ColorRole.WindowText,
    "muted": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Link,
    "bad": QPalette.ColorRole.BrightText,
}


class Painted(QWidget):
    """A widget that paints itself and measures itself anew when theme or text size change."""

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's measures."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Never less than the whole."""
        return self.sizeHint()


class Pressable(QPushButton):
    """A painted button: at least 40 px high, ring by keyboard, Enter presses it like the space bar."""

    radius = 8.0
    ring_token = "accent"

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self._ring = RingHolder(self)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show a word on the button; it is its accessible name too."""
        if text == self.words:
            return
        self.words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    @property
    def hovered(self) -> bool:
        """Whether a pointer that can press it rests on it."""
        return self.isEnabled() and self.underMouse()

    def minimumSizeHint(self) -> QSize:
        """Never less than the whole."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press what has the focus; with Ctrl it belongs to the page."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in ENTER and plain and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the ring around it when the keyboard brought the focus."""
        super().focusInEvent(event)
        self._ring.came(event, self.radius, self.ring_token)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ring.went(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's measures."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)


class Words(QLabel):
    """A label of one kind of the type scale (see KINDS) in one tone (a token)."""

    def __init__(
        self, text: str = "", kind: str = "body", tone: str = "text", wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self._dress()

    def show_text(self, text: str) -> None:
        """Show other words."""
        if text != self.text():
            self.setText(text)

    def show_tone(self, tone: str) -> None:
        """Show the words in another tone."""
        if tone != self._tone:
            self._tone = tone
            self._dress()

    def _dress(self) -> None:
        pixels, weight = KINDS[self._kind]
        self.setFont(theme.font(pixels, weight))
        role = ROLES.get(self._tone)
        if role is None:
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.WindowText, theme.colour(self._tone))
            self.setPalette(palette)
        self.setForegroundRole(role or QPalette.ColorRole.WindowText)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's font and colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
