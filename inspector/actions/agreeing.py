"""How far two inspections of the same hall agree, as plain data."""

from typing import Any

from inspector.actions.desk import Desk
from inspector.errors import InspectorError
from inspector.rating.agreement import agreement
from inspector.wording import _


def agreement_of(desk: Desk, first: str, second: str) -> dict[str, Any]:
    """Compare two inspections of one hall, by two inspectors, item by item; refused where that says nothing."""
    a, b = desk.open(first).inspection, desk.open(second).inspection
    if a.id == b.id:
        raise InspectorError(_("要比的是两次检查，这里是同一次。"))
    if a.hall.code != b.hall.code:
        raise InspectorError(_("两次检查不在同一个营业厅，不能比一致性。"))
    found = agreement(a, b)
    return {
        "hall": a.hall.code,
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
