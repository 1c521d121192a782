"""A mystery visit (暗访) as it was made: who by code, the moments taken with two clocks, and what became of it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from inspector.form.moments import MARKS

PLACE = {key: place for place, key in enumerate(MARKS)}
LAST = ("T8", "R5", "O3")  # with one of these one is out of the door, off the line, or out of the app
FRESH, LATE = timedelta(hours=24), timedelta(hours=72)  # how long one may tell everything, and facts only
JUMP = timedelta(seconds=2)  # below that, the two clocks differ by rounding and slewing only


@dataclass(frozen=True, slots=True)
class Mark:
    """One moment taken: when by the wall, and when by the clock that nobody can set.

    `steady` is milliseconds since boot, sleep included; `boot` names which start of the machine that was. A typed time
    has neither; `source` says where it comes from, `reason` why an earlier one was changed.
    """

    key: str
    at: datetime
    steady: int | None = None
    boot: str = ""
    source: str = ""
    reason: str = ""

    @property
    def typed(self) -> bool:
        """Whether it was typed afterwards rather than pressed at the moment."""
        return self.steady is None

    def plain(self) -> dict[str, Any]:
        """Return the mark as JSON-able data holding only what there is."""
        plain = {
            "key": self.key, "at": self.at.isoformat(timespec="milliseconds"), "steady": self.steady,
            "boot": self.boot, "source": self.source, "reason": self.reason,
        }  # fmt: skip
        return {key: value for key, value in plain.items() if value not in {None, ""}}

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Mark":
        """Rebuild a mark from its plain data."""
        return cls(**{**plain, "at": datetime.fromisoformat(plain["at"])})


@dataclass(frozen=True, slots=True)
class Span:
    """The time between two moments; `jump` is how far the wall clock was set meanwhile, none below two seconds.

    `took` is None where the moments stand in the wrong order.
    """

    took: timedelta | None
    jump: timedelta = timedelta()


def between(earlier: Mark, later: Mark) -> Span:
    """Return the time between two moments: by the steady clock where both know it, else by the wall."""
    wall = later.at - earlier.at
    if earlier.steady is None or later.steady is None or earlier.boot != later.boot:
        return Span(None if wall < timedelta() else wall)
    steady = timedelta(milliseconds=later.steady - earlier.steady)
    jump = wall - steady
    return Span(None if steady < timedelta() else steady, jump if abs(jump) >= JUMP else timedelta())


@dataclass(frozen=True, slots=True)
class Recording:
    """A sound file kept with a visit, by its SHA-256 in the vault."""

    sha256: str
    name: str
    taken_at: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """What is known of a covert visit beyond its answers.

    `id` is shared by the inspections (one scenario each) made on one visit; `shopper` is a code, never a name. `marks`
    keeps every moment in the order it was entered: the last of a key counts. `followed` is what the person says about
    the script, `deviations` in what it was not followed; `exposed` is how the identity became known, empty if it did
    not. `phone_ahead` is how many seconds the clock of the phone that took the photos is ahead. `retold_at` is set when
    the inspection is sealed: when the last item was recalled.
    """

    id: str
    shopper: str = ""
    planned_from: str = ""
    planned_to: str = ""
    briefed_at: str = ""
    marks: tuple[Mark, ...] = ()
    followed: bool | None = None
    deviations: str = ""
    exposed: str = ""
    phone_ahead: int = 0
    sounds: tuple[Recording, ...] = ()
    retold_at: str = ""

    @property
    def window(self) -> tuple[datetime, datetime] | None:
        """Return the window planned for the visit; None without one."""
        if not (self.planned_from and self.planned_to):
            return None
        return datetime.fromisoformat(self.planned_from), datetime.fromisoformat(self.planned_to)

    def mark(self, key: str) -> Mark | None:
        """Return the moment that counts for a key; None when it was not taken."""
        return next((mark for mark in reversed(self.marks) if mark.key == key), None)

    @property
    def counting(self) -> tuple[Mark, ...]:
        """Return the moments that count, one of a key, in the order of a visit."""
        return tuple(sorted({mark.key: mark for mark in self.marks}.values(), key=lambda mark: PLACE[mark.key]))

    def span(self, start: str, end: str) -> Span | None:
        """Return the time between two moments; None when one was not taken."""
        first, second = self.mark(start), self.mark(end)
        return between(first, second) if first and second else None

    @property
    def began(self) -> datetime | None:
        """Return when the visit began: its first moment."""
        return min((mark.at for mark in self.counting), default=None)

    @property
    def left(self) -> datetime | None:
        """Return when one was out again, from when on everything is recollection; None while one is inside."""
        return max((mark.at for mark in self.counting if mark.key in LAST), default=None)

    def with_mark(self, mark: Mark) -> "Visit":
        """Return the visit with one moment more."""
        return replace(self, marks=(*self.marks, mark))

    def plain(self) -> dict[str, Any]:
        """Return the visit as JSON-able data holding only what there is."""
        plain: dict[str, Any] = {
            "id": self.id, "shopper": self.shopper, "planned_from": self.planned_from, "planned_to": self.planned_to,
            "briefed_at": self.briefed_at, "marks": [mark.plain() for mark in self.marks], "followed": self.followed,
            "deviations": self.deviations, "exposed": self.exposed, "phone_ahead": self.phone_ahead or None,
            "sounds": [{"sha256": one.sha256, "name": one.name, "taken_at": one.taken_at} for one in self.sounds],
            "retold_at": self.retold_at,
        }  # fmt: skip
        return {key: value for key, value in plain.items() if value not in (None, "", [])}

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Visit":
        """Rebuild a visit from its plain data."""
        marks = tuple(Mark.of(mark) for mark in plain.get("marks", ()))
        sounds = tuple(Recording(**one) for one in plain.get("sounds", ()))
        return cls(**{**plain, "marks": marks, "sounds": sounds})

    @classmethod
    def of_json(cls, text: str) -> "Visit":
        """Rebuild a visit from its plain data as JSON, as lists know it."""
        return cls.of(json.loads(text))


def disordered(marks: Iterable[Mark]) -> list[tuple[Mark, Mark]]:
    """Return the neighbours of one letter that stand in the wrong order."""
    rows: dict[str, list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: PLACE[mark.key]):
        rows.setdefault(mark.key[0], []).append(mark)
    return [pair for row in rows.values() for pair in pairwise(row) if between(*pair).took is None]


def jumps(marks: Sequence[Mark]) -> list[tuple[Mark, Mark, timedelta]]:
    """Return where the wall clock was set between two moments pressed one after the other, and by how much."""
    found = [(first, second, between(first, second).jump) for first, second in pairwise(marks)]
    return [one for one in found if one[2]]
