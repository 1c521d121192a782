"""The arithmetic behind the measuring band: which stretch of the scale to show and what each stretch means."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

PASS, PART, FAIL = "pass", "part", "fail"
ONE_SIDED = (Decimal("0.6"), Decimal("0.8"))
MARGIN = Decimal("0.55")
FAR = 1
ROOM = Decimal("0.12")


@dataclass(frozen=True, slots=True)
class Bounds:
    """Limits of 合格 and of 部分; None leaves a side open."""

    pass_low: Decimal | None = None
    pass_high: Decimal | None = None
    part_low: Decimal | None = None
    part_high: Decimal | None = None

    @property
    def limits(self) -> list[Decimal]:
        """All limits in order, each once."""
        every = (self.part_low, self.pass_low, self.pass_high, self.part_high)
        return sorted({limit for limit in every if limit is not None})

    def meaning(self, value: Decimal) -> str:
        """Say whether a value is pass, part or fail."""
        if _within(value, self.pass_low, self.pass_high):
            return PASS
        low = self.pass_low if self.part_low is None else self.part_low
        high = self.pass_high if self.part_high is None else self.part_high
        return PART if _within(value, low, high) else FAIL


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of the shown scale."""

    low: Decimal
    high: Decimal
    meaning: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The shown scale: its ends, its stretches in order."""

    low: Decimal
    high: Decimal
    stretches: tuple[Stretch, ...]

    def share(self, value: Decimal) -> float:
        """Return where a value stands, from 0 to 1; beyond the ends it stays at them."""
        return float(min(max((value - self.low) / (self.high - self.low), Decimal(0)), Decimal(1)))


def _within(value: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
    return (low is None or value >= low) and (high is None or value <= high)


def scale_for(bounds: Bounds, value: Decimal | None = None) -> Scale | None:
    """Choose the scale for these bounds, wide enough for a value that is not absurdly far; None without limits."""
    limits = bounds.limits
    if not limits:
        return None
    low, high = _ends(bounds, limits)
    if value is not None:
        span = high - low
        if value < low:
            low = max(value - span * ROOM, low - span * FAR)
        if value > high:
            high = min(value + span * ROOM, high + span * FAR)
        if limits[0] >= 0 and value >= 0:
            low = max(low, Decimal(0))
    cuts = [low, *(limit for limit in limits if low < limit < high), high]
    stretches = tuple(Stretch(left, right, bounds.meaning((left + right) / 2)) for left, right in pairwise(cuts))
    return Scale(low, high, stretches)


def _ends(bounds: Bounds, limits: list[Decimal]) -> tuple[Decimal, Decimal]:
    first, last = limits[0], limits[-1]
    span = last - first
    if bounds.pass_low is not None and bounds.pass_high is not None and span:
        low, high = first - span * MARGIN, last + span * MARGIN
    else:
        size = max(abs(last), span, Decimal(1))
        low, high = first - size * ONE_SIDED[0], last + size * ONE_SIDED[1]
        if bounds.pass_low is None:
            low, high = min(Decimal(0), first - size), last + size * ONE_SIDED[0]
    if first >= 0:
        low = max(low, Decimal(0))
    return low, high
