"""The tab of working days: the year by the official notice, and the days (调休) that a province sets against it."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.actions.keeping_calendar import KeepingCalendar, Workday
from inspector.inspection.deadline import OFFICIAL, announced, holiday_names
from inspector.ui.page import Page
from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.row_list import Row, RowList
from inspector.ui.pages.settings.rows import Ground
from inspector.ui.pages.settings.tab import Tab
from inspector.ui.pages.settings.trying import TryCard
from inspector.ui.widgets.buttons import PRIMARY, ActionButton, IconButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.chips import Chip
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.segments import Segments, View
from inspector.ui.widgets.year_view import HOLIDAY, MOVED, OFF, ON, REST, YearView
from inspector.wording import _, long_date, weekday

SIDE, WIDEST_SIDE, ROWS, TALL = 300, 400, 4, 52
FIRST, LAST = 2004, 2099  # the calendar knows no notice before


class CalendarTab(Tab):
    """Nothing changes before it is saved with the document on which it rests."""

    def __init__(self, page: Page, mark: Callable[[], None]) -> None:
        super().__init__(page, mark)
        self.keeping = KeepingCalendar(page.desk)
        self.view, self.notice = YearView(), IconLine("calendar")
        self.earlier, self.later = IconButton("chevron-left", _("前一年")), IconButton("chevron-right", _("后一年"))
        self.year = Words("", "item")
        self.day, self.official = Words("", "name"), Words("", "second", "muted", wrap=True)
        self.choice = Segments(_("这一天"))
        self.choice.show_views([View("on", _("上班")), View("off", _("休息"))])
        self.note = Field(_("依据"), _("如 省人社厅通知，文号…"), caption=True)
        self.save_button = ActionButton(_("保存"), PRIMARY, "check")
        self.back_button = ActionButton(_("恢复按通知"), icon="undo")
        self.list, self.nothing = RowList(_("手工设定的日子"), tall=TALL), Words("", "second", "muted", wrap=True)
        self.trying = TryCard(page)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.view.picked.connect(lambda _day: self._show_day())
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        self.save_button.clicked.connect(self._save)
        self.back_button.clicked.connect(self._put_back)
        self.list.picked.connect(self._go_to)

    def _lay_out(self) -> None:
        whole, beside = QWidget(), QVBoxLayout()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._year_card(), 1)
        beside.setSpacing(16)
        for card in (self._day_card(), self._list_card(), self.trying):
            card.setMinimumWidth(SIDE)
            card.setMaximumWidth(WIDEST_SIDE)
            beside.addWidget(card)
        beside.addStretch(1)
        row.addLayout(beside)
        Ground(whole).within(self)

    def _year_card(self) -> Card:
        card, head, legend = Card(padding=16), QHBoxLayout(), QHBoxLayout()
        card.setAccessibleName(_("日历"))
        head.setSpacing(8)
        for each in (self.earlier, self.year, self.later):
            head.addWidget(each)
        head.addSpacing(8)
        head.addWidget(self.notice, 1)
        legend.setSpacing(8)
        for text, tone, icon in (
            (_("放假"), "bad", ""), (_("调休上班"), "warn", ""), (_("有框的是手工设定"), "neutral", "pencil"),
        ):  # fmt: skip
            legend.addWidget(Chip(text, tone, icon))
        legend.addStretch(1)
        card.body.addLayout(head)
        card.body.addWidget(self.view)
        card.body.addLayout(legend)
        return card

    def _day_card(self) -> Card:
        card, row = Card(padding=16), QHBoxLayout()
        card.setAccessibleName(_("这一天"))
        row.setSpacing(8)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.save_button)
        for each in (self.day, self.official, self.choice, self.note):
            card.body.addWidget(each)
        card.body.addLayout(row)
        return card

    def _list_card(self) -> Card:
        card = Card(_("手工设定的日子"), " ", padding=16)
        self.listed = card
        card.body.addWidget(self.list)
        card.body.addWidget(self.nothing)
        return card

    # Showing.

    def show_all(self) -> None:
        """Show this year, or the one shown before, as it stands now."""
        if self.view.year < FIRST:
            self.view.chosen = self.desk.clock().date()
        self._show_year(self.view.chosen.year)

    def _show_year(self, year: int) -> None:
        names = holiday_names(year)
        self.view.show_year(year, _kinds(year, self.keeping.days()), names)
        self.year.show_text(_("{year} 年").format(year=year))
        known = announced(year)
        self.notice.show_line(
            _("按国务院办公厅通知，含调休") if known else _("这一年的通知还没有收录，调休须手工设定"),
            "check-circle" if known else "warning",
            icon_tone="good" if known else "warn",
        )
        self.earlier.setEnabled(year > FIRST)
        self.later.setEnabled(year < LAST)
        self._show_list()
        self._show_day()
        self.trying.show_deadline()

    def _show_day(self) -> None:
        day = self.view.chosen
        by_hand = self.keeping.day(day)
        self.day.show_text(f"{long_date(day)} {weekday(day)}")
        works = OFFICIAL.works(day)
        told = [holiday_names(day.year).get(day, ""), _("上班") if works else _("休息")]
        self.official.show_text(_("按通知：{what}").format(what=_("，").join(filter(None, told))))
        self.choice.show_current("on" if (by_hand.works if by_hand else works) else "off")
        self.note.show_text(by_hand.note if by_hand else "")
        self.note.show_wrong()
        self.back_button.setEnabled(by_hand is not None)

    def _show_list(self) -> None:
        days = self.keeping.days()
        self.listed.show_count(str(len(days)) if days else "")
        self.list.show_rows([_row(one) for one in days])
        self.list.setVisible(bool(days))
        self.list.setFixedHeight(self.list.height_for(min(max(len(days), 1), ROWS)))
        self.nothing.show_text(_("没有。整改期限全按通知计算。"))
        self.nothing.setVisible(not days)

    # Acting.

    def _turn(self, years: int) -> None:
        self._show_year(self.view.year + years)

    def _go_to(self, key: str) -> None:
        day = date.fromisoformat(key)
        self.view.show_chosen(day)
        self._show_year(day.year)

    def _save(self) -> None:
        self.note.commit_pending()
        if not self.note.text().strip():
            self.note.show_wrong(_("请写明依据，例如文件名称或文号。"))
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        day, works = self.view.chosen, self.choice.current() == "on"
        if self.did(lambda: self.keeping.put(day, works, self.note.text())):
            self._show_year(day.year)

    def _put_back(self) -> None:
        day = self.view.chosen
        if self.did(lambda: self.keeping.put_back(day)):
            self._show_year(day.year)

    def leave(self) -> None:
        """Keep half-typed words in their fields."""
        self.note.commit_pending()


def _kinds(year: int, by_hand: list[Workday]) -> dict[date, str]:
    """Return the kind of every day of a year that is no plain working day."""
    names, kinds, day = holiday_names(year), {}, date(year, 1, 1)
    while day.year == year:
        works, weekend = OFFICIAL.works(day), day.weekday() >= 5  # noqa: PLR2004 - Saturday
        if not works:
            kinds[day] = HOLIDAY if day in names else REST
        elif weekend:
            kinds[day] = MOVED
        day += timedelta(days=1)
    return kinds | {one.day: ON if one.works else OFF for one in by_hand if one.day.year == year}


def _row(one: Workday) -> Row:
    what = _("上班") if one.works else _("休息")
    chip = (what, "warn" if one.works else "bad", "")
    return Row(one.day.isoformat(), f"{long_date(one.day)} {weekday(one.day)}", one.note, "pencil", chip=chip)
