"""The first start: one drawing, one sentence, one button, and three side doors."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.pages.marks import NumberDisc
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.chips import Chip
from inspector.ui.widgets.empty_state import EmptyState
from inspector.ui.widgets.painted import EXPANDING, FIXED, Words
from inspector.wording import _


class Door(Card):
    """A side door: number, title, sentence and button; a chip says what was done already."""

    def __init__(self, number: int, title: str, sentence: str, action: str, icon: str, done: str = "") -> None:
        super().__init__()
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(NumberDisc(number))
        head.addWidget(Words(title, "card"))
        head.addStretch(1)
        if done:
            head.addWidget(Chip(done, "good", "check"))
        self.button = ActionButton(action, icon=icon)
        self.body.addLayout(head)
        self.body.addWidget(Words(sentence, "second", "muted", wrap=True))
        self.body.addStretch(1)
        self.body.addSpacing(16)
        self.body.addWidget(self.button)
        self.setSizePolicy(EXPANDING, FIXED)


class EmptyHome(QWidget):
    """What a person sees before the first inspection.

    Signals `started()`, `named()` (填上督查员), `imported()` (导入营业厅) and `shown()` (先看一次示范).
    """

    started = Signal()
    named = Signal()
    imported = Signal()
    shown = Signal()

    def __init__(self, me: str, halls: int) -> None:
        super().__init__()
        sentence = _("选一个营业厅和一份检查表，就能开始。没有网络也能用，每答一项即存到本机。")
        self.state = EmptyState(_("还没有检查"), sentence, _("开始检查"), key="Ctrl+N")
        self.state.acted.connect(self.started)
        self.doors = self._doors(me, halls)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.state, 1)
        column.addWidget(Words(_("也可以先做这三件事"), "second", "muted"))
        row = QHBoxLayout()
        row.setSpacing(16)
        for door, signal in zip(self.doors, (self.named, self.imported, self.shown), strict=True):
            door.button.clicked.connect(signal)
            row.addWidget(door, 1)
        column.addLayout(row)

    @staticmethod
    def _doors(me: str, halls: int) -> tuple[Door, Door, Door]:
        known = _("已有 {n} 个").format(n=halls) if halls else ""
        return (
            Door(1, _("填上督查员"), _("姓名与单位会印在报告上，只存本机。"), _("填写姓名"), "user", me),
            Door(
                2,
                _("导入营业厅"),
                _("从 Excel 导入厅名、级别和地址；也可开始检查时现填。"),
                _("导入 Excel"),
                "download",
                known,
            ),
            Door(3, _("先看一次示范"), _("用虚构的营业厅走完一次明察，看到星级和报告。"), _("打开示范"), "play"),
        )
