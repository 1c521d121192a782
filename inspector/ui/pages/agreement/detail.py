"""One item that two inspectors judged differently: both verdicts with notes, and the standard between them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.inspection.inspection import Inspection
from inspector.rating.agreement import Disagreement
from inspector.ui.widgets.buttons import LinkButton
from inspector.ui.widgets.card import Card, Hairline
from inspector.ui.widgets.chips import Chip, severity_chip
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.verdict_looks import verdict_spec
from inspector.wording import _


class Opinion(QWidget):
    """What one inspector judged and noted; signal `wanted()` when a person goes to the item."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.who, self.verdict, self.note = Words("", "strong"), Chip(), Words("", wrap=True)
        self.link = LinkButton(_("看这一项"))
        self.link.clicked.connect(self.wanted)
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head.setSpacing(8)
        head.addWidget(self.who)
        head.addWidget(self.verdict)
        head.addStretch(1)
        head.addWidget(self.link)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addStretch(1)

    def show_opinion(self, inspection: Inspection, item: str, who: str) -> None:
        """Show what somebody judged of an item."""
        verdict, note = inspection.verdict(item), inspection.answer(item).note
        self.who.show_text(who)
        self.verdict.show_chip(*verdict_spec(verdict))
        self.note.show_text(note or _("没有写备注"))
        self.note.show_tone("text" if note else "muted")
        self.link.setAccessibleName(_("看{who}的这一项").format(who=who))
        self.setAccessibleName("，".join((who, verdict_spec(verdict)[0], self.note.text())))


class DisagreementCard(Card):
    """The item chosen; signal `wanted(id of the inspection, id of the item)`."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(padding=16)
        self._item, self._ids = "", ("", "")
        self._code, self._title = Words("", "code", "muted"), Words("", "item", wrap=True)
        self._criterion = Words("", "second", "muted", wrap=True)
        self._severity = QHBoxLayout()
        self.first, self.second = Opinion(), Opinion()
        self.first.wanted.connect(lambda: self.wanted.emit(self._ids[0], self._item))
        self.second.wanted.connect(lambda: self.wanted.emit(self._ids[1], self._item))
        head, pair = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._code)
        head.addStretch(1)
        head.addLayout(self._severity)
        pair.setSpacing(24)
        pair.addWidget(self.first, 1)
        pair.addWidget(self.second, 1)
        self.body.addLayout(head)
        for each in (self._title, self._criterion, Hairline()):
            self.body.addWidget(each)
        self.body.addLayout(pair)

    def show_item(self, one: Disagreement, first: Inspection, second: Inspection, names: tuple[str, str]) -> None:
        """Show an item that both judged differently."""
        self._item, self._ids = one.item.id, (first.id, second.id)
        self._code.show_text(f"{one.item.id} · {first.form.section_of[one.item.id].title}")
        self._title.show_text(str(one.item.ask))
        self._criterion.show_text(_("评判标准：{words}").format(words=one.item.criterion))
        while (old := self._severity.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        self._severity.addWidget(severity_chip(one.item.severity))
        self.first.show_opinion(first, one.item.id, names[0])
        self.second.show_opinion(second, one.item.id, names[1])
        self.setAccessibleName(f"{one.item.id} {one.item.ask}")
