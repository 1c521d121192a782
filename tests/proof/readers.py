"""Every reader of what comes from outside, with good samples to damage."""

import io
import json
import shutil
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import openpyxl
from PIL import Image

from inspector.actions.desk import Desk
from inspector.actions.rating_files import Blanks as Files
from inspector.actions.rating_files import check_receipt, rate_file
from inspector.actions.shelf import Shelf
from inspector.actions.verifying import verify
from inspector.errors import InspectorError
from inspector.exchange.answers_file import read_answer
from inspector.exchange.case_file import read_case_file
from inspector.exchange.lists import read_halls, read_inspectors
from inspector.exchange.restoring import look_into
from inspector.form.checks import check_files
from inspector.form.library import Library
from inspector.form.surroundings import Shelf as Sources
from inspector.inspection.change import answer_from_plain
from inspector.inspection.inspection import Head
from inspector.lock.files import content_of
from inspector.lock.keys import LOCK, read_lock
from inspector.paths import forms
from inspector.rating.checks import report
from inspector.rating.receipt import receipt
from inspector.rating.scheme_reader import read_scheme
from inspector.settings import SETTINGS, checked, value
from inspector.store.blanks import Blanks
from inspector.store.copies import opened_copy
from inspector.store.copies import verify as verify_file
from inspector.store.database import FILE, open_in_memory
from inspector.store.device import read_head
from inspector.vault.picture import read_picture, taken_when
from tests.conftest import HALL, Ticking, conform_to_everything
from tests.proof.fuzzing import Reader
from tests.vault.pictures import corners, encoded, taken

SAMPLES = Path(__file__).parents[1] / "samples"


def readers(folder: Path, work: Path) -> list[Reader]:
    """Return all readers; `folder` is a data folder with a sealed inspection, `work` a place for files."""
    return [*_files(work), *_tables(work), *_pictures(), *_data(folder, work), *_small(folder, work)]


# Files that authors and other programs write.


class Around(Sources):
    """What was read before, without the file that has changed since."""

    def without(self, path: Path) -> "Around":
        self._sources.pop(path.resolve(), None)
        return self


def _files(work: Path) -> list[Reader]:
    shipped = Shelf(Blanks(open_in_memory()))
    form = shipped.form("signage")
    library = Library(work, (forms(),))
    limits = SAMPLES / "forms" / "limits"

    around, turn = Around(), count()

    def check(path: Path) -> None:
        # What is shipped is looked through at every fiftieth only: it takes fifty times as long as a small file.
        mistakes = check_files([path], (forms(),) if next(turn) % 50 == 0 else (), around.without(path))
        assert all(str(mistake).strip() for mistake in mistakes)

    def tried(path: Path) -> None:
        if not report([path], ()):
            read_scheme(path)

    def rated(path: Path) -> None:
        rate_file(path, Files())

    def load(path: Path) -> None:
        library.load(path)

    good = [path.read_bytes() for path in (SAMPLES / "forms").glob("good-*.yaml")]
    bad = [path.read_bytes() for path in sorted((SAMPLES / "forms").glob("F*.yaml"))[::12]]
    schemes = tuple(path.read_bytes() for path in (SAMPLES / "schemes").glob("*.yaml"))
    answers = _answers(form.order)
    kept = _receipt(shipped)
    return [
        Reader("form", (*good, *bad), check, ".yaml"),
        Reader("form, loaded", tuple(good), load, ".yaml", many=2_000),
        Reader("limits", tuple(path.read_bytes() for path in limits.glob("*.yaml")), check, ".yaml"),
        Reader("scheme", schemes, tried, ".yaml"),
        Reader("answers", (json.dumps(answers).encode(),), _case(form), ".json", answers),
        Reader("answers, rated", (json.dumps(answers).encode(),), rated, ".json", answers, 5_000),
        Reader("receipt", (json.dumps(kept).encode(),), check_receipt, ".json", kept),
    ]


def _answers(order: tuple[str, ...]) -> dict[str, Any]:
    told = {"verdict": "fail", "note": "门头褪色", "ticks": [], "flagged": True}
    return {
        "inspections": [
            {
                "id": "1", "form": "signage", "kind": "open", "at": "2026-03-05T09:12:00+08:00", "finish": False,
                "hall": {"code": "BJ01", "name": "滨江供电营业厅", "class": "C", "facts": {"has_kiosk": True}},
                "answers": {order[0]: told, order[1]: "conform", order[2]: {"parts": {"height": [{"value": "75.5"}]}}},
            }
        ],
        "register": [{"inspection": "1", "item": order[0], "status": "confirmed", "open": True}],
        "previous": None,
    }  # fmt: skip


