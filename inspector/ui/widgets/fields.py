"""A one-line field with its caption, unit and the sentence that says what is wrong."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from inspector.ui.icons import pixmap
from inspector.ui.theme import BOLD, theme
from inspector.ui.widgets.input_method import Composition, give_up_focus
from inspector.ui.widgets.painted import ENTER, EXPANDING, FIXED, TARGET, Words

NUMBER_WIDTH = 112


class LineEdit(QLineEdit):
    """A line that never loses a half-typed word: Enter and Escape leave it, with what it holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composition = Composition()

    def commit_composition(self) -> None:
        """Commit what the input method is composing."""
        self._composition.commit(self)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        self._composition.take(event)
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field by Enter or Escape; Ctrl+Enter belongs to what holds the field."""
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.key() in {*ENTER, Qt.Key.Key_Escape}:
            if self.hasFocus():
                give_up_focus(self)
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit before the focus goes."""
        self.commit_composition()
        super().focusOutEvent(event)


class Field(QWidget):
    """A field; `edited(str)` at every change by hand, `finished(str)` when left after one.

    Number fields are right-aligned with the unit outside. Call commit_pending before showing another value.
    """

    edited = Signal(str)
    finished = Signal(str)

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        unit: str = "",
        number: bool = False,
        caption: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._number = number
        self._touched = False
        self.edit = LineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.textEdited.connect(self._edit)
        self.edit.editingFinished.connect(self._finish)
        self.setFocusProxy(self.edit)
        self._wrong_mark: QLabel | None = None
        self._wrong_words: Words | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        if caption:
            self._grid.addWidget(Words(name, "caption", "muted"), 0, 0, 1, 2)
        self._grid.addWidget(self.edit, 1, 0, 1, 1 if unit else 2)
        if unit:
            self._grid.addWidget(Words(unit, "body", "muted"), 1, 1)
        self.setSizePolicy(FIXED if number else EXPANDING, FIXED)
        theme.changed.connect(self._dress)  # after the line itself took the new style, which sets its font back
        self._dress()

    def show_text(self, text: str) -> None:
        """Show a value; the cursor stays when nothing changes."""
        self._touched = False
        if text != self.edit.text():
            self.edit.setText(text)

    def text(self) -> str:
        """Return what the field holds, half-typed words included after commit_pending."""
        return self.edit.text()

    def show_wrong(self, sentence: str = "") -> None:
        """Show what is wrong below the field, or with no sentence that all is well."""
        if bool(self.edit.property("wrong")) != bool(sentence):
            self.edit.setProperty("wrong", bool(sentence))
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)
        if sentence and self._wrong_words is None:
            self._wrong_mark, self._wrong_words = QLabel(), Words("", "caption", "bad", wrap=True)
            self._grid.addWidget(self._wrong_mark, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._wrong_words, 2, 0, 1, 2)
            self._wrong_words.setContentsMargins(22, 0, 0, 0)
            self._dress()
        if self._wrong_words is not None and self._wrong_mark is not None:
            self._wrong_words.show_text(sentence)
            self._wrong_words.setVisible(bool(sentence))
            self._wrong_mark.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)

    def commit_pending(self) -> None:
        """Commit half-typed words and tell what was edited, before the field is left or shows another value."""
        self.edit.commit_composition()
        self._finish()

    def _edit(self, text: str) -> None:
        self._touched = True
        self.edited.emit(text)

    def _finish(self) -> None:
        if self._touched:
            self._touched = False
            self.finished.emit(self.edit.text())

    def _dress(self) -> None:
        self.edit.setFont(theme.font(20, BOLD) if self._number else theme.font(14))
        self.edit.setFixedHeight(theme.px(TARGET + 2 if self._number else TARGET))
        if self._number:
            self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.edit.setFixedWidth(theme.px(NUMBER_WIDTH))
        if self._wrong_mark is not None:
            self._wrong_mark.setPixmap(pixmap("cross-circle", "bad", 16, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's measures."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()


def lead_on(fields: Sequence[Field], save: Callable[[], object]) -> None:
    """Let Enter lead from field to field of a form and save in the last one; what was wrong goes when mended."""
    for place, field in enumerate(fields):
        field.edited.connect(partial(_mend, field))
        later = tuple(fields[place + 1 :])
        field.edit.returnPressed.connect(partial(_go_on, later, save))


def _mend(field: Field, _text: str) -> None:
    field.show_wrong()


def _go_on(later: Sequence[Field], save: Callable[[], object]) -> None:
    following = next((field for field in later if field.edit.isEnabled()), None)
    if following is None:
        save()
    else:
        following.edit.setFocus(Qt.FocusReason.TabFocusReason)


class SearchField(LineEdit):
    """A search line with its magnifier and the key that leads here; `textEdited(str)` tells what a person typed."""

    def __init__(self, name: str, placeholder: str = "", height: int = TARGET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self._lens = QLabel(self)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder or name)
        self.setClearButtonEnabled(False)
        self.setTextMargins(28, 0, 0, 0)
        self._dress()

    def sizeHint(self) -> QSize:
        """Wide enough for a hall's name."""
        return QSize(240, theme.px(self._height))

    def _dress(self) -> None:
        self.setFont(theme.font(14))
        self.setFixedHeight(theme.px(self._height))
        self._lens.setPixmap(pixmap("search", "muted", 18, self.devicePixelRatioF()))
        self._lens.setGeometry(13, (self.height() - 18) // 2, 18, 18)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's measures."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
