"""The paper being drawn on: a canvas that sets type glyph by glyph and never names a font it does not embed."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache, partial
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import LinkAnnotation
from reportlab.pdfgen.canvas import Canvas

from inspector.report import marks
from inspector.report.archive import archived, mend_streams, moment
from inspector.report.content import Attached
from inspector.report.fonts import REGULAR, Face, cleaned, faces, lone_surrogates_named
from inspector.report.packing import packed
from inspector.report.palette import MEASURE, PAGE_HEIGHT, PAGE_WIDTH, Span, Style, rgb
from inspector.report.paragraph import Paragraph
from inspector.report.tagging import Raw, Structure
from inspector.wording import language

MAKER = "星察 Star Inspector"
ROUNDING = 0.004  # em; smaller shifts of a glyph cannot be seen


@contextmanager
def collecting_later() -> Iterator[None]:
    """Collect no garbage meanwhile: a report makes tens of thousands of small objects and drops them all at its end.

    Looking through them again and again would take a third of the time.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


class Codes(dict[str, tuple[int, str]]):
    """The subset and the code by which a document calls each character of a face."""

    def __init__(self, face: Face, document: Any) -> None:
        super().__init__()
        self.face = face
        self.document = document
        self.names: dict[int, str] = {}

    def __missing__(self, char: str) -> tuple[int, str]:
        ((subset, code),) = self.face.font.splitString(char, self.document)
        self[char] = subset, code.hex()
        return self[char]

    def name(self, subset: int) -> str:
        """Return the name of a subset in the page's resources."""
        known = self.names.get(subset)
        if known is None:
            known = self.names[subset] = str(self.face.font.getSubsetInternalName(subset, self.document))
        return known


@lru_cache(64)
def fill_operator(colour: str) -> str:
    """Return the operator that fills with a colour."""
    return " ".join(f"{part:.3f}" for part in rgb(colour)) + " rg"


class Link(LinkAnnotation):  # type: ignore[misc]
    """A link that belongs to the structure and is printed as the page is."""

    permitted = (*LinkAnnotation.permitted, "StructParent")


