"""The sealed record: RFC 8785 bytes, NFC text, a chain of hashes, and nothing that can change afterwards."""

import hashlib
import json
import unicodedata
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.errors import InspectorError
from inspector.inspection.answer import Answer, Photo, Verdict
from inspector.inspection.hall import Hall, Inspector
from inspector.inspection.record import FIRST, Place, canonical, sealed_record, sha256
from inspector.inspection.visit import Visit
from tests.conftest import MORNING, conform_to_everything, start
from tests.inspection.blanks import form, inspection, item, values

text = st.text(st.characters(exclude_categories=["Cs"])).map(lambda one: unicodedata.normalize("NFC", one))
keys = st.text(st.characters(max_codepoint=126))
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=20,
)


@given(plain)
def test_canonical_bytes_are_those_of_rfc_8785(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(value)


def test_text_is_normalised_and_half_characters_replaced() -> None:
    assert canonical("e\u0301") == canonical("é") == '"é"'.encode()
    assert canonical("\ud800") == b'"?"'


@pytest.mark.parametrize("value", [2**53, -(2**53), {"中": 1}, {1: 1}])
def test_what_others_would_read_differently_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="must be"):
        canonical(value)


@pytest.mark.parametrize("value", [1.5, {"a": [0.0]}, b"x", {1, 2}])
def test_floats_and_strangers_are_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="cannot be sealed"):
        canonical(value)


def test_the_record_says_everything() -> None:
    blank = form(item("A"), item("B"))
    place = Place(7, "f" * 64, "d" * 64, "e" * 64)
    record = sealed_record(inspection(blank, {"A": "fail"}), {"name": "s@1"}, {"level": 3}, place, MORNING)
    told = json.loads(record)
    assert record == rfc8785.dumps(told)
    assert (told["number"], told["previous"], told["schema"]) == (7, "f" * 64, 2)
    assert (told["device"], told["journal"]) == ("d" * 64, {"last": 0, "sha256": "e" * 64})
    assert told["answers"] == {"A": {"verdict": "fail"}}
    assert told["verdicts"] == {"A": "fail", "B": ""}
    assert told["finished_at"] == "2026-03-05T09:12:00+08:00"
    assert told["form"] == {"name": "small@1", "digest": ""}


@pytest.fixture
def finished(desk: Desk) -> Inspecting:
    inspecting = start(desk)
    inspecting.judge("SG-02", Verdict.NA, "夜间检查 e\u0301")
    inspecting.measure("AC-13", "height", values("820.50", 835, 828))
    inspecting.attach("SG-01", Photo("b" * 64, "门头.jpg"))
    conform_to_everything(inspecting)
    inspecting.finish()
    return inspecting


def test_the_stored_hash_is_that_of_the_stored_bytes(desk: Desk, finished: Inspecting) -> None:
    stored = desk.inspections.sealed(finished.inspection.id)
    assert stored is not None
    seal, body = stored
    assert seal.sha256 == hashlib.sha256(body).hexdigest() == sha256(body)
    assert body == rfc8785.dumps(json.loads(body))
    told = json.loads(body)
    assert told["answers"]["SG-02"] == {"verdict": "na", "reason": "夜间检查 é"}
    assert told["answers"]["AC-13"]["parts"]["height"][0] == {"value": "820.50"}
    assert told["journal"]["last"] == finished.inspection.seq
    assert told["rating"]["state"] == "provisional"


def test_records_are_chained(desk: Desk, finished: Inspecting) -> None:
    second = start(desk)
    conform_to_everything(second)
    second.finish()
    one, two = (desk.seal_of(one.inspection.id) for one in (finished, second))
    assert one is not None
    assert two is not None
    assert (one.number, one.previous) == (1, FIRST)
    assert (two.number, two.previous) == (2, one.sha256)
    stored = desk.inspections.sealed(second.inspection.id)
    assert stored is not None
    assert json.loads(stored[1])["previous"] == one.sha256


