"""Unfinished inspections as cards, each with the one button that goes on where it was left."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.icons import draw_icon
from inspector.ui.pages.marks import IconLine, NameLine
from inspector.ui.pages.telling import (
    Headed,
    ended,
    failed_words,
    form_words,
    kind_spec,
    place_of,
    progress_words,
    resume_word,
    saved_words,
)
from inspector.ui.theme import MEDIUM, theme
from inspector.ui.widgets.buttons import PRIMARY, SECONDARY, ActionButton
from inspector.ui.widgets.card import RADIUS, Card
from inspector.ui.widgets.chips import Chip
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.painted import EXPANDING, FIXED, PREFERRED, Pressable
from inspector.ui.widgets.painting import CENTRE, start, words
from inspector.ui.widgets.progress import ProgressRing
from inspector.wording import _

MOST = 3
LOW, HIGH = 112, 220


class Draft(NamedTuple):
    """An unfinished inspection: its header, its form's title, and the item where a person stopped."""

    header: Headed
    title: str
    stopped: str = ""


def stopped_words(draft: Draft, now: datetime) -> str:
    """Say where a person stopped."""
    header = draft.header
    if header.asked and header.answered == header.asked:
        return _("已全部作答，可做离厅前检查")
    if header.ahead:
        from inspector.ui.pages.visit_words import ahead_words, visit_of  # noqa: PLC0415 - few first windows show one

        return ahead_words(visit_of(header), now)
    if not draft.stopped:
        return _("可以接着检查") if header.answered else _("还没有作答")
    return _("停在 {item}").format(item=draft.stopped)


class DraftCard(Card):
    """One unfinished inspection; signal `resumed(place, id)` when a person goes on with it."""

    resumed = Signal(str, object)

    def __init__(self, draft: Draft, now: datetime, first: bool) -> None:
        super().__init__()
        header = draft.header
        self.setAccessibleName(header.hall_name)
        form = IconLine("document", "muted")
        form.show_line(f"{form_words(draft.title, header.form_name)} · {progress_words(header)}")
        stopped = IconLine("pin")
        stopped.show_line(stopped_words(draft, now))
        self.body.addLayout(self._told(header))
        self.body.addSpacing(4)
        for line in (form, stopped):
            self.body.addWidget(line)
        self.body.addStretch(1)
        self.body.addLayout(self._foot(header, now, first))
        self.setSizePolicy(EXPANDING, PREFERRED)

    @staticmethod
    def _told(header: Headed) -> QHBoxLayout:
        ring = ProgressRing()
        ring.show_progress(header.answered, header.asked)
        chips = FlowRow()
        chips.add(Chip(*kind_spec(header.kind)))
        if header.visit and not header.ahead:
            chips.add(Chip(_("待补录"), "warn", "clock"))
        if header.failed:
            chips.add(Chip(failed_words(header.failed), "bad", "cross"))
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addStretch(1)
        right.addWidget(NameLine(header.hall_name))
        right.addWidget(chips)
        right.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(ring)
        head.addLayout(right, 1)
        return head

    def _foot(self, header: Headed, now: datetime, first: bool) -> QHBoxLayout:
        saved = _time_left(header, now)
        if saved is None:
            saved = IconLine("check", "muted")
            saved.show_line(_("已保存 {time}").format(time=saved_words(ended(header), now)))
        word = resume_word(header)
        self.button = ActionButton(word, PRIMARY if first else SECONDARY)
        self.button.setAccessibleName(f"{word} {header.hall_name}")
        self.button.clicked.connect(lambda: self.resumed.emit(place_of(header), header.id))
        foot = QHBoxLayout()
        foot.addWidget(saved, 1)
        foot.addWidget(self.button)
        return foot


def _time_left(header: Headed, now: datetime) -> IconLine | None:
    """Return how long a mystery visit may still be told; None where no such time runs."""
    if not header.visit or header.ahead:
        return None
    from inspector.ui.pages.visit_words import left_words, visit_of  # noqa: PLC0415 - few first windows show one

    left = visit_of(header).left
    if left is None:
        return None
    words, tone = left_words(left, now)
    line = IconLine("clock", tone, tone)
    line.show_line(words)
    return line


class StartTile(Pressable):
    """A dashed place where another card may stand; `clicked` starts an inspection."""

    def __init__(self, text: str, sentence: str = "") -> None:
        self._sentence = sentence
        super().__init__(text)
        self.radius = RADIUS
        self.setAccessibleDescription(sentence)
        self.setSizePolicy(EXPANDING, PREFERRED)

    def sizeHint(self) -> QSize:
        """Room for icon and two lines."""
        return QSize(240, theme.px(LOW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashed border, the icon and the words."""
        painter = QPainter(self)
        start(painter)
        pen = QPen(theme.colour("accent" if self.hovered else "edge"), 1)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(theme.colour("soft" if self.hovered else "canvas"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        middle, width = self.height() / 2, float(self.width())
        draw_icon(painter, "plus", "accent", width / 2 - 11, middle - theme.px(34), 22)
        area = QRectF(0, middle - theme.px(6), width, theme.px(22))
        words(painter, area, self.words, theme.colour("accent"), 15, MEDIUM, CENTRE)
        under = QRectF(16, area.bottom() + 2, width - 32, theme.px(20))
        words(painter, under, self._sentence, theme.colour("muted"), 13, align=CENTRE)


class DraftRow(QWidget):
    """The cards side by side, at most three, and a place to start where one is free.

    Signals `resumed(place, id)` and `started()`.
    """

    resumed = Signal(str, object)
    started = Signal()

    def __init__(self, drafts: Sequence[Draft], now: datetime) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.cards = [DraftCard(draft, now, place == 0) for place, draft in enumerate(drafts[:MOST])]
        for card in self.cards:
            card.resumed.connect(self.resumed)
            row.addWidget(card, 1)
        self.tile: StartTile | None = None
        if len(self.cards) < MOST:
            self.tile = self._tile()
            row.addWidget(self.tile, MOST - len(self.cards))
        self.setSizePolicy(EXPANDING, FIXED)

    def _tile(self) -> StartTile:
        text = _("再开始一份检查") if self.cards else _("开始一份检查")
        sentence = _("选一个营业厅和一份检查表，就能开始。")
        tile = StartTile(text, sentence)
        tile.clicked.connect(self.started)
        return tile

    def sizeHint(self) -> QSize:
        """As high as a card, lower without one."""
        return QSize(900, theme.px(HIGH if self.cards else LOW))
