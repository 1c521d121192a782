"""The tab of privacy: how long evidence is kept, what is due to be destroyed, and how covert visits were announced."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from inspector.actions.retaining import SETTINGS, Due, Retaining
from inspector.settings import SETTINGS as TABLE
from inspector.ui.jobs import Job, Progress
from inspector.ui.page import Page
from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.row_list import RowList
from inspector.ui.pages.settings.evidence_rows import due_row, kept_words, purged_row
from inspector.ui.pages.settings.purge_sheet import PurgeSheet
from inspector.ui.pages.settings.rows import Ground, SettingRow, fill
from inspector.ui.pages.settings.tab import Tab
from inspector.ui.widgets.buttons import DANGER, ActionButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.segments import Segments, View
from inspector.wording import _

DUE, ALL, PURGED = "due", "all", "purged"
TALL, ROWS, MOST = 48, 6, 500
NARROW, WIDE = 160, 420


class PrivacyTab(Tab):
    """The clock of the evidence is read off the window's thread; nothing is destroyed before somebody confirmed it."""

    def __init__(self, page: Page, mark: Callable[[], None]) -> None:
        super().__init__(page, mark)
        self.retaining = Retaining(page.desk)
        self.clock: list[Due] = []
        self.job: Job | None = None
        self.day, self.purpose = Field(_("公告日期"), _("如 2026-03-01")), Field(_("用途"), _("如 改进窗口服务"))
        self.kept = {kind: Choice(name) for kind, name in kept_words().items()}
        self.line = IconLine("clock").strong()
        self.purge_button = ActionButton("", DANGER, "trash")
        self.views = Segments(_("佐证"))
        self.list = RowList(_("佐证"), tall=TALL)
        self.nothing = Words("", "second", "muted")
        self.sheet = PurgeSheet(page)
        self._connect()
        Ground(self._notice_card(), self._kept_card(), self._due_card()).within(self)

    def _connect(self) -> None:
        self.day.finished.connect(self._date)
        self.purpose.finished.connect(lambda text: self.keep("notice_purpose", text.strip()))
        for kind, choice in self.kept.items():
            choice.show_options([(days, days_words(int(days))) for days in TABLE[SETTINGS[kind]].values])
            choice.setFixedWidth(NARROW)
            choice.picked.connect(lambda days, kind=kind: self._keep_for(kind, days))
        self.views.picked.connect(lambda _key: self._show_list())
        self.purge_button.clicked.connect(self._ask)
        self.sheet.confirmed.connect(self._purge)
        self.page.jobs.ended.connect(self._ended)

    def _notice_card(self) -> Card:
        card = Card(_("暗访公告"))
        for field in (self.day, self.purpose):
            field.setFixedWidth(WIDE)
        meaning = _("向被查单位公告暗访项目的日期，印在暗访报告的方法一节。")
        fill(
            card,
            [
                SettingRow(_("公告日期"), meaning, self.day),
                SettingRow(_("用途"), _("暗访结果用来做什么，印在同一处。"), self.purpose),
            ],
        )
        return card

    def _kept_card(self) -> Card:
        card = Card(_("保留期限"))
        meanings = {
            "original": _("拍下的原文件，带拍摄时间地点；到期后只留打好码的副本。"),
            "sound": _("暗访中的录音。"),
            "copy": _("屏幕和报告用的小图；到期后报告印作“按期销毁”。"),
        }
        rows = [SettingRow(name, meanings[kind], self.kept[kind]) for kind, name in kept_words().items()]
        fill(card, rows)
        told = _("从封存之日起算；所在检查还有未关闭的问题时，不计时、不销毁。")
        card.body.addWidget(Words(told, "caption", "muted", wrap=True))
        return card

    def _due_card(self) -> Card:
        card, above = Card(_("到期与销毁")), QHBoxLayout()
        above.setSpacing(16)
        above.addWidget(self.line, 1)
        above.addWidget(self.purge_button)
        card.body.addLayout(above)
        card.body.addWidget(self.views)
        card.body.addWidget(self.list)
        card.body.addWidget(self.nothing)
        self.list.setFixedHeight(self.list.height_for(ROWS))
        return card

    # Showing.

    def show_all(self) -> None:
        """Show the settings as they stand now, and read the clock of the evidence."""
        self.day.show_text(self.desk.setting("notice_date"))
        self.day.show_wrong()
        self.purpose.show_text(self.desk.setting("notice_purpose"))
        for kind, choice in self.kept.items():
            choice.show_key(self.desk.setting(SETTINGS[kind]))
        self._read()

    def _read(self) -> None:
        self.page.jobs.start(self.retaining.clock, self._show_clock)

    def _show_clock(self, clock: list[Due]) -> None:
        self.clock = clock
        due = len(self.retaining.due(clock))
        purged = len(self.retaining.purged())
        views = [View(DUE, _("今天到期"), due), View(ALL, _("全部"), len(clock)), View(PURGED, _("已销毁"), purged)]
        self.views.show_views(views)
        if due:
            self.line.show_line(_("{n} 件佐证已到期，等待销毁").format(n=due), "warning", icon_tone="warn")
        else:
            self.line.show_line(_next_words(clock), "check-circle", icon_tone="good")
        self.purge_button.show_text(_("销毁到期的 {n} 件…").format(n=due))
        self.purge_button.setVisible(bool(due))
        self.purge_button.setEnabled(self.job is None)
        self._show_list()

    def _show_list(self) -> None:
        view, today = self.views.current(), self.desk.clock().date()
        if view == PURGED:
            rows = [purged_row(one) for one in self.retaining.purged()[:MOST]]
        else:
            shown = self.retaining.due(self.clock) if view == DUE else self.clock
            rows = [due_row(one, today) for one in shown[:MOST]]
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.show_text(
            {DUE: _("今天没有到期的佐证。"), ALL: _("还没有封存的检查带佐证。")}.get(view, _("还没有销毁过。"))
        )
        self.nothing.setVisible(not rows)

    # Acting.

    def _date(self, text: str) -> None:
        day = text.strip()
        if TABLE["notice_date"].allows(day):
            self.day.show_wrong()
            self.keep("notice_date", day)
        else:
            self.day.show_wrong(_("请写成 2026-03-01 这样的日期。"))

    def _keep_for(self, kind: str, days: str) -> None:
        self.keep(SETTINGS[kind], days)
        self._read()

    def _ask(self) -> None:
        me = self.desk.me()
        due = self.retaining.due(self.clock)
        self.sheet.ask(due, self.desk.clock().date(), self.desk.places.inspectors(), me.code if me else "")

    def _purge(self, code: str) -> None:
        due = self.retaining.due(self.clock)
        by = next(one for one in self.desk.places.inspectors() if one.code == code)
        self.sheet.close_sheet()

        def work(progress: Progress) -> int:
            self.retaining.purge(due, by, progress)
            return len(due)

        job = self.page.jobs.start(work, self._purged, title=_("正在销毁到期佐证"), vital=True)
        self.job = job if job in self.page.jobs.running else None
        self.purge_button.setEnabled(self.job is None)

    def _purged(self, number: int) -> None:
        self.mark()
        self.tell("good", _("已销毁 {n} 件到期佐证，报告里印作“按期销毁”。").format(n=number))

    def _ended(self, job: Job) -> None:
        if job is self.job or job.title == _("正在销毁到期佐证"):
            self.job = None
            self._read()

    def leave(self) -> None:
        """Keep half-typed words."""
        self.day.commit_pending()
        self.purpose.commit_pending()

    def put_away(self) -> None:
        """Close the list of what is to be destroyed."""
        self.sheet.hide()


def days_words(days: int) -> str:
    """Return a number of days in words, whole years as years."""
    years, rest = divmod(days, 365)
    return _("{n} 天").format(n=days) if rest else _("{n} 年").format(n=years)


def _next_words(clock: list[Due]) -> str:
    if not clock:
        return _("没有在计时的佐证")
    return _("今天没有到期的；最近一件 {day} 到期").format(day=clock[0].due.isoformat())
