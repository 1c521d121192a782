"""From measured parts to a verdict."""

from decimal import Decimal

import pytest

from inspector.form.form import Item, Part, PartKind
from inspector.form.limits import Limits
from inspector.inspection.answer import Answer, Sample, Verdict
from inspector.inspection.hall import Hall
from inspector.inspection.judging import complete, judge_value
from tests.inspection.blanks import band, choice, form, inspection, item, number, one, said, values

THREE_BANDS = band(700, 850, part=(680, 870))
C, P, F = Verdict.CONFORM, Verdict.PARTLY, Verdict.FAIL


def implied(blank: Item, **parts: tuple[Sample, ...]) -> Verdict | None:
    return inspection(form(blank), {blank.id: Answer(parts=parts)}).verdict(blank.id)


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        ("679.99", F), ("680", P), ("699.99", P), ("700", C), ("775", C),
        ("850", C), ("850.01", P), ("870", P), ("870.01", F), ("-1", F),
    ],
)  # fmt: skip
def test_the_ends_of_a_band_belong_to_it(figure: str, verdict: Verdict) -> None:
    assert judge_value(Decimal(figure), THREE_BANDS) is verdict


@pytest.mark.parametrize(("figure", "verdict"), [("44", C), ("45", C), ("46", F)])
def test_an_open_end_takes_everything(figure: str, verdict: Verdict) -> None:
    assert judge_value(Decimal(figure), band(None, 45)) is verdict


@pytest.mark.parametrize(
    ("judge", "figures", "verdict"),
    [
        ("worst", (720, 845, 851), F),
        ("worst", (720, 845, 850), C),
        ("each", (720, 845, 851), F),
        ("each", (720, 845, 850), C),
        ("mean", (720, 845, 951), C),
        ("mean", (850, 850, 853), F),
        ("mean", (850, 850, 850), C),
        ("worst", (720, 845), None),
        ("mean", (720, 845), None),
    ],
)
def test_samples(judge: str, figures: tuple[int, ...], verdict: Verdict | None) -> None:
    assert implied(item("A", number(samples=3, judge=judge)), height=values(*figures)) is verdict


def test_a_value_that_fails_is_a_fail_before_all_are_taken() -> None:
    assert implied(item("A", number(samples=3)), height=values(600)) is F
    assert implied(item("A", number(samples=3)), height=values(750)) is None


def test_a_mean_is_not_judged_before_all_are_taken() -> None:
    waits = number("wait", bands=(band(None, 10),), samples=3, judge="mean")
    assert implied(item("A", waits), wait=values(20)) is None
    assert implied(item("A", waits), wait=values(20, 4, 6)) is C


@pytest.mark.parametrize(
    ("few", "of", "verdict"),
    [(0, 6, C), (1, 5, P), (1, 4, F), (2, 6, F), (0, 2, None), (1, 2, None), (2, 2, None), (0, 0, None)],
)
def test_a_ratio_wants_its_observations(few: int, of: int, verdict: Verdict | None) -> None:
    badges = number("badges", PartKind.RATIO, bands=(band(None, 0, part=(None, 20)),), of_least=3)
    assert implied(item("A", badges), badges=(one(few, of),)) is verdict


@pytest.mark.parametrize(("key", "verdict"), [("now", C), ("old", F), ("unknown", None), ("other", None)])
def test_a_choice_implies_its_verdict(key: str, verdict: Verdict | None) -> None:
    assert implied(item("A", choice("issue", now="conform", old="fail", other=None)), issue=said(key)) is verdict


def test_the_worst_part_decides() -> None:
    blank = item("A", number(bands=(THREE_BANDS,)), Part("clear", PartKind.CONFORM))
    assert implied(blank, height=values(750), clear=said("conform")) is C
    assert implied(blank, height=values(690), clear=said("conform")) is P
    assert implied(blank, height=values(690), clear=said("fail")) is F


@pytest.mark.parametrize("filled", ["height", "depth"])
def test_a_part_that_fails_decides_whichever_other_is_missing(filled: str) -> None:
    blank = item("A", number("height"), number("depth"))
    assert implied(blank, **{filled: values(600)}) is F
    assert implied(blank, **{filled: values(750)}) is None


def test_an_optional_part_counts_only_when_filled() -> None:
    blank = item("A", number(), number("bell", PartKind.TIMER, bands=(band(None, 60),), optional=True))
    assert implied(blank, height=values(750)) is C
    assert implied(blank, height=values(750), bell=values(61)) is F


def test_words_and_figures_without_a_band_judge_nothing() -> None:
    words = Part("number", PartKind.TEXT)
    assert implied(item("A", words), number=said("京电〔2026〕7 号")) is None
    assert implied(item("A", words, number()), height=values(750)) is C
    assert implied(item("A", number(bands=())), height=values(750)) is None


def test_nothing_implies_nothing() -> None:
    assert inspection(form(item("A", number()))).verdict("A") is None
    assert not complete(number(), ())


def test_a_person_overrules_what_was_measured() -> None:
    blank = form(item("A", number()))
    seen = inspection(blank, {"A": Answer(Verdict.PARTLY, {"height": values(600)})})
    assert seen.verdict("A") is P
    assert seen.implied("A") is F
    assert seen.overruled("A")
    assert not inspection(blank, {"A": Answer(F, {"height": values(600)})}).overruled("A")
    assert not inspection(blank, {"A": Answer(Verdict.NA, {"height": values(600)})}).overruled("A")


def test_a_limit_binds_by_operator_area_and_day(limits: Limits) -> None:
    """The urban and the rural hall have different hours for a fault crew; the same wait passes at one of them."""
    arrival = number("crew", bands=(), unit="min", limit="fault_arrival")
    blank, answers = form(item("A", arrival)), {"A": Answer(parts={"crew": values(80)})}
    urban = inspection(blank, dict(answers), limits=limits, hall=Hall("1", "甲", area="urban"))
    rural = inspection(blank, dict(answers), limits=limits, hall=Hall("2", "乙", area="rural"))
    assert urban.verdict("A") is F
    assert rural.verdict("A") is C
