"""Conditions as data ("ask only when"): three-valued, so that what is not yet known never hides an item."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol


class Circumstances(Protocol):
    """What a condition may look at."""

    def fact(self, key: str) -> bool | None:
        """Return a hall fact, None when nobody has said."""

    def hall_value(self, column: str) -> str:
        """Return a column of the hall (class, operator, area, building)."""

    def verdict_key(self, item: str) -> str | None:
        """Return the key of an item's verdict, None while unanswered."""

    def ticked(self, item: str, tick: str) -> bool:
        """Return whether a fact of an item was ticked."""


class Condition:
    """A condition; `holds` is True, False, or None when it cannot be told yet."""

    def holds(self, seen: Circumstances) -> bool | None:
        """Evaluate against the circumstances."""
        raise NotImplementedError

    def inner(self) -> tuple["Condition", ...]:
        """Return the conditions this one is made of."""
        return ()

    def items(self) -> Iterator[str]:
        """Yield the ids of the items that are read, here and inside."""
        for condition in self.inner():
            yield from condition.items()

    def facts(self) -> Iterator[str]:
        """Yield the facts that are read, here and inside."""
        for condition in self.inner():
            yield from condition.facts()


@dataclass(frozen=True, slots=True)
class FactIs(Condition):
    """A hall fact is as said."""

    key: str
    value: bool = True

    def holds(self, seen: Circumstances) -> bool | None:
        known = seen.fact(self.key)
        return None if known is None else known is self.value

    def facts(self) -> Iterator[str]:
        yield self.key


@dataclass(frozen=True, slots=True)
class HallIs(Condition):
    """A column of the hall has one of the values; an empty column tells nothing."""

    column: str
    values: tuple[str, ...]

    def holds(self, seen: Circumstances) -> bool | None:
        value = seen.hall_value(self.column)
        return value in self.values if value else None


@dataclass(frozen=True, slots=True)
class ItemIs(Condition):
    """An item's verdict is one of those named."""

    item: str
    verdicts: tuple[str, ...]

    def holds(self, seen: Circumstances) -> bool | None:
        verdict = seen.verdict_key(self.item)
        return None if verdict is None else verdict in self.verdicts

    def items(self) -> Iterator[str]:
        yield self.item


@dataclass(frozen=True, slots=True)
class Answered(Condition):
    """An item has been answered."""

    item: str

    def holds(self, seen: Circumstances) -> bool | None:
        return seen.verdict_key(self.item) is not None

    def items(self) -> Iterator[str]:
        yield self.item


@dataclass(frozen=True, slots=True)
class Ticked(Condition):
    """A fact of an item was ticked."""

    item: str
    tick: str

    def holds(self, seen: Circumstances) -> bool | None:
        return seen.ticked(self.item, self.tick)

    def items(self) -> Iterator[str]:
        yield self.item


@dataclass(frozen=True, slots=True)
class AtLeast(Condition):
    """At least so many of the conditions hold; any is 1 of them, all is every one."""

    count: int
    of: tuple[Condition, ...]

    def holds(self, seen: Circumstances) -> bool | None:
        results = [condition.holds(seen) for condition in self.of]
        if results.count(True) >= self.count:
            return True
        return None if results.count(True) + results.count(None) >= self.count else False

    def inner(self) -> tuple[Condition, ...]:
        return self.of


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """The condition does not hold."""

    condition: Condition

    def holds(self, seen: Circumstances) -> bool | None:
        result = self.condition.holds(seen)
        return None if result is None else not result

    def inner(self) -> tuple[Condition, ...]:
        return (self.condition,)
