"""What was rated lately, with its change against the hall's earlier rating, and the month in figures."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.pages.row_list import Row, RowList
from inspector.ui.pages.telling import Headed, day_words, ended, form_words, kind_word, star_of
from inspector.ui.theme import theme
from inspector.ui.widgets.card import Card, Hairline
from inspector.ui.widgets.painted import EXPANDING, Words
from inspector.wording import _, with_unit

ROW, FEWEST, MOST = 60, 2, 12
HEAD = 68


def change_words(header: Headed, earlier: Headed | None) -> tuple[str, str]:
    """Return words and tone of the change against an earlier rating of the hall; nothing where no star is shown."""
    if header.level is None:
        return "", "muted"
    if earlier is None or earlier.level is None:
        return _("首次"), "muted"
    steps = header.level - earlier.level
    if not steps:
        return _("持平"), "muted"
    if steps > 0:
        return _("升 {n} 星").format(n=steps), "good"
    return _("降 {n} 星").format(n=-steps), "bad"


def with_earlier(finished: Iterable[Headed]) -> list[tuple[Headed, Headed | None]]:
    """Pair finished inspections, the latest first, with the one of the same hall rated before it."""
    pairs: list[tuple[Headed, Headed | None]] = []
    before: dict[str, Headed] = {}
    for header in sorted(finished, key=ended):
        pairs.append((header, before.get(header.hall)))
        if header.level is not None:
            before[header.hall] = header
    return pairs[::-1]


def month_figures(finished: Iterable[Headed], now: datetime) -> tuple[int, int, int]:
    """Return how many inspections were finished this month, at how many halls, and with how many items failed."""
    here = [one for one in finished if _month(ended(one), now) == (now.year, now.month)]
    return len(here), len({one.hall for one in here}), sum(one.failed for one in here)


def _month(moment: datetime, now: datetime) -> tuple[int, int]:
    day = moment.astimezone(now.tzinfo)
    return day.year, day.month


class RatedCard(Card):
    """The latest finished inspections; signal `picked(id)`. `title_of` names the form of a digest."""

    picked = Signal(str)

    def __init__(self, finished: Sequence[Headed], title_of: Callable[[str], str], now: datetime) -> None:
        super().__init__(_("最近评定"), link=_("全部"))
        rows = [_row(header, earlier, title_of(header.form), now) for header, earlier in with_earlier(finished)[:MOST]]
        self._rows = rows
        self.list = RowList(_("最近评定"), tall=ROW, inset=4)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.picked.connect(self.picked)
        self.body.addWidget(self.list, 1)
        if not rows:
            self.list.hide()
            self.body.addWidget(Words(_("完成一次检查后，星级和变化会列在这里。"), "body", "muted", wrap=True))
            self.body.addStretch(1)
        self.link.setAccessibleName(_("全部已完成的检查"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many rows as stand there whole; the link leads to the others."""
        super().resizeEvent(event)
        whole = (self.height() - HEAD) // self.list.height_for(1)
        self.list.show_rows(self._rows[: max(whole, FEWEST)])

    def minimumSizeHint(self) -> QSize:
        """At least a few rows."""
        return QSize(360, theme.px(ROW) * FEWEST + HEAD)


def _row(header: Headed, earlier: Headed | None, title: str, now: datetime) -> Row:
    word, tone = change_words(header, earlier)
    form = form_words(title, header.form_name)
    second = " · ".join((day_words(ended(header), now), kind_word(header.kind), form))
    return Row(header.id, header.hall_name, second, word=word, tone=tone, star=star_of(header))


class MonthCard(Card):
    """What this laptop did in the month, in three figures."""

    def __init__(self, finished: Sequence[Headed], halls: int, now: datetime) -> None:
        super().__init__(_("本月"), _("{n} 月").format(n=now.month))
        done, covered, failed = month_figures(finished, now)
        of_all = _("共 {n} 个").format(n=halls) if halls else ""
        figures = (
            (_("完成检查"), with_unit(done, _("次")), ""),
            (_("覆盖营业厅"), with_unit(covered, _("个")), of_all),
            (_("发现不符合"), with_unit(failed, _("项")), ""),
        )
        for place, figure in enumerate(figures):
            if place:
                self.body.addWidget(Hairline())
            self.body.addWidget(_figure(*figure), 1)


def _figure(name: str, value: str, beside: str) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(Words(name, "strong"))
    if beside:
        column.addWidget(Words(beside, "caption", "muted"))
    column.addStretch(1)
    row.addLayout(column, 1)
    row.addWidget(Words(value, "section"))
    held.setSizePolicy(EXPANDING, EXPANDING)
    return held
