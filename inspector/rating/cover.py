"""The cheapest set of things whose gains together cover what is needed: exact, in whole numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from operator import add

# A set of things as (cost, gain in the pivot row with its sign turned, mask), so that the smallest is the best: cheap
# first, then a large gain, then the things that come first. Sets are told apart by what they cover of the other rows.
Label = tuple[int, int, int]
Frontiers = dict[tuple[int, ...], list[Label]]

# How many pairs of sets may be joined at once; beyond that a person would wait.
MOST_PAIRS = 3_000_000


class TangledError(Exception):
    """The question is none of covering, or too large a one."""


@dataclass(frozen=True, slots=True)
class Row:
    """What each thing gains towards one need, none below zero; `counted` gains are few and small."""

    gains: tuple[int, ...]
    need: int
    counted: bool = False

    @property
    def rest(self) -> int:
        """Return what all things together gain."""
        return sum(self.gains)


def cheapest(costs: Sequence[int], rows: Sequence[Row], most: int | None = None) -> tuple[int, ...] | None:
    """Return the places of the cheapest things that cover every row; None when no set does, at no more than `most`.

    The last row is what sets gain beside their needs: of equally cheap ones the set with the larger gain in it is
    taken, then the one whose things come first. Costs are positive. TangledError when it would take too long.
    """
    needed = [row for row in rows if row.need > 0]
    if not needed:
        return ()
    if any(row.rest < row.need for row in needed):
        return None
    bound = sum(costs[place] for place in thinned(costs, needed))
    bound = bound if most is None else min(bound, most)
    alike = [row for row in needed if not row.counted and _shape(row.gains) == _shape(rows[-1].gains)]
    pivot = max(alike, key=lambda row: Fraction(row.need, max(row.gains)), default=rows[-1])
    labels = _Join(costs, [row for row in needed if row not in alike], pivot, bound).solved()
    return None if not labels else _places(min(labels)[2])


def thinned(costs: Sequence[int], rows: Sequence[Row]) -> list[int]:
    """Return a set that covers every row and from which nothing can be left out: all, less the dearest one by one."""
    left = [row.rest - row.need for row in rows]
    kept = list(range(len(costs)))
    for place in sorted(kept, key=lambda place: (-costs[place], sum(row.gains[place] for row in rows), -place)):
        if all(spare >= row.gains[place] for spare, row in zip(left, rows, strict=True)):
            left = [spare - row.gains[place] for spare, row in zip(left, rows, strict=True)]
            kept.remove(place)
    return kept


def _shape(gains: Sequence[int]) -> tuple[int, ...]:
    divisor = gcd(*gains) or 1
    return tuple(gain // divisor for gain in gains)


def _places(mask: int) -> tuple[int, ...]:
    return tuple(place for place in range(mask.bit_length()) if mask >> place & 1)


class _Join:
    """One problem: rows beside the pivot, the pivot, and the cost that need not be exceeded."""

    def __init__(self, costs: Sequence[int], rows: Sequence[Row], pivot: Row, bound: int) -> None:
        self.costs, self.rows, self.pivot, self.bound = costs, rows, pivot, bound
        self.needs = tuple(row.need for row in rows)

    def solved(self) -> list[Label]:
        """Return the labels that cover everything."""
        labels: Frontiers = {(0,) * len(self.rows): [(0, 0, 0)]}
        blocks = sorted(self._blocks(), key=len)
        rest = [row.rest for row in (*self.rows, self.pivot)]
        for block in blocks:
            gained = (sum(row.gains[place] for place in block) for row in (*self.rows, self.pivot))
            rest = [all_ - own for all_, own in zip(rest, gained, strict=True)]
            labels = self._hopeful(joined(labels, self._of_block(block), self.needs, self.bound), rest)
        return labels.get(self.needs, [])

    def _blocks(self) -> list[list[int]]:
        """Return the things that gain anything, by the proportions of what they gain in rows that are not counted."""
        blocks: dict[tuple[int, ...], list[int]] = {}
        for place in range(len(self.costs)):
            gains = self._weighed(place)
            if any(gains) or any(row.gains[place] for row in self.rows):
                blocks.setdefault(_shape(gains), []).append(place)
        return list(blocks.values())

    def _weighed(self, place: int) -> tuple[int, ...]:
        return tuple(row.gains[place] for row in (*self.rows, self.pivot) if not row.counted)

    def _of_block(self, block: Sequence[int]) -> Frontiers:
        """Return the best sets of one block; its gains in weighed rows are one number, so more of it is always better.

        Within the block that number stands in the pivot's place, and only counted rows are told apart.
        """
        caps = tuple(row.need if row.counted else 0 for row in self.rows)
        labels: Frontiers = {(0,) * len(self.rows): [(0, 0, 0)]}
        for place in block:
            key = tuple(row.gains[place] if row.counted else 0 for row in self.rows)
            own = (self.costs[place], -gcd(*self._weighed(place)), 1 << place)
            alone = {(0,) * len(key): [(0, 0, 0)]}
            alone.setdefault(key, []).append(own)
            labels = joined(labels, alone, caps, self.bound)
        return self._spread(labels, _shape(self._weighed(block[0])))

    def _spread(self, labels: Frontiers, shape: Sequence[int]) -> Frontiers:
        """Write a block's one number out as the gains in every row."""
        found: Frontiers = {}
        for key, row in labels.items():
            for cost, gain, mask in row:
                weighed = iter(shape)
                whole = tuple(
                    counted if one.counted else min(-gain * next(weighed), one.need)
                    for one, counted in zip(self.rows, key, strict=True)
                )
                # What is left of the shape is the pivot's; rows come in the same order.
                found.setdefault(whole, []).append((cost, gain * next(weighed), mask))
        return {key: best(row) for key, row in found.items()}

    def _hopeful(self, labels: Frontiers, rest: Sequence[int]) -> Frontiers:
        """Keep the labels that what is left can still complete."""
        found: Frontiers = {}
        for key, row in labels.items():
            if all(own + more >= need for own, more, need in zip(key, rest, self.needs, strict=False)):
                kept = [label for label in row if rest[-1] - label[1] >= self.pivot.need]
                if kept:
                    found[key] = kept
        return found


def joined(left: Frontiers, right: Frontiers, caps: Sequence[int], bound: int) -> Frontiers:
    """Join every set of one side with every set of the other; what covers more than the caps is cut to them."""
    if sum(map(len, left.values())) * sum(map(len, right.values())) > MOST_PAIRS:
        raise TangledError
    found: Frontiers = {}
    for key, labels in left.items():
        for other, options in right.items():
            row = found.setdefault(tuple(map(min, map(add, key, other), caps)), [])
            for cost, gain, mask in labels:
                room = bound - cost
                row += [(cost + price, gain + more, mask | own) for price, more, own in options if price <= room]
    return {key: best(row) for key, row in found.items()}


def best(labels: list[Label]) -> list[Label]:
    """Keep the labels that no cheaper one equals in gain."""
    kept: list[Label] = []
    for label in sorted(labels):
        if not kept or label[1] < kept[-1][1]:
            kept.append(label)
    return kept
