"""试算: a day and a number of working days, and the deadline that comes of them."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout

from inspector.ui.page import Page
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.painted import Words
from inspector.wording import _, long_date, weekday

MOST = 400


class TryCard(Card):
    """Counts as findings do: from the next day on, with the days set by hand."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("试算期限"), padding=16)
        self.desk = page.desk
        self.start = Field(_("起算日"), _("如 2026-03-05"), caption=True)
        self.number = Field(_("工作日"), _("如 15"), caption=True)
        self.told = Words("", "strong", wrap=True)
        self.convention = Words(
            _("工作日自次日起算，按国务院办公厅节假日安排（含调休）扣除，手工设定的优先。"),
            "caption", "muted", wrap=True,
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.start, 3)
        row.addWidget(self.number, 2)
        self.body.addLayout(row)
        self.body.addWidget(self.told)
        self.body.addWidget(self.convention)
        self.start.show_text(self.desk.clock().date().isoformat())
        self.number.show_text("15")
        for field in (self.start, self.number):
            field.edited.connect(lambda _text: self.show_deadline())

    def show_deadline(self) -> None:
        """Show what comes of the figures as they stand."""
        start, number = _day(self.start.text()), _number(self.number.text())
        if start is None:
            self.told.show_text(_("请写成 2026-03-01 这样的日期。"))
        elif number is None:
            self.told.show_text(_("工作日数写 0 到 {most} 的整数。").format(most=MOST))
        else:
            due = self.desk.calendar.add(start, number)
            self.told.show_text(_("到 {day} {weekday}").format(day=long_date(due), weekday=weekday(due)))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _number(text: str) -> int | None:
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdecimal() and int(plain) <= MOST else None
