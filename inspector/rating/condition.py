"""Conditions of a scheme as data: how measures must stand to figures for a level, a cap or an adjustment."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from operator import ge, gt, le, lt
from typing import Any

# The four words of comparison, as they are written in a scheme.
WORDS = {"least": ge, "most": le, "over": gt, "under": lt}
SIGNS = {"least": "≥", "most": "≤", "over": ">", "under": "<"}


@dataclass(frozen=True, slots=True)
class Bound:
    """Each of some measures is at least, at most, over or under a figure.

    A measure without data fails the bound, unless the bound is written with `each`: then it is passed over.
    """

    measures: tuple[str, ...]
    word: str
    figure: Fraction
    each: bool = False

    @property
    def limits(self) -> bool:
        """Whether it holds a measure down."""
        return self.word in {"most", "under"}

    def meets(self, value: Fraction) -> bool:
        """Return whether a value stands to the figure as it should; exact, never rounded."""
        return bool(WORDS[self.word](value, self.figure))

    def holds(self, values: Mapping[str, Fraction | None]) -> bool:
        """Return whether every measure stands as it should."""
        found = [values[key] for key in self.measures]
        return all(self.each if value is None else self.meets(value) for value in found)

    def plain(self) -> dict[str, Any]:
        """Return it as JSON-able data, the figure as an exact string."""
        return {"measures": list(self.measures), "word": self.word, "figure": str(self.figure), "each": self.each}


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of several alternatives holds, each a row of conditions that must all hold."""

    alternatives: tuple["Conditions", ...]

    @property
    def measures(self) -> tuple[str, ...]:
        """Return every measure it looks at."""
        return tuple(key for row in self.alternatives for one in row for key in one.measures)

    def holds(self, values: Mapping[str, Fraction | None]) -> bool:
        """Return whether all conditions of one alternative hold."""
        return any(holds(row, values) for row in self.alternatives)

    def plain(self) -> dict[str, Any]:
        """Return it as JSON-able data."""
        return {"any": [[one.plain() for one in row] for row in self.alternatives]}


Condition = Bound | AnyOf
Conditions = tuple[Condition, ...]


def holds(conditions: Conditions, values: Mapping[str, Fraction | None]) -> bool:
    """Return whether every condition holds for the values of the measures."""
    return all(condition.holds(values) for condition in conditions)


def bounds_of(conditions: Conditions) -> list[Bound]:
    """Return the bounds that must hold in any case, without those of alternatives."""
    return [condition for condition in conditions if isinstance(condition, Bound)]


def all_bounds(conditions: Conditions) -> Iterator[Bound]:
    """Yield every bound, those of alternatives too."""
    for condition in conditions:
        if isinstance(condition, Bound):
            yield condition
        else:
            for row in condition.alternatives:
                yield from all_bounds(row)


def conditions_from(when: Any, lists: Mapping[str, Iterable[str]]) -> Conditions:
    """Read conditions as a scheme writes them.

    `{total: 90}` · `{total: {over: 50}}` · `{each: ideas, least: 80}` (a list of the scheme, or measures by name) ·
    `{all: [...]}` · `{any: [...]}`; several measures in one mapping must all hold.
    """
    if isinstance(when, list):
        return tuple(one for part in when for one in conditions_from(part, lists))
    if "all" in when:
        return conditions_from(when["all"], lists)
    if "any" in when:
        return (AnyOf(tuple(conditions_from(part, lists) for part in when["any"])),)
    if "each" in when:
        named = when["each"]
        measures = tuple(lists[named] if isinstance(named, str) else named)
        bounds = {word: figure for word, figure in when.items() if word != "each"}
        return tuple(_bound(measures, word, figure, each=True) for word, figure in bounds.items())
    return tuple(
        _bound((measure,), word, figure)
        for measure, wanted in when.items()
        for word, figure in (wanted if isinstance(wanted, Mapping) else {"least": wanted}).items()
    )


def _bound(measures: tuple[str, ...], word: str, figure: Any, each: bool = False) -> Bound:
    if word not in WORDS:
        raise KeyError(word)
    return Bound(measures, word, exact(figure), each)


def exact(figure: Any) -> Fraction:
    """Return a figure of a scheme (whole number, decimal or fraction as text) exactly; floats are refused."""
    if isinstance(figure, float):
        figure = repr(figure)  # YAML's 0.5 is meant as five tenths, not as its binary neighbour
    return Fraction(figure)
