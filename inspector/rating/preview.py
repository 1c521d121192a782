"""What a change of scheme would do: two schemes side by side over inspections and halls; nothing sealed changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Inspection
from inspector.inspection.register import Entry
from inspector.rating.rate import Rating, rate
from inspector.rating.scheme import Scheme

MOVES = ("falls", "goes", "rises", "appears", "stays")


@dataclass(frozen=True, slots=True)
class Sides:
    """A rating under both schemes."""

    before: Rating
    after: Rating

    @property
    def step(self) -> int | None:
        """Return by how many levels it rises (falls where negative); None where either gives no level."""
        if self.before.level is None or self.after.level is None:
            return None
        return self.after.level.level - self.before.level.level

    @property
    def moves(self) -> bool:
        """Whether the star changes at all, be it given or withheld."""
        return (self.before.state, self.before.level) != (self.after.state, self.after.level)

    @property
    def move(self) -> str:
        """Return what becomes of the star: it rises, falls, stays, appears or goes."""
        if self.step is None:
            return "stays" if self.before.level is self.after.level else "goes" if self.before.level else "appears"
        return "rises" if self.step > 0 else "falls" if self.step < 0 else "stays"

    @property
    def gravity(self) -> tuple[int, int]:
        """Return the place among others: those that fall the furthest first, those that stay last."""
        return MOVES.index(self.move), self.step or 0


@dataclass(frozen=True, slots=True)
class Compared(Sides):
    """One inspection under both schemes."""

    inspection: Inspection


@dataclass(frozen=True, slots=True)
class ComparedHall(Sides):
    """A hall, from all inspections that count, under both schemes."""

    hall: Hall


S = TypeVar("S", bound=Sides)


@dataclass(frozen=True)
class Preview:
    """All inspections and halls under both schemes, those that fall the furthest first."""

    rows: tuple[Compared, ...]
    halls: tuple[ComparedHall, ...] = ()

    def counted(self) -> dict[str, int]:
        """Count whose star rises, falls, stays, appears or goes, inspection by inspection."""
        return counted(self.rows)


def preview(
    inspections: Iterable[Inspection], before: Scheme, after: Scheme, register: Iterable[Entry] = ()
) -> Preview:
    """Rate finished inspections under two schemes."""
    entries: Sequence[Entry] = tuple(register)
    rows = [
        Compared(rate(one, before, entries), rate(one, after, entries), inspection=one)
        for one in inspections
        if one.finished
    ]
    return Preview(in_order(rows))


def counted(rows: Iterable[Sides]) -> dict[str, int]:
    """Count whose star rises, falls, stays, appears or goes."""
    counts = dict.fromkeys(("rises", "falls", "stays", "appears", "goes"), 0)
    for row in rows:
        counts[row.move] += 1
    return counts


def in_order(rows: Iterable[S]) -> tuple[S, ...]:
    """Return rows with those first that fall the furthest; alike ones stand as they came."""
    return tuple(sorted(rows, key=lambda row: row.gravity))
