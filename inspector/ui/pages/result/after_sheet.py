"""After the seal: which record puts which right, what the hall said and replies, and the way to add either."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.actions.amending import Reply
from inspector.inspection.inspection import Head
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Hairline, Inset
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.note_field import NoteField
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _

WIDE = 620


class AfterSheet(Sheet):
    """Signals `replied(name, words)`, `amended(reason)`."""

    replied = Signal(str, str)
    amended = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("答复与更正"), WIDE, scrolls=True)
        self.lines: list[QWidget] = []
        self.name = Field(_("答复人"), _("营业厅负责人姓名"), caption=True)
        self.words = NoteField(_("营业厅答复"), _("原话照录；有附件的，写明附件"))
        self.reply_button = ActionButton(_("登记答复"), icon="pencil")
        self.reason = NoteField(_("更正理由"), _("如 第 12 项误判，照片可证"))
        self.amend_button = ActionButton(_("开始更正"), icon="history")
        self.why_not = Words("", "second", "muted", wrap=True)
        self.reply_button.clicked.connect(lambda: self.replied.emit(self.name.text(), self.words.text()))
        self.amend_button.clicked.connect(lambda: self.amended.emit(self.reason.text()))
        told = _("封存的记录不会被改动。更正另建一份记录，写明理由，从原来的作答开始；封存后两份的得分都保留、都能查。")
        self.rest = (
            Hairline(),
            Words(_("登记营业厅答复"), "strong"),
            *(self.name, self.words, self.reply_button),
            Hairline(),
            Words(_("更正这份记录"), "strong"),
            *(Words(told, "second", "muted", wrap=True), self.reason, self.amend_button, self.why_not),
        )
        for each in self.rest:
            self.body.addWidget(each)

    def show_after(self, head: Head, amended_by: int, replies: Sequence[Reply], days: str) -> None:
        """Show what is known; an inspection that was put right already is not put right again."""
        for line in self.lines:
            self.body.removeWidget(line)
            line.deleteLater()
        self.lines = [*_statement(head), *_replied(replies, days)]
        for place, line in enumerate(self.lines):
            self.body.insertWidget(place, line)
        self.amend_button.setEnabled(not amended_by)
        self.reason.setEnabled(not amended_by)
        why_not = _("已由第 {n} 号检查更正；要再改，请更正那一份。").format(n=amended_by)
        self.why_not.show_text(why_not if amended_by else "")

    def forget(self) -> None:
        """Empty the fields of what was written down."""
        self.name.show_text("")
        self.words.show_text("")
        self.reason.show_text("")


def _statement(head: Head) -> list[QWidget]:
    ground = Inset("accent")
    ground.body.addWidget(Words(_("封存前营业厅意见"), "strong"))
    ground.body.addWidget(Words(head.statement or _("没有写意见。"), "second", wrap=True))
    if head.signatures:
        names = "、".join(one.name for one in head.signatures)
        ground.body.addWidget(Words(_("签字：{names}").format(names=names), "second", wrap=True))
    return [ground]


def _replied(replies: Sequence[Reply], days: str) -> list[QWidget]:
    if not replies:
        told = _("还没有答复。营业厅可在收到报告起 {n} 个工作日内书面答复。").format(n=days)
        return [Words(told, "second", "muted", wrap=True)]
    lines: list[QWidget] = []
    for one in replies:
        lines.append(Words(_("{day}　{name} 答复").format(day=one.at[:10], name=one.name), "strong", wrap=True))
        lines.append(Words(one.words, "second", wrap=True))
    return lines
