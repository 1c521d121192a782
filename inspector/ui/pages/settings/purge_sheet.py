"""What is to be destroyed, listed whole, and who says so."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.actions.retaining import Due
from inspector.inspection.hall import Inspector
from inspector.ui.pages.row_list import RowList
from inspector.ui.pages.settings.evidence_rows import due_row
from inspector.ui.widgets.buttons import DANGER, ActionButton
from inspector.ui.widgets.card import Inset
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _

WIDE, ROWS, TALL = 620, 7, 48


class PurgeSheet(Sheet):
    """Signal `confirmed(code)` with the inspector who confirms."""

    confirmed = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("销毁到期佐证"), WIDE)
        self.list = RowList(_("要销毁的佐证"), tall=TALL)
        self.list.setMinimumHeight(self.list.height_for(ROWS))
        warning = Inset("warn")
        warning.body.addWidget(Words(_("销毁后不能恢复。"), "strong"))
        told = _("先记入销毁记录再删文件；以后的报告把它们印作“按期销毁”。已经备份出去的，请一并清理。")
        warning.body.addWidget(Words(told, "second", wrap=True))
        self.who = Choice(_("确认人"))
        self.who.picked.connect(lambda _code: self._show_who())
        self.owed = Words("", "caption", "muted")
        self.yes_button, self.no_button = ActionButton("", DANGER, "trash"), ActionButton(_("取消"))
        self.yes_button.clicked.connect(lambda: self.confirmed.emit(self.who.key()))
        self.no_button.clicked.connect(self.close_sheet)
        for each in (warning, self.list, Words(_("确认人"), "caption", "muted"), self.who, self.owed):
            self.body.addWidget(each)
        self.foot.addWidget(self.yes_button)
        self.foot.addWidget(self.no_button)
        self.foot.addStretch(1)

    def ask(self, due: Sequence[Due], today: date, people: Sequence[Inspector], me: str) -> None:
        """List what is due and ask who confirms."""
        self.list.show_rows(due_row(one, today) for one in due)
        self.who.show_options([("", _("请选择")), *((one.code, f"{one.name}（{one.code}）") for one in people)])
        self.who.show_key(me)
        self.yes_button.show_text(_("销毁 {n} 件").format(n=len(due)))
        self._show_who()
        self.open_sheet()

    def _show_who(self) -> None:
        self.yes_button.setEnabled(bool(self.who.key()))
        self.owed.show_text("" if self.who.key() else _("先选确认人；名单里没有人时，到“督查员”里新增。"))
