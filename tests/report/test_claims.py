"""Every sentence of the report is true for the inspection it tells of: its kind, its state, its figures."""

from datetime import timedelta
from decimal import Decimal

import pytest

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.keeping_calendar import KeepingCalendar
from inspector.actions.reporting import content_of, photo_file
from inspector.inspection.answer import Answer, Photo, Sample, Verdict
from inspector.inspection.inspection import Head
from inspector.inspection.register import Entry
from inspector.rating.rate import rate
from inspector.report.composing import Source, compose
from inspector.report.composing.source import SealedAs
from inspector.report.content import ReportContent, strings
from inspector.wording import short_date
from tests.conftest import FORM, HALL, Ticking, conform_to_everything, start
from tests.vault.pictures import photo

LOST = {Verdict.FAIL, Verdict.PARTLY}


def told(content: ReportContent) -> str:
    return "\n".join(strings(content))


def finished(inspecting: Inspecting) -> Inspecting:
    conform_to_everything(inspecting)
    inspecting.finish()
    return inspecting


def with_register(desk: Desk, inspecting: Inspecting, *entries: Entry) -> ReportContent:
    seal, inspection = desk.seal_of(inspecting.inspection.id), inspecting.inspection
    assert seal
    source = Source(
        inspection,
        rate(inspection, inspecting.scheme, entries),
        inspection.started_at,
        "",
        lambda sha256, drawn: photo_file(desk, sha256, drawn),
        SealedAs(seal.number, seal.sha256, seal.previous, inspection.started_at),
        register=entries,
    )
    return compose(source)


def test_a_draft_claims_nothing(desk: Desk) -> None:
    inspecting = start(desk)
    for item in inspecting.inspection.form.order[:60]:
        inspecting.judge(item, Verdict.CONFORM)
    content = content_of(desk, inspecting.inspection.id)
    assert content.cover.title.endswith("（草稿）")
    assert content.cover.star.state == "interim"
    assert content.signatures == ()
    assert [visit.valid for visit in content.visits] == [None]
    assert sum(count.number for count in content.summary.counts) == 166
    assert {count.verdict: count.number for count in content.summary.counts}[None] > 90
    assert all(past.number is None for past in content.summary.history)
    for false in ("仅一次", "，数据充分", "已封存", "首次评定"):
        assert false not in told(content)


@pytest.mark.parametrize(("kind", "word"), [("open", "明察"), ("recheck", "复查"), ("mystery", "暗访")])
def test_a_provisional_star_names_the_kind_it_rests_on(desk: Desk, kind: str, word: str) -> None:
    inspecting = finished(desk.start(FORM, Head(HALL, kind)))
    content = content_of(desk, inspecting.inspection.id)
    assert f"本报告只依据 1 次{word}" in content.visits_note
    assert f"仅一次{word}" in [one.label for one in content.trace.adjustments]
    assert ("没有纳入暗访" in content.mystery.sentence) == (kind != "mystery")


def test_a_mystery_visit_lists_what_it_timed(desk: Desk) -> None:
    inspecting = desk.start(FORM, Head(HALL, "mystery"))
    items = inspecting.inspection.form.items.values()
    item, part = next((item, part) for item in items for part in item.parts if part.kind == "timer" and part.limit)
    inspecting.measure(item.id, part.key, (Sample(Decimal(7)), Sample(Decimal(100000))))
    (timing,) = content_of(desk, inspecting.inspection.id).mystery.timings
    assert timing.item == item.id
    assert [one.printed for one in timing.took] == ["7\u00a0s", "1666:40"]
    assert timing.benchmark.startswith("限 ")
    assert {one.verdict for one in timing.took} == {Verdict.FAIL}


def test_a_topic_audit_shows_its_topics_and_no_total(desk: Desk) -> None:
    content = content_of(desk, finished(desk.start("accessibility", Head(HALL))).inspection.id)
    assert content.cover.title == "专题检查报告"
    assert content.cover.notes == ("此前没有检查记录",)
    assert content.trace.total is None
    assert content.trace.steps == ()
    assert content.summary.total.value == ""
    assert [topic.share.name for topic in content.topics] == ["电话与线上", "无障碍", "适老与特殊客户"]
    assert ("检查表问到的专题", "3", False) in [(one.name, one.have, one.met) for one in content.trace.requirements]


def test_a_candidate_withholds_the_star_and_says_what_is_next(desk: Desk) -> None:
    inspecting = start(desk)
    fatal = next(item.id for item in inspecting.inspection.form.items.values() if item.severity == "fatal")
    inspecting.judge(fatal, Verdict.FAIL)
    inspecting.note(fatal, "当众推搡客户")
    inspecting.judge("V-03", Verdict.FAIL)
    inspecting.note("V-03", "收取加急费")
    inspecting.judge("AC-13", Verdict.FAIL)
    finished(inspecting)
    content = content_of(desk, inspecting.inspection.id)
    facts = [fact.value for fact in content.trace.veto]
    assert "收取加急费" in facts
    assert f"{fatal}：当众推搡客户" in facts
    assert content.trace.requirements[-1].have == "待确认 2 项"
    assert "第二人" in content.next_steps
    assert "按得分与封顶定级，现为四星" in content.next_steps
    assert "否决事实" in content.findings[0].effect
    entries = (
        Entry(inspecting.inspection.id, fatal, "confirmed"),
        Entry(inspecting.inspection.id, "V-03", "rejected"),
    )
    decided = with_register(desk, inspecting, *entries)
    assert sorted(line.state for line in decided.red_lines) == ["已排除", "已确认"]
    assert len(decided.trace.veto) == 1
    assert decided.trace.veto_sentence.startswith("一票否决")
    assert decided.next_steps == ""
    assert decided.cover.star.level == 0


