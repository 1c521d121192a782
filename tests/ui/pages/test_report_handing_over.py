"""A report handed over: printed page by page, as a copy with a password, signed with the unit's own certificate."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pikepdf
import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from inspector.actions.desk import Desk
from inspector.errors import Cancelled, InspectorError
from inspector.report.certified import device_signer, signatures
from inspector.ui.jobs import Progress
from inspector.ui.pages.report import ReportPage
from inspector.ui.pages.report.paper import Paper, read_paper
from inspector.ui.pages.report.printing import print_paper, printer_for
from inspector.ui.pages.report.saving import CERTIFIED, LOCKED, Wanted
from tests.ui.pages.staging import BINJIANG, OFFSCREEN, desk_with_halls, finished, heard, press, shown

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_with_halls(tmp_path)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[ReportPage]:
    page = cast(ReportPage, shown(ReportPage, desk, qtbot, finished(desk, BINJIANG, failing=("EN-11",)).inspection.id))
    yield page
    page.hide()


@pytest.fixture
def paper(qtbot: QtBot, page: ReportPage) -> Paper:
    press(qtbot, page.options.make_button)
    assert page.paper is not None
    return page.paper


def into_a_file(paper: Paper, target: Path) -> QPrinter:
    printer = printer_for(paper, "报告")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(100)
    return printer


def progress(told: list[float] | None = None) -> Progress:
    return Progress((told if told is not None else []).append)


def shade(path: Path, page: int) -> float:
    """Return the mean grey of a page."""
    with pypdfium2.PdfDocument(path) as document:
        image = document[page].render(scale=0.5, grayscale=True).to_pil().convert("L")
    return sum(image.tobytes()) / (image.width * image.height)


def test_every_page_is_printed_as_it_was_shown(paper: Paper, tmp_path: Path, page: ReportPage) -> None:
    told: list[float] = []
    target = tmp_path / "printed.pdf"
    assert print_paper(paper, into_a_file(paper, target), progress(told)) == len(paper.sizes)
    assert told[-1] == 1.0
    printed = read_paper(target)
    assert len(printed.sizes) == len(paper.sizes)
    assert printed.sizes[0] == pytest.approx(paper.sizes[0], abs=2)
    assert page.file is not None
    for number in (0, 2, len(paper.sizes) - 1):
        assert shade(target, number) == pytest.approx(shade(page.file, number), abs=4)


def test_only_the_pages_asked_for_are_printed(paper: Paper, tmp_path: Path) -> None:
    printer = into_a_file(paper, tmp_path / "some.pdf")
    printer.setFromTo(2, 3)
    assert print_paper(paper, printer, progress()) == 2
    assert len(read_paper(tmp_path / "some.pdf").sizes) == 2


def test_printing_can_be_stopped(paper: Paper, tmp_path: Path) -> None:
    stopped = progress()
    stopped.stop()
    with pytest.raises(Cancelled):
        print_paper(paper, into_a_file(paper, tmp_path / "stopped.pdf"), stopped)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(paper: Paper, tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="没有接下"):
        print_paper(paper, into_a_file(paper, tmp_path / "no such folder" / "x.pdf"), progress())


def test_the_button_prints_what_is_shown(qtbot: QtBot, page: ReportPage, paper: Paper, tmp_path: Path) -> None:
    asked: list[str] = []

    def choose(_parent: object, shown_paper: Paper, name: str) -> QPrinter:
        asked.append(name)
        return into_a_file(shown_paper, tmp_path / "printed.pdf")

    page.ask_printer = choose
    said = heard(page, "say")
    press(qtbot, page.reading.print_button)
    assert len(read_paper(tmp_path / "printed.pdf").sizes) == len(paper.sizes)
    assert page.file is not None
    assert asked == [page.file.stem]
    assert any(f"{len(paper.sizes)} 页已交给打印机" in str(one) for one in said)
    page.ask_printer = lambda *_asked: None
    press(qtbot, page.reading.print_button)


def test_a_copy_with_a_password(qtbot: QtBot, page: ReportPage, tmp_path: Path) -> None:
    target = tmp_path / "copy.pdf"
    page.ask_where = lambda _path: Wanted(target, LOCKED)
    press(qtbot, page.options.save_button)
    sheet = page.secret
    assert sheet.isVisible()
    sheet.secret.show_text("短")
    sheet.submit()
    assert sheet.isVisible()
    sheet.secret.show_text("四个不相干的词")
    sheet.again.show_text("四个不相干的字")
    sheet.submit()
    assert not target.exists()
    sheet.again.show_text("四个不相干的词")
    sheet.secret.show_text("四个不相干的词语")
    sheet.again.show_text("四个不相干的词语")
    sheet.submit()
    assert sheet.isHidden()
    assert sheet.secret.text() == ""
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    with pikepdf.open(target, password="四个不相干的词语") as document:
        assert len(document.pages) > 5
    assert page.file is None  # a copy that asks for its password is not shown


def test_a_report_signed_with_the_units_certificate(qtbot: QtBot, page: ReportPage, tmp_path: Path) -> None:
    device_signer(tmp_path, "临江供电公司")
    certificate, target = tmp_path / "report.p12", tmp_path / "signed.pdf"
    page.ask_where = lambda _path: Wanted(target, CERTIFIED)
    page.ask_certificate = lambda: None
    press(qtbot, page.options.save_button)
    assert not page.secret.isVisible()
    page.ask_certificate = lambda: certificate
    press(qtbot, page.options.save_button)
    page.secret.secret.show_text("不是它的口令")
    page.secret.submit()
    assert page.secret.isVisible()
    page.secret.secret.show_text("")
    page.secret.submit()
    (signed,) = signatures(target)
    assert signed.intact
    assert "临江供电公司" in signed.whose
    assert page.file == target
