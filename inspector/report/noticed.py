"""What the notice (整改通知单) says: words and printed figures, nothing set yet."""

from dataclasses import dataclass

from inspector.report.rated import Labelled, Severity


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One thing to put right: what was seen, why it is wrong, what to do and by when; `evidence` are photo numbers."""

    number: int
    item: str
    title: str
    severity: Severity
    facts: str
    basis: str
    action: str
    deadline: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice (整改通知单) to a hall; `rules` are 期限, 复查, 申辩 and 对星级."""

    unit: str
    number: str
    day: str
    hall: str
    words: str
    rows: tuple[NoticeRow, ...]
    rules: tuple[Labelled, ...]
    foot: str


def spread(title: str) -> str:
    """Set the characters of a Chinese title apart, as official papers do; words of letters stay together."""
    return title if title.isascii() else "\u2002".join(title)
