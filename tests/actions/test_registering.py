"""The register: what a second person decides, who may, and what that does to stars; ratings given to halls."""

import json
import shutil
from pathlib import Path

import pytest

from inspector.actions.desk import Desk
from inspector.actions.rating_halls import RatingHalls
from inspector.actions.registering import Registering
from inspector.errors import InspectorError
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.hall import Inspector
from inspector.inspection.inspection import Head
from inspector.inspection.register import Entry
from inspector.rating.rate import State
from inspector.store.database import FILE
from inspector.store.driver import Error
from tests.conftest import FORM, HALL, conform_to_everything

FINDER, SECOND = Inspector("01", "周敏", "督查组"), Inspector("02", "林帆", "督查组")
FATAL, MAJOR = "FS-01", "AC-13"
SAMPLES = Path(__file__).parents[1] / "samples" / "databases"


def audited(desk: Desk, *, fatal: bool = False, major: bool = False, form: str = FORM, kind: str = "open") -> str:
    """Finish an inspection in which everything conforms but what is asked to fail; return its id."""
    inspecting = desk.start(form, Head(HALL, kind, (FINDER,)))
    if fatal:
        inspecting.put(FATAL, Answer(Verdict.FAIL, note="后门上锁", ticks=("exit_locked",)))
    if major:
        inspecting.put(MAJOR, Answer(Verdict.FAIL, note="没有低位台"))
    conform_to_everything(inspecting)
    inspecting.finish()
    return inspecting.inspection.id


@pytest.fixture
def registering(desk: Desk) -> Registering:
    return Registering(desk)


def test_findings_are_entered_when_an_inspection_is_finished(desk: Desk, registering: Registering) -> None:
    id_ = audited(desk, fatal=True, major=True)
    listed = registering.findings()
    assert {(one.entry.item, one.severity, one.entry.status, one.entry.open) for one in listed} == {
        (FATAL, "fatal", "candidate", True),
        (MAJOR, "major", "candidate", True),
    }
    assert {(one.entry.inspection, one.hall_name) for one in listed} == {(id_, HALL.name)}


def test_a_veto_takes_hold_once_a_second_person_confirms(desk: Desk, registering: Registering) -> None:
    id_ = audited(desk, fatal=True)
    assert desk.open(id_).rating.state is State.WITHHELD
    (found,) = registering.findings()
    with pytest.raises(InspectorError, match="不能自己核实"):
        registering.decide(found.entry, "confirm", FINDER, "亲眼所见")
    now = registering.decide(found.entry, "confirm", SECOND, "复看监控，后门确实上锁")
    assert (now.status, now.open) == ("confirmed", True)
    rating = desk.open(id_).rating
    assert rating.level is not None
    assert (rating.state, rating.level.level) == (State.PROVISIONAL, 0)
    (decision,) = registering.decisions(now)
    assert (decision.act, decision.by.name, decision.reason) == ("confirm", "林帆", "复看监控，后门确实上锁")


def test_a_rejected_veto_gives_the_star_back(desk: Desk, registering: Registering) -> None:
    id_ = audited(desk, fatal=True)
    (found,) = registering.findings()
    now = registering.decide(found.entry, "reject", SECOND, "门在营业前上锁")
    assert (now.status, now.open) == ("rejected", False)
    assert desk.open(id_).rating.state is State.PROVISIONAL


def test_a_closed_major_no_longer_caps_and_can_be_opened_again(desk: Desk, registering: Registering) -> None:
    id_ = audited(desk, major=True)
    (found,) = registering.findings()
    assert [cap.to for cap in desk.open(id_).rating.caps] == [4]
    closed = registering.decide(found.entry, "close", FINDER, "已改造并复测")
    assert desk.open(id_).rating.caps == ()
    again = registering.decide(closed, "reopen", FINDER, "又堆放杂物")
    assert again == found.entry
    assert [one.act for one in registering.decisions(again)] == ["close", "reopen"]


def test_a_decision_needs_a_reason_and_the_state_that_was_seen(desk: Desk, registering: Registering) -> None:
    audited(desk, major=True)
    (found,) = registering.findings()
    with pytest.raises(InspectorError, match="理由"):
        registering.decide(found.entry, "close", SECOND, "  ")
    registering.decide(found.entry, "close", SECOND, "已改")
    with pytest.raises(InspectorError, match="刚刚变了"):
        registering.decide(found.entry, "confirm", SECOND, "属实")
    assert registering.decisions(Entry("?", "?")) == []


@pytest.mark.parametrize("table", ["register_log", "ratings"])
@pytest.mark.parametrize("act", ["update {} set at = 'x'", "delete from {}"])
def test_decisions_and_ratings_are_never_changed(desk: Desk, registering: Registering, table: str, act: str) -> None:
    audited(desk, major=True)
    registering.decide(registering.findings()[0].entry, "close", SECOND, "已改")
    for _ in range(2):
        audited(desk, form="etiquette", kind="mystery")
    RatingHalls(desk).give(HALL.code)
    with pytest.raises(Error, match="never"):
        desk.database.connection.execute(act.format(table))


def test_findings_of_an_older_release_are_entered_at_first_sight(tmp_path: Path) -> None:
    shutil.copyfile(SAMPLES / "v1.db", tmp_path / FILE)
    desk = Desk.at(tmp_path)
    (found,) = Registering(desk).findings()
    assert (found.entry.item, found.severity) == (FATAL, "fatal")
    assert Registering(desk).register.unlisted() == []
    desk.close()


def test_a_hall_is_given_its_star_and_remembers_it(desk: Desk) -> None:
    halls = RatingHalls(desk)
    audited(desk)
    with pytest.raises(InspectorError, match="暗访 0/2 次"):
        halls.give(HALL.code)
    assert halls.standing(HALL.code) is None
    for _ in range(2):
        audited(desk, form="etiquette", kind="mystery")
    given = halls.give(HALL.code)
    standing = halls.standing(HALL.code)
    assert standing is not None
    assert (standing.kept.level, standing.holds) == (5, True)
    assert json.loads(json.dumps(given.receipt)) == standing.kept.receipt
    previous = halls.previous(HALL.code)
    assert previous is not None
    assert (previous.level, previous.measures["total"]) == (5, 100)
    assert halls.rate(HALL.code).rating.case.previous == previous
