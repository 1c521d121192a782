"""What a second reader says of a sealed visit: who, accepted or refused, and why."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.inspection.hall import Inspector
from inspector.ui.widgets.buttons import DANGER, PRIMARY, QUIET, SECONDARY, ActionButton
from inspector.ui.widgets.card import Inset
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.note_field import NoteField
from inspector.ui.widgets.painted import Words
from inspector.wording import _


class ReadingForm(Inset):
    """Signals `read(code, accepted, reason)`, `cancelled()`, and `people_wanted()` where nobody listed may read."""

    read = Signal(str, bool, str)
    cancelled = Signal()
    people_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(_("第二人复核"))
        self.who = Choice(_("由谁复核"))
        self.closed = Words("", "caption", "muted", wrap=True)
        self.reason = NoteField(_("复核意见"), _("同意可不写；不同意要写明哪里不可信"))
        self.wrong = Words("", "caption", "bad", wrap=True)
        self.yes_button = ActionButton(_("同意"), PRIMARY, "check")
        self.no_button = ActionButton(_("不同意"), DANGER, "cross")
        self.cancel_button = ActionButton(_("取消"), SECONDARY)
        self.people_button = ActionButton(_("到设置里新增督查员"), QUIET, "users")
        self.yes_button.clicked.connect(lambda: self._submit(True))
        self.no_button.clicked.connect(lambda: self._submit(False))
        self.cancel_button.clicked.connect(self.cancelled)
        self.people_button.clicked.connect(self.people_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.people_button, self.cancel_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.no_button)
        row.addWidget(self.yes_button)
        self.body.setSpacing(4)
        meaning = _("看经过、时刻、证据是否对得上。不同意的，本次暗访不计入评定。")
        told: tuple[QWidget, ...] = (
            Words(_("第二人复核"), "card"), Words(meaning, "caption", "muted", wrap=True), self.who, self.closed,
            self.reason, self.wrong,
        )  # fmt: skip
        for each in told:
            self.body.addWidget(each)
        self.body.addLayout(row)
        self.hide()

    def ask(self, people: Sequence[Inspector], took_part: Collection[str], me: str) -> None:
        """Ask for a reading; whoever took part may not give it."""
        may = [one for one in people if one.code not in took_part]
        self.who.show_options([("", _("请选择复核人")), *((one.code, f"{one.name}（{one.code}）") for one in people)])
        self.who.show_closed(one.code for one in people if one not in may)
        self.who.show_key(me if me in {one.code for one in may} else may[0].code if len(may) == 1 else "")
        self.closed.show_text(_("参加了这次暗访的人不能复核。") if may else _("名单里没有别的督查员可以复核。"))
        self.closed.setVisible(len(may) < len(people) or not may)
        self.people_button.setVisible(not may)
        for button in (self.yes_button, self.no_button):
            button.setVisible(bool(may))
        self.reason.show_text("")
        self.wrong.hide()
        self.show()
        first = self.reason if self.who.key() else self.who if may else self.people_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why the reading was not entered."""
        self.wrong.show_text(sentence)
        self.wrong.show()

    def _submit(self, accepted: bool) -> None:
        self.reason.commit_pending()
        self.read.emit(self.who.key(), accepted, self.reason.text())
