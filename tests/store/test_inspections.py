"""Inspections, blanks and places as rows."""

from datetime import datetime
from typing import Any

import pytest

from inspector.actions.desk import Desk
from inspector.actions.shelf import Shelf
from inspector.errors import InspectorError
from inspector.form.form import Form
from inspector.inspection.answer import Verdict
from inspector.inspection.change import Change
from inspector.inspection.hall import Hall, Inspector
from inspector.inspection.inspection import Head
from inspector.inspection.progress import Count, count
from inspector.store.blanks import Blanks
from inspector.store.database import open_in_memory
from inspector.store.driver import Error
from tests.conftest import FORM, HALL, Rows, conform_to_everything, start, with_blanks


def test_the_header_follows_every_tap(desk: Desk) -> None:
    inspecting = start(desk)
    id_ = inspecting.inspection.id
    header = desk.inspections.header(id_)
    assert header is not None
    assert (header.number, header.status, header.asked, header.answered) == (1, "draft", 165, 0)
    inspecting.judge("SG-02", Verdict.FAIL)
    inspecting.state_fact("has_ramp", False)
    header = desk.inspections.header(id_)
    assert header is not None
    seen = count(inspecting.inspection)
    assert (header.asked, header.answered, header.failed) == (seen.asked, 1, 1)
    assert seen.asked < 165
    assert header.last_item == "SG-02"
    assert header.changed_at > header.started_at


def test_the_head_can_be_put_right_and_back(desk: Desk) -> None:
    inspecting = start(desk)
    inspecting.correct_hall(Hall("BJ02", "城北供电营业厅", operator="CSG"))
    inspecting.set_head("kind", "recheck")
    inspecting.set_inspectors((Inspector("7", "李敏", "市公司"),))
    header = desk.inspections.header(inspecting.inspection.id)
    assert header is not None
    assert (header.hall, header.hall_name, header.kind) == ("BJ02", "城北供电营业厅", "recheck")
    again = desk.open(inspecting.inspection.id)
    assert again.inspection.head == inspecting.inspection.head
    for _step in range(3):
        again.undo()
    assert again.inspection.head.hall == HALL
    header = desk.inspections.header(inspecting.inspection.id)
    assert header is not None
    assert (header.hall, header.kind) == ("BJ01", "open")


def test_numbers_run_on_and_the_latest_is_first(desk: Desk) -> None:
    made = [start(desk).inspection.id for _number in range(3)]
    assert [(one.number, one.id) for one in desk.inspections.headers()] == [(3, made[2]), (2, made[1]), (1, made[0])]
    assert desk.inspections.headers(hall="BJ99") == []
    assert len(desk.inspections.headers(hall="BJ01", status="draft")) == 3


def test_the_history_of_a_hall_follows_the_numbers_whatever_the_clock_said(desk: Desk) -> None:
    """In texts 09:30+09:00 stands after 09:10+08:00, though it was before; and the third clock was a year behind."""
    moments = ("2026-03-05T09:10+08:00", "2026-03-05T09:30+09:00", "2025-03-05T09:00+08:00")
    made = [desk.start(FORM, Head(HALL), datetime.fromisoformat(moment)) for moment in moments]
    other, last = start(desk, Hall("BJ02", "城北供电营业厅")), start(desk)
    for inspecting in (*made, other):
        conform_to_everything(inspecting)
        inspecting.finish()
    ids = [inspecting.inspection.id for inspecting in made]
    assert desk.inspections.hall_history(HALL.code, last.inspection.id) == ids[::-1]
    assert desk.inspections.hall_history(HALL.code, ids[2]) == [ids[1], ids[0]]
    assert desk.inspections.hall_history(HALL.code, ids[0]) == []


def test_bin_and_back(desk: Desk) -> None:
    kept, thrown = start(desk), start(desk)
    kept.judge("SG-01", Verdict.FAIL)
    desk.discard(thrown.inspection.id)
    assert [one.id for one in desk.drafts()] == [kept.inspection.id]
    with pytest.raises(InspectorError, match="回收站"):
        thrown.judge("SG-01", Verdict.FAIL)
    desk.restore(thrown.inspection.id)
    thrown.judge("SG-01", Verdict.FAIL)
    assert [one.id for one in desk.drafts()] == [thrown.inspection.id, kept.inspection.id], "the last touched first"


