"""评分依据: the way down from 100, what the next star asks for, the caps, and every lost point."""

from fractions import Fraction

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QHeaderView, QTableView, QWidget

from inspector.rating.rate import Gate, Rating
from inspector.rating.trace import LostPoint
from inspector.ui.pages.result.charts import next_level, whole
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.card import Card, Hairline, ScrollPage
from inspector.ui.widgets.chips import Chip, verdict_spec
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.table import CHIP, KEY, TONE, WEIGHT, dress_table
from inspector.ui.widgets.waterfall import Fall, Waterfall
from inspector.wording import _, truncated

ROW = 40
SORT = Qt.ItemDataRole.UserRole + 201
WIDTHS = (76, 0, 112, 56, 64, 76)
NUMBERS = (3, 4, 5)
ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def falls_of(rating: Rating) -> list[Fall]:
    """Return the steps of a rating as the waterfall takes them."""
    falls, before = [], 100.0
    for step in rating.steps():
        titles = [str(rating.scheme.measures[key].title) for key in (step.idea, step.topic)]
        after = float(step.running)
        falls.append(Fall(*titles, step.lost, step.running, before, after))
        before = after
    return falls


def line_of(rating: Rating) -> tuple[str, float] | None:
    """Return the total that the next star needs, with how much is missing of it."""
    gate = next((gate for gate in rating.gates if gate.measure == rating.scheme.total), None)
    level = next_level(rating)
    if gate is None or level is None:
        return None
    words = _("{level}线 {least}").format(level=level.label, least=whole(gate.least))
    return (words if gate.passed else f"{words}，{short_words(gate)}"), float(gate.least)


def short_words(gate: Gate) -> str:
    """Return by how much a gate is missed, as the difference of printed figures."""
    return _("差 {short}").format(short=truncated(Fraction(truncated(gate.least)) - Fraction(truncated(gate.value))))


