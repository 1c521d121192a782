"""A file of the library as it was read: its kind, its data, and which of its data are sound enough to look into."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from inspector.form.codes import Code
from inspector.form.kinds import Kind
from inspector.form.mistakes import Mistake, Slip, Steps
from inspector.form.reader import Tree, read
from inspector.form.scheme_shape import SCHEME
from inspector.form.shape import FORM, LIMITS, SECTION

Data = Mapping[str, object]
SHAPES: Mapping[str, Kind] = {"section": SECTION, "form": FORM, "limits": LIMITS, "scheme": SCHEME}


@dataclass(frozen=True, slots=True)
class Source:
    """One file; `kind` is section, form, limits, scheme or nothing, `slips` what its shape lacks."""

    path: Path
    tree: Tree
    kind: str
    slips: tuple[Slip, ...]
    spoiled: frozenset[Steps]

    @property
    def data(self) -> Data:
        """Return the top level of the file, empty when it is no mapping."""
        return self.tree.value if isinstance(self.tree.value, dict) else {}

    @property
    def name(self) -> str:
        """Return the name the file gives itself, else its file name."""
        told = self.data.get(self.kind)
        return told if isinstance(told, str) else self.path.stem

    @property
    def shown(self) -> str:
        """Return the file as it is named in sentences about another one."""
        return self.path.name

    def sound(self, *path: str | int) -> bool:
        """Return whether the shape of the data at a path is flawless."""
        return path not in self.spoiled

    def entries(self, key: str) -> Iterator[tuple[Steps, Data]]:
        """Yield the mappings of a top-level list, each with its path."""
        listed = self.data.get(key)
        for index, entry in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(entry, dict):
                yield (key, index), entry

    def line(self, path: Steps) -> int:
        """Return the line of a path."""
        return self.tree.place(path).line

    def mistakes(self) -> list[Mistake]:
        """Return what is wrong with the writing and the shape of the file."""
        return [*self.tree.mistakes, *map(self.tree.mistake, self.slips)]


def read_source(path: Path) -> Source:
    """Read a file and check its shape."""
    return source_of(path, read(path))


def source_of(path: Path, tree: Tree) -> Source:
    """Check the shape of a tree."""
    kind = next((key for key in SHAPES if isinstance(tree.value, dict) and key in tree.value), "")
    shape = SHAPES.get(kind)
    slips = tuple(shape.slips(tree.value, ())) if shape else ()
    if not kind and not tree.mistakes:
        slips = (Slip(Code.UNKNOWN_FILE_KIND, ()),)
    spoiled = {slip.path[:depth] for slip in slips for depth in range(len(slip.path) + 1)}
    return Source(path, tree, kind, slips, frozenset(spoiled))
