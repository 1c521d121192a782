"""What the league table and the heat map say: halls in order, printed figures, and the numbers their charts need."""

from dataclasses import dataclass

from inspector.report.rated import Change, Star


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure and its number (None: no data); `weak` when it is under the next star's floor."""

    printed: str
    number: float | None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class RankedHall:
    """A hall in the league; `past` are its last totals, the newest last; `note` says what holds its star down."""

    place: int
    moved: Change
    name: str
    full_name: str
    star: Star
    total: Figure
    change: str
    past: tuple[float, ...]
    ideas: tuple[Figure, ...]
    topics: tuple[Figure, ...]
    note: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Mean:
    """The last row: the means of all halls."""

    total: Figure
    change: str
    past: tuple[float, ...]
    ideas: tuple[Figure, ...]
    topics: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class League:
    """All halls of a city, best first; `shares` counts halls by the word of their star, best first."""

    unit: str
    title: str
    period: str
    lead: str
    ideas: tuple[str, ...]
    topics: tuple[str, ...]
    halls: tuple[RankedHall, ...]
    mean: Mean
    shares: tuple[tuple[str, int], ...]
    note: str
    heat_lead: str
    foot: str
