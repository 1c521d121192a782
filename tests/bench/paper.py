"""A report of some 60 pages and 40 photos, against the same lines and photos put on a raw canvas."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
from PIL import Image

from inspector.report.content import ReportContent
from inspector.report.pdf import write_report
from tests.bench.measuring import in_turn, milliseconds, told
from tests.report.sample_content import full

FINDINGS = 330
PHOTOS = 40


@dataclass(frozen=True)
class Line:
    """A run of text where our own paper has it."""

    x: float
    y: float
    size: float
    text: str


def paper() -> list[str]:
    """Return the line for the report."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = photographed(folder)
        pictures = sorted({photo.path for one in content.findings for photo in one.photos if photo.path})
        target = folder / "ours.pdf"
        pages = write_report(content, target, tagged=False)
        lines = _lines(target)
        pair = in_turn(
            lambda: milliseconds(lambda: write_report(content, target, tagged=False)),
            lambda: milliseconds(lambda: _raw(lines, pictures, folder / "raw.pdf")),
        )
        size = target.stat().st_size / 1e6
    return [
        told(f"report, {pages} pages, {len(pictures)} photos / raw canvas", pair, "<= 1.8"),
        f"    {sum(map(len, lines))} lines of text on both, {size:.1f} MB",
    ]


def photographed(folder: Path) -> ReportContent:
    """Return a report of some 60 pages with so many photos of report size."""
    content = full(folder, FINDINGS)
    pictures = sorted({photo.path for one in content.findings for photo in one.photos if photo.path})[:PHOTOS]
    for picture in pictures:
        _draw_large(picture)
    return _with_photos(content, set(pictures))


def _draw_large(path: Path) -> None:
    """Put a photo of report size and weight (some 130 KB) in the place of a small drawn one."""
    Image.effect_noise((1280, 960), 4).convert("RGB").save(path, "JPEG", quality=80)


def _with_photos(content: ReportContent, kept: set[Path]) -> ReportContent:
    findings = tuple(
        replace(one, photos=tuple(photo for photo in one.photos if photo.path in kept)) for one in content.findings
    )
    return replace(content, findings=findings)


def _lines(path: Path) -> list[list[Line]]:
    """Read back the text line by line; a row of a table is one line, which makes the floor a strict one."""
    document = pypdfium2.PdfDocument(path)
    pages = []
    for page in document:
        texts = [text for text in page.get_textpage().get_text_range().splitlines() if text.strip()]
        pages.append([Line(60, 780 - 9 * number, 8, text) for number, text in enumerate(texts)])
    document.close()
    return pages


def _raw(pages: list[list[Line]], pictures: list[Path], target: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    from inspector.report.fonts import REGULAR, faces

    faces()
    canvas = Canvas(str(target), pageCompression=1)
    for number, lines in enumerate(pages):
        for line in lines:
            canvas.setFont(REGULAR, line.size)
            canvas.drawString(line.x, line.y, line.text)
        for picture in pictures[number :: len(pages)]:
            canvas.drawImage(str(picture), 60, 500, 150, 112)
        canvas.showPage()
    canvas.save()
