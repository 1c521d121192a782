"""Everything that leaves the house is searched: no identity, no original, no place, nothing under a redaction."""

import io
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from inspector.actions.carding import write_card_of
from inspector.actions.clearing import Clearing
from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.proving_report import NAME
from inspector.actions.reporting import write_report_of
from inspector.actions.visiting import Visiting
from inspector.inspection.answer import Photo, Verdict
from inspector.inspection.hall import Inspector
from inspector.inspection.inspection import Head
from inspector.inspection.redaction import Region
from inspector.inspection.visit import Mark
from tests.conftest import HALL, Ticking, conform_to_everything

pytestmark = pytest.mark.journey

SHOPPER, READER, HOLDER = "王小暗", Inspector("D2", "陈立新"), "周主任"
IDENTITY = {"name": SHOPPER, "unit": "城东供电所退休", "phone": "13800001234"}
SECRETS = (*IDENTITY.values(), "secret-comment", "secret-maker", "IMG_20260312_094100")
BEGAN = datetime.fromisoformat("2026-03-12T09:41:00+08:00")
FACE = Region("box", 2500, 2500, 5000, 5000)
SIZE = (640, 480)
FOUND = "MV-09"  # a major one: the photos of what is to be put right in writing are printed


def shot(seed: int) -> bytes:
    """A photo as a phone takes it: noise in every pixel, with place, maker and comment."""
    image = Image.frombytes(
        "RGB", SIZE, bytes((seed * 37 + at * at * 31 + at // 7) % 256 for at in range(640 * 480 * 3))
    )
    exif = Image.Exif()
    exif[0x010F] = "secret-maker"
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 7.25), 3: "E", 4: (120.0, 9.0, 3.5)})
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=95, exif=exif, comment=b"secret-comment")
    return buffer.getvalue()


def attach(desk: Desk, inspecting: Inspecting, item: str, seed: int) -> tuple[str, bytes]:
    content = shot(seed)
    sha256 = desk.vault.take(content, "IMG_20260312_094100.jpg").sha256
    inspecting.attach(item, Photo(sha256, "门头照片"))
    return sha256, content


def visited(desk: Desk) -> Inspecting:
    inspecting = desk.start("s08-elderly-cash", Head(HALL, inspectors=(Inspector("M-07", SHOPPER),), no_conflict=True))
    visiting = Visiting(inspecting)
    visit = replace(visiting.visit, shopper="M-07")
    for place, seconds in enumerate((0, 48, 92, 530, 538, 560, 606, 786, 842)):
        visit = visit.with_mark(Mark(f"T{place}", BEGAN + timedelta(seconds=seconds), seconds * 1000, "b1"))
    inspecting.set_visit(visit, "pressed")
    visiting.leave()
    visiting.follow(True)
    for item in inspecting.inspection.asked_items:
        if inspecting.inspection.verdict(item.id) is None:
            inspecting.judge(item.id, Verdict.FAIL if item.id == FOUND else Verdict.CONFORM)
    inspecting.note(FOUND, "没有说去哪里办")
    return inspecting


