"""Photos as phones, scanners and accidents make them, as bytes."""

import io
import struct
import zlib
from typing import Any

import pillow_heif
from PIL import Image

# Four corners of four colours, so that every turn of the picture shows.
CORNERS = {(0, 0): (200, 30, 30), (1, 0): (30, 160, 30), (0, 1): (40, 40, 200), (1, 1): (230, 220, 60)}
SIZE = (120, 80)
ORIENTATION, TAKEN = 0x0112, 0x9003


def corners(size: tuple[int, int] = SIZE, mode: str = "RGB") -> Image.Image:
    small = Image.new("RGB", (2, 2))
    for place, colour in CORNERS.items():
        small.putpixel(place, colour)
    return small.resize(size, Image.Resampling.NEAREST).convert(mode)


def encoded(image: Image.Image, kind: str = "JPEG", **more: Any) -> bytes:
    buffer = io.BytesIO()
    if kind == "HEIF":  # written by the library with the encoder, read by the program's own
        pillow_heif.from_pillow(image).save(buffer, **more)
    else:
        image.save(buffer, kind, **more)
    return buffer.getvalue()


def photo(size: tuple[int, int] = SIZE, shade: int = 0) -> bytes:
    image = corners(size)
    image.putpixel((0, 0), (shade, shade, shade))
    return encoded(image, quality=95)


def taken(at: str = "2026:03:05 09:12:00", orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif.get_ifd(0x8769)[TAKEN] = at
    return encoded(turned_away(corners(), orientation), exif=exif, quality=95)


BACK = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}  # fmt: skip


def turned_away(image: Image.Image, orientation: int) -> Image.Image:
    """Store an upright picture the way a camera with that orientation does."""
    return image.transpose(BACK[orientation]) if orientation in BACK else image


def bomb(width: int = 60000, height: int = 60000) -> bytes:
    """A PNG of a few bytes that claims to be huge."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b"\0")) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
