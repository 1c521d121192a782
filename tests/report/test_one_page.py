"""The leader's page is one page, whatever the report holds, and says what the report says."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.report.content import ReportContent
from inspector.report.onepage import write_one_page
from inspector.report.rated import Labelled, Mending, Star
from tests.report.conformance import faults
from tests.report.sample_content import full, unrated
from tests.report.sample_findings import finding

WAY = tuple(
    Mending(f"AC-{place:02}", "坡道被占用", "清空坡道，停放点外移", "3 天", f"{76 + place / 10:.1f}", "70.0", "2")
    for place in range(40)
)
LONG = "云汀经济技术开发区临空产业园综合服务中心供电营业厅暨电力社区便民共建联合服务示范点"


def written(content: ReportContent, path: Path) -> str:
    write_one_page(content, path)
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 1
    page = document[0]
    text = page.get_textpage()
    told = "".join(text.get_text_bounded().split())
    for place in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(place)
        assert left > 8
        assert right < page.get_width() - 8
        assert bottom > 8
        assert top < page.get_height() - 8
    document.close()
    return told


def vetoed(folder: Path) -> ReportContent:
    content = full(folder)
    trace = replace(
        content.trace,
        veto=(Labelled("V-12 出口锁闭", "3 月 18 日 10:24，东侧出口挂锁"),) * 4,
        veto_sentence="一票否决：营业时间内安全出口上锁。",
    )
    return replace(content, trace=trace, cover=replace(content.cover, star=Star(0, "不达标")))


def crowded(folder: Path) -> ReportContent:
    content = full(folder, 60)
    trace = replace(content.trace, way="改好这 40 项，即可升至四星", mendings=WAY)
    return replace(content, hall=LONG, trace=trace, record_code="R" * 90)


def bare(folder: Path) -> ReportContent:
    content = full(folder)
    findings = tuple(replace(one, photos=()) for one in content.findings)
    return replace(content, findings=findings, highlights=(), signatures=(), trace=replace(content.trace, way=""))


KINDS = {"full": full, "unrated": unrated, "vetoed": vetoed, "crowded": crowded, "bare": bare}


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_one_page_that_keeps_every_rule(kind: str, tmp_path: Path) -> None:
    content = KINDS[kind](tmp_path)
    told = written(content, tmp_path / "one.pdf")
    assert content.hall in told
    assert content.number in told
    assert content.record_hash in told
    if content.cover.total:
        assert content.cover.total in told
    assert faults(tmp_path / "one.pdf") == []


def test_the_worst_comes_first_and_says_how_many_are_left(tmp_path: Path) -> None:
    content = replace(
        full(tmp_path),
        findings=tuple(
            replace(finding(number, tmp_path), severity=severity, title=f"第{number}件")
            for number, severity in enumerate(("info", "minor", "major", "fatal", "major"), 1)
        ),
    )
    told = written(content, tmp_path / "one.pdf")
    assert told.index("第4件") < told.index("第3件") < told.index("第5件")
    assert "第1件" not in told
    assert "其余2项见全本" in told


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=300)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hall=TEXT, headline=TEXT, facts=TEXT, count=st.integers(0, 12), rows=st.integers(0, 40))
def test_any_words_and_any_number_of_things_fit(
    hall: str, headline: str, facts: str, count: int, rows: int, tmp_path: Path
) -> None:
    content = full(tmp_path, count)
    write_one_page(
        replace(
            content,
            hall=hall,
            summary=replace(content.summary, headline=headline),
            findings=tuple(replace(one, facts=facts, title=facts) for one in content.findings),
            trace=replace(content.trace, way=headline, mendings=WAY[:rows]),
        ),
        tmp_path / "any.pdf",
    )
    document = pypdfium2.PdfDocument(tmp_path / "any.pdf")
    assert len(document) == 1
    document.close()
