"""How far two inspectors agree: figures checked by hand, and what must hold whatever they found."""

from collections.abc import Iterator
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.form.form import Form
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.inspection import Inspection
from inspector.paths import resources
from inspector.rating.agreement import (
    GATE,
    SCALE,
    Agreement,
    Disagreement,
    Figures,
    agreement,
    expected,
    interval,
    kappa,
    observed,
    pooled,
    steps_apart,
    word,
)
from inspector.wording import language, set_language
from tests.inspection.blanks import form, inspection, item, number, values

C, P, F, NA, UNCHECKED = Verdict
VECTORS = {
    "(20,5,10,15)": (((20, 5), (10, 15)), "0.70", "0.50", Fraction(2, 5), "0.40"),
    "(45,15,25,15)": (((45, 15), (25, 15)), "0.60", "0.54", Fraction(3, 23), "0.13"),
    "(40,2,3,5)": (((40, 2), (3, 5)), "0.90", "0.7448", Fraction(194, 319), "0.60"),
}
TRANSLATIONS = resources("translations")
Verdicts = list[Verdict | None]
Given = list[tuple[Verdict | None, Verdict | None]]

few = settings(max_examples=60, deadline=None)
judged = st.sampled_from(SCALE)
any_verdict = st.sampled_from([*Verdict, None, C, P, F])
two = st.lists(st.tuples(any_verdict, any_verdict), max_size=30)
tables = st.lists(st.lists(st.integers(0, 60), min_size=3, max_size=3).map(tuple), min_size=3, max_size=3).map(tuple)


def blank(count: int) -> Form:
    return form(*(item(f"A-{place:02}") for place in range(count)))


def filled(given_: Verdicts, on: Form | None = None) -> Inspection:
    found = {f"A-{place:02}": Answer(one) for place, one in enumerate(given_) if one}
    return inspection(on or blank(len(given_)), {**found})


def compared(pairs: Given) -> Agreement:
    return agreement(filled([a for a, _b in pairs]), filled([b for _a, b in pairs]))


def ids(differing: tuple[Disagreement, ...]) -> list[str]:
    return [one.item.id for one in differing]


@pytest.mark.parametrize(("rows", "po", "pe", "value", "shown"), VECTORS.values(), ids=VECTORS)
def test_figures_of_the_textbook(
    rows: tuple[tuple[int, ...], ...], po: str, pe: str, value: Fraction, shown: str
) -> None:
    assert observed(rows) == Fraction(po)
    assert expected(rows) == Fraction(pe)
    assert kappa(rows) == value
    assert Figures(rows).kappa_shown == shown


def test_the_gate_is_compared_exactly() -> None:
    assert [Figures(rows).meets_gate for rows, *_rest in VECTORS.values()] == [False, False, True]
    assert Figures(((40, 10), (10, 40))).kappa == GATE
    assert Figures(((40, 10), (10, 40))).meets_gate
    assert Figures(((4000, 1001), (1000, 4000))).meets_gate is False


@pytest.mark.parametrize("rows", [((50, 0), (0, 0)), ((0, 0, 0), (0, 30, 0), (0, 0, 0)), ((0, 0), (0, 0)), ()])
def test_kappa_is_undefined_where_chance_alone_agrees_on_everything(rows: tuple[tuple[int, ...], ...]) -> None:
    figures = Figures(rows)
    assert (figures.kappa, figures.interval, figures.meets_gate) == (None, None, None)
    assert (figures.kappa_shown, figures.interval_shown, figures.word) == ("—", "—", "—")
    assert figures.percent_shown == ("100.0%" if figures.n else "—")


@pytest.mark.parametrize("rows", [((1, 2), (3,)), ((1, 2), (3, 4, 5)), ((1, 2, 3), (4, 5, 6))])
def test_a_table_that_is_not_square_is_refused(rows: tuple[tuple[int, ...], ...]) -> None:
    for figure in (observed, expected, kappa):
        with pytest.raises(ValueError, match=r"square|zip"):
            figure(rows)


