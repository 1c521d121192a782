"""Phrases heard: counted one by one, and kept by name in the note."""

from decimal import Decimal

from inspector.form.form import Form
from inspector.inspection.answer import Answer, Sample, Verdict
from inspector.inspection.heard import counted, counting, hear, heard_part, times_heard

RUDE, IDLE = "不清楚，问别人去", "我就这态度"


def test_every_tap_counts_one_and_keeps_the_phrase_in_the_note() -> None:
    answer = hear(hear(hear(Answer(), RUDE), IDLE), RUDE)
    assert counted(answer) == 3
    assert answer.note == "不清楚，问别人去 ×2；我就这态度 ×1"
    assert times_heard(answer.note) == {RUDE: 2, IDLE: 1}


def test_what_was_written_besides_stays_and_other_lines_are_no_phrases() -> None:
    answer = hear(Answer(note="3 号柜台 ×，10 时许\n另见照片"), IDLE)
    assert answer.note == "我就这态度 ×1\n3 号柜台 ×，10 时许\n另见照片"
    assert hear(answer, IDLE, -1).note == "3 号柜台 ×，10 时许\n另见照片"


def test_a_phrase_never_counts_less_than_none() -> None:
    answer = hear(hear(Answer(), IDLE), RUDE, -1)
    assert (counted(answer), times_heard(answer.note)) == (1, {IDLE: 1})
    assert counted(hear(hear(answer, IDLE, -1), IDLE, -1)) == 0


def test_a_count_typed_before_goes_on_and_a_verdict_gives_way() -> None:
    typed = Answer(Verdict.CONFORM, {"heard": (Sample(Decimal(2)),)}, reason="听错了")
    answer = hear(typed, IDLE)
    assert (counted(answer), answer.verdict, answer.reason) == (3, None, "")
    assert counted(counting(Answer(), 0)) == 0
    assert counting(Answer(), 0).parts["heard"]


def test_only_a_count_of_phrases_is_one(form: Form) -> None:
    counting_items = [item.id for item in form.items.values() if heard_part(item)]
    assert counting_items == ["ET-25"]
