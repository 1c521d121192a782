"""The first screen, built anew each time it is shown."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.page import Page, Tools
from inspector.ui.pages.home.finder import Finder, FinderField
from inspector.ui.pages.telling import DISCARDED, Headed
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import ScrollPage
from inspector.ui.widgets.painted import Words
from inspector.wording import _, long_date, weekday

SEARCH_KEYS = ("/", "、")
GUTTER = 12


def greeting(hour: int, name: str) -> str:
    """Return the greeting of an hour of the day."""
    greetings = ((5, _("夜深了")), (9, _("早上好")), (12, _("上午好")), (14, _("中午好")), (18, _("下午好")))
    words = next((words for end, words in greetings if hour < end), _("晚上好"))
    return _("{greeting}，{name}").format(greeting=words, name=name) if name else words


class HomePage(Page):
    """Greeting, search, unfinished inspections, what was rated lately, the month, the backup."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.title = Words("", "page")
        self.second = Words("", "second", "muted")
        self.search = FinderField()
        self.start_button = ActionButton(_("开始检查"), PRIMARY, "plus", "Ctrl+N", 48)
        self.start_button.clicked.connect(self._start)
        self.finder = Finder(self, self.search, self.desk)
        self.finder.picked.connect(self._go_to)
        self.content: QWidget = QWidget()
        self.ground = ScrollPage()
        self.ground.body.addWidget(self.content)
        self.ground.body.setContentsMargins(32, 0, GUTTER, 24)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 20, 32 - GUTTER, 0)
        whole.setSpacing(12)
        whole.addLayout(self._head())
        whole.addWidget(self.ground, 1)
        bar = self.ground.verticalScrollBar()
        bar.rangeChanged.connect(self._make_room)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.second)
        head = QHBoxLayout()
        head.setContentsMargins(32, 0, GUTTER, 0)
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self.search, 1)
        head.addWidget(self.start_button)
        return head

    def _make_room(self, _least: int, most: int) -> None:
        """Let the scroll bar, where one is needed, stand beside the cards."""
        self.ground.body.setContentsMargins(32, 0, 0 if most else GUTTER, 24)

    def enter(self, argument: Any) -> None:  # noqa: ARG002 - the first screen is asked for with nothing
        """Show everything as it stands now."""
        self.finder.close_up()
        self.search.clear()
        now = self.desk.clock()
        headers: list[Headed] = [header for header in self.desk.headers() if header.status != DISCARDED]
        self._show_head(now, fresh=not headers)
        old, self.content = self.content, self._board(headers, now) if headers else self._empty()
        self.ground.body.replaceWidget(old, self.content)
        old.hide()
        old.deleteLater()

    def leave(self) -> None:
        """Close the search."""
        self.finder.close_up()

    def key(self, event: QKeyEvent) -> bool:
        """Lead to the search by / and to a new inspection by Ctrl+N."""
        if event.text() in SEARCH_KEYS and event.text() and not self.search.isHidden():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        if event.key() == Qt.Key.Key_N and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._start()
            return True
        return False

    def _show_head(self, now: datetime, fresh: bool) -> None:
        me = self.desk.me()
        day = f"{long_date(now.date())}　{weekday(now.date())}"
        if fresh:
            beside = _("自带检查表 {n} 份，可直接用").format(n=self.desk.titles.count())
        else:
            beside = self.desk.setting("organisation") or (me.unit if me else "")
        self.title.show_text(_("欢迎使用星察") if fresh else greeting(now.hour, me.name if me else ""))
        self.second.show_text(f"{day}　·　{beside}" if beside else day)
        for widget in (self.search, self.start_button):
            widget.setVisible(not fresh)

    # What it shows; only the one that is needed is loaded, since the first window waits for it.

    def _board(self, headers: list[Headed], now: datetime) -> QWidget:
        from inspector.ui.pages.home.board import Board  # noqa: PLC0415

        board = Board(self.desk, headers, now)
        board.go.connect(self.go)
        return board

    def _empty(self) -> QWidget:
        from inspector.ui.pages.home.doors import EmptyHome  # noqa: PLC0415

        me = self.desk.me()
        content = EmptyHome(me.name if me else "", len(self.desk.places.halls()))
        content.started.connect(self._start)
        content.named.connect(lambda: self.go.emit("settings", "inspectors"))
        content.imported.connect(lambda: self.go.emit("settings", "halls"))
        content.shown.connect(lambda: self.go.emit("demo", None))
        return content

    # Search.

    def _go_to(self, key: str) -> None:
        kind, _colon, name = key.partition(":")
        if kind == "hall":
            self.go.emit("start", self.desk.places.hall(name))
        else:
            self.go.emit(kind, name)

    def _start(self) -> None:
        self.go.emit("start", None)
