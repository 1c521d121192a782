"""The rating: level by score and floors, adjustments, caps, promotion, withholding; and the sentence that says why."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from inspector.form.form import Form, Words
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection
from inspector.inspection.progress import count
from inspector.inspection.register import Entry
from inspector.rating.case import NOTHING, Case, Previous, case_of, followed
from inspector.rating.condition import bounds_of, holds
from inspector.rating.heaps import Credit
from inspector.rating.measures import Readings, read, values_of
from inspector.rating.reasons import missing_words, why_words
from inspector.rating.scheme import Adjust, Cap, Level, Scheme
from inspector.rating.trace import LostPoint, Step, full_base_total, lost_points, steps
from inspector.wording import _, truncated


class State(StrEnum):
    """How far a star may be trusted: 暂估, 暂评, 评定, withheld (否决待确认) or none (未评星)."""

    INTERIM = "interim"
    PROVISIONAL = "provisional"
    FULL = "full"
    WITHHELD = "withheld"
    UNRATED = "unrated"


def always() -> bool:
    """Hold everything asked for answered."""
    return True


@dataclass(frozen=True, slots=True)
class Gate:
    """One condition of the next level: what is measured, how it must stand to which figure, and what was found."""

    measure: str
    title: Words
    word: str
    figure: Fraction
    value: Fraction
    passed: bool


@dataclass(frozen=True)
class Rating:
    """A level with everything that led to it; the same object stands on screen and on paper.

    `by_score` is the level before adjustments and ceilings; `gates` and `unmet` (necessary items not passed) say what
    the next level above it needs; `adjusts` and `caps` are the rules that took hold, `held` that promotion was limited.
    """

    scheme: Scheme
    state: State
    level: Level | None
    by_score: Level | None
    readings: Readings
    gates: tuple[Gate, ...] = ()
    unmet: tuple[str, ...] = ()
    adjusts: tuple[Adjust, ...] = ()
    caps: tuple[Cap, ...] = ()
    held: bool = False
    asked: State = State.PROVISIONAL
    why: str = ""
    case: Case = field(default=NOTHING, repr=False)
    inspection: Inspection | None = field(default=None, repr=False)

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how many items got which verdict; nobody needs it at a tap."""
        return tally(self.inspection) if self.inspection else {}

    @property
    def credits(self) -> Sequence[Credit]:
        """Return the credits of the items it counts."""
        return self.case.credits

    @property
    def total(self) -> Fraction | None:
        """Return the exact total, None without data."""
        return self.readings[self.scheme.total].value

    @property
    def total_shown(self) -> str:
        """Return the total as printed, – without data."""
        return self.shown(self.scheme.total)

    def shown(self, measure: str) -> str:
        """Return a measure as printed, to one decimal; – without data."""
        return self.scheme.printed(measure, self.readings[measure].value)

    def lost(self) -> list[LostPoint]:
        """Return every lost point."""
        return lost_points(self.scheme, self.case.credits, self.readings)

    def steps(self) -> list[Step]:
        """Return the way from 100 down to the total."""
        return steps(self.scheme, self.readings)

    @property
    def full_base(self) -> Fraction | None:
        """Return the exact score on the full base, None where there is none."""
        return full_base_total(self.scheme, self.readings)

    @property
    def full_base_shown(self) -> str:
        """Return the score on the full base as printed."""
        return "–" if self.full_base is None else truncated(self.full_base)


def rate(
    inspection: Inspection, scheme: Scheme, register: Iterable[Entry] = (), previous: Previous | None = None
) -> Rating:
    """Rate one inspection: interim while it is filled, provisional once it is finished; a topic audit has no star."""
    return _rated(inspection, scheme, case_of([inspection], scheme, register, previous))


def rate_on(before: Rating, inspection: Inspection, changed: Collection[str], register: Iterable[Entry] = ()) -> Rating:
    """Rate an inspection anew after answers to some items on which no other item depends; only these are counted."""
    return _rated(inspection, before.scheme, followed(before.case, inspection, before.scheme, changed, register))


def _rated(inspection: Inspection, scheme: Scheme, case: Case) -> Rating:
    if not covers(inspection.form, scheme):
        why = _("{form}只问到部分专题，不评星").format(form=inspection.form.title)
        case = replace(case, refused=why)
    state = State.PROVISIONAL if inspection.finished else State.INTERIM
    rating = rate_case(scheme, case, state, complete=lambda: count(inspection).complete)
    return replace(rating, inspection=inspection)


def covers(form: Form, scheme: Scheme) -> bool:
    """Return whether a form asks about every topic of a scheme."""
    return form.topics >= {(scheme.measures[key].share or {}).get("topic", key) for key in scheme.topics}


