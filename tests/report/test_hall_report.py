"""The report of a hall: its own star, every inspection with why it counts, the visits as a chapter."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.reporting import content_of
from inspector.actions.visiting import Visiting
from inspector.cli import main
from inspector.errors import InspectorError
from inspector.inspection.answer import Answer, Sample, Verdict
from inspector.inspection.inspection import Head
from tests.ui.pages.staging import BINJIANG, FULL, QINGSHI, SECOND, desk_with_halls, finished
from tests.ui.pages.visit_acts import CASH, left, sealed


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


def visited(desk: Desk, code: str, *, accepted: bool = True) -> Inspecting:
    inspecting = sealed(desk, BINJIANG, CASH, code)
    desk.gate.read(inspecting.inspection.id, SECOND, accepted, "" if accepted else "时刻对不上")
    return inspecting


def audited(desk: Desk, *failing: str) -> str:
    return finished(desk, BINJIANG, failing, form=FULL).inspection.id


def test_one_audit_and_two_visits_tell_the_full_star(desk: Desk) -> None:
    audit = audited(desk, "SG-23")
    visited(desk, "M-07"), visited(desk, "M-09")
    content = content_of(desk, audit, hall=True)
    assert (content.cover.star.state, content.cover.star.plate) == ("full", "评定")
    assert content.number.endswith("-评定")
    assert ("检查方式", "明察 1 次、暗访 2 次") in [(one.label, one.value) for one in content.cover.facts]
    assert content.cover.notes[0].startswith("有效至 ")
    assert [(one.kind, one.valid) for one in content.visits] == [("明察", True), ("暗访", True), ("暗访", True)]
    assert content.visits_note == "营业厅评定：计入明察 1 次、暗访 2 次。证据齐备。"
    assert [one.title[:5] for one in content.mystery.journeys] == ["第 1 次", "第 2 次"]
    assert [one.item for one in content.findings] + [one.item for one in content.quick_fixes] == ["SG-23"]


def test_the_star_of_the_audit_alone_is_told_as_before(desk: Desk) -> None:
    audit = audited(desk)
    visited(desk, "M-07"), visited(desk, "M-09")
    content = content_of(desk, audit)
    assert content.cover.star.plate == "暂评"
    assert "没有纳入暗访" in content.mystery.sentence


def test_what_is_lacking_and_what_does_not_count_is_said(desk: Desk) -> None:
    audit = audited(desk)
    visited(desk, "M-07", accepted=False)
    content = content_of(desk, audit, hall=True)
    assert content.cover.star.plate == "暂评"
    assert "证据不足：暗访 0/2 次，只作暂评。" in content.visits_note
    refused = [one for one in content.visits if not one.valid]
    assert len(refused) == 1
    assert "时刻对不上" in refused[0].note
    assert "时刻对不上" in content.mystery.sentence


def test_what_a_visit_found_stands_in_its_chapter_and_costs_points(desk: Desk) -> None:
    audit = audited(desk)
    failing = left(desk, BINJIANG, CASH, "M-07")
    Visiting(failing).leave()
    Visiting(failing).follow(True)
    for item in failing.inspection.asked_items:
        verdict = failing.inspection.verdict(item.id) or Verdict.CONFORM
        failing.put(item.id, replace(failing.inspection.answer(item.id), verdict=verdict))
    failing.put("MV-09", Answer(Verdict.FAIL, note="让去别的窗口再问"))
    failing.measure("MP-02", "number", (Sample(text="A037"),))
    failing.finish()
    desk.gate.read(failing.inspection.id, SECOND, True, "")
    content = content_of(desk, audit, hall=True)
    (journey,) = content.mystery.journeys
    assert ("不符合：让去别的窗口再问", "MV-09 首问负责不推诿") in [(one.words, one.item) for one in journey.found]
    lost = {point.item: point.remark for topic in content.topics for point in topic.lost}
    assert lost["MV-09"] == "让去别的窗口再问"


def test_customers_are_told_apart(desk: Desk) -> None:
    audit = audited(desk)
    survey = desk.start("customer-survey", Head(BINJIANG))
    survey.measure("SV-08", "score", (Sample(Decimal(9)),))
    for item in survey.inspection.asked_items:
        if survey.inspection.verdict(item.id) is None:
            survey.judge(item.id, Verdict.CONFORM)
    survey.finish()
    content = content_of(desk, audit, hall=True)
    assert "客户问卷 1 份，满意率 100.0%，单独统计，不计入星级。" in content.visits_note
    assert [one.kind for one in content.visits] == ["明察"]


def test_only_the_audit_a_star_rests_on_tells_it(desk: Desk) -> None:
    earlier, _later = audited(desk), audited(desk)
    with pytest.raises(InspectorError, match="不是营业厅评定所依据的明察"):
        content_of(desk, earlier, hall=True)
    topic = finished(desk, QINGSHI).inspection.id
    with pytest.raises(InspectorError, match="不是营业厅评定所依据的明察"):
        content_of(desk, topic, hall=True)


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    desk = Desk.at(data)
    desk.keep_hall(BINJIANG)
    desk.keep_inspector(SECOND)
    audited(desk)
    desk.close()
    paper = tmp_path / "hall.pdf"
    assert main(["report", "1", "--hall", "--out", str(paper), "--data", str(data)]) == 0
    assert "页" in capsys.readouterr().out
    document = pypdfium2.PdfDocument(paper)
    text = "".join("".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    assert "营业厅评定：计入明察1次。证据不足：暗访0/2次，只作暂评。" in text
