"""How far two inspectors agree on the same hall: percent, Cohen's kappa, and the items they see differently."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from inspector.form.form import SEVERITIES, Item
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection
from inspector.wording import _, truncated

SCALE = (Verdict.CONFORM, Verdict.PARTLY, Verdict.FAIL)
GATE = Fraction("0.60")
LEAST_FOR_INTERVAL = 20
Z_95 = Fraction("1.96")
UNDEFINED = "—"

# The scale of Landis and Koch (1977): the last hundredth of kappa that a word covers.
WORDS = {
    -1: "一致性差",
    20: "轻微一致",
    40: "尚可一致",
    60: "中度一致",
    80: "高度一致",
    100: "几乎完全一致",
}

Rows = tuple[tuple[int, ...], ...]


def observed(rows: Rows) -> Fraction | None:
    """Return the share of items judged alike, po; None without items.

    `rows[i][j]` counts the items given category i by the first and j by the second inspector. Raises ValueError
    unless the table is square.
    """
    n = sum(map(sum, rows))
    return Fraction(_alike(rows), n) if n else None


def expected(rows: Rows) -> Fraction | None:
    """Return the share that would be judged alike by chance, pe; None without items.

    Raises ValueError unless the table is square.
    """
    columns = tuple(zip(*rows, strict=True))
    n = sum(map(sum, rows))
    by_chance = sum(sum(row) * sum(column) for row, column in zip(rows, columns, strict=True))
    return Fraction(by_chance, n * n) if n else None


def kappa(rows: Rows) -> Fraction | None:
    """Return Cohen's kappa, (po - pe) / (1 - pe), exact; None where it is undefined: no items, or pe = 1.

    Source: J. Cohen, A coefficient of agreement for nominal scales, 1960.
    """
    po, pe = observed(rows), expected(rows)
    return None if po is None or pe is None or pe == 1 else (po - pe) / (1 - pe)


def interval(rows: Rows) -> tuple[Fraction, Fraction] | None:
    """Return the 95 % interval of kappa within [-1, 1]; None where it would say nothing.

    kappa ± 1.96 · se, with Cohen's large-sample se = sqrt(po (1 - po) / (n (1 - pe)²)) (Cohen 1960); it takes the
    items as independent. None where kappa is undefined; below 20 items, the least for three categories (Cicchetti
    1981: 2k², about 20); and where all or none are judged alike, since se is then 0 however few the items are.
    """
    n, po, pe, middle = sum(map(sum, rows)), observed(rows), expected(rows), kappa(rows)
    if n < LEAST_FOR_INTERVAL or po is None or pe is None or middle is None or po in {0, 1}:
        return None
    margin = Z_95 * Fraction(math.sqrt(po * (1 - po) / n)) / (1 - pe)
    return max(Fraction(-1), middle - margin), min(Fraction(1), middle + margin)


def word(value: Fraction | None) -> str:
    """Return the word of the scale for a kappa in the chosen language; a dash where it is undefined.

    The scale is written in hundredths, so the printed figure (cut to hundredths) decides: 0.209 is slight, as 0.20.
    """
    if value is None:
        return UNDEFINED
    hundredths = math.trunc(value * 100)
    return _(WORDS[next(last for last in WORDS if hundredths <= last)])


@dataclass(frozen=True, slots=True)
class Figures:
    """What a table of two inspectors' verdicts says; `rows` as in `observed`, percent of 100, kappa in [-1, 1].

    `meets_gate` is None where kappa is undefined; `interval` is None where it says nothing; both print a dash.
    """

    rows: Rows

    @property
    def n(self) -> int:
        """Return how many items both judged."""
        return sum(map(sum, self.rows))

    @property
    def agreeing(self) -> int:
        """Return how many of them both judged alike."""
        return _alike(self.rows)

    @property
    def percent(self) -> Fraction | None:
        """Return the share judged alike, in percent; None without items."""
        return None if (po := observed(self.rows)) is None else po * 100

    @property
    def kappa(self) -> Fraction | None:
        """Return Cohen's kappa; None where it is undefined."""
        return kappa(self.rows)

    @property
    def interval(self) -> tuple[Fraction, Fraction] | None:
        """Return the 95 % interval of kappa; None where it would say nothing."""
        return interval(self.rows)

    @property
    def word(self) -> str:
        """Return the word of the scale, a dash where kappa is undefined."""
        return word(self.kappa)

    @property
    def meets_gate(self) -> bool | None:
        """Return whether kappa reaches 0.60, compared exactly; below it, calibrate and check again."""
        return None if (value := self.kappa) is None else value >= GATE

    @property
    def percent_shown(self) -> str:
        """Print the share judged alike, cut to one decimal."""
        return UNDEFINED if (value := self.percent) is None else f"{truncated(value)}%"

    @property
    def kappa_shown(self) -> str:
        """Print kappa, cut to two decimals."""
        return UNDEFINED if (value := self.kappa) is None else truncated(value, 2)

    @property
    def interval_shown(self) -> str:
        """Print the interval as [0.31, 0.62], both ends cut to two decimals."""
        return UNDEFINED if (ends := self.interval) is None else f"[{', '.join(truncated(end, 2) for end in ends)}]"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An item that two inspectors judged differently."""

    item: Item
    a: Verdict
    b: Verdict

    @property
    def steps(self) -> int:
        """Return how far apart: 1 from 符合 to 部分符合 or from there to 不符合, 2 from end to end."""
        return steps_apart(self.a, self.b)


@dataclass(frozen=True, slots=True)
class Agreement(Figures):
    """How far two inspectors agree; rows and columns run 符合, 部分符合, 不符合; the worst disagreement comes first.

    `only_a` and `only_b` count the items that one of them judged and the other did not: not asked, unanswered,
    不适用, 未能检查, or not on the other's form. They are in no figure.
    """

    disagreements: tuple[Disagreement, ...] = ()
    only_a: int = 0
    only_b: int = 0


@dataclass(frozen=True, slots=True)
class Contested:
    """One item over several pairs: how many pairs judged it, how many of them differently, steps apart in all."""

    item: Item
    pairs: int
    differing: int
    steps: int

    @property
    def rate(self) -> Fraction:
        """Return the share of the pairs that judged it differently, from 0 to 1."""
        return Fraction(self.differing, self.pairs)


@dataclass(frozen=True, slots=True)
class Pooled(Figures):
    """How far several pairs of inspectors agree, over their tables added up; every item, the worst first."""

    pairs: int = 0
    items: tuple[Contested, ...] = ()
    only_a: int = 0
    only_b: int = 0


Pair = tuple[Inspection, Inspection]
Judged = tuple[Item, Verdict, Verdict]


def agreement(a: Inspection, b: Inspection) -> Agreement:
    """Compare two inspections of one hall item by item; items are joined on their id, their words are those of a.

    Worst first: steps apart, then severity and weight of the blank item, then id. That the hall is the same is
    for the caller to see to.
    """
    both = tuple(_both(a, b))
    differing = (Disagreement(*one) for one in both if one[1] is not one[2])
    return Agreement(
        _table(both),
        tuple(sorted(differing, key=lambda one: (-one.steps, *_gravity(one.item)))),
        only_a=_judged(a) - len(both),
        only_b=_judged(b) - len(both),
    )


def pooled(pairs: Iterable[Pair]) -> Pooled:
    """Add up several pairs, and see which items are judged differently most often.

    Worst first: rate, then number of pairs that differ, steps in all, severity, weight, id. Who is first within
    a pair matters to pe: where the same people meet again, keep their order.
    """
    given = tuple(pairs)
    joined = [tuple(_both(a, b)) for a, b in given]
    both = [one for judged in joined for one in judged]
    return Pooled(
        _table(both),
        len(given),
        _contested(both),
        only_a=sum(_judged(a) for a, _b in given) - len(both),
        only_b=sum(_judged(b) for _a, b in given) - len(both),
    )


def steps_apart(a: Verdict, b: Verdict) -> int:
    """Return how many steps two judged verdicts are apart, 0 to 2; ValueError for 不适用 and 未能检查."""
    return abs(SCALE.index(a) - SCALE.index(b))


def _alike(rows: Rows) -> int:
    if any(len(row) != len(rows) for row in rows):
        raise ValueError("not a square table")
    return sum(row[place] for place, row in enumerate(rows))


def _both(a: Inspection, b: Inspection) -> Iterator[Judged]:
    for item in a.form.items.values():
        first, second = a.verdict(item.id), b.verdict(item.id)
        if first and second and first.judged and second.judged:
            yield item, first, second


def _judged(inspection: Inspection) -> int:
    verdicts = (inspection.verdict(id_) for id_ in inspection.form.items)
    return sum(verdict is not None and verdict.judged for verdict in verdicts)


def _table(both: Sequence[Judged]) -> Rows:
    pairs = [(first, second) for _item, first, second in both]
    return tuple(tuple(pairs.count((first, second)) for second in SCALE) for first in SCALE)


def _contested(both: Sequence[Judged]) -> tuple[Contested, ...]:
    items: dict[str, Item] = {}
    steps: dict[str, list[int]] = defaultdict(list)
    for item, first, second in both:
        items.setdefault(item.id, item)
        steps[item.id].append(steps_apart(first, second))
    found = (
        Contested(item, len(steps[id_]), sum(map(bool, steps[id_])), sum(steps[id_])) for id_, item in items.items()
    )
    return tuple(sorted(found, key=lambda one: (-one.rate, -one.differing, -one.steps, *_gravity(one.item))))


def _gravity(item: Item) -> tuple[int, int, str]:
    return -SEVERITIES.index(item.severity), -item.weight, item.id
