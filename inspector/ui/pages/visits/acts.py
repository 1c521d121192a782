"""What can be done with the mystery visit chosen, and in full why it does not count."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.actions.listing_visits import AHEAD, UNDER_WAY, Listed
from inspector.ui.pages.telling import FINISHED
from inspector.ui.pages.visits.telling import goal_word, told
from inspector.ui.widgets.buttons import DANGER, PRIMARY, QUIET, ActionButton
from inspector.ui.widgets.painted import EXPANDING, FIXED, Words
from inspector.wording import _


class VisitActs(QWidget):
    """The bar below the list; signals `opened()`, `joined()` (加一个场景) and `discarded()`."""

    opened = Signal()
    joined = Signal()
    discarded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("对所选暗访的操作"))
        self.words = Words("", "second", "muted", wrap=True)
        self.open_button = ActionButton(_("打开"), PRIMARY)
        self.join_button = ActionButton(_("同一次到访再加一个场景"), QUIET, "plus")
        self.discard_button = ActionButton(_("丢弃"), DANGER, "trash")
        pairs = (
            (self.join_button, self.joined),
            (self.discard_button, self.discarded),
            (self.open_button, self.opened),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        for button, signal in pairs:
            button.clicked.connect(signal)
            row.addWidget(button)
        self.setSizePolicy(EXPANDING, FIXED)

    def show_chosen(self, one: Listed | None, now: datetime) -> None:
        """Show what can be done with a visit; nothing without one."""
        self.words.show_text(_told(one, now) if one else _("选一行，再决定做什么。双击或按 Enter 打开。"))
        self.open_button.setVisible(one is not None)
        self.open_button.show_text(goal_word(one) if one else "")
        self.discard_button.setVisible(one is not None and one.header.status != FINISHED)
        self.join_button.setVisible(one is not None and one.stage in {AHEAD, UNDER_WAY})


def _told(one: Listed, now: datetime) -> str:
    return "，".join(part for part in (one.header.hall_name, told(one, now).words) if part)
