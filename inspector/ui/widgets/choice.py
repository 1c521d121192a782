"""Choosing one of a list, and a mark to tick."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyledItemDelegate, QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.theme import theme
from inspector.ui.widgets.focus_ring import RingHolder
from inspector.ui.widgets.painted import FIXED, PREFERRED, TARGET
from inspector.ui.widgets.painting import box, start, words


class Choice(QComboBox):
    """One of a list of (key, words); signal `picked(key)` when a person chose."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(10)
        self.activated.connect(lambda _row: self.picked.emit(self.key()))
        self._dress()

    def show_options(self, options: Iterable[tuple[str, str]]) -> None:
        """Show these (key, words), keeping the key shown where it is still among them."""
        kept = self.key()
        self.clear()
        for key, text in options:
            self.addItem(text, key)
        if self.findData(kept) >= 0:
            self.show_key(kept)

    def show_closed(self, keys: Iterable[str]) -> None:
        """Show these options as ones that cannot be chosen here."""
        closed = set(keys)
        model = self.model()
        if isinstance(model, QStandardItemModel):
            for row in range(self.count()):
                model.item(row).setEnabled(self.itemData(row) not in closed)

    def show_key(self, key: str) -> None:
        """Show the option of this key; an unknown key shows none."""
        self.setCurrentIndex(self.findData(key))

    def key(self) -> str:
        """Return the key shown, or "" for none."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling never changes a choice."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """At least wide enough for the longest words."""
        return QSize(super().sizeHint().width(), theme.px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box with our own chevron."""
        super().paintEvent(event)
        painter = QPainter(self)
        draw_icon(painter, "chevron-down", "muted", self.width() - 28, (self.height() - 16) / 2, 16)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's measures."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.setFont(theme.font(14))
        self.setFixedHeight(theme.px(TARGET))


class CheckMark(QCheckBox):
    """A box to tick in a row of 40 px; signal `ticked(bool)` when a person ticked or cleared it."""

    ticked = Signal(bool)
    BOX, GAP = 20, 8

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._words = text
        self._ring = RingHolder(self)
        self.setAccessibleName(text)
        self.setSizePolicy(PREFERRED, FIXED)
        self.clicked.connect(self.ticked)

    def show_ticked(self, ticked: bool) -> None:
        """Show whether it is ticked."""
        self.setChecked(ticked)

    def sizeHint(self) -> QSize:
        """Box and words in a row of the smallest target."""
        return QSize(round(self.BOX + self.GAP + theme.advance(self._words, 14)) + 10, theme.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """Long words may be shortened."""
        return QSize(min(self.sizeHint().width(), 120), theme.px(TARGET))

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row is the target."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, tick and words."""
        painter = QPainter(self)
        start(painter)
        top = (self.height() - self.BOX) / 2
        rect = QRectF(4, top, self.BOX, self.BOX)
        on, enabled = self.isChecked(), self.isEnabled()
        if on:
            box(painter, rect, 4, theme.colour("accent" if enabled else "edge"))
            draw_icon(painter, "check", "on_fill", rect.left() + 2, rect.top() + 2, 16)
        else:
            fill = "surface" if enabled and not self.underMouse() else "sunken"
            box(painter, rect, 4, theme.colour(fill), theme.colour("edge" if enabled else "line"))
        area = QRectF(self.rect()).adjusted(4 + self.BOX + self.GAP, 0, 0, 0)
        words(painter, area, self._words, theme.colour("text" if enabled else "muted"), 14)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the ring around it when the keyboard brought the focus."""
        super().focusInEvent(event)
        self._ring.came(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ring.went(event)
