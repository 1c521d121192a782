"""The list of inspections: filters above, the table, and what can be done with the row chosen."""

from functools import cache
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector.inspection.hall import Hall
from inspector.ui.page import Page, Tools
from inspector.ui.pages.finding import matching
from inspector.ui.pages.hall_picker import HallPicker, latest_by_hall
from inspector.ui.pages.inspections.acts import ActBar
from inspector.ui.pages.inspections.export_sheet import Exporting
from inspector.ui.pages.inspections.filters import Filters
from inspector.ui.pages.inspections.model import DAY, FORM, HALL, KIND, NUMBER, PROGRESS, STATUS, InspectionsModel
from inspector.ui.pages.telling import DISCARDED, DRAFT, FINISHED, Headed, kind_word, place_of
from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.empty_state import EmptyState
from inspector.ui.widgets.painted import ENTER, Words
from inspector.ui.widgets.sheet import Sheet
from inspector.ui.widgets.table import HEAD, ROW, dress_table
from inspector.wording import _

SEARCH_KEYS = ("/", "、")
WIDEST = 1120
WIDTHS = {NUMBER: 76, KIND: 96, DAY: 136, PROGRESS: 212, STATUS: 116}


class InspectionsPage(Page):
    """Every inspection; the argument is nothing or the view to begin with: draft, finished or discarded."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.headers: list[Headed] = []
        self.filters = Filters()
        self.filters.changed.connect(self._filter)
        self.model = InspectionsModel(cache(self._title))
        self.table = QTableView()
        self.acts = ActBar()
        self.start_button = ActionButton(_("开始检查"), PRIMARY, "plus", "Ctrl+N", 48)
        self.start_button.clicked.connect(lambda: self.go.emit("start", None))
        self.empty = EmptyState(_("还没有检查"), _("开始一次检查，草稿和结果都会列在这里。"))
        self.nothing = EmptyState(_("没有找到检查"), _("没有检查符合这些条件。"), _("显示全部"), icon="refresh")
        self.nothing.acted.connect(self.filters.clear)
        self.export_button = ActionButton(_("导出…"), icon="document-down", height=48)
        self.exporting = Exporting(self)
        self.export_button.clicked.connect(self.exporting.ask)
        self._dress_table()
        self._connect_acts()
        self._lay_out()
        self._make_sheet()

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        dress_table(self.table, _("检查"))
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        for column in (HALL, FORM):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._measure()
        theme.changed.connect(self._measure)
        self.table.sortByColumn(NUMBER, Qt.SortOrder.DescendingOrder)
        self.table.setSortingEnabled(True)
        self.table.doubleClicked.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self._choose)

    def _connect_acts(self) -> None:
        self.acts.opened.connect(self._open)
        self.acts.reported.connect(lambda: self._chosen_to("report"))
        self.acts.compared.connect(lambda: self._chosen_to("agreement"))
        self.acts.moved.connect(self._ask_hall)
        self.acts.turned.connect(self._turn)
        self.acts.discarded.connect(self._discard)
        self.acts.restored.connect(self._restore)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Words(_("检查"), "page"), 1)
        head.setSpacing(8)
        head.addWidget(self.export_button)
        head.addWidget(self.start_button)
        card = Card(padding=1)
        card.setAccessibleName(_("检查列表"))
        card.body.setContentsMargins(0, 8, 0, 8)
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.acts)
        self.stack = QStackedWidget()
        for shown in (card, self.nothing, self.empty):
            self.stack.addWidget(shown)
        whole = QWidget()
        whole.setMaximumWidth(WIDEST)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self.stack, 1)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(32, 20, 32, 24)
        middle.addWidget(whole)

    def _make_sheet(self) -> None:
        self.sheet = Sheet(self, _("改营业厅"))
        self.sheet.body.addWidget(Words(_("答案和照片都留着，只换营业厅。"), "second", "muted", wrap=True))
        self.picker = HallPicker(self.desk.find_halls)
        self.picker.picked.connect(self._correct_hall)
        self.sheet.body.addWidget(self.picker, 1)

    # Showing.

    def enter(self, argument: Any) -> None:
        """Show all inspections, or the view asked for."""
        self.sheet.hide()
        if argument in {DRAFT, FINISHED, DISCARDED}:
            self.filters.show_view(argument)
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the arrow keys walk through the table at once."""
        super().showEvent(event)
        self.table.setFocus(Qt.FocusReason.MouseFocusReason)

    def _measure(self) -> None:
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, theme.px(width))
        self.table.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self.table.horizontalHeader().setFixedHeight(theme.px(HEAD))

    def leave(self) -> None:
        """Close what is open over the list."""
        self.sheet.hide()
        self.exporting.sheet.hide()

    def _title(self, digest: str) -> str:
        return str(self.desk.shelf.pinned_form(digest).title)

    def _read(self) -> None:
        self.headers = list(self.desk.inspections.headers())
        self.filters.show_choices(self.headers)
        self._filter()
        self.table.setFocus(Qt.FocusReason.MouseFocusReason)  # the button pressed may be gone

    def _filter(self) -> None:
        kept = self._chosen()
        shown = self.filters.kept(matching(self.headers, self.filters.text(), self.desk))
        self.model.show_rows(shown)
        self.nothing.show_words(*self.filters.nothing_words())
        self.stack.setCurrentIndex(0 if shown else 1 if self.headers else 2)
        self.filters.setVisible(bool(self.headers))
        self.export_button.setVisible(any(header.status == FINISHED for header in self.headers))
        row = self.model.row_of(kept.id) if kept else -1
        if row >= 0:
            self.table.selectRow(row)
        self._choose()

    def _choose(self) -> None:
        self.acts.show_chosen(self._chosen())

    def _chosen(self) -> Headed | None:
        # The current row is not enough: the keyboard can stand on a row that nobody chose and that looks like any.
        rows = self.table.selectionModel().selectedRows()
        return self.model.rows[rows[0].row()] if rows else None

    def show_inspection(self, id_: str) -> None:
        """Choose the row of an inspection, where it is shown."""
        row = self.model.row_of(id_)
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    # Acting.

    def key(self, event: QKeyEvent) -> bool:
        """Act on / (search), Ctrl+N (start), and in the table Enter (open) and Delete (discard)."""
        if self.sheet.isVisible() or self.exporting.sheet.isVisible():
            return False
        if event.text() in SEARCH_KEYS and event.text():
            self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        if event.key() == Qt.Key.Key_N and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go.emit("start", None)
            return True
        return self.table.hasFocus() and self._table_key(event)

    def _table_key(self, event: QKeyEvent) -> bool:
        chosen = self._chosen()
        if event.key() in ENTER and chosen:
            self._open()
            return True
        if event.key() == Qt.Key.Key_Delete and chosen and chosen.status == DRAFT:
            self._discard()
            return True
        return False

    def _open(self) -> None:
        header = self._chosen()
        if header and header.status != DISCARDED:
            self.go.emit(place_of(header), header.id)

    def _chosen_to(self, place: str) -> None:
        header = self._chosen()
        if header:
            self.go.emit(place, header.id)

    def _ask_hall(self) -> None:
        header = self._chosen()
        if header:
            self.picker.show_halls(latest_by_hall(self.headers), header.hall)
            self.sheet.open_sheet()

    def _correct_hall(self, hall: Hall) -> None:
        header = self._chosen()
        self.sheet.close_sheet()
        if header is None:
            return
        if self.attempt(lambda: self.desk.open(header.id).correct_hall(hall)):
            self._read()
            sentence = _("营业厅已由{before}改为{after}。").format(before=header.hall_name, after=hall.name)
            self.say.emit("good", sentence, _("撤销"), lambda: self._undo(header.id))

    def _turn(self) -> None:
        header = self._chosen()
        if header is None:
            return
        kind = "open" if header.kind == "recheck" else "recheck"
        if self.attempt(lambda: self.desk.open(header.id).set_head("kind", kind)):
            self._read()
            sentence = _("{hall}已改为{kind}。").format(hall=header.hall_name, kind=kind_word(kind))
            self.say.emit("good", sentence, _("撤销"), lambda: self._undo(header.id))

    def _undo(self, id_: str) -> None:
        self.attempt(lambda: self.desk.open(id_).undo())
        self._read()

    def _discard(self) -> None:
        header = self._chosen()
        if header is None:
            return
        row = self.model.row_of(header.id)
        self.attempt(lambda: self.desk.discard(header.id))
        self._read()
        self.table.selectRow(min(row, len(self.model.rows) - 1))
        sentence = _("{hall}的草稿已移到回收站。").format(hall=header.hall_name)
        self.say.emit("accent", sentence, _("撤销"), lambda: self._bring_back(header.id))

    def _bring_back(self, id_: str) -> None:
        self.attempt(lambda: self.desk.restore(id_))
        self._read()
        self.show_inspection(id_)

    def _restore(self) -> None:
        header = self._chosen()
        if header is None:
            return
        self._bring_back(header.id)
        sentence = _("{hall}的草稿已恢复。").format(hall=header.hall_name)
        self.say.emit("good", sentence, _("打开"), lambda: self._go_on(header.id))

    def _go_on(self, id_: str) -> None:
        header = self.desk.inspections.header(id_)
        if header:
            self.go.emit(place_of(header), id_)