def test_a_finished_inspection_cannot_be_thrown_away(desk: Desk) -> None:
    inspecting = start(desk)
    conform_to_everything(inspecting)
    inspecting.finish()
    desk.discard(inspecting.inspection.id)
    desk.restore(inspecting.inspection.id)
    header = desk.inspections.header(inspecting.inspection.id)
    assert header is not None
    assert (header.status, header.level, header.total, header.state) == ("finished", 5, "100.0", "provisional")
    assert desk.inspections.topic_values(inspecting.inspection.id)["signage"] == "100.0"


def test_an_inspection_nobody_began_cannot_be_written_to(desk: Desk) -> None:
    change = Change("answer", "SG-01", None, {"verdict": "fail"}, at="t")
    with pytest.raises(KeyError):
        desk.inspections.record("none", change, Count(1, 1, 1), 0)
    with pytest.raises(KeyError):
        desk.inspections.load("none")
    assert desk.database.rows("select * from journal") == []


def test_blanks_keep_the_order_of_their_author(desk: Desk, form: Form) -> None:
    kept = desk.shelf.pinned_form(form.digest)
    assert kept.order == form.order
    assert [one.key for one in kept.facts] == [one.key for one in form.facts]
    assert [[part.key for part in one.parts] for one in kept.items.values()] == [
        [part.key for part in one.parts] for one in form.items.values()
    ]
    assert kept == form


def test_what_is_read_from_the_file_equals_what_is_kept(blanks: Rows) -> None:
    fresh, kept = Shelf(Blanks(open_in_memory())), Shelf(Blanks(with_blanks(open_in_memory(), blanks)))
    assert (kept.form(FORM), kept.limits(), kept.scheme()) == (fresh.form(FORM), fresh.limits(), fresh.scheme())
    assert kept.scheme() == kept.pinned_scheme(kept.scheme().digest)
    assert kept.limits() == kept.pinned_limits(kept.limits().digest)
    with pytest.raises(KeyError):
        kept.pinned_form("none")


def test_blanks_in_use_stay(desk: Desk) -> None:
    start(desk)
    with pytest.raises(Error, match="FOREIGN KEY"):
        desk.database.write("delete from blanks")


def test_halls_recently_used_come_first_and_are_found_by_initials(desk: Desk) -> None:
    desk.keep_halls([HALL, Hall("BJ02", "城北供电营业厅"), Hall("BJ03", "安定门供电营业厅")])
    start(desk, Hall("BJ03", "安定门供电营业厅"))
    assert [one.code for one in desk.find_halls("")] == ["BJ03", "BJ02", "BJ01"]
    assert [one.code for one in desk.find_halls("bjgd")] == ["BJ01"]
    assert [one.code for one in desk.find_halls(" bj02 ")] == ["BJ02"]
    assert desk.find_halls("没有") == []
    desk.keep_hall(Hall("BJ02", "城南供电营业厅"))
    assert desk.places.hall("BJ02") == Hall("BJ02", "城南供电营业厅")
    desk.places.remove_hall("BJ02")
    assert desk.places.hall("BJ02") is None


def test_several_halls_are_kept_all_or_none(desk: Desk) -> None:
    broken: Any = Hall("BJ03", None)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        desk.keep_halls([HALL, broken])
    assert desk.find_halls("") == []


def test_settings_and_people(desk: Desk) -> None:
    desk.set("theme", "dark")
    assert desk.setting("theme") == "dark"
    with pytest.raises(InspectorError, match="theme"):
        desk.set("theme", "pink")
    desk.places.set("theme", "pink")
    assert desk.setting("theme") == "light", "a value that is no longer allowed counts as never set"
    assert desk.me() is None
    desk.keep_inspector(Inspector("7", "李敏"))
    desk.set("inspector", "7")
    assert desk.me() == Inspector("7", "李敏")
    for nameless in (Inspector("", "李敏"), Inspector("8", " ")):
        with pytest.raises(InspectorError):
            desk.keep_inspector(nameless)
    with pytest.raises(InspectorError):
        desk.keep_hall(Hall(" ", "城北"))
