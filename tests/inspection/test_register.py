"""Red lines crossed, vetoes and majors; one fact judged twice counts once."""

from inspector.form.conditions import Answered, FactIs, ItemIs, Not, Ticked
from inspector.form.form import Form, Words, Worsening
from inspector.form.limits import Limits
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.register import Entry, crossings, fatals, majors, status_of
from tests.inspection.blanks import form, inspection, item, red_line

LINES = (
    red_line("V-01"),
    red_line("V-02", Ticked("A", "charge"), ItemIs("B", ("fail",))),
    red_line("V-03", ItemIs("B", ("fail",))),
)
BLANK = form(
    item("A", worse_if=(Worsening("fatal", Words("收费"), tick="charge"),)), item("B"), item("C"), red_lines=LINES
)


def test_red_lines_are_implied_by_items_or_noted_by_themselves() -> None:
    seen = inspection(
        BLANK, {"A": Answer(Verdict.FAIL, ticks=("charge",)), "B": "fail", "V-01": Answer(Verdict.FAIL, note="拖延")}
    )
    found = {one.line.id: (one.items, one.note) for one in crossings(seen)}
    assert found == {"V-01": ((), "拖延"), "V-02": (("A", "B"), ""), "V-03": (("B",), "")}
    assert crossings(inspection(BLANK, {"A": "fail", "B": "partly"})) == []


def test_a_veto_counts_once_for_item_and_red_line() -> None:
    ticked = Answer(Verdict.FAIL, ticks=("charge",))
    assert fatals(inspection(BLANK, {"A": ticked})) == ["A"]
    assert fatals(inspection(BLANK, {"B": "fail"})) == ["V-02", "V-03"]
    assert fatals(inspection(BLANK, {"V-01": "fail"})) == ["V-01"]
    assert fatals(inspection(BLANK, {"A": Answer(Verdict.CONFORM, ticks=("charge",))})) == ["V-02"]


def test_what_a_form_does_not_ask_implies_no_red_line() -> None:
    elsewhere = (Ticked("Z", "charge"), ItemIs("Z", ("fail",)), Not(Ticked("Z", "charge")), Not(Answered("Z")))
    blank = form(
        item("A"), red_lines=(red_line("V-01", *elsewhere, ItemIs("A", ("fail",))), red_line("V-02", *elsewhere))
    )
    stray = Answer(Verdict.FAIL, ticks=("charge",))
    assert crossings(inspection(blank, {"A": "conform", "Z": stray})) == []
    assert [(one.line.id, one.items) for one in crossings(inspection(blank, {"A": "fail"}))] == [("V-01", ("A",))]
    by_fact = form(item("A"), red_lines=(red_line("V-01", FactIs("x")),))
    assert [one.line.id for one in crossings(inspection(by_fact, facts={"x": True}))] == ["V-01"]


def test_hidden_items_neither_veto_nor_cap() -> None:
    blank = form(
        item("A", severity="fatal", ask_if=FactIs("x")),
        item("B", severity="major", ask_if=FactIs("x")),
        red_lines=(red_line("V-01", ItemIs("A", ("fail",))),),
    )
    answers: dict[str, Answer | str] = {"A": "fail", "B": "fail"}
    shown, hidden = (inspection(blank, answers, facts={"x": value}) for value in (True, False))
    assert (fatals(shown), majors(shown)) == (["A"], ["B"])
    assert (fatals(hidden), majors(hidden), crossings(hidden)) == ([], [], [])


def test_one_fact_judged_twice_counts_once() -> None:
    blank = form(item("A", severity="major"), item("B", severity="major", same_fact="A"), item("C", severity="major"))
    assert majors(inspection(blank, dict.fromkeys("ABC", "fail"))) == ["A", "C"]
    assert majors(inspection(blank, {"B": "fail"})) == ["B"]
    assert majors(inspection(blank, {"A": "partly", "B": "fail"})) == ["B"]
    named_first = form(item("A", severity="major", same_fact="B"), item("B", severity="major"))
    assert majors(inspection(named_first, dict.fromkeys("AB", "fail"))) == ["A"]


def test_the_shipped_twins_count_once(form: Form, limits: Limits) -> None:
    twins = [one for one in form.items.values() if one.same_fact]
    assert twins
    for twin in twins:
        answers: dict[str, Answer | str] = {twin.id: "fail", twin.same_fact: "fail"}
        seen = inspection(form, answers, limits=limits)
        heavy = [key for key in answers if seen.severity(form.items[key]) == "major"]
        assert len(majors(seen)) == min(1, len(heavy))


def test_what_the_register_does_not_know_is_a_candidate_and_open() -> None:
    known = Entry("i1", "A", "confirmed", open=False)
    assert status_of([known], "i1", "A") is known
    assert status_of([known], "i2", "A") == Entry("i2", "A", "candidate", open=True)
    assert status_of(iter([known]), "i1", "B") == Entry("i1", "B")