def test_the_interval_is_that_of_the_large_sample() -> None:
    """Se = sqrt(0.7 · 0.3 / (50 · 0.5²)) = 0.129615; 1.96 se = 0.254045."""
    found = interval(((20, 5), (10, 15)))
    assert found is not None
    assert [float(end) for end in found] == pytest.approx([0.145955, 0.654045], abs=1e-6)
    assert Figures(((20, 5), (10, 15))).interval_shown == "[0.14, 0.65]"


def test_the_interval_ends_at_one_and_minus_one() -> None:
    high, low = interval(((10, 1), (0, 10))), interval(((0, 10), (10, 1)))
    assert high is not None
    assert low is not None
    assert (high[1], low[0]) == (1, -1)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (((9, 1), (1, 8)), False),  # 19 items are too few
        (((9, 1), (1, 9)), True),
        (((10, 0), (0, 10)), False),  # a standard error of 0 says nothing
        (((0, 10), (10, 0)), False),
    ],
)
def test_when_the_interval_says_nothing(rows: tuple[tuple[int, ...], ...], said: bool) -> None:
    assert (interval(rows) is not None) is said
    assert kappa(rows) is not None


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("-1", "一致性差", "poor"),
        ("-0.01", "一致性差", "poor"),
        ("-0.009", "轻微一致", "slight"),
        ("0", "轻微一致", "slight"),
        ("0.209", "轻微一致", "slight"),
        ("0.21", "尚可一致", "fair"),
        ("0.40", "尚可一致", "fair"),
        ("0.41", "中度一致", "moderate"),
        ("0.609", "中度一致", "moderate"),
        ("0.61", "高度一致", "substantial"),
        ("0.81", "几乎完全一致", "almost perfect"),
        ("1", "几乎完全一致", "almost perfect"),
    ],
)
@pytest.mark.usefixtures("_chinese_again")
def test_the_word_is_that_of_the_printed_figure(value: str, zh: str, en: str) -> None:
    assert word(Fraction(value)) == zh
    set_language("en", TRANSLATIONS)
    assert word(Fraction(value)) == en


@pytest.fixture
def _chinese_again() -> Iterator[None]:
    before = language()
    yield
    set_language(before, TRANSLATIONS)


def test_only_what_both_judged_counts() -> None:
    pairs = [(C, C), (P, C), (F, NA), (UNCHECKED, C), (None, P), (C, None), (NA, NA), (None, UNCHECKED), (F, F)]
    found = compared(pairs)
    assert found.rows == ((1, 0, 0), (1, 0, 0), (0, 0, 1))
    assert (found.n, found.agreeing, found.only_a, found.only_b) == (3, 2, 2, 2)
    assert (found.percent, found.percent_shown) == (Fraction(200, 3), "66.6%")


def test_an_item_that_is_on_one_form_only_was_judged_by_one_only() -> None:
    found = agreement(filled([C, F, P]), filled([C, C]))
    assert (found.n, found.only_a, found.only_b) == (2, 1, 0)
    found = agreement(filled([C, F]), filled([C, C, P]))
    assert (found.n, found.only_a, found.only_b) == (2, 0, 1)


def test_what_was_measured_counts_as_the_verdict_it_implies() -> None:
    counter = form(item("A-00", number()))
    a, b = (inspection(counter, {"A-00": Answer(parts={"height": values(height)})}) for height in (800, 900))
    found = agreement(a, b)
    assert [(one.a, one.b, one.steps) for one in found.disagreements] == [(C, F, 2)]


def test_the_worst_disagreement_comes_first() -> None:
    on = form(
        item("A-00"),
        item("A-01"),
        item("A-02", weight=3),
        item("A-03", severity="major"),
        item("A-04", severity="fatal"),
        item("A-05"),
    )
    found = agreement(filled([C, C, C, C, C, C], on), filled([P, F, F, F, P, C], on))
    assert ids(found.disagreements) == ["A-03", "A-02", "A-01", "A-04", "A-00"]
    assert [one.steps for one in found.disagreements] == [2, 2, 2, 1, 1]