def test_figures_agree_on_every_page(desk: Desk) -> None:
    inspecting = start(desk)
    for number, item in enumerate(inspecting.inspection.form.order):
        inspecting.judge(item, (Verdict.CONFORM, Verdict.PARTLY, Verdict.FAIL)[number * number % 7 % 3])
    finished(inspecting)
    content = content_of(desk, inspecting.inspection.id)
    counts = {count.verdict: count.number for count in content.summary.counts}
    assert sum(counts.values()) == 166
    assert counts[Verdict.PARTLY] + counts[Verdict.FAIL] == len(content.findings) + len(content.quick_fixes)
    lost = sum(Decimal(step.lost.removeprefix("−")) for step in content.trace.steps)
    assert 100 - lost == Decimal(content.trace.total or "")
    parts = sum(Decimal(idea.contribution) for idea in content.summary.ideas)
    assert parts == Decimal(content.summary.total.contribution)
    marked = {row.item: row.finding for section in content.sections for row in section.items if row.finding}
    assert marked == {one.item: one.number for one in content.findings}
    scored = content.trace.bases[-1].items
    assert f"检查表 166 项：问到且计分 {scored} 项" in content.trace.bases_note


def test_a_deadline_in_the_next_year_names_it(desk: Desk, clock: Ticking) -> None:
    clock.at = clock.at.replace(month=12, day=28)
    inspecting = start(desk)
    inspecting.judge("AC-13", Verdict.FAIL)
    finished(inspecting)
    content = content_of(desk, inspecting.inspection.id)
    assert content.findings[0].deadline.startswith("2027年1月")
    assert "最迟 2027年1月" in content.findings_lead


def test_every_photo_is_listed_whether_printed_or_not(desk: Desk) -> None:
    inspecting = start(desk)
    kept = [desk.vault.take(photo(shade=shade), f"{shade}.jpg").sha256 for shade in range(3)]
    for item, sha256 in zip(("SG-01", "AC-13", "V-01"), kept, strict=True):
        inspecting.attach(item, Photo(sha256))
    inspecting.judge("AC-13", Verdict.FAIL)
    finished(inspecting)
    content = content_of(desk, inspecting.inspection.id)
    listed = [(one.photo.number, one.item, one.finding, one.photo.sha256) for one in content.evidence]
    assert listed == [
        ("照片 1", "AC-13", 1, kept[1]),
        ("照片 2", "SG-01", None, kept[0]),
        ("照片 3", "V-01", None, kept[2]),
    ]
    assert [one.sha256 for one in content.findings[0].photos] == [kept[1]]


def test_a_first_rating_compares_nothing_and_a_second_names_an_unrated_one(desk: Desk, clock: Ticking) -> None:
    first = start(desk)
    first.judge("ET-26", Verdict.FAIL)
    content = content_of(desk, finished(first).inspection.id)
    assert {share.change.direction for share in (*content.summary.topics, content.summary.total)} == {""}
    clock.at = clock.at.replace(month=6)
    second = start(desk)
    for item in ("AC-15", "AC-16"):
        second.judge(item, Verdict.UNCHECKED, "未开放")
    content = content_of(desk, finished(second).inspection.id)
    assert content.cover.notes == ("上次 2026年3月5日：未评星",)
    both = next(word for word in content.comparison.lead.split("的") if word.endswith("项逐项对照。"))
    assert int(both.split()[0]) == len(second.inspection.asked_items) - 2


def test_an_overruled_verdict_tells_its_reason(desk: Desk) -> None:
    inspecting = start(desk)
    inspecting.put("AC-13", Answer(Verdict.FAIL, reason="台面被宣传架占满", note="架子三组。"))
    conform_to_everything(inspecting)
    content = content_of(desk, inspecting.inspection.id)
    rows = {row.item: row for section in content.sections for row in section.items}
    assert rows["AC-13"].reason == "台面被宣传架占满"
    assert content.findings[0].facts == "架子三组；结论理由：台面被宣传架占满。"


def test_an_automatic_reason_is_named_once(desk: Desk) -> None:
    inspecting = start(desk)
    hidden = next(item for item in inspecting.inspection.form.items.values() if item.ask_if is not None)
    for fact in inspecting.inspection.form.facts:
        inspecting.state_fact(fact.key, value=False)
    assert not inspecting.inspection.asked(hidden.id)
    content = content_of(desk, inspecting.inspection.id)
    rows = [row for section in content.sections for row in section.items if row.automatic]
    assert rows
    assert all(row.reason and not row.reason.startswith("厅情") for row in rows)


def test_days_set_by_hand_are_named_where_a_deadline_rests_on_them(desk: Desk) -> None:
    inspecting = start(desk)
    inspecting.judge("AC-13", Verdict.FAIL)
    day = inspecting.inspection.day
    assert not any("手工设定的日子" in words for words in content_of(desk, inspecting.inspection.id).method.paragraphs)
    keeping = KeepingCalendar(desk)
    keeping.put(day + timedelta(days=1), False, "本地安排")
    keeping.put(day + timedelta(days=400), False, "明年的事")
    (told,) = [
        words for words in content_of(desk, inspecting.inspection.id).method.paragraphs if "手工设定的日子" in words
    ]
    assert told.endswith(f"手工设定的日子：{short_date(day + timedelta(days=1))}休息。")
