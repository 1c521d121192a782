"""The forms around a sealed identity: naming the key-holder, sealing, and opening for an appeal."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector.actions.identities import SHORTEST
from inspector.ui.pages.marks import IconLine
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import Inset
from inspector.ui.widgets.fields import Field, lead_on
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _, long_date

NARROW, WIDE = 420, 520


def secret_field(name: str) -> Field:
    """Return a field whose words nobody reads over one's shoulder."""
    field = Field(name, _("至少 {n} 个字").format(n=SHORTEST), caption=True)
    field.edit.setEchoMode(QLineEdit.EchoMode.Password)
    return field


class KeyHolderForm(QWidget):
    """Who holds the key; before there is one, the form that names them. Signal `named(name, passphrase)`."""

    named = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = IconLine("key", icon_tone="good").strong()
        self.asked = QWidget()
        self.name = Field(_("保管人姓名"), _("不参加暗访、不评星的人"), caption=True)
        self.passphrase, self.again = secret_field(_("口令")), secret_field(_("再输一次口令"))
        self.name_button = ActionButton(_("指定保管人"), PRIMARY, "key")
        self.name_button.clicked.connect(self.submit)
        fields = (self.name, self.passphrase, self.again)
        lead_on(fields, self.submit)
        warning = Inset("warn")
        warning.body.addWidget(Words(_("只能指定一次，口令不能找回"), "strong"))
        told = _(
            "暗访员的真实身份用保管人的密钥封存，只有知道口令的人能看，连本机的督查员也不能。请保管人本人来设："
            "选一句自己记得住、别人猜不到的话，写下来锁进保险柜。口令哪里都不保存，忘了就再也打不开。"
        )
        warning.body.addWidget(Words(told, "second", wrap=True))
        column = QVBoxLayout(self.asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(warning)
        for field in fields:
            field.setFixedWidth(NARROW)
            column.addWidget(field)
        column.addWidget(self.name_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.line)
        whole.addWidget(self.asked)

    def show_holder(self, name: str, at: str) -> None:
        """Show who holds the key, or ask for them."""
        if name:
            day = long_date(datetime.fromisoformat(at).date())
            self.line.show_line(_("{name}，{day} 指定；换人须由本人移交口令").format(name=name, day=day))
        self.line.setVisible(bool(name))
        self.asked.setVisible(not name)

    def submit(self) -> None:
        """Tell who holds the key, once both passphrases are the same."""
        for field in (self.name, self.passphrase, self.again):
            field.commit_pending()
            field.show_wrong()
        if not self.name.text().strip():
            self.name.show_wrong(_("请填姓名。"))
        elif len(self.passphrase.text()) < SHORTEST:
            self.passphrase.show_wrong(_("口令至少 {n} 个字。").format(n=SHORTEST))
        elif self.passphrase.text() != self.again.text():
            self.again.show_wrong(_("两次输入的口令不一样。"))
        else:
            self.named.emit(self.name.text().strip(), self.passphrase.text())

    def forget(self) -> None:
        """Forget the passphrases typed."""
        self.passphrase.show_text("")
        self.again.show_text("")


class SealSheet(Sheet):
    """A shopper's code and who they are. Signal `sealed(code, identity)`."""

    sealed = Signal(str, object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("登记暗访员"), WIDE)
        self.fields = {
            "code": Field(_("代号"), _("如 S-07，不能含姓名"), caption=True),
            "name": Field(_("真实姓名"), caption=True),
            "unit": Field(_("单位"), _("可留空"), caption=True),
            "phone": Field(_("电话"), _("可留空"), caption=True),
        }
        self.save_button, self.no_button = ActionButton(_("封存身份"), PRIMARY, "lock"), ActionButton(_("取消"))
        self.save_button.clicked.connect(self.submit)
        self.no_button.clicked.connect(self.close_sheet)
        self.closed.connect(self.forget)
        lead_on(tuple(self.fields.values()), self.submit)
        told = _("封存之后，姓名、单位和电话只有密钥保管人能看，也不能修改。")
        self.body.addWidget(Words(told, "second", "muted", wrap=True))
        for field in self.fields.values():
            self.body.addWidget(field)
        self.foot.addWidget(self.save_button)
        self.foot.addWidget(self.no_button)
        self.foot.addStretch(1)

    def ask(self) -> None:
        """Open with empty fields."""
        self.forget()
        self.open_sheet()

    def submit(self) -> None:
        """Tell code and identity, once there are a code and a name."""
        for field in self.fields.values():
            field.commit_pending()
            field.show_wrong()
        words = {key: field.text().strip() for key, field in self.fields.items()}
        for key in ("name", "code"):
            if not words[key]:
                self.fields[key].show_wrong(_("请填这一栏。"))
                self.fields[key].edit.setFocus()
        if words["code"] and words["name"]:
            code = words.pop("code")
            self.sealed.emit(code, {key: text for key, text in words.items() if text})

    def forget(self) -> None:
        """Forget what was typed."""
        for field in self.fields.values():
            field.show_text("")
            field.show_wrong()


class OpenSheet(Sheet):
    """Who wants to know who a shopper is, and why. Signal `asked(code, passphrase, by, reason)`."""

    asked = Signal(str, str, str, str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("查看身份"), WIDE)
        self.code = ""
        self.who = Field(_("谁要看"), _("姓名"), caption=True)
        self.reason = Field(_("为什么"), _("如 滨江营业厅 3 月 5 日申诉，文号…"), caption=True)
        self.passphrase = secret_field(_("保管人的口令"))
        self.told = Words("", "second", "muted", wrap=True)
        self.result = Inset("warn")
        self.identity = Words("", "card", wrap=True)
        self.result.body.addWidget(self.identity)
        closing = _("已记入开启记录。关闭后不再显示；请只告知处理申诉的人。")
        self.result.body.addWidget(Words(closing, "caption", "muted", wrap=True))
        self.open_button, self.no_button = ActionButton(_("开启并记录"), PRIMARY, "unlock"), ActionButton(_("关闭"))
        self.open_button.clicked.connect(self.submit)
        self.no_button.clicked.connect(self._close)
        self.closed.connect(self.forget)
        lead_on((self.who, self.reason, self.passphrase), self.submit)
        for each in (self.told, self.who, self.reason, self.passphrase, self.result):
            self.body.addWidget(each)
        self.foot.addWidget(self.open_button)
        self.foot.addWidget(self.no_button)
        self.foot.addStretch(1)

    def ask(self, code: str, holder: str) -> None:
        """Open for a shopper by code."""
        self.forget()
        self.code = code
        told = _("{code} 的身份由 {holder} 保管。对或不对，这次尝试都会记入开启记录。").format(code=code, holder=holder)
        self.told.show_text(told)
        self.open_sheet()

    def submit(self) -> None:
        """Tell the request, once it says who, why and the passphrase."""
        fields = (self.who, self.reason, self.passphrase)
        for field in fields:
            field.commit_pending()
            field.show_wrong("" if field.text().strip() else _("请填这一栏。"))
        if all(field.text().strip() for field in fields):
            self.asked.emit(self.code, self.passphrase.text(), self.who.text(), self.reason.text())

    def show_refused(self) -> None:
        """Show that the passphrase did not open it."""
        self.passphrase.show_text("")
        self.passphrase.show_wrong(_("口令不对；这次尝试已记入日志。"))

    def show_identity(self, identity: dict[str, str]) -> None:
        """Show who it is, until the sheet is closed."""
        self.passphrase.show_text("")
        self.passphrase.show_wrong()
        self.identity.show_text("\n".join(identity.values()))
        self.result.show()

    def forget(self) -> None:
        """Forget what was typed and read."""
        for field in (self.who, self.reason, self.passphrase):
            field.show_text("")
            field.show_wrong()
        self.identity.show_text("")
        self.result.hide()

    def _close(self) -> None:
        self.forget()
        self.close_sheet()
