"""Finding an item by code, title or criterion, and going there."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from inspector.form.form import Item
from inspector.inspection.inspection import Inspection
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.chips import chip_width, draw_chip
from inspector.ui.widgets.fields import SearchField
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.painting import RIGHT, box, start, words
from inspector.ui.widgets.verdict_looks import verdict_spec
from inspector.wording import _

WIDTH, ROW, SHOWN, TOP = 620, 44, 9, 72
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


def found_items(inspection: Inspection, text: str) -> list[Item]:
    """Return the asked items that hold every word of a text in code, title, section or criterion; by code first."""
    wanted = text.lower().split()
    items = [item for item in inspection.asked_items if all(word in _searched(inspection, item) for word in wanted)]
    compact = text.lower().replace("-", "").strip()
    return sorted(items, key=lambda item: (not _code(item).startswith(compact), text not in str(item.ask)))


def _code(item: Item) -> str:
    return item.id.lower().replace("-", "")


def _searched(inspection: Inspection, item: Item) -> str:
    section = inspection.form.section_of[item.id].title
    return f"{item.id} {_code(item)} {item.ask} {item.criterion} {section}".lower()


class _Found(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.items: list[Item] = []
        self.inspection: Inspection | None = None

    def show_items(self, items: list[Item], inspection: Inspection) -> None:
        self.beginResetModel()
        self.items, self.inspection = items, inspection
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        item = self.items[index.row()]
        return f"{item.id} {item.ask}"


class _Row(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, _Found) or model.inspection is None:
            return
        item, inspection = model.items[index.row()], model.inspection
        start(painter)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            box(painter, rect.adjusted(4, 1, -4, -1), 8, theme.colour("soft"))
        area = rect.adjusted(20, 0, -20, 0)
        spec = verdict_spec(inspection.verdict(item.id))
        width = chip_width(spec[0], spec[2])
        draw_chip(painter, area.right() - width, area.center().y(), spec)
        words(painter, area, item.id, theme.colour("muted"), 13, MEDIUM)
        title = area.adjusted(64, 0, -width - 130, 0)
        words(painter, title, str(item.ask), theme.colour("text"), 14, MEDIUM)
        section = str(inspection.form.section_of[item.id].title)
        words(painter, area.adjusted(0, 0, -width - 14, 0), section, theme.colour("muted"), 12, align=RIGHT)


class SearchPanel(QWidget):
    """An overlay with a search line; signal `found(item id)`; it owns its keys while it is open."""

    found = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._inspection: Inspection | None = None
        self.panel = Card(padding=12, parent=self)
        self.field = SearchField(_("搜索检查项"), _("编号、名称或标准里的字，如 AC-13、台面、95598"), 48)
        self.field.textEdited.connect(lambda _text: self._search())
        self.field.returnPressed.connect(self._jump)
        self.none = Words(_("没有找到；换个字试试"), "body", "muted")
        self.none.setContentsMargins(8, 8, 8, 8)
        self.model = _Found()
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(_("找到的检查项"))
        self.list.clicked.connect(lambda _index: self._jump())
        for widget in (self.field, self.list, self.none):
            self.panel.body.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, TOP, 0, 0)
        outer.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.hide()

    def open_panel(self, inspection: Inspection) -> None:
        """Open over the host with an empty line."""
        self._inspection = inspection
        self.setGeometry(self._host.rect())
        self.panel.setFixedWidth(min(WIDTH, self.width() - 64))
        self.field.clear()
        self._search()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Move through what was found, or close; True when the key meant that."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return True
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.model.items:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = (self.list.currentIndex().row() + step) % len(self.model.items)
            self.list.setCurrentIndex(self.model.index(row))
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that the line lets through."""
        if not self.take_key(event):
            super().keyPressEvent(event)
        event.accept()

    def _search(self) -> None:
        if self._inspection is None:
            return
        items = found_items(self._inspection, self.field.text())
        self.model.show_items(items, self._inspection)
        if items:
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setVisible(bool(items))
        self.none.setVisible(not items)
        self.list.setFixedHeight(theme.px(ROW) * min(max(len(items), 1), SHOWN))

    def _jump(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.model.items):
            item = self.model.items[row].id
            self.hide()
            self.found.emit(item)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shade what is below."""
        shade = theme.colour("text").toRgb()
        shade.setAlphaF(0.25)
        QPainter(self).fillRect(self.rect(), shade)
