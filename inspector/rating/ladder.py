"""What is wrong with steps read best first, the levels of a scheme or of a grade: unreachable ones, holes, overlaps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from inspector.form.codes import Code
from inspector.form.kinds import Slips
from inspector.form.mistakes import Slip, Steps
from inspector.rating.condition import Conditions
from inspector.rating.reach import ALL, Box, Span, boxes, possible, within

MOST_STEPS = 60


@dataclass(frozen=True, slots=True)
class Rung:
    """One step: where it stands, what it is called, what it needs in figures and in items."""

    path: Steps
    name: str
    boxes: Sequence[Box]
    necessary: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the measures: their ends, which are never without data, which are whole numbers."""

    spans: Mapping[str, Span]
    always: frozenset[str]
    whole: frozenset[str]


def rung(path: Steps, name: str, conditions: Conditions, necessary: frozenset[str] = frozenset()) -> Rung | None:
    """Return a step; None when its conditions have too many alternatives to look through."""
    found = boxes(conditions)
    return None if found is None else Rung(path, name, found, necessary)


def ladder_slips(rungs: Sequence[Rung | None], setting: Setting) -> Slips:
    """Yield what is wrong with steps, best first."""
    known = [one for one in rungs[:MOST_STEPS] if one is not None and _possible(one, setting)]
    unreachable = set()
    for better, worse in combinations(known, 2):
        if worse.path not in unreachable and _covers(better, worse, setting):
            unreachable.add(worse.path)
            yield Slip(Code.LEVEL_UNREACHABLE, worse.path, {"name": worse.name, "better": better.name})
    if len(known) < len(rungs):
        return  # one that cannot hold is told by itself; holes are looked for once it is mended
    left = [one for one in known if one.path not in unreachable]
    if left and left[-1].boxes == [{}] and not left[-1].necessary:
        left.pop()  # it takes the rest, as `otherwise` does
    yield from _holes(left, setting)
    yield from _overlaps(left)


def _possible(one: Rung, setting: Setting) -> bool:
    return any(possible(box, setting.spans) for box in one.boxes)


def _covers(better: Rung, worse: Rung, setting: Setting) -> bool:
    return better.necessary <= worse.necessary and all(
        any(within(inner, outer, setting.spans, setting.always) for outer in better.boxes)
        for inner in worse.boxes
        if possible(inner, setting.spans)
    )


def _holes(rungs: Sequence[Rung], setting: Setting) -> Slips:
    """Yield the ranges between better and worse steps that none of them takes."""
    claimed = [set(box) for one in rungs for box in one.boxes]
    for key in sorted(set.intersection(*claimed)) if claimed else ():
        pieces = [(box[key].span, at) for at, one in enumerate(rungs) for box in one.boxes]
        for hole, at in _between(pieces):
            if key not in setting.whole or hole.holds_whole():
                yield Slip(Code.BAND_GAP, rungs[at].path, {"measure": key, "hole": str(hole)})


def _between(pieces: list[tuple[Span, int]]) -> Iterator[tuple[Span, int]]:
    """Yield the holes between pieces, each with the later step of those beside it."""
    pieces = sorted((piece for piece in pieces if not piece[0].empty), key=lambda piece: piece[0].low)
    reached, owner = pieces[0][0].high, pieces[0][1]
    for span, at in pieces[1:]:
        if span.low > reached:
            yield Span(reached, span.low), max(owner, at)
        if span.high > reached:
            reached, owner = span.high, at


def _overlaps(rungs: Sequence[Rung]) -> Slips:
    """Yield the steps with both ends told that reach into a better one which asks for nothing else."""
    told = set()
    for better, worse in combinations(rungs, 2):
        (key, span), (other, wide) = _only(better), _only(worse)
        shared = span.shared(wide)
        if not key or key != other or better.necessary > worse.necessary or worse.path in told:
            continue
        if wide.closed and not shared.empty:
            told.add(worse.path)
            values = {"name": worse.name, "better": better.name, "measure": key, "shared": str(shared)}
            yield Slip(Code.BAND_OVERLAP, worse.path, values)


def _only(one: Rung) -> tuple[str, Span]:
    """Return the only measure a step looks at, and what it must be."""
    if len(one.boxes) == 1 and len(one.boxes[0]) == 1:
        ((key, claim),) = one.boxes[0].items()
        return key, claim.span
    return "", ALL
