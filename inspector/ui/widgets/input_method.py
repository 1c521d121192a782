"""Half-typed words of an input method, committed before a field is left."""

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


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
