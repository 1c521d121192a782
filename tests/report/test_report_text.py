import pytest

from inspector.report.fonts import cleaned, faces, missing, runs
from inspector.report.palette import BODY, TABLE, Span
from inspector.report.paragraph import Paragraph

RARE = "翀堃喆珺犇㙦䶮"


def drawn(text: str, bold: bool) -> str:
    return "".join(part for part, _ in runs(text, bold))


def test_rare_names_are_drawn_and_fall_back_to_regular() -> None:
    assert drawn(RARE, bold=False) == RARE
    assert drawn(RARE, bold=True) == RARE
    regular, heavy = faces()
    lacking = min(regular.known - heavy.known - {"\u27e6", "\u27e7"})
    assert runs(f"甲{lacking}乙", bold=True) == (("甲", True), (lacking, False), ("乙", True))


def test_what_no_face_can_draw_prints_by_its_number() -> None:
    assert drawn("好\U0001f600", bold=True) == "好⟦U+1F600⟧"
    assert drawn("\ud800坏", bold=False) == "⟦U+D800⟧坏"
    assert missing(["李\U0001f600", "𠮷王", RARE]) == ("\U0001f600", "𠮷") or missing(["𠮷"]) == ()


@pytest.mark.parametrize("unseen", ["\u200f", "\u202e", "\u200b", "\x00", "\x1b", "\ufeff", "\u2066", "\ufe0f"])
def test_controls_and_marks_of_direction_vanish(unseen: str) -> None:
    assert cleaned(f"甲{unseen}乙") == "甲乙"


def test_a_paragraph_shortened_to_two_lines_ends_in_dots_within_its_column() -> None:
    text = Paragraph("台面堆放宣传展架三组，轮椅无法靠近；" * 4, TABLE, 90, most=2)
    assert text.cut
    assert len(text.lines) == 2
    assert text.lines[-1].runs[-1].text.endswith("…")
    assert text.widest <= 90.001


def test_lines_part_over_pages_without_leaving_one_alone() -> None:
    text = Paragraph("检查表" * 60, BODY, 200)
    whole = len(text.lines)
    for room in range(0, whole * 15 + 30, 5):
        here = text.fitting(room)
        assert here != 1
        assert whole - here != 1


def test_spans_of_two_weights_keep_their_order() -> None:
    text = Paragraph((Span("总分", 9), Span("76.4", 12, bold=True), Span("分", 9)), BODY, 200)
    assert "".join(run.text for run in text.lines[0].runs) == "总分76.4分"


def test_empty_text_has_no_lines() -> None:
    assert Paragraph("", BODY, 100).height == 0
