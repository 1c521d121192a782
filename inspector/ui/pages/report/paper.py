"""A PDF read into memory and drawn page by page; the library is not safe in several threads, so one at a time."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QImage

from inspector.actions.proving_report import TURN
from inspector.errors import InspectorError
from inspector.wording import _

Images = dict[int, QImage]


Box = tuple[float, float, float, float]  # left, top, width, height in points, from the upper left corner


class Hit(NamedTuple):
    """A place where words stand: the page, counted from 0, and where on it."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF's bytes, and the size of each page in points."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]


def read_paper(path: Path) -> Paper:
    """Read a PDF; an InspectorError says that it cannot be shown."""
    import pypdfium2  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415 - only the preview needs it

    try:
        data = path.read_bytes()
        with TURN, pypdfium2.PdfDocument(data) as document:
            return Paper(data, tuple(page.get_size() for page in document))
    except (OSError, pypdfium2.PdfiumError) as fault:
        raise InspectorError(_("{name} 打不开，不能预览。").format(name=path.name), _("请重新生成。")) from fault


def draw_pages(paper: Paper, pages: tuple[int, ...], scale: float) -> Images:
    """Draw some pages at so many pixels to the point."""
    import pypdfium2  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415 - only the preview needs it

    images: Images = {}
    with TURN, pypdfium2.PdfDocument(paper.data) as document:
        for number in pages:
            bitmap = document[number].render(scale=scale, prefer_bgrx=True)
            picture = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            )
            images[number] = picture.copy()
            bitmap.close()
    return images


def found_in(paper: Paper, words: str) -> list[Hit]:
    """Return every place where words stand, page by page; one that runs over two lines is told by its first."""
    import pypdfium2  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415 - only the preview needs it

    hits = []
    with TURN, pypdfium2.PdfDocument(paper.data) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            search = text.search(words)
            while (place := search.get_next()) is not None:
                rects = [text.get_rect(one) for one in range(text.count_rects(*place))]
                if rects:
                    hits.append(Hit(number, _on_first_line(rects, paper.sizes[number][1])))
    return hits


def _on_first_line(rects: list[tuple[float, float, float, float]], height: float) -> Box:
    """Return one box around the pieces of the first line; set text comes in a piece for each change of spacing."""
    bottom, top = rects[0][1], rects[0][3]
    line = [one for one in rects if one[1] < top and one[3] > bottom]
    left, right, highest = min(one[0] for one in line), max(one[2] for one in line), max(one[3] for one in line)
    return left, height - highest, right - left, highest - min(one[1] for one in line)
