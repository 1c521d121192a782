"""How far two inspections of the same hall agree; which ones can be compared, and the comparison as plain data."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from inspector.actions.desk import Desk
from inspector.errors import InspectorError
from inspector.inspection.inspection import Head, Inspection
from inspector.rating.agreement import Agreement, agreement
from inspector.store.headers import Header
from inspector.wording import _


@dataclass(frozen=True, slots=True)
class Seen:
    """One finished inspection that can be compared with another: its header, and who inspected."""

    header: Header
    head: Head

    @property
    def people(self) -> str:
        """Return who inspected; who went there covertly appears by code."""
        visit = self.head.visit
        return "、".join(one.name for one in self.head.inspectors) or (visit.shopper if visit else "")


@dataclass(frozen=True, slots=True)
class Together:
    """Two finished inspections of one hall with the same form by different people, the earlier one first."""

    first: Seen
    second: Seen


@dataclass(frozen=True, slots=True)
class Agreed:
    """Two inspections and how far they agree."""

    first: Inspection
    second: Inspection
    found: Agreement


def comparable(desk: Desk, hall: str | None = None) -> list[Together]:
    """Return every two inspections that say something about agreement, the latest ones first."""
    groups: dict[tuple[str, str], list[Header]] = {}
    for header in reversed(desk.headers(status="finished", hall=hall)):
        groups.setdefault((header.hall, header.form), []).append(header)
    found = [pair for group in groups.values() if len(group) > 1 for pair in _pairs(desk, group)]
    return sorted(found, key=lambda one: (-one.second.header.number, -one.first.header.number))


def _pairs(desk: Desk, group: Iterable[Header]) -> list[Together]:
    seen = [Seen(header, desk.inspections.load(header.id).head) for header in group]
    return [
        Together(first, second)
        for first, second in combinations(seen, 2)
        if first.head.took_part and second.head.took_part and not first.head.took_part & second.head.took_part
    ]


def agreed(desk: Desk, first: str, second: str) -> Agreed:
    """Compare two inspections of one hall item by item; refused where that says nothing."""
    a, b = desk.open(first).inspection, desk.open(second).inspection
    if a.id == b.id:
        raise InspectorError(_("要比的是两次检查，这里是同一次。"))
    if a.hall.code != b.hall.code:
        raise InspectorError(_("两次检查不在同一个营业厅，不能比一致性。"))
    return Agreed(a, b, agreement(a, b))


def agreement_of(desk: Desk, first: str, second: str) -> dict[str, Any]:
    """Return the comparison of two inspections as JSON-able data."""
    compared = agreed(desk, first, second)
    found = compared.found
    return {
        "hall": compared.first.hall.code,
        "judged_by_both": found.n,
        "judged_by_one": [found.only_a, found.only_b],
        "agreeing": found.agreeing,
        "percent": found.percent_shown,
        "kappa": {"exact": None if found.kappa is None else str(found.kappa), "shown": found.kappa_shown},
        "interval": found.interval_shown,
        "word": found.word,
        "meets_gate": found.meets_gate,
        "disagreements": [
            {"item": one.item.id, "title": str(one.item.ask), "first": one.a.value, "second": one.b.value}
            for one in found.disagreements
        ],
    }
