"""What every editor of an answer part has in common, and the words for limits."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.form.form import Band, Part, PartKind
from inspector.inspection.answer import Sample, Verdict
from inspector.inspection.inspection import Inspection
from inspector.inspection.judging import figures, judge_part
from inspector.ui.pages.audit.phrasing import figure_words
from inspector.ui.widgets.chips import Chip, Spec
from inspector.ui.widgets.painted import EXPANDING, FIXED
from inspector.wording import _

LEFT_COLUMN = 158
MINUTE, LONG = 60, 120

Samples = tuple[Sample, ...]


class PartEditor(QWidget):
    """Shows one part of an answer; signal `measured(part key, samples)` when a person gave other values."""

    measured = Signal(str, object)

    def __init__(self, part: Part, name: str) -> None:
        super().__init__()
        self.part = part
        self.name = str(part.label) or name
        self.band: Band | None = None
        self._recorded: tuple[Samples, Band | None] | None = None
        self.setSizePolicy(EXPANDING, FIXED)

    def show_answer(self, inspection: Inspection, item: str) -> None:
        """Show the part as it stands."""
        samples, band = inspection.answer(item).parts.get(self.part.key, ()), inspection.band(self.part)
        if self._recorded != (samples, band):  # else what could not be recorded yet would be wiped out
            self._recorded, self.band = (samples, band), band
            self.show_samples(samples)

    def show_samples(self, samples: Samples) -> None:
        """Show these values."""
        raise NotImplementedError

    def commit_pending(self) -> None:
        """Tell at once what was typed."""

    def caption(self) -> str:
        """Return the words above the fields."""
        how = {"mean": _("取平均"), "each": _("每个都须合格")}.get(self.part.judge, _("取最不利值"))
        wanted = _("{n} 个数，{how}").format(n=self.part.samples, how=how) if self.part.samples > 1 else ""
        optional = _("选填") if self.part.optional else ""
        return " · ".join(word for word in (self.name, wanted, optional) if word)


def judged_figure(part: Part, samples: Samples, band: Band | None) -> Decimal | None:
    """Return the figure that decides: the mean, or the worst of the values."""
    values = figures(part, samples)
    if len(values) < 2 or band is None:  # noqa: PLR2004 - one value decides by itself
        return values[0] if values else None
    middle = _middle(band)
    return max(values, key=lambda value: abs(value - middle))


def _middle(band: Band) -> Decimal:
    """Return the point from which worse is farther: the middle of the passing range, or its far open side."""
    low, high = band.passing.low, band.passing.high
    if low is not None and high is not None:
        return (low + high) / 2
    return Decimal("1e12") if high is None else Decimal("-1e12")


def chip_of(part: Part, samples: Samples, band: Band | None) -> Spec | None:
    """Return the chip that says what a part's values mean; None while they mean nothing."""
    verdict = judge_part(part, samples, band) if samples else None
    return {
        None: None,
        Verdict.CONFORM: (_("合格"), "good", "check"),
        Verdict.PARTLY: (_("部分"), "warn", "minus"),
        Verdict.FAIL: (_("不合格"), "bad", "cross"),
    }.get(verdict)


def show_verdict_of(chip: Chip, part: Part, samples: Samples, band: Band | None) -> None:
    """Show on a chip what a part's values mean."""
    spec = chip_of(part, samples, band)
    chip.setVisible(spec is not None)
    if spec:
        chip.show_chip(*spec)


def limit_words(part: Part, band: Band | None) -> str:
    """Say where a part passes."""
    if band is None:
        return ""
    unit = "%" if part.kind is PartKind.RATIO else part.unit or ("s" if part.kind is PartKind.TIMER else "")
    passing = _range_words(band.passing.low, band.passing.high, unit)
    if part.kind is PartKind.TIMER and band.passing.low is None and band.passing.high is not None:
        passing = _("时限 {limit}").format(limit=_seconds_words(band.passing.high))
        if band.part and band.part.high is not None:
            outer = _seconds_words(band.part.high)
            return _("{limit}，{outer} 内为部分").format(limit=passing, outer=outer)
    return passing


def _seconds_words(value: Decimal) -> str:
    seconds = figure_words(value, "s")
    if value < LONG or value % MINUTE:
        return seconds
    return _("{minutes}（{seconds}）").format(minutes=figure_words(value / MINUTE, "min"), seconds=seconds)


def _range_words(low: Decimal | None, high: Decimal | None, unit: str) -> str:
    if low is not None and high is not None:
        return _("合格 {low}–{high}").format(low=figure_words(low, ""), high=figure_words(high, unit))
    if high is not None:
        return _("合格 ≤ {high}").format(high=figure_words(high, unit))
    return _("合格 ≥ {low}").format(low=figure_words(low, unit)) if low is not None else ""


def placed(samples: Sequence[Sample], place: int, value: Decimal | None) -> Samples:
    """Return samples with another value at a place; values keep their places, empty ones at the end fall away."""
    kept = list(samples)
    while len(kept) <= place:
        kept.append(Sample())
    if kept[place].value != value:
        kept[place] = Sample(value)
    while kept and kept[-1].value is None:
        kept.pop()
    return tuple(kept)