class Sheet(Canvas):  # type: ignore[misc]
    """A PDF in the making, tagged and fit for an archive; a `plain` one is neither, names no maker, holds no signs."""

    def __init__(
        self,
        title: str,
        author: str,
        made_at: datetime,
        size: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT),
        *,
        plain: bool = False,
    ) -> None:
        faces()
        mend_streams()
        self.made_at, self.plain = made_at, plain
        self.attached: tuple[Attached, ...] = ()
        rl_config.useA85 = 0
        super().__init__(
            BytesIO(),
            size,
            pageCompression=1,
            invariant=1,
            initialFontName=REGULAR,
            lang=marks.LANGUAGES[language()],
            pdfVersion=(1, 7),
        )
        self.tags = Structure(self)
        self.tags.off = plain
        self.codes = [Codes(face, self._doc) for face in faces()]
        self.setTitle(title)
        self.setAuthor(author or ("" if plain else MAKER))
        self.setSubject(title)
        self.setCreator("" if plain else MAKER)
        self.setProducer("" if plain else MAKER)
        stamp = moment(made_at)
        self.setDateFormatter(lambda *_moment: stamp)
        self.setViewerPreference("DisplayDocTitle", "true")
        if not plain:
            marks.define(self)

    def show(self, text: str, adjust: Sequence[float], span: Span, x: float, baseline: float) -> None:
        """Draw characters, each after its own room, in one stroke of text operators."""
        codes, size = self.codes[span.bold], span.size
        least, factor = ROUNDING * size, -1000 / size
        parts = [f"BT {fill_operator(span.colour)} 1 0 0 1 {x:.2f} {baseline:.2f} Tm"]
        pieces: list[str] = []
        current = -1
        for char, room in zip(text, adjust, strict=True):
            subset, code = codes[char]
            if subset != current:
                if current >= 0:
                    parts.append(f"[<{''.join(pieces)}>] TJ")
                    pieces = []
                parts.append(f"{codes.name(subset)} {size:g} Tf")
                current = subset
            pieces.append(code if -least <= room <= least else f">{factor * room:.0f}<{code}")
        parts.append(f"[<{''.join(pieces)}>] TJ ET")
        self._code.append(" ".join(parts))

    def icon(self, name: str, x: float, baseline: float, size: float) -> None:
        """Draw an icon on a line of type."""
        self.saveState()
        self.transform(size, 0, 0, size, x, baseline)
        self.doForm(marks.form_name(name))
        self.restoreState()

    def label(self, text: str, style: Style, x: float, baseline: float, width: float = MEASURE) -> float:
        """Draw one line with its baseline given, from x, or ending or centred there; return its width."""
        line = Paragraph(text, style, width, most=1, align="left")
        shift = {"right": line.widest, "center": line.widest / 2}.get(style.align, 0.0)
        line.draw(self, x - shift, baseline + style.leading / 2 + style.size * 0.36)
        return line.widest

    def fill_box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle whose lower left corner is given."""
        self._code.append(f"{fill_operator(colour)} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def frame_box(self, x: float, y: float, width: float, height: float, colour: str, line: float = 0.5) -> None:
        """Draw the outline of a rectangle."""
        self._code.append(f"{fill_operator(colour).upper()} {line:g} w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def rule(self, x: float, y: float, to: float, colour: str, line: float = 0.5) -> None:
        """Draw a horizontal rule."""
        self._code.append(f"{fill_operator(colour).upper()} {line:g} w {x:.2f} {y:.2f} m {to:.2f} {y:.2f} l S")

    def path(self, points: Sequence[tuple[float, float]], colour: str, line: float = 0.5, dash: str = "") -> None:
        """Draw an open line through points, dashed where a dash pattern is given."""
        moves = " ".join(f"{x:.2f} {y:.2f} {'l' if place else 'm'}" for place, (x, y) in enumerate(points))
        self._code.append(f"q {fill_operator(colour).upper()} {line:g} w 1 j [{dash}] 0 d {moves} S Q")

    def area(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """Fill a closed shape."""
        moves = " ".join(f"{x:.2f} {y:.2f} {'l' if place else 'm'}" for place, (x, y) in enumerate(points))
        self._code.append(f"{fill_operator(colour)} {moves} h f")

    def dot(self, x: float, y: float, radius: float, fill: str, line: str = "") -> None:
        """Draw a filled disc, ringed where a colour of line is given."""
        self.setFillColorRGB(*rgb(fill))
        self.setStrokeColorRGB(*rgb(line or fill))
        self.setLineWidth(1.2)
        self.circle(x, y, radius, stroke=bool(line), fill=1)

    def link(self, chapter: str, words: str, box: tuple[float, float, float, float]) -> None:
        """Let a rectangle lead to a bookmark, told in words; it belongs to the tag that is open."""
        element, name = self.tags.marked, f"link-{chapter}"
        key = {"StructParent": self.tags.link(element, name)} if element else {}
        place = self._absRect(box, 1)
        destination = self._bookmarkReference(chapter)
        self._addAnnotation(Link(place, words, destination, "[0 0 0]", F=4, **key), name)

    def beginForm(self, *names: Any, **more: Any) -> None:
        """Begin a form: what is drawn in it belongs to the tags that show it."""
        self.tags.suspend()
        super().beginForm(*names, **more)

    def endForm(self, **more: Any) -> None:
        """End a form."""
        super().endForm(**more)
        self.tags.resume()

    def showPage(self) -> None:
        """End a page."""
        self.tags.end_page()
        super().showPage()

    def finished(self) -> bytes:
        """Close the document and return its bytes."""
        if not self.plain:
            self._tell_structure()
            archived(self._doc, self.made_at, self.attached)
        if self._code:
            self.showPage()
        self._doc.format = partial(packed, self._doc)
        return bytes(self._doc.GetPDFData(self))

    def _tell_structure(self) -> None:
        document = self._doc
        tree, keys = self.tags.written(document)
        document.Catalog.StructTreeRoot = tree
        document.Catalog.MarkInfo = Raw(b"<</Marked true>>")
        for place, page in enumerate(document.Pages.pages):
            page.StructParents, page.Tabs = keys[place], "/S"
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]


def plain(text: str) -> str:
    """Return a text fit for the document's own description."""
    return cleaned(lone_surrogates_named(text)).replace("\n", " ")
