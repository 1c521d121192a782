"""A list of painted rows: two lines at the left, a word with a chip or a star at the right."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector.ui.icons import draw_icon
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.chips import Spec, chip_width, draw_chip
from inspector.ui.widgets.focus_ring import KEYBOARD
from inspector.ui.widgets.painted import ENTER
from inspector.ui.widgets.painting import RIGHT, box, hairline, start, words
from inspector.ui.widgets.stars import Shown, draw_pill, pill_width

ROW = Qt.ItemDataRole.UserRole + 1
TALL, PADDING, BAR, ICON, GAP = 56, 8, 4, 20, 12

Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """One row: its key, two lines, and at the right a word in a tone before a chip or a star."""

    key: str
    title: str
    second: str = ""
    icon: str = ""
    word: str = ""
    tone: str = "muted"
    chip: Spec | None = None
    star: Shown | None = None

    def spoken(self) -> str:
        """Say the row as a sentence."""
        chip = self.chip[0] if self.chip else ""
        star = self.star.spoken() if self.star else ""
        return "，".join(part for part in (self.title, self.second, self.word, chip, star) if part)


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Iterable[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return row.spoken() if role == Qt.ItemDataRole.AccessibleTextRole else None


class _RowPainter(QStyledItemDelegate):
    def __init__(self, view: "RowList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, theme.px(self._view.tall))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        start(painter)
        area, row = QRectF(option.rect), index.data(ROW)
        self._paint_ground(painter, area, option, index)
        inner = area.adjusted(self._view.inset, 0, -self._view.inset, 0)
        if row.icon:
            draw_icon(painter, row.icon, "muted", inner.left(), inner.center().y() - ICON / 2, ICON)
            inner.adjust(ICON + GAP, 0, 0, 0)
        inner.setRight(self._paint_end(painter, inner, row))
        _paint_lines(painter, inner, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.keeps_choice
        if chosen:
            painter.fillRect(area, theme.tint("accent", theme.tokens.selected))
            painter.fillRect(QRectF(area.left(), area.top(), BAR, area.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("canvas"))
        if index.row() + 1 < index.model().rowCount():
            hairline(painter, area.left(), area.bottom() - 1, area.width())
        if self._view.by_keys and self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            box(painter, area.adjusted(1, 1, -1, -2), 6, None, theme.colour("accent"), 2)

    @staticmethod
    def _paint_end(painter: QPainter, area: QRectF, row: Row) -> float:
        right, middle = area.right(), area.center().y()
        if row.star is not None:
            right -= pill_width(row.star)
            draw_pill(painter, right, middle, row.star)
            right -= GAP
        elif row.chip is not None:
            right -= chip_width(row.chip[0], row.chip[2])
            draw_chip(painter, right, middle, row.chip)
            right -= GAP
        if row.word:
            width = theme.advance(row.word, 13, MEDIUM) + 1
            space = QRectF(right - width, area.top(), width, area.height())
            words(painter, space, row.word, theme.colour(row.tone), 13, MEDIUM, RIGHT)
            right -= width + GAP
        return right


def _paint_lines(painter: QPainter, area: QRectF, row: Row) -> None:
    if not row.second:
        words(painter, area, row.title, theme.colour("text"), 14, MEDIUM)
        return
    upper, lower = theme.px(21), theme.px(18)
    top = area.center().y() - (upper + lower) / 2
    words(painter, QRectF(area.left(), top, area.width(), upper), row.title, theme.colour("text"), 14, MEDIUM)
    under = QRectF(area.left(), top + upper, area.width(), lower)
    words(painter, under, row.second, theme.colour("muted"), 12)


class RowList(QListView):
    """Rows to choose from; signal `picked(key)` when a person pressed one or Enter on it.

    `keeps_choice` marks the row chosen last, where the page goes on with it.
    """

    picked = Signal(str)

    def __init__(self, name: str, keeps_choice: bool = False, tall: int = TALL, inset: int = PADDING) -> None:
        super().__init__()
        self.keeps_choice, self.tall, self.inset = keeps_choice, tall, inset
        self.by_keys = False
        self._rows = _Rows()
        self.setModel(self._rows)
        self.setItemDelegate(_RowPainter(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._pick)

    def show_rows(self, rows: Iterable[Row], current: str = "") -> None:
        """Show these rows with the one of a key as current."""
        self._rows.show(rows)
        self.show_current(current)

    def show_current(self, key: str) -> None:
        """Show the row of a key as current; an unknown key leaves none current."""
        keys = [row.key for row in self._rows.rows]
        if key and key in keys:
            self.setCurrentIndex(self._rows.index(keys.index(key)))
        else:
            self.clearSelection()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows shown."""
        return self._rows.rows

    def go_by(self, step: int) -> None:
        """Make the next or the previous row current."""
        at = self.currentIndex().row()
        last = len(self._rows.rows) - 1
        to = 0 if at < 0 else min(max(at + step, 0), last)
        self.setCurrentIndex(self._rows.index(to))

    def pick_current(self) -> None:
        """Pick the current row, the first one where none is."""
        at = max(self.currentIndex().row(), 0)
        if at < len(self._rows.rows):
            self._pick(self._rows.index(at))

    def height_for(self, rows: int) -> int:
        """Return how high so many rows are."""
        return theme.px(self.tall) * rows

    def _pick(self, index: QModelIndex) -> None:
        key = self._rows.rows[index.row()].key
        if key:
            self.picked.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter pick the current row."""
        self.by_keys = True
        self.viewport().update()
        if event.key() in ENTER:
            self.pick_current()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the ring away from a row that a finger chose."""
        self.by_keys = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the ring around a row when the keyboard brought the focus."""
        self.by_keys = event.reason() in KEYBOARD
        super().focusInEvent(event)
        if self.by_keys and not self.currentIndex().isValid() and self._rows.rows:
            self.setCurrentIndex(self._rows.index(0))
