"""After the seal: amendments that leave the old record as it was, replies, and signatures in ink before it."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.actions.amending import amend, replies, reply
from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.verifying import verify
from inspector.errors import InspectorError
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Head
from inspector.inspection.signing import HALL as HALL_ROLE
from inspector.inspection.signing import INSPECTOR, lapsed
from inspector.store.database import FILE
from tests.conftest import FORM, HALL, Ticking, conform_to_everything

INK = ((10, 20, 300, 40), (50, 60, 70, 80))


@pytest.fixture
def on_disk(folder: Path) -> Desk:
    return Desk.at(folder, Ticking())


def sealed(desk: Desk, form: str = "signage") -> Inspecting:
    inspecting = desk.start(form, Head(HALL))
    conform_to_everything(inspecting)
    inspecting.judge("SG-01" if form == "signage" else "AC-01", Verdict.FAIL)
    inspecting.finish()
    return inspecting


class TestAmending:
    def test_the_old_record_stays_and_the_new_one_names_it(self, desk: Desk) -> None:
        old = sealed(desk)
        before = desk.inspections.sealed(old.inspection.id)
        new = amend(desk, old.inspection.id, "坡道当场量错了一级")
        assert new.inspection.answers == old.inspection.answers
        assert new.inspection.started_at == old.inspection.started_at
        assert not new.inspection.finished
        new.judge("SG-01", Verdict.CONFORM)
        new.finish()
        assert desk.inspections.sealed(old.inspection.id) == before
        body = desk.inspections.sealed(new.inspection.id)
        assert body is not None
        told = json.loads(body[1])["head"]["amends"]
        assert before is not None
        assert (told["id"], told["sha256"], told["reason"]) == (
            old.inspection.id, before[0].sha256, "坡道当场量错了一级",
        )  # fmt: skip

    def test_both_scores_stay_in_the_lists(self, desk: Desk) -> None:
        old = sealed(desk)
        new = amend(desk, old.inspection.id, "看错了")
        new.judge("SG-01", Verdict.CONFORM)
        new.finish()
        first, second = reversed(desk.headers())
        assert (first.amended_by, second.amends) == (second.number, first.id)
        assert first.total != second.total

    @pytest.mark.parametrize("reason", ["", "  "])
    def test_without_a_reason_it_is_refused(self, desk: Desk, reason: str) -> None:
        old = sealed(desk)
        with pytest.raises(InspectorError, match="为什么"):
            amend(desk, old.inspection.id, reason)
        assert len(desk.headers()) == 1

    def test_a_draft_needs_none(self, desk: Desk) -> None:
        draft = desk.start("signage", Head(HALL))
        with pytest.raises(InspectorError, match="还没有封存"):
            amend(desk, draft.inspection.id, "看错了")

    def test_one_amendment_at_a_time_and_then_the_amendment_is_amended(self, desk: Desk) -> None:
        old = sealed(desk)
        new = amend(desk, old.inspection.id, "看错了")
        with pytest.raises(InspectorError, match="第 2 号草稿正在更正它"):
            amend(desk, old.inspection.id, "再改")
        new.finish()
        with pytest.raises(InspectorError, match="已由第 2 号更正"):
            amend(desk, old.inspection.id, "再改")
        assert amend(desk, new.inspection.id, "再改").inspection.head.amends is not None

    def test_a_discarded_amendment_leaves_the_old_one_free(self, desk: Desk) -> None:
        old = sealed(desk)
        desk.discard(amend(desk, old.inspection.id, "看错了").inspection.id)
        assert amend(desk, old.inspection.id, "又看了一遍").inspection.head.amends is not None

    def test_the_hall_is_rated_by_the_amendment_only(self, desk: Desk) -> None:
        old = sealed(desk, FORM)
        new = amend(desk, old.inspection.id, "看错了")
        new.finish()
        considered = {one.inspection.id: one for one in desk.rating_halls.rate(HALL.code).considered}
        assert considered[old.inspection.id].counts is False
        assert "已由第 2 号检查更正" in considered[old.inspection.id].why
        assert considered[new.inspection.id].counts is True

    def test_findings_of_the_old_one_leave_the_register_and_its_star_stays(self, desk: Desk) -> None:
        old = sealed(desk, FORM)
        star = desk.open(old.inspection.id).rating.total
        new = amend(desk, old.inspection.id, "看错了")
        assert [one.entry.inspection for one in desk.registering.findings()] == [old.inspection.id]
        new.judge("AC-01", Verdict.CONFORM)
        new.finish()
        assert desk.registering.findings() == []
        assert desk.open(old.inspection.id).rating.total == star

    def test_last_time_is_never_the_inspection_amended(self, desk: Desk) -> None:
        old = sealed(desk)
        new = amend(desk, old.inspection.id, "看错了")
        assert desk.last_time(new.inspection) is None
        new.finish()
        later = desk.start("signage", Head(HALL))
        last = desk.last_time(later.inspection)
        assert last is not None
        assert desk.inspections.hall_history(HALL.code, later.inspection.id) == [new.inspection.id]

    def test_verifying_finds_both_sound(self, on_disk: Desk) -> None:
        old = sealed(on_disk)
        new = amend(on_disk, old.inspection.id, "看错了")
        new.take_statement("认可")
        new.sign(HALL_ROLE, "赵敏", INK)
        new.finish()
        reply(on_disk, old.inspection.id, "赵敏", "已整改")
        on_disk.close()
        assert verify(on_disk.folder).doubts == ()


class TestReplies:
    def test_they_are_kept_in_order_with_who_took_them_down(self, desk: Desk) -> None:
        old = sealed(desk)
        desk.set("inspector", "D01")
        reply(desk, old.inspection.id, " 赵敏 ", "坡道已修好")
        reply(desk, old.inspection.id, "钱立", "请求复核")
        assert [(one.name, one.words, one.by_code) for one in replies(desk, old.inspection.id)] == [
            ("赵敏", "坡道已修好", "D01"),
            ("钱立", "请求复核", "D01"),
        ]

    def test_an_unsealed_inspection_takes_none(self, desk: Desk) -> None:
        draft = desk.start("signage", Head(HALL))
        with pytest.raises(InspectorError, match="还没有封存"):
            reply(desk, draft.inspection.id, "赵敏", "坡道已修好")

    @pytest.mark.parametrize(
        "forge",
        [
            lambda db: db.execute(
                "update replies set body = cast(replace(body, '修好', '没修') as blob) where number = 1"
            ),
            lambda db: db.execute("delete from replies where number = 1"),
            lambda db: db.execute("delete from replies where number = 2"),
            lambda db: db.execute("update replies set signature = x'00' where number = 2"),
            lambda db: db.execute("update replies set number = 9 where number = 1"),
        ],
    )
    def test_whatever_is_done_to_them_is_named(
        self, on_disk: Desk, forge: Callable[[sqlite3.Connection], object]
    ) -> None:
        old = sealed(on_disk)
        reply(on_disk, old.inspection.id, "赵敏", "坡道已修好")
        reply(on_disk, old.inspection.id, "钱立", "请求复核")
        on_disk.close()
        with sqlite3.connect(on_disk.folder / FILE) as database:
            database.execute("drop trigger replies_keeps")
            database.execute("drop trigger replies_stays")
            forge(database)
        database.close()
        assert any("答复" in doubt for doubt in verify(on_disk.folder).doubts)


class TestInk:
    def test_signatures_are_sealed_with_the_record(self, desk: Desk) -> None:
        inspecting = desk.start("signage", Head(HALL))
        conform_to_everything(inspecting)
        inspecting.take_statement("已告知，认可")
        inspecting.sign(INSPECTOR, "李明", INK)
        inspecting.sign(HALL_ROLE, "赵敏", INK)
        inspecting.finish()
        again = desk.open(inspecting.inspection.id).inspection.head
        assert [(one.role, one.name, one.strokes) for one in again.signatures] == [
            (INSPECTOR, "李明", INK),
            (HALL_ROLE, "赵敏", INK),
        ]
        assert again.statement == "已告知，认可"

    def test_what_changes_after_the_signature_makes_it_lapse_and_must_be_signed_anew(self, desk: Desk) -> None:
        inspecting = desk.start("signage", Head(HALL))
        conform_to_everything(inspecting)
        inspecting.sign(HALL_ROLE, "赵敏", INK)
        assert lapsed(inspecting.inspection) == ()
        inspecting.note("SG-01", "又记了一句")
        assert [one.name for one in lapsed(inspecting.inspection)] == ["赵敏"]
        with pytest.raises(InspectorError, match="赵敏 签字以后又改了内容"):
            inspecting.finish()
        inspecting.undo()
        assert lapsed(inspecting.inspection) == ()
        inspecting.take_statement("有异议")
        inspecting.sign(HALL_ROLE, "赵敏", INK)
        inspecting.finish()

    def test_a_signature_is_taken_back_by_signing_with_nothing_and_by_undo(self, desk: Desk) -> None:
        inspecting = desk.start("signage", Head(HALL))
        inspecting.sign(HALL_ROLE, "赵敏", INK)
        inspecting.sign(HALL_ROLE, "赵敏", ())
        assert inspecting.inspection.head.signatures == ()
        inspecting.undo()
        assert len(desk.open(inspecting.inspection.id).inspection.head.signatures) == 1

    def test_records_without_ink_are_byte_for_byte_as_before(self, desk: Desk) -> None:
        inspecting = desk.start("signage", Head(HALL))
        inspecting.take_statement("先写一句")
        inspecting.take_statement("")
        inspecting.sign(HALL_ROLE, "赵敏", INK)
        inspecting.sign(HALL_ROLE, "赵敏", ())
        assert inspecting.inspection.head.plain().keys() == Head(HALL).plain().keys()
        stored = desk.database.one("select head from inspections")
        assert stored is not None
        assert json.loads(stored[0]) == Head(HALL).plain()
