"""Weights of items heaped up by what they have in common, so that a live star need not look at 2,000 items anew."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from inspector.form.form import Item
from inspector.inspection.answer import Verdict


class Credit(NamedTuple):
    """What one asked item brings: its verdict (the worst of several) and the share of its weight it earns.

    A credit of None is not judged: unanswered (verdict None), 不适用 or 未能检查.
    """

    item: Item
    verdict: Verdict | None
    credit: Fraction | None


class Kind(NamedTuple):
    """What the items of a heap have in common."""

    topic: str
    idea: str
    who: str
    verdict: Verdict | None
    credit: Fraction | None


class Heaps:
    """The weight of every kind of items."""

    def __init__(self, credits: Iterable[Credit] = ()) -> None:
        self._weights: dict[tuple[str, str, str, Verdict | None, int], int] = {}
        self._credits: dict[int, Fraction | None] = {}
        for one in credits:
            self._put(one, 1)

    def _put(self, one: Credit, times: int) -> None:
        item, verdict, credit = one
        # By identity: hashing a Fraction takes as long as all the rest, and equal ones in two heaps do no harm.
        key = item.topic, item.idea, item.who, verdict, id(credit)
        if key not in self._weights:
            self._weights[key], self._credits[id(credit)] = 0, credit
        self._weights[key] += item.weight * times

    def exchanged(self, pairs: Iterable[tuple[Credit, Credit]]) -> "Heaps":
        """Return the heaps once some credits have given way to others."""
        after = Heaps()
        after._weights, after._credits = dict(self._weights), dict(self._credits)
        for old, new in pairs:
            after._put(old, -1)
            after._put(new, 1)
        return after

    def kinds(self) -> list[tuple[Kind, int]]:
        """Return every kind with its weight."""
        return [
            (Kind(topic, idea, who, verdict, self._credits[credit]), weight)
            for (topic, idea, who, verdict, credit), weight in self._weights.items()
            if weight
        ]
