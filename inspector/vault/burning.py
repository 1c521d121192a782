"""Hiding parts of a photo for good: what is published holds no pixel of what lay beneath."""

import io
import math
from collections.abc import Sequence

import PIL.Image
from PIL import ImageDraw, ImageFont

from inspector.inspection.drawn import BOX, HEAD, RING, TALL, THICK, WORDS, Drawn
from inspector.inspection.redaction import BLUR, INK, WHOLE, Region, cells
from inspector.paths import resources
from inspector.vault.picture import QUALITY

RED, EDGE, FACE = "#d92d20", "#ffffff", "NotoSansSC-Medium.ttf"


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


def draw_on(image: PIL.Image.Image, drawn: Sequence[Drawn]) -> PIL.Image.Image:
    """Return a picture with what a person drew on it: red on a white edge, over what it blurs."""
    if not drawn:
        return image
    hidden = [one.hidden for one in drawn]
    done = burn(image, [region for region in hidden if region])
    pen, side = ImageDraw.Draw(done), max(image.size)
    for one in (one for one, region in zip(drawn, hidden, strict=True) if region is None):
        ends = [(x * image.width / WHOLE, y * image.height / WHOLE) for x, y in ((one.x, one.y), (one.to_x, one.to_y))]
        for colour, more in ((EDGE, 2), (RED, 0)):
            _mark(pen, one, ends, side, colour, max(round(side * THICK), 2) + more)
    return done


def _mark(
    pen: ImageDraw.ImageDraw, one: Drawn, ends: list[tuple[float, float]], side: int, colour: str, width: int
) -> None:
    (x, y), (to_x, to_y) = ends
    frame = (min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))
    if one.shape == RING:
        pen.ellipse(frame, outline=colour, width=width)
    elif one.shape == BOX:
        pen.rectangle(frame, outline=colour, width=width)
    elif one.shape == WORDS:
        face = ImageFont.truetype(str(resources("fonts", FACE)), max(round(side * TALL), 12))
        pen.text((x, y), one.words, fill=RED, font=face, stroke_width=max(width // 3, 1), stroke_fill=EDGE)
    else:
        pen.line([(x, y), (to_x, to_y)], fill=colour, width=width)
        for turn in (2.6, -2.6):
            angle = math.atan2(to_y - y, to_x - x) + turn
            tip = (to_x + side * HEAD * math.cos(angle), to_y + side * HEAD * math.sin(angle))
            pen.line([(to_x, to_y), tip], fill=colour, width=width)


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
