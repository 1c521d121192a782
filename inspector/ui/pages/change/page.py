"""规范改动的影响: who rises, who falls and why, if another scheme were used; nothing that was sealed changes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from inspector.actions.previewing import preview_schemes
from inspector.errors import InspectorError
from inspector.rating.checks import read_checked
from inspector.rating.preview import MOVES, Preview, Sides, counted
from inspector.rating.scheme import Scheme
from inspector.ui.jobs import Job
from inspector.ui.page import Page, Tools
from inspector.ui.pages.change.choosing import Choosing
from inspector.ui.pages.change.detail import ChangeDetail
from inspector.ui.pages.change.model import AFTER, BEFORE, MOVE, WHAT, ChangeModel, move_word
from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.empty_state import EmptyState
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.segments import Segments, View
from inspector.ui.widgets.table import HEAD, TWO_LINES, dress_table
from inspector.wording import _

WIDTHS = {BEFORE: 190, AFTER: 190, MOVE: 116}
EVERY, HALLS, INSPECTIONS = "every", "halls", "inspections"
READY, FOUND, EMPTY = range(3)


class ChangePage(Page):
    """The argument is nothing, or the names of the schemes before and after the change."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.found: Preview | None = None
        self.job: Job | None = None
        self.choosing = Choosing()
        self.choosing.asked.connect(self.run)
        self.choosing.picked.connect(self._forget)
        self.choosing.filed.connect(self.read_file)
        self.back_button = ActionButton(_("返回规范"), icon="chevron-left", key="Esc")
        self.back_button.clicked.connect(self._return)
        self.subject, self.moves = Segments(_("营业厅或检查")), Segments(_("变化"))
        self.subject.picked.connect(lambda _key: self._show_subject())
        self.moves.picked.connect(lambda _key: self._filter())
        self.model, self.table, self.detail = ChangeModel(), QTableView(), ChangeDetail()
        self.detail.opened.connect(lambda id_: self.go.emit("result", id_))
        self.ready = EmptyState(
            _("看看改动会影响谁"),
            _("选好两份规范后按“试评”：每次已完成的检查、每个营业厅都各评一遍。"),
        )
        self.empty = EmptyState(_("还没有已完成的检查"), _("封存了检查，才能看出规范改动会影响谁。"), _("开始检查"))
        self.empty.acted.connect(lambda: self.go.emit("start", None))
        self.jobs.ended.connect(self._rest)
        self._dress_table()
        self._lay_out()

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        dress_table(self.table, _("改动的影响"), TWO_LINES)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self._measure()
        theme.changed.connect(self._measure)
        self.table.selectionModel().selectionChanged.connect(lambda *_now: self._show_chosen())

    def _measure(self) -> None:
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, theme.px(width))
        self.table.verticalHeader().setDefaultSectionSize(theme.px(TWO_LINES))
        self.table.horizontalHeader().setFixedHeight(theme.px(HEAD))

    def _lay_out(self) -> None:
        head, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(_("规范改动的影响"), "page"))
        meaning = _("同一批已完成的检查，两份规范各评一遍；只作比较，已封存的结果不会改变。")
        words.addWidget(Words(meaning, "second", "muted"))
        head.addLayout(words, 1)
        head.addWidget(self.back_button)
        self.stack = QStackedWidget()
        for each in (self.ready, self._found_work(), self.empty):
            self.stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.choosing)
        column.addWidget(self.stack, 1)

    def _found_work(self) -> QWidget:
        card, filters = Card(padding=1), QHBoxLayout()
        card.setAccessibleName(_("改动的影响"))
        card.body.setContentsMargins(0, 8, 0, 8)
        card.body.setSpacing(4)
        filters.setContentsMargins(12, 4, 12, 4)
        filters.setSpacing(12)
        filters.addWidget(self.subject)
        filters.addWidget(self.moves)
        filters.addStretch(1)
        card.body.addLayout(filters)
        card.body.addWidget(self.table, 1)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(card, 1)
        row.addWidget(self.detail)
        return work

    # Showing.

    def enter(self, argument: Any) -> None:
        """Offer the shipped schemes, with the two of the argument chosen."""
        shipped = {one.name: one for one in self.attempt(self.desk.shelf.schemes) or []}
        own = {key: one for key, one in self.choosing.schemes.items() if Path(key).is_absolute()}
        before, after = argument or ("", "")
        self.choosing.show_schemes({**shipped, **own}, before, after)
        self.choosing.show_mistakes()
        self._forget()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        """Take away what was found for another pair, or tell that there is nothing to try it on."""
        self.found = None
        self.stack.setCurrentIndex(READY if self.desk.headers(status="finished") else EMPTY)

    def show_found(self, found: Preview) -> None:
        """Show what a preview found, the halls first."""
        self.found = found
        self.model.numbers = {header.id: header.number for header in self.desk.headers(status="finished")}
        counts = ((HALLS, _("营业厅"), found.halls), (INSPECTIONS, _("检查"), found.rows))
        self.subject.show_views([View(key, name, len(rows)) for key, name, rows in counts])
        self.stack.setCurrentIndex(FOUND)
        self._show_subject()
        self.table.setFocus(Qt.FocusReason.MouseFocusReason)

    def _rows(self) -> Sequence[Sides]:
        if self.found is None:
            return ()
        return self.found.halls if self.subject.current() == HALLS else self.found.rows

    def _show_subject(self) -> None:
        counts = counted(self._rows())
        views = [View(EVERY, _("全部"), sum(counts.values()))]
        views += [View(move, move_word(move), counts[move]) for move in MOVES if counts[move]]
        self.moves.show_views(views)
        self._filter()

    def _filter(self) -> None:
        move = self.moves.current()
        self.model.show_rows([row for row in self._rows() if move in {EVERY, row.move}])
        if self.model.rows:
            self.table.selectRow(0)

    def _show_chosen(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows:
            row = self.model.rows[rows[0].row()]
            self.detail.show_row(row, self.model.source(row))

    # Acting.

    def read_file(self, path: Path) -> None:
        """Offer the scheme of a file as the one after the change; its mistakes are told at their lines."""
        try:
            scheme = read_checked(path)
        except InspectorError as trouble:
            self.choosing.show_mistakes(path.name, str(trouble))
            return
        key = str(path.resolve())
        self.choosing.show_schemes({**self.choosing.schemes, key: scheme}, after=key)
        self.choosing.show_mistakes()
        self._forget()

    def run(self) -> None:
        """Rate everything under both schemes, off the window's thread."""
        pair = self.choosing.pair()
        if pair is None or self.stack.currentIndex() == EMPTY:
            return
        self._start(*pair)

    def _start(self, before: Scheme, after: Scheme) -> None:
        desk = self.desk
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # the button pressed is about to be shut
        self.choosing.show_busy(True)
        self.job = self.jobs.start(
            lambda progress: preview_schemes(desk, before, after, progress), self.show_found, title=_("正在试评")
        )

    def _rest(self, job: Job) -> None:
        if job.title != _("正在试评"):
            return
        self.choosing.show_busy(False)
        if job.progress.cancelled() and job is self.job:
            self.say.emit("accent", _("试评已取消，什么都没有改动。"), "", None)

    def _return(self) -> None:
        self.go.emit("settings", "schemes")

    def leave(self) -> None:
        """Stop a preview that nobody waits for any more."""
        job, self.job = self.job, None
        if job in self.jobs.running:
            job.cancel()

    def key(self, event: QKeyEvent) -> bool:
        """Return to the schemes by Escape."""
        if event.key() != Qt.Key.Key_Escape:
            return False
        self._return()
        return True
