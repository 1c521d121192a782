"""Photos: whole, in a frame, by file name; one that is missing says so in a grey box."""

from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader

from inspector.lock.files import Damaged, readable_form, sealed
from inspector.report.content import Photo
from inspector.report.palette import GREY, MUTE, RULE, TINT, WHITE, Style
from inspector.report.sheet import Sheet
from inspector.wording import _

CROPPED_UPTO = 0.08  # share of a side that may be cut so that a photo fills its frame
REASON = Style(8, 11, GREY, bold=True, align="center")
DIGEST = Style(6.5, 9, MUTE, align="center")


def draw_photo(sheet: Sheet, photo: Photo, x: float, y: float, width: float, height: float) -> None:
    """Draw a photo fitted into a frame whose lower left corner is given."""
    path = readable(photo)
    words = " ".join(part for part in (photo.number, photo.caption, photo.missing) if part) or _("照片")
    with sheet.tags.figure(words, (x, y, width, height)):
        sheet.fill_box(x, y, width, height, TINT)
        if path is None:
            sheet.label(photo.missing or _("佐证缺失"), REASON, x + width / 2, y + height / 2 + 2)
            sheet.label(photo.sha256[:16], DIGEST, x + width / 2, y + height / 2 - 10)
        else:
            place(sheet, photo, path, (x, y, width, height))
    sheet.frame_box(x, y, width, height, MUTE if path else RULE)


def readable(photo: Photo) -> Path | None:
    """Return the file of a photo that is there and is a JPEG."""
    if photo.missing or photo.path is None or photo.path.suffix.lower() not in {".jpg", ".jpeg"}:
        return None
    try:
        with Image.open(readable_form(photo.path)) as picture:
            return photo.path if picture.format == "JPEG" else None
    except (OSError, SyntaxError, ValueError, Damaged):
        return None


def draw_logo(sheet: Sheet, logo: Photo | None, right: float, top: float, most: tuple[float, float]) -> None:
    """Draw an organisation's sign on a white ground, whole, ending at the right and beneath an edge; none is no gap."""
    path = readable(logo) if logo else None
    if logo is None or path is None:
        return
    wide, high = most
    scale = min(wide / logo.width, high / logo.height)
    width, height = logo.width * scale, logo.height * scale
    with sheet.tags.artifact():
        sheet.fill_box(right - width - 8, top - height - 6, width + 8, height + 6, WHITE)
        place(sheet, logo, path, (right - width - 4, top - height - 3, width, height))


def place(sheet: Sheet, photo: Photo, path: Path, frame: tuple[float, float, float, float]) -> None:
    """Draw the picture: filling the frame when its shape is near, else whole and centred."""
    x, y, width, height = frame
    shape = (photo.width or 4) / (photo.height or 3)
    wide, high = (width, width / shape) if shape >= width / height else (height * shape, height)
    grown = max(width / wide, height / high)
    if grown <= 1 + CROPPED_UPTO:
        wide, high = wide * grown, high * grown
    sheet.saveState()
    clip = sheet.beginPath()
    clip.rect(x, y, width, height)
    sheet.clipPath(clip, stroke=0, fill=0)
    # By name it is embedded as it is, without being decoded.
    picture = ImageReader(readable_form(path)) if sealed(path) else str(path)
    sheet.drawImage(picture, x + (width - wide) / 2, y + (height - high) / 2, wide, high)
    sheet.restoreState()
