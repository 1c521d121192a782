"""Hiding parts of a photo for good: what is published holds no pixel of what lay beneath."""

import io
from collections.abc import Sequence

import PIL.Image
from PIL import ImageDraw

from inspector.inspection.redaction import BLUR, INK, WHOLE, Region, cells
from inspector.vault.picture import QUALITY


def burn(image: PIL.Image.Image, regions: Sequence[Region]) -> PIL.Image.Image:
    """Return a copy with the regions painted over or turned into a coarse mosaic; nothing else of the file survives."""
    burnt = PIL.Image.new("RGB", image.size)
    burnt.paste(image.convert("RGB"))
    for region in regions:
        box = _pixels(region, image.width, image.height)
        if region.shape == BLUR:
            burnt.paste(_mosaic(burnt.crop(box)), box)
        else:
            ImageDraw.Draw(burnt).rectangle((box[0], box[1], box[2] - 1, box[3] - 1), fill=INK)
    return burnt


def jpeg(image: PIL.Image.Image) -> bytes:
    """Return a picture as JPEG bytes without any metadata."""
    buffer = io.BytesIO()
    bare = PIL.Image.new("RGB", image.size)
    bare.paste(image)
    bare.save(buffer, "JPEG", quality=QUALITY)
    return buffer.getvalue()


def _pixels(region: Region, width: int, height: int) -> tuple[int, int, int, int]:
    """Return the pixels of a region, rounded outwards and kept inside the picture."""
    left, top = max(region.x * width // WHOLE, 0), max(region.y * height // WHOLE, 0)
    right = min(-((region.x + region.width) * width // -WHOLE), width)
    bottom = min(-((region.y + region.height) * height // -WHOLE), height)
    left, top = min(left, width - 1), min(top, height - 1)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _mosaic(part: PIL.Image.Image) -> PIL.Image.Image:
    means = part.resize(cells(*part.size), PIL.Image.Resampling.BOX)
    return means.resize(part.size, PIL.Image.Resampling.NEAREST)
