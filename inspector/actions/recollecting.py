"""Telling a mystery visit afterwards: measured times from its moments, and what came too late from memory."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from inspector.form.form import Item
from inspector.inspection.answer import Sample, Verdict
from inspector.inspection.change import Change
from inspector.inspection.heard import counting, hear
from inspector.inspection.validity import too_late
from inspector.inspection.visit import Visit
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.actions.inspecting import Inspecting

TENTH = timedelta(milliseconds=100)
RECALLED = ("verdict", "ticks")


def take_times(inspecting: "Inspecting") -> None:
    """Write every time between two moments into its timer; one typed by hand stays as it is."""
    visit = inspecting.inspection.head.visit
    if visit is None:
        return
    for item in inspecting.inspection.asked_items:
        known = inspecting.inspection.answer(item.id).parts
        for key, samples in times_of(item, visit, known).items():
            inspecting.measure(item.id, key, samples)


def times_of(item: Item, visit: Visit, known: Mapping[str, Sequence[Sample]]) -> dict[str, tuple[Sample, ...]]:
    """Return what the moments of a visit say of an item's timers, but for those typed by hand."""
    taken: dict[str, tuple[Sample, ...]] = {}
    for part in item.parts:
        if len(part.between) == 2:  # noqa: PLR2004 - from one moment to another
            sample, there = _sample(visit, *part.between), known.get(part.key)
            if not there or _arrow(*part.between) == there[0].between:
                taken[part.key] = (sample,) if sample else ()
    return taken


def _sample(visit: Visit, start: str, end: str) -> Sample | None:
    span, last = visit.span(start, end), visit.mark(end)
    if span is None or span.took is None or last is None:
        return None
    # Cut, not rounded: a limit of 60 s is not broken by 60.04 s.
    seconds = Decimal(span.took // TENTH) / 10
    return Sample(seconds, at=last.at.isoformat(timespec="seconds"), between=_arrow(start, end))


def _arrow(start: str, end: str) -> str:
    return f"{start}→{end}"


def count_phrase(inspecting: "Inspecting", item: str, phrase: str, by: int = 1) -> Change | None:
    """Count a phrase once more or once less: count and note in one step, so that one undo takes back both."""
    return inspecting.put(item, hear(inspecting.inspection.answer(item), phrase, by))


def heard_nothing(inspecting: "Inspecting", item: str) -> Change | None:
    """Note that not one phrase was heard; only where none was counted."""
    return inspecting.put(item, counting(inspecting.inspection.answer(item), 0))


def answered_at(inspecting: "Inspecting") -> dict[str, datetime]:
    """Return when each item was last told from memory; times taken, photos, notes and what comes later do not count."""
    form, found = inspecting.inspection.form, {}
    for change in inspecting.store.whole_journal(inspecting.inspection.id):
        item = form.items.get(change.key) if change.kind == "answer" else None
        if item is not None and not item.later:
            taken = {part.key for part in item.parts if part.between}
            if _told(change, taken):
                found[change.key] = datetime.fromisoformat(change.at)
    return found


def _told(change: Change, taken: set[str]) -> bool:
    if change.after and change.after.get("verdict") == Verdict.UNCHECKED:
        return False  # nobody recalls what could not be checked
    return _memory(change.before, taken) != _memory(change.after, taken)


def _memory(plain: Mapping[str, Any] | None, taken: set[str]) -> list[Any]:
    told = plain or {}
    parts = {key: value for key, value in told.get("parts", {}).items() if key not in taken}
    return [*(told.get(name) for name in RECALLED), parts]


def settle(inspecting: "Inspecting") -> None:
    """Close the recollection before sealing: what came late from memory becomes 未能检查, the last word is dated."""
    visit = inspecting.inspection.head.visit
    if visit is None:
        return
    told = answered_at(inspecting)
    for item in too_late(inspecting.inspection, told):
        answer = inspecting.inspection.answer(item)
        inspecting.put(item, replace(answer, verdict=Verdict.UNCHECKED, reason=_("回忆超过 24 小时")))
    retold = max(told.values(), default=inspecting.clock())
    inspecting.set_visit(replace(visit, retold_at=retold.isoformat(timespec="milliseconds")), "retold")
