"""The question before sealing, asked on the page: what it means, and a way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.widgets.announcing import announce
from inspector.ui.widgets.buttons import PRIMARY, SECONDARY, ActionButton
from inspector.ui.widgets.card import Inset
from inspector.ui.widgets.painted import Words
from inspector.wording import _


class Sealing(Inset):
    """Says what sealing means; signals `confirmed()` and `declined()`. The way back has the focus first."""

    confirmed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("accent", parent)
        self._title = Words(_("完成并封存这次检查？"), "card")
        self._meaning = Words("", "body", wrap=True)
        self.no_button = ActionButton(_("再看看"), SECONDARY, height=48)
        self.yes_button = ActionButton(_("封存"), PRIMARY, "lock", height=48)
        self.no_button.clicked.connect(self.declined)
        self.yes_button.clicked.connect(self.confirmed)
        words, row = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._meaning)
        row.setSpacing(8)
        row.setContentsMargins(8, 0, 0, 0)
        row.addLayout(words, 1)
        row.addSpacing(16)
        row.addWidget(self.no_button)
        row.addWidget(self.yes_button)
        self.body.addLayout(row)
        self.hide()

    def ask(self, owed: int) -> None:
        """Ask, naming how many gaps stay as they are."""
        sentences = [_("封存后作答、照片和备注都不能再改；系统生成记录指纹，与上一份检查首尾相连。")]
        if owed:
            sentences.append(_("还缺的 {n} 处会照实印在报告里。").format(n=owed))
        self._meaning.show_text("".join(sentences))
        self.setAccessibleName(f"{self._title.text()}{self._meaning.text()}")
        self.show()
        self.no_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self)
