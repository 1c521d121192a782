"""The scenario chosen: who one is, what one asks for, and by which channel."""

from PySide6.QtWidgets import QHBoxLayout

from inspector.form.scenario import Synopsis
from inspector.inspection.hall import Hall
from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.plan_visit.scenarios import ICONS, channel_word
from inspector.ui.widgets.card import Card, Hairline
from inspector.ui.widgets.chips import Chip
from inspector.ui.widgets.painted import Words
from inspector.wording import _, language


class TaskCard(Card):
    """Hall and scenario in words; without them it says what to choose."""

    def __init__(self) -> None:
        super().__init__()
        self.hall = IconLine("hall").strong()
        self.title = Words("", "card", wrap=True)
        self.role, self.brief = Words("", "body", wrap=True), Words("", "body", wrap=True)
        self.role_head, self.brief_head = Words(_("扮成"), "caption", "muted"), Words(_("要办的事"), "caption", "muted")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        self._chip: Chip | None = None
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addLayout(self._chips)
        self.body.setSpacing(4)
        self.body.addWidget(self.hall)
        self.body.addWidget(Hairline())
        self.body.addSpacing(4)
        self.body.addLayout(head)
        for words in (self.role_head, self.role, self.brief_head, self.brief):
            self.body.addWidget(words)

    def show_hall(self, hall: Hall | None) -> None:
        """Show the hall chosen."""
        told = (hall.name, hall.hours) if hall else (_("还没有选营业厅"),)
        self.hall.show_line(" · ".join(part for part in told if part))

    def show_scenario(self, one: Synopsis | None) -> None:
        """Show the scenario chosen."""
        self.title.show_text(one.title.into(language()) if one else _("还没有选场景"))
        self.role.show_text(one.role.into(language()) if one else _("在中间选一个场景：演谁、办什么事，这里会写明。"))
        self.brief.show_text(one.brief.into(language()) if one else "")
        for words in (self.role_head, self.brief_head, self.brief):
            words.setVisible(one is not None)
        if self._chip is not None:
            self._chips.removeWidget(self._chip)
            self._chip.hide()
            self._chip.deleteLater()
        self._chip = Chip(channel_word(one.channel), "accent", ICONS[one.channel]) if one else None
        if self._chip is not None:
            self._chips.addWidget(self._chip)
