"""The answers file: what it says is what is stored; what is wrong with it is told with its place."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from inspector.actions.desk import Desk
from inspector.actions.explaining import explanation
from inspector.actions.filling import fill_from_file
from inspector.errors import InspectorError
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.hall import Inspector
from tests.conftest import FORM
from tests.inspection.blanks import one, values

HALL = {"code": "BJ01", "class": "C", "operator": "SGCC", "area": "urban", "building": "existing"}
FILE: dict[str, Any] = {
    "inspections": [
        {
            "id": "a1", "form": f"{FORM}@2026.1", "kind": "open", "valid": True, "at": "2026-03-05T09:12:00+08:00",
            "hall": {**HALL, "facts": {"has_ramp": True}},
            "answers": {
                "SG-01": "conform",
                "SG-02": {"verdict": "na", "reason": "夜间检查"},
                "AC-13": {"parts": {"height": [820, 835, 828], "bell": 34}, "note": "台面整洁", "ticks": []},
            },
        }
    ],
    "register": [{"inspection": "a1", "item": "EL-02", "status": "confirmed", "open": True}],
    "previous": {"at": "2025-09-18", "level": 3, "measures": {"total": "70.9"}},
}  # fmt: skip


def filled(tmp_path: Path, answers: dict[str, Any], **more: Any) -> Path:
    plain = {"form": FORM, "hall": HALL, "answers": answers, **more}
    return written(tmp_path, {"inspections": [plain]})


def written(tmp_path: Path, plain: Any) -> Path:
    path = tmp_path / "作答.json"
    path.write_text(json.dumps(plain, ensure_ascii=False), "utf-8")
    return path


def answer(desk: Desk, tmp_path: Path, item: str, plain: Any) -> Answer:
    (made,) = fill_from_file(desk, filled(tmp_path, {item: plain}))
    return made.inspection.answer(item)


def test_the_example_of_the_format(desk: Desk, tmp_path: Path) -> None:
    desk.keep_inspector(Inspector("7", "李敏"))
    desk.set("inspector", "7")
    (made,) = fill_from_file(desk, written(tmp_path, FILE))
    stored = desk.open(made.inspection.id).inspection
    assert stored.answers == {
        "SG-01": Answer(Verdict.CONFORM),
        "SG-02": Answer(Verdict.NA, reason="夜间检查"),
        "AC-13": Answer(parts={"height": values(820, 835, 828), "bell": values(34)}, note="台面整洁"),
    }
    assert stored.verdict("AC-13") is None, "whether the counter is clear was not said"
    assert stored.started_at.isoformat() == made.inspection.started_at.isoformat()
    assert stored.started_at.timestamp() == 1772673120
    assert (stored.hall.code, stored.hall.name, stored.hall.hall_class) == ("BJ01", "BJ01", "C")
    assert stored.facts == {"has_ramp": True}
    assert stored.head.inspectors == (Inspector("7", "李敏"),)
    assert desk.places.hall("BJ01") is not None
    assert json.dumps(explanation(made.rating), ensure_ascii=False)


def test_every_way_of_writing_an_answer(desk: Desk, tmp_path: Path) -> None:
    assert answer(desk, tmp_path, "SG-01", "partly") == Answer(Verdict.PARTLY)
    assert answer(desk, tmp_path, "SG-01", {"parts": {"verdict": "fail"}, "mended": True}).mended
    assert answer(desk, tmp_path, "AC-13", {"parts": {"height": ["820.5"]}}).parts == {"height": values("820.5")}
    assert answer(desk, tmp_path, "AC-13", {"parts": {"height": []}}).empty
    assert answer(desk, tmp_path, "SG-09", {"ticks": ["unlisted_charge"] * 2}).ticks == ("unlisted_charge",)
    assert answer(desk, tmp_path, "V-01", "fail") == Answer(Verdict.FAIL)
    assert answer(desk, tmp_path, "V-01", {"note": "拖延"}) == Answer(Verdict.FAIL, note="拖延")


def test_a_ratio_is_n_of_n(desk: Desk, tmp_path: Path) -> None:
    blank = desk.shelf.form(FORM)
    item, part = next((one.id, part.key) for one in blank.items.values() for part in one.parts if part.kind == "ratio")
    given = answer(desk, tmp_path, item, {"parts": {part: {"n": 1, "of": "6"}}})
    assert given.parts == {part: (one(1, 6),)}
    for wrong in ({"n": 7, "of": 6}, {"n": -1, "of": 6}, {"n": 0.5, "of": 6}, {"n": 1}, 3, [1, 6]):
        with pytest.raises(InspectorError, match=item):
            answer(desk, tmp_path, item, {"parts": {part: wrong}})


def test_a_finished_one_is_sealed(desk: Desk, tmp_path: Path) -> None:
    everything = dict.fromkeys(desk.shelf.form(FORM).order, "conform")
    (made,) = fill_from_file(desk, filled(tmp_path, everything, finish=True, highlights="母婴室"))
    assert desk.seal_of(made.inspection.id) is not None
    assert desk.open(made.inspection.id).inspection.head.highlights == "母婴室"
    with pytest.raises(InspectorError, match="164 处"):
        list(fill_from_file(desk, filled(tmp_path, {"SG-01": "conform"}, finish=True)))


def test_each_is_told_as_soon_as_it_is_there_even_when_it_is_refused_its_end(desk: Desk, tmp_path: Path) -> None:
    plain = {"form": FORM, "hall": HALL, "answers": {"SG-01": "conform"}}
    made = fill_from_file(desk, written(tmp_path, {"inspections": [plain, {**plain, "finish": True}, plain]}))
    assert desk.inspections.headers() == []
    told = [next(made).inspection.id, next(made).inspection.id]
    with pytest.raises(InspectorError, match="未补完"):
        next(made)
    assert [(one.id, one.status) for one in reversed(desk.inspections.headers())] == [(id_, "draft") for id_ in told]


BAD_ANSWERS: dict[str, tuple[dict[str, Any], str]] = {
    "unknown item": ({"XX-01": "conform"}, "XX-01"),
    "unknown verdict": ({"SG-01": "good"}, "SG-01"),
    "verdict of another kind": ({"SG-01": {"verdict": None}}, "SG-01"),
    "unknown key": ({"SG-01": {"verdikt": "fail"}}, "verdikt"),
    "no part named": ({"AC-13": 820}, "AC-13"),
    "unknown part": ({"AC-13": {"parts": {"hight": 820}}}, "hight"),
    "parts as a list": ({"AC-13": {"parts": [820]}}, "AC-13"),
    "no number": ({"AC-13": {"parts": {"height": "八百"}}}, "height"),
    "not a number": ({"AC-13": {"parts": {"height": "NaN"}}}, "height"),
    "true as a number": ({"AC-13": {"parts": {"height": True}}}, "height"),
    "beyond all measure": ({"AC-13": {"parts": {"height": "1e999999"}}}, "height"),
    "endless decimals": ({"AC-13": {"parts": {"height": "1e-999999"}}}, "height"),
    "a negative time": ({"AC-13": {"parts": {"bell": -1}}}, "bell"),
    "note is nothing": ({"SG-01": {"note": None}}, "note"),
    "note is a number": ({"SG-01": {"note": 5}}, "note"),
    "flag is a word": ({"SG-01": {"flagged": "yes"}}, "flagged"),
    "unknown tick": ({"SG-09": {"ticks": ["no_such"]}}, "ticks"),
    "ticks are a word": ({"SG-09": {"ticks": "unlisted_charge"}}, "ticks"),
    "ticks are a number": ({"SG-09": {"ticks": 1}}, "ticks"),
    "a red line that was not crossed": ({"V-01": {"verdict": "conform"}}, "V-01"),
    "half a character": ({"SG-01": {"note": "\ud83d"}}, "转义"),
}


@pytest.mark.parametrize(("answers", "told"), BAD_ANSWERS.values(), ids=BAD_ANSWERS)
def test_a_wrong_answer_is_told_with_its_place(desk: Desk, tmp_path: Path, answers: dict[str, Any], told: str) -> None:
    path = tmp_path / "作答.json"
    path.write_text(json.dumps({"inspections": [{"form": FORM, "hall": HALL, "answers": answers}]}), "utf-8")
    with pytest.raises(InspectorError, match=told):
        fill_from_file(desk, path)
    assert desk.inspections.headers() == []


BAD_HEADS: dict[str, tuple[Any, str]] = {
    "a list": ([], "inspections"),
    "no list": ({"inspections": {}}, "inspections"),
    "an empty one": ({"inspections": [{}]}, "form"),
    "no hall": ({"inspections": [{"form": FORM}]}, "hall"),
    "a misspelt key": ({"inspections": [{"form": FORM, "hall": HALL, "answer": {}}]}, "是否想写 answers"),
    "no code": ({"inspections": [{"form": FORM, "hall": {}}]}, "编码"),
    "a code that is a number": ({"inspections": [{"form": FORM, "hall": {"code": 1}}]}, "hall"),
    "another area": ({"inspections": [{"form": FORM, "hall": {**HALL, "area": "town"}}]}, "area"),
    "another operator": ({"inspections": [{"form": FORM, "hall": {**HALL, "operator": "sgcc"}}]}, "operator"),
    "a fact that is a word": (
        {"inspections": [{"form": FORM, "hall": {**HALL, "facts": {"has_ramp": "yes"}}}]},
        "厅情",
    ),
    "a fact in Chinese": ({"inspections": [{"form": FORM, "hall": {**HALL, "facts": {"有坡道": True}}}]}, "厅情"),
    "another kind": ({"inspections": [{"form": FORM, "hall": HALL, "kind": "secret"}]}, "kind"),
    "no such form": ({"inspections": [{"form": "hall", "hall": HALL}]}, "没有检查表"),
    "another version": ({"inspections": [{"form": f"{FORM}@2019.1", "hall": HALL}]}, "2019"),
    "no time": ({"inspections": [{"form": FORM, "hall": HALL, "at": "yesterday"}]}, "at"),
    "answers as a list": ({"inspections": [{"form": FORM, "hall": HALL, "answers": []}]}, "answers"),
    "finish is a word": ({"inspections": [{"form": FORM, "hall": HALL, "finish": "yes"}]}, "finish"),
}


@pytest.mark.parametrize(("plain", "told"), BAD_HEADS.values(), ids=BAD_HEADS)
def test_a_wrong_head_is_told(desk: Desk, tmp_path: Path, plain: Any, told: str) -> None:
    with pytest.raises(InspectorError, match=told):
        fill_from_file(desk, written(tmp_path, plain))
    assert desk.inspections.headers() == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "第 1 行第 1 列"),
        (b'{"inspections":\n [}', "第 2 行第 3 列"),
        (b"\xff\xfe{", "UTF-8"),
        (b"[" * 100_000, "太深"),
        (b'{"inspections": [' + b"9" * 5000 + b"]}", "太长"),
    ],
)
def test_a_file_that_is_no_json_is_told(desk: Desk, tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "作答.json"
    path.write_bytes(content)
    with pytest.raises(InspectorError, match=told):
        fill_from_file(desk, path)
    for absent in (tmp_path / "none.json", tmp_path):
        with pytest.raises(InspectorError, match="打不开"):
            fill_from_file(desk, absent)


def test_one_wrong_inspection_keeps_all_out(desk: Desk, tmp_path: Path) -> None:
    good, bad = ({"form": FORM, "hall": HALL, "answers": {"SG-01": verdict}} for verdict in ("conform", "good"))
    with pytest.raises(InspectorError):
        fill_from_file(desk, written(tmp_path, {"inspections": [good, bad]}))
    assert desk.inspections.headers() == []


VISIT = {
    "id": "v1",
    "shopper": "M-07",
    "planned_from": "2026-03-05T08:00:00+08:00",
    "planned_to": "2026-03-05T09:00:00+08:00",
    "briefed_at": "2026-03-04T16:00:00+08:00",
    "marks": {"T0": "2026-03-05T08:10:05+08:00", "T1": "2026-03-05T08:10:38.500+08:00"},
    "followed": True,
}


def visited(form: str, **visit: Any) -> dict[str, Any]:
    return {"form": form, "kind": "mystery", "hall": {"code": "BJ01"}, "visit": {**VISIT, **visit}}


def test_a_visit_brings_its_moments_and_scenarios_of_one_visit_share_it(desk: Desk, tmp_path: Path) -> None:
    desk.keep_inspector(Inspector("7", "李敏"))
    desk.set("inspector", "7")
    plain = [visited("s08-elderly-cash"), visited("s25-privacy"), visited("s08-elderly-cash", id="v2")]
    first, second, other = fill_from_file(desk, written(tmp_path, {"inspections": plain}))
    heads = [desk.open(one.inspection.id).inspection.head for one in (first, second, other)]
    visits = [head.visit for head in heads if head.visit]
    assert len({one.id for one in visits[:2]}) == 1
    assert visits[0].id != visits[2].id
    assert first.inspection.head.inspectors == (), "a shopper is known by code only"
    assert visits[0].shopper == "M-07"
    assert visits[0].followed is True
    assert first.inspection.answer("MV-01").parts["guide"][0].value == Decimal("33.5")
    assert first.inspection.verdict("MV-01") is Verdict.CONFORM
    assert [mark.key for mark in visits[0].marks] == ["T0", "T1"]
    assert all(mark.typed and mark.source for mark in visits[0].marks)


@pytest.mark.parametrize(
    ("visit", "told"),
    [
        ({"marks": {"T99": "2026-03-05T08:10:05+08:00"}}, "visit.marks：应是时刻到时间的对照"),
        ({"marks": ["T0"]}, "visit.marks：应是时刻到时间的对照"),
        ({"marks": {"T0": "早上八点"}}, "visit.marks.T0：不是时间"),
        ({"followed": "yes"}, "visit.followed：只能是 true 或 false"),
        ({"shopper": 7}, "visit.shopper：应是文字"),
        ({"planned_from": 8}, "visit.planned_from：不是时间"),
        ({"name": "赵六"}, "visit：可写 briefed_at"),
    ],
)
def test_a_wrong_visit_is_told_with_its_place(desk: Desk, tmp_path: Path, visit: dict[str, Any], told: str) -> None:
    plain = {"inspections": [visited("s08-elderly-cash", **visit)]}
    with pytest.raises(InspectorError) as caught:
        list(fill_from_file(desk, written(tmp_path, plain)))
    assert told in str(caught.value)
    assert not desk.inspections.headers()
