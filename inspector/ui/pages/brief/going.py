"""The way on: the pocket card to take along, the stopwatch, and the retelling."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from inspector.form.scenario import Scenario
from inspector.inspection.mark_names import mark_name
from inspector.inspection.visit import FRESH, LATE, Visit
from inspector.ui.widgets.buttons import PRIMARY, QUIET, SECONDARY, ActionButton
from inspector.ui.widgets.card import Card, Inset
from inspector.ui.widgets.painted import Words
from inspector.wording import NBSP, _, clock, short_date


class GoCard(Card):
    """How far the visit is, and what to do next.

    Signals `card_opened()` and `card_saved()` for the pocket card, `timed()`, `retold()`, and `resumed()` for a visit
    broken off by mistake.
    """

    card_opened = Signal()
    card_saved = Signal()
    timed = Signal()
    retold = Signal()
    resumed = Signal()

    def __init__(self) -> None:
        super().__init__(_("出发"))
        self.state = Words("", "body", wrap=True)
        self.trouble = Inset("warn")
        self.trouble_words = Words("", "second", wrap=True)
        self.resume_button = ActionButton(_("撤回中止"), QUIET, "undo")
        self.trouble.body.addWidget(self.trouble_words)
        self.trouble.body.addWidget(self.resume_button)
        self.card_button = ActionButton(_("打开口袋卡"), QUIET, "document")
        self.save_button = ActionButton(_("另存为…"), QUIET, "download")
        self.card_button.setToolTip(_("一页 A6：身份、步骤、按键、不做什么。不写营业厅，也不写来做什么。可以打印。"))
        self.time_button = ActionButton(_("打开计时窗"), PRIMARY, "clock", height=48).stretch()
        self.tell_button = ActionButton(_("离场补录"), SECONDARY, "pencil", height=48).stretch()
        self.resume_button.clicked.connect(self.resumed)
        self.time_button.clicked.connect(self.timed)
        self.tell_button.clicked.connect(self.retold)
        self.card_button.clicked.connect(self.card_opened)
        self.save_button.clicked.connect(self.card_saved)
        self.body.addWidget(self.state)
        self.body.addWidget(self.trouble)
        for pair in ((self.card_button, self.save_button), (self.time_button, self.tell_button)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in pair:
                row.addWidget(button)
            self.body.addLayout(row)

    def show_busy(self, busy: bool) -> None:
        """Show that a card is being made; one at a time."""
        self.card_button.setEnabled(not busy)
        self.save_button.setEnabled(not busy)

    def show_visit(self, visit: Visit, scenario: Scenario, now: datetime) -> None:
        """Show where the visit stands, and which way is the next one."""
        ready = bool(visit.briefed_at or visit.marks)
        self.time_button.setEnabled(ready and bool(scenario.marks))
        self.state.show_text(_state(visit, scenario, now))
        self.time_button.setAccessibleDescription(self.state.text())
        told = visit.left is not None or not scenario.marks
        self.time_button.show_kind(SECONDARY if told else PRIMARY)
        self.tell_button.show_kind(PRIMARY if told else SECONDARY)
        self.trouble_words.show_text(_("已中止，这次不计：{why}").format(why=visit.exposed))
        self.trouble.setVisible(bool(visit.exposed))


def _state(visit: Visit, scenario: Scenario, now: datetime) -> str:
    if visit.left is not None:
        return _left(visit.left, now)
    if not scenario.marks:
        return _("这个场景不计时，做完直接补录。")
    if visit.marks:
        last = visit.marks[-1]
        words = _("已记 {n} 个时刻，最后是 {key} {name} {time}。")
        return words.format(n=len(visit.counting), key=last.key, name=mark_name(last.key), time=clock(last.at))
    if not visit.briefed_at:
        return _("先把上面几问答对，再打开计时窗。来不及当场记的，离场后按小票补。")
    return _("计时窗看上去只是一个时钟；打开后本窗口收起，关掉它就回来。")


def _left(left: datetime, now: datetime) -> str:
    at = f"{short_date(left)}{NBSP}{left:%H:%M}"
    if now - left <= FRESH:
        words = _("{at} 离开。{until} 前补录完，凭印象的才算。")
        until = left + FRESH
    elif now - left <= LATE:
        words = _("{at} 离开，已过 24 小时：只算事实。{until} 前补录完。")
        until = left + LATE
    else:
        return _("{at} 离开，已过 72 小时，这次不再计入。").format(at=at)
    return words.format(at=at, until=f"{short_date(until)}{NBSP}{until:%H:%M}")
