"""What a person drew on a photo: marks beside it, in ten-thousandths of its sides; the original stays as it is."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from inspector.inspection.redaction import BLUR, Region

ARROW, RING, BOX, WORDS = "arrow", "ring", "box", "words"
PROBLEM, GOOD = "problem", "good"
THICK = 0.006  # of the longer side
HEAD = 0.035  # of an arrow, likewise
TALL = 0.045  # of words, likewise


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark from one point to another; an arrow points at the second, words stand at the first, a blur lies between.

    Its points are counted in ten-thousandths, as those of a region.
    """

    shape: str
    x: int
    y: int
    to_x: int
    to_y: int
    words: str = ""

    @property
    def hidden(self) -> Region | None:
        """Return the region that it blurs; None for a mark that hides nothing."""
        if self.shape != BLUR:
            return None
        left, top = min(self.x, self.to_x), min(self.y, self.to_y)
        return Region(BLUR, left, top, abs(self.x - self.to_x), abs(self.y - self.to_y))

    def plain(self) -> dict[str, Any]:
        """Return the mark as JSON-able data."""
        return {key: value for key, value in asdict(self).items() if value != ""}

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Drawn":
        """Rebuild a mark from its plain data."""
        return cls(**plain)