class Published:
    """What was published, and of which originals."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data = folder, folder / "data"
        self.papers: list[Path] = []
        self.said: list[str] = []
        clock = Ticking()
        clock.at = BEGAN + timedelta(hours=4)
        desk = Desk.at(self.data, clock)
        desk.identities.name_key_holder(HOLDER, "山高月小水落石出")
        desk.identities.seal("M-07", IDENTITY, HOLDER)
        visit = visited(desk)
        self.hidden, first = attach(desk, visit, FOUND, 1)
        self.waiting, second = attach(desk, visit, FOUND, 2)
        audit = desk.start("hall-open-audit", Head(HALL, "open", (READER,), no_conflict=True))
        failing = next(item.id for item in audit.inspection.asked_items if item.severity == "major")
        audit.judge(failing, Verdict.FAIL)
        audit.note(failing, "地面有水")
        _open, third = attach(desk, audit, failing, 3)
        self.originals = first, second, third
        Clearing(desk).hide(self.hidden, [FACE], READER.name)
        Clearing(desk).clear([self.hidden], READER.name)
        self._publish(desk, visit, audit)
        desk.close()
        receipt = folder / "receipt.json"
        for command in ("list --json", f"rate {visit.inspection.id} --json", f"rate {audit.inspection.id} --json"):
            self.said.append(self._run([*command.split(), *(["--receipt", str(receipt)] if "rate" in command else [])]))
            self.said.append(receipt.read_text(encoding="utf-8") if receipt.exists() else self.said[0])

    def _publish(self, desk: Desk, visit: Inspecting, audit: Inspecting) -> None:
        card = self.folder / "card.pdf"
        write_card_of(desk, visit.inspection.id, card)
        conform_to_everything(audit)
        visit.finish()
        audit.finish()
        desk.gate.read(visit.inspection.id, READER, True, "")
        self.papers = [card]
        for name, inspecting in (("visit", visit), ("audit", audit), ("hall", audit)):
            path = self.folder / f"{name}.pdf"
            write_report_of(desk, inspecting.inspection.id, path, hall=name == "hall")
            self.papers.append(path)

    def _run(self, command: list[str]) -> str:
        whole = [sys.executable, "-m", "inspector", *command, "--data", str(self.data)]
        return subprocess.run(whole, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return Published(tmp_path_factory.mktemp("published"))


def inside(paper: Path) -> bytes:
    """Return the bytes of a PDF, and those of its streams unpacked, one after the other."""
    content = paper.read_bytes()
    parts = [content]
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            parts.append(zlib.decompress(found[1]))
        except zlib.error:
            parts.append(found[1])
    return b"\n".join(parts)


def pictures(paper: Path) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(paper)
    for page in document:
        for found in page.get_objects((pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,)):
            yield found.get_bitmap().to_pil().convert("L")
    document.close()


def words(paper: Path) -> str:
    document = pypdfium2.PdfDocument(paper)
    told = [*document.get_metadata_dict().values(), *(one.get_title() for one in document.get_toc())]
    told += [page.get_textpage().get_text_range() for page in document]
    held = [document.get_attachment(place) for place in range(document.count_attachments())]
    assert [one.get_name() for one in held] == ([] if paper.name == "card.pdf" else [NAME])
    told += [bytes(one.get_data()).decode("utf-8") for one in held]
    document.close()
    return "".join("".join(told).split())


def test_the_papers_are_what_they_should_be(published: Published) -> None:
    assert [path.name for path in published.papers] == ["card.pdf", "visit.pdf", "audit.pdf", "hall.pdf"]
    assert "暗访员M-07" in words(published.papers[1])
    assert READER.name in words(published.papers[2])
    assert "暗访员M-07" in words(published.papers[3])  # the hall's report tells the visit in its chapter
    assert all(len(said) > 100 for said in published.said)


def test_no_text_and_no_metadata_tells_who_the_shopper_is(published: Published) -> None:
    for paper in published.papers:
        said = words(paper)
        assert [secret for secret in SECRETS if secret in said] == [], paper.name
    for said in published.said:
        plain = said.encode().decode("unicode_escape", "ignore") + said
        assert [secret for secret in SECRETS if secret in plain] == []


def test_no_byte_is_one_of_an_original_or_of_its_metadata(published: Published) -> None:
    for paper in published.papers:
        content = inside(paper)
        for original in published.originals:
            pixels = original[original.index(b"\xff\xda") :]  # the scan, without which no original is there
            assert pixels[200:260] not in content
        for mark in (b"Exif", b"GPS", b"secret", b"ns.adobe.com/exif", b"ns.adobe.com/tiff", b"/Thumb"):
            assert mark not in content, (paper.name, mark)
        for secret in SECRETS:
            assert all(secret.encode(kind) not in content for kind in ("utf-8", "utf-16-be", "gb18030")), paper.name


def test_only_cleared_photos_of_a_visit_are_printed(published: Published) -> None:
    _card, visit, audit, hall = published.papers
    assert published.waiting != published.hidden
    assert len(list(pictures(visit))) == 1
    assert "尚未核对" in words(visit)
    assert len(list(pictures(audit))) == 1
    assert len(list(pictures(hall))) == 1


def test_nothing_is_left_of_what_lies_under_a_redaction(published: Published) -> None:
    (picture,) = pictures(published.papers[1])
    wide, high = picture.size
    covered = picture.crop((round(wide * 0.27), round(high * 0.27), round(wide * 0.73), round(high * 0.73)))
    low, top = covered.getextrema()
    assert top - low <= 24  # type: ignore[operator]  # one tone, give or take JPEG; the noise beside it has all of them
    beside = picture.crop((0, 0, wide // 5, high // 5)).getextrema()
    assert beside[1] - beside[0] > 100  # type: ignore[operator]