def _case(form: Any) -> Callable[[Path], None]:
    def read(path: Path) -> None:
        for one in read_case_file(path).inspections:
            for item, plain in one.answers.items():
                if item in form.items:
                    read_answer(form, item, plain)

    return read


def _receipt(shelf: Shelf) -> dict[str, Any]:
    desk = Desk(shelf.blanks.database, Path(), Ticking())
    inspecting = desk.start("signage", Head(HALL))
    conform_to_everything(inspecting)
    return json.loads(json.dumps(receipt(inspecting.rating)))


# Lists.


def _tables(work: Path) -> list[Reader]:
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    for row in (
        ("编码", "名称", "级别", "面积"),
        ("BJ01", "滨江供电营业厅", "C", 320.5),
        ("BJ02", "城北供电营业厅", "D", None),
    ):
        book.active.append(row)
    book.save(buffer)
    text = '编码,名称,级别\nBJ01,滨江供电营业厅,C\nBJ02,"城北,供电",D\n'
    people = "编号,姓名,单位\nD01,李明,督查一组\n"
    codes = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
    encoded_lists = tuple(one.encode(code) for one in (text, people) for code in codes)

    def both(path: Path) -> None:
        read_inspectors(path)
        read_halls(path)

    return [
        Reader("list, CSV", encoded_lists, both, ".csv"),
        Reader("list, Excel", (buffer.getvalue(),), read_halls, ".xlsx", many=20_000),
    ]


# Photos.


def _pictures() -> list[Reader]:
    small = corners((40, 30))
    seeds = [taken(), *(encoded(small, kind) for kind in ("PNG", "WEBP", "GIF", "BMP", "TIFF", "HEIF"))]
    seeds += [encoded(small.convert("CMYK")), encoded(small.convert("P"), "PNG")]
    seeds.append(encoded(Image.new("I;16", (8, 8)), "PNG"))

    def read(path: Path) -> None:
        taken_when(path)
        read_picture(path.read_bytes(), path.name)

    return [Reader("photo", tuple(seeds), read, ".jpg")]


# The data folder.


def _data(folder: Path, work: Path) -> list[Reader]:
    whole = (folder / FILE).read_bytes()

    def open_(path: Path) -> None:
        with opened_copy(path) as database:
            desk = Desk(database, path.parent)
            for header in desk.headers():
                desk.open(header.id)
        verify_file(path)

    def prove(path: Path) -> None:
        data = work / "data"
        shutil.rmtree(data, ignore_errors=True)
        data.mkdir()
        shutil.copyfile(path, data / FILE)
        verify(data)
        look_into(data)

    return [
        Reader("data file", (whole,), open_, ".db", many=3_000),
        Reader("data folder", (whole,), prove, ".db", many=1_000),
    ]


# Small files and values.


def _small(folder: Path, work: Path) -> list[Reader]:
    lock = {
        "id": "ab" * 8,
        "state": "on",
        "salt": "00" * 16,
        "operations": 1,
        "memory": 8192,
        "by_passphrase": "00" * 72,
        "by_recovery": "00" * 72,
    }
    head = {"file": "ab" * 16, "number": 3, "sha256": "cd" * 32, "device": "ef" * 32}
    answer = {
        "verdict": "fail",
        "parts": {"height": [{"value": "75", "at": "2026-03-05T09:12"}]},
        "note": "x",
        "photos": [{"sha256": "0" * 64}],
    }

    def locked(path: Path) -> None:
        shutil.copyfile(path, work / LOCK)
        read_lock(work)

    def sealed(path: Path) -> None:
        content_of(path)

    return [
        Reader("lock", (json.dumps(lock).encode(),), locked, ".json", lock),
        Reader("chain head", (json.dumps(head).encode(),), read_head, ".json", head),
        Reader("setting", (b"zh_CN", b"1.15", date(2026, 3, 5).isoformat().encode()), _set),
        Reader("sealed file", (b"\x89STARLOCK\r\n\x1a\n" + bytes(80),), sealed),
        Reader("stored answer", (json.dumps(answer).encode(),), _stored, ".json", answer),
    ]


def _set(path: Path) -> None:
    words = path.read_bytes().decode("utf-8", "replace")
    for key in SETTINGS:
        value({key: words}, key)
        try:
            checked(key, words)
        except InspectorError:
            continue


def _stored(path: Path) -> None:
    """Only we write answers into the data file; damaged ones are told when the inspection is opened."""
    try:
        plain = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return
    if isinstance(plain, dict):
        try:
            answer_from_plain(plain)
        except (ValueError, TypeError, AttributeError, ArithmeticError) as fault:
            raise InspectorError(str(fault)) from fault
