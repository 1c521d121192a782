"""What the star report says: words and printed figures, frozen, before anything is set on paper."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from inspector.inspection.answer import Verdict
from inspector.report.noticed import Notice
from inspector.report.rated import Direction, Labelled, Severity, Star, Summary, Topic, Trace
from inspector.report.visited import Mystery


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover; `facts` fill the table below the band in two columns, `notes` stand behind the total."""

    unit: str
    subject: str
    title: str
    star: Star
    total: str | None
    notes: tuple[str, ...] = ()
    why: str = ""
    facts: tuple[Labelled, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit that counted, or one that did not and why; `valid` None is one still being made."""

    kind: str
    when: str
    scope: str
    people: str
    valid: bool | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of the checklist; `verdict` None is not yet answered, `automatic` an N/A the hall's facts gave."""

    item: str
    title: str
    weight: str
    severity: Severity
    criterion: str
    verdict: Verdict | None
    measured: str = ""
    remark: str = ""
    finding: int | None = None
    reason: str = ""
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the checklist; `note` says how many items and what share was earned."""

    title: str
    note: str
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class QuickFix:
    """A small thing mendable at once; `mended` when it was put right during the visit."""

    item: str
    title: str
    verdict: Verdict
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG by its file name; `missing` says why there is none (佐证缺失, 指纹不符, 按期销毁)."""

    path: Path | None
    caption: str
    width: int
    height: int
    sha256: str
    missing: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A photo in the list of evidence: the item it was taken for, and the finding that shows it, if one does."""

    photo: Photo
    item: str
    title: str
    finding: int | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """What a finding rests on, and whether a person has checked the clause."""

    text: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem to be put right in writing."""

    number: int
    title: str
    severity: Severity
    item: str
    place: str
    facts: str
    basis: tuple[Basis, ...]
    action: str
    deadline: str
    responsible: str
    effect: str = ""
    last_time: str = ""
    plate: str = ""
    photos: tuple[Photo, ...] = ()
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Highlight:
    """Something the hall does well."""

    title: str
    text: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class RedLine:
    """A red-line fact (V-01…): candidate, confirmed or rejected, in words."""

    code: str
    title: str
    state: str
    item: str
    facts: str


@dataclass(frozen=True, slots=True)
class Compared:
    """An item then and now."""

    item: str
    title: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Tally:
    """One card of the comparison: 改善 19 不再丢分."""

    direction: Direction
    name: str
    number: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Compared items under one heading."""

    title: str
    direction: Direction
    rows: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Chapter 7: the cards and lists, or for a first rating the lead alone."""

    lead: str
    then: str = ""
    now: str = ""
    tallies: tuple[Tally, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Method:
    """How the paper came about: paragraphs, then versions and digests."""

    paragraphs: tuple[str, ...]
    versions: tuple[Labelled, ...]
    record_hash: str
    previous_hash: str = ""
    unverified: str = ""


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """A box to sign in; `seal` draws the dashed ring a stamp goes into, `strokes` are ink in a field of 1000 by 400."""

    role: str
    seal: bool = False
    day: str = ""
    strokes: tuple[tuple[int, ...], ...] = ()


class Attached(NamedTuple):
    """A file inside the PDF: its name, what it is, its bytes."""

    name: str
    about: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Again:
    """Cover and summary once more, in another language."""

    language: str
    cover: Cover
    summary: Summary
    nothing_found: str


@dataclass(frozen=True, slots=True)
class ReportContent:
    """What the reports of one hall say, each of them as much of it as it needs.

    `peers` says how the hall stands among others; `record_code` is what a camera reads, empty without an address.
    """

    hall: str
    number: str
    made_at: datetime
    cover: Cover
    reading: tuple[str, ...]
    visits: tuple[Visit, ...]
    visits_note: str
    summary: Summary
    trace: Trace
    topics: tuple[Topic, ...]
    mystery: Mystery
    sections: tuple[Section, ...]
    comparison: Comparison
    method: Method
    sections_lead: str = ""
    quick_fixes: tuple[QuickFix, ...] = ()
    quick_fixes_note: str = ""
    findings_lead: str = ""
    findings: tuple[Finding, ...] = ()
    nothing_found: str = ""
    red_lines: tuple[RedLine, ...] = ()
    next_steps: str = ""
    highlights: tuple[Highlight, ...] = ()
    general_note: str = ""
    said: tuple[Labelled, ...] = ()
    signatures: tuple[SignatureBox, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    documents: tuple[Labelled, ...] = ()
    peers: tuple[str, ...] = ()
    record_code: str = ""
    notice: Notice | None = None
    valid_until: str = ""
    logo: Photo | None = None
    again: Again | None = None

    @property
    def record_hash(self) -> str:
        """The SHA-256 of the sealed record, in full."""
        return self.method.record_hash


def strings(part: object) -> Iterator[str]:
    """Yield every string that a part of the content would print."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from strings(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from strings(getattr(part, field.name))
