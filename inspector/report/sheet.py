"""The paper being drawn on: a canvas that sets type glyph by glyph and never names a font it does not embed."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from inspector.report import marks
from inspector.report.fonts import REGULAR, Face, faces
from inspector.report.palette import MEASURE, PAGE_HEIGHT, PAGE_WIDTH, Span, Style, rgb
from inspector.report.paragraph import Paragraph

MAKER = "星察 Star Inspector"
ROUNDING = 0.004  # em; smaller shifts of a glyph cannot be seen


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


class Sheet(Canvas):  # type: ignore[misc]
    """A PDF in the making; a `plain` one names no maker and holds no signs."""

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
        self.file = BytesIO()
        rl_config.useA85 = 0
        super().__init__(
            self.file,
            size,
            pageCompression=1,
            invariant=1,
            initialFontName=REGULAR,
            lang="zh-CN",
            pdfVersion=(1, 5),
        )
        self.codes = [Codes(face, self._doc) for face in faces()]
        self.setTitle(title)
        self.setAuthor(author)
        self.setSubject(title)
        self.setCreator("" if plain else MAKER)
        self.setProducer("" if plain else MAKER)
        stamp = made_at.strftime("D:%Y%m%d%H%M%S")
        self.setDateFormatter(lambda *_moment: stamp)
        self.setViewerPreference("DisplayDocTitle", "true")
        if not plain:
            marks.define(self)

    def show(self, text: str, adjust: Sequence[float], span: Span, x: float, baseline: float) -> None:
        """Draw characters, each after its own room, in one stroke of text operators."""
        codes = self.codes[span.bold]
        parts = [f"BT {fill_operator(span.colour)} 1 0 0 1 {x:.2f} {baseline:.2f} Tm"]
        pieces: list[str] = []
        current = -1
        for char, room in zip(text, adjust, strict=True):
            subset, code = codes[char]
            if subset != current:
                if current >= 0:
                    parts.append(f"[{''.join(pieces)}] TJ")
                    pieces = []
                parts.append(f"{codes.name(subset)} {span.size:g} Tf")
                current = subset
            if abs(room) > ROUNDING * span.size:
                pieces.append(f"{-1000 * room / span.size:.0f}")
            pieces.append(f"<{code}>")
        parts.append(f"[{''.join(pieces).replace('><', '')}] TJ ET")
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

    def finished(self) -> bytes:
        """Close the document and return its bytes."""
        self.save()
        return self.file.getvalue()
