"""So many of so many: two whole numbers and the share they make."""

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inspector.form.form import Part
from inspector.inspection.answer import Sample
from inspector.ui.pages.audit.figure_field import FigureField
from inspector.ui.pages.audit.part_editors import PartEditor, Samples, limit_words, show_verdict_of
from inspector.ui.pages.audit.phrasing import unit_word
from inspector.ui.widgets.chips import Chip
from inspector.ui.widgets.painted import Words
from inspector.wording import _, percent, with_unit

ZERO = Decimal(0)


class RatioEditor(PartEditor):
    """n of N; a half-filled pair is kept but means nothing yet."""

    def __init__(self, part: Part, name: str) -> None:
        super().__init__(part, name)
        self._samples: Samples = ()
        self.found = FigureField(_("{name}，几个").format(name=self.name), whole=True)
        self.whole = FigureField(_("{name}，共几个").format(name=self.name), whole=True)
        self.chip, self._told = Chip(), Words("", "second", "muted")
        for field in (self.found, self.whole):
            field.typed.connect(self._preview)
            field.settled.connect(self._settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(self.caption(), "caption"))
        row = QHBoxLayout()
        row.setSpacing(8)
        unit = Words(unit_word(part.unit), "body", "muted")
        for widget in (self.found, Words(_("／ 共"), "body", "muted"), self.whole, unit):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.chip)
        row.addWidget(self._told)
        row.addStretch(1)
        column.addLayout(row)

    def show_samples(self, samples: Samples) -> None:
        """Show both numbers."""
        self._samples = samples
        one = samples[0] if samples else Sample()
        self.found.show_value(one.value)
        self.whole.show_value(one.of or None)
        self._preview()

    def commit_pending(self) -> None:
        """Tell at once what was typed."""
        self.found.commit_pending()
        self.whole.commit_pending()
        self._settle()

    def _typed(self) -> Samples:
        found, whole = self.found.value(), self.whole.value()
        if found is None and whole is None:
            return ()
        return (Sample(found, whole if whole is not None else ZERO),)

    def _preview(self) -> None:
        samples = self._typed()
        one = samples[0] if samples else Sample()
        told = limit_words(self.part, self.band)
        wrong = one.value is not None and bool(one.of) and one.value > (one.of or ZERO)
        if wrong:
            told = _("几个不能多于总数")
        elif one.of and one.of < self.part.of_least:
            told = _("至少看 {least}").format(least=with_unit(self.part.of_least, unit_word(self.part.unit)))
        elif one.value is not None and one.of:
            told = f"{percent(int(one.value), int(one.of))} · {told}" if told else percent(int(one.value), int(one.of))
        self._told.show_text(told)
        self._told.show_tone("bad" if wrong else "muted")
        complete = one.value is not None and bool(one.of) and not wrong
        show_verdict_of(self.chip, self.part, samples if complete else (), self.band)

    def _settle(self) -> None:
        if self.found.wrong or self.whole.wrong:
            return
        samples = self._typed()
        too_many = bool(samples) and bool(samples[0].of) and (samples[0].value or ZERO) > (samples[0].of or ZERO)
        old = self._samples[0] if self._samples else Sample()
        new = samples[0] if samples else Sample()
        if not too_many and (old.value, old.of or ZERO) != (new.value, new.of or ZERO):
            self.measured.emit(self.part.key, samples)
