"""现场时刻: the line of the visit, its moments to be corrected, and the times between them against their limits."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inspector.form.scenario import Scenario
from inspector.inspection.duration_words import basis_words
from inspector.inspection.durations import Duration, durations
from inspector.inspection.inspection import Inspection
from inspector.inspection.visit import Visit, disordered
from inspector.ui.pages.retelling.duration_bar import DurationBar
from inspector.ui.pages.retelling.phrasing import TONES, duration_story, seconds_words
from inspector.ui.pages.retelling.time_row import TimeRow
from inspector.ui.pages.retelling.timeline_strip import Stretch, TimelineStrip
from inspector.ui.theme import theme
from inspector.ui.widgets.card import Card, Hairline, ScrollPage
from inspector.ui.widgets.painted import EXPANDING, FIXED, Painted, Words
from inspector.wording import _

GAP = 24


class _Rule(Painted):
    """A rule downward between the moments and the times."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(FIXED, EXPANDING)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), theme.colour("line"))


class MomentsCard(Card):
    """Signal `asked(key)` when a person wants to correct a moment or fill it in."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=0)
        self.setAccessibleName(_("现场时刻"))
        self.state = Words("", "second", "good")
        self.hint = Words(_("改动保留原值并填原因"), "caption", "muted")
        self.strip = TimelineStrip()
        self.rows: dict[str, TimeRow] = {}
        self.bars: list[DurationBar] = []
        self._column, self._bars = QVBoxLayout(), QVBoxLayout()
        self.nothing = Words(_("这个场景不记时刻。"), "body", "muted")
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 0)
        head.setSpacing(8)
        head.addWidget(Words(_("现场时刻"), "card"))
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.hint)
        line = QHBoxLayout()
        line.setContentsMargins(20, 0, 20, 0)
        line.addWidget(self.strip)
        rule = QHBoxLayout()
        rule.setContentsMargins(20, 0, 20, 0)
        self._line = Hairline()
        rule.addWidget(self._line)
        for column in (self._column, self._bars):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        table = QHBoxLayout()
        table.setContentsMargins(20, 8, 8, 12)
        table.setSpacing(GAP)
        table.addLayout(self._column)
        table.addWidget(_Rule())
        table.addLayout(self._bars, 1)
        self.ground = ScrollPage()
        self.ground.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.ground.body.addLayout(table)
        self.body.setSpacing(4)
        self.body.setContentsMargins(0, 0, 1, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.nothing)
        self.body.addLayout(line)
        self.body.addLayout(rule)
        self.body.addWidget(self.ground, 1)
        self.body.addStretch(0)
        self.nothing.setContentsMargins(20, 0, 20, 0)

    def show_inspection(self, inspection: Inspection, scenario: Scenario, visit: Visit) -> None:
        """Show moments and times as they stand."""
        self._show_rows(scenario, visit)
        self._show_state(scenario, visit)
        found = durations(inspection)
        visible = bool(scenario.marks)
        self.strip.setVisible(visible)
        self.hint.setVisible(visible)
        self.nothing.setVisible(not visible)
        self._line.setVisible(visible)
        self.ground.setVisible(visible or bool(found))
        self.strip.show_line(visit.counting, [_stretch(one) for one in found if _between(one, visit)])
        self._show_bars(inspection, found)

    def _show_rows(self, scenario: Scenario, visit: Visit) -> None:
        if list(self.rows) != list(scenario.marks):
            _clear(self._column)
            self.rows = {key: TimeRow(key, key in scenario.spare) for key in scenario.marks}
            for row in self.rows.values():
                row.clicked.connect(lambda _checked=False, row=row: self.asked.emit(row.key))
                self._column.addWidget(row)
            self._column.addStretch(1)
        wrong = {mark.key for pair in disordered(visit.counting) for mark in pair}
        for key, row in self.rows.items():
            row.show_moment(tuple(mark for mark in visit.marks if mark.key == key), visit.began, key in wrong)

    def _show_state(self, scenario: Scenario, visit: Visit) -> None:
        taken = [key for key in scenario.marks if visit.mark(key)]
        missing = [key for key in scenario.needed if key not in taken]
        count = f"{len(taken)} / {len(scenario.marks)}"
        wrong = disordered(visit.counting)
        if wrong:
            pairs = "，".join(_("{b} 早于 {a}").format(a=first.key, b=second.key) for first, second in wrong)
            text, tone = f"{count}，{pairs}", "bad"
        elif missing:
            text, tone = _("{count}，缺 {keys}").format(count=count, keys="、".join(missing)), "warn"
        else:
            text, tone = _("{count}，先后正确").format(count=count), "good"
        self.state.show_text(text if scenario.marks else "")
        self.state.show_tone(tone)

    def _show_bars(self, inspection: Inspection, found: Sequence[Duration]) -> None:
        _clear(self._bars)
        whole = max((one.seconds for one in found if one.seconds is not None), default=Decimal(1))
        limits = inspection.limits
        self.bars = [DurationBar(one, whole, basis_words(one, limits), duration_story(one, limits)) for one in found]
        for bar in self.bars:
            self._bars.addWidget(bar)
        if not self.bars:
            self._bars.addWidget(Words(_("这个场景没有按时刻算的用时。"), "second", "muted", wrap=True))
        self._bars.addStretch(1)


def _between(one: Duration, visit: Visit) -> bool:
    """Return whether a time is a stretch of the way, not the whole of it."""
    start, end = one.part.between
    keys = [mark.key for mark in visit.counting if mark.key[0] == start[0]]
    return one.seconds is not None and bool(keys) and (start, end) != (keys[0], keys[-1])


def _stretch(one: Duration) -> Stretch:
    start, end = one.part.between
    tone = TONES[one.verdict.value][0] if one.verdict else "accent"
    return Stretch(start, end, f"{one.item.ask} {seconds_words(one.seconds or Decimal(0))}", tone)


def _clear(column: QVBoxLayout) -> None:
    while (held := column.takeAt(0)) is not None:
        if old := held.widget():
            old.hide()
            old.deleteLater()
