"""A look at the photos of a phone before any is taken in: only those a person confirms enter the vault."""

import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from inspector.errors import InspectorError
from inspector.vault.picture import EDGES, QUALITY, read_picture, taken_when
from inspector.vault.vault import THUMB


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A photo seen: where it lies, its SHA-256, when it was taken ("" unknown), and a small copy as JPEG bytes."""

    path: Path
    sha256: str
    taken_at: str
    small: bytes


@dataclass
class Glanced:
    """What was seen in a folder: photos of the days asked for, how many of other days, and those not readable."""

    glimpses: list[Glimpse] = field(default_factory=list)
    other_days: int = 0
    unreadable: int = 0


def glance(
    files: Sequence[Path], first: datetime | None, last: datetime | None, progress: Callable[[float], None]
) -> Glanced:
    """Look at photos taken between two moments (by the phone's clock), or at no known time; meant for a worker thread.

    The days are read from the head of each file first: the folder of a phone holds thousands of other photos.
    """
    seen = Glanced()
    for place, path in enumerate(files):
        progress(place / len(files))
        try:
            taken = taken_when(path)
            if _other_day(taken, first, last):
                seen.other_days += 1
            else:
                seen.glimpses.append(_glimpse(path))
        except (InspectorError, OSError):
            seen.unreadable += 1
    return seen


def _other_day(taken: str, first: datetime | None, last: datetime | None) -> bool:
    if not taken or first is None or last is None:
        return False
    moment = datetime.fromisoformat(taken).replace(tzinfo=first.tzinfo)
    return not first <= moment <= last


def _glimpse(path: Path) -> Glimpse:
    content = path.read_bytes()
    picture = read_picture(content, path.name)
    small = picture.image.copy()
    small.info = {}
    small.thumbnail((EDGES[THUMB], EDGES[THUMB]))
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=QUALITY)
    return Glimpse(path, hashlib.sha256(content).hexdigest(), picture.taken_at, buffer.getvalue())
