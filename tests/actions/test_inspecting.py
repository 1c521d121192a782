"""What a person does to an open inspection: disk first, then memory, then the screen."""

from dataclasses import replace

import pytest

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting, sample
from inspector.errors import InspectorError
from inspector.inspection.answer import EMPTY, Answer, Photo, Sample, Verdict
from inspector.inspection.change import Change
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Head
from inspector.rating.rate import State
from inspector.store.driver import Error
from tests.conftest import FORM, HALL, conform_to_everything, start
from tests.inspection.blanks import said, values


@pytest.fixture
def inspecting(desk: Desk) -> Inspecting:
    return start(desk)


def test_listeners_hear_of_what_is_already_on_the_disk(desk: Desk, inspecting: Inspecting) -> None:
    heard: list[tuple[Change, bool]] = []

    def hear(change: Change) -> None:
        on_disk = desk.inspections.load(inspecting.inspection.id).answers
        heard.append((change, on_disk == inspecting.inspection.answers and change.seq > 0))

    inspecting.listeners.append(hear)
    change = inspecting.judge("SG-01", Verdict.FAIL)
    inspecting.undo()
    assert heard[0][0] == change
    assert [saved for _, saved in heard] == [True, True]
    assert inspecting.saved_at == desk.clock.at  # type: ignore[attr-defined]


def test_what_the_disk_refuses_nobody_claims(desk: Desk, inspecting: Inspecting) -> None:
    heard: list[Change] = []
    inspecting.listeners.append(heard.append)
    desk.database.connection.execute(
        "create trigger stop before insert on journal begin select raise(abort, 'stopped'); end"
    )
    before = inspecting.inspection
    with pytest.raises(Error, match="stopped"):
        inspecting.judge("SG-01", Verdict.FAIL)
    assert inspecting.inspection is before
    assert (heard, inspecting.timeline.done, inspecting.saved_at) == ([], [], None)


def test_nothing_new_is_no_step(desk: Desk, inspecting: Inspecting) -> None:
    inspecting.judge("SG-01", Verdict.FAIL)
    assert inspecting.judge("SG-01", Verdict.FAIL) is None
    assert inspecting.note("SG-01", "") is None
    assert inspecting.state_fact("has_ramp", True) is None
    assert inspecting.set_head("note", "") is None
    assert inspecting.correct_hall(HALL) is None
    assert inspecting.detach("SG-01", "a" * 64) is None
    assert len(desk.inspections.journal(inspecting.inspection.id)) == 1


def test_a_reason_belongs_to_its_verdict(inspecting: Inspecting) -> None:
    inspecting.judge("SG-01", Verdict.NA, "夜间检查")
    inspecting.judge("SG-01", Verdict.NA)
    assert inspecting.inspection.answer("SG-01").reason == "夜间检查"
    inspecting.judge("SG-01", Verdict.CONFORM)
    assert inspecting.inspection.answer("SG-01").reason == ""
    inspecting.undo()
    assert inspecting.inspection.answer("SG-01") == Answer(Verdict.NA, reason="夜间检查")
    inspecting.judge("SG-01", None)
    assert inspecting.inspection.answer("SG-01") is EMPTY or inspecting.inspection.answer("SG-01").empty


def test_the_reason_for_leaving_out_does_not_excuse_overruling(inspecting: Inspecting) -> None:
    inspecting.measure("AC-13", "height", values(600, 600, 600))
    inspecting.judge("AC-13", Verdict.UNCHECKED, "停电")
    inspecting.judge("AC-13", Verdict.CONFORM)
    assert [gap.need for gap in inspecting.gaps() if gap.item == "AC-13" and gap.group == "reason"] == ["reason"]


def test_measuring_judges_at_once_and_can_be_taken_away(inspecting: Inspecting) -> None:
    inspecting.measure("AC-13", "height", values(820, 835, 828))
    assert inspecting.inspection.verdict("AC-13") is None
    inspecting.measure("AC-13", "clear", said("conform"))
    inspecting.measure("AC-13", "bell", (sample("34", at="2026-03-05T09:20", place="柜台"),))
    assert inspecting.inspection.verdict("AC-13") is Verdict.CONFORM
    inspecting.measure("AC-13", "bell", (sample("61"),))
    assert inspecting.inspection.verdict("AC-13") is Verdict.FAIL
    inspecting.measure("AC-13", "bell", ())
    assert inspecting.inspection.verdict("AC-13") is Verdict.CONFORM
    for part in ("height", "clear"):
        inspecting.measure("AC-13", part, ())
    assert inspecting.inspection.answer("AC-13").empty


