"""Seconds by a live stopwatch, or typed."""

from decimal import Decimal

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inspector.form.form import Part
from inspector.inspection.inspection import Inspection
from inspector.ui.pages.audit.figure_field import FigureField
from inspector.ui.pages.audit.part_editors import (
    LEFT_COLUMN,
    PartEditor,
    Samples,
    limit_words,
    placed,
    show_verdict_of,
)
from inspector.ui.pages.audit.stopwatches import Key, Stopwatches
from inspector.ui.widgets.buttons import SECONDARY, ActionButton
from inspector.ui.widgets.chips import Chip
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.painted import Words
from inspector.wording import _, plain_number

TICK = 100


class TimerEditor(PartEditor):
    """A field of seconds with 开始计时 / 停止; several waits fill several small fields one after the other."""

    def __init__(self, part: Part, name: str, watches: Stopwatches, key: Key) -> None:
        super().__init__(part, name)
        self._watches, self._key = watches, key
        self._samples: Samples = ()
        self._many = part.samples > 1
        self.fields: list[FigureField] = []
        self.button = ActionButton(_("开始计时"), SECONDARY, "stopwatch", "T")
        self.button.clicked.connect(self.toggle)
        self.chip, self._limit = Chip(), Words("", "second", "muted")
        self._tick = QTimer(self)
        self._tick.setInterval(TICK)
        self._tick.timeout.connect(self._count)
        self._flow = FlowRow(parent=self)
        self._flow.setVisible(self._many)
        for _place in range(part.samples):
            self._add()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(self.caption(), "caption"))
        row = QHBoxLayout()
        row.setSpacing(8)
        if self._many:
            column.addWidget(self._flow)
            column.addSpacing(4)
        else:
            row.addWidget(self.fields[0])
            row.addWidget(Words(_("秒"), "body", "muted"))
            row.addSpacing(max(LEFT_COLUMN + 16 - 112 - 16 - 22, 8))
        row.addWidget(self.button)
        row.addSpacing(4)
        row.addWidget(self.chip)
        row.addWidget(self._limit)
        row.addStretch(1)
        column.addLayout(row)

    def _add(self) -> None:
        place = len(self.fields)
        name = _("{name}，第 {n} 次，秒").format(name=self.name, n=place + 1) if self._many else self.name
        field = FigureField(name, large=not self._many)
        field.typed.connect(self._preview)
        field.settled.connect(lambda: self._settle(place))
        self.fields.append(field)
        if self._many:
            self._flow.show_widgets(self.fields)

    # What stands there.

    def show_answer(self, inspection: Inspection, item: str) -> None:
        """Show the part as it stands, and whether its stopwatch runs."""
        super().show_answer(inspection, item)
        self._show_button()

    def show_samples(self, samples: Samples) -> None:
        """Show the times, each in its place."""
        self._samples = samples
        while len(self.fields) < len(samples):
            self._add()
        running = self._place() if self.running else -1
        for place, field in enumerate(self.fields):
            if place != running:
                field.show_value(samples[place].value if place < len(samples) else None)
        self._limit.show_text(limit_words(self.part, self.band))
        self._preview()

    def commit_pending(self) -> None:
        """Tell at once what was typed."""
        for place, field in enumerate(self.fields):
            field.commit_pending()
            self._settle(place)

    def _preview(self) -> None:
        samples = self._samples
        if not self.running:
            for place, field in enumerate(self.fields):
                samples = placed(samples, place, field.value())
        show_verdict_of(self.chip, self.part, samples, self.band)

    def _settle(self, place: int) -> None:
        if self.running or self.fields[place].wrong:
            return
        samples = placed(self._samples, place, self.fields[place].value())
        if samples != self._samples:
            self.measured.emit(self.part.key, samples)

    # The stopwatch.

    @property
    def running(self) -> bool:
        """Whether the stopwatch runs."""
        return self._watches.running(self._key)

    @property
    def filled(self) -> bool:
        """Whether every wanted time is there."""
        return sum(sample.value is not None for sample in self._samples) >= self.part.samples

    def toggle(self) -> None:
        """Start the stopwatch, or stop it and record its time."""
        self.commit_pending()
        if not self.running:
            self._watches.start(self._key)
            self._show_button()
            self._count()
            return
        place = self._place()
        seconds = self._watches.stop(self._key)
        self._show_button()
        self.fields[place].show_running(plain_number(seconds))
        self.measured.emit(self.part.key, placed(self._samples, place, seconds))

    def _place(self) -> int:
        """Return where the time goes: the first empty place, else the last one."""
        values = [sample.value for sample in self._samples]
        values += [None] * (len(self.fields) - len(values))
        return values.index(None) if None in values else len(values) - 1

    def _count(self) -> None:
        if self.running:
            seconds: Decimal = self._watches.elapsed(self._key)
            self.fields[self._place()].show_running(str(int(seconds)))

    def _show_button(self) -> None:
        self.button.show_text(_("停止") if self.running else _("开始计时"))
        self.button.show_icon("stop" if self.running else "stopwatch")
        for field in self.fields:
            field.setReadOnly(self.running)
        if self.running and self.isVisible():
            self._tick.start()
        else:
            self._tick.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on counting on the screen."""
        super().showEvent(event)
        self._show_button()
        self._count()

    def hideEvent(self, event: QHideEvent) -> None:
        """Count on without the screen."""
        super().hideEvent(event)
        self._tick.stop()
