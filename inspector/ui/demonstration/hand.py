"""A hand on the window: presses what it sees by name, types, and looks."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    """Does to a window what a person could do, and nothing else."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def settle(self) -> None:
        """Let the window do what it has to."""
        for _ in range(2):
            QApplication.processEvents()
            # without a running event loop nobody else deletes what was said to be deleted later
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def seen(self, name: str) -> Iterator[QWidget]:
        """Yield the visible widgets whose accessible name or words begin with a name."""
        for widget in self.window.findChildren(QWidget):
            words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            if widget.isVisible() and words.startswith(name):
                yield widget

    def press(self, name: str) -> None:
        """Press the first visible button of a name; LookupError when there is none to press."""
        for widget in self.seen(name):
            if isinstance(widget, QAbstractButton) and widget.isEnabled():
                # near the left end: a check box feels only its mark and its words
                spot = QPoint(min(widget.width() // 2, 16), widget.height() // 2)
                QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, spot)
                self.settle()
                return
        raise LookupError(name)

    def can_press(self, name: str) -> bool:
        """Return whether a button of that name can be pressed."""
        return any(isinstance(one, QAbstractButton) and one.isEnabled() for one in self.seen(name))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key wherever the focus is."""
        QTest.keyClick(self._target(), key, modifier)
        self.settle()

    def figures(self, text: str) -> None:
        """Type plain figures or letters into the field that has the focus."""
        QTest.keyClicks(self._target(), text)
        self.settle()

    def words(self, text: str) -> None:
        """Type words into the field that has the focus, as an input method commits them."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self._target(), event)
        self.settle()

    def into(self, name: str, text: str) -> None:
        """Put words into the visible field of a name."""
        field = next(self.seen(name))
        inner = field.focusProxy() or field
        inner.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settle()
        self.words(text)

    def _target(self) -> QWidget:
        return self.window.focusWidget() or self.window
