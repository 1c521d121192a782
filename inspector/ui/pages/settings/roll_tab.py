"""A tab that keeps a list: search, table, add, edit, remove, import."""

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QHeaderView, QStackedWidget, QTableView, QVBoxLayout

from inspector.exchange.lists import Imported, write_template
from inspector.inspection.hall import Hall, Inspector
from inspector.ui.outside import open_outside
from inspector.ui.page import Page
from inspector.ui.pages.folders import documents
from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.settings.import_sheet import ImportSheet
from inspector.ui.pages.settings.roll import Roll
from inspector.ui.pages.settings.roll_model import RollModel
from inspector.ui.pages.settings.tab import Tab
from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import DANGER, PRIMARY, QUIET, ActionButton
from inspector.ui.widgets.card import Card, ScrollPage
from inspector.ui.widgets.empty_state import EmptyState
from inspector.ui.widgets.fields import SearchField
from inspector.ui.widgets.painted import ENTER, TARGET
from inspector.ui.widgets.sheet import Sheet
from inspector.ui.widgets.table import HEAD, TWO_LINES, dress_table
from inspector.wording import _

SEARCH_KEYS = ("/", "、")
T = TypeVar("T", Hall, Inspector)


class RollTab(Tab, Generic[T]):
    """The records of one roll; nothing is imported before a person saw what comes in."""

    def __init__(self, page: Page, mark: Callable[[], None], roll: Roll[T], hint: str) -> None:
        super().__init__(page, mark)
        self.roll: Roll[T] = roll
        self.model: RollModel[T] = RollModel(roll)
        self.table = QTableView()
        self.search = SearchField(_("搜索{noun}").format(noun=roll.noun), hint)
        self.search.textEdited.connect(lambda _text: self._read())
        self.count = IconLine("info", "muted")
        self.template_button = ActionButton(_("下载模板"), QUIET, "document-down")
        self.import_button = ActionButton(_("导入"), icon="upload")
        self.add_button = ActionButton(_("新增{noun}").format(noun=roll.noun), PRIMARY, "plus")
        self.edit_button = ActionButton(_("编辑"), icon="pencil")
        self.remove_button = ActionButton(_("移出名单"), DANGER, "trash")
        self.sheet = Sheet(page, _("{noun}资料").format(noun=roll.noun), 560)
        self.imports: ImportSheet[T] = ImportSheet(page, roll.noun)
        self.nothing = EmptyState(_("没有找到{noun}").format(noun=roll.noun), _("换个写法，或清除搜索。"))
        self.empty = self._teaching()
        self._connect()
        self._dress_table()
        self._lay_out()

    # What the two lists do differently.

    @abstractmethod
    def _teaching(self) -> EmptyState:
        """Return what an empty list shows."""

    @abstractmethod
    def show_form(self, record: T | None) -> None:
        """Open the form for a record, or for a new one."""

    @abstractmethod
    def save_form(self) -> None:
        """Save what the form holds, or say what is wrong with it."""

    @abstractmethod
    def refuse(self, sentence: str) -> None:
        """Say in the form that a code is taken."""

    # Making.

    def _connect(self) -> None:
        self.template_button.clicked.connect(self._ask_template)
        self.import_button.clicked.connect(self._ask_import)
        self.add_button.clicked.connect(lambda: self.show_form(None))
        self.empty.acted.connect(lambda: self.show_form(None))
        self.edit_button.clicked.connect(self.edit)
        self.remove_button.clicked.connect(self.remove)
        self.imports.accepted.connect(self.take)

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        dress_table(self.table, self.roll.noun, TWO_LINES)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        for column in self.roll.stretched:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._measure()
        theme.changed.connect(self._measure)
        self.table.doubleClicked.connect(self.edit)
        self.table.selectionModel().selectionChanged.connect(self._choose)

    def _measure(self) -> None:
        for column, width in self.roll.widths.items():
            self.table.setColumnWidth(column, theme.px(width))
        self.table.verticalHeader().setDefaultSectionSize(theme.px(TWO_LINES))
        self.table.horizontalHeader().setFixedHeight(theme.px(HEAD))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.search, 1)
        for button in (self.template_button, self.import_button, self.add_button):
            above.addWidget(button)
        acts = QHBoxLayout()
        acts.setContentsMargins(12, 8, 12, 0)
        acts.setSpacing(8)
        acts.addStrut(TARGET)
        acts.addWidget(self.count, 1)
        acts.addWidget(self.remove_button)
        acts.addWidget(self.edit_button)
        card = Card(padding=1)
        card.setAccessibleName(self.roll.noun)
        card.body.setContentsMargins(0, 8, 0, 8)
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(acts)
        self.stack = QStackedWidget()
        for shown in (card, _scrolled(self.nothing), _scrolled(self.empty)):
            self.stack.addWidget(shown)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addLayout(above)
        self.column.addWidget(self.stack, 1)

    # Showing.

    def show_all(self) -> None:
        """Show the list as it stands now; a form that was left half filled is still open."""
        self._read()

    def put_away(self) -> None:
        """Close form and preview."""
        for sheet in (self.sheet, self.imports):
            if not sheet.isHidden():
                sheet.close_sheet()

    def _read(self) -> None:
        kept = self.chosen()
        rows = self.roll.found(self.search.text())
        self.model.show_rows(rows)
        searching = bool(self.search.text().strip())
        self.stack.setCurrentIndex(0 if rows else 1 if searching else 2)
        row = self.model.row_of(kept.code) if kept else -1
        if row >= 0:
            self.table.selectRow(row)
        self._choose()

    def _choose(self) -> None:
        record = self.chosen()
        for button in (self.edit_button, self.remove_button):
            button.setVisible(record is not None)
        if record:
            words = _("已选 {name}").format(name=record.name)
        else:
            words = _("共 {n} 个。选一行再编辑或移出，双击直接编辑。").format(n=len(self.model.rows))
        self.count.show_line(words)

    def chosen(self) -> T | None:
        """Return the record of the row chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.rows[rows[0].row()] if rows else None

    def choose(self, code: str) -> None:
        """Choose the row of a record, where it is shown."""
        row = self.model.row_of(code)
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    # Acting.

    def key(self, event: QKeyEvent) -> bool:
        """Act on / (search), and in the table on Enter (edit) and Delete (remove)."""
        if not (self.sheet.isHidden() and self.imports.isHidden()):
            return self._save_by(event)
        if event.text() and event.text() in SEARCH_KEYS:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        if not self.table.hasFocus() or self.chosen() is None:
            return False
        if event.key() in ENTER:
            self.edit()
            return True
        if event.key() == Qt.Key.Key_Delete:
            self.remove()
            return True
        return False

    def _save_by(self, event: QKeyEvent) -> bool:
        """Save what the form over the page holds by Ctrl+Enter."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.sheet.isHidden() or not control or event.key() not in ENTER:
            return False
        self.save_form()
        return True

    def edit(self) -> None:
        """Open the form of the row chosen."""
        record = self.chosen()
        if record:
            self.show_form(record)

    def save(self, record: T, new: bool) -> None:
        """Keep what the form told; a new record must not take another one's code."""
        taken = self.roll.known().get(record.code) if new else None
        if taken:
            self.refuse(_("编码 {code} 已是{name}的。").format(code=record.code, name=taken.name))
            return
        if not self.did(lambda: self.roll.keep([record])):
            return
        self.sheet.close_sheet()
        self.search.clear()
        self._read()
        self.choose(record.code)

    def remove(self) -> None:
        """Take the row chosen off the list; the banner brings it back."""
        record = self.chosen()
        if record is None:
            return
        if not self.did(lambda: self.roll.remove(record)):
            return
        self._read()
        sentence = _("{name} 已移出名单，做过的检查不受影响。").format(name=record.name)
        self.tell("accent", sentence, _("撤销"), lambda: self._bring_back(record))

    def _bring_back(self, record: T) -> None:
        self.did(lambda: self.roll.keep([record]))
        self._read()
        self.choose(record.code)

    # Lists from files.

    def _ask_import(self) -> None:
        kinds = f"{_('名单')} (*.xlsx *.xlsm *.csv *.txt)"
        name, _kind = QFileDialog.getOpenFileName(self, _("导入{noun}").format(noun=self.roll.noun), documents(), kinds)
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Read a list and show what would come in."""
        read = self.roll.reader()
        self.page.jobs.start(lambda _progress: read(path), lambda found: self._preview(path.name, found))

    def _preview(self, name: str, found: Imported[T]) -> None:
        self.imports.show_found(name, found, set(self.roll.known()))
        self.imports.open_sheet()

    def take(self) -> None:
        """Import what the sheet shows."""
        records = self.imports.records
        undo = self.page.attempt(lambda: self.roll.bring(records))
        self.imports.close_sheet()
        if undo is None:
            return
        self.mark()
        self.search.clear()
        self._read()
        sentence = _("已导入 {n} 个{noun}。").format(n=len(records), noun=self.roll.noun)
        self.tell("good", sentence, _("撤销"), lambda: self._undo(undo))

    def _undo(self, undo: Callable[[], Any]) -> None:
        self.did(undo)
        self._read()

    def _ask_template(self) -> None:
        file_name = _("{noun}名单.xlsx").format(noun=self.roll.noun)
        name, _kind = QFileDialog.getSaveFileName(self, _("下载模板"), f"{documents()}/{file_name}", "Excel (*.xlsx)")
        if name:
            self.write_template(Path(name))

    def write_template(self, path: Path) -> None:
        """Write the template of the list."""
        path = path.with_suffix(".xlsx")
        kind = self.roll.kind
        self.page.jobs.start(lambda _progress: write_template(path, kind), lambda _nothing: self._written(path))

    def _written(self, path: Path) -> None:
        self.tell("good", _("模板已存为 {name}。").format(name=path.name), _("打开"), lambda: open_outside(path))


def _scrolled(empty: EmptyState) -> ScrollPage:
    """Let an empty state stand in the middle, and scroll where large words leave no room for it."""
    ground = ScrollPage()
    ground.body.addWidget(empty, 1)
    return ground
