"""The blank checklist on paper: every item of every form, with its criterion and boxes to tick."""

from pathlib import Path

import pypdfium2
import pytest

from inspector.actions.shelf import Shelf
from inspector.cli import main
from inspector.report.blank_form import write_blank_form
from tests.conftest import FORM, MORNING, SCENARIO
from tests.report.conformance import faults


@pytest.mark.parametrize("name", [FORM, SCENARIO, "signage"])
def test_every_item_is_there_in_order(name: str, shelf: Shelf, tmp_path: Path) -> None:
    form = shelf.form(name)
    pages = write_blank_form(form, MORNING, tmp_path / "blank.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "blank.pdf")
    told = "".join(page.get_textpage().get_text_range() for page in document)
    assert len(document) == pages
    document.close()
    at = 0
    for item in form.order:
        at = told.find(item, at)
        assert at >= 0, item
    assert "不适用" in told
    assert form.digest[:16] in told
    assert faults(tmp_path / "blank.pdf") == []


def test_the_command(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["blank-form", FORM, "--out", str(tmp_path / "f.pdf"), "--data", str(folder)]) == 0
    assert "页" in capsys.readouterr().out
    assert main(["blank-form", "no-such-form", "--out", str(tmp_path / "g.pdf"), "--data", str(folder)]) != 0
