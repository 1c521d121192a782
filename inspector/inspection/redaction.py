"""What is hidden on a photo before anybody else sees it: rectangles as vectors, burnt in only when published."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WHOLE = 10_000  # coordinates are ten-thousandths of the upright picture, so that every copy is hidden alike
CELLS = 6  # a mosaic of so few mean colours tells skin from cloth, and nobody from anybody
INK = (34, 40, 49)
BOX, BLUR = "box", "blur"


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle to hide: `box` paints it over, `blur` leaves a coarse mosaic."""

    shape: str
    x: int
    y: int
    width: int
    height: int

    def plain(self) -> list[Any]:
        """Return the region as JSON-able data."""
        return [self.shape, self.x, self.y, self.width, self.height]


@dataclass(frozen=True, slots=True)
class Clearance:
    """What is hidden on a photo, and whether a person saw that no face, card or bill is left to be recognised."""

    regions: tuple[Region, ...] = ()
    cleared: bool = False
    by_name: str = ""
    at: str = ""

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Clearance":
        """Rebuild a clearance from its plain data."""
        return cls(tuple(Region(*one) for one in plain["regions"]), plain["cleared"], plain["by_name"], plain["at"])


UNCLEARED = Clearance()


def cells(width: int, height: int) -> tuple[int, int]:
    """Return of how many cells the mosaic of a part of a picture is made."""
    longest = max(width, height, 1)
    return max(1, width * CELLS // longest), max(1, height * CELLS // longest)


@dataclass(frozen=True, slots=True)
class Purged:
    """Evidence destroyed by rule: which kind (original, sound, copy), when it was due, by whom and when."""

    sha256: str
    kind: str
    due: str
    by_name: str
    at: str