def test_an_open_item_keeps_the_record_open(desk: Desk) -> None:
    inspecting = start(desk)
    conform_to_everything(inspecting)
    inspecting.judge("SG-01", None)
    inspecting.judge("SG-02", Verdict.NA)
    with pytest.raises(InspectorError, match="2 处"):
        inspecting.finish()
    assert desk.seal_of(inspecting.inspection.id) is None
    assert not inspecting.inspection.finished


VERBS: dict[str, Callable[[Inspecting], object]] = {
    "judge": lambda on: on.judge("SG-01", Verdict.FAIL),
    "put": lambda on: on.put("SG-01", Answer(Verdict.FAIL)),
    "give_reason": lambda on: on.give_reason("SG-01", "无"),
    "measure": lambda on: on.measure("AC-13", "height", values(1)),
    "note": lambda on: on.note("SG-01", "台面过高"),
    "tick": lambda on: on.tick("SG-09", "unlisted_charge", True),
    "flag": lambda on: on.flag("SG-01", True),
    "follow_up": lambda on: on.follow_up("SG-01", True),
    "mend": lambda on: on.mend("SG-01", True),
    "attach": lambda on: on.attach("SG-03", Photo("c" * 64)),
    "detach": lambda on: on.detach("SG-01", "b" * 64),
    "caption": lambda on: on.caption("SG-01", "b" * 64, "门头"),
    "describe": lambda on: on.describe("SG-01", "b" * 64, ruler=True),
    "state_fact": lambda on: on.state_fact("has_kiosk", False),
    "set_head": lambda on: on.set_head("note", "雨"),
    "set_visit": lambda on: on.set_visit(Visit("v1"), "plan"),
    "correct_hall": lambda on: on.correct_hall(Hall("BJ02", "城北供电营业厅")),
    "set_inspectors": lambda on: on.set_inspectors((Inspector("1", "李"),)),
    "take_statement": lambda on: on.take_statement("坡道正在报修"),
    "sign": lambda on: on.sign("hall", "赵敏", ((1, 2, 3, 4),)),
    "undo": lambda on: on.undo(),
    "redo": lambda on: on.redo(),
    "finish": lambda on: on.finish(),
}
HARMLESS = {"visit", "gaps", "register", "history"}


def test_every_verb_is_tried() -> None:
    public = {name for name, one in vars(Inspecting).items() if callable(one) and not name.startswith("_")}
    assert public == VERBS.keys() | HARMLESS


def test_a_finished_inspection_refuses_every_verb(desk: Desk) -> None:
    inspecting = start(desk)
    inspecting.attach("SG-01", Photo("b" * 64, "门头.jpg"))
    conform_to_everything(inspecting)
    inspecting.set_head("highlights", "母婴室")
    inspecting.undo()
    inspecting.finish()
    rows = desk.database.rows("select * from journal"), desk.database.rows("select * from inspections")
    for verb in VERBS.values():
        with pytest.raises(InspectorError, match="已封存"):
            verb(inspecting)
    inspecting.visit("SG-07")
    assert rows == (desk.database.rows("select * from journal"), desk.database.rows("select * from inspections"))


def test_another_window_that_still_has_it_open_is_refused_too(desk: Desk) -> None:
    inspecting = start(desk)
    elsewhere = desk.open(inspecting.inspection.id)
    conform_to_everything(inspecting)
    inspecting.finish()
    entries = desk.database.rows("select * from entries order by key")
    with pytest.raises(InspectorError, match="已封存"):
        elsewhere.note("SG-01", "晚了")
    assert desk.database.rows("select * from entries order by key") == entries
    assert elsewhere.inspection.answers == {}, "memory never runs ahead of the disk"


def test_a_sealed_record_is_read_as_it_was(desk: Desk, finished: Inspecting) -> None:
    again = desk.open(finished.inspection.id)
    assert again.inspection.finished
    assert again.inspection.answers == finished.inspection.answers
    assert again.rating.total == finished.rating.total
    last = desk.last_time(start(desk).inspection)
    assert last is not None
    assert last.verdict("SG-02") is Verdict.NA
    assert last.verdict("SG-01") is Verdict.CONFORM
    assert last.total == finished.rating.total_shown
    assert desk.last_time(finished.inspection) is None
    assert finished.inspection.started_at - MORNING < timedelta(minutes=1)