def rate_case(scheme: Scheme, case: Case, state: State, *, complete: Callable[[], bool] = always) -> Rating:
    """Rate a case alone. While it is interim, a lack of data counts only once it is complete: everything answered."""
    return replace(rate_readings(scheme, read(scheme, case), state, case, complete=complete), case=case)


def rate_readings(
    scheme: Scheme, readings: Readings, state: State, case: Case = NOTHING, *, complete: Callable[[], bool] = always
) -> Rating:
    """Rate by figures; of the case only necessary items and the level before are looked at."""
    values = values_of(readings)
    refusal = case.refused or _refusal(scheme, values, state, complete)
    if refusal:
        return Rating(scheme, State.UNRATED, None, None, readings, why=refusal, asked=state)
    by_score = next((level for level in scheme.levels if _reached(level, values, case)), scheme.otherwise)
    above = scheme.above(by_score.level)
    adjusts = tuple(one for one in scheme.adjust if holds(one.when, values))
    moved = _moved(by_score.level, adjusts)
    caps = tuple(cap for cap in scheme.caps if holds(cap.when, values) and (cap.to or 0) < moved)
    capped = min([moved, *(cap.to or 0 for cap in caps)])
    highest = _highest(scheme, case.previous)
    level = scheme.at_most(capped if highest is None else min(capped, highest))
    rating = Rating(
        scheme,
        state,
        level,
        by_score,
        readings,
        _gates(above, readings),
        unmet(above, case),
        adjusts,
        caps,
        held=highest is not None and highest < capped,
        asked=state,
    )
    withheld = next((cap for cap in scheme.withhold if holds(cap.when, values)), None)
    if withheld:
        why = _("{why}：须由第二人核实后才能评星").format(why=withheld.why)
        return replace(rating, state=State.WITHHELD, level=None, why=why)
    return replace(rating, why=why_words(rating))


def _refusal(scheme: Scheme, values: Mapping[str, Fraction | None], state: State, complete: Callable[[], bool]) -> str:
    """Return why there is no rating at all; empty when there is one."""
    lacking = [key for key in scheme.needs if values[key] is None]
    if values[scheme.total] is None:
        return missing_words(scheme, lacking)
    if lacking and (state is not State.INTERIM or complete()):
        return missing_words(scheme, lacking)
    return next((str(one.why) for one in scheme.not_rated if holds(one.when, values)), "")


def _reached(level: Level, values: Mapping[str, Fraction | None], case: Case) -> bool:
    return holds(level.needs, values) and not unmet(level, case)


def unmet(level: Level | None, case: Case) -> tuple[str, ...]:
    """Return the necessary items of a level that are not passed in full.

    What is not asked, 不适用 or still unanswered is not in the way; what could not be checked is.
    """
    if level is None or not level.necessary:
        return ()
    wanted = set(level.necessary)
    return tuple(one.item.id for one in case.credits if one.item.id in wanted and _failed(one.verdict, one.credit))


def _failed(verdict: Verdict | None, credit: Fraction | None) -> bool:
    return verdict is Verdict.UNCHECKED or (credit is not None and credit < 1 and verdict is not Verdict.NA)


def _moved(level: int, adjusts: tuple[Adjust, ...]) -> int:
    """Move a level by each rule in turn; a rule never moves beyond its ends, nor back what lies beyond them."""
    for one in adjusts:
        moved = level + one.by
        level = min(moved, max(one.highest, level)) if one.by > 0 else max(moved, min(one.lowest, level))
    return level


def _highest(scheme: Scheme, previous: Previous | None) -> int | None:
    """Return the highest level that promotion allows; None where nothing holds it back."""
    if scheme.promotion is None or previous is None or previous.level is None:
        return None
    return previous.level + scheme.promotion.steps


def _gates(level: Level | None, readings: Readings) -> tuple[Gate, ...]:
    if level is None:
        return ()
    return tuple(
        Gate(key, readings[key].measure.title, need.word, need.figure, value, need.meets(value))
        for need in bounds_of(level.needs)
        for key in need.measures
        if (value := readings[key].value) is not None
    )


def tally(inspection: Inspection) -> dict[str, int]:
    """Count all items of the form by verdict; `not_asked` left out by a hall fact, `unanswered` still open."""
    counts = dict.fromkeys([*Verdict, "not_asked", "unanswered"], 0)
    for item in inspection.form.order:
        if not inspection.asked(item):
            counts["not_asked"] += 1
        else:
            counts[inspection.verdict(item) or "unanswered"] += 1
    return {str(key): number for key, number in counts.items()}
