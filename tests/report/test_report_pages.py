"""What stays together on a page, what is never cut, and what a draft leaves away."""

from dataclasses import replace
from pathlib import Path

import pypdfium2

from inspector.report.content import Comparison
from inspector.report.cover import star_spans
from inspector.report.pdf import write_report
from inspector.report.rated import Star
from tests.report.sample_content import full
from tests.report.sample_findings import finding
from tests.report.test_report_pdf import pages, written


def sheets_with(path: Path, *words: str) -> list[int]:
    """Return the pages that hold all these words."""
    found = ["".join(page.split()) for page in pages(path)]
    return [number for number, page in enumerate(found) if all(word in page for word in words)]


def test_a_criterion_of_any_length_is_printed_in_full(tmp_path: Path) -> None:
    content = full()
    first, *rest = content.sections
    three = (
        "坐便高 450 mm，水平抓杆高 700 mm，竖向抓杆顶 ≥1400 mm，洗手盆面高 ≤800 mm 且可容膝，呼叫器距地 400–500 mm。"
    )
    many = "".join(f"第{number}款按图纸核对，" for number in range(90))
    items = (
        replace(first.items[0], criterion=three),
        replace(first.items[1], criterion=many, finding=1, remark="见问题"),
        *first.items[2:],
    )
    text = written(replace(content, sections=(replace(first, items=items), *rest)), tmp_path / "criteria.pdf")
    assert "".join(three.split()) in text
    assert many in text


def test_the_words_of_a_finding_are_not_repeated_in_the_annex(tmp_path: Path) -> None:
    content = full()
    note = "".join(f"第{number}处所见，" for number in range(300))
    first, *rest = content.sections
    row = replace(first.items[0], finding=1, remark=note, measured="", reason="")
    sections = (replace(first, items=(row, *first.items[1:])), *rest)
    findings = (replace(content.findings[0], facts=note), *content.findings[1:])
    text = written(replace(content, sections=sections, findings=findings), tmp_path / "once.pdf")
    assert text.count(note) == 1


def test_a_heading_stays_with_its_table(tmp_path: Path) -> None:
    content = full(tmp_path)
    line = replace(content.red_lines[0], facts="东侧出口挂锁，" * 20)
    for count in range(6):
        path = tmp_path / f"{count}.pdf"
        found = tuple(finding(number, tmp_path, count=1) for number in range(1, count + 1))
        write_report(replace(content, findings=found, red_lines=(line, line)), path)
        assert sheets_with(path, "红线核对", "V-12")


def test_a_topic_without_loss_is_not_parted_from_its_sentence(tmp_path: Path) -> None:
    content = full()
    topics = tuple(
        replace(topic, share=replace(topic.share, name=f"末题{place:02}"), lost=())
        for place, topic in enumerate(content.topics * 3)
    )
    path = tmp_path / "topics.pdf"
    write_report(replace(content, topics=topics), path)
    for page in pages(path):
        assert "".join(page.split()).count("末题") == "".join(page.split()).count("本专题没有失分")


def test_short_chapters_share_a_page(tmp_path: Path) -> None:
    content = replace(full(), findings=(), quick_fixes=(), red_lines=(), highlights=(), general_note="", topics=())
    path = tmp_path / "short.pdf"
    write_report(replace(content, sections=(), comparison=Comparison("没有上次。"), evidence=()), path)
    assert sheets_with(path, "4暗访过程", "5检查表", "6问题与整改", "7与上次比较", "8附录")


def test_a_draft_has_outlined_stars_and_no_place_for_a_seal(tmp_path: Path) -> None:
    content = full()
    star = Star(3, "三星", "interim", "暂估")
    assert [one.icon for one in star_spans(star, 8)] == ["star-missing"] * 3
    assert len({id(one) for one in star_spans(star, 8)}) == 3
    method = replace(content.method, record_hash="", previous_hash="")
    draft = replace(content, cover=replace(content.cover, star=star), signatures=(), method=method)
    path = tmp_path / "draft.pdf"
    write_report(draft, path)
    cover = next(iter(pypdfium2.PdfDocument(path))).get_textpage().get_text_range()
    assert "SHA-256" not in cover
    assert "（章）" not in cover


def test_photos_below_a_finding_name_it_on_a_new_page(tmp_path: Path) -> None:
    found = (finding(1, tmp_path, count=60),)
    path = tmp_path / "photos.pdf"
    write_report(replace(full(), findings=found), path)
    assert sheets_with(path, f"问题1{found[0].title}（续）")
