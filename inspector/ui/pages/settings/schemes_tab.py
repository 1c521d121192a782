"""The tab of the star schemes: each as a table in words, or two side by side."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.rating.scheme import Scheme
from inspector.rating.telling import differences, table
from inspector.ui.page import Page
from inspector.ui.pages.row_list import Row, RowList
from inspector.ui.pages.settings.scheme_table import SchemeTable
from inspector.ui.pages.settings.tab import Tab
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.chips import Spec
from inspector.ui.widgets.choice import CheckMark, Choice
from inspector.ui.widgets.painted import PREFERRED, Words
from inspector.wording import NBSP, _, language

WIDE = 280
PAGE_KEYS = {Qt.Key.Key_PageDown: True, Qt.Key.Key_PageUp: False}


class SchemesTab(Tab):
    """Shipped schemes at the left; the one chosen at the right, beside another one where a person wants it."""

    def __init__(self, page: Page, mark: Callable[[], None]) -> None:
        super().__init__(page, mark)
        self.chosen = ""
        self.list = RowList(_("星级规范"), keeps_choice=True, inset=12)
        self.list.picked.connect(self._choose)
        self.title, self.tally = Words("", "card"), Words("", "second", "muted")
        self.beside = Choice(_("对比"))
        self.beside.picked.connect(lambda _key: self._show())
        self.only = CheckMark(_("只看不同"))
        self.only.ticked.connect(lambda _on: self._show())
        self.table = SchemeTable()
        self.try_button = ActionButton(_("试评…"), icon="chart")
        self.try_button.setToolTip(_("看看换成这份规范，哪些检查和营业厅会升、会降，为什么"))
        self.try_button.clicked.connect(self._try)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._list_card())
        row.addWidget(self._table_card(), 1)

    def _list_card(self) -> QWidget:
        card = Card(padding=1)
        card.setAccessibleName(_("星级规范"))
        card.setFixedWidth(WIDE)
        card.body.setContentsMargins(0, 8, 0, 8)
        card.body.addWidget(self.list, 1)
        return card

    def _table_card(self) -> QWidget:
        card, head = Card(padding=1), QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 2)
        head.setSpacing(8)
        for each in (self.title, self.tally):
            each.setSizePolicy(PREFERRED, PREFERRED)
            head.addWidget(each)
        head.addStretch(1)
        head.addWidget(self.only)
        head.addWidget(self.beside)
        head.addWidget(self.try_button)
        self.beside.setMaximumWidth(280)
        card.body.setContentsMargins(0, 0, 0, 8)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        return card

    @cached_property
    def schemes(self) -> dict[str, Scheme]:
        """The shipped schemes by name, the one in use first."""
        found = self.page.attempt(self.desk.shelf.schemes) or []
        return {scheme.name: scheme for scheme in found}

    # Showing.

    def show_all(self) -> None:
        """Show the schemes, the one in use first."""
        if not self.chosen:
            self.chosen = next(iter(self.schemes), "")
        rows = [_row(scheme, used=not place) for place, scheme in enumerate(self.schemes.values())]
        self.list.show_rows(rows, self.chosen)
        self._show()

    def _choose(self, name: str) -> None:
        self.chosen = name
        self._show()

    def _show(self) -> None:
        scheme = self.schemes.get(self.chosen)
        if scheme is None:
            return
        others = [(name, _title(one)) for name, one in self.schemes.items() if name != self.chosen]
        self.beside.show_options(
            [("", _("不对比")), *((name, _("对比：{title}").format(title=t)) for name, t in others)]
        )
        other = self.schemes.get(self.beside.key())
        self.title.show_text(_title(scheme))
        self.only.setVisible(other is not None)
        if other is None:
            self.tally.show_text(scheme.version)
            self.table.show_lines(table(scheme))
        else:
            self._compare(scheme, other)

    def _compare(self, scheme: Scheme, other: Scheme) -> None:
        pairs = differences(table(scheme), table(other))
        differing = [pair for pair in pairs if pair.differs]
        self.tally.show_text(_("{n} 处不同").format(n=len(differing)))
        names = (_title(scheme), _title(other))
        self.table.show_pairs(differing if self.only.isChecked() else pairs, names)

    def _try(self) -> None:
        """Try the scheme shown against the one beside it, else against the one in use."""
        used = next(iter(self.schemes), "")
        before = self.beside.key() or (used if used != self.chosen else "")
        self.page.go.emit("change", (before, self.chosen) if before else None)

    def key(self, event: QKeyEvent) -> bool:
        """Turn the pages of the table by Page Up and Page Down."""
        key = Qt.Key(event.key())
        if key not in PAGE_KEYS:
            return False
        self.table.turn_page(PAGE_KEYS[key])
        return True


def _title(scheme: Scheme) -> str:
    return scheme.title.into(language())


def _row(scheme: Scheme, used: bool) -> Row:
    second = f"{scheme.version}{NBSP}·{NBSP}" + _("{n} 级").format(n=len(scheme.levels))
    chip: Spec | None = (_("在用"), "good", "check") if used else None
    return Row(scheme.name, _title(scheme), second, chip=chip)
