"""A PDF read into memory and drawn page by page; the library is not safe in several threads, so one at a time."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from PySide6.QtGui import QImage

from inspector.errors import InspectorError
from inspector.wording import _

_turn = Lock()

Images = dict[int, QImage]


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
        with _turn, pypdfium2.PdfDocument(data) as document:
            return Paper(data, tuple(page.get_size() for page in document))
    except (OSError, pypdfium2.PdfiumError) as fault:
        raise InspectorError(_("{name} 打不开，不能预览。").format(name=path.name), _("请重新生成。")) from fault


def draw_pages(paper: Paper, pages: tuple[int, ...], scale: float) -> Images:
    """Draw some pages at so many pixels to the point."""
    import pypdfium2  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415 - only the preview needs it

    images: Images = {}
    with _turn, pypdfium2.PdfDocument(paper.data) as document:
        for number in pages:
            bitmap = document[number].render(scale=scale, prefer_bgrx=True)
            picture = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            )
            images[number] = picture.copy()
            bitmap.close()
    return images
