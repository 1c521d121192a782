"""One line of words that is shortened where its place is narrow."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.theme import theme
from inspector.ui.widgets.painted import FIXED, KINDS, PREFERRED, Painted
from inspector.ui.widgets.painting import words


class OneLine(Painted):
    """Words of one kind of the type scale in one tone; what is cut off stands in the tip."""

    LEAST = 56

    def __init__(
        self, kind: str = "body", tone: str = "text", longest: int = 9999, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind, self._tone, self._longest, self._text = kind, tone, longest, ""
        self.setSizePolicy(PREFERRED, FIXED)

    def show_text(self, text: str) -> None:
        """Show other words."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.setToolTip(text)
            self.updateGeometry()
            self.update()

    def show_tone(self, tone: str) -> None:
        """Show the words in another tone."""
        self._tone = tone
        self.update()

    def text(self) -> str:
        """Return the words, uncut."""
        return self._text

    def sizeHint(self) -> QSize:
        """Room for the words, up to a point."""
        pixels, weight = KINDS[self._kind]
        wide = round(theme.advance(self._text, pixels, weight) + 1.5)
        return QSize(min(wide, self._longest), theme.px(pixels * 1.45))

    def minimumSizeHint(self) -> QSize:
        """A long line may be shortened."""
        size = self.sizeHint()
        return QSize(min(size.width(), self.LEAST), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words."""
        pixels, weight = KINDS[self._kind]
        words(QPainter(self), QRectF(self.rect()), self._text, theme.colour(self._tone), pixels, weight)
