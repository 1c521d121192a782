"""Every item filled in and noted: all of it is in the data file, and all of it can be read from the paper."""

from pathlib import Path

import pypdfium2
import pytest

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.reporting import content_of, write_report_of
from inspector.errors import InspectorError
from inspector.inspection.answer import Photo, Verdict
from inspector.inspection.inspection import Head
from tests.conftest import FORM, HALL, conform_to_everything, start
from tests.vault.pictures import photo


def text_of(pdf: Path) -> str:
    """Return the words of a PDF without the spaces and breaks that setting put between them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


def note_of(number: int) -> str:
    return f"第{number:03}项现场所见"


@pytest.fixture
def everything(desk: Desk) -> Inspecting:
    inspecting = start(desk)
    for number, item in enumerate(inspecting.inspection.form.order):
        inspecting.note(item, note_of(number))
        inspecting.judge(item, (Verdict.CONFORM, Verdict.PARTLY, Verdict.FAIL, Verdict.NA)[number % 4], "")
        if number % 4 == 3:
            inspecting.give_reason(item, "夜间检查")
    return inspecting


def test_every_item_and_every_note_is_stored_and_printed(desk: Desk, everything: Inspecting, tmp_path: Path) -> None:
    order = everything.inspection.form.order
    assert len(order) == 166
    stored = desk.inspections.load(everything.inspection.id).answers
    assert [stored[item].note for item in order] == [note_of(number) for number in range(166)]
    notes = write_report_of(desk, everything.inspection.id, tmp_path / "报告.pdf")
    assert notes.missing == ()
    printed = text_of(tmp_path / "报告.pdf")
    asked = [(number, item) for number, item in enumerate(order) if everything.inspection.asked(item)]
    assert [item for item in order if item not in printed] == []
    assert [item for number, item in asked if note_of(number) not in printed] == []


def test_a_full_audit_is_not_measured_against_a_topic_audit(desk: Desk) -> None:
    for form in (FORM, "environment", FORM):
        inspecting = desk.start(form, Head(HALL))
        conform_to_everything(inspecting)
        inspecting.finish()
    first, topic, last = (content_of(desk, str(number)) for number in (1, 2, 3))
    for content in (topic, last):
        assert content.comparison.then
        assert "总分较上次" not in "".join(content.summary.sentences)
    assert first.cover.notes == ("首次评定",)
    assert topic.cover.total is None


def test_a_missing_and_an_altered_photo_are_said_so(desk: Desk, tmp_path: Path) -> None:
    inspecting = start(desk)
    conform_to_everything(inspecting)
    kept = [desk.vault.take(photo(shade=shade), f"{shade}.jpg").sha256 for shade in range(3)]
    inspecting.judge("AC-13", Verdict.FAIL)
    for sha256 in kept:
        inspecting.attach("AC-13", Photo(sha256))
    inspecting.finish()
    desk.vault.original(kept[0]).unlink()
    desk.vault.original(kept[1]).write_bytes(b"altered")
    write_report_of(desk, inspecting.inspection.id, tmp_path / "报告.pdf")
    printed = text_of(tmp_path / "报告.pdf")
    assert "佐证缺失" in printed
    assert "指纹不符" in printed


def test_a_place_that_takes_no_file_is_told(desk: Desk, tmp_path: Path) -> None:
    inspecting = start(desk)
    (tmp_path / "a file").write_text("")
    for target in (tmp_path, tmp_path / "a file" / "报告.pdf"):
        with pytest.raises(InspectorError, match="报告没有写成"):
            write_report_of(desk, inspecting.inspection.id, target)
    assert not list(tmp_path.rglob("*.part"))
