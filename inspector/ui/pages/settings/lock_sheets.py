"""The forms of the lock: a new passphrase, the recovery key to be put away, and another passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from inspector.lock.keys import SHORTEST
from inspector.ui.pages.settings.identity_sheets import secret_field
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import Inset
from inspector.ui.widgets.choice import CheckMark
from inspector.ui.widgets.fields import Field, lead_on
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _

WIDE = 520


class PassphraseSheet(Sheet):
    """The present passphrase, a new one typed twice, or both. Signal `chosen(present, new)`."""

    chosen = Signal(str, str)

    def __init__(self, host: QWidget, title: str, act: str, *, present: bool, new: bool = True) -> None:
        super().__init__(host, title, WIDE)
        self.present = Field(_("现在的口令"), _("口令或恢复密钥"), caption=True)
        self.present.edit.setEchoMode(self.present.edit.EchoMode.Password)
        self.passphrase, self.again = secret_field(_("新口令")), secret_field(_("再输一次口令"))
        self.fields = ((self.present,) if present else ()) + ((self.passphrase, self.again) if new else ())
        self.yes_button, self.no_button = ActionButton(act, PRIMARY, "lock"), ActionButton(_("取消"))
        self.yes_button.clicked.connect(self.submit)
        self.no_button.clicked.connect(self.close_sheet)
        self.closed.connect(self.forget)
        lead_on(self.fields, self.submit)
        if new:
            advice = _("选一句自己记得住、别人猜不到的话，比如四个不相干的词。字数多比符号多更管用。")
            self.body.addWidget(Words(advice, "second", "muted", wrap=True))
        for field in self.fields:
            self.body.addWidget(field)
        for button in (self.yes_button, self.no_button):
            self.foot.addWidget(button)
        self.foot.addStretch(1)

    def ask(self) -> None:
        """Open with empty fields."""
        self.forget()
        self.yes_button.setEnabled(True)
        self.open_sheet()

    def submit(self) -> None:
        """Tell the passphrases, a new one once it was typed twice the same."""
        for field in self.fields:
            field.commit_pending()
            field.show_wrong()
        asked = self.passphrase in self.fields
        if asked and len(self.passphrase.text()) < SHORTEST:
            self.passphrase.show_wrong(_("口令至少 {n} 个字。").format(n=SHORTEST))
        elif asked and self.passphrase.text() != self.again.text():
            self.again.show_wrong(_("两次输入的口令不一样。"))
        else:
            self.yes_button.setEnabled(False)  # stretching a passphrase takes half a second
            self.chosen.emit(self.present.text(), self.passphrase.text())

    def show_refused(self, sentence: str) -> None:
        """Say why the passphrase was not taken."""
        self.yes_button.setEnabled(True)
        self.fields[0].show_wrong(sentence)

    def forget(self) -> None:
        """Forget what was typed."""
        for field in self.fields:
            field.show_text("")
            field.show_wrong()


class RecoverySheet(Sheet):
    """The recovery key, shown this once. Signals `saved()` for a page to print, `agreed()` when it is put away."""

    saved = Signal()
    agreed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("恢复密钥"), WIDE)
        self.key = Words("", "card", wrap=True)
        face = QFont(self.key.font())
        face.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1)
        self.key.setFont(face)
        ground = Inset("warn")
        ground.body.addWidget(Words(_("只显示这一次"), "strong"))
        told = _("忘了口令，只有它能打开数据，我们也没有别的办法。请打印出来锁进保险柜，不要和笔记本放在一起。")
        ground.body.addWidget(Words(told, "second", wrap=True))
        self.page_button = ActionButton(_("存成一页 PDF 去打印…"), icon="print")
        self.kept = CheckMark(_("已经打印或抄下，放在别处"))
        self.go_button, self.no_button = ActionButton(_("开始加密"), PRIMARY, "lock"), ActionButton(_("取消"))
        self.page_button.clicked.connect(self.saved)
        self.kept.ticked.connect(self.go_button.setEnabled)
        self.go_button.clicked.connect(self.agreed)
        self.no_button.clicked.connect(self.close_sheet)
        after = _("加密时星察会自己重开一次；照片多时要几分钟。以后每次打开都要输口令。")
        for each in (ground, self.key, self.page_button, self.kept, Words(after, "second", "muted", wrap=True)):
            self.body.addWidget(each)
        for button in (self.go_button, self.no_button):
            self.foot.addWidget(button)
        self.foot.addStretch(1)

    def show_key(self, key: str) -> None:
        """Show a key in two lines of four groups."""
        groups = key.split("-")
        self.key.show_text("-\n".join("-".join(half) for half in (groups[:4], groups[4:])))
        self.kept.show_ticked(False)
        self.go_button.setEnabled(False)
        self.open_sheet()
