"""Every kind of report says what it is for and nothing that is not meant for its reader."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from inspector.actions.desk import Desk
from inspector.actions.reporting import content_of
from inspector.cli import main
from inspector.errors import InspectorError
from inspector.inspection.answer import Answer, Photo, Verdict
from inspector.report.content import ReportContent
from inspector.report.noticed import Notice, NoticeRow
from inspector.report.profiles import FULL, NOTICE, ONE_PAGE, POSTER, PROFILES, PUBLIC, write_profile
from inspector.report.rated import Labelled, Star
from tests.conftest import conform_to_everything, start
from tests.report.conformance import faults
from tests.report.sample_content import full
from tests.vault.pictures import photo

PERSON = "王五六"


def text_of(path: Path) -> tuple[str, int]:
    document = pypdfium2.PdfDocument(path)
    told = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    pages = len(document)
    document.close()
    return told, pages


def pictures(pdf: pikepdf.Pdf) -> int:
    return sum(isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image" for one in pdf.objects)


def row(number: int) -> NoticeRow:
    return NoticeRow(
        number, f"AC-{number:02}", "低位服务台", "major" if number < 4 else "minor",
        "台面实测 920 mm（限 700–850），堆放展架。", "无障碍环境建设法第 40 条；GB 55019-2021", "改造台面，清空",
        "4月10日", f"{number:02}",
    )  # fmt: skip


def noticed(count: int) -> ReportContent:
    rules = (
        Labelled(
            "期限", "严重问题 10 个工作日，最迟 4月10日；一般问题 5 个工作日，最迟 4月2日。工作日自封存次日起算。"
        ),
        Labelled("复查", "严重问题逐项现场复查，一般问题抽查不少于两成。"),
        Labelled("申辩", "如有异议，请在 5 个工作日内（4月2日前）书面提出并附证据。"),
        Labelled("对星级", "按期销号前，封顶三星。"),
    )
    rows = tuple(row(number) for number in range(1, count + 1))
    told = Notice(
        "云汀供电公司",
        "YT-2026-0037",
        "2026年3月26日",
        "滨江供电营业厅",
        "督查组对你厅进行明察。",
        rows,
        rules,
        "一式两份。",
    )
    return replace(full(), notice=told)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (9, 1), (12, 1)])
def test_a_notice_is_one_page_up_to_a_dozen_problems(count: int, pages: int, tmp_path: Path) -> None:
    assert write_profile(NOTICE, noticed(count), tmp_path / "n.pdf") == pages
    told, counted = text_of(tmp_path / "n.pdf")
    assert counted == pages
    assert "附页" not in told
    for words in ("整改通知单", "YT-2026-0037", "期限", "复查", "申辩", "对星级", "原因与措施", "签发", "接收", "销号"):
        assert words in told
    assert faults(tmp_path / "n.pdf") == []


def test_a_long_notice_has_numbered_annexes_and_loses_no_row(tmp_path: Path) -> None:
    pages = write_profile(NOTICE, noticed(60), tmp_path / "n.pdf")
    told, counted = text_of(tmp_path / "n.pdf")
    assert pages == counted > 1
    assert all(f"AC-{number:02}" in told for number in range(1, 61))
    assert told.count("附页") == pages - 1
    assert f"{pages}/{pages}" in told
    assert faults(tmp_path / "n.pdf") == []


def rated(folder: Path, level: int = 3) -> ReportContent:
    content = full(folder)
    cover = replace(content.cover, star=Star(level, "三星" if level else "不达标", "full", "评定"))
    findings = tuple(replace(one, due=date(2026, 4, 10)) for one in content.findings)
    return replace(content, cover=cover, findings=findings, valid_until="2027年3月25日", record_code="R" * 60)


def test_a_poster_shows_the_star_and_nothing_inner(tmp_path: Path) -> None:
    content = rated(tmp_path)
    write_profile(POSTER, content, tmp_path / "p.pdf")
    told, pages = text_of(tmp_path / "p.pdf")
    assert pages == 1
    for words in (content.hall, "三星", "2027年3月25日", "95598", "12398", "非本公司电话", "2026年4月10日前完成"):
        assert words in told
    assert content.cover.total not in told
    assert not any(one.facts[:12] in told for one in content.findings)
    assert faults(tmp_path / "p.pdf") == []
    with pikepdf.open(tmp_path / "p.pdf") as pdf:
        assert len(pdf.attachments) == 0


def test_a_hall_below_standard_says_so(tmp_path: Path) -> None:
    write_profile(POSTER, rated(tmp_path, 0), tmp_path / "p.pdf")
    assert "本期未达标" in text_of(tmp_path / "p.pdf")[0]


def test_what_is_not_firm_is_not_posted(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="只有评定的星级"):
        write_profile(POSTER, full(tmp_path), tmp_path / "p.pdf")
    with pytest.raises(InspectorError, match="没有整改通知单"):
        write_profile(NOTICE, full(tmp_path), tmp_path / "n.pdf")
    with pytest.raises(InspectorError, match="可用"):
        write_profile("other", full(tmp_path), tmp_path / "n.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.fixture
def sealed(desk: Desk) -> str:
    inspecting = start(desk)
    inspecting.set_head("note", "内部意见不外传")
    kept = desk.vault.take(photo(), "门头.jpg")
    inspecting.put("AC-13", Answer(Verdict.FAIL, note="台面高 920 mm", photos=(Photo(kept.sha256, "门头.jpg"),)))
    conform_to_everything(inspecting)
    inspecting.finish()
    return inspecting.inspection.id


def test_the_public_edition_holds_no_photo_no_name_and_no_inner_note(desk: Desk, sealed: str, tmp_path: Path) -> None:
    content = content_of(desk, sealed)
    content = replace(content, cover=replace(content.cover, facts=(*content.cover.facts, Labelled("督查员", PERSON))))
    told = {}
    for profile in (FULL, PUBLIC):
        write_profile(profile, content, tmp_path / f"{profile}.pdf")
        told[profile] = text_of(tmp_path / f"{profile}.pdf")[0]
    for secret in (PERSON, "内部意见不外传", "佐证清单"):
        assert secret in told[FULL]
        assert secret not in told[PUBLIC]
    with pikepdf.open(tmp_path / "public.pdf") as pdf:
        assert pictures(pdf) == 0
        assert len(pdf.attachments) == 0
    with pikepdf.open(tmp_path / "full.pdf") as pdf:
        assert pictures(pdf) > 0
    assert "920" in told[PUBLIC]


def test_deadlines_counts_and_hash_agree_on_every_kind(desk: Desk, sealed: str, tmp_path: Path) -> None:
    content = content_of(desk, sealed)
    (finding,) = content.findings
    assert content.notice is not None
    assert [one.deadline for one in content.notice.rows] == [finding.deadline]
    for profile in (FULL, ONE_PAGE, NOTICE, PUBLIC):
        write_profile(profile, content, tmp_path / "r.pdf")
        told = text_of(tmp_path / "r.pdf")[0]
        assert "".join(finding.deadline.split()) in told, profile
        assert content.record_hash in told, profile


def test_the_command_makes_every_kind(desk: Desk, sealed: str, tmp_path: Path) -> None:
    assert set(PROFILES) == {FULL, ONE_PAGE, NOTICE, POSTER, PUBLIC}
    assert main(["report", "1", "--profile", "nothing", "--out", str(tmp_path / "x.pdf"), "--data", str(tmp_path)]) != 0
