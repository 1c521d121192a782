"""What the report says of the rating: star, ideas, topics, problems in short, and the trace of every point."""

from dataclasses import dataclass
from typing import Literal

from inspector.inspection.answer import Verdict

StarState = Literal["interim", "provisional", "full", "withheld", "unrated"]
Direction = Literal["up", "down", "same", "new", ""]
Severity = Literal["fatal", "major", "minor", "info"]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and what stands behind it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Star:
    """The star as printed: `level` filled of `of`, a word for it, and how firm it is.

    A level of None draws no stars at all: nothing is rated, or the scale has none and its word says it all; 0 draws
    outlines only; an interim level as many outlines, none filled.
    `plate` is the state word beside the star word: 暂估, 暂评, 评定, 否决待确认, 申辩中.
    """

    level: int | None
    word: str
    state: StarState = "full"
    plate: str = ""
    of: int = 5


@dataclass(frozen=True, slots=True)
class Change:
    """A change against last time: its direction and the printed difference, without a sign."""

    direction: Direction = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A line drawn in a chart: what it is called and where it lies."""

    label: str
    number: float


@dataclass(frozen=True, slots=True)
class Share:
    """An idea or a topic: printed figures, and the plain numbers its chart needs (None: no data); `mean` the city's."""

    name: str
    weight: str
    value: str
    last: str = ""
    change: Change = Change()
    contribution: str = ""
    number: float | None = None
    last_number: float | None = None
    mean: float | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """One rating in the history: when (26-03), the printed total, its number (None: not rated), the city's mean."""

    when: str
    printed: str
    number: float | None
    mean: float | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many items got a verdict; None counts those without one yet."""

    verdict: Verdict | None
    number: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the problem list in the summary."""

    number: int
    item: str
    title: str
    severity: Severity
    deadline: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Chapter 1: the judgement, ideas, topics, counts and problems; `floor` is the next star's lowest idea."""

    headline: str
    sentences: tuple[str, ...]
    ideas: tuple[Share, ...]
    total: Share
    topics: tuple[Share, ...]
    counts: tuple[Count, ...]
    counts_sentence: str = ""
    problems: tuple[Problem, ...] = ()
    history: tuple[Past, ...] = ()
    levels: tuple[Limit, ...] = ()
    floor: Limit | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the waterfall; printed losses are differences of the printed running totals."""

    idea: str
    topic: str
    lost: str
    running: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Gate:
    """A rule that fired or could have: what the next star needs, what was found, what it allows."""

    name: str
    rule: str
    now: str
    needed: str
    passed: bool
    allows: Star


@dataclass(frozen=True, slots=True)
class Requirement:
    """A condition for being rated at all: have against need."""

    name: str
    have: str
    need: str
    met: bool


@dataclass(frozen=True, slots=True)
class Base:
    """One idea before and after 不适用 left the base; `total` marks the last row."""

    name: str
    items: str
    not_applicable: str
    left_out: str
    score: str
    full_base: str
    total: bool = False


@dataclass(frozen=True, slots=True)
class Mending:
    """One item of the shortest way to the next star: what to do, by when, and what stands after it and those before.

    `lowest` is the lowest idea then, `majors` the major problems left; a gain of each would not add up once cut.
    """

    item: str
    title: str
    remedy: str
    days: str
    total: str
    lowest: str = ""
    majors: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """Chapter 2: how the star came about; the single lost points follow in chapter 3, topic by topic."""

    lead: str
    total: str | None
    steps: tuple[Step, ...] = ()
    axis_from: float = 0.0
    line: Limit | None = None
    exact: str = ""
    veto: tuple[Labelled, ...] = ()
    veto_sentence: str = ""
    next_steps: str = ""
    requirements: tuple[Requirement, ...] = ()
    gates: tuple[Gate, ...] = ()
    result: str = ""
    star: Star | None = None
    adjustments: tuple[Labelled, ...] = ()
    way: str = ""
    mendings: tuple[Mending, ...] = ()
    bases: tuple[Base, ...] = ()
    bases_note: str = ""


@dataclass(frozen=True, slots=True)
class LostPoint:
    """An item that lost points: its weight, the credit it got and what the total lost by it, printed and plain."""

    item: str
    title: str
    verdict: Verdict
    weight: str
    credit: str
    lost: str
    measured: str = ""
    remark: str = ""
    heavy: bool = False
    number: float = 0.0


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of chapter 3 with every point it lost, the worst first; `items` says how many, and the weight earned."""

    share: Share
    items: str
    counts: tuple[Count, ...]
    lost: tuple[LostPoint, ...] = ()
