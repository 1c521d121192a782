"""What a checked file may refer to: the items, red lines, facts and limits of the library around it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from inspector.form.mistakes import Steps
from inspector.form.source import Data, Source, read_source


class Shelf:
    """The files read so far, each read once."""

    def __init__(self) -> None:
        self._sources: dict[Path, Source] = {}

    def source(self, path: Path) -> Source:
        """Return a file, reading it the first time."""
        key = path.resolve()
        if key not in self._sources:
            self._sources[key] = read_source(path)
        return self._sources[key]

    def folder(self, folder: Path) -> list[Source]:
        """Return all files of a folder."""
        return [self.source(path) for path in sorted(folder.glob("*.yaml"))]


@dataclass(frozen=True, slots=True)
class Where:
    """An item or a red line, and where it stands."""

    source: Source
    path: Steps
    data: Data

    @property
    def sound(self) -> bool:
        """Whether its shape is flawless."""
        return self.source.sound(*self.path)


@dataclass(slots=True)
class Surroundings:
    """The library around a file; `limit_rows` holds the rows of every key."""

    sections: dict[str, Source] = field(default_factory=dict)
    limits: dict[str, Source] = field(default_factory=dict)
    items: dict[str, list[Where]] = field(default_factory=dict)
    red_lines: dict[str, list[Where]] = field(default_factory=dict)
    limit_rows: dict[str, list[Data]] = field(default_factory=dict)

    def ids(self, found: str) -> list[Where]:
        """Return everything that bears an id."""
        return [*self.items.get(found, ()), *self.red_lines.get(found, ())]


def surroundings(folders: Iterable[Path], shelf: Shelf, own: Iterable[Source] = ()) -> Surroundings:
    """Gather what folders offer, the nearest first; files of one's own replace those of the same name."""
    around = Surroundings()
    for source in own:
        taken = source.name in around.sections or source.name in around.limits
        _place(around, source, str(source.path) if taken else source.name)
    for folder in folders:
        for source in (*shelf.folder(folder / "sections"), *shelf.folder(folder / "limits")):
            _place(around, source, source.path.stem)
    for section in around.sections.values():
        _index(section, "items", around.items)
        _index(section, "red_lines", around.red_lines)
    for table in around.limits.values():
        _index_limits(table, around.limit_rows)
    return around


def _place(around: Surroundings, source: Source, name: str) -> None:
    kinds: Mapping[str, dict[str, Source]] = {"section": around.sections, "limits": around.limits}
    placed = kinds.get(source.kind)
    if placed is not None and not any(source is other for other in placed.values()):
        placed.setdefault(name, source)


def _index_limits(table: Source, index: dict[str, list[Data]]) -> None:
    """Index the rows by key; a key with a spoiled row has none, as nothing can be said of it."""
    spoiled = set()
    for path, row in table.entries("rows"):
        if isinstance(key := row.get("key"), str):
            rows = index.setdefault(key, [])
            if table.sound(*path):
                rows.append(row)
            else:
                spoiled.add(key)
    for key in spoiled:
        index[key].clear()


def _index(source: Source, key: str, index: dict[str, list[Where]]) -> None:
    for path, entry in source.entries(key):
        if isinstance(found := entry.get("id"), str):
            index.setdefault(found, []).append(Where(source, path, entry))
