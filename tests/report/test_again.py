"""Cover and summary in both languages, where a unit asks for it: the same figures, and read out in the right tongue."""

import threading
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2

from inspector.actions.desk import Desk
from inspector.actions.reporting import content_of, write_report_of
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.hall import Hall, Inspector
from inspector.inspection.inspection import Head
from inspector.paths import resources
from inspector.report.profiles import PUBLIC
from inspector.wording import _, language, long_date, speaking
from tests.conftest import FORM, MORNING, conform_to_everything
from tests.report.conformance import faults

CATALOGUES = resources("translations")


def audited(desk: Desk) -> str:
    people = (Inspector("01", "周敏", "督查组"), Inspector("02", "李翀", "督查组"))
    inspecting = desk.start(FORM, Head(Hall("BJ01", "滨江供电营业厅", hall_class="B"), "open", people))
    for item in [one.id for one in inspecting.inspection.asked_items if one.weight][:12]:
        inspecting.put(item, Answer(Verdict.FAIL, note="看到"))
    conform_to_everything(inspecting)
    inspecting.finish()
    return inspecting.inspection.id


def pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    told = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return told


def test_the_second_summary_says_the_same_in_english(desk: Desk, tmp_path: Path) -> None:
    id_ = audited(desk)
    assert content_of(desk, id_).again is None
    desk.set("report_languages", "both")
    content = content_of(desk, id_)
    again = content.again
    assert again is not None
    assert again.cover.title == "Star rating report"
    assert again.cover.total == content.cover.total
    assert [one.value for one in again.summary.ideas] == [one.value for one in content.summary.ideas]
    assert [one.item for one in again.summary.problems] == [one.item for one in content.summary.problems]
    notes = write_report_of(desk, id_, tmp_path / "r.pdf")
    desk.set("report_languages", "one")
    assert notes.pages == write_report_of(desk, id_, tmp_path / "one.pdf").pages + 1
    told = pages(tmp_path / "r.pdf")
    assert again.cover.star.word in told[0]
    assert "1b" in told[1]
    assert "Summary" in told[1]
    english = next(page for page in told if page.count("Standardised") and "Written rectification" in page)
    assert all(problem.item in english for problem in content.summary.problems[:10])
    assert "周敏" not in english
    assert faults(tmp_path / "r.pdf") == []
    with pikepdf.open(tmp_path / "r.pdf") as document:
        tongues = [str(one.Lang) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Lang" in one]
    assert sorted(tongues) == ["en", "en", "en", "zh-CN"]  # title, star, summary; and the document


def test_the_public_edition_names_nobody_in_either_language(desk: Desk, tmp_path: Path) -> None:
    id_ = audited(desk)
    desk.set("report_languages", "both")
    write_report_of(desk, id_, tmp_path / "p.pdf", profile=PUBLIC)
    assert not any("周敏" in page or "李翀" in page for page in pages(tmp_path / "p.pdf"))


def test_what_is_said_aside_is_heard_in_this_thread_alone() -> None:
    heard: list[str] = []
    with speaking("en", CATALOGUES):
        assert (_("检查"), language(), long_date(MORNING.date())) == ("Inspections", "en", "2026-03-05")
        other = threading.Thread(target=lambda: heard.append(_("检查") + language()))
        other.start()
        other.join()
    assert heard == ["检查zh_CN"]
    assert (_("检查"), language(), long_date(MORNING.date())) == ("检查", "zh_CN", "2026年3月5日")


def test_what_is_rated_is_the_same_in_any_language(desk: Desk) -> None:
    inspecting = desk.open(audited(desk))
    chinese = inspecting.rating
    with speaking("en", CATALOGUES):
        english = desk.open(inspecting.inspection.id).rating
        assert str(english.level.label if english.level else "") == "Three stars"
    assert replace(english, why="", inspection=chinese.inspection) == replace(chinese, why="")
