"""The Pareto chart: order, the rest, how few make up most, and nothing where there is nothing to compare."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from inspector.inspection.answer import Verdict
from inspector.report.pareto import SHOWN, Pareto
from inspector.report.pdf import write_report
from inspector.report.rated import LostPoint
from tests.report.conformance import faults
from tests.report.sample_content import full


def lost(*numbers: float) -> list[LostPoint]:
    return [
        LostPoint(f"SG-{place:02}", f"第{place}项", Verdict.FAIL, "1", "0", f"−{number:.2f}", number=number)
        for place, number in enumerate(numbers, 1)
    ]


@pytest.mark.parametrize(
    ("numbers", "vital"),
    [
        ((1, 1, 1, 1), 4),
        ((8, 1, 0.5, 0.5), 1),
        ((4, 4, 1, 1), 2),
        ((0.5, 0.5, 1, 8), 1),
        ((1,) * 10, 8),
    ],
)
def test_the_fewest_items_that_make_up_four_fifths_are_counted(numbers: tuple[float, ...], vital: int) -> None:
    pareto = Pareto(lost(*numbers))
    assert pareto.vital == vital
    assert pareto.shares[-1] == pytest.approx(100)
    assert pareto.shares == sorted(pareto.shares)
    assert pareto.note == f"{len(numbers)} 个失分项中，前 {vital} 项占失分的 80%"


def test_the_largest_stand_first_and_the_rest_are_one() -> None:
    pareto = Pareto(lost(*(number / 10 for number in range(1, 31))))
    assert [point.number for point in pareto.shown] == [number / 10 for number in range(30, 30 - SHOWN, -1)]
    assert pareto.losses[-1] == pytest.approx(sum(number / 10 for number in range(1, 31 - SHOWN)))
    assert pareto.told.endswith(f"其余 {30 - SHOWN} 项")


@pytest.mark.parametrize("numbers", [(), (1,), (1, 2, 3), (0, 0, 0, 0)])
def test_too_little_is_no_chart(numbers: tuple[float, ...], tmp_path: Path) -> None:
    assert not Pareto(lost(*numbers)).worth
    content = full(tmp_path)
    topics = (replace(content.topics[0], lost=tuple(lost(*numbers))),)
    write_report(replace(content, topics=topics), tmp_path / "r.pdf")
    assert "失分集中在哪些项" not in text(tmp_path / "r.pdf")


def test_the_chart_stands_in_the_chapter_of_topics_and_is_told_in_words(tmp_path: Path) -> None:
    write_report(full(tmp_path), tmp_path / "r.pdf")
    assert "失分集中在哪些项" in text(tmp_path / "r.pdf")
    assert faults(tmp_path / "r.pdf") == []


def text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    told = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return told
