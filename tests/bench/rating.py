"""Rating: the live star of a large form, the shortest way to the next star, a province rated again; no window."""

import itertools
import random
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from inspector.actions.shelf import Shelf
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.change import Change
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Head, Inspection
from inspector.rating.case import case_of
from inspector.rating.path import By, both_ways, shortest_way
from inspector.rating.rate import Rating, State, rate, rate_case, rate_on
from inspector.rating.scheme import Scheme
from inspector.store.blanks import Blanks
from inspector.store.database import open_in_memory
from tests.bench.large_forms import make_forms
from tests.bench.measuring import in_turn, milliseconds, told

MORNING = datetime(2026, 3, 5, 9, 12, tzinfo=UTC)
HALLS, VISITS, KNOWN = 1000, 3, 60
FAILURES = 60


def rating() -> list[str]:
    """Return the lines for one answer, for the way to the next star, and for a thousand halls."""
    shelf = Shelf(Blanks(open_in_memory()))
    with tempfile.TemporaryDirectory() as folder:
        large = Shelf(Blanks(open_in_memory()), make_forms(Path(folder)))
        lines = [_live(large)]
    return [*lines, *_ways(shelf), _province(shelf)]


def filled(shelf: Shelf, form: str, failures: float, seed: int) -> Inspection:
    """Return an inspection with every item answered and so many of them failed, in part or in whole."""
    draw, blank = random.Random(seed), shelf.form(form)
    failed = set(draw.sample(blank.order, round(failures)))
    answers = {
        id_: Answer(draw.choice((Verdict.FAIL, Verdict.FAIL, Verdict.PARTLY)) if id_ in failed else Verdict.CONFORM)
        for id_ in blank.order
    }
    hall = Hall("BJ01", "滨江供电营业厅", hall_class="A")
    return Inspection("i1", blank, shelf.limits(), Head(hall), MORNING, answers=answers)


def bare(inspections: list[Inspection]) -> int:
    """Add up what was passed, by a loop over the answers and nothing else."""
    passed = 0
    for one in inspections:
        for answer in one.answers.values():
            passed += answer.verdict is Verdict.CONFORM
    return passed


def _live(shelf: Shelf) -> str:
    scheme, start = shelf.scheme(), filled(shelf, "large", 200, 1)
    before = rate(start, scheme)
    numbers = itertools.count(1)

    def answered() -> float:
        """Take one answer, as at a tap, and rate again."""
        number = next(numbers)
        item = start.form.order[number * 37 % len(start.form.order)]
        after = start.apply(Change("answer", item, None, {"verdict": "partly"}, seq=number))
        return milliseconds(lambda: rate_on(before, after, {item}))

    pair = in_turn(answered, lambda: milliseconds(lambda: bare([start])), rounds=31)
    return told(f"live star, {len(start.answers)} items / bare loop", pair, "<= 5 ms")


def _ways(shelf: Shelf) -> list[str]:
    scheme = shelf.scheme()
    audits = [filled(shelf, "hall-open-audit", FAILURES, seed) for seed in range(20)]
    rated = [_without_vetoes(one, scheme) for one in audits]
    if not all(way.proven for one in rated for way in both_ways(one)):
        raise RuntimeError("a way was not proven")
    return [_way(rated, audits, "number"), _way(rated, audits, "effort")]


def _way(rated: list[Rating], audits: list[Inspection], by: By) -> str:
    turn, other = itertools.cycle(rated), itertools.cycle(audits)
    pair = in_turn(
        lambda: milliseconds(lambda: shortest_way(next(turn), by)),
        lambda: milliseconds(lambda: bare([next(other)])),
        rounds=len(rated),
    )
    return told(f"shortest way by {by} / bare loop", pair, "<= 50 ms")


def _without_vetoes(one: Inspection, scheme: Scheme) -> Rating:
    """Rate with majors but without vetoes, which would leave the first item the only question."""
    case = case_of([one], scheme)
    return rate_case(scheme, replace(case, findings=[f for f in case.findings if f[0] == "major"]), State.PROVISIONAL)


def _province(shelf: Shelf) -> str:
    """Rate a thousand halls, each from three inspections that nothing is remembered of."""
    scheme = shelf.scheme()
    known = [filled(shelf, "hall-open-audit", seed % FAILURES, seed) for seed in range(KNOWN)]
    halls = [[known[(hall * VISITS + visit * 7) % KNOWN] for visit in range(VISITS)] for hall in range(HALLS)]

    def again() -> float:
        fresh = [[replace(one, verdicts={}) for one in hall] for hall in halls]
        return milliseconds(lambda: [rate_case(scheme, case_of(hall, scheme), State.PROVISIONAL) for hall in fresh])

    pair = in_turn(again, lambda: milliseconds(lambda: [bare(hall) for hall in halls]), rounds=1)
    return told(f"{HALLS} halls x {VISITS} inspections / bare loop", pair, "–")


if __name__ == "__main__":
    for line in rating():
        print(line, flush=True)
