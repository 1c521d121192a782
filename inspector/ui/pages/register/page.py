"""The register: findings at the left, the one chosen in full at the right, and what a second person decides of it."""

from functools import cache
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from inspector.errors import InspectorError
from inspector.ui.page import Page, Tools
from inspector.ui.pages.deciding import Listed, decided_word
from inspector.ui.pages.finding import letters_of
from inspector.ui.pages.register.detail import RegisterDetail
from inspector.ui.pages.register.filters import EVERY, VIEWS, Filters, belongs
from inspector.ui.pages.register.model import (
    CODE,
    FINDING,
    OPEN,
    SEVERITY,
    SOURCE,
    STATUS,
    RegisterModel,
    key_of,
    matching,
    widest_chip,
)
from inspector.ui.pages.register.seen import seen_of
from inspector.ui.pages.telling import star_of
from inspector.ui.theme import theme
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.empty_state import EmptyState
from inspector.ui.widgets.note_field import NoteField
from inspector.ui.widgets.painted import ENTER, Words
from inspector.ui.widgets.table import HEAD, TWO_LINES, dress_table
from inspector.wording import _, initials

SEARCH_KEYS = ("/", "、")
WIDTHS = {CODE: 76, SEVERITY: 84, STATUS: 100, OPEN: 100, SOURCE: 118}


