"""The first screen, built anew each time it is shown."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.page import Page, Tools
from inspector.ui.pages.finding import matching
from inspector.ui.pages.home.backup_strip import BackupStrip
from inspector.ui.pages.home.doors import EmptyHome
from inspector.ui.pages.home.drafts import MOST, Draft, DraftRow
from inspector.ui.pages.home.finder import Finder, FinderField
from inspector.ui.pages.home.lately import MonthCard, RatedCard
from inspector.ui.pages.row_list import Row
from inspector.ui.pages.telling import (
    DISCARDED,
    DRAFT,
    FINISHED,
    Headed,
    day_words,
    ended,
    kind_word,
    star_of,
    status_spec,
)
from inspector.ui.widgets.buttons import PRIMARY, ActionButton, LinkButton
from inspector.ui.widgets.card import ScrollPage
from inspector.ui.widgets.hall_form import area_word, class_word
from inspector.ui.widgets.painted import Words
from inspector.wording import _, long_date, weekday

SEARCH_KEYS = ("/", "、")
EACH = 6
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
        self.finder = Finder(self, self.search, self._find)
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
        headers = [header for header in self.desk.headers() if header.status != DISCARDED]
        self._show_head(now, fresh=not headers)
        old, self.content = self.content, self._full(headers, now) if headers else self._empty()
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

    # What it shows.

    def _empty(self) -> QWidget:
        me = self.desk.me()
        content = EmptyHome(me.name if me else "", len(self.desk.places.halls()))
        content.started.connect(self._start)
        content.named.connect(lambda: self.go.emit("settings", "inspectors"))
        content.imported.connect(lambda: self.go.emit("settings", "halls"))
        content.shown.connect(lambda: self.go.emit("demo", None))
        return content

    def _full(self, headers: Sequence[Headed], now: datetime) -> QWidget:
        drafts = sorted((one for one in headers if one.status == DRAFT), key=ended, reverse=True)
        finished = [one for one in headers if one.status == FINISHED]
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._drafts(drafts, now))
        column.addLayout(self._lower(finished, now), 1)
        column.addWidget(self._backup(now))
        return content

    def _drafts(self, drafts: Sequence[Headed], now: datetime) -> QVBoxLayout:
        told = [self._draft(header) for header in drafts[:MOST]]
        row = DraftRow(told, now)
        row.resumed.connect(lambda id_: self.go.emit("audit", id_))
        row.started.connect(self._start)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Words(_("未完成的检查"), "card"))
        head.addWidget(Words(_("{n} 份").format(n=len(drafts)), "second", "muted"))
        head.addStretch(1)
        if len(drafts) > MOST:
            every = LinkButton(_("全部"))
            every.setFixedHeight(32)
            every.setAccessibleName(_("全部未完成的检查"))
            every.clicked.connect(lambda: self.go.emit("inspections", DRAFT))
            head.addWidget(every)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(row)
        return column

    def _draft(self, header: Headed) -> Draft:
        titles = self.desk.titles
        item = titles.item(header.form, header.last_item)
        return Draft(header, titles.form(header.form), f"{header.last_item} {item}" if item else "")

    def _lower(self, finished: Sequence[Headed], now: datetime) -> QHBoxLayout:
        rated = RatedCard(finished, self._title, now)
        rated.picked.connect(lambda id_: self.go.emit("result", id_))
        rated.opened.connect(lambda: self.go.emit("inspections", FINISHED))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(rated, 2)
        row.addWidget(MonthCard(finished, len(self.desk.places.halls()), now), 1)
        return row

    def _title(self, digest: str) -> str:
        return self.desk.titles.form(digest)

    def _backup(self, now: datetime) -> BackupStrip:
        at = self.desk.setting("backup_at")
        strip = BackupStrip(
            datetime.fromisoformat(at) if at else None, self.desk.setting("backup_folder"), self.desk.folder, now
        )
        strip.asked.connect(lambda: self.go.emit("settings", "backup"))
        return strip

    # Search.

    def _find(self, text: str) -> list[Row]:
        now = self.desk.clock()
        headers = [header for header in self.desk.headers() if header.status != DISCARDED]
        found = matching(headers, text, self.desk)[:EACH]
        halls = self.desk.find_halls(text)[:EACH]
        return [
            *(_inspection_row(header, now) for header in found),
            *(
                Row(
                    f"hall:{hall.code}",
                    hall.name,
                    " · ".join((hall.code, class_word(hall.hall_class), area_word(hall.area))),
                    "hall",
                    _("开始检查"),
                    "accent",
                )
                for hall in halls
            ),
        ]

    def _go_to(self, key: str) -> None:
        kind, _colon, name = key.partition(":")
        if kind == "hall":
            self.go.emit("start", self.desk.places.hall(name))
        else:
            self.go.emit("audit" if kind == DRAFT else "result", name)

    def _start(self) -> None:
        self.go.emit("start", None)


def _inspection_row(header: Headed, now: datetime) -> Row:
    second = " · ".join((_("编号 {n}").format(n=header.number), kind_word(header.kind), day_words(ended(header), now)))
    done = header.status == FINISHED
    star = star_of(header) if done else None
    return Row(
        f"{header.status}:{header.id}",
        header.hall_name,
        second,
        "checklist",
        chip=None if done else status_spec(header),
        star=star,
    )
