"""One finding in full: what is asked, what was seen, what to do about it, and what it rests on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.form.form import Basis
from inspector.inspection.finding import Finding
from inspector.inspection.inspection import Inspection
from inspector.ui.pages.kept_photo import kept_photo
from inspector.ui.pages.result.findings_card import deadline_words
from inspector.ui.widgets.buttons import ActionButton, IconButton
from inspector.ui.widgets.card import Card, ScrollPage
from inspector.ui.widgets.chips import Chip, severity_spec
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.verdict_looks import verdict_spec
from inspector.vault.vault import Vault
from inspector.wording import _


def basis_words(basis: tuple[Basis, ...]) -> str:
    """Return what an item rests on; a clause stands only where a person has checked it."""
    return "；".join(
        _("{standard} 第 {clause} 条").format(standard=one.standard, clause=one.clause)
        if one.clause and one.clause_verified
        else one.standard
        for one in basis
    )


class FindingDetail(Card):
    """A finding beside the table; `closed()`, `wanted(str)` to go to the item, `traced(str)` for its history."""

    closed = Signal()
    wanted = Signal(str)
    traced = Signal(str)

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self.vault = vault
        self._item = ""
        self._code, self._title = Words("", "code", "muted"), Words("", "item", wrap=True)
        self._severity, self._verdict = Chip(), Chip()
        self.close_button = IconButton("cross", _("关闭"))
        self.close_button.clicked.connect(self.closed)
        self.go_button = ActionButton(_("去改这一项"), icon="pencil")
        self.go_button.clicked.connect(lambda: self.wanted.emit(self._item))
        self.history_button = ActionButton(_("修改记录"), icon="history")
        self.history_button.clicked.connect(lambda: self.traced.emit(self._item))
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 8, 0)
        head.setSpacing(8)
        head.addWidget(self._code)
        head.addStretch(1)
        for each in (self._severity, self._verdict, self.close_button):
            head.addWidget(each)
        self.body.addLayout(head)
        self._scroll = ScrollPage()
        self._scroll.body.setContentsMargins(20, 0, 16, 12)
        self._scroll.body.setSpacing(2)
        self._scroll.body.addWidget(self._title)
        self._parts = {
            "fact": self._part(_("事实")),
            "reason": self._part(_("理由")),
            "criterion": self._part(_("评判标准")),
            "remedy": self._part(_("整改要求")),
            "deadline": self._part(_("期限")),
            "basis": self._part(_("依据")),
        }
        self.photos = FlowRow()
        self._scroll.body.insertSpacing(3, 6)
        self._scroll.body.insertWidget(4, self.photos)
        self._scroll.body.addSpacing(8)
        self._scroll.body.addWidget(self.go_button)
        self._scroll.body.addWidget(self.history_button)
        self._scroll.body.addStretch(1)
        self.body.addWidget(self._scroll, 1)

    def _part(self, caption: str) -> tuple[Words, Words]:
        pair = Words(caption, "caption", "muted"), Words("", "body", wrap=True)
        pair[0].setContentsMargins(0, 6, 0, 0)
        for each in pair:
            self._scroll.body.addWidget(each)
        return pair

    def show_finding(self, found: Finding, inspection: Inspection) -> None:
        """Show a finding."""
        item, answer = found.item, inspection.answer(found.item.id)
        self._item = item.id
        self._code.show_text(f"{item.id} · {inspection.form.section_of[item.id].title}")
        self._title.show_text(str(item.ask))
        self._severity.show_chip(*severity_spec(found.severity))
        self._verdict.show_chip(*verdict_spec(found.verdict))
        texts = {
            "fact": found.fact,
            "reason": answer.reason,
            "criterion": str(item.criterion),
            "remedy": str(item.remedy),
            "deadline": deadline_words(found, inspection),
            "basis": basis_words(item.basis),
        }
        for key, (caption, words) in self._parts.items():
            words.show_text(texts[key])
            caption.setVisible(bool(texts[key]))
            words.setVisible(bool(texts[key]))
        self.photos.show_widgets([kept_photo(photo, self.vault) for photo in found.photos])
        self.photos.setVisible(bool(found.photos))
        self.go_button.setVisible(not inspection.finished)
        self.setAccessibleName(f"{item.id} {item.ask}")
        self._scroll.verticalScrollBar().setValue(0)
