"""Office files: what is written is text and stays text, dates are dates, figures are figures, nothing is lost."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.errors import InspectorError
from inspector.report.office.cells import CUT, LONGEST, clean
from inspector.report.office.notice_document import write_document
from inspector.report.office.workbook import figure, write_workbook
from inspector.report.profiles import FULL, write_profile
from tests.report.sample_content import full
from tests.report.test_profiles import noticed, rated

BAD = (
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")", "http://example.com/a",
    "DDE(\"a\")", "12345678901234567890", "𠮷野家 翀堃", "\u202e反", "a\x00b\x0bc", "🙂",
)  # fmt: skip


def spoilt(text: str, folder: Path | None = None):  # type: ignore[no-untyped-def]
    content = full(folder)
    section = content.sections[0]
    items = (replace(section.items[0], remark=text, measured=text), *section.items[1:])
    findings = (replace(content.findings[0], facts=text, due=date(2026, 4, 10)), *content.findings[1:])
    return replace(content, sections=(replace(section, items=items), *content.sections[1:]), findings=findings)


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_no_text_becomes_a_formula_or_a_link(text: str, tmp_path: Path) -> None:
    write_workbook(spoilt(text), tmp_path / "r.xlsx")
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    cell = book["检查项"].cell(2, 8)
    assert cell.data_type in {"s", "inlineStr"}
    assert cell.value == clean(text)
    assert all(one.data_type != "f" for sheet in book for row in sheet for one in row)
    assert all(one.hyperlink is None for sheet in book for row in sheet for one in row)
    inside = b"".join(
        zipfile.ZipFile(tmp_path / "r.xlsx").read(name) for name in zipfile.ZipFile(tmp_path / "r.xlsx").namelist()
    )
    assert b"<f>" not in inside


def test_every_item_and_finding_is_there_with_dates_and_figures(tmp_path: Path) -> None:
    content = rated(tmp_path)
    write_workbook(content, tmp_path / "r.xlsx", photos=True)
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    items = [row[0].value for row in book["检查项"].iter_rows(min_row=2)]
    assert items == [item.item for section in content.sections for item in section.items]
    findings = list(book["问题"].iter_rows(min_row=2))
    assert len(findings) == len(content.findings)
    assert all(row[8].is_date and row[8].value.date() == date(2026, 4, 10) for row in findings)
    assert book["失分"].cell(2, 7).data_type == "n"
    for name in ("检查项", "问题", "失分"):
        assert book[name].freeze_panes == "C2"
        assert book[name].auto_filter.ref
        assert book[name].print_title_rows == "$1:$1"
    assert len(book["照片"]._images) == sum(one.photo.path is not None for one in content.evidence)


def test_what_is_too_long_says_so_and_still_opens(tmp_path: Path) -> None:
    for text in ("长" * 40_000, "𠮷" * 20_000):
        assert clean(text).endswith(CUT)
        write_workbook(spoilt(text), tmp_path / "r.xlsx")
        value = str(openpyxl.load_workbook(tmp_path / "r.xlsx")["检查项"].cell(2, 8).value)
        assert value.endswith(CUT)
        assert len(value.encode("utf-16-le")) // 2 <= LONGEST


@pytest.mark.parametrize(
    ("printed", "number"), [("76.4", 76.4), ("−2.8", -2.8), ("", None), ("无数据", None), ("–", None), ("²", None)]
)
def test_printed_figures_become_numbers_and_words_do_not(printed: str, number: float | None) -> None:
    assert figure(printed) == number


def words_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    feet = [line.text for section in document.sections for line in section.footer.paragraphs]
    return "\n".join([*(line.text for line in document.paragraphs), *cells, *feet])


def test_the_notice_for_word_says_what_the_one_on_paper_says(tmp_path: Path) -> None:
    content = noticed(14)
    assert content.notice is not None
    write_document(content, content.notice, tmp_path / "n.docx")
    told = words_of(tmp_path / "n.docx")
    for row in content.notice.rows:
        assert row.item in told
        assert row.facts in told
        assert row.deadline in told
    for rule in content.notice.rules:
        assert rule.value in told
    assert content.record_hash in told
    inside = zipfile.ZipFile(tmp_path / "n.docx").read("word/document.xml").decode("utf-8")
    assert inside.count("<w:tblHeader/>") == 1
    assert inside.count("<w:cantSplit/>") == 15
    faces = re.findall(r"<w:rFonts[^>]*>", inside)
    assert faces
    assert all("w:eastAsia=" in one for one in faces)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=400))
def test_any_text_makes_files_that_open(text: str, tmp_path: Path) -> None:
    write_workbook(spoilt(text), tmp_path / "any.xlsx")
    assert openpyxl.load_workbook(tmp_path / "any.xlsx")["检查项"].cell(2, 8).value in {clean(text), None}
    content = noticed(1)
    assert content.notice is not None
    row = replace(content.notice.rows[0], facts=text)
    write_document(content, replace(content.notice, rows=(row,)), tmp_path / "any.docx")
    assert docx.Document(str(tmp_path / "any.docx")).tables


def test_the_ending_of_the_name_asks_for_the_kind(tmp_path: Path) -> None:
    write_profile(FULL, noticed(2), tmp_path / "r.xlsx")
    write_profile(FULL, noticed(2), tmp_path / "r.docx")
    assert zipfile.is_zipfile(tmp_path / "r.xlsx")
    assert zipfile.is_zipfile(tmp_path / "r.docx")
    with pytest.raises(InspectorError, match="没有整改通知单"):
        write_profile(FULL, full(), tmp_path / "none.docx")
