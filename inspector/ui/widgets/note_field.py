"""The note of an item: grows with its words, saves while one writes, never loses a half-typed word."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inspector.ui.theme import theme
from inspector.ui.widgets.input_method import Composition, give_up_focus
from inspector.ui.widgets.painted import EXPANDING, FIXED

DEBOUNCE = 300
FEWEST, MOST = 2, 8
LINE, FRAME = 21, 24


class NoteField(QPlainTextEdit):
    """A note; `edited(str)` 300 ms after the last stroke, `finished(str)` when left after an edit.

    Call commit_pending before another item's note is shown, before closing and before finishing.
    """

    edited = Signal(str)
    finished = Signal(str)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composition = Composition()
        self._showing = False
        self._touched = False
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE)
        self._timer.timeout.connect(self._flush)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(EXPANDING, FIXED)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._change)
        theme.changed.connect(self._dress)  # after the viewport took the new style, which sets its font back
        self._dress()

    def show_text(self, text: str) -> None:
        """Show a note, unless this one holds words that were not told yet."""
        if self._timer.isActive() or text == self.toPlainText():
            return
        self._showing = True
        self.setPlainText(text)
        self._showing = False
        self._told = self.toPlainText()
        self._touched = False
        self._fit()

    def discard(self) -> None:
        """Forget what was typed; it was told, or there is nobody left to tell it to."""
        self._timer.stop()
        self._touched = False
        self.show_text("")

    def text(self) -> str:
        """Return the note as it stands."""
        return self.toPlainText()

    def commit_pending(self) -> None:
        """Commit half-typed words and tell what was edited, now."""
        self._composition.commit(self)
        self._flush()
        if self._touched:
            self._touched = False
            self.finished.emit(self.toPlainText())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        self._composition.take(event)
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the note by Escape, with what it holds."""
        if event.key() == Qt.Key.Key_Escape:
            give_up_focus(self)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what was written when the focus goes."""
        self.commit_pending()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew in another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's measures."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def sizeHint(self) -> QSize:
        """As wide as its place."""
        return QSize(240, self.height())

    def _change(self) -> None:
        if self._showing or self.toPlainText() == self._told:  # Qt also tells of words that were never committed
            return
        self._touched = True
        self._timer.start()
        self._fit()

    def _flush(self) -> None:
        if self._timer.isActive() or self.sender() is self._timer:
            self._timer.stop()
            self._told = self.toPlainText()
            self.edited.emit(self._told)

    def _dress(self) -> None:
        self.setFont(theme.font(14))
        self.viewport().setFont(theme.font(14))  # the placeholder's
        self._fit()

    def _fit(self) -> None:
        lines = round(self.document().size().height())
        height = theme.px(LINE) * min(max(lines, FEWEST), MOST) + FRAME
        scrolls = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > MOST else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls)
        if height != self.height():
            self.setFixedHeight(height)
