"""The boxes drawn on one photo while a person hides parts of it: which is chosen, and every step back."""

from collections.abc import Sequence
from dataclasses import replace

from inspector.inspection.redaction import BLUR, WHOLE, Region

LEAST = 60  # a box of less than this many ten-thousandths was a slip of the finger
EDGES = ("nw", "n", "ne", "w", "e", "sw", "s", "se")


class RedactionBoxes:
    """The boxes of one photo; each act that changes them is one step to undo."""

    def __init__(self, regions: Sequence[Region] = ()) -> None:
        self.regions = tuple(regions)
        self.chosen: int | None = None
        self.shape = BLUR
        self._past: list[tuple[Region, ...]] = []
        self._future: list[tuple[Region, ...]] = []

    @property
    def region(self) -> Region | None:
        """Return the box chosen; None without one."""
        return None if self.chosen is None else self.regions[self.chosen]

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._future)

    # Choosing.

    def choose(self, place: int | None) -> None:
        """Choose a box, or none."""
        self.chosen = place

    def choose_next(self, step: int = 1) -> None:
        """Choose the next box or the one before, round and round."""
        if self.regions:
            self.chosen = (-1 if step < 0 else 0) if self.chosen is None else self.chosen + step
            self.chosen %= len(self.regions)

    def at(self, x: int, y: int) -> int | None:
        """Return which box lies at a point, the one chosen or drawn last before others; None beside all."""
        held = [
            place
            for place, one in enumerate(self.regions)
            if one.x <= x <= one.x + one.width and one.y <= y <= one.y + one.height
        ]
        return self.chosen if self.chosen in held else held[-1] if held else None

    # Changing.

    def add(self, x: int, y: int, to_x: int, to_y: int) -> bool:
        """Add a box between two corners and choose it; one too small to be meant is not added."""
        region = _between(self.shape, x, y, to_x, to_y)
        if region.width < LEAST or region.height < LEAST:
            return False
        self._enter((*self.regions, region))
        self.chosen = len(self.regions) - 1
        return True

    def put(self, region: Region) -> None:
        """Put the chosen box elsewhere."""
        if self.chosen is not None and region != self.region:
            self._enter(_with(self.regions, self.chosen, region))

    def change(self, shape: str) -> None:
        """Hide the chosen box, and those drawn from now on, in another way."""
        self.shape = shape
        if self.region is not None:
            self.put(replace(self.region, shape=shape))

    def remove(self) -> None:
        """Remove the chosen box."""
        if self.chosen is not None:
            self._enter((*self.regions[: self.chosen], *self.regions[self.chosen + 1 :]))
            self.chosen = min(self.chosen, len(self.regions) - 1) if self.regions else None

    def undo(self) -> None:
        """Take the last step back."""
        self._step(self._past, self._future)

    def redo(self) -> None:
        """Take a step again that was taken back."""
        self._step(self._future, self._past)

    def _enter(self, regions: tuple[Region, ...]) -> None:
        self._past.append(self.regions)
        self._future.clear()
        self.regions = regions

    def _step(self, back: list[tuple[Region, ...]], forth: list[tuple[Region, ...]]) -> None:
        if back:
            forth.append(self.regions)
            self.regions = back.pop()
            self.chosen = None if self.chosen is None or self.chosen >= len(self.regions) else self.chosen


def moved(region: Region, dx: int, dy: int) -> Region:
    """Return a box moved within the picture."""
    x = min(max(region.x + dx, 0), WHOLE - region.width)
    y = min(max(region.y + dy, 0), WHOLE - region.height)
    return replace(region, x=x, y=y)


def resized(region: Region, edge: str, dx: int, dy: int) -> Region:
    """Return a box whose edge or corner (nw, n, ne, w, e, sw, s, se) is moved within the picture."""
    left, top, right, bottom = region.x, region.y, region.x + region.width, region.y + region.height
    left, right = (left + dx if "w" in edge else left), (right + dx if "e" in edge else right)
    top, bottom = (top + dy if "n" in edge else top), (bottom + dy if "s" in edge else bottom)
    made = _between(region.shape, left, top, right, bottom)
    return made if made.width >= LEAST and made.height >= LEAST else region


def _between(shape: str, x: int, y: int, to_x: int, to_y: int) -> Region:
    left, right = sorted(min(max(value, 0), WHOLE) for value in (x, to_x))
    top, bottom = sorted(min(max(value, 0), WHOLE) for value in (y, to_y))
    return Region(shape, left, top, right - left, bottom - top)


def _with(regions: tuple[Region, ...], place: int, region: Region) -> tuple[Region, ...]:
    return (*regions[:place], region, *regions[place + 1 :])