class TraceView(QWidget):
    """The whole trace of a rating; signal `wanted(str)` with the item of a lost point a person pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fall_card, self.waterfall = Card(_("从 100 到总分"), " ", padding=16), Waterfall()
        self.fall_card.body.addWidget(self.waterfall)
        self.gate_card = Card(_("下一星的要求"), " ", padding=16)
        self.cap_card = Card(_("封顶与扣住"), padding=16)
        self.lost_card = Card(_("每一处失分"), " ", padding=12)
        self.lost_card.layout().setContentsMargins(8, 12, 4, 8)
        self.model = QStandardItemModel(0, len(WIDTHS), self)
        self.model.setSortRole(SORT)
        self.view = QTableView()
        self.view.setModel(self.model)
        dress_table(self.view, _("每一处失分"), ROW)
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setStretchLastSection(False)
        self.view.clicked.connect(lambda _index: self.press_current())
        self.none = Words("", "body", "muted", wrap=True)
        self.lost_card.body.addWidget(self.view, 1)
        self.lost_card.body.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        scroll = ScrollPage()
        scroll.body.setSpacing(16)
        for card in (self.fall_card, self.gate_card, self.cap_card):
            scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(scroll, 11)
        row.addWidget(self.lost_card, 12)

    def show_rating(self, rating: Rating, *, draft: bool) -> None:
        """Show the trace of a rating."""
        value = rating.total
        self.fall_card.show_count(_("总分 {total}").format(total=rating.total_shown) if value is not None else "")
        self.waterfall.show_falls(
            falls_of(rating), rating.total_shown, 100.0 if value is None else float(value), line_of(rating)
        )
        self.fall_card.setVisible(value is not None)
        self._show_gates(rating)
        self._show_caps(rating)
        self._show_lost(rating, draft)

    def _show_gates(self, rating: Rating) -> None:
        level, gates = next_level(rating), rating.gates
        _clear(self.gate_card)
        self.gate_card.show_count(str(level.label) if level and gates else "")
        if not gates:
            words = _("得分已是最高一级，没有再上一级的要求。") if level else rating.why
            self.gate_card.body.addWidget(Words(words, "body", "muted", wrap=True))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for column, head in enumerate((_("指标"), _("需要"), _("现在"), "")):
            grid.addWidget(Words(head, "head", "muted"), 0, column, _side(column))
        grid.addWidget(Hairline("edge"), 1, 0, 1, 4)
        for row, gate in enumerate(gates, 2):
            self._add_gate(grid, row, gate)
        holder = QWidget()
        holder.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        self.gate_card.body.addWidget(holder)

    @staticmethod
    def _add_gate(grid: QGridLayout, row: int, gate: Gate) -> None:
        grid.addWidget(Words(str(gate.title), "body"), row, 0)
        grid.addWidget(Words(f"≥ {whole(gate.least)}", "body", "muted"), row, 1, _side(1))
        grid.addWidget(Words(truncated(gate.value), "strong", "text" if gate.passed else "bad"), row, 2, _side(2))
        chip = Chip(_("达到"), "good", "check") if gate.passed else Chip(short_words(gate), "bad", "cross")
        grid.addWidget(chip, row, 3, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _show_caps(self, rating: Rating) -> None:
        _clear(self.cap_card)
        lines = [
            _("封顶{level}：{why}").format(level=rating.scheme.level(cap.to or 0).label, why=cap.why)
            for cap in rating.caps
        ]
        lines.append(rating.why)
        for line in lines if rating.caps or rating.level is None else [_("没有封顶，星级由得分和理念下限决定。")]:
            self.cap_card.body.addWidget(Words(line, "body", wrap=True))

    def _show_lost(self, rating: Rating, draft: bool) -> None:
        lost = rating.lost()
        self.model.clear()
        heads = [_("编号"), _("检查项"), _("结论"), _("权重"), _("得分率"), _("失分")]
        self.model.setHorizontalHeaderLabels(heads)
        for column in NUMBERS:
            self.model.setHeaderData(column, Qt.Orientation.Horizontal, ALIGN_RIGHT, Qt.ItemDataRole.TextAlignmentRole)
        for order, point in enumerate(lost):
            self.model.appendRow(_cells(order, point))
        self._size_columns()
        self.view.horizontalHeader().setSortIndicator(5, Qt.SortOrder.DescendingOrder)
        self.view.setVisible(bool(lost))
        self.none.setVisible(not lost)
        self.none.show_text(_("没有失分。") if rating.total is not None else rating.why)
        self.lost_card.show_count(_lost_words(rating, len(lost), draft))

    def _size_columns(self) -> None:
        head = self.view.horizontalHeader()
        for column, wide in enumerate(WIDTHS):
            if wide:
                self.view.setColumnWidth(column, theme.px(wide))
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def press_current(self) -> bool:
        """Go where the chosen lost point leads; return whether one is chosen."""
        rows = self.view.selectionModel().selectedRows()
        if rows:
            self.wanted.emit(str(rows[0].data(KEY)))
        return bool(rows)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.model.columnCount() == len(WIDTHS):
            self._size_columns()


def _side(column: int) -> Qt.AlignmentFlag:
    return ALIGN_RIGHT if column in {1, 2} else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _clear(card: Card) -> None:
    while (old := card.body.takeAt(0)) is not None:
        if widget := old.widget():
            widget.hide()
            widget.deleteLater()


def _lost_words(rating: Rating, number: int, draft: bool) -> str:
    if rating.total is None or not number:
        return ""
    missing = truncated(100 - Fraction(rating.total_shown))
    words = _("{n} 项共失 {missing} 分").format(n=number, missing=missing)
    return words + (_("，点一行去改") if draft else _("，点一行看详情"))


def _cells(order: int, point: LostPoint) -> list[QStandardItem]:
    spec = verdict_spec(point.verdict)
    texts = (
        (point.item.id, order),
        (str(point.item.ask), str(point.item.ask)),
        (spec[0], float(point.credit)),
        (str(point.item.weight), point.item.weight),
        (str(point.credit), float(point.credit)),
        (truncated(point.points, 2), float(point.points)),
    )
    cells = []
    for column, (text, rank) in enumerate(texts):
        cell = QStandardItem(text)
        cell.setData(text if column == 0 else rank, SORT)
        if column in NUMBERS:
            cell.setTextAlignment(ALIGN_RIGHT)
        cells.append(cell)
    cells[0].setData(point.item.id, KEY)
    cells[0].setData("muted", TONE)
    cells[1].setData(MEDIUM, WEIGHT)
    cells[2].setData(spec, CHIP)
    cells[5].setData(MEDIUM, WEIGHT)
    return cells
