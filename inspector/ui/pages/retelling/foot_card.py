"""What is left to tell and the one button that goes on with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inspector.inspection.inspection import Inspection
from inspector.inspection.progress import count, next_unanswered
from inspector.ui.pages.audit.icon_mark import IconMark
from inspector.ui.pages.audit.one_line import OneLine
from inspector.ui.widgets.buttons import PRIMARY, SECONDARY, ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.painted import EXPANDING, FIXED, Words
from inspector.wording import _


class FootCard(Card):
    """Signals `went_on(item)` to go on telling, `checked()` to look for gaps and seal, `result_wanted()`."""

    went_on = Signal(str)
    checked = Signal()
    result_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0)
        self.title, self.second = Words("", "name"), OneLine("second", "muted")
        self.second.setSizePolicy(EXPANDING, FIXED)
        self.item = ""
        self.gaps_button = ActionButton(_("检查并封存"), SECONDARY, "checklist", "G", 48)
        self.go_button = ActionButton(_("继续补录"), PRIMARY, "arrow-right", height=48)
        self.result_button = ActionButton(_("看结果"), PRIMARY, "chart", height=48)
        self.gaps_button.clicked.connect(self.checked)
        self.go_button.clicked.connect(lambda: self.went_on.emit(self.item))
        self.result_button.clicked.connect(self.result_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.second)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(20, 7, 8, 7)
        row.setSpacing(12)
        row.addWidget(IconMark("list", "accent", 20))
        row.addLayout(words, 1)
        for button in (self.gaps_button, self.go_button, self.result_button):
            row.addWidget(button)
        self.body.addLayout(row)

    def show_inspection(self, inspection: Inspection, number: int) -> None:
        """Show how much is left, or that it is sealed under a number."""
        done = count(inspection)
        self.item = next_unanswered(inspection, inspection.last_item) or ""
        self.gaps_button.setVisible(not inspection.finished)
        self.go_button.setVisible(not inspection.finished and not done.complete)
        self.gaps_button.show_kind(PRIMARY if done.complete else SECONDARY)
        self.result_button.setVisible(inspection.finished)
        if inspection.finished:
            self.title.show_text(_("已封存，编号 {number}").format(number=number))
            self.second.show_text(_("共 {n} 项").format(n=done.asked))
        elif done.complete:
            self.title.show_text(_("{n} 项都答完了").format(n=done.asked))
            self.second.show_text(_("看一遍缺什么，再封存"))
        else:
            self.title.show_text(_("还有 {n} 项未答").format(n=done.asked - done.answered))
            ask = inspection.form.items[self.item].ask if self.item else ""
            self.second.show_text(_("下一项 {item} {ask}").format(item=self.item, ask=ask))
