"""The tab of shoppers (暗访员): by code only, who they are sealed for the key-holder, every opening logged."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from inspector.actions.identities import Act, Listed
from inspector.ui.page import Page
from inspector.ui.pages.row_list import Row, RowList
from inspector.ui.pages.settings.identity_sheets import KeyHolderForm, OpenSheet, SealSheet
from inspector.ui.pages.settings.rows import Ground
from inspector.ui.pages.settings.tab import Tab
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.chips import Spec
from inspector.ui.widgets.painted import Words
from inspector.wording import _, long_date

ROWS, TALL = 5, 48


class ShoppersTab(Tab):
    """A name is typed once, sealed, and never shown again but to whoever has the passphrase and a reason."""

    def __init__(self, page: Page, mark: Callable[[], None]) -> None:
        super().__init__(page, mark)
        self.holder = KeyHolderForm()
        self.holder_card, self.list_card, self.log_card = Card(_("密钥保管人")), Card(_("暗访员")), Card(_("开启记录"))
        self.list, self.log = RowList(_("暗访员"), keeps_choice=True, tall=TALL), RowList(_("开启记录"), tall=TALL)
        self.seal_button = ActionButton(_("登记暗访员"), PRIMARY, "plus")
        self.open_button = ActionButton(_("申诉：查看身份…"), icon="key")
        self.nobody = Words(_("还没有登记暗访员。"), "second", "muted")
        self.unopened = Words(
            _("还没有记录。登记、开启和口令错误都会记在这里，不能删改。"), "second", "muted", wrap=True
        )
        self.seal_sheet, self.open_sheet = SealSheet(page), OpenSheet(page)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.holder.named.connect(self._name)
        self.seal_button.clicked.connect(self.seal_sheet.ask)
        self.open_button.clicked.connect(self._ask_open)
        self.seal_sheet.sealed.connect(self._seal)
        self.open_sheet.asked.connect(self._open)
        self.list.picked.connect(lambda _code: self._show_acts())
        self.list.selectionModel().selectionChanged.connect(lambda *_rows: self._show_acts())

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        told = _("计划、补录和报告里只写代号。选中一位，可为申诉查看身份。")
        above.addWidget(Words(told, "second", "muted", wrap=True), 1)
        above.addWidget(self.open_button)
        above.addWidget(self.seal_button)
        self.holder_card.body.addWidget(self.holder)
        self.list_card.body.addLayout(above)
        self.list_card.body.addWidget(self.list)
        self.list_card.body.addWidget(self.nobody)
        self.log_card.body.addWidget(self.log)
        self.log_card.body.addWidget(self.unopened)
        Ground(self.holder_card, self.list_card, self.log_card).within(self)

    # Showing.

    def show_all(self) -> None:
        """Show the key-holder, the codes and the log as they stand now."""
        identities = self.desk.identities
        holder = identities.key_holder
        self.holder.show_holder(holder.name if holder else "", holder.at if holder else "")
        listed, acts = identities.listed(), identities.acts()
        chosen = self._chosen()
        self.list.show_rows((_listed_row(one) for one in listed), chosen)
        self.log.show_rows(_act_row(place, act) for place, act in enumerate(acts))
        for rows, empty, number in ((self.list, self.nobody, len(listed)), (self.log, self.unopened, len(acts))):
            rows.setVisible(number > 0)
            rows.setFixedHeight(rows.height_for(min(max(number, 1), ROWS)))
            empty.setVisible(number == 0)
        self.list_card.show_count(str(len(listed)) if listed else "")
        self._show_acts()

    def _chosen(self) -> str:
        indexes = self.list.selectionModel().selectedIndexes()
        return self.list.rows()[indexes[0].row()].key if indexes else ""

    def _show_acts(self) -> None:
        holder, code = self.desk.identities.key_holder, self._chosen()
        sealed = {one.code for one in self.desk.identities.listed() if one.sealed}
        self.seal_button.setEnabled(holder is not None)
        self.open_button.setEnabled(code in sealed)

    # Acting.

    def _name(self, name: str, passphrase: str) -> None:
        if self.did(lambda: self.desk.identities.name_key_holder(name, passphrase)):
            self.holder.forget()
            self.show_all()
            self.seal_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seal(self, code: str, identity: dict[str, str]) -> None:
        me = self.desk.me()
        if self.did(lambda: self.desk.identities.seal(code, identity, me.name if me else "")):
            self.seal_sheet.forget()
            self.seal_sheet.close_sheet()
            self.show_all()

    def _ask_open(self) -> None:
        holder = self.desk.identities.key_holder
        if holder:
            self.open_sheet.ask(self._chosen(), holder.name)

    def _open(self, code: str, passphrase: str, by: str, reason: str) -> None:
        identity = self.page.attempt(lambda: self.desk.identities.open(code, passphrase, by, reason))
        if identity is None:
            self.open_sheet.show_refused()
        else:
            self.open_sheet.show_identity({key: str(value) for key, value in identity.items()})
        self.show_all()

    def put_away(self) -> None:
        """Close what is open, and forget what was typed or read."""
        for sheet in (self.seal_sheet, self.open_sheet):
            sheet.forget()
            sheet.hide()

    def leave(self) -> None:
        """Forget passphrases and names that were typed or read."""
        self.holder.forget()
        self.put_away()


def _listed_row(one: Listed) -> Row:
    last = _("上次暗访 {day} {hall}").format(day=long_date(one.last), hall=one.hall) if one.last else _("还没有暗访过")
    chip: Spec = (_("身份已封存"), "good", "lock") if one.sealed else (_("身份未登记"), "warn", "warning")
    return Row(one.code, one.code, last, "user", chip=chip)


def _act_row(place: int, act: Act) -> Row:
    words: dict[str, Spec] = {
        "sealed": (_("登记封存"), "good", "lock"),
        "opened": (_("已开启"), "warn", "unlock"),
        "refused": (_("口令不对"), "bad", "ban"),
    }
    by = act.by_name or _("未注明")
    second = f"{by} · {act.reason}" if act.reason else by
    when = act.at[:16].replace("T", " ")
    return Row(str(place), act.code, second, "history", when, chip=words[act.act])
