"""Time limits as a versioned table: which value binds for an operator, an area and a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from inspector.form.form import Band, Range, Words

SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400}
ANY = "any"


@dataclass(frozen=True, slots=True)
class Limit:
    """One row: a value in its unit, from whom, where, since when, and how well it is founded."""

    key: str
    operator: str
    area: str
    statistic: str
    role: str
    value: Decimal
    unit: str
    better: str = "fewer"
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    confidence: str = "K"

    def binds(self, operator: str, area: str, day: date) -> bool:
        """Return whether the row counts for that operator, area and day."""
        return (
            self.operator in {operator, ANY}
            and self.area in {area, ANY}
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_to is None or day <= self.valid_to)
        )


@dataclass(frozen=True)
class Limits:
    """The table at one version."""

    id: str
    version: str
    rows: tuple[Limit, ...]
    titles: Mapping[str, Words]
    digest: str = ""

    def find(self, key: str, role: str, operator: str, area: str, day: date) -> Limit | None:
        """Return the row that binds: the operator's own before everybody's, the newest first; None without one."""
        rows = [row for row in self.rows if row.key == key and row.role == role and row.binds(operator, area, day)]
        return max(
            rows,
            key=lambda row: (row.operator != ANY, row.area != ANY, row.valid_from or date.min),
            default=None,
        )

    def band(self, key: str, operator: str, area: str, day: date, unit: str) -> Band | None:
        """Return the band of a limit in a unit: passing up to the limit, in part up to the outer limit."""
        passing = self.find(key, "pass", operator, area, day)
        if passing is None:
            return None
        outer = self.find(key, "outer", operator, area, day)
        return Band(_reach(passing, unit), _reach(outer, unit) if outer else None)


def _reach(row: Limit, unit: str) -> Range:
    value = row.value
    if row.unit != unit:
        value = value * SECONDS[row.unit] / SECONDS[unit]
    return Range(low=value) if row.better == "more" else Range(high=value)
