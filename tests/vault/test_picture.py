"""Reading photos: every format a phone makes, upright and in its colours; everything else told as a sentence."""

import random
from contextlib import suppress

import pytest
from PIL import Image

from inspector.errors import InspectorError
from inspector.vault.picture import Picture, copies, read_picture
from tests.vault.pictures import CORNERS, SIZE, bomb, corners, encoded, photo, taken


def colours(image: Image.Image) -> dict[tuple[int, int], tuple[int, ...]]:
    width, height = image.size
    return {
        (x, y): image.getpixel(
            (x * (width - 1) + (1 - 2 * x) * width // 6, y * (height - 1) + (1 - 2 * y) * height // 6)
        )
        for x, y in CORNERS
    }  # type: ignore[return-value,unused-ignore]


def alike(picture: Picture, tolerance: int) -> bool:
    assert picture.image.mode == "RGB"
    return all(
        abs(seen - wanted) <= tolerance
        for place, colour in colours(picture.image).items()
        for seen, wanted in zip(colour, CORNERS[place], strict=True)
    )


@pytest.mark.parametrize(
    ("kind", "more", "tolerance"),
    [
        ("JPEG", {"quality": 95}, 8),
        ("JPEG", {"quality": 95, "progressive": True}, 8),
        ("PNG", {}, 0),
        ("WEBP", {"lossless": True}, 0),
        ("HEIF", {"quality": 95}, 12),
        ("GIF", {}, 8),
        ("BMP", {}, 0),
        ("TIFF", {}, 0),
        ("MPO", {"quality": 95}, 8),
    ],
)
def test_formats(kind: str, more: dict[str, object], tolerance: int) -> None:
    picture = read_picture(encoded(corners(), kind, **more), "照片")
    assert picture.image.size == SIZE
    assert alike(picture, tolerance)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_right_side_up(orientation: int) -> None:
    picture = read_picture(taken(orientation=orientation), "照片")
    assert picture.image.size == SIZE
    assert alike(picture, 12)
    assert picture.taken_at == "2026-03-05T09:12:00"


@pytest.mark.parametrize("at", ["", "0000:00:00 00:00:00", "昨天".encode().decode("latin-1")])
def test_a_camera_that_does_not_know_the_time(at: str) -> None:
    assert read_picture(taken(at), "照片").taken_at == ""


def test_cmyk_keeps_its_colours() -> None:
    assert alike(read_picture(encoded(corners(mode="CMYK"), quality=95), "照片"), 12)


def test_sixteen_bits_become_eight_not_white() -> None:
    deep = Image.new("I;16", (3, 1))
    for x, value in enumerate((0, 128 * 257, 255 * 257)):
        deep.putpixel((x, 0), value)
    image = read_picture(encoded(deep, "PNG"), "照片").image
    assert [image.getpixel((x, 0)) for x in range(3)] == [(0,) * 3, (128,) * 3, (255,) * 3]


def test_what_is_transparent_stands_on_white() -> None:
    clear = corners(mode="RGBA")
    clear.putalpha(0)
    palette = corners().quantize(4)
    for image, more in ((clear, {}), (clear.convert("LA"), {}), (palette, {"transparency": bytes(4)})):
        seen = read_picture(encoded(image, "PNG", **more), "照片").image
        assert set(colours(seen).values()) == {(255, 255, 255)}
    assert alike(read_picture(encoded(palette, "PNG"), "照片"), 8)


def test_a_wrong_extension_does_not_matter() -> None:
    assert alike(read_picture(encoded(corners(), "PNG"), "照片.jpg"), 0)


BAD = {
    "empty": b"",
    "text": "不是照片".encode(),
    "html": b"<html><body>login</body></html>",
    "pdf": b"%PDF-1.7\n1 0 obj\n",
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\nshowpage\n",
    "a format no camera makes": encoded(corners(), "PPM"),
    "head only": photo()[:20],
    "cut in half": photo((400, 300))[:3000],
    "png cut": encoded(corners((400, 300)), "PNG")[:-40],
    "heic cut": encoded(corners((400, 300)), "HEIF")[:-200],
    "webp cut": encoded(corners((400, 300)), "WEBP")[:100],
    "bomb": bomb(),
    "hundred and fifty megapixels": bomb(15000, 10000),
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_what_is_no_photo_is_told(content: bytes) -> None:
    with pytest.raises(InspectorError, match=r"门头\.jpg") as trouble:
        read_picture(content, "门头.jpg")
    assert trouble.value.advice


def test_damaged_bytes_are_told_or_shown_never_thrown() -> None:
    chance = random.Random(7)
    for kind in ("JPEG", "PNG", "WEBP", "HEIF", "AVIF", "TIFF", "GIF"):
        whole = encoded(corners(), kind)
        for _time in range(60):
            spoilt = bytearray(whole)
            for _byte in range(chance.randrange(1, 9)):
                spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
            with suppress(InspectorError):
                assert read_picture(bytes(spoilt), "照片").image.mode == "RGB"


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (2500, 100), (900, 600)])
def test_copies_fit_their_edges_and_are_never_enlarged(size: tuple[int, int]) -> None:
    made = copies(Picture(corners(size), ""))
    assert list(made) == ["work", "report", "thumb"]
    for kind, edge in (("work", 2000), ("report", 1280), ("thumb", 256)):
        copy = read_picture(made[kind], kind)
        assert max(copy.image.size) == min(edge, max(size))
        assert copy.image.width / copy.image.height == pytest.approx(size[0] / size[1], rel=0.05)
