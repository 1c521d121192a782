"""How far an inspection is, and what is still missing before leaving the hall."""

import pytest

from inspector.form.conditions import FactIs
from inspector.form.form import EvidenceRule, Form, Part, PartKind
from inspector.form.limits import Limits
from inspector.inspection.answer import Answer, Photo, Verdict
from inspector.inspection.hall import Hall
from inspector.inspection.progress import Count, Gap, blocking, count, flagged, gaps, next_unanswered
from tests.inspection.blanks import form, inspection, item, number, one, values

QUIET = EvidenceRule(photo="never", note="never")
PHOTO = (Photo("a" * 64),)


def found(answer: Answer, *parts: Part, evidence: EvidenceRule = QUIET) -> list[tuple[str, str]]:
    seen = inspection(form(item("A", *parts, evidence=evidence)), {"A": answer})
    return [(gap.group, gap.need) for gap in gaps(seen)]


def test_counts_leave_out_what_is_not_asked() -> None:
    blank = form(item("A"), item("B"), item("C", ask_if=FactIs("x")), item("D"))
    seen = inspection(blank, {"A": "fail", "B": "na", "C": "fail"}, facts={"x": False})
    assert count(seen) == Count(asked=3, answered=2, failed=1)
    assert not count(seen).complete


def test_the_next_open_item_is_found_round_the_corner() -> None:
    seen = inspection(form(item("A"), item("B"), item("C"), item("D", ask_if=FactIs("x"))), {"B": "fail"})
    assert next_unanswered(seen, "A") == "C"
    assert next_unanswered(seen, "C") == "D"
    assert next_unanswered(seen, "D") == "A"
    assert next_unanswered(seen, "V-01") == "A"
    done = inspection(seen.form, dict.fromkeys("ABC", "conform"), facts={"x": False})
    assert next_unanswered(done, "A") is None


def test_flags_of_hidden_items_are_not_shown() -> None:
    marked = Answer(flagged=True)
    seen = inspection(form(item("A"), item("B", ask_if=FactIs("x"))), {"A": marked, "B": marked}, facts={"x": False})
    assert flagged(seen) == ["A"]


@pytest.mark.parametrize("verdict", [Verdict.NA, Verdict.UNCHECKED])
def test_what_is_left_out_needs_a_reason(verdict: Verdict) -> None:
    assert found(Answer(verdict)) == [("reason", "reason")]
    assert found(Answer(verdict, reason=" ")) == [("reason", "reason")]
    assert found(Answer(verdict, reason="夜间检查")) == []


def test_overruling_needs_a_reason() -> None:
    measured = {"height": values(600)}
    assert found(Answer(Verdict.CONFORM, measured), number()) == [("reason", "reason")]
    assert found(Answer(Verdict.CONFORM, measured, reason="已当场改好"), number()) == []
    assert found(Answer(Verdict.FAIL, measured), number()) == []


def test_evidence_is_owed_but_does_not_block() -> None:
    always, on_fail = EvidenceRule("always", note="never"), EvidenceRule("on_fail", note="on_fail")
    assert found(Answer(Verdict.CONFORM), evidence=always) == [("evidence", "photo")]
    assert found(Answer(Verdict.CONFORM, photos=PHOTO), evidence=always) == []
    assert found(Answer(Verdict.NA, reason="无"), evidence=always) == []
    assert found(Answer(Verdict.PARTLY), evidence=on_fail) == []
    assert found(Answer(Verdict.FAIL), evidence=on_fail) == [("evidence", "photo"), ("evidence", "note")]
    seen = inspection(form(item("A", evidence=always)), {"A": "conform"})
    assert blocking(gaps(seen)) == []


def test_begun_answers_say_what_is_missing() -> None:
    badges = number("badges", PartKind.RATIO, bands=(), unit="人", of_least=3)
    seen = inspection(
        form(item("A", number(samples=3)), item("B", badges), item("C", number(), number("depth"))),
        {
            "A": Answer(parts={"height": values(720, 730)}),
            "B": Answer(parts={"badges": (one(0, 2),)}),
            "C": Answer(parts={"height": values(600)}),
        },
    )
    told = {gap.item: gap.sentence for gap in gaps(seen) if gap.group == "count"}
    assert told == {
        "A": "A：已记 2 次，至少 3 次",
        "B": "B：已看 2\u00a0人，至少 3\u00a0人",
        "C": "C：未填",
    }
    assert [gap.item for gap in blocking(gaps(seen))] == ["A", "B"], "C has failed already"


def test_groups_come_in_order_and_photos_are_counted_over_all() -> None:
    blank = form(item("A"), item("B"), item("C", evidence=QUIET), minimum={"photos": 2})
    seen = inspection(blank, {"A": Answer(Verdict.FAIL, photos=PHOTO), "C": Answer(Verdict.NA)})
    assert [(gap.group, gap.item) for gap in gaps(seen)] == [
        ("unanswered", "B"), ("reason", "C"), ("evidence", "A"), ("count", ""),
    ]  # fmt: skip
    assert gaps(seen)[-1] == Gap("count", "", "全程照片 1 张，至少 2 张", "photo")


def test_an_untouched_audit_lacks_every_item(form: Form, limits: Limits) -> None:
    seen = inspection(form, limits=limits, hall=Hall("1", "甲"))
    assert len(blocking(gaps(seen))) == count(seen).asked == len(form.items) == 166


def test_only_what_was_recorded_is_looked_at_and_the_count_is_that_of_all(form: Form, limits: Limits) -> None:
    facts = {fact.key: False for fact in form.facts}
    answers = dict.fromkeys([*form.order[::3], form.red_lines[0].id], "fail")
    seen = inspection(form, answers, limits=limits, hall=Hall("1", "甲"), facts=facts)
    asked = [one for one in form.order if seen.asked(one)]
    verdicts = [verdict for one in asked if (verdict := seen.verdict(one))]
    assert set(answers) - set(asked) - {form.red_lines[0].id}, "some answers are hidden"
    assert seen.unasked == set(form.order) - set(asked)
    assert [one.id for one in seen.asked_items] == asked
    assert count(seen) == Count(len(asked), len(verdicts), verdicts.count(Verdict.FAIL))
