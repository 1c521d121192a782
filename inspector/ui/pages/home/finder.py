"""The search of the first screen: inspections and halls below the field while a person types."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.actions.desk import Desk
from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import KeyCap
from inspector.ui.widgets.fields import SearchField
from inspector.ui.widgets.painting import box, start
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.ui.pages.row_list import RowList

WIDE, HEIGHT, MARGIN, MOST = 440, 48, 5, 7


class FinderField(SearchField):
    """The search field with the cap of the key that leads to it."""

    def __init__(self) -> None:
        super().__init__(_("搜索检查、营业厅"), height=HEIGHT)
        self.setMinimumWidth(200)
        self.setMaximumWidth(320)
        self._cap = KeyCap("/", self)
        self.textChanged.connect(lambda text: self._cap.setVisible(not text))

    def resizeEvent(self, event: QEvent) -> None:
        """Keep the key cap at the right end."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        size = self._cap.sizeHint()
        self._cap.setGeometry(self.width() - size.width() - 13, (self.height() - size.height()) // 2, *size.toTuple())


class Finder(QWidget):
    """What was found, over the page below its field; signal `picked(key)`."""

    picked = Signal(str)

    def __init__(self, page: QWidget, field: SearchField, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._field, self._desk = page, field, desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        field.textEdited.connect(self._look)
        field.returnPressed.connect(self._take)
        field.installEventFilter(self)
        self.hide()

    @cached_property
    def list(self) -> "RowList":
        """Return the list of what was found; made at the first search, since the first window need not wait for it."""
        from inspector.ui.pages.row_list import RowList  # noqa: PLC0415

        found = RowList(_("搜到的检查和营业厅"), keeps_choice=True)
        found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        found.picked.connect(self._pick)
        self._column.addWidget(found)
        return found

    def close_up(self) -> None:
        """Take away what was found."""
        self.hide()

    def _look(self, text: str) -> None:
        if not text.strip():
            self.hide()
            return
        from inspector.ui.pages.home.found import found_rows  # noqa: PLC0415 - the first window need not wait for it

        rows = found_rows(self._desk, text)
        self.list.show_rows(rows, rows[0].key)
        self._place(len(rows))
        self.show()
        self.raise_()

    def _place(self, count: int) -> None:
        corner = self._field.mapTo(self._page, QPoint(self._field.width(), self._field.height() + 4))
        height = self.list.height_for(min(count, MOST)) + 2 * MARGIN
        self.setGeometry(corner.x() - WIDE, corner.y(), WIDE, height)

    def _take(self) -> None:
        if self.isVisible():
            self.list.pick_current()

    def _pick(self, key: str) -> None:
        self.hide()
        self._field.clear()
        self.picked.emit(key)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Walk through what was found by the arrow keys, and close with the field."""
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self.isVisible():
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.list.go_by(step)
                return True
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its border."""
        painter = QPainter(self)
        start(painter)
        box(painter, QRectF(self.rect()), 8, theme.colour("surface"), theme.colour("edge"))
