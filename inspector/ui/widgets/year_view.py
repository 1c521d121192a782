"""A year as twelve small months: what is off, what is worked, and what a person set, told by shape and colour."""

from calendar import Calendar
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.theme import BOLD, MEDIUM, REGULAR, theme
from inspector.ui.widgets.painted import ENTER, EXPANDING, FIXED, Painted
from inspector.ui.widgets.painting import CENTRE, LEFT, box, start, words
from inspector.wording import _

WORKED, REST, HOLIDAY, MOVED, OFF, ON = "worked", "rest", "holiday", "moved", "off", "on"
ACROSS, DAYS, WEEKS = 4, 7, 6
CELL, LEAST, LINE, TITLE, HEAD, GAP = 25, 20, 20, 20, 16, 12
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}


class YearView(Painted):
    """Signal `picked(date)` when a person chooses a day, by a press or by the arrow keys.

    `show_year` takes the kind of every day that is no plain one, and the words that are spoken for it: REST is a
    weekend, HOLIDAY off and MOVED worked by the notice, OFF and ON set by hand.
    """

    picked = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.year = 2000
        self.chosen = date(2000, 1, 1)
        self._kinds: Mapping[date, str] = {}
        self._names: Mapping[date, str] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(EXPANDING, FIXED)

    def show_year(self, year: int, kinds: Mapping[date, str], names: Mapping[date, str]) -> None:
        """Show a year anew; the chosen day moves to it."""
        self.year, self._kinds, self._names = year, kinds, names
        if self.chosen.year != year:
            self.chosen = date(year, self.chosen.month, min(self.chosen.day, 28))
        self._tell()

    def show_chosen(self, day: date) -> None:
        """Show which day is chosen."""
        self.chosen = day
        self._tell()

    def _tell(self) -> None:
        day = self.chosen
        self.setAccessibleName(f"{day.year}年{day.month}月{day.day}日 {self.words_of(day)}")
        self.update()

    def words_of(self, day: date) -> str:
        """Say what a day is."""
        kind = self._kinds.get(day, WORKED)
        said = {
            WORKED: _("工作日"), REST: _("周末"), HOLIDAY: _("放假"), MOVED: _("调休上班"),
            OFF: _("手工设为休息"), ON: _("手工设为上班"),
        }[kind]  # fmt: skip
        return " ".join(part for part in (self._names.get(day, ""), said) if part)

    # Measures.

    def sizeHint(self) -> QSize:
        """Three rows of four months."""
        return QSize(_wide(theme.px(CELL)), 3 * self._high() + 2 * GAP)

    def minimumSizeHint(self) -> QSize:
        """Days may stand closer."""
        return QSize(_wide(LEAST), self.sizeHint().height())

    def _high(self) -> int:
        return theme.px(TITLE) + theme.px(HEAD) + WEEKS * theme.px(LINE)

    @property
    def _cell(self) -> float:
        return min(theme.px(CELL), (self.width() - (ACROSS - 1) * GAP) / ACROSS / DAYS)

    def _corner(self, month: int) -> QPointF:
        wide = self._cell * DAYS
        free = (self.width() - ACROSS * wide) / (ACROSS - 1)
        row, column = divmod(month - 1, ACROSS)
        return QPointF(column * (wide + free), row * (self._high() + GAP))

    def cell(self, day: date) -> QRectF:
        """Return where a day stands."""
        corner, first = self._corner(day.month), day.replace(day=1).weekday()
        row, column = divmod(first + day.day - 1, DAYS)
        top = corner.y() + theme.px(TITLE) + theme.px(HEAD) + row * theme.px(LINE)
        return QRectF(corner.x() + column * self._cell, top, self._cell, theme.px(LINE))

    def day_at(self, spot: QPointF) -> date | None:
        """Return the day at a spot; None beside all days."""
        days = (day for month in range(1, 13) for day in _days(self.year, month))
        return next((day for day in days if self.cell(day).contains(spot)), None)

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every month."""
        painter = QPainter(self)
        start(painter)
        for month in range(1, 13):
            self._paint_month(painter, month)

    def _paint_month(self, painter: QPainter, month: int) -> None:
        corner = self._corner(month)
        cell = self._cell
        title = QRectF(corner.x() + 6, corner.y(), cell * DAYS, theme.px(TITLE))
        words(painter, title, _("{n} 月").format(n=month), theme.colour("text"), 13, BOLD, LEFT)
        for column, name in enumerate(_("一二三四五六日")):
            head = QRectF(corner.x() + column * cell, corner.y() + theme.px(TITLE), cell, theme.px(HEAD))
            words(painter, head, name, theme.colour("muted"), 11, REGULAR, CENTRE)
        for day in _days(self.year, month):
            self._paint_day(painter, day)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        kind, area = self._kinds.get(day, WORKED), self.cell(day).adjusted(1.5, 1, -1.5, -1)
        tone = {HOLIDAY: "bad", OFF: "bad", MOVED: "warn", ON: "warn"}.get(kind, "")
        if tone:
            # What a person set has corners and a frame, what the notice says is round.
            by_hand = kind in {OFF, ON}
            line = theme.colour(tone) if by_hand else None
            box(painter, area, 2 if by_hand else area.height() / 2, theme.tint(tone), line, 1.5)
        if day == self.chosen:
            ring = theme.colour("accent" if self.hasFocus() else "edge")
            box(painter, area.adjusted(-1, -1, 1, 1), 4, None, ring, 2)
        ink: QColor = theme.colour(tone or ("muted" if kind == REST else "text"))
        words(painter, area, str(day.day), ink, 12, MEDIUM if tone else REGULAR, CENTRE)

    # Choosing.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day pressed."""
        day = self.day_at(event.position())
        if day:
            self._choose(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by day and week within the year; Enter chooses the day again."""
        key = Qt.Key(event.key())
        if key in STEPS:
            day = self.chosen + timedelta(days=STEPS[key])
            if day.year == self.year:
                self._choose(day)
        elif key in ENTER:
            self._choose(self.chosen)
        else:
            super().keyPressEvent(event)

    def _choose(self, day: date) -> None:
        self.show_chosen(day)
        self.picked.emit(day)


def _days(year: int, month: int) -> list[date]:
    return [day for day in Calendar().itermonthdates(year, month) if day.month == month]


def _wide(cell: int) -> int:
    return ACROSS * DAYS * cell + (ACROSS - 1) * GAP
