"""The list of mystery visits: views above, the table, and what can be done with the row chosen."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from inspector.actions.listing_visits import TO_JUDGE, Listed, judged, visits
from inspector.ui.page import Page, Tools
from inspector.ui.pages.finding import matching
from inspector.ui.pages.telling import FINISHED
from inspector.ui.pages.visits.acts import VisitActs
from inspector.ui.pages.visits.model import HALL, SHOPPER, STAGE, TOLD, WHEN, VisitsModel, widest_chip
from inspector.ui.pages.visits.telling import EVERY, VIEWS, goal_of, view_word
from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.empty_state import EmptyState
from inspector.ui.widgets.fields import SearchField
from inspector.ui.widgets.painted import ENTER, Words
from inspector.ui.widgets.segments import Segments, View
from inspector.ui.widgets.table import HEAD, TWO_LINES, dress_table
from inspector.wording import _

SEARCH_KEYS = ("/", "、")
WIDEST = 1120
WIDTHS = {SHOPPER: 152, WHEN: 168}
HALF_MINUTE = 30_000


class VisitsPage(Page):
    """Every mystery visit; the argument is nothing, or the id of an inspection to choose."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.listed: dict[str, Listed] = {}
        self.views = Segments(_("状态"))
        self.views.picked.connect(lambda _view: self._filter())
        self.search = SearchField(_("搜索暗访"), _("厅名、编号或拼音首字母"))
        self.search.setMaximumWidth(280)
        self.search.textEdited.connect(lambda _text: self._filter())
        self.model = VisitsModel(self.desk.titles.form, self.desk.clock)
        self.table = QTableView()
        self.acts = VisitActs()
        self.plan_button = ActionButton(_("新的暗访"), PRIMARY, "plus", "Ctrl+N", 48)
        self.plan_button.clicked.connect(self._plan)
        self.empty = EmptyState(
            _("还没有暗访"),
            _("选营业厅和场景，读任务单，到厅里记时刻，离场后 24 小时内补录。"),
            _("新的暗访"),
            key="Ctrl+N",
        )
        self.empty.acted.connect(self._plan)
        self.nothing = EmptyState(_("没有找到暗访"), _("没有暗访符合这些条件。"), _("显示全部"), icon="refresh")
        self.nothing.acted.connect(self._show_every)
        self._ticking, self._judging = QTimer(self), QTimer(self)
        self._ticking.setInterval(HALF_MINUTE)
        self._ticking.timeout.connect(self._tick)
        self._judging.setSingleShot(True)
        self._judging.timeout.connect(self._judge_next)
        self._dress_table()
        self._connect_acts()
        self._lay_out()

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        dress_table(self.table, _("暗访"), TWO_LINES)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        for column in (HALL, TOLD):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._measure()
        theme.changed.connect(self._measure)
        self.table.doubleClicked.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(lambda *_now: self._choose())

    def _connect_acts(self) -> None:
        self.acts.opened.connect(self._open)
        self.acts.joined.connect(self._join)
        self.acts.discarded.connect(self._discard)

    def _lay_out(self) -> None:
        title = QVBoxLayout()
        title.setSpacing(0)
        title.addWidget(Words(_("暗访"), "page"))
        title.addWidget(Words(_("不亮身份，照脚本当一回普通客户；有效的才计入评定。"), "second", "muted"))
        head = QHBoxLayout()
        head.addLayout(title, 1)
        head.addWidget(self.plan_button)
        self.filters = QWidget()
        row = QHBoxLayout(self.filters)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.views)
        row.addStretch(1)
        row.addWidget(self.search, 1)
        card = Card(padding=1)
        card.setAccessibleName(_("暗访列表"))
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

    def _measure(self) -> None:
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, theme.px(width))
        self.table.setColumnWidth(STAGE, widest_chip())
        self.table.verticalHeader().setDefaultSectionSize(theme.px(TWO_LINES))
        self.table.horizontalHeader().setFixedHeight(theme.px(HEAD))

    # Showing.

    def enter(self, argument: Any) -> None:
        """Show every visit as it stands now."""
        self._read()
        if isinstance(argument, str):
            self.table.selectRow(self.model.row_of(argument))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the arrow keys walk through the table at once, and the clocks run."""
        super().showEvent(event)
        self.table.setFocus(Qt.FocusReason.MouseFocusReason)
        self._ticking.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the clocks rest while nobody looks."""
        super().hideEvent(event)
        self._ticking.stop()
        self._judging.stop()

    def leave(self) -> None:
        """Judge nothing for a list that is not looked at."""
        self._judging.stop()

    def _read(self) -> None:
        self.listed = {one.header.id: one for one in self.attempt(lambda: visits(self.desk)) or ()}
        self._filter()
        self._judging.start(0)

    def _judge_next(self) -> None:
        """Judge one finished visit a turn, since each must be opened; put them in their order at the end."""
        waiting = [one for one in self.listed.values() if one.stage == TO_JUDGE]
        known = self.attempt(lambda: judged(self.desk, waiting[0])) if waiting else None
        if known is None:
            return
        self.listed[known.header.id] = known
        self.model.show_one(known)
        if len(waiting) > 1:
            self._judging.start(0)
        else:
            self._filter()

    def _filter(self) -> None:
        kept = self._chosen()
        found = {header.id for header in matching([one.header for one in self.listed.values()], self._text, self.desk)}
        among = [one for one in self.listed.values() if one.header.id in found]
        self._show_counts(among)
        bar = self.table.verticalScrollBar()
        stood = bar.value()
        self.model.show_rows([one for one in among if one.stage in VIEWS[self.views.current()]])
        bar.setValue(stood)
        self.stack.setCurrentIndex(0 if self.model.rows else 1 if self.listed else 2)
        for widget in (self.filters, self.plan_button):
            widget.setVisible(bool(self.listed))
        row = self.model.row_of(kept.header.id) if kept else -1
        if row >= 0:
            self.table.selectRow(row)
        self._choose()

    @property
    def _text(self) -> str:
        return self.search.text()

    def _show_counts(self, among: list[Listed]) -> None:
        counts = {view: sum(one.stage in stages for one in among) for view, stages in VIEWS.items()}
        self.views.show_views([View(view, view_word(view), count) for view, count in counts.items()])

    def _show_every(self) -> None:
        self.search.clear()
        self.views.show_current(EVERY)
        self._filter()

    def _tick(self) -> None:
        self.model.show_time()
        self._choose()

    def _choose(self) -> None:
        self.acts.show_chosen(self._chosen(), self.desk.clock())

    def _chosen(self) -> Listed | None:
        rows = self.table.selectionModel().selectedRows()
        return self.model.rows[rows[0].row()] if rows else None

    # Acting.

    def key(self, event: QKeyEvent) -> bool:
        """Act on / (search), Ctrl+N (plan), and in the table Enter (open) and Delete (discard)."""
        if event.text() in SEARCH_KEYS and event.text():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        if event.key() == Qt.Key.Key_N and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._plan()
            return True
        return self.table.hasFocus() and self._table_key(event)

    def _table_key(self, event: QKeyEvent) -> bool:
        one = self._chosen()
        if event.key() in ENTER and one:
            self._open()
            return True
        if event.key() == Qt.Key.Key_Delete and one and one.header.status != FINISHED:
            self._discard()
            return True
        return False

    def _plan(self) -> None:
        self.go.emit("plan_visit", None)

    def _open(self) -> None:
        one = self._chosen()
        if one:
            self.go.emit(goal_of(one), one.header.id)

    def _join(self) -> None:
        one = self._chosen()
        if one:
            self.go.emit("plan_visit", one.header.id)

    def _discard(self) -> None:
        one = self._chosen()
        if one is None:
            return
        self.attempt(lambda: self.desk.discard(one.header.id))
        self._read()
        sentence = _("{hall}的暗访已移到回收站。").format(hall=one.header.hall_name)
        self.say.emit("accent", sentence, _("撤销"), lambda: self._restore(one.header.id))

    def _restore(self, id_: str) -> None:
        self.attempt(lambda: self.desk.restore(id_))
        self._read()
        self.table.selectRow(self.model.row_of(id_))
