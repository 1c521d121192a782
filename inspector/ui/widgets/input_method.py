"""Leaving a field: half-typed words of an input method are committed, and the focus falls to what holds the field."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

GROUND = "ground"  # the property of a page or a sheet: it takes the focus when a field in it is left


def give_up_focus(field: QWidget) -> None:
    """Leave a field; a window without any focus would give it to its first button when one comes back to it."""
    holder = field.parentWidget()
    while holder is not None and not holder.property(GROUND):
        holder = holder.parentWidget()
    if holder is None:
        field.clearFocus()
    else:
        holder.setFocus(Qt.FocusReason.OtherFocusReason)


class Composition:
    """What an input method is composing in one field."""

    def __init__(self) -> None:
        self._preedit = ""

    def take(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed; call it before the field handles the event."""
        self._preedit = event.preeditString()

    def commit(self, edit: QLineEdit | QPlainTextEdit) -> None:
        """Ask the input method to commit; where none answers, put the half-typed words in as they stand."""
        if not self._preedit:
            return
        QGuiApplication.inputMethod().commit()
        if not self._preedit:
            return
        event = QInputMethodEvent()
        event.setCommitString(self._preedit)
        self._preedit = ""
        edit.inputMethodEvent(event)
        QGuiApplication.inputMethod().reset()
