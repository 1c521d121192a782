"""A change of scheme tried on every finished inspection and every hall; what was sealed stays as it is."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from inspector.actions.desk import Desk
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Inspection
from inspector.rating.checks import read_checked
from inspector.rating.preview import ComparedHall, Preview, Sides, in_order, preview
from inspector.rating.rate import Rating
from inspector.rating.scheme import Scheme

Tell = Callable[[float], None]


def silent(_share: float) -> None:
    """Tell nobody how far it is."""


def preview_of(desk: Desk, after: Path, before: Path | None = None) -> Preview:
    """Rate everything under the scheme of a file, and under another (by default the one shipped)."""
    old = read_checked(before) if before else desk.shelf.scheme()
    return preview_schemes(desk, old, read_checked(after))


def preview_schemes(desk: Desk, before: Scheme, after: Scheme, tell: Tell = silent) -> Preview:
    """Rate every finished inspection, and every hall as it stands, under two schemes; nothing is written.

    `tell` hears how far it is, from 0 to 1, and may stop the work by raising Cancelled.
    """
    headers = sorted(desk.headers(status="finished"), key=lambda header: header.number)
    halls = sorted({header.hall for header in headers})
    steps, whole = iter(range(len(headers) + len(halls))), max(len(headers) + len(halls), 1)

    def opened() -> Iterator[Inspection]:
        for header in headers:
            tell(next(steps) / whole)
            yield desk.open(header.id).inspection

    found = preview(opened(), before, after, desk.inspections.register())
    at, compared = desk.clock(), []
    for hall in halls:
        tell(next(steps) / whole)
        old, new = (desk.rating_halls.rate(hall, at, scheme) for scheme in (before, after))
        place = max(old.considered, key=lambda one: one.inspection.started_at, default=None)
        if place:
            compared.append(ComparedHall(old.rating, new.rating, hall=place.inspection.head.hall))
    return Preview(found.rows, in_order(compared))


def preview_plain(found: Preview) -> dict[str, Any]:
    """Return a preview as JSON-able data: how many rise and fall, each inspection and each hall with its reasons."""
    return {
        "counts": found.counted(),
        "inspections": [{"id": row.inspection.id, **_row(row.inspection.hall, row)} for row in found.rows],
        "halls": [_row(row.hall, row) for row in found.halls],
    }


def _row(hall: Hall, row: Sides) -> dict[str, Any]:
    return {
        "hall": hall.code,
        "hall_name": hall.name,
        "step": row.step,
        "before": _side(row.before),
        "after": _side(row.after),
    }


def _side(rating: Rating) -> dict[str, Any]:
    return {
        "scheme": rating.scheme.name,
        "state": rating.state.value,
        "level": rating.level.level if rating.level else None,
        "label": str(rating.level.label) if rating.level else "–",
        "total": rating.total_shown,
        "why": rating.why,
    }