def test_what_was_left_out_is_no_number_of_steps_from_anything() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        steps_apart(C, NA)


def test_pairs_are_added_up() -> None:
    pairs: list[tuple[Verdicts, Verdicts]] = [([C, C, F, C], [C, P, C, NA]), ([C, P, F], [C, C, F]), ([P], [P])]
    found = pooled([(filled(a), filled(b)) for a, b in pairs])
    assert found.rows == ((2, 1, 0), (1, 1, 0), (1, 0, 1))
    assert (found.pairs, found.n, found.agreeing, found.only_a, found.only_b) == (3, 7, 4, 1, 0)
    told = [(one.item.id, one.differing, one.pairs, one.steps, one.rate) for one in found.items]
    assert told == [("A-01", 2, 2, 2, 1), ("A-02", 1, 2, 2, Fraction(1, 2)), ("A-00", 0, 3, 0, 0)]


def test_at_the_same_rate_the_item_that_more_pairs_differ_on_is_worse() -> None:
    found = pooled([(filled([C, C]), filled([F, P])), (filled([NA, P]), filled([NA, C]))])
    told = [(one.item.id, one.rate, one.differing, one.steps) for one in found.items]
    assert told == [("A-01", 1, 2, 2), ("A-00", 1, 1, 2)]


def test_no_pairs_have_no_figure() -> None:
    found = pooled([])
    assert (found.pairs, found.n, found.kappa, found.percent, found.items) == (0, 0, None, None, ())


@given(two)
@few
def test_it_is_the_same_seen_from_the_other_inspector(pairs: Given) -> None:
    one, other = compared(pairs), compared([(b, a) for a, b in pairs])
    assert (one.n, one.percent, one.kappa, one.interval) == (other.n, other.percent, other.kappa, other.interval)
    assert (one.only_a, one.only_b) == (other.only_b, other.only_a)
    assert one.disagreements == tuple(Disagreement(back.item, back.b, back.a) for back in other.disagreements)


@given(st.lists(judged, min_size=2, max_size=40).filter(lambda found: len(set(found)) > 1))
@few
def test_perfect_agreement_over_two_verdicts_or_more_is_one(found: list[Verdict]) -> None:
    same = compared([(one, one) for one in found])
    assert (same.kappa, same.percent, same.meets_gate, same.disagreements) == (1, 100, True, ())
    assert same.word == "几乎完全一致"


@given(two, st.randoms(use_true_random=False))
@few
def test_the_order_of_the_items_changes_nothing(pairs: Given, draw: Random) -> None:
    items = list(blank(len(pairs)).items.values())
    draw.shuffle(items)
    a, b = [one for one, _other in pairs], [other for _one, other in pairs]
    found = agreement(filled(a, form(*items)), filled(b))
    assert found == compared(pairs)
    assert pooled([(filled(a, form(*items)), filled(b))]) == pooled([(filled(a), filled(b))])


@given(two)
@few
def test_one_pair_pooled_is_that_pair_and_twice_is_as_much_again(
    pairs: Given,
) -> None:
    pair = filled([a for a, _b in pairs]), filled([b for _a, b in pairs])
    one, once, twice = agreement(*pair), pooled([pair]), pooled([pair, pair])
    assert (once.rows, once.only_a, once.only_b) == (one.rows, one.only_a, one.only_b)
    assert [found.item.id for found in once.items if found.differing] == ids(one.disagreements)
    assert (twice.n, twice.percent, twice.kappa) == (2 * one.n, one.percent, one.kappa)
    assert [found.rate for found in twice.items] == [found.rate for found in once.items]


@given(tables)
@few
def test_every_figure_stays_within_its_bounds(rows: tuple[tuple[int, ...], ...]) -> None:
    figures = Figures(rows)
    if (value := figures.kappa) is None:
        return
    assert -1 <= value <= 1
    assert figures.word != "—"
    assert (value == 1) == (figures.percent == 100)
    if ends := figures.interval:
        assert -1 <= ends[0] < value < ends[1] <= 1
