"""A star scheme as frozen values: measures, levels, adjustments, caps, and when there is no star."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from inspector.form.form import Words
from inspector.rating.condition import Bound, Conditions, all_bounds
from inspector.wording import lowered, raised, truncated

# What a measure's figure is; figures of different units are never added or compared.
UNITS = {
    "share": "%",
    "points": "points",
    "lost": "points",
    "value": "points",
    "count": "number",
    "short": "number",
    "grade": "level",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure computed from answers, from the register or from the rating before.

    `kind` says how (share, points, lost, value, mix, sum, highest, lowest, grade, count, short, previous), `of` from
    what; see forms/schemes/README.md.
    """

    key: str
    title: Words
    kind: str
    of: Any

    @property
    def share(self) -> Mapping[str, str] | None:
        """Return the tags of the items whose share it is; None for other kinds."""
        return self.of if self.kind == "share" else None

    @property
    def mix(self) -> Mapping[str, int] | None:
        """Return the measures it is the weighted mean of, with their weights; None for other kinds."""
        return self.of if self.kind == "mix" else None

    @property
    def count(self) -> Mapping[str, Any] | None:
        """Return what the findings it counts have in common; None for other kinds."""
        return self.of if self.kind == "count" else None

    @property
    def short(self) -> Mapping[str, Any] | None:
        """Return which measures it watches and beyond what share they are short of data; None for other kinds."""
        return self.of if self.kind == "short" else None

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Return the measures it is computed from."""
        if self.kind in {"mix", "sum", "highest", "lowest"}:
            return tuple(self.of)
        if self.kind == "short":
            return tuple(self.of["of"])
        if self.kind == "grade":
            return tuple(key for step in self.of for one in step.when for key in one.measures)
        return ()


@dataclass(frozen=True, slots=True)
class Level:
    """A step of the scale: its rank, what it is called, how many stars are drawn, and what it needs.

    `necessary` are items that must be passed in full; those of lower levels are included.
    """

    level: int
    label: Words
    needs: Conditions = ()
    necessary: tuple[str, ...] = ()
    stars: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One grade of a measure of kind `grade`: its figure and what it needs."""

    level: int
    when: Conditions


@dataclass(frozen=True, slots=True)
class Cap:
    """A ceiling (or a reason to withhold or not to rate, level None) that applies when its conditions hold."""

    to: int | None
    when: Conditions
    why: Words


@dataclass(frozen=True, slots=True)
class Adjust:
    """A move of the level by some steps when its conditions hold, not beyond a highest and a lowest level."""

    by: int
    when: Conditions
    why: Words
    highest: int
    lowest: int


@dataclass(frozen=True, slots=True)
class Promotion:
    """How many levels a hall may rise from one rating to the next."""

    steps: int
    why: Words


@dataclass(frozen=True)
class Scheme:
    """The rules that turn answers into a level, at one version.

    `credits` holds what a verdict earns of an item's weight; a verdict without a credit leaves numerator and
    denominator. `by_weight` holds other credits for items of one weight (half-credit rules). `kinds` says which kinds
    of inspection count, and how much. `floor` is the evidence a full rating needs, `valid_months` how long it holds.
    """

    id: str
    version: str
    title: Words
    rank: str
    credits: Mapping[str, Fraction]
    by_weight: Mapping[int, Mapping[str, Fraction]]
    measures: Mapping[str, Measure]
    topics: tuple[str, ...]
    ideas: tuple[str, ...]
    total: str
    needs: tuple[str, ...]
    levels: tuple[Level, ...]
    otherwise: Level
    adjust: tuple[Adjust, ...]
    caps: tuple[Cap, ...]
    promotion: Promotion | None
    withhold: tuple[Cap, ...]
    not_rated: tuple[Cap, ...]
    kinds: Mapping[str, int]
    floor: Mapping[str, int] = field(default_factory=dict)
    valid_months: int = 12
    digest: str = ""
    plain: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @cached_property
    def compared(self) -> Mapping[str, tuple[Bound, ...]]:
        """Return by measure every figure that some rule compares it with."""
        rules: tuple[Cap | Adjust, ...] = (*self.caps, *self.adjust, *self.withhold, *self.not_rated)
        grades = (step.when for one in self.measures.values() if one.kind == "grade" for step in one.of)
        rows = (*(level.needs for level in self.levels), *(rule.when for rule in rules), *grades)
        found: dict[str, list[Bound]] = {}
        for bound in (bound for row in rows for bound in all_bounds(row)):
            for key in bound.measures:
                found.setdefault(key, []).append(bound)
        return {key: tuple(bounds) for key, bounds in found.items()}

    def printed(self, measure: str, value: Fraction | None) -> str:
        """Return a measure's value as printed, to one decimal and never across a figure it is compared with.

        Cut where more is better, raised where some rule holds it down; the other way where only that agrees with every
        rule, as with a measure that is held between two figures. – without data.
        """
        if value is None:
            return "–"
        bounds = self.compared.get(measure, ())
        ways = (raised, truncated, lowered) if any(bound.limits for bound in bounds) else (truncated, lowered, raised)
        shown = [way(value) for way in ways]
        return next((one for one in shown if _agree(bounds, value, one)), shown[0])

    @property
    def name(self) -> str:
        """Return id@version."""
        return f"{self.id}@{self.version}"

    def stars_of(self, level: Level) -> int | None:
        """Return how many stars are drawn for a level: as many as it names, else its number where levels are stars."""
        if level.stars is not None:
            return level.stars
        return level.level if self.rank == "star" else None

    @cached_property
    def most_stars(self) -> int:
        """Return how many stars stand in a row: those of the highest level."""
        return max((self.stars_of(level) or 0 for level in self.levels), default=0)

    def level(self, number: int) -> Level:
        """Return a level by its number, the lowest where the number is none of the scale."""
        return next((level for level in self.levels if level.level == number), self.otherwise)

    def at_most(self, number: int) -> Level:
        """Return the highest level that is not above a number."""
        allowed = [level for level in self.levels if level.level <= number]
        return max(allowed, key=lambda level: level.level, default=self.otherwise)

    def above(self, number: int) -> Level | None:
        """Return the next level above a number; None from the highest on."""
        higher = [level for level in self.levels if level.level > number]
        return min(higher, key=lambda level: level.level, default=None)

    def credit(self, verdict: str, weight: int) -> Fraction | None:
        """Return the share of its weight that an item earns; None where the verdict leaves the base."""
        special = self.by_weight.get(weight)
        return special[verdict] if special and verdict in special else self.credits.get(verdict)


def _agree(bounds: tuple[Bound, ...], value: Fraction, shown: str) -> bool:
    printed = Fraction(shown.replace("−", "-"))
    return all(bound.meets(printed) == bound.meets(value) for bound in bounds)
