"""A mistake of an author, at its place in the file, as a sentence with advice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from inspector.form.catalogue import wording
from inspector.form.codes import Code

Steps = tuple[str | int, ...]
LONGEST_SHOWN = 40
OWN_WORDS = ("expected", "hint", "guess")  # said by the program, so never cut


@dataclass(frozen=True, order=True, slots=True)
class Mistake:
    """One mistake; lines and columns count from 1."""

    file: str
    line: int
    column: int
    code: str
    sentence: str
    advice: str = ""

    def __str__(self) -> str:
        said = f"{self.sentence} {self.advice}" if self.advice else self.sentence
        return f"{self.file}:{self.line}:{self.column}: {self.code}: {said}"


class Place(NamedTuple):
    """A line and a column, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake found at a path of the data, before the path is turned into a line; `at_key` points at the key."""

    code: Code
    path: Steps
    values: Mapping[str, object] = field(default_factory=dict)
    at_key: bool = False

    def under(self, path: Steps) -> "Slip":
        """Return the slip with its path put below another."""
        return Slip(self.code, (*path, *self.path), self.values, self.at_key)


def mistake(file: str, place: Place, code: Code, values: Mapping[str, object] | None = None) -> Mistake:
    """Word a mistake at a place."""
    sentence, advice = wording(code)
    shown = {name: str(one) if name in OWN_WORDS else _shown(one) for name, one in (values or {}).items()}
    return Mistake(file, place.line, place.column, code, sentence.format(**shown), advice.format(**shown))


def _shown(value: object) -> str:
    text = "、".join(map(str, value)) if isinstance(value, (tuple, list)) else str(value)
    limit = LONGEST_SHOWN * (8 if isinstance(value, (tuple, list)) else 1)
    text = " ".join(text.split())
    return text if len(text) <= limit else text[:limit] + "…"
