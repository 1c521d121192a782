"""What the report tells of mystery visits: the journey of each, times and their limits, words heard, the gate."""

from dataclasses import dataclass
from typing import Literal

from inspector.inspection.answer import Verdict

StretchKind = Literal["wait", "served"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a journey, so many seconds after the first; `note` says that it was entered afterwards."""

    key: str
    name: str
    at: float
    clock: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A judged time on the journey, in seconds after the first moment."""

    begins: float
    ends: float
    kind: StretchKind
    over: bool = False


@dataclass(frozen=True, slots=True)
class LimitLine:
    """Where a limit ran out on the journey; `scored` False is a benchmark that judges nothing."""

    at: float
    label: str
    scored: bool = True


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that were said, and for which item they stand."""

    words: str
    item: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the validity gate: met, broken or still open; why is told where it is not met."""

    name: str
    state: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Journey:
    """One mystery visit in one scenario; without moments `silent` says why nothing is drawn.

    `found` is what was not conforming, where no other chapter tells it.
    """

    title: str
    note: str
    result: str
    moments: tuple[Moment, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    limits: tuple[LimitLine, ...] = ()
    silent: str = ""
    remarks: tuple[str, ...] = ()
    found: tuple[Quote, ...] = ()
    quotes: tuple[Quote, ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A time that was taken: seconds as a number, printed, and what came of it; `outcome` stands in for a verdict.

    `visit` is the number of the visit where there are several.
    """

    seconds: float
    printed: str
    verdict: Verdict | None
    outcome: str = ""
    visit: str = ""


@dataclass(frozen=True, slots=True)
class Timing:
    """One kind of time over the visits, against its limit in seconds; `average` stands apart from the single cases.

    `shown` are lines that are drawn beside the limit and judge nothing.
    """

    item: str
    span: str
    benchmark: str
    took: tuple[Taken, ...]
    limit: float | None = None
    shown: tuple[float, ...] = ()
    source: str = ""
    average: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Mystery:
    """Chapter 4: one sentence, and the journeys and timings where there were mystery visits."""

    sentence: str
    journeys: tuple[Journey, ...] = ()
    timings: tuple[Timing, ...] = ()
