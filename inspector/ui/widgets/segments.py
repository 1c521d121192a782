"""Segments and tabs: a few views of one list, the count part of the word."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.theme import BOLD, MEDIUM, theme
from inspector.ui.widgets.painted import FIXED, TARGET, Pressable
from inspector.ui.widgets.painting import CENTRE, box, start, words


@dataclass(frozen=True, slots=True)
class View:
    """One view: its key, its word, how many it holds, and for tabs an icon and a tone."""

    key: str
    text: str
    count: int | None = None
    icon: str = ""
    tone: str = ""

    @property
    def words(self) -> str:
        """The word with its count."""
        return self.text if self.count is None else f"{self.text}\u00a0{self.count}"


class _Piece(Pressable):
    def __init__(self, view: View) -> None:
        self.view = view
        super().__init__(view.words)
        self.setCheckable(True)
        self.setSizePolicy(FIXED, FIXED)

    def show_view(self, view: View) -> None:
        if view != self.view:
            self.view = view
            self.show_text(view.words)
            self.update()


class _Segment(_Piece):
    def sizeHint(self) -> QSize:
        return QSize(round(theme.advance(self.words, 13, BOLD)) + 28, theme.px(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        on = self.isChecked()
        if on:
            box(painter, rect, 6, theme.colour("surface"), theme.colour("line"))
        ink = theme.colour("text" if on or self.hovered else "muted")
        words(painter, rect, self.words, ink, 13, BOLD if on else MEDIUM, CENTRE)


class _Tab(_Piece):
    ICON, GAP = 18, 8

    def _count(self) -> str:
        return "" if self.view.count is None else str(self.view.count)

    def sizeHint(self) -> QSize:
        icon = self.ICON + self.GAP if self.view.icon else 0
        count = theme.advance(self._count(), 14, BOLD) + self.GAP + 3 if self._count() else 0
        return QSize(round(icon + theme.advance(self.view.text, 14, BOLD) + count) + 8, theme.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect()).adjusted(4, 0, -4, 0)
        on = self.isChecked()
        ink = theme.colour("text" if on or self.hovered else "muted")
        x = rect.left()
        if self.view.icon:
            draw_icon(painter, self.view.icon, self.view.tone or "muted", x, rect.center().y() - 9, self.ICON)
            x += self.ICON + self.GAP
        weight = BOLD if on else MEDIUM
        width = theme.advance(self.view.text, 14, weight)
        words(painter, QRectF(x, 0, width + 1, rect.height()), self.view.text, ink, 14, weight)
        area = QRectF(x + width + self.GAP + 3, 0, 60, rect.height())
        words(painter, area, self._count(), theme.colour(self.view.tone) if self.view.tone else ink, 14, weight)
        if on:
            bar = QRectF(0, self.height() - 3, self.width(), 3)
            box(painter, bar, 1.5, theme.colour("accent"))


class _Strip(QWidget):
    """Views side by side; signal `picked(key)` when a person chose another one."""

    picked = Signal(str)
    piece: type[_Piece] = _Segment
    spacing = 0

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(self.spacing)
        self._group = QButtonGroup(self)
        self._pieces: dict[str, _Piece] = {}
        self._current = ""
        self._group.buttonClicked.connect(lambda button: self._pick(button.view.key))
        self.setSizePolicy(FIXED, FIXED)

    def show_views(self, views: Iterable[View]) -> None:
        """Show these views; the same keys in the same order keep their buttons and the focus."""
        wanted = list(views)
        if [view.key for view in wanted] != list(self._pieces):
            self._build(wanted)
        for view in wanted:
            self._pieces[view.key].show_view(view)

    def _build(self, wanted: list[View]) -> None:
        for old in self._pieces.values():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.deleteLater()
        self._pieces = {view.key: self.piece(view) for view in wanted}
        for each in self._pieces.values():
            self._group.addButton(each)
            self._row.addWidget(each)
        self.show_current(self._current if self._current in self._pieces else next(iter(self._pieces), ""))

    def show_current(self, key: str) -> None:
        """Show which view is current."""
        self._current = key
        if key in self._pieces:
            self._pieces[key].setChecked(True)

    def current(self) -> str:
        """Return the key of the current view."""
        return self._current

    def _pick(self, key: str) -> None:
        if key != self._current:
            self._current = key
            self.picked.emit(key)


class Segments(_Strip):
    """A raised piece on a sunken strip: 全部, 未答 20, 不符合 1; signal `picked(key)`."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the strip."""
        painter = QPainter(self)
        start(painter)
        box(painter, QRectF(self.rect()), 8, theme.colour("sunken"), theme.colour("line") if theme.dark else None)


class Tabs(_Strip):
    """Words with a 3-px accent underline; signal `picked(key)`."""

    piece = _Tab
    spacing = 20
