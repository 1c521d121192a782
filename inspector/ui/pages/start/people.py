"""Who inspects: the person this laptop belongs to, a second one, and the declaration."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from inspector.inspection.hall import Inspector
from inspector.ui.pages.marks import IconLine
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.choice import CheckMark, Choice
from inspector.ui.widgets.inspector_form import InspectorForm
from inspector.ui.widgets.painted import Words
from inspector.wording import _


def person_words(person: Inspector) -> str:
    """Say who a person is in one line."""
    return " · ".join(part for part in (person.name, person.code, person.unit) if part)


class PeopleCard(Card):
    """Signals `named(Inspector)` and `recognised(code)` say who the laptop belongs to; `adding()` asks for a form.

    `changed()` when the declaration was ticked or cleared.
    """

    named = Signal(object)
    recognised = Signal(str)
    adding = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__(_("督查员"))
        self.me = IconLine("user").strong()
        self.who = Choice(_("我是"))
        self.who.picked.connect(self.recognised)
        self.second = Choice(_("同行督查员"))
        for choice in (self.who, self.second):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(10)
        self.form = InspectorForm(wide=True, cancellable=False)
        self.form.saved.connect(self.named)
        self.nobody = QWidget()
        self.add_button = ActionButton(_("新增督查员"), icon="plus")
        self.add_button.clicked.connect(self.adding)
        self.declared = CheckMark(_("与被查营业厅无隶属、亲属及利益关系"))
        self.declared.ticked.connect(lambda _on: self.changed.emit())
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.nobody)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(Words(_("先填上您的姓名和编号，报告上要印；只需填一次。"), "second", "muted", wrap=True))
        column.addWidget(self.who)
        column.addWidget(self.form)
        pair = QGridLayout()
        pair.setHorizontalSpacing(12)
        pair.setVerticalSpacing(4)
        pair.addWidget(Words(_("我"), "caption", "muted"), 0, 0)
        pair.addWidget(Words(_("同行督查员（可不选）"), "caption", "muted"), 0, 1)
        pair.addWidget(self.me, 1, 0)
        pair.addWidget(self.second, 1, 1)
        pair.addWidget(self.add_button, 1, 2)
        pair.setColumnStretch(0, 1)
        pair.setColumnStretch(1, 1)
        self.pair = QWidget()
        pair.setContentsMargins(0, 0, 0, 0)
        self.pair.setLayout(pair)
        self.body.addWidget(self.nobody)
        self.body.addWidget(self.pair)
        self.body.addWidget(self.declared)

    def show_people(self, me: Inspector | None, people: Sequence[Inspector]) -> None:
        """Show who the laptop belongs to and who may come along; without the first, ask for it."""
        self.nobody.setVisible(me is None)
        self.pair.setVisible(me is not None)
        self.me.show_line(f"{me.name} · {me.code}" if me else "")
        self.who.setVisible(bool(people))
        self.who.show_options([("", _("从名单里选自己")), *((one.code, person_words(one)) for one in people)])
        others = [(one.code, f"{one.name} · {one.code}") for one in people if me is None or one.code != me.code]
        self.second.show_options([("", _("无")), *others])
        if not self.second.key():
            self.second.show_key("")

    def start_anew(self) -> None:
        """Forget the second inspector and the declaration of the last time."""
        self.form.show_inspector(None)
        self.second.show_key("")
        self.declared.show_ticked(False)
