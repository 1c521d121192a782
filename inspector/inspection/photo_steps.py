"""Photos of a phone sorted to the steps of a visit: between which moments each was taken, and what it may prove."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from inspector.form.scenario import Scenario
from inspector.inspection.answer import Photo
from inspector.inspection.inspection import Inspection
from inspector.inspection.progress import missing_photo
from inspector.inspection.proof import corrected, taken_there
from inspector.inspection.visit import LAST, Visit

THERE, ELSEWHERE, UNDATED = "there", "elsewhere", "undated"
DOOR_STEPS, COUNTER_STEPS = 2, 2  # of the first marks one stands at the door, before the last ones one gets papers


class Shot(NamedTuple):
    """A photo that is not attached yet: its SHA-256, and when its phone says it was taken."""

    sha256: str
    taken_at: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Where a photo may belong: `step` is the moment before it ("" before the first), `item` what it may prove.

    `state` is there, elsewhere (another day or place) or undated; then no item is proposed.
    """

    sha256: str
    at: datetime | None
    step: str
    item: str
    state: str


def phone_ahead(taken_at: str, known: datetime) -> int:
    """Return how many seconds a phone is ahead, from a photo whose true moment is known."""
    said = datetime.fromisoformat(taken_at)
    if said.tzinfo is None:
        said = said.replace(tzinfo=known.tzinfo)
    return round((said - known).total_seconds())


def step_at(visit: Visit, moment: datetime) -> str:
    """Return the key of the moment taken last before another one; "" before the first."""
    passed = [mark for mark in visit.counting if mark.at <= moment]
    return max(passed, key=lambda mark: mark.at).key if passed else ""


def due(inspection: Inspection, step: str) -> list[str]:
    """Return the items whose proof can be shown after a moment, the likeliest first; then all that owe a photo."""
    scenario = inspection.form.scenario
    if scenario is None:
        return []
    likely = [item for item in _proofs(scenario, step) if inspection.asked(item)]
    owing = [
        item.id for item in inspection.asked_items if item.evidence.photo == "always" or missing_photo(inspection, item)
    ]
    return list(dict.fromkeys([*likely, *owing]))


def _proofs(scenario: Scenario, step: str) -> list[str]:
    door = [item for item in scenario.place if item not in scenario.proof]
    ticket = [item for item in scenario.place if item in scenario.proof]
    paper = [item for item in scenario.proof if item not in scenario.place]
    if not step or step in LAST or step not in scenario.marks:
        return [*door, *ticket, *paper]
    place = scenario.marks.index(step)
    if place < DOOR_STEPS:
        return [*door, *ticket, *paper]
    if place >= len(scenario.marks) - COUNTER_STEPS:
        return [*paper, *ticket, *door]
    return [*ticket, *paper, *door]


def proposals(inspection: Inspection, shots: Iterable[Shot]) -> list[Proposal]:
    """Propose a step and an item for every photo, in the order they were taken; no two get the same while one lacks."""
    visit = inspection.head.visit
    if visit is None:
        return []
    placed = sorted(
        (_placed(visit, shot) for shot in shots), key=lambda one: (one.at is None, one.at or visit.began, one.sha256)
    )
    given: list[str] = []
    proposed = []
    for one in placed:
        item = "" if one.state != THERE else _item_for(inspection, visit, one.step, given)
        given.append(item)
        proposed.append(replace(one, item=item))
    return proposed


def _placed(visit: Visit, shot: Shot) -> Proposal:
    if visit.began is None:
        return Proposal(shot.sha256, None, "", "", THERE)  # without moments nothing speaks against it
    at = corrected(shot.taken_at, visit)
    if at is None:
        return Proposal(shot.sha256, None, "", "", UNDATED)
    there = taken_there(Photo(shot.sha256, taken_at=shot.taken_at), visit)
    return Proposal(shot.sha256, at, step_at(visit, at), "", THERE if there else ELSEWHERE)


def _item_for(inspection: Inspection, visit: Visit, step: str, given: Sequence[str]) -> str:
    wanted = due(inspection, step)
    lacking = [item for item in wanted if item not in given and not _shown(inspection, visit, item)]
    again = [item for item in reversed(given) if item in wanted]
    return next(iter([*lacking, *again, *wanted]), "")


def _shown(inspection: Inspection, visit: Visit, item: str) -> bool:
    return any(taken_there(photo, visit) for photo in inspection.answer(item).photos)
