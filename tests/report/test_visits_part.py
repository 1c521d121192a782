"""The chapter of mystery visits: journeys, times beside their limits, averages apart, words heard, the gate."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.recollecting import count_phrase
from inspector.actions.reporting import content_of, write_report_of
from inspector.actions.visiting import Visiting
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Head
from inspector.inspection.validity import Ruling, Validity
from inspector.inspection.visit import Mark
from inspector.report.composing.visits_part import Visited, visits_part
from inspector.report.visited import Journey, Mystery, Timing
from tests.conftest import HALL

BEGAN = datetime.fromisoformat("2026-03-12T09:41:00+08:00")
AFTER = {"T0": 0, "T1": 48, "T2": 92, "T3": 530, "T4": 538, "T5": 560, "T6": 606, "T7": 786, "T8": 842}
CASH = "s08-elderly-cash"
KEEPING = replace(HALL, operator="SGCC", hours="8:30–17:30")


def visited(desk: Desk, form: str = CASH, began: datetime = BEGAN, **later: int) -> Inspecting:
    """A visit to the hall; `later` moves single moments to other seconds after the first."""
    inspecting = desk.start(form, Head(KEEPING))
    visit = replace(Visiting(inspecting).visit, shopper="M-07")
    for key, seconds in {**AFTER, **later}.items():
        if key in Visiting(inspecting).scenario.marks:
            visit = visit.with_mark(Mark(key, began + timedelta(seconds=seconds), seconds * 1000, "b1"))
    inspecting.set_visit(visit, "pressed")
    Visiting(inspecting).leave()
    return inspecting


def chapter(desk: Desk, *several: Inspecting) -> Mystery:
    return visits_part([Visited(one.inspection, one.rating, desk.gate.judge(one)) for one in several])


def timing(told: Mystery, item: str) -> Timing:
    return next(one for one in told.timings if one.item == item)


def journey(told: Mystery) -> Journey:
    (only,) = told.journeys
    return only


def test_a_journey_tells_its_moments_and_what_was_judged(desk: Desk) -> None:
    told = journey(chapter(desk, visited(desk)))
    assert [(one.key, one.at) for one in told.moments] == [(key, float(at)) for key, at in AFTER.items()]
    assert told.note == "暗访员 M-07 · 3 月 12 日 09:41 到门口 · 全程 14 分 02 秒".replace(" 月 ", "月").replace(
        "12 日", "12日"
    )
    assert {(one.begins, one.ends, one.kind) for one in told.stretches} == {
        (0, 48, "wait"), (92, 530, "wait"), (530, 538, "wait"), (538, 786, "served"),
    }  # fmt: skip
    assert not any(one.over for one in told.stretches)
    assert told.silent == ""


def test_what_is_over_its_limit_is_marked_and_its_line_drawn(desk: Desk) -> None:
    told = chapter(desk, visited(desk, T1=70))
    assert [one.over for one in journey(told).stretches if one.begins == 0] == [True]
    assert ("引导响应 限 60 秒", 60.0, True) in [(one.label, one.at, one.scored) for one in journey(told).limits]
    guide = timing(told, "MV-01")
    assert [(one.printed, one.verdict) for one in guide.took] == [("70\u00a0s", Verdict.FAIL)]
    assert (guide.limit, guide.benchmark) == (60.0, "限 60 秒")


@pytest.mark.parametrize(("took", "verdict"), [(59, Verdict.CONFORM), (60, Verdict.CONFORM), (61, Verdict.FAIL)])
def test_a_limit_holds_up_to_its_last_second(desk: Desk, took: int, verdict: Verdict) -> None:
    (one,) = timing(chapter(desk, visited(desk, T1=took)), "MV-01").took
    assert one.verdict is verdict


def test_a_limit_that_is_far_away_is_not_drawn(desk: Desk) -> None:
    labels = [one.label for one in journey(chapter(desk, visited(desk))).limits]
    assert "等候用时 限 30 分" not in labels


def test_the_source_and_version_of_a_limit_are_named(desk: Desk) -> None:
    assert "时限表 2026.1" in timing(chapter(desk, visited(desk)), "MV-05").source


def test_a_single_visit_is_not_judged_by_a_promised_average(desk: Desk) -> None:
    wait = timing(chapter(desk, visited(desk, T3=92 + 1000)), "MV-02")
    assert wait.average == "平均要求 15 分，多次到访合算，不判这一次"
    assert wait.took[0].verdict is Verdict.CONFORM
    assert wait.shown == (900.0,)


def counting(one: Inspecting, *, valid: bool = True) -> Visited:
    rulings = (Ruling("V7", "met" if valid else "broken", "" if valid else "被认出"),)
    return Visited(one.inspection, one.rating, Validity(rulings))


@pytest.mark.parametrize(("second", "word"), [(1362, "未超"), (1363, "超过")])
def test_the_average_of_several_is_told_beside_the_single_cases(desk: Desk, second: int, word: str) -> None:
    later = visited(desk, began=BEGAN + timedelta(days=8), T3=92 + second, T4=1460, T5=1470, T6=1480)
    wait = timing(visits_part([counting(visited(desk)), counting(later)]), "MV-02")
    assert [(one.seconds, one.visit) for one in wait.took] == [(438.0, "1"), (float(second), "2")]
    assert wait.average.startswith("有效 2 次平均 15 分 0")
    assert f"，{word}；不判单次" in wait.average


def test_what_does_not_count_is_shown_and_never_averaged(desk: Desk) -> None:
    later = visited(desk, began=BEGAN + timedelta(days=8), T3=92 + 1500, T4=1600, T5=1610, T6=1620, T7=1700, T8=1800)
    told = visits_part([counting(visited(desk)), counting(later, valid=False)])
    wait = timing(told, "MV-02")
    assert [(one.printed, one.outcome) for one in wait.took] == [("7:18", ""), ("25:00", "不计入")]
    assert wait.average.startswith("有效 1 次平均 7 分 18 秒")
    assert "2 次暗访，1 次有效、计入评定。第 2 次不计入：V7 未被识破：被认出。" in told.sentence


def test_several_visits_are_numbered_and_only_the_valid_ones_counted(desk: Desk) -> None:
    told = chapter(desk, visited(desk), visited(desk, began=BEGAN + timedelta(days=8)))
    assert [one.title[:5] for one in told.journeys] == ["第 1 次　"[:5], "第 2 次　"[:5]]
    assert told.sentence.startswith("2 次暗访，0 次有效")


def test_an_invalid_visit_says_so_and_why(desk: Desk) -> None:
    inspecting = visited(desk)
    Visiting(inspecting).expose("保安问是不是来检查的")
    told = chapter(desk, inspecting)
    assert told.sentence.startswith("本次暗访无效，不计入评定：V7")
    assert "保安问是不是来检查的" in told.sentence
    broken = [rule for rule in journey(told).rules if rule.state == "broken"]
    assert [rule.name for rule in broken] == ["V7 未被识破"]


def test_phrases_and_what_notes_quote_are_told(desk: Desk) -> None:
    inspecting = visited(desk)
    count_phrase(inspecting, "MV-08", "不知道")
    count_phrase(inspecting, "MV-08", "不知道")
    inspecting.note("S08-03", "柜员说“零钱先存着吧”，没有问。")
    assert [(one.words, one.item[:6]) for one in journey(chapter(desk, inspecting)).quotes] == [
        ("“不知道” ×2", "MV-08 "),
        ("“零钱先存着吧”", "S08-03"),
    ]


def test_typed_moments_and_set_clocks_are_told(desk: Desk) -> None:
    inspecting = visited(desk)
    visit = Visiting(inspecting).visit
    typed = replace(visit.marks[2], steady=None, boot="", source="号票")
    jumped = replace(visit.marks[8], at=visit.marks[8].at + timedelta(hours=1))
    inspecting.set_visit(replace(visit, marks=(*visit.marks[:2], typed, *visit.marks[3:8], jumped)), "told")
    told = journey(chapter(desk, inspecting))
    assert [one.key for one in told.moments if one.note] == ["T2"]
    assert told.moments[-1].at == 842.0
    assert told.remarks == (
        "10:55:02 电脑时钟被拨快 1 小时 00 分 00 秒；用时按不受拨动的时钟计，不受影响。",
        "T2 取号 的时刻是离场后补填的（号票）。",
    )


@pytest.mark.parametrize("form", ["s17-hotline-answer", "s25-callback"])
def test_scenarios_without_a_door_have_the_chapter_too(desk: Desk, form: str) -> None:
    names = [name for name in desk.shelf.scenarios() if name.startswith(form[:3])]
    inspecting = desk.start(names[0], Head(KEEPING))
    told = chapter(desk, inspecting)
    assert journey(told).silent
    assert not journey(told).moments


def test_the_paper_shows_it_and_names_nobody(desk: Desk, tmp_path: Path) -> None:
    inspecting = visited(desk)
    write_report_of(desk, inspecting.inspection.id, tmp_path / "visit.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "visit.pdf")
    text = "".join("".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    for words in ("4暗访过程", "T3叫到号", "引导响应限60秒", "V10第二人复核", "暗访员M-07", "14:02"):
        assert words in text


def test_the_content_of_the_report_holds_the_chapter(desk: Desk) -> None:
    content = content_of(desk, visited(desk).inspection.id)
    assert content.mystery.journeys[0].title == "S08 老年客户现金交费"
