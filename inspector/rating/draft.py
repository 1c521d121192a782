"""A scheme as its author left it: what is sound of it can be looked into although the rest is flawed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from inspector.form.mistakes import Steps
from inspector.form.scheme_shape import MEASURE_KINDS
from inspector.rating.condition import WORDS, Bound, Conditions, conditions_from, exact
from inspector.rating.scheme import Measure
from inspector.rating.scheme_reader import measure_from

RULES = ("adjust", "caps", "withhold", "not_rated")
Placed = tuple[Steps, Mapping[str, Any]]


@dataclass(frozen=True)
class Draft:
    """The data of a scheme, with what it takes over from another, and the paths that are flawed in shape."""

    data: Mapping[str, Any]
    spoiled: frozenset[Steps]

    def sound(self, *path: str | int) -> bool:
        """Return whether the shape of the data at a path is flawless."""
        return path not in self.spoiled

    def has(self, key: str) -> bool:
        """Return whether a key of the first level is written and flawless."""
        return key in self.data and self.sound(key)

    @cached_property
    def named(self) -> Mapping[str, Any]:
        """Return whatever is written under measures, flawless or not."""
        found = self.data.get("measures")
        return found if isinstance(found, dict) else {}

    @cached_property
    def lists(self) -> Mapping[str, Sequence[str]]:
        """Return the lists that `each` may name; one that is not there is empty."""
        written = {key: tuple(self.data[key]) for key in ("topics", "ideas") if self.has(key)}
        return defaultdict(tuple, written)

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Return the flawless measures."""
        sound = {key: one for key, one in self.named.items() if self.sound("measures", key)}
        return {key: measure_from(key, one, self.lists) for key, one in sound.items()}

    def of(self, key: str) -> tuple[Steps, Any]:
        """Return what a flawless measure is computed from, as written, with its path."""
        kind = next(kind for kind in MEASURE_KINDS if kind in self.named[key])
        return ("measures", key, kind), self.named[key][kind]

    def rows(self, key: str) -> list[Placed]:
        """Return the flawless rows of a list; a single one that stands without a list is the only row."""
        written = self.data.get(key)
        if isinstance(written, dict):
            return [((key,), written)] if self.sound(key) else []
        listed = written if isinstance(written, list) else ()
        return [((key, index), row) for index, row in enumerate(listed) if self.sound(key, index)]

    def conditions(self, row: Mapping[str, Any]) -> Conditions:
        """Return the conditions of a row."""
        return conditions_from(row.get("when", []), self.lists)

    def whens(self) -> Iterator[tuple[Steps, Any]]:
        """Yield every condition as written, with its path."""
        for key in ("levels", *RULES):
            for path, row in self.rows(key):
                if "when" in row:
                    yield (*path, "when"), row["when"]
        for key, measure in self.measures.items():
            if measure.kind == "grade":
                path, steps = self.of(key)
                yield from (((*path, at, "when"), step["when"]) for at, step in enumerate(steps) if "when" in step)

    @cached_property
    def numbers(self) -> list[int]:
        """Return the numbers of all levels, the best first; none when one of them is flawed."""
        if not (self.has("levels") and self.has("otherwise")):
            return []
        return [*(row["level"] for row in self.data["levels"]), self.data["otherwise"]["level"]]


def leaves(when: Any, path: Steps) -> Iterator[Placed]:
    """Yield the innermost conditions, those of `each` and of measures by name, with their paths."""
    if isinstance(when, list):
        for index, part in enumerate(when):
            yield from leaves(part, (*path, index))
    elif "all" in when or "any" in when:
        key = "all" if "all" in when else "any"
        yield from leaves(when[key], (*path, key))
    else:
        yield path, when


def mentions(leaf: Mapping[str, Any], path: Steps) -> Iterator[tuple[Steps, str]]:
    """Yield the measures that a condition names, with their paths."""
    if "each" not in leaf:
        yield from (((*path, key), key) for key in leaf)
    elif isinstance(leaf["each"], list):
        yield from (((*path, "each", at), key) for at, key in enumerate(leaf["each"]))


def bounds(leaf: Mapping[str, Any], path: Steps, lists: Mapping[str, Sequence[str]]) -> Iterator[tuple[Steps, Bound]]:
    """Yield every bound of a condition, with the path of its figure."""
    if "each" in leaf:
        named = leaf["each"]
        measures = tuple(lists[named] if isinstance(named, str) else named)
        yield from (((*path, word), Bound(measures, word, exact(leaf[word]), True)) for word in WORDS if word in leaf)
        return
    for key, wanted in leaf.items():
        if isinstance(wanted, Mapping):
            yield from (((*path, key, word), Bound((key,), word, exact(one))) for word, one in wanted.items())
        else:
            yield (*path, key), Bound((key,), "least", exact(wanted))
