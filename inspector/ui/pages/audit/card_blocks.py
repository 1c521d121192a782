"""The blocks of the open card below its verdict: why, what was seen, and what is to become of it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.widgets.buttons import SECONDARY, ActionButton
from inspector.ui.widgets.choice import CheckMark
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.note_field import DEBOUNCE, NoteField
from inspector.ui.widgets.painted import Words
from inspector.wording import _

JOIN = "；"
TOP = Qt.AlignmentFlag.AlignTop


class Phrases(QWidget):
    """Common phrases, one tap each; signal `tapped(phrase)`."""

    tapped = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._shown: tuple[str, ...] = ()
        self._name = name
        self.flow = FlowRow()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        caption = Words(name, "caption", "muted")
        caption.setContentsMargins(0, 10, 0, 0)
        row.addWidget(caption, 0, TOP)
        row.addWidget(self.flow, 1)

    def show_phrases(self, phrases: Iterable[str]) -> None:
        """Show these phrases."""
        wanted = tuple(phrases)
        if wanted == self._shown:
            return
        self._shown = wanted
        buttons = [ActionButton(phrase, SECONDARY) for phrase in wanted]
        for button, phrase in zip(buttons, wanted, strict=True):
            button.setAccessibleName(f"{self._name}：{phrase}")
            button.clicked.connect(lambda _checked=False, phrase=phrase: self.tapped.emit(phrase))
        self.flow.show_widgets(buttons)
        self.setVisible(bool(wanted))


class NoteBlock(QWidget):
    """The note with its phrases; signal `noted(text)` while one writes."""

    noted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._recorded = ""
        self.field = NoteField(_("备注"), _("看到的事实：在哪里、是什么、多少"))
        self.field.setAcceptDrops(False)
        self.field.viewport().setAcceptDrops(False)
        self.phrases = Phrases(_("常用语"))
        self.field.edited.connect(self.noted)
        self.field.finished.connect(self.noted)
        self.phrases.tapped.connect(self.append)
        head = QHBoxLayout()
        head.addWidget(Words(_("备注"), "caption"))
        head.addStretch(1)
        head.addWidget(Words(_("只写事实，不写人名"), "caption", "muted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addSpacing(6)
        column.addWidget(self.phrases)

    def show_note(self, text: str, *, anew: bool) -> None:
        """Show the note on record, but leave words alone that could not be recorded yet."""
        if anew or text != self._recorded:
            self._recorded = text
            self.field.show_text(text)

    def commit_pending(self) -> None:
        """Tell at once what was typed, half-typed words included, and again what could not be recorded before."""
        self.field.commit_pending()
        if self.field.text() != self._recorded:
            self.noted.emit(self.field.text())

    def append(self, phrase: str) -> None:
        """Add a phrase to what stands in the note."""
        self.field.commit_pending()
        text = self.field.text().rstrip()
        if phrase not in text:
            stop = "" if not text or text[-1] in "，。；！？、,.;" else JOIN
            self.field.show_text(f"{text}{stop}{phrase}")
            self.noted.emit(self.field.text())


class ReasonBlock(QWidget):
    """Why an item does not apply, could not be checked or was overruled.

    Signals `given(text)` when the reason was written, `settled()` when it was given in one go: tapped, or with Enter.
    """

    given = Signal(str)
    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._recorded = ""
        self._caption = Words("", "caption")
        self._owed = Words(_("必填"), "caption", "warn")
        self.field = Field(_("理由"), _("为什么"))
        self.field.edit.setAcceptDrops(False)
        self.phrases = Phrases(_("常用"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE)
        self._timer.timeout.connect(lambda: self.given.emit(self.field.text()))
        self.field.edited.connect(lambda _text: self._timer.start())
        self.field.finished.connect(self._finish)
        self.field.edit.returnPressed.connect(self._enter)
        self.phrases.tapped.connect(self._tap)
        head = QHBoxLayout()
        head.addWidget(self._caption)
        head.addStretch(1)
        head.addWidget(self._owed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addSpacing(6)
        column.addWidget(self.phrases)

    def show_reason(self, caption: str, text: str, phrases: Iterable[str], *, anew: bool) -> None:
        """Show why a reason is asked, the reason on record, and common ones."""
        self._caption.show_text(caption)
        self.field.edit.setAccessibleName(caption)
        if anew or text != self._recorded:
            self._recorded = text
            self.field.show_text(text)
        self._owed.setVisible(not text.strip())
        self.phrases.show_phrases(phrases)

    def commit_pending(self) -> None:
        """Tell at once what was typed, and again what could not be recorded before."""
        self.field.commit_pending()
        if not self.isHidden() and self.field.text() != self._recorded:
            self.given.emit(self.field.text())

    def _finish(self, text: str) -> None:
        self._timer.stop()
        self.given.emit(text)

    def _enter(self) -> None:
        self.field.commit_pending()
        if self.field.text().strip():
            self.settled.emit()

    def _tap(self, phrase: str) -> None:
        self.field.show_text(phrase)
        self.given.emit(phrase)
        self.settled.emit()


class Outcome(FlowRow):
    """What becomes of a small problem: put right on the spot, or a finding after all.

    Signals `mended(bool)`, `followed(bool)`.
    """

    mended = Signal(bool)
    followed = Signal(bool)

    def __init__(self) -> None:
        super().__init__(24)
        self.mend = CheckMark(_("已立查立改"))
        self.follow = CheckMark(_("列为问题，要求书面整改"))
        self.mend.ticked.connect(self.mended)
        self.follow.ticked.connect(self.followed)
        self.show_widgets([self.mend, self.follow])

    def show_outcome(self, mended: bool, followed: bool) -> None:
        """Show what is ticked."""
        self.mend.show_ticked(mended)
        self.follow.show_ticked(followed)


class Ticks(FlowRow):
    """Facts that make an item worse; signal `ticked(tick, on)`."""

    ticked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(16)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.marks: dict[str, CheckMark] = {}

    def show_ticks(self, wanted: tuple[tuple[str, str], ...], on: tuple[str, ...]) -> None:
        """Show these facts (key, words) and which are ticked."""
        if wanted != self._shown:
            self._shown = wanted
            self.marks = {key: CheckMark(text) for key, text in wanted}
            for key, mark in self.marks.items():
                mark.ticked.connect(lambda value, key=key: self.ticked.emit(key, value))
            self.show_widgets(self.marks.values())
        for key, mark in self.marks.items():
            mark.show_ticked(key in on)
        self.setVisible(bool(wanted))
