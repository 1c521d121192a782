"""The findings as a table: written ones first, then what can be mended on the spot."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QWidget

from inspector.inspection.finding import ORDER, Finding, written
from inspector.inspection.inspection import Inspection
from inspector.ui.pages.rated_star import day_words
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.chips import severity_spec
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.table import CHIP, GROUP, GROUP_ROW, ICON, KEY, TONE, WEIGHT, dress_table
from inspector.wording import _

ROW = 40
WIDTHS = (76, 190, 88, 0, 110)


def deadline_words(found: Finding, inspection: Inspection) -> str:
    """Return by when a finding must be put right."""
    if inspection.answer(found.item.id).mended:
        return _("已当场改好")
    if found.quick:
        return _("立查立改")
    if found.deadline is None:
        return _("下次检查前")
    near: date = inspection.day
    return _("{day}前").format(day=day_words(found.deadline, near))


def count_words(found: list[Finding]) -> str:
    """Return how many findings there are, by severity."""
    if not found:
        return ""
    severities = [one.severity for one in found]
    by = [f"{severity_spec(key)[0]} {severities.count(key)}" for key in ORDER if key in severities]
    return _("{n} 项：{by}").format(n=len(found), by="、".join(by))


class FindingsCard(Card):
    """The table of findings; signal `chosen(str)` with an item's id, or with nothing when none is chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=8, parent=parent)
        self.setAccessibleName(_("问题"))
        self._tally = Words("", "second", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 0, 4)
        head.setSpacing(8)
        head.addWidget(Words(_("问题"), "card"))
        head.addWidget(self._tally)
        head.addStretch(1)
        self.body.addLayout(head)
        self.model = QStandardItemModel(0, len(WIDTHS), self)
        self.view = QTableView()
        self.view.setModel(self.model)
        dress_table(self.view, _("问题"), ROW)
        self.view.horizontalHeader().setStretchLastSection(False)
        self.view.horizontalHeader().setSectionsClickable(False)
        self.view.selectionModel().selectionChanged.connect(lambda *_now: self.chosen.emit(self.current()))
        self.none = Words("", "body", "muted")
        self.none.setContentsMargins(12, 8, 0, 0)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)

    def show_findings(self, found: list[Finding], inspection: Inspection) -> None:
        """Show the findings of an inspection."""
        self.view.selectionModel().blockSignals(True)
        self.model.clear()
        self.view.selectionModel().blockSignals(False)
        self.model.setHorizontalHeaderLabels([_("编号"), _("检查项"), _("严重程度"), _("事实"), _("整改期限")])
        for one in written(found):
            self.model.appendRow(_cells(one, inspection))
        quick = [one for one in found if one.quick]
        if quick:
            self._add_group(_("立查立改 {n} 项").format(n=len(quick)))
        for one in quick:
            self.model.appendRow(_cells(one, inspection))
        self._size_columns()
        self._tally.show_text(count_words(found))
        self.view.setVisible(bool(found))
        self.none.setVisible(not found)
        self.none.show_text(_("没有发现问题。") if inspection.finished else _("到此刻还没有记下问题。"))

    def _add_group(self, title: str) -> None:
        head = QStandardItem(title)
        head.setData(True, GROUP)
        head.setData(("wrench", "muted"), ICON)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.model.appendRow([head])
        row = self.model.rowCount() - 1
        self.view.setSpan(row, 0, 1, len(WIDTHS))
        self.view.setRowHeight(row, theme.px(GROUP_ROW))

    def _size_columns(self) -> None:
        head = self.view.horizontalHeader()
        for column, wide in enumerate(WIDTHS):
            if wide:
                self.view.setColumnWidth(column, theme.px(wide))
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def current(self) -> str:
        """Return the item of the row chosen."""
        rows = self.view.selectionModel().selectedRows()
        return str(rows[0].data(KEY) or "") if rows else ""

    def choose(self, item: str) -> None:
        """Choose the row of an item, or none."""
        self.view.clearSelection()
        for row in range(self.model.rowCount()):
            if item and self.model.item(row).data(KEY) == item:
                self.view.selectRow(row)
                self.view.scrollTo(self.model.index(row, 0))


def _cells(found: Finding, inspection: Inspection) -> list[QStandardItem]:
    word, tone, icon = severity_spec(found.severity)
    texts = (found.item.id, str(found.item.ask), word, found.fact, deadline_words(found, inspection))
    cells = [QStandardItem(text) for text in texts]
    cells[0].setData(found.item.id, KEY)
    for muted in (cells[0], cells[4]):
        muted.setData("muted", TONE)
    cells[1].setData(MEDIUM, WEIGHT)
    cells[2].setData((word, tone, icon), CHIP)
    cells[3].setToolTip(found.fact)
    return cells
