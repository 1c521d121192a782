"""Who goes, when, and on whose visit; and what history says against it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from inspector.ui.pages.plan_visit.when import WindowFields
from inspector.ui.widgets.card import Card, Inset
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.painted import Words
from inspector.wording import _

OWN = ""


class WhoCard(Card):
    """Signals `changed()` for code and window, `joined(visit)` when a person chose another visit or none."""

    changed = Signal()
    joined = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("谁去，什么时候"))
        self.beside = Choice(_("同一次到访"))
        self.beside.picked.connect(self.joined)
        self.code = Field(_("暗访员代号"), _("如 M-07，不写姓名"), caption=True)
        self.code.setToolTip(_("真实身份只封存给密钥保管人；这里和报告上只有代号。"))
        self.code.edited.connect(self._type)
        self.known = Choice(_("用过的代号"))
        self.known.picked.connect(self._take)
        for choice in (self.beside, self.known):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(6)
        self.when = WindowFields()
        self.when.changed.connect(self.changed)
        self.warning, self.sentences = Inset("warn"), Words("", "strong", wrap=True)
        self.warning.body.addWidget(self.sentences)
        self._lay_out()

    def _lay_out(self) -> None:
        self.together = QWidget()
        column = QVBoxLayout(self.together)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(_("同一次到访"), "caption", "muted"))
        column.addWidget(self.beside)
        self._known_head = Words(_("用过的代号"), "caption", "muted")
        who = QGridLayout()
        who.setHorizontalSpacing(12)
        who.setVerticalSpacing(4)
        who.addWidget(self.code, 0, 0, 2, 1)
        who.addWidget(self._known_head, 0, 1)
        who.addWidget(self.known, 1, 1)
        who.setColumnStretch(0, 1)
        who.setColumnStretch(1, 1)
        self.body.addWidget(self.together)
        self.body.addLayout(who)
        self.body.addWidget(self.warning)
        self.body.addWidget(self.when)
        self.body.addWidget(Words(_("第一个时刻要落在计划时段内，否则这次暗访无效。"), "second", "muted", wrap=True))

    def start_anew(self, codes: Sequence[str]) -> None:
        """Forget what was said the last time, and offer the codes known."""
        self.code.show_text("")
        self.code.show_wrong()
        self.known.show_options([("", _("选一个")), *((code, code) for code in codes)])
        self.known.show_key("")
        for widget in (self.known, self._known_head):
            widget.setVisible(bool(codes))
        self.show_warnings([])

    def show_visits(self, options: Sequence[tuple[str, str]], current: str = OWN) -> None:
        """Show the visits this scenario can be added to, and which is chosen."""
        self.beside.show_options([(OWN, _("单独一次")), *options])
        self.beside.show_key(current)
        self.together.setVisible(bool(options))

    def show_free(self, free: bool) -> None:
        """Show whether shopper and window can be said here, or come with the visit chosen."""
        for widget in (self.code, self.known, self.when):
            widget.setEnabled(free)

    def show_warnings(self, said: Sequence[str]) -> None:
        """Show what speaks against the visit."""
        self.sentences.show_text("\n".join(said))
        self.warning.setVisible(bool(said))

    def _type(self, _text: str) -> None:
        self.code.show_wrong()
        self.known.show_key(self.code.text().strip())
        self.changed.emit()

    def _take(self, code: str) -> None:
        if code:
            self.code.show_text(code)
            self.code.show_wrong()
            self.changed.emit()
