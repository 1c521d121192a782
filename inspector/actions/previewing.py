"""A change of scheme tried on every finished inspection, as plain data; what was sealed stays as it is."""

from pathlib import Path
from typing import Any

from inspector.actions.desk import Desk
from inspector.rating.checks import read_checked
from inspector.rating.preview import Compared, Preview, preview
from inspector.rating.rate import Rating


def preview_of(desk: Desk, after: Path, before: Path | None = None) -> Preview:
    """Rate every finished inspection under the scheme of a file, and under another (by default the one shipped)."""
    old = read_checked(before) if before else desk.shelf.scheme()
    inspections = [desk.open(header.id).inspection for header in desk.headers(status="finished")]
    return preview(inspections, old, read_checked(after), desk.inspections.register())


def preview_plain(found: Preview) -> dict[str, Any]:
    """Return a preview as JSON-able data: how many rise and fall, and each inspection with its reasons."""
    return {"counts": found.counted(), "inspections": [_row(row) for row in found.rows]}


def _row(row: Compared) -> dict[str, Any]:
    return {
        "id": row.inspection.id,
        "hall": row.inspection.hall.code,
        "hall_name": row.inspection.hall.name,
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
