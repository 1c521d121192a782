"""Reading photos safely: bombs, truncated files and odd colours told as a sentence, orientation put right."""

import io
import struct
import warnings
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import PIL.Image
from PIL import ImageOps

from inspector.errors import InspectorError
from inspector.lock.files import Damaged, readable_form
from inspector.wording import _

# Megapixels that are read within 500 MB; a baseline JPEG is shrunk while it is decoded.
MOST = {"JPEG": 250, "PNG": 80, "BMP": 80, "TIFF": 80, "HEIF": 60}
MOST_OTHER = 30  # animated, transparent and palette pictures, and decoders that keep several copies
MILLION = 1_000_000
PIL.Image.MAX_IMAGE_PIXELS = max(MOST.values()) * MILLION  # Pillow itself stops at less than phones make
EDGES = {"work": 2000, "report": 1280, "thumb": 256}
QUALITY = 80
# What cameras, phones and screens make; others (EPS, PSD...) would start decoders that nobody needs.
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF", "GIF", "BMP", "TIFF")
PLAIN = ("RGB", "L")
EXIF_TAKEN = 0x9003
EXIF_POINTER = 0x8769


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded photo, upright and in RGB, and when it was taken (ISO, local, empty when unknown)."""

    image: PIL.Image.Image
    taken_at: str


def read_picture(content: bytes, name: str) -> Picture:
    """Decode a photo of any phone format; an InspectorError says what is wrong with it."""
    if not content:
        raise InspectorError(_("照片 {name} 是空文件。").format(name=name), _("请换一张，或重拍。"))
    _register_heif()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = PIL.Image.open(io.BytesIO(content), formats=FORMATS)
            _refuse_giant(image, name)
            taken = _taken_at(image)
            edge = EDGES["work"]
            image.draft("RGB", (edge, edge))
            if image.mode in PLAIN:
                image.thumbnail((edge, edge), PIL.Image.Resampling.BICUBIC)  # before anything copies it
            return Picture(_in_rgb(ImageOps.exif_transpose(image)), taken)
    except InspectorError:
        raise
    except Exception as fault:  # a decoder fed with damaged bytes may raise anything
        raise InspectorError(
            _("照片 {name} 打不开，未加入佐证。").format(name=name), _("请换一张，或重拍。")
        ) from fault


def _refuse_giant(image: PIL.Image.Image, name: str) -> None:
    most = _most_megapixels(image)
    if image.width * image.height > most * MILLION:
        raise InspectorError(
            _("照片 {name} 太大（{width}×{height}）。").format(name=name, width=image.width, height=image.height),
            _("请先缩小到 {n} 百万像素以内。").format(n=most),
        )


def _most_megapixels(image: PIL.Image.Image) -> int:
    if image.format == "JPEG":
        return MOST["PNG" if image.info.get("progressive") else "JPEG"]
    return MOST.get(image.format or "", MOST_OTHER) if image.mode in PLAIN else MOST_OTHER


def copies(picture: Picture) -> dict[str, bytes]:
    """Return the JPEG copies by kind, largest first, each made from the one before."""
    made, image = {}, picture.image
    for kind, edge in EDGES.items():
        image = image.copy()
        image.info = {}  # a comment in the original would be written into every copy
        image.thumbnail((edge, edge), PIL.Image.Resampling.BICUBIC)
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=QUALITY)
        made[kind] = buffer.getvalue()
    return made


def _register_heif() -> None:
    if "HEIF" not in PIL.Image.OPEN:
        import pi_heif  # noqa: PLC0415 - 40 ms that only photos need

        pi_heif.register_heif_opener()


def _in_rgb(image: PIL.Image.Image) -> PIL.Image.Image:
    if image.mode in {"RGBA", "LA", "PA", "P"}:
        ground = PIL.Image.new("RGB", image.size, "white")
        rgba = image.convert("RGBA")
        ground.paste(rgba, mask=rgba.getchannel("A"))
        return ground
    if image.mode.startswith("I;16"):
        # A plain conversion would cut every value above 255 to white.
        return image.convert("I").point(lambda value: value / 256).convert("RGB")
    return image.convert("RGB")


def _taken_at(image: PIL.Image.Image) -> str:
    try:
        text = str(image.getexif().get_ifd(EXIF_POINTER).get(EXIF_TAKEN, ""))
        return datetime.strptime(text, "%Y:%m:%d %H:%M:%S").isoformat()  # noqa: DTZ007 - a camera has no zone
    except (ValueError, OSError, SyntaxError, TypeError, KeyError, struct.error):
        return ""


def taken_when(path: Path) -> str:
    """Return when a photo was taken, from the head of its file alone; "" when it does not say or is no picture."""
    _register_heif()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with PIL.Image.open(path, formats=FORMATS) as image:
                return _taken_at(image)
    except Exception:  # noqa: BLE001 - a decoder fed with damaged bytes may raise anything; reading it whole tells more
        return ""


def readable(path: Path) -> bool:
    """Return whether a copy of ours is there and is a picture."""
    try:
        return all(size_of(path))
    except (OSError, Damaged):
        return False


def opened(path: Path) -> PIL.Image.Image:
    """Return one of our own copies, read whole."""
    with PIL.Image.open(readable_form(path)) as image:
        image.load()
        return image.copy()


def size_of(path: Path) -> tuple[int, int]:
    """Return the pixels of one of our own copies."""
    with PIL.Image.open(readable_form(path)) as image:
        return image.size
