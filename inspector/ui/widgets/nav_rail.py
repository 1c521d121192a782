"""The rail at the left: the star, the pages, the settings."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.theme import BOLD, MEDIUM, theme
from inspector.ui.widgets.card import DeckPanel
from inspector.ui.widgets.painted import FIXED, Painted, Pressable
from inspector.ui.widgets.painting import CENTRE, box, start, words
from inspector.ui.widgets.stars import draw_star
from inspector.wording import _

WIDTH, ENTRY, ICON = 80, 56, 22
MOST = 99


class _Logo(Painted):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setAccessibleName(name)
        self.setSizePolicy(FIXED, FIXED)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 80)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        start(painter)
        gold = theme.colour("gold")
        draw_star(painter, QPointF(WIDTH / 2, 34), 26, gold, gold)
        words(painter, QRectF(0, 50, WIDTH, 24), self._name, theme.colour("deck_text"), 13, BOLD, CENTRE)


class RailEntry(Pressable):
    """One page on the rail: icon, word, gold marker when current, badge."""

    ring_token = "deck_text"

    def __init__(self, key: str, text: str, icon: str) -> None:
        self.key, self._icon, self._badge = key, icon, 0
        super().__init__(text)
        self.setCheckable(True)
        self.setSizePolicy(FIXED, FIXED)

    def nextCheckState(self) -> None:
        """Stay as shown: the page decides where it goes."""

    def show_badge(self, count: int) -> None:
        """Show how many things wait there."""
        self._badge = count
        text = _("{page}，{count} 项逾期").format(page=self.words, count=count) if count else self.words
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        return QSize(WIDTH, theme.px(ENTRY))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, marker, icon, word and badge."""
        painter = QPainter(self)
        start(painter)
        on, height = self.isChecked(), self.height()
        if on or self.hovered:
            box(painter, QRectF(8, 0, WIDTH - 16, height), 8, theme.colour("deck2"))
        if on:
            box(painter, QRectF(-4, height / 2 - 14, 8, 28), 4, theme.colour("gold"))
        tone = "deck_text" if on or self.hovered else "deck_second"
        x, y = (WIDTH - ICON) / 2, height / 2 - ICON + 2
        draw_icon(painter, self._icon, tone, x, y, ICON)
        area = QRectF(4, y + ICON + 1, WIDTH - 8, theme.px(20))
        words(painter, area, self.words, theme.colour(tone), 12, MEDIUM, CENTRE)
        if self._badge:
            text = str(self._badge) if self._badge <= MOST else f"{MOST}+"
            width = max(17.0, theme.advance(text, 11, BOLD) + 9)
            badge = QRectF(WIDTH / 2 + 7, y - 6, width, 17)
            box(painter, badge, 8.5, theme.colour("gold"))
            words(painter, badge, text, theme.colour("deck2"), 11, BOLD, CENTRE)


class NavRail(DeckPanel):
    """The rail of pages (key, words, icon) with settings at the bottom; signal `chosen(key)` when one is pressed.

    Pressing changes nothing by itself: the window goes there, then calls show_current.
    """

    chosen = Signal(str)

    def __init__(
        self,
        entries: Iterable[tuple[str, str, str]],
        bottom: Iterable[tuple[str, str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(rounded=False, parent=parent)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("导航"))
        self.entries: dict[str, RailEntry] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(8)
        column.addWidget(_Logo(_("星察")))
        for entry in entries:
            column.addWidget(self._entry(*entry))
        column.addStretch(1)
        for entry in bottom:
            column.addWidget(self._entry(*entry))

    def _entry(self, key: str, text: str, icon: str) -> RailEntry:
        entry = RailEntry(key, text, icon)
        entry.clicked.connect(lambda: self.chosen.emit(key))
        self.entries[key] = entry
        return entry

    def show_current(self, key: str) -> None:
        """Show which page is current."""
        for each, entry in self.entries.items():
            entry.setChecked(each == key)

    def show_badge(self, key: str, count: int) -> None:
        """Show how many things are overdue on a page; none takes the badge away."""
        self.entries[key].show_badge(count)