class RegisterPage(Page):
    """The argument is nothing, a view (candidate, open, every), or the id of an inspection whose findings to see."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.listed: list[Listed] = []
        self.filters = Filters()
        self.filters.changed.connect(self._filter)
        self.model = RegisterModel(self.desk.titles.item)
        self.table = QTableView()
        self.detail = RegisterDetail(self.desk.vault)
        self.detail.asked.connect(self.ask)
        self.detail.opened_result.connect(self._open_result)
        self.detail.form.decided.connect(self._decide)
        self.detail.form.cancelled.connect(self._cancel)
        self.detail.form.people_wanted.connect(lambda: self.go.emit("settings", "inspectors"))
        self.empty = EmptyState(
            _("台账上还没有问题"),
            _("封存的检查里有否决或严重问题，会自动记到这里，由另一位督查员核实，改好后销号。"),
            _("开始检查"),
        )
        self.empty.acted.connect(lambda: self.go.emit("start", None))
        self.nothing = EmptyState(_("没有问题"), _("台账上没有问题。"), _("显示全部"), icon="refresh")
        self.nothing.acted.connect(self.filters.clear)
        self._shown: Listed | None = None
        self._dress_table()
        self._lay_out()

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        dress_table(self.table, _("问题台账"), TWO_LINES)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(FINDING, QHeaderView.ResizeMode.Stretch)
        self._measure()
        theme.changed.connect(self._measure)
        self.table.selectionModel().selectionChanged.connect(lambda *_now: self._show_chosen())

    def _measure(self) -> None:
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, max(theme.px(width), widest_chip(column)))
        self.table.verticalHeader().setDefaultSectionSize(theme.px(TWO_LINES))
        self.table.horizontalHeader().setFixedHeight(theme.px(HEAD))

    def _lay_out(self) -> None:
        card = Card(padding=1)
        card.setAccessibleName(_("问题台账"))
        card.body.setContentsMargins(0, 8, 0, 8)
        card.body.setSpacing(4)
        self.found = QStackedWidget()
        self.found.addWidget(self.table)
        self.found.addWidget(self.nothing)
        card.body.addWidget(self.filters)
        card.body.addWidget(self.found, 1)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(card, 1)
        row.addWidget(self.detail)
        self.stack = QStackedWidget()
        self.stack.addWidget(work)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(0)
        column.addWidget(Words(_("问题台账"), "page"))
        meaning = _("否决和严重的问题留在台账上，直到核实、整改；营业厅的星级随之改变。")
        column.addWidget(Words(meaning, "second", "muted"))
        column.addSpacing(12)
        column.addWidget(self.stack, 1)

    # Showing.

    def enter(self, argument: Any) -> None:
        """Show the findings as they stand now."""
        self._shown = None
        self.detail.close_form()
        self.listed = list(self.attempt(self.desk.registering.findings) or [])
        view = next((view for view in VIEWS if any(belongs(one, view) for one in self.listed)), EVERY)
        self.filters.show_counts(self.listed)
        self.filters.show_view(argument if argument in VIEWS else EVERY if argument else view)
        self._filter()
        of_inspection = [row for row, one in enumerate(self.model.rows) if one.entry.inspection == argument]
        self._select(of_inspection[0] if of_inspection else 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the arrow keys walk through the list at once."""
        super().showEvent(event)
        self.table.setFocus(Qt.FocusReason.MouseFocusReason)

    def _read(self) -> None:
        self.listed = list(self.attempt(self.desk.registering.findings) or [])
        self.filters.show_counts(self.listed)
        self._filter()

    def _filter(self) -> None:
        kept = self._chosen()
        row = self.model.row_of(key_of(kept)) if kept else 0
        rows = self.filters.kept(self.listed)
        text = self.filters.search.text()
        self.model.show_rows(self._matching(rows, text) if text.strip() else rows)
        self.stack.setCurrentIndex(0 if self.listed else 1)
        self.found.setCurrentIndex(0 if self.model.rows else 1)
        self.nothing.show_words(*self.filters.nothing_words())
        again = self.model.row_of(key_of(kept)) if kept else -1
        self._select(again if again >= 0 else min(row, len(self.model.rows) - 1))

    def _matching(self, rows: list[Listed], text: str) -> list[Listed]:
        known = letters_of(self.desk) if text.strip().isascii() else {}
        missing = cache(initials)  # for halls taken off the list since

        def letters(one: Listed) -> str:
            return known.get(one.hall) or (missing(one.hall_name) if known else "")

        return matching(rows, text, self.desk.titles.item, letters)

    def _select(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))
        self._show_chosen()

    def _chosen(self) -> Listed | None:
        rows = self.table.selectionModel().selectedRows()
        return self.model.rows[rows[0].row()] if rows else None

    def _show_chosen(self) -> None:
        one = self._chosen()
        self.detail.setVisible(one is not None)
        if one is None or one == self._shown:
            self._shown = one
            return
        opened = self.attempt(lambda: self.desk.open(one.entry.inspection))
        if opened is not None:
            seen = seen_of(opened.inspection, one.entry.item)
            decisions = self.desk.registering.decisions(one.entry)
            self.detail.show_finding(one, seen, decisions, self.desk.clock())
            self._shown = one

    # Acting.

    def ask(self, act: str) -> None:
        """Ask by whom and why something is decided."""
        one, me = self._chosen(), self.desk.me()
        if one is not None:
            took_part = self.desk.registering.took_part(one.entry)
            self.detail.ask(act, self.desk.places.inspectors(), took_part, me.code if me else "")

    def _decide(self, act: str, code: str, reason: str) -> None:
        one = self._chosen()
        if one is None or self.attempt(lambda: self._decided(one, act, code, reason)) is None:
            self._read()
            return
        self._read()
        self.table.setFocus(Qt.FocusReason.MouseFocusReason)
        header = self.desk.inspections.header(one.entry.inspection)
        star = star_of(header).spoken() if header else ""
        told = _("{item} {done}。{hall}编号 {number} 的检查现为：{star}。")
        words = told.format(
            item=one.entry.item, done=decided_word(act), hall=one.hall_name, number=one.number, star=star
        )
        self.say.emit("good", words, _("看结果"), lambda: self.go.emit("result", one.entry.inspection))

    def _decided(self, one: Listed, act: str, code: str, reason: str) -> object:
        by = next((person for person in self.desk.places.inspectors() if person.code == code), None)
        if by is None:
            raise InspectorError(_("请选择由谁决定。"))
        return self.desk.registering.decide(one.entry, act, by, reason)

    def _open_result(self) -> None:
        one = self._chosen()
        if one is not None:
            self.go.emit("result", one.entry.inspection)

    def key(self, event: QKeyEvent) -> bool:
        """Act on / (search), Enter in the list (to the acts), Ctrl+Enter and Escape in what is asked."""
        form = self.detail.form
        if form.isVisible():
            return self._form_key(event)
        if event.text() in SEARCH_KEYS and event.text():
            self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        if event.key() in ENTER and self.table.hasFocus() and self._chosen():
            self.detail.focus_first()
            return True
        return False

    def _form_key(self, event: QKeyEvent) -> bool:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.detail.form.submit()
            return True
        writing = isinstance(QApplication.focusWidget(), NoteField)
        if event.key() == Qt.Key.Key_Escape and not writing:  # a field is left first, with what it holds
            self._cancel()
            return True
        return False

    def _cancel(self) -> None:
        self.table.setFocus(Qt.FocusReason.MouseFocusReason)  # before the field that has it is hidden
        self.detail.close_form()

    def leave(self) -> None:
        """Close what is asked."""
        self.detail.close_form()
