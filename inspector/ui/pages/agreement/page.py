"""督查员一致性: two inspectors at one hall, how far they agree, and the items they see differently."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSizePolicy, QStackedWidget, QTableView, QVBoxLayout, QWidget

from inspector.actions.agreeing import Agreed, Seen, Together, agreed, comparable
from inspector.rating.agreement import SCALE
from inspector.ui.page import Page, Tools
from inspector.ui.pages.agreement.detail import DisagreementCard
from inspector.ui.pages.agreement.figures import FiguresCard
from inspector.ui.pages.agreement.model import CODE, FIRST, SECOND, SEVERITY, TITLE, DisagreementsModel
from inspector.ui.pages.telling import ended
from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.empty_state import EmptyState
from inspector.ui.widgets.painted import ENTER, PREFERRED, Words
from inspector.ui.widgets.table import HEAD, ROW, dress_table
from inspector.wording import _, long_date

WIDTHS = {CODE: 72, SEVERITY: 92, FIRST: 116, SECOND: 116}
FIGURES, WIDEST = 390, 560


class AgreementPage(Page):
    """The argument is nothing, or the id of the inspection a person comes from: its pairs are offered first."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.origin = ""
        self.pairs: list[Together] = []
        self.compared: Agreed | None = None
        self.names = ("", "")
        self.hall, self.pair = Choice(_("营业厅")), Choice(_("两次检查"))
        self.hall.picked.connect(lambda _key: self._show_hall())
        self.pair.picked.connect(lambda _key: self._compare())
        self.back_button = ActionButton(_("返回"), icon="chevron-left", key="Esc")
        self.back_button.clicked.connect(self._return)
        self.figures, self.detail = FiguresCard(), DisagreementCard()
        self.detail.wanted.connect(lambda id_, item: self.go.emit("result", (id_, item)))
        self.model, self.table = DisagreementsModel(), QTableView()
        self.none = EmptyState(_("没有分歧"), _("两人都判了的项，结论全部相同。"))
        self.none.setSizePolicy(PREFERRED, QSizePolicy.Policy.Ignored)  # it must not make the list behind it tall
        self.empty = EmptyState(
            _("还没有可以对比的两次检查"),
            _("同一个营业厅、同一份检查表，由两位督查员各查一次并封存后，就能在这里看两人有多一致。"),
            _("开始检查"),
        )
        self.empty.acted.connect(lambda: self.go.emit("start", None))
        self._dress_table()
        self._lay_out()

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        dress_table(self.table, _("分歧的检查项"))
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self._measure()
        theme.changed.connect(self._measure)
        self.table.selectionModel().selectionChanged.connect(lambda *_now: self._show_chosen())
        self.table.doubleClicked.connect(lambda _index: self._open_item())

    def _measure(self) -> None:
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, theme.px(width))
        self.table.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self.table.horizontalHeader().setFixedHeight(theme.px(HEAD))

    def _lay_out(self) -> None:
        head, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(_("督查员一致性"), "page"))
        meaning = _("两位督查员查同一个营业厅，逐项比较结论：看尺度是否统一，分歧在哪里。")
        words.addWidget(Words(meaning, "second", "muted"))
        head.addLayout(words, 1)
        head.addWidget(self.back_button)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._work())
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _work(self) -> QWidget:
        work, choices, row, right = QWidget(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        choices.setSpacing(8)
        for words, choice in ((_("营业厅"), self.hall), (_("两次检查"), self.pair)):
            label = Words(words, "second", "muted")
            label.setSizePolicy(PREFERRED, PREFERRED)
            choice.setMaximumWidth(WIDEST)
            choices.addWidget(label)
            choices.addWidget(choice)
        choices.addStretch(1)
        self.figures.setFixedWidth(FIGURES)
        right.setSpacing(16)
        right.addWidget(self._list_card(), 1)
        right.addWidget(self.detail)
        row.setSpacing(16)
        row.addWidget(self.figures)
        row.addLayout(right, 1)
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(choices)
        column.addLayout(row, 1)
        return work

    def _list_card(self) -> Card:
        card, head = Card(padding=1), QHBoxLayout()
        card.setAccessibleName(_("分歧的检查项"))
        self.count = Words("", "second", "muted")
        head.setContentsMargins(12, 6, 12, 0)
        head.setSpacing(8)
        head.addWidget(Words(_("分歧的检查项"), "card"))
        head.addWidget(self.count)
        head.addStretch(1)
        self.listed = QStackedWidget()
        self.listed.addWidget(self.table)
        self.listed.addWidget(self.none)
        card.body.setContentsMargins(0, 8, 0, 8)
        card.body.addLayout(head)
        card.body.addWidget(self.listed, 1)
        return card

    # Showing.

    def enter(self, argument: Any) -> None:
        """Show the latest two inspections that can be compared, those of the argument's hall first."""
        self.origin = argument or ""
        self.pairs = self.attempt(lambda: comparable(self.desk)) or []
        self.stack.setCurrentIndex(0 if self.pairs else 1)
        if not self.pairs:
            return
        halls = {one.first.header.hall: one.first.header.hall_name for one in self.pairs}
        self.hall.show_options((code, f"{name} {code}") for code, name in halls.items())
        wanted = next((one for one in self.pairs if self._is_of(one)), None)
        header = self.desk.inspections.header(self.origin) if self.origin else None
        code = wanted.first.header.hall if wanted else header.hall if header else ""
        if code and code not in halls:
            told = _("{hall}还没有由两位督查员分别完成的检查；这里先列出其他营业厅的。")
            self.say.emit("accent", told.format(hall=header.hall_name if header else ""), "", None)
        self.hall.show_key(code if code in halls else next(iter(halls)))
        self._show_hall(wanted)

    def _is_of(self, pair: Together) -> bool:
        return self.origin in {pair.first.header.id, pair.second.header.id}

    def _show_hall(self, wanted: Together | None = None) -> None:
        here = [one for one in self.pairs if one.first.header.hall == self.hall.key()]
        self.pair.show_options((_key(one), _named(one)) for one in here)
        self.pair.show_key(_key(wanted or here[0]))
        self._compare()

    def _compare(self) -> None:
        chosen = next(one for one in self.pairs if _key(one) == self.pair.key())
        ids = chosen.first.header.id, chosen.second.header.id
        self.compared = self.attempt(lambda: agreed(self.desk, *ids))
        if self.compared is None:
            return
        found, self.names = self.compared.found, _people(chosen)
        self.figures.show_agreement(found, *self.names)
        self.model.show_rows(found.disagreements, self.names)
        self.count.show_text(_("{n} 项，分歧最大的在前").format(n=len(found.disagreements)))
        self.listed.setCurrentIndex(0 if found.disagreements else 1)
        self.detail.setVisible(bool(found.disagreements))
        if found.disagreements:
            self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.MouseFocusReason)

    def _chosen(self) -> int | None:
        rows = self.table.selectionModel().selectedRows()
        return rows[0].row() if rows else None

    def _show_chosen(self) -> None:
        row = self._chosen()
        if row is not None and self.compared is not None:
            compared = self.compared
            self.detail.show_item(self.model.rows[row], compared.first, compared.second, self.names)

    # Acting.

    def _open_item(self) -> None:
        """Go to the item where it was judged worse."""
        row = self._chosen()
        if row is None or self.compared is None:
            return
        one, compared = self.model.rows[row], self.compared
        worse = compared.first if SCALE.index(one.a) > SCALE.index(one.b) else compared.second
        self.go.emit("result", (worse.id, one.item.id))

    def _return(self) -> None:
        self.go.emit(*(("result", self.origin) if self.origin else ("inspections", None)))

    def key(self, event: QKeyEvent) -> bool:
        """Go to the item by Enter; return by Escape."""
        if event.key() in ENTER and self.table.hasFocus():
            self._open_item()
            return True
        if event.key() != Qt.Key.Key_Escape:
            return False
        self._return()
        return True


def _key(pair: Together) -> str:
    return f"{pair.first.header.id} {pair.second.header.id}"


def _people(pair: Together) -> tuple[str, str]:
    return pair.first.people, pair.second.people


def _named(pair: Together) -> str:
    return _("{first} 与 {second}").format(first=_side(pair.first), second=_side(pair.second))


def _side(one: Seen) -> str:
    day = long_date(ended(one.header).date())
    return _("{people} {day}（编号 {n}）").format(people=one.people, day=day, n=one.header.number)
