"""What a change of scheme would do: two schemes side by side over inspections; nothing that was sealed changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspector.inspection.inspection import Inspection
from inspector.inspection.register import Entry
from inspector.rating.rate import Rating, rate
from inspector.rating.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Compared:
    """One inspection under both schemes."""

    inspection: Inspection
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


@dataclass(frozen=True)
class Preview:
    """All inspections under both schemes, those that fall the furthest first."""

    rows: tuple[Compared, ...]

    def counted(self) -> dict[str, int]:
        """Count who rises, falls, stays, and whose star appears or goes."""
        counts = dict.fromkeys(("rises", "falls", "stays", "appears", "goes"), 0)
        for row in self.rows:
            counts[_kind(row)] += 1
        return counts


def preview(
    inspections: Iterable[Inspection], before: Scheme, after: Scheme, register: Iterable[Entry] = ()
) -> Preview:
    """Rate finished inspections under two schemes."""
    entries: Sequence[Entry] = tuple(register)
    rows = [Compared(one, rate(one, before, entries), rate(one, after, entries)) for one in inspections if one.finished]
    return Preview(tuple(sorted(rows, key=lambda row: (row.step is None, row.step or 0, row.inspection.id))))


def _kind(row: Compared) -> str:
    if not row.moves:
        return "stays"
    if row.step is None:
        return "stays" if row.before.level is row.after.level else "goes" if row.before.level else "appears"
    return "rises" if row.step > 0 else "falls" if row.step < 0 else "stays"
