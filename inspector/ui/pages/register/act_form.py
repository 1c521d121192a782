"""What is asked before something is decided: by whom, and why; asked in its place, beside what it is about."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.inspection.hall import Inspector
from inspector.inspection.register import SECOND_PERSON
from inspector.ui.pages.deciding import ACT_ICONS, act_meaning, act_word
from inspector.ui.widgets.buttons import PRIMARY, QUIET, SECONDARY, ActionButton
from inspector.ui.widgets.card import Inset
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.note_field import NoteField
from inspector.ui.widgets.painted import Words
from inspector.wording import _


class ActForm(Inset):
    """Signals `decided(act, code, reason)`, `cancelled()`, and `people_wanted()` where nobody listed may decide."""

    decided = Signal(str, str, str)
    cancelled = Signal()
    people_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.act = ""
        self._title, self._meaning = Words("", "card"), Words("", "caption", "muted", wrap=True)
        self.who = Choice(_("由谁决定"))
        self.closed = Words("", "caption", "muted", wrap=True)
        self.reason = NoteField(_("理由"), _("依据什么：到场复看、录像、工单、照片…"))
        self.yes_button = ActionButton("", PRIMARY, key="Ctrl+Enter")
        self.no_button = ActionButton(_("取消"), SECONDARY)
        self.people_button = ActionButton(_("到设置里新增督查员"), QUIET, "users")
        self.yes_button.clicked.connect(self.submit)
        self.no_button.clicked.connect(self.cancelled)
        self.people_button.clicked.connect(self.people_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.people_button)
        buttons.addStretch(1)
        buttons.addWidget(self.no_button)
        buttons.addWidget(self.yes_button)
        self.body.setSpacing(4)
        self.body.addWidget(self._title)
        self.body.addWidget(self._meaning)
        self.body.addSpacing(4)
        asked: tuple[QWidget, ...] = (Words(_("由谁决定"), "caption", "muted"), self.who, self.closed)
        for each in (*asked, Words(_("理由"), "caption", "muted"), self.reason):
            self.body.addWidget(each)
        self.body.addSpacing(4)
        self.body.addLayout(buttons)
        self.hide()

    def ask(self, act: str, people: Sequence[Inspector], took_part: Collection[str], me: str) -> None:
        """Ask for an act; those who took part in the inspection may not do what a second person does."""
        self.act = act
        closed = [one for one in people if act in SECOND_PERSON and one.code in took_part]
        may = [one.code for one in people if one not in closed]
        self._title.show_text(act_word(act))
        self._meaning.show_text(act_meaning(act))
        self.who.show_options([("", _("请选择")), *((one.code, f"{one.name}（{one.code}）") for one in people)])
        self.who.show_closed(one.code for one in closed)
        self.who.show_key(me if me in may else may[0] if len(may) == 1 else "")
        self.closed.show_text(_closed_words([one.name for one in closed], bool(may)))
        self.closed.setVisible(bool(closed) or not may)
        self.people_button.setVisible(not may)
        self.yes_button.setVisible(bool(may))
        self.yes_button.show_text(act_word(act))
        self.yes_button.show_icon(ACT_ICONS[act])
        self.reason.show_text("")
        self.setAccessibleName(act_word(act))
        self.show()
        first = self.reason if self.who.key() else self.who if may else self.people_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Tell what was decided, with words still being composed."""
        self.reason.commit_pending()
        self.decided.emit(self.act, self.who.key(), self.reason.text())


def _closed_words(names: list[str], others: bool) -> str:
    """Say why some may not be chosen."""
    told = _("{names}参加了这次检查，不能核实自己发现的问题。").format(names="、".join(names)) if names else ""
    return told if others else told + _("名单里没有别的督查员可以决定。")
