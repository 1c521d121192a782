"""The two faces of the paper: registered once, every character checked, never an empty box."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfmetrics, ttfonts

from inspector.paths import resources

REGULAR = "NotoSansSC"
BOLD = "NotoSansSC-Bold"
# The faces lack the mathematical brackets that mark a missing character; the CJK ones look the same.
LOOKALIKES = {0x27E6: 0x301A, 0x27E7: 0x301B}
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
VARIATION_SELECTORS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}


class Widths(dict[str, float]):
    """Advance of each character for a size of one, filled in as characters turn up."""

    def __init__(self, face: Any) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, char: str) -> float:
        width = float(self.face.charWidths.get(ord(char), self.face.defaultWidth)) / 1000
        self[char] = width
        return width


class Face:
    """One weight: its reportlab font, its advances, and the characters it can draw."""

    def __init__(self, name: str, file: str) -> None:
        self.name = name
        self.font: Any = ttfonts.TTFont(name, str(resources("fonts", file)))
        shapes = self.font.face
        for wanted, like in LOOKALIKES.items():
            if wanted not in shapes.charToGlyph and like in shapes.charToGlyph:
                shapes.charToGlyph[wanted] = shapes.charToGlyph[like]
                shapes.charWidths[wanted] = shapes.charWidths[like]
        pdfmetrics.registerFont(self.font)
        self.known = frozenset(map(chr, shapes.charToGlyph))
        self.widths = Widths(shapes)


@lru_cache(1)
def faces() -> tuple[Face, Face]:
    """Register Regular and Bold on first use and return them in this order."""
    mend_unicode_maps()
    return Face(REGULAR, "NotoSansSC-Regular.ttf"), Face(BOLD, "NotoSansSC-Bold.ttf")


def mend_unicode_maps() -> None:
    """Make characters beyond U+FFFF copy and search right: their map wants UTF-16, not the bare number."""
    plain = ttfonts.makeToUnicodeCMap

    def mended(name: str, subset: list[int]) -> str:
        return re.sub(r"<([0-9A-F]{5,6})>", lambda hit: utf16(int(hit[1], 16)), plain(name, subset))

    ttfonts.makeToUnicodeCMap = mended


def utf16(code: int) -> str:
    """Write a code point as the hexadecimal UTF-16 of a character map."""
    return f"<{chr(code).encode('utf-16-be').hex().upper()}>"


def cleaned(text: str) -> str:
    """Drop what cannot be seen: controls, marks of direction, joiners, variation selectors; tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    kept = (
        " " if char == "\t" else char
        for char in unicodedata.normalize("NFC", text)
        if char in "\n\t\u00ad" or (unicodedata.category(char) not in UNSEEN and ord(char) not in VARIATION_SELECTORS)
    )
    return "".join(kept).replace("\u00ad", "")


def lone_surrogates_named(text: str) -> str:
    """Name halves of broken characters, which no file can hold, before they are lost."""
    return "".join(named(char) if "\ud800" <= char <= "\udfff" else char for char in text)


def named(char: str) -> str:
    """Write a character the face lacks by its number: ⟦U+1F600⟧."""
    return f"⟦U+{ord(char):04X}⟧"


@lru_cache(8192)
def runs(text: str, bold: bool) -> tuple[tuple[str, bool], ...]:
    """Split a text into runs one face can draw: Bold, else Regular, else the number of the character."""
    regular, heavy = faces()
    text = cleaned(lone_surrogates_named(text))
    letters = set(text) - {"\n"}
    for char in letters - regular.known:
        text = text.replace(char, named(char))
    if not bold or not (set(text) - {"\n"} - heavy.known):
        return ((text, bold),) if text else ()
    found: list[tuple[str, bool]] = []
    for char in text:
        strong = char in heavy.known or char == "\n"
        if found and found[-1][1] == strong:
            found[-1] = (found[-1][0] + char, strong)
        else:
            found.append((char, strong))
    return tuple(found)


def missing(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the characters of these texts that no face can draw, in order of their number."""
    used: set[str] = set()
    for text in texts:
        used.update(text)
    broken = {char for char in used if "\ud800" <= char <= "\udfff"}
    visible = set(cleaned("".join(sorted(used - broken)))) - {"\n"}
    return tuple(sorted((visible - faces()[0].known) | broken))
