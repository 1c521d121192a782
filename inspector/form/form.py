"""The blank checklist as frozen values: form, sections, items, answer parts and their bands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from inspector.form.conditions import Condition
from inspector.wording import language

if TYPE_CHECKING:
    from inspector.form.scenario import Scenario

SEVERITIES = ("info", "minor", "major", "fatal")
TOPICS = (
    "signage", "etiquette", "process", "timing", "phone_online", "promise",
    "accessibility", "special_groups", "environment", "improvement",
)  # fmt: skip
IDEAS = ("standard", "responsive", "humane", "innovative")


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the form in its languages; Chinese is always there. As a string it is in the one that is spoken."""

    zh: str
    en: str = ""

    def __str__(self) -> str:
        return self.into(language())

    def into(self, language: str) -> str:
        """Return the text in a language, Chinese where it has none."""
        return self.en if language == "en" and self.en else self.zh


NO_WORDS = Words("")


@dataclass(frozen=True, slots=True)
class Range:
    """A closed interval; None leaves an end open."""

    low: Decimal | None = None
    high: Decimal | None = None

    def __contains__(self, value: Decimal) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class Band:
    """Where a value passes, and where it passes in part; `when` limits the band to some halls. First match counts."""

    passing: Range
    part: Range | None = None
    when: Condition | None = None


class PartKind(StrEnum):
    """How one part of an answer is given."""

    CONFORM = "conform"
    CONFORM3 = "conform3"
    NUMBER = "number"
    COUNT = "count"
    RATIO = "ratio"
    TIMER = "timer"
    CHOICE = "choice"
    TEXT = "text"

    @property
    def measured(self) -> bool:
        """Whether the part holds figures that a band can judge."""
        return self in {PartKind.NUMBER, PartKind.COUNT, PartKind.RATIO, PartKind.TIMER}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a choice part's ways to answer, with the verdict it implies (None: no bearing) and its points if any."""

    key: str
    label: Words
    verdict: str | None = None
    points: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A named part of an answer.

    `unit` is that of the value (timers: s). `bands` judge it, or the rows of `limit` do. `samples` says how many values
    are wanted and `judge` which of them counts: worst, mean or each (all must pass; same result as worst, kept apart
    because each is a case of its own). `of_least` is the fewest observations a ratio may rest on.
    """

    key: str
    kind: PartKind
    label: Words = NO_WORDS
    unit: str = ""
    bands: tuple[Band, ...] = ()
    limit: str = ""
    samples: int = 1
    judge: str = "worst"
    of_least: int = 0
    choices: tuple[Choice, ...] = ()
    optional: bool = False
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Worsening:
    """A ticked fact that raises an item's severity, or what condition does so without a tick."""

    severity: str
    label: Words
    tick: str = ""
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class EvidenceRule:
    """What must be shown: photo never, on_fail or always; with a ruler in it; a document number; a note."""

    photo: str = "on_fail"
    with_ruler: bool = False
    document: bool = False
    note: str = "on_fail"


@dataclass(frozen=True, slots=True)
class Basis:
    """A text an item rests on; the clause is printed only when a person has verified it."""

    standard: str
    clause: str = ""
    clause_verified: bool = False
    confidence: str = "K"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at, and everything needed to judge it."""

    id: str
    ask: Words
    criterion: Words
    judge: Mapping[str, Words]
    parts: tuple[Part, ...]
    weight: int
    severity: str
    topic: str
    idea: str
    who: str = ""
    how: str = "observe"
    recall: str = ""
    help: Words = NO_WORDS
    drawing: str = ""
    worse_if: tuple[Worsening, ...] = ()
    evidence: EvidenceRule = EvidenceRule()
    remedy: Words = NO_WORDS
    effort: int = 1
    basis: tuple[Basis, ...] = ()
    same_fact: str = ""
    ask_if: Condition | None = None
    phrases: tuple[str, ...] = ()

    @property
    def allows_partly(self) -> bool:
        """Whether 部分符合 is a possible verdict."""
        return "partly" in self.judge

    @property
    def measured(self) -> bool:
        """Whether some part holds figures."""
        return any(part.kind.measured for part in self.parts)

    @property
    def later(self) -> bool:
        """Whether the answer comes after the visit (a call-back, a test result), so that memory has no part in it."""
        return self.recall == "later"

    @property
    def impression(self) -> bool:
        """Whether the answer rests on memory alone, so that it is worth nothing when told late."""
        if self.recall:
            return self.recall == "impression"
        return not (self.measured or self.evidence.document or self.evidence.photo == "always")

    def reads(self) -> set[str]:
        """Return the ids of the items that decide whether this one is asked, or by which band it is judged."""
        bands = (band for part in self.parts for band in part.bands)
        conditions = (self.ask_if, *(band.when for band in bands))
        return {read for condition in conditions if condition for read in condition.items()}

    def part(self, key: str) -> Part:
        """Return a part by key; KeyError when the item has no such part."""
        return next(part for part in self.parts if part.key == key)


@dataclass(frozen=True, slots=True)
class RedLine:
    """A fact that vetoes a star once a second person has confirmed it; implied by items, or noted directly."""

    id: str
    ask: Words
    criterion: Words
    implied_by: tuple[Condition, ...] = ()
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A yes-or-no fact of the hall that decides which items are asked."""

    key: str
    ask: Words
    help: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the walk through the hall."""

    key: str
    version: str
    title: Words
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Form:
    """A checklist as it was composed at one version; `digest` is the SHA-256 of its expanded plain data."""

    id: str
    version: str
    title: Words
    kind: str
    sections: tuple[Section, ...]
    facts: tuple[Fact, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    minimum: Mapping[str, int] = field(default_factory=dict)
    digest: str = ""
    scenario: "Scenario | None" = None

    @property
    def name(self) -> str:
        """Return id@version."""
        return f"{self.id}@{self.version}"

    @cached_property
    def items(self) -> dict[str, Item]:
        """Return every item by id, in walking order."""
        return {item.id: item for section in self.sections for item in section.items}

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """Return the section of every item id."""
        return {item.id: section for section in self.sections for item in section.items}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Return all item ids in walking order."""
        return tuple(self.items)

    @cached_property
    def place_of(self) -> dict[str, int]:
        """Return where every item stands in walking order."""
        return {id_: place for place, id_ in enumerate(self.order)}

    @cached_property
    def topics(self) -> frozenset[str]:
        """Return the topics of which some item counts."""
        return frozenset(item.topic for item in self.items.values() if item.weight)

    @cached_property
    def gates(self) -> dict[str, Condition]:
        """Return the condition of every item that has one, by id: most items are always asked."""
        return {item.id: item.ask_if for item in self.items.values() if item.ask_if is not None}

    @cached_property
    def dependents(self) -> dict[str, tuple[str, ...]]:
        """Return, for an item id, the items whose being asked or being judged depends on it."""
        readers: dict[str, list[str]] = {}
        for item in self.items.values():
            for read in item.reads():
                readers.setdefault(read, []).append(item.id)
        return {read: tuple(ids) for read, ids in readers.items()}
