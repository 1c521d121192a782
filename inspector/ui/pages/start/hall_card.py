"""The hall chosen: what it is, how it did the last time, and what stands against starting anew."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inspector.inspection.hall import Hall
from inspector.ui.pages.hall_picker import hall_words
from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.telling import (
    Headed,
    began,
    day_words,
    ended,
    kind_word,
    minute_words,
    place_of,
    progress_words,
    star_of,
)
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Card, Inset
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.stars import StarPill
from inspector.wording import _


def last_words(last: Headed | None, now: datetime) -> str:
    """Say when and how the hall was inspected the last time."""
    if last is None:
        return _("还没有检查过")
    return _("上次 {day} · {kind}").format(day=day_words(ended(last), now), kind=kind_word(last.kind))


def warning_words(draft: Headed | None, today: Headed | None, now: datetime) -> str:
    """Say what a person should know before starting another inspection of the hall."""
    if draft is not None:
        when = minute_words(ended(draft), now)
        return _("这个营业厅有一份没做完的{kind}：{progress}，{when} 保存。").format(
            kind=kind_word(draft.kind), progress=progress_words(draft), when=when
        )
    if today is not None:
        return _("今天已检查过这个营业厅（{kind}）。再开始会另立一份。").format(kind=kind_word(today.kind))
    return ""


class HallCard(Card):
    """What is known of the hall chosen; signal `resumed(place, id)` when a person goes on with its draft."""

    resumed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._draft: Headed | None = None
        self.name = Words("", "item", wrap=True)
        self.about = Words("", "second", "muted", wrap=True)
        self.last = IconLine("history", "muted")
        self.pill = StarPill()
        self.warning = Inset("warn")
        self.sentence = Words("", "strong", wrap=True)
        self.button = ActionButton(_("继续那一份"))
        self.button.clicked.connect(self._resume)
        inside = QHBoxLayout()
        inside.setSpacing(12)
        inside.addWidget(self.sentence, 1)
        inside.addWidget(self.button)
        self.warning.body.addLayout(inside)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.name)
        left.addWidget(self.about)
        left.addWidget(self.last)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addLayout(left, 1)
        top.addWidget(self.pill)
        self.body.addLayout(top)
        self.body.addWidget(self.warning)

    def show_hall(self, hall: Hall | None, headers: Sequence[Headed], now: datetime) -> None:
        """Show a hall with its inspections, the latest first; without one say what to do."""
        drafts = [one for one in headers if one.status == "draft"]
        finished = sorted((one for one in headers if one.status == "finished"), key=began, reverse=True)
        last = finished[0] if finished else None
        today = last if last and began(last).astimezone(now.tzinfo).date() == now.date() else None
        draft = max(drafts, key=ended) if drafts else None
        self._draft = draft
        self.name.show_text(hall.name if hall else _("还没有选营业厅"))
        self.about.show_text(f"{hall.code} · {hall_words(hall)}" if hall else _("在左边选一个；没有就新增。"))
        self.last.show_line(last_words(last, now))
        self.last.setVisible(hall is not None)
        self.pill.setVisible(last is not None)
        if last is not None:
            star = star_of(last)
            self.pill.show_star(star.level, star.score, star.state)
        warning = warning_words(draft, today, now)
        self.sentence.show_text(warning)
        self.button.setVisible(draft is not None)
        self.warning.setVisible(bool(warning))

    def _resume(self) -> None:
        if self._draft is not None:
            self.resumed.emit(place_of(self._draft), self._draft.id)
