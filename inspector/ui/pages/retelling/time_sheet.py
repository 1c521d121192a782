"""A moment filled in or corrected afterwards: when, where it is read from, and why an earlier one was wrong."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.inspection.visit import Mark
from inspector.ui.pages.audit.choice_editor import OptionRow
from inspector.ui.pages.retelling.moment_entry import day_of, moment_of, time_of
from inspector.ui.pages.retelling.phrasing import history_words, mark_words
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import Inset
from inspector.ui.widgets.fields import Field, lead_on
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _, clock


class TimeSheet(Sheet):
    """Signal `entered(key, moment, source, reason)`."""

    entered = Signal(str, object, str, str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("补填时刻"), scrolls=True)
        self.key = ""
        self._known: tuple[Mark, ...] = ()
        self._first = datetime.now().astimezone()
        self.which, self.known = Words("", "card"), Inset()
        self._history = Words("", "second", wrap=True)
        self.known.body.addWidget(Words(_("已记的"), "caption", "muted"))
        self.known.body.addWidget(self._history)
        self.time, self.day = Field(_("时刻"), "10:33:52", caption=True), Field(_("日期"), caption=True)
        self.source = Field(_("从哪里知道"), _("号票、回单、短信、通话记录…"), caption=True)
        self.reason = Field(_("为什么改"), _("按晚了、按错了、以票面为准…"), caption=True)
        sources = [_("号票"), _("回单"), _("短信"), _("通话记录"), _("手表")]
        self.sources = OptionRow(_("从哪里知道"), [(word, word, None) for word in sources])
        self.sources.picked.connect(self._pick)
        self.save_button = ActionButton(_("记下"), PRIMARY, "check")
        self.save_button.clicked.connect(self.submit)
        self._lay_out()

    def _lay_out(self) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self.time)
        pair.addWidget(self.day)
        self.body.addWidget(self.which)
        self.body.addWidget(self.known)
        self.body.addLayout(pair)
        asked: tuple[QWidget, ...] = (self.source, self.sources, self.reason)
        for widget in asked:
            self.body.addWidget(widget)
        self.foot.addStretch(1)
        self.foot.addWidget(self.save_button)
        lead_on([self.time, self.day, self.source, self.reason], self.submit)

    def ask(self, key: str, known: Sequence[Mark], first: datetime) -> None:
        """Ask for a moment; `known` are those entered for it so far, `first` lies on the day it is likely to be of."""
        self.key, self._known, self._first = key, tuple(known), first
        self.which.show_text(mark_words(key))
        self.known.setVisible(bool(known))
        self._history.show_text(history_words(known))
        last = known[-1] if known else None
        self.time.show_text(clock(last.at) if last else "")
        self.day.show_text(f"{(last.at if last else first):%Y-%m-%d}")
        self.reason.setVisible(bool(known))
        for field in (self.source, self.reason):
            field.show_text("")
        for field in (self.time, self.day, self.source, self.reason):
            field.show_wrong()
        self.sources.show_key("")
        self.open_sheet()
        self.time.edit.selectAll()

    def submit(self) -> None:
        """Tell what was entered, or show beside the field what is missing."""
        for field in (self.time, self.day, self.source, self.reason):
            field.commit_pending()
        self.time.show_wrong("" if time_of(self.time.text()) else _("请写时:分:秒，如 10:33:52。"))
        self.day.show_wrong("" if day_of(self.day.text()) else _("请写年-月-日，如 2026-03-05。"))
        self.source.show_wrong("" if self.source.text().strip() else _("请写从哪里知道的。"))
        owed = self._known and not self.reason.text().strip()
        self.reason.show_wrong(_("改动要写原因；原来的时刻照样保留。") if owed else "")
        moment = moment_of(self.day.text(), self.time.text(), self._first.tzinfo)
        if moment and self.source.text().strip() and not owed:
            self.entered.emit(self.key, moment, self.source.text().strip(), self.reason.text().strip())

    def refuse(self, sentence: str) -> None:
        """Show why the moment was not taken."""
        self.time.show_wrong(sentence)

    def _pick(self, word: str) -> None:
        self.sources.show_key(word)
        self.source.show_text(word)
        self.source.show_wrong()
