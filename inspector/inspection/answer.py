"""One item's answer: verdict, measured parts, note, ticked facts, photos; immutable, complete on its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from inspector.inspection.drawn import Drawn
from inspector.wording import _

SOUND = "Sound"


class Verdict(StrEnum):
    """What was found. Unanswered is not a verdict: it is the absence of one."""

    CONFORM = "conform"
    PARTLY = "partly"
    FAIL = "fail"
    NA = "na"
    UNCHECKED = "unchecked"

    @property
    def judged(self) -> bool:
        """Whether the item was judged, rather than left out with a reason."""
        return self in JUDGED


# Once and for all: looking up a member costs a microsecond on Python 3.11, and a rating asks of every item.
JUDGED = frozenset({Verdict.CONFORM, Verdict.PARTLY, Verdict.FAIL})


@dataclass(frozen=True, slots=True)
class Sample:
    """One measured value of a part; `of` is the total of a ratio; `text` holds a choice's key or free
    text; `between` names the moments of a visit that a time was taken from (T2→T3)."""

    value: Decimal | None = None
    of: Decimal | None = None
    text: str = ""
    at: str = ""
    place: str = ""
    between: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo attached to an item: its SHA-256 in the vault, and what the person said of it and drew on it.

    `shows` is problem, good or nothing; `ruler` says that a scale is in the picture.
    """

    sha256: str
    name: str = ""
    caption: str = ""
    taken_at: str = ""
    shows: str = ""
    ruler: bool = False
    drawn: tuple[Drawn, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF, office file or sound attached to an item: its SHA-256 in the vault, name, kind and size in bytes."""

    sha256: str
    name: str
    kind: str
    size: int

    @property
    def word(self) -> str:
        """Return its kind in words."""
        return _("录音") if self.kind == SOUND else self.kind


Parts = Mapping[str, tuple[Sample, ...]]


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything a person recorded for one item.

    `verdict` is what a person chose; None while only parts are filled, when the parts imply it.
    `reason` belongs to 不适用, 未能检查 and to a verdict that overrules the measured parts.
    `follow_up` makes a finding of 部分符合; `mended` says it was put right on the spot (立查立改).
    """

    verdict: Verdict | None = None
    parts: Parts = field(default_factory=dict)
    reason: str = ""
    note: str = ""
    ticks: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()
    documents: tuple[Document, ...] = ()
    flagged: bool = False
    follow_up: bool = False
    mended: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing at all was recorded."""
        return self == Answer()


EMPTY = Answer()