def test_samples_come_back_as_they_were(desk: Desk, inspecting: Inspecting) -> None:
    given = (sample("820.50", at="2026-03-05T09:20", place="左"), sample("0.000001"), sample("1E+3"))
    inspecting.measure("AC-13", "height", given)
    ratio = (sample("1", "6"),)
    inspecting.measure("ET-01", "badges", ratio)
    inspecting.measure("ET-02", "words", (Sample(text="自由文字"),))
    again = desk.open(inspecting.inspection.id).inspection
    assert again.answer("AC-13").parts["height"] == given
    assert again.answers == inspecting.inspection.answers


def test_photos_ticks_and_marks(inspecting: Inspecting) -> None:
    door = Photo("a" * 64, "门头.jpg")
    inspecting.attach("SG-09", door)
    assert inspecting.attach("SG-09", Photo("a" * 64, "又一次.jpg")) is None
    inspecting.caption("SG-09", "a" * 64, "正门")
    inspecting.tick("SG-09", "unlisted_charge", True)
    inspecting.tick("SG-09", "unlisted_charge", True)
    inspecting.flag("SG-09", True)
    inspecting.follow_up("SG-09", True)
    inspecting.mend("SG-09", True)
    assert inspecting.inspection.answer("SG-09") == Answer(
        ticks=("unlisted_charge",),
        photos=(Photo("a" * 64, "门头.jpg", "正门"),),
        flagged=True,
        follow_up=True,
        mended=True,
    )
    inspecting.tick("SG-09", "unlisted_charge", False)
    inspecting.detach("SG-09", "a" * 64)
    for mark in (inspecting.flag, inspecting.follow_up, inspecting.mend):
        mark("SG-09", False)
    assert inspecting.inspection.answer("SG-09").empty
    for _step in range(5):
        inspecting.undo()
    assert inspecting.inspection.answer("SG-09").photos[0].caption == "正门"


def test_a_red_line_noted_withholds_the_star(inspecting: Inspecting) -> None:
    conform_to_everything(inspecting)
    assert inspecting.rating.state is State.INTERIM
    inspecting.judge("V-01", Verdict.FAIL)
    assert inspecting.rating.state is State.WITHHELD
    inspecting.undo()
    assert inspecting.rating.level is not None
    inspecting.redo()
    inspecting.finish()
    assert inspecting.rating.state is State.WITHHELD


def test_where_a_person_was_is_where_it_opens(desk: Desk, inspecting: Inspecting) -> None:
    inspecting.judge("SG-01", Verdict.FAIL)
    inspecting.visit("ET-05")
    assert desk.open(inspecting.inspection.id).inspection.last_item == "ET-05"
    inspecting.undo()
    assert desk.open(inspecting.inspection.id).inspection.last_item == "SG-01"
    assert len(desk.inspections.journal(inspecting.inspection.id)) == 2, "walking about is no change"


def test_finding_an_inspection_by_number_or_the_beginning_of_its_id(desk: Desk) -> None:
    one, two = start(desk).inspection.id, start(desk).inspection.id
    assert desk.resolve("2") == two
    assert desk.resolve(one) == one
    assert desk.resolve(two[:-4]) in {two, two[:-4]}
    unique = next(two[:length] for length in range(1, 37) if not one.startswith(two[:length]))
    if unique not in {"1", "2"}:
        assert desk.open(unique).inspection.id == two
    for unknown in ("", "3", "0", "zz", "９", "9" * 5000, one[:8]):
        with pytest.raises(InspectorError, match="没有编号"):
            desk.open(unknown)


def test_an_id_that_begins_with_figures_only_is_found(desk: Desk) -> None:
    id_ = start(desk).inspection.id
    assert id_[:2].isdecimal()
    assert desk.open(id_[:2]).inspection.id == id_


def test_the_hall_is_a_copy_as_it_was_at_the_start(desk: Desk, inspecting: Inspecting) -> None:
    desk.keep_hall(HALL)
    desk.places.remove_hall(HALL.code)
    assert desk.open(inspecting.inspection.id).inspection.hall == HALL
    assert inspecting.inspection.facts == {"has_ramp": True}


def test_the_right_hall_brings_its_own_facts(desk: Desk) -> None:
    wrong = replace(HALL, facts={"has_ramp": True, "has_cctv": True})
    right = Hall("BJ09", "城南供电营业厅", facts={"has_ramp": False})
    inspecting = desk.start(FORM, Head(wrong, "open", (), no_conflict=True))
    inspecting.state_fact("has_parking", True)
    inspecting.correct_hall(right)
    facts = inspecting.inspection.facts
    assert facts == {"has_ramp": False, "has_parking": True}
    assert not inspecting.inspection.asked("AC-02")
