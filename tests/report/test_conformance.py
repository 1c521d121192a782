"""Every kind of report keeps the rules of archive and accessibility that can be checked here."""

from pathlib import Path

import pikepdf
import pytest

from inspector.report.content import ReportContent
from inspector.report.pdf import write_report
from tests.report.conformance import elements, faults
from tests.report.sample_content import full, unrated


@pytest.fixture(params=[full, unrated], ids=["full", "unrated"])
def report(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    content: ReportContent = request.param(tmp_path)
    write_report(content, tmp_path / "report.pdf")
    return tmp_path / "report.pdf"


def test_a_report_keeps_every_rule_that_can_be_checked(report: Path) -> None:
    assert faults(report) == []


def test_headings_tables_pictures_and_contents_are_there(report: Path) -> None:
    with pikepdf.open(report) as pdf:
        kinds = [str(one.S) for one in elements(pdf)]
    for kind in ("/H1", "/H2", "/P", "/Table", "/TR", "/TH", "/TD", "/TOC", "/TOCI", "/Link"):
        assert kind in kinds
    assert kinds.count("/H1") >= 9


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda pdf: pdf.Root.__delitem__("/Lang"), "no language"),
        (lambda pdf: pdf.Root.__delitem__("/OutputIntents"), "output intent"),
        (lambda pdf: pdf.pages[2].obj.__delitem__("/StructParents"), "marks without their elements"),
        (lambda pdf: pdf.pages[1].obj.Annots[0].__delitem__("/Contents"), "a link without words"),
        (lambda pdf: next(one for one in elements(pdf) if one.S == "/Figure").__delitem__("/Alt"), "without words"),
        (lambda pdf: pdf.pages[3].contents_add(b"0 0 10 10 re f"), "neither content nor artifact"),
    ],
    ids=["language", "colours", "parents", "link", "figure", "paint"],
)
def test_the_check_itself_sees_what_is_spoilt(spoil: object, told: str, tmp_path: Path) -> None:
    write_report(full(tmp_path), tmp_path / "report.pdf")
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        assert callable(spoil)
        spoil(pdf)
        pdf.save(tmp_path / "spoilt.pdf")
    assert any(told in one for one in faults(tmp_path / "spoilt.pdf"))
