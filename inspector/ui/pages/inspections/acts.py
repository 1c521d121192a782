"""What can be done with the inspection chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.telling import DISCARDED, DRAFT, FINISHED, KINDS, Headed, kind_word, resume_word
from inspector.ui.widgets.buttons import DANGER, PRIMARY, QUIET, ActionButton
from inspector.ui.widgets.painted import EXPANDING, FIXED
from inspector.wording import _


class ActBar(QWidget):
    """The bar below the list; one signal for each thing to do."""

    opened = Signal()
    reported = Signal()
    compared = Signal()
    moved = Signal()
    turned = Signal()
    discarded = Signal()
    restored = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("对所选检查的操作"))
        self.words = IconLine("info", "muted")
        self.open_button = ActionButton(_("打开"), PRIMARY)
        self.report_button = ActionButton(_("报告"), icon="document")
        self.agree_button = ActionButton(_("一致性"), QUIET, "users")
        self.agree_button.setToolTip(_("和另一位督查员在同一个营业厅的检查逐项比较"))
        self.hall_button = ActionButton(_("改营业厅"), QUIET)
        self.kind_button = ActionButton(_("改种类"), QUIET)
        self.discard_button = ActionButton(_("丢弃"), DANGER, "trash")
        self.restore_button = ActionButton(_("恢复"), PRIMARY, "restore")
        pairs = (
            (self.kind_button, self.turned),
            (self.hall_button, self.moved),
            (self.discard_button, self.discarded),
            (self.agree_button, self.compared),
            (self.report_button, self.reported),
            (self.restore_button, self.restored),
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
        self.show_chosen(None)

    def show_chosen(self, header: Headed | None) -> None:
        """Show what can be done with an inspection; nothing without one."""
        status = header.status if header else ""
        self.words.show_line(_told(header) if header else _("选一行，再决定做什么。双击或按 Enter 打开。"))
        self.open_button.setVisible(status in {DRAFT, FINISHED})
        self.open_button.show_text(resume_word(header) if header and status == DRAFT else _("查看结果"))
        for button in (self.report_button, self.agree_button):
            button.setVisible(status == FINISHED)
        for button in (self.hall_button, self.discard_button):
            button.setVisible(status == DRAFT)
        self.kind_button.setVisible(status == DRAFT and header is not None and header.kind in KINDS)
        self.restore_button.setVisible(status == DISCARDED)
        if header:
            other = "open" if header.kind == "recheck" else "recheck"
            self.kind_button.show_text(_("改为{kind}").format(kind=kind_word(other)))


def _told(header: Headed) -> str:
    return _("已选编号 {number}，{hall}").format(number=header.number, hall=header.hall_name)
