"""The pocket card: one A6 page whatever it has to say, every word of it, and nothing that betrays what it is for."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from inspector.actions.carding import write_card_of
from inspector.actions.desk import Desk
from inspector.actions.shelf import Shelf
from inspector.cli import main
from inspector.errors import InspectorError
from inspector.form.form import Form
from inspector.inspection.hall import AREAS, OPERATORS, Hall, Inspector
from inspector.inspection.inspection import Head, Inspection
from inspector.inspection.visit import Visit
from inspector.paths import resources
from inspector.report.palette import MM
from inspector.report.pocket_card import PocketCard, card_of
from inspector.report.pocket_card_page import AIRY, ROOM, fitted, typeset_card, write_pocket_card
from inspector.wording import language, set_language
from tests.conftest import MORNING
from tests.report.conformance import fonts_of

HALL = Hall("BJ01", "滨江供电营业厅", city="临江市", address="滨江路 3 号", unit="临江供电公司")
BETRAYING = ("暗访", "督查", "星察", "神秘", "Inspector", "inspector", "mystery", "Mystery", "StarInspector")
FACT = "fault_test_point"
OPENLY = "s18-callback-check"  # the caller says who she is: the script makes her
SMALLEST_TYPE = 6.5  # points; what a person still reads at arm's length


def scenarios(shelf: Shelf) -> list[Form]:
    names = [name for name in shelf.library.names() if re.match(r"s\d\d-", name)]
    assert len(names) == 25
    return [shelf.form(name) for name in names]


def inspection(shelf: Shelf, form: Form, hall: Hall = HALL, **facts: bool) -> Inspection:
    visit = Visit("v1", "S-07", "2026-03-05T09:30:00+08:00", "2026-03-05T11:00:00+08:00")
    head = Head(hall, "mystery", visit=visit)
    return Inspection("i1", form, shelf.limits(), head, MORNING, facts)


def variants(shelf: Shelf, form: Form) -> Iterator[Inspection]:
    known: list[dict[str, bool]] = [{}]
    if any(fact.key == FACT for fact in form.facts):
        known += [{FACT: True}, {FACT: False}]
    for area, operator, facts in product(AREAS, OPERATORS, known):
        yield inspection(shelf, form, replace(HALL, area=area, operator=operator), **facts)


def read(path: Path) -> tuple[str, dict[str, str], tuple[float, float], int]:
    document = pypdfium2.PdfDocument(path)
    page = document[0]
    text = page.get_textpage()
    told = "".join(text.get_text_range().split())
    facts = document.get_metadata_dict()
    size, count = page.get_size(), len(document)
    text.close(), page.close(), document.close()
    return told, facts, size, count


def everything(card: PocketCard) -> list[str]:
    marks = [f"{mark.key}{mark.name}" for mark in card.marks]
    steps = [f"{step.mark}{step.do}" for step in card.steps]
    lists = (*card.never, *card.bring, *card.proof, *card.place)
    return [card.role, card.when, card.known, card.note, *steps, *marks, *lists]


def test_every_scenario_stands_whole_on_one_a6_page(shelf: Shelf, tmp_path: Path) -> None:
    for form in scenarios(shelf):
        card, path = card_of(inspection(shelf, form, replace(HALL, area="rural"))), tmp_path / f"{form.id}.pdf"
        assert write_pocket_card(card, path, MORNING) == ()
        told, _facts, size, count = read(path)
        assert count == 1
        assert size == pytest.approx((105 * MM, 148 * MM), abs=0.1)
        missing = [text for text in everything(card) if "".join(text.split()) not in told]
        assert missing == [], form.id


def test_every_variant_of_a_hall_fits_in_a_type_that_can_be_read(shelf: Shelf) -> None:
    smallest = 99.0
    for form in scenarios(shelf):
        for one in variants(shelf, form):
            size, blocks = fitted(card_of(one))
            assert sum(block.above + block.height for block in blocks) <= ROOM
            smallest = min(smallest, size)
    assert smallest >= SMALLEST_TYPE


def test_a_much_longer_scenario_still_stands_whole_on_one_page(shelf: Shelf, tmp_path: Path) -> None:
    card = card_of(inspection(shelf, shelf.form("s06-emergency-fault")))
    endless = replace(card, steps=card.steps * 5, never=card.never * 5, bring=card.bring * 5)
    path = tmp_path / "long.pdf"
    path.write_bytes(typeset_card(endless, MORNING))
    told, _facts, _size, count = read(path)
    assert count == 1
    assert told.count("".join(card.steps[-1].do.split())) == 5
    assert told.count("R0拨95598") == 5


def test_a_short_one_is_set_airily_in_the_largest_type(shelf: Shelf) -> None:
    card = card_of(inspection(shelf, shelf.form("s24-rush-hour")))
    size, blocks = fitted(replace(card, steps=card.steps[:4]))
    assert size == 9
    assert size > AIRY
    assert len(blocks) > len(card.never) + len(card.bring) + 4


def test_it_betrays_neither_purpose_nor_hall_nor_person(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    for form in scenarios(shelf):
        write_pocket_card(card_of(inspection(shelf, form)), path, MORNING)
        told, facts, _size, _count = read(path)
        assert told.startswith("备忘")
        secrets = (HALL.code, HALL.name, HALL.city, HALL.address, HALL.unit, "S-07", form.id, str(form.title))
        words = () if form.id == OPENLY else BETRAYING
        assert [word for word in (*secrets, *words) if "".join(word.split()) in told] == [], form.id
        described = " ".join(facts.values())
        assert facts["Title"] == "备忘"
        assert (facts["Author"], facts["Creator"], facts["Producer"]) == ("", "", "")
        assert [word for word in BETRAYING if word in described] == []
        raw = path.read_bytes()
        assert [word for word in BETRAYING if word.encode() in raw or word.encode("utf-16-be") in raw] == []
        assert b"/Image" not in raw.replace(b"/ImageB", b"").replace(b"/ImageC", b"").replace(b"/ImageI", b"")


def test_a_call_made_openly_keeps_saying_who_calls(shelf: Shelf) -> None:
    card = card_of(inspection(shelf, shelf.form(OPENLY)))
    assert "我是供电服务督查回访员" in " ".join(step.do for step in card.steps)


def test_all_its_type_is_embedded(shelf: Shelf, tmp_path: Path) -> None:
    raw = typeset_card(card_of(inspection(shelf, shelf.form("s08-elderly-cash"))), MORNING)
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        fonts = fonts_of(pdf)
    assert fonts
    assert all(fonts.values())
    assert not any("Helvetica" in name for name in fonts)


def test_steps_are_those_of_the_hall(shelf: Shelf) -> None:
    form = shelf.form("s01-resident-connection")
    state, south = (
        " ".join(step.do for step in card_of(inspection(shelf, form, replace(HALL, operator=operator))).steps)
        for operator in ("SGCC", "CSG")
    )
    assert ("国家电网" in state, "南方电网" in state) == (True, False)
    assert ("国家电网" in south, "南方电网" in south) == (False, True)


def test_what_is_not_known_yet_is_said_as_a_condition(shelf: Shelf) -> None:
    form = shelf.form("s06-emergency-fault")
    open_, with_point = (
        [step.do for step in card_of(inspection(shelf, form, **facts)).steps] for facts in ({}, {FACT: True})
    )
    asked = [place for place, do in enumerate(open_) if do.startswith("本次用安排好的测试点报修？")]
    ways = [place for place, do in enumerate(open_) if do.startswith(("是：", "否："))]
    assert len(asked) == 1
    assert len(ways) == 10
    assert asked[0] < min(ways)  # before the first step that depends on it
    assert not any(do.startswith(("是：", "否：")) for do in with_point)
    assert not any("先别派人" in do for do in with_point)


@pytest.mark.parametrize(("form", "note"), [
    ("s08-elderly-cash", "离开后 24 小时内写完"),
    ("s06-emergency-fault", "打完后 24 小时内写完"),
    ("s18-callback-check", "随做随记，当天写完。"),
])  # fmt: skip
def test_when_to_write_it_down_fits_the_way_it_was_made(shelf: Shelf, form: str, note: str) -> None:
    assert card_of(inspection(shelf, shelf.form(form))).note.startswith(note)


def test_marks_say_which_may_be_missing_and_when_one_is_expected(shelf: Shelf) -> None:
    card = card_of(inspection(shelf, shelf.form("s19-outage-information")))
    assert card.when == "3月5日 09:30–11:00"
    assert [mark.key for mark in card.marks if mark.spare] == ["T1"]
    assert card.letters == ("T", "R")


def test_in_english_it_betrays_nothing_either(shelf: Shelf, tmp_path: Path) -> None:
    before = language()
    set_language("en", resources("translations"))
    try:
        path = tmp_path / "card.pdf"
        for form in scenarios(shelf):
            write_pocket_card(card_of(inspection(shelf, form)), path, MORNING)
            told, _facts, _size, count = read(path)
            assert count == 1
            assert form.id == OPENLY or [word for word in BETRAYING if word in told] == []
    finally:
        set_language(before, resources("translations"))


def test_the_command_writes_it(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk.at(folder)
    desk.start("s08-elderly-cash", Head(HALL, inspectors=(Inspector("S-07", "赵六"),)))
    desk.start("hall-open-audit", Head(HALL))
    desk.close()
    out = tmp_path / "card.pdf"
    assert main(["pocket-card", "1", "--out", str(out), "--data", str(folder)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    told, facts, _size, count = read(out)
    assert (count, facts["Title"], "赵六" in told, "S-07" in told) == (1, "备忘", False, False)
    assert main(["pocket-card", "2", "--out", str(out), "--data", str(folder)]) == 1
    assert "不是暗访" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    inspecting = desk.start("s08-elderly-cash", Head(HALL))
    (tmp_path / "file").write_text("")
    with pytest.raises(InspectorError, match="卡片没有写成"):
        write_card_of(desk, inspecting.inspection.id, tmp_path / "file" / "card.pdf")


def test_a_window_over_two_days_names_both(shelf: Shelf) -> None:
    one = inspection(shelf, shelf.form("s08-elderly-cash"))
    visit = Visit("v1", "S-07", "2026-03-05T21:30:00+08:00", "2026-03-06T01:00:00+08:00")
    assert card_of(replace(one, head=replace(one.head, visit=visit))).when == "3月5日 21:30–3月6日 01:00"
    assert card_of(replace(one, head=replace(one.head, visit=Visit("v1")))).when == ""
