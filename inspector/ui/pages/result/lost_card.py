"""Every lost point as a table that can be sorted, each leading to its item."""

from fractions import Fraction

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QWidget

from inspector.rating.rate import Rating
from inspector.rating.trace import LostPoint
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.segments import Segments, View
from inspector.ui.widgets.table import CHIP, KEY, TONE, WEIGHT, dress_table
from inspector.ui.widgets.verdict_looks import verdict_spec
from inspector.wording import _, truncated

ROW = 40
SORT = Qt.ItemDataRole.UserRole + 201
WIDTHS = (72, 0, 108, 60, 68, 72)
CODE, WEIGHT_COLUMN, POINTS = 0, 3, 5
NUMBERS = (3, 4, 5)
ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
ORDERS = {"points": (POINTS, DOWN), "code": (CODE, UP), "weight": (WEIGHT_COLUMN, DOWN)}


class LostCard(Card):
    """The lost points, dearest first; signal `wanted(str)` with the item a person pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=8, parent=parent)
        self.setAccessibleName(_("每一处失分"))
        self._sum = Words("", "second", "muted")
        self.order = Segments(_("排序"))
        self.order.show_views([View("points", _("按失分")), View("code", _("按编号")), View("weight", _("按权重"))])
        self.order.picked.connect(lambda key: self._sort(*ORDERS[key]))
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 8, 0)
        head.setSpacing(8)
        head.addWidget(Words(_("每一处失分"), "card"))
        head.addWidget(self._sum)
        head.addStretch(1)
        head.addWidget(self.order)
        self.model = QStandardItemModel(0, len(WIDTHS), self)
        self.model.setSortRole(SORT)
        self.view = QTableView()
        self.view.setModel(self.model)
        dress_table(self.view, _("每一处失分"), ROW)
        self.view.horizontalHeader().setStretchLastSection(False)
        self.view.horizontalHeader().setSectionsClickable(True)
        self.view.horizontalHeader().sectionClicked.connect(self._press_head)
        self.view.clicked.connect(lambda _index: self.press_current())
        self.none = Words("", "body", "muted", wrap=True)
        self.none.setContentsMargins(12, 8, 12, 0)
        self.body.addLayout(head)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        self._sorted = ORDERS["points"]

    def show_lost(self, rating: Rating, draft: bool) -> None:
        """Show every lost point of a rating."""
        lost = rating.lost()
        self.model.clear()
        for point in lost:
            self.model.appendRow(_cells(point))
        self._sort(*ORDERS["points"])
        self._size_columns()
        self.view.setVisible(bool(lost))
        self.order.setVisible(bool(lost))
        self.none.setVisible(not lost)
        self.none.show_text(_("没有失分。") if rating.total is not None else rating.why)
        self._sum.show_text(_sum_words(rating, len(lost)))
        self.view.setToolTip(_("点一行去改") if draft else _("点一行看详情"))

    def press_current(self) -> bool:
        """Go where the chosen lost point leads; return whether one is chosen."""
        rows = self.view.selectionModel().selectedRows()
        if rows:
            self.wanted.emit(str(rows[0].data(KEY)))
        return bool(rows)

    def _press_head(self, column: int) -> None:
        now, order = self._sorted
        turned = DOWN if order is UP else UP
        self._sort(column, turned if column == now else DOWN if column in NUMBERS else UP)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._sorted = (column, order)
        self.model.sort(column, order)
        heads = [_("编号"), _("检查项"), _("结论"), _("权重"), _("得分率"), _("失分")]
        heads[column] += " ↑" if order is UP else " ↓"
        self.model.setHorizontalHeaderLabels(heads)
        for each in NUMBERS:
            self.model.setHeaderData(each, Qt.Orientation.Horizontal, ALIGN_RIGHT, Qt.ItemDataRole.TextAlignmentRole)
        self.order.show_current(next((key for key, one in ORDERS.items() if one == self._sorted), ""))

    def _size_columns(self) -> None:
        head = self.view.horizontalHeader()
        for column, wide in enumerate(WIDTHS):
            if wide:
                self.view.setColumnWidth(column, theme.px(wide))
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.model.columnCount():
            self._size_columns()


def _sum_words(rating: Rating, number: int) -> str:
    if rating.total is None or not number:
        return ""
    missing = truncated(100 - Fraction(rating.total_shown))
    return _("{n} 项共失 {missing} 分").format(n=number, missing=missing)


def _cells(point: LostPoint) -> list[QStandardItem]:
    spec = verdict_spec(point.verdict)
    texts: tuple[tuple[str, str | float], ...] = (
        (point.item.id, point.item.id),
        (str(point.item.ask), str(point.item.ask)),
        (spec[0], float(point.credit)),
        (str(point.item.weight), point.item.weight),
        (str(point.credit), float(point.credit)),
        (truncated(point.points, 2), float(point.points)),
    )
    cells = []
    for column, (text, rank) in enumerate(texts):
        cell = QStandardItem(text)
        cell.setData(rank, SORT)
        if column in NUMBERS:
            cell.setTextAlignment(ALIGN_RIGHT)
        cells.append(cell)
    cells[0].setData(point.item.id, KEY)
    cells[0].setData("muted", TONE)
    cells[1].setData(MEDIUM, WEIGHT)
    cells[1].setToolTip(str(point.item.ask))
    cells[2].setData(spec, CHIP)
    cells[POINTS].setData(MEDIUM, WEIGHT)
    return cells
