"""Numbers and counts: fields with their unit, steppers for counts, and where the value stands."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.form.form import Part, PartKind
from inspector.ui.pages.audit.figure_field import FigureField
from inspector.ui.pages.audit.part_editors import (
    LEFT_COLUMN,
    PartEditor,
    Samples,
    judged_figure,
    limit_words,
    placed,
    show_verdict_of,
)
from inspector.ui.pages.audit.phrasing import unit_word
from inspector.ui.widgets.buttons import SECONDARY, ActionButton
from inspector.ui.widgets.chips import Chip
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.measure_band import MeasureBand
from inspector.ui.widgets.painted import Words
from inspector.wording import _

MIDDLE = Qt.AlignmentFlag.AlignVCenter
WIDE_ROW = 4


class NumberEditor(PartEditor):
    """One number, or several samples in small fields; beside them the band."""

    def __init__(self, part: Part, name: str) -> None:
        super().__init__(part, name)
        self.fields: list[FigureField] = []
        self._samples: Samples = ()
        self.band_view = MeasureBand()
        self._flow = FlowRow(parent=self)
        self._unit = Words(unit_word(part.unit), "body", "muted")
        self._many = part.samples > 1
        self._flow.setVisible(self._many)
        if self._many:
            self._unit.setContentsMargins(0, 10, 0, 0)  # a row that wraps stands at the top
        self._more = ActionButton("", SECONDARY, "plus")
        self._more.setAccessibleName(_("再量一个"))
        self._more.setToolTip(_("再量一个"))
        self._more.clicked.connect(lambda: self._add().setFocus(Qt.FocusReason.OtherFocusReason))
        for _place in range(part.samples):
            self._field()
        self._show_fields()
        self._lay_out()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(self.caption(), "caption"))
        row = QHBoxLayout()
        row.setSpacing(8)
        if self._many:
            row.addWidget(self._flow, 1)
        else:
            row.addWidget(self.fields[0])
            row.addWidget(self._unit)
            row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.addWidget(left, 0, 0)
        wide = self.part.samples >= WIDE_ROW
        left.setMinimumWidth(0 if wide else LEFT_COLUMN)
        grid.addWidget(self.band_view, 1 if wide else 0, 0 if wide else 1, MIDDLE)
        grid.setColumnStretch(0 if wide else 1, 1)

    def _add(self) -> FigureField:
        field = self._field()
        self._show_fields()
        return field

    def _show_fields(self) -> None:
        if self._many:
            self._flow.show_widgets([*self.fields, self._unit, self._more])

    def _field(self) -> FigureField:
        place = len(self.fields)
        name = _("{name}，第 {n} 个").format(name=self.name, n=place + 1) if self._many else self.name
        field = FigureField(name, large=not self._many)
        field.typed.connect(self._preview)
        field.settled.connect(lambda: self._settle(place))
        self.fields.append(field)
        return field

    def show_samples(self, samples: Samples) -> None:
        """Show the values, each in its place."""
        self._samples = samples
        while len(self.fields) < len(samples):
            self._add()
        for place, field in enumerate(self.fields):
            field.show_value(samples[place].value if place < len(samples) else None)
        self.band_view.setVisible(self.band is not None)
        self._preview()

    def commit_pending(self) -> None:
        """Tell at once what was typed."""
        for place, field in enumerate(self.fields):
            field.commit_pending()
            self._settle(place)

    def _typed(self) -> Samples:
        samples = self._samples
        for place, field in enumerate(self.fields):
            samples = placed(samples, place, field.value())
        return samples

    def _preview(self) -> None:
        if self.band is None:
            return
        passing, part = self.band.passing, self.band.part
        outer = (part.low, part.high) if part else (None, None)
        value = judged_figure(self.part, self._typed(), self.band)
        self.band_view.show_band(passing.low, passing.high, *outer, value, self.part.unit)

    def _settle(self, place: int) -> None:
        if self.fields[place].wrong:
            return
        samples = placed(self._samples, place, self.fields[place].value())
        if samples != self._samples:
            self.measured.emit(self.part.key, samples)


class CountEditor(PartEditor):
    """A whole number with steppers; several samples in small fields go the way of numbers."""

    def __init__(self, part: Part, name: str) -> None:
        super().__init__(part, name)
        self._samples: Samples = ()
        self.field = FigureField(self.name, whole=True)
        self.field.typed.connect(self._preview)
        self.field.settled.connect(self._settle)
        self.less, self.more = self._stepper("minus", -1), self._stepper("plus", 1)
        self.chip, self._limit = Chip(), Words("", "second", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(self.caption(), "caption"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.less, self.field, self.more, Words(unit_word(part.unit), "body", "muted")):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.chip)
        row.addWidget(self._limit)
        row.addStretch(1)
        column.addLayout(row)

    def _stepper(self, icon: str, step: int) -> ActionButton:
        button = ActionButton("", SECONDARY, icon)
        words = _("{name}，加一") if step > 0 else _("{name}，减一")
        button.setAccessibleName(words.format(name=self.name))
        button.clicked.connect(lambda: self._step(step))
        return button

    def show_samples(self, samples: Samples) -> None:
        """Show the count."""
        self._samples = samples
        self.field.show_value(samples[0].value if samples else None)
        self._limit.show_text(limit_words(self.part, self.band))
        self._preview()

    def commit_pending(self) -> None:
        """Tell at once what was typed."""
        self.field.commit_pending()
        self._settle()

    def _preview(self) -> None:
        show_verdict_of(self.chip, self.part, placed((), 0, self.field.value()), self.band)

    def _step(self, step: int) -> None:
        self.field.commit_pending()
        now = self.field.value()
        now = Decimal(max(step, 0)) if now is None else max(now + step, Decimal(0))
        self.measured.emit(self.part.key, placed(self._samples, 0, now))

    def _settle(self) -> None:
        if self.field.wrong:
            return
        samples = placed(self._samples, 0, self.field.value())
        if samples != self._samples:
            self.measured.emit(self.part.key, samples)


def number_editor(part: Part, name: str) -> PartEditor:
    """Return the editor of a number or a count."""
    return CountEditor(part, name) if part.kind is PartKind.COUNT and part.samples == 1 else NumberEditor(part, name)
