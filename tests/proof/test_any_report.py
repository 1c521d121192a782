"""Five hundred reports of anything: set without an error, sound as files, every item and every character in them."""

import os
import random
import unicodedata
from collections import Counter
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from inspector.report.content import ReportContent
from inspector.report.fonts import LOOKALIKES, cleaned, faces, lone_surrogates_named
from inspector.report.pdf import write_report
from tests.report.conformance import faults, fonts_of
from tests.report.sample_content import full
from tests.report.sample_findings import finding

COUNT = int(os.environ.get("INSPECTOR_REPORTS", "500"))
SAMPLE = 3
COMMON = (
    "的一是不了在有人这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好"
    "都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长"
)
RARE = "翀堃喆珺犇㙦䶮𠮷龘靐"
OTHER = "abcXYZ 0123456789.,;:!?（）《》“”‘’…—、，。；：？！%℃㎡Ⅱ①🙂👩‍👩‍👧\u202e\u200f\u0007\n\t"


def text(draw: random.Random, most: int) -> str:
    """Return anything a person may have typed or pasted."""
    length = int(most * draw.random() ** 3)
    return "".join(draw.choices(COMMON * 3 + RARE + OTHER, k=length))


def anything(draw: random.Random, folder: Path) -> ReportContent:
    """Return a report with texts of up to 20,000 characters, up to 300 photos and up to 3,000 rows."""
    base = full(folder)
    photos = cycle([photo for one in base.findings for photo in one.photos])
    left = int(300 * draw.random() ** 2)
    findings = []
    for number in range(1, draw.randint(0, 40) + 1):
        here = min(left, draw.choice([0, 0, 1, 2, 3, 9]))
        left -= here
        severity = draw.choice(["fatal", "major", "minor", "info"])
        findings.append(
            replace(
                finding(number, folder, severity, 0),
                facts=text(draw, 3000),
                action=text(draw, 800),
                title=text(draw, 60),
                photos=tuple(next(photos) for _photo in range(here)),
            )
        )
    row = base.sections[0].items[0]
    rows = int(3000 * draw.random() ** 4)
    items = tuple(
        replace(row, item=f"XX-{place:04}", title=text(draw, 30), remark=text(draw, 200), criterion=text(draw, 120))
        for place in range(rows)
    )
    return replace(
        base,
        hall=text(draw, 80),
        findings=tuple(findings),
        sections=(replace(base.sections[0], items=items),) if rows else (),
        general_note=text(draw, 20_000),
        quick_fixes=base.quick_fixes * draw.choice([0, 1, 4]),
    )


def seen(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    told = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return told


def characters(words: str) -> Counter[str]:
    """Return what must be found of a text: no room, no marks that cannot be seen."""
    known = faces()[0].known
    plain = unicodedata.normalize("NFKC", cleaned(lone_surrogates_named(words)))
    return Counter(char for char in plain if not char.isspace() and char in known and ord(char) not in LOOKALIKES)


def troubles(seed: int, folder: Path) -> list[str]:
    draw = random.Random(seed)
    content, path = anything(draw, folder), folder / "any.pdf"
    write_report(content, path)
    with pikepdf.open(path) as pdf:
        found = [str(one) for one in pdf.check_pdf_syntax()]
        found += [f"{name} is not embedded" for name, there in fonts_of(pdf).items() if not there]
    told = seen(path)
    at = 0
    for section in content.sections:
        for item in section.items:
            at = told.find(item.item, at)
            if at < 0:
                return [*found, f"{item.item} is not in order"]
    note, whole = characters(content.general_note), characters(told)
    lost = {char: count for char, count in note.items() if whole[char] < count}
    return found + ([f"characters lost: {lost}"] if lost else [])


@pytest.mark.parametrize("seed", range(SAMPLE))
def test_a_sample_of_anything_is_set_and_sound(seed: int, tmp_path: Path) -> None:
    assert troubles(seed, tmp_path) == []
    assert faults(tmp_path / "any.pdf") == []


@pytest.mark.proof
def test_five_hundred_of_anything(tmp_path: Path) -> None:
    found = {}
    for seed in range(1000, 1000 + COUNT):
        if told := troubles(seed, tmp_path):
            found[seed] = told
    print(f"\nreports of anything: {COUNT}, {len(found)} with troubles")
    assert found == {}
