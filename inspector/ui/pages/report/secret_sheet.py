"""What is asked before a report is written with a password, or signed with the unit's own certificate."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.errors import InspectorError
from inspector.lock.keys import SHORTEST
from inspector.report.order import Finish
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.fields import Field, lead_on
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _


class Asked(NamedTuple):
    """Words of the sheet, and what makes the last step over a report out of what was typed."""

    title: str
    about: str
    twice: bool
    finish: Callable[[str], Finish]


class SecretSheet(Sheet):
    """Asks for one password, a new one twice, and hands on what `finish` makes of it."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("口令"))
        self.about = Words("", "second", "muted", wrap=True)
        self.secret, self.again = (Field(name, "", caption=True) for name in (_("口令"), _("再输一次口令")))
        for field in (self.secret, self.again):
            field.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.yes_button, self.no_button = ActionButton(_("保存"), PRIMARY, "download"), ActionButton(_("取消"))
        self.yes_button.clicked.connect(self.submit)
        self.no_button.clicked.connect(self.close_sheet)
        self.closed.connect(self.forget)
        lead_on((self.secret, self.again), self.submit)
        for each in (self.about, self.secret, self.again):
            self.body.addWidget(each)
        self.body.addStretch(1)
        for button in (self.yes_button, self.no_button):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self._asked: Asked | None = None
        self._go_on: Callable[[Finish], None] = lambda _finish: None

    def ask(self, asked: Asked, go_on: Callable[[Finish], None]) -> None:
        """Open with empty fields."""
        self.forget()
        self._asked, self._go_on = asked, go_on
        self.show_title(asked.title)
        self.about.show_text(asked.about)
        self.again.setVisible(asked.twice)
        self.again.edit.setEnabled(asked.twice)
        self.open_sheet()

    def submit(self) -> None:
        """Go on once the password is right: long enough and typed twice the same, or the one that opens."""
        for field in (self.secret, self.again):
            field.commit_pending()
            field.show_wrong()
        asked, typed = self._asked, self.secret.text()
        if asked is None:
            return
        if asked.twice and len(typed) < SHORTEST:
            self.secret.show_wrong(_("口令至少 {n} 个字。").format(n=SHORTEST))
        elif asked.twice and typed != self.again.text():
            self.again.show_wrong(_("两次输入的口令不一样。"))
        else:
            try:
                finish = asked.finish(typed)
            except InspectorError as trouble:
                self.secret.show_wrong(str(trouble))
                return
            self.close_sheet()
            self.forget()
            self._go_on(finish)

    def forget(self) -> None:
        """Forget what was typed."""
        for field in (self.secret, self.again):
            field.show_text("")
            field.show_wrong()


def password_asked() -> Asked:
    """Return what is asked for a copy that opens with a password only."""
    from inspector.report.certified import encrypted  # noqa: PLC0415 - few are written

    about = _("用 AES-256 加密，没有口令谁也打不开，我们也不能。口令请另外告诉收件人，不要写在同一封邮件里。")
    return Asked(_("加密副本的口令"), about, True, lambda password: lambda document: encrypted(document, password))


def certificate_asked(certificate: Path) -> Asked:
    """Return what is asked before a report is signed with a certificate file; the file's password opens it."""
    from inspector.report.certified import sign, signer  # noqa: PLC0415 - few are written

    def finish(password: str) -> Finish:
        by = signer(certificate, password)
        return lambda document: sign(document, by, _("星级评定报告"))

    about = _("用 {name} 签名。口令只用这一次，不保存。").format(name=certificate.name)
    return Asked(_("证书的口令"), about, False, finish)
