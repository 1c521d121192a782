"""The look of tables: no grid, rows with one or two lines, chips and stars, an accent bar at the chosen row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from inspector.ui.icons import draw_icon
from inspector.ui.theme import BOLD, MEDIUM, REGULAR, theme
from inspector.ui.widgets.chips import draw_chip
from inspector.ui.widgets.painting import RIGHT, hairline, start, words
from inspector.ui.widgets.stars import Shown, draw_pill, pill_width

SECOND = Qt.ItemDataRole.UserRole + 101
CHIP = Qt.ItemDataRole.UserRole + 102
STAR = Qt.ItemDataRole.UserRole + 103
TONE = Qt.ItemDataRole.UserRole + 104
WEIGHT = Qt.ItemDataRole.UserRole + 105
ICON = Qt.ItemDataRole.UserRole + 106
GROUP = Qt.ItemDataRole.UserRole + 107
KEY = Qt.ItemDataRole.UserRole + 108
PADDING, BAR, HEAD, ROW, TWO_LINES, GROUP_ROW = 8, 4, 32, 48, 56, 32

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints a cell from plain roles.

    DisplayRole the words · SECOND a muted second line · TONE, WEIGHT of the words · ICON before them (name, tone)
    CHIP (words, tone, icon) · STAR a stars.Shown · GROUP true for a heading row on the canvas.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground and what the roles say."""
        painter.save()
        start(painter)
        area = QRectF(option.rect)
        self._paint_ground(painter, area, option, index)
        inner = area.adjusted(PADDING + (BAR if index.column() == 0 else 0), 0, -PADDING, 0)
        chip, star = index.data(CHIP), index.data(STAR)
        if chip:
            draw_chip(painter, inner.left(), inner.center().y(), chip)
        elif isinstance(star, Shown):
            draw_pill(painter, inner.left(), inner.center().y(), star)
        else:
            self._paint_words(painter, inner, index)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, area: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if index.data(GROUP):
            painter.fillRect(area, theme.colour("canvas"))
        elif chosen:
            painter.fillRect(area, theme.tint("accent", theme.tokens.selected))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("canvas"))
        hairline(painter, area.left(), area.bottom() - 1, area.width())
        if chosen and index.column() == 0:
            painter.fillRect(QRectF(area.left(), area.top(), BAR, area.height()), theme.colour("accent"))

    @staticmethod
    def _paint_words(painter: QPainter, area: QRectF, index: Index) -> None:
        text, second = str(index.data() or ""), str(index.data(SECOND) or "")
        icon = index.data(ICON)
        if icon:
            draw_icon(painter, icon[0], icon[1], area.left(), area.center().y() - 9, 18)
            area = area.adjusted(26, 0, 0, 0)
        weight = index.data(WEIGHT) or (BOLD if index.data(GROUP) else MEDIUM if second else REGULAR)
        ink = theme.colour(index.data(TONE) or "text")
        align = _alignment(index)
        if not second:
            words(painter, area, text, ink, 14, weight, align)
            return
        upper, lower = theme.px(21), theme.px(18)
        top = area.center().y() - (upper + lower) / 2
        words(painter, QRectF(area.left(), top, area.width(), upper), text, ink, 14, weight, align)
        under = QRectF(area.left(), top + upper, area.width(), lower)
        words(painter, under, second, theme.colour("muted"), 12, REGULAR, align)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the longest of the cell's contents."""
        star = index.data(STAR)
        if isinstance(star, Shown):
            width = pill_width(star)
        else:
            width = max(
                theme.advance(str(index.data(role) or ""), 14, BOLD) for role in (Qt.ItemDataRole.DisplayRole, SECOND)
            )
        height = GROUP_ROW if index.data(GROUP) else TWO_LINES if index.data(SECOND) else ROW
        return QSize(round(width) + 2 * PADDING + BAR, theme.px(height))


def _alignment(index: Index) -> Qt.AlignmentFlag:
    wanted = index.data(Qt.ItemDataRole.TextAlignmentRole)
    if wanted is not None and Qt.AlignmentFlag(wanted) & Qt.AlignmentFlag.AlignRight:
        return RIGHT
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def dress_table(view: QTableView, name: str, row_height: int = ROW) -> None:
    """Give a table view our look: whole rows chosen, no grid, head 32, rows of one height."""
    view.setAccessibleName(name)
    view.setItemDelegate(RowDelegate(view))
    view.setShowGrid(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(theme.px(row_height))
    head = view.horizontalHeader()
    head.setFixedHeight(theme.px(HEAD))
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setStretchLastSection(True)
