"""What conditions leave room for: ranges of figures, what lies within what, and the holes between them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import inf

from inspector.rating.condition import Bound, Conditions
from inspector.wording import _

# A place between figures: just before a figure (0) or just after it (1).
Cut = tuple[Fraction | float, int]
MOST_BOXES = 64


@dataclass(frozen=True, slots=True)
class Span:
    """All figures between two cuts."""

    low: Cut = (-inf, 1)
    high: Cut = (inf, 0)

    @property
    def empty(self) -> bool:
        """Return whether no figure lies in it."""
        return self.low >= self.high

    @property
    def closed(self) -> bool:
        """Return whether both ends are told."""
        return self.low[0] != -inf and self.high[0] != inf

    def __contains__(self, other: "Span") -> bool:
        return self.low <= other.low and other.high <= self.high

    def shared(self, other: "Span") -> "Span":
        """Return what lies in both."""
        return Span(max(self.low, other.low), min(self.high, other.high))

    def holds_whole(self) -> bool:
        """Return whether a whole number lies in it."""
        figure, side = self.low
        if not isinstance(figure, Fraction):
            return not self.empty
        least = -(-figure.numerator // figure.denominator)
        least += least == figure and side == 1
        return (Fraction(least), 1) <= self.high

    def __str__(self) -> str:
        low, high = self.low[0], self.high[0]
        if low == high:
            return shown(low)
        if low == -inf:
            return _("不大于 {high}").format(high=shown(high))
        if high == inf:
            return _("不小于 {low}").format(low=shown(low))
        return _("{low} 到 {high} 之间").format(low=shown(low), high=shown(high))


ALL = Span()


def shown(figure: Fraction | float) -> str:
    """Return a figure as an author would write it, nearly."""
    whole = isinstance(figure, Fraction) and figure.denominator == 1
    return str(figure) if whole else f"{float(figure):.6g}"


def closed(low: int | Fraction | None, high: int | Fraction | None) -> Span:
    """Return the span from a figure to another, both within; None leaves an end open."""
    return Span(
        ALL.low if low is None else (Fraction(low), 0),
        ALL.high if high is None else (Fraction(high), 1),
    )


def span_of(word: str, figure: Fraction) -> Span:
    """Return the figures that stand to a figure as a word of comparison says."""
    cut = (figure, 0 if word in {"least", "under"} else 1)
    return Span(low=cut) if word in {"least", "over"} else Span(high=cut)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one measure must be; `lacking` when it may also be without data."""

    span: Span
    lacking: bool = False

    def and_also(self, other: "Claim") -> "Claim":
        """Return the claim that both make together."""
        return Claim(self.span.shared(other.span), self.lacking and other.lacking)


Box = Mapping[str, Claim]


def boxes(conditions: Conditions) -> list[Box] | None:
    """Return conditions as alternatives, each a claim on some measures; None when there are too many of them."""
    found: list[Box] = [{}]
    for one in conditions:
        if isinstance(one, Bound):
            inner: list[Box] | None = [{key: Claim(span_of(one.word, one.figure), one.each) for key in one.measures}]
        else:
            inner = _alternatives(one.alternatives)
        if inner is None or len(found) * len(inner) > MOST_BOXES:
            return None
        found = [_both(first, second) for first, second in product(found, inner)]
    return found


def _alternatives(rows: Iterable[Conditions]) -> list[Box] | None:
    found: list[Box] = []
    for row in rows:
        inner = boxes(row)
        if inner is None:
            return None
        found += inner
    return found


def _both(first: Box, second: Box) -> Box:
    joined = dict(first)
    for key, claim in second.items():
        other = joined.get(key)
        joined[key] = claim if other is None else other.and_also(claim)
    return joined


def possible(box: Box, spans: Mapping[str, Span]) -> bool:
    """Return whether a box has room in it, given what its measures can be."""
    return not any(claim.span.shared(spans.get(key, ALL)).empty for key, claim in box.items())


def within(inner: Box, outer: Box, spans: Mapping[str, Span], always: frozenset[str]) -> bool:
    """Return whether whatever meets one box meets another; `always` are the measures that are never without data."""
    for key, claim in outer.items():
        own = inner.get(key, Claim(ALL, lacking=True))
        natural = own.span.shared(spans.get(key, ALL))
        if natural not in claim.span or (own.lacking and not claim.lacking and key not in always):
            return False
    return True
