"""The window of a visit: a day of the next weeks, and two times of that day as people type them."""

import re
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.painted import Words
from inspector.wording import _, short_date, weekday

DAYS = 60
NARROW = 96
TYPED = re.compile(r"(\d{1,2})(?:[:：.]?([0-5]\d))?")


def read_time(text: str) -> time | None:
    """Return a time of day from 9, 9:30, 9：30 or 0930; None when the text says none."""
    found = TYPED.fullmatch(text.strip())
    if found is None or int(found[1]) > time.max.hour:
        return None
    return time(int(found[1]), int(found[2] or 0))


def day_option(day: date, today: date) -> str:
    """Say a day to choose: 今天 3月5日 星期四."""
    near = {0: _("今天"), 1: _("明天")}.get((day - today).days, "")
    return " ".join(part for part in (near, short_date(day), weekday(day)) if part)


class WindowFields(QWidget):
    """Day, from and to; signal `changed()` when a person chose or typed otherwise."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.day = Choice(_("日期"))
        self.begin, self.end = Field(_("从"), "9:00", caption=True), Field(_("到"), "11:00", caption=True)
        self.day.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.day.setMinimumContentsLength(8)
        self.day.picked.connect(lambda _day: self.changed.emit())
        for field in (self.begin, self.end):
            field.setFixedWidth(NARROW)
            field.edited.connect(lambda _text: self.changed.emit())
        days = QVBoxLayout()
        days.setSpacing(4)
        days.addWidget(Words(_("日期"), "caption", "muted"))
        days.addWidget(self.day)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(days, 1)
        row.addWidget(self.begin)
        row.addWidget(self.end)

    def show_days(self, today: date) -> None:
        """Show the days there are to choose from."""
        days = [today + timedelta(days=ahead) for ahead in range(DAYS)]
        self.day.show_options([(day.isoformat(), day_option(day, today)) for day in days])

    def show_window(self, begin: datetime, end: datetime) -> None:
        """Show a window."""
        self.day.show_key(begin.date().isoformat())
        self.begin.show_text(f"{begin:%H:%M}")
        self.end.show_text(f"{end:%H:%M}")

    def chosen_day(self) -> date:
        """Return the day chosen."""
        return date.fromisoformat(self.day.key())

    def chosen_window(self, zone: datetime) -> tuple[datetime, datetime] | None:
        """Return the window in the zone of a moment; None while a time cannot be read."""
        first, last = read_time(self.begin.text()), read_time(self.end.text())
        if first is None or last is None or not self.day.key():
            return None
        day = self.chosen_day()
        return datetime.combine(day, first, zone.tzinfo), datetime.combine(day, last, zone.tzinfo)
