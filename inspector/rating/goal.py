"""What repairs move, and what must hold for a level: alternatives, each a set of bounds on figures that add up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from inspector.rating.case import Case
from inspector.rating.condition import AnyOf, Bound, Condition, Conditions
from inspector.rating.cover import TangledError
from inspector.rating.heaps import Credit
from inspector.rating.measures import WEIGHED, Reading, Readings, chooses, read
from inspector.rating.scheme import Level, Measure, Scheme

OPPOSITE = {"least": "under", "under": "least", "most": "over", "over": "most"}
REPAIRED = "repaired"
MOST_ALTERNATIVES = 1000


@dataclass(frozen=True, slots=True, order=True)
class Need:
    """A measure stands to a figure by one of the words of comparison; or an item, by its id, is repaired."""

    key: str
    word: str
    figure: Fraction = Fraction(1)


# One of several sets of needs must hold in full. ALWAYS is one set without needs, NEVER is no set at all.
Alternatives = list[frozenset[Need]]
ALWAYS: Alternatives = [frozenset()]
NEVER: Alternatives = []


@dataclass(frozen=True)
class Moves:
    """By how much the repair of each item (by its place) moves each measure that any repair moves.

    Exact, and the same whatever else is repaired, since a repair changes no base. `tangled` are the measures moved in
    another way: the highest or lowest of others, grades, and what rests on these.
    """

    by: Mapping[str, Mapping[int, Fraction]]
    tangled: frozenset[str]

    def still(self, key: str) -> bool:
        """Return whether no repair moves a measure."""
        return key not in self.tangled and key not in self.by


def moves_of(scheme: Scheme, readings: Readings, case: Case, mendable: Sequence[Credit]) -> Moves:
    """Find what the repair of each of some items moves: its missing credit, and its findings that disappear."""
    by: dict[str, dict[int, Fraction]] = {}
    tangled: set[str] = set()
    for key, measure in scheme.measures.items():
        if measure.kind in WEIGHED:
            by[key] = _weighed(readings[key], mendable)
        elif measure.kind == "count":
            by[key] = _counted(replace(scheme, measures={key: measure}), case, mendable)
        elif tangled.intersection(measure.rests_on):
            tangled.add(key)
        elif measure.kind in {"mix", "sum"} and readings[key].value is not None:
            by[key] = _added(measure, [part for part in measure.rests_on if readings[part].value is not None], by)
        elif measure.kind in {"highest", "lowest", "grade"} and any(by.get(part) for part in measure.rests_on):
            tangled.add(key)
    return Moves({key: row for key, row in by.items() if row}, frozenset(tangled))


def _weighed(reading: Reading, mendable: Sequence[Credit]) -> dict[int, Fraction]:
    factor = {"points": Fraction(1), "lost": Fraction(-1), "share": Fraction(100, reading.base or 1)}
    unit = factor[reading.measure.kind]
    return {
        place: one.item.weight * (1 - (one.credit or 0)) * unit
        for place, one in enumerate(mendable)
        if one.item.weight and chooses(reading.measure, one)
    }


def _counted(alone: Scheme, case: Case, mendable: Sequence[Credit]) -> dict[int, Fraction]:
    """Return how many findings of each item a scheme's only measure counts, below zero."""
    (key,) = alone.measures
    found: dict[int, Fraction] = {}
    for place, one in enumerate(mendable):
        own = [finding for finding in case.findings if finding[1].item == one.item.id]
        if own and (value := read(alone, Case((), findings=own))[key].value):
            found[place] = -value
    return found


def _added(measure: Measure, known: Sequence[str], by: Mapping[str, Mapping[int, Fraction]]) -> dict[int, Fraction]:
    """Add up what repairs move in the parts of a mix or a sum."""
    whole = sum(measure.of[part] for part in known) if measure.mix else 1
    total: dict[int, Fraction] = {}
    for part in known:
        factor = Fraction(measure.of[part]) / whole
        for place, value in by.get(part, {}).items():
            total[place] = total.get(place, Fraction(0)) + factor * value
    return {place: value for place, value in total.items() if value}


@dataclass(frozen=True)
class Goal:
    """The needs of reaching a level, given the values now and what repairs move.

    `mendable` are the ids of items that can be repaired, `stuck` of necessary ones that are not passed and cannot be.
    """

    scheme: Scheme
    values: Mapping[str, Fraction | None]
    moves: Moves
    mendable: frozenset[str]
    stuck: frozenset[str]

    def alternatives(self, number: int) -> Alternatives:
        """Return what must hold for the level of a number, or one above it; TangledError when it cannot be said."""
        if self.scheme.adjust:
            raise TangledError
        barred = [cap for cap in self.scheme.caps if (cap.to or 0) < number]
        barred += [*self.scheme.withhold, *self.scheme.not_rated]
        reached = [self._reached(level) for level in self.scheme.levels[::-1] if level.level >= number]
        return together([_either(reached), *(self._fails(cap.when) for cap in barred)])

    def _reached(self, level: Level) -> Alternatives:
        if self.stuck.intersection(level.necessary):
            return NEVER
        necessary = frozenset(Need(id_, REPAIRED) for id_ in level.necessary if id_ in self.mendable)
        return together([[necessary], self._holds(level.needs)])

    def _holds(self, when: Conditions) -> Alternatives:
        return together([self._one(condition) for condition in when])

    def _fails(self, when: Conditions) -> Alternatives:
        return _either([self._not(condition) for condition in when])

    def _one(self, condition: Condition) -> Alternatives:
        if isinstance(condition, AnyOf):
            return _either([self._holds(row) for row in condition.alternatives])
        return together([self._need(condition, key, condition.word) for key in condition.measures])

    def _not(self, condition: Condition) -> Alternatives:
        if isinstance(condition, AnyOf):
            return together([self._fails(row) for row in condition.alternatives])
        return _either([self._need(condition, key, OPPOSITE[condition.word]) for key in condition.measures])

    def _need(self, bound: Bound, key: str, word: str) -> Alternatives:
        """Return the need that one measure meets a bound, or fails it when the word is the opposite."""
        if key in self.moves.tangled:
            raise TangledError
        if not self.moves.still(key):
            return [frozenset({Need(key, word, bound.figure)})]
        holds = Bound((key,), bound.word, bound.figure, bound.each).holds(self.values)
        return ALWAYS if holds is (word == bound.word) else NEVER


def together(parts: Iterable[Alternatives]) -> Alternatives:
    """Return the alternatives of everything holding at once, none twice; TangledError when they are too many."""
    found = ALWAYS
    for part in parts:
        if len(found) * len(part) > MOST_ALTERNATIVES:
            raise TangledError
        found = list(dict.fromkeys(one | other for one in found for other in part))
    return found


def _either(parts: Iterable[Alternatives]) -> Alternatives:
    return list(dict.fromkeys(one for part in parts for one in part))
