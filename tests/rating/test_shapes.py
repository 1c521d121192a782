"""The six shapes of published systems can be said without code; what the shipped schemes leave out is said here."""

import json
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from inspector.inspection.answer import Verdict
from inspector.inspection.register import Entry
from inspector.paths import forms
from inspector.rating.case import Case, Previous
from inspector.rating.heaps import Credit
from inspector.rating.rate import Rating, State, rate_case
from inspector.rating.receipt import differences, receipt
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import read_scheme
from tests.inspection.blanks import item

SAMPLES = Path(__file__).parents[1] / "samples" / "schemes"


def sample(name: str) -> Scheme:
    return read_scheme(SAMPLES / f"{name}.yaml")


def shipped(name: str) -> Scheme:
    return read_scheme(forms() / "schemes" / f"{name}.yaml")


def given(topic: str, earned: int, whole: int) -> list[Credit]:
    """Return items of weight one, so many of them passed."""
    return [
        Credit(
            item(f"{topic}-{n}", topic=topic),
            Verdict.CONFORM if n < earned else Verdict.FAIL,
            Fraction(1 if n < earned else 0),
        )
        for n in range(whole)
    ]


def rated(scheme: Scheme, credits: Sequence[Credit], previous: Previous | None = None) -> Rating:
    return rate_case(scheme, Case(credits, previous=previous), State.PROVISIONAL)


def label(rating: Rating) -> str:
    assert rating.level is not None
    return rating.level.label.zh


def before(level: int, **measures: int | str) -> Previous:
    return Previous("2025-09-18", level, {key: Fraction(value) for key, value in measures.items()})


@pytest.mark.parametrize(
    ("demerits", "merits", "last", "expected"),
    [
        (2, 0, before(3, total=2), "A"),
        (2, 0, before(2, total=3), "B"),
        (2, 0, None, "B"),
        (6, 4, before(3, total=0), "A"),
        (6, 0, before(3, total=0), "C"),
        (11, 0, before(3, total=0), "D"),
    ],
)
def test_demerits_and_merits_with_memory(demerits: int, merits: int, last: Previous | None, expected: str) -> None:
    credits = [*given("signage", 20 - demerits, 20), *given("improvement", merits, 10)]
    assert label(rated(sample("merits"), credits, last)) == expected


@pytest.mark.parametrize(
    ("base", "staffing", "quality", "expected"),
    [
        (8, 5, 5, "4"), (8, 10, 5, "5"), (10, 10, 10, "5"), (8, 0, 5, "3"), (8, 0, 0, "2"), (3, 10, 10, "2"),
        (3, 5, 10, "2"), (0, 0, 0, "1"), (8, 10, 0, "4"), (4, 10, 10, "4"),
    ],
)  # fmt: skip
def test_a_base_level_moved_by_others(base: int, staffing: int, quality: int, expected: str) -> None:
    parts = (("signage", base), ("etiquette", staffing), ("process", quality))
    assert label(rated(sample("moved"), [one for topic, n in parts for one in given(topic, n, 10)])) == expected


@pytest.mark.parametrize(("penalty", "letter"), [(0, "A"), (13, "A"), (14, "B"), (27, "B"), (28, "C"), (40, "C")])
def test_letters_over_penalty_points(penalty: int, letter: str) -> None:
    assert label(rated(sample("letters"), given("signage", 40 - penalty, 40))) == letter


TOPICS = ("signage", "etiquette", "process", "timing", "phone_online", "promise", "accessibility", "special_groups")


def everything(percent: int) -> list[Credit]:
    return [one for topic in (*TOPICS, "environment", "improvement") for one in given(topic, percent, 100)]


def test_promotion_goes_by_steps_and_demotion_at_once() -> None:
    scheme = shipped("default-stepwise")
    risen = rated(scheme, everything(95), before(2, total=65))
    assert (label(risen), risen.held) == ("三星", True)
    assert "梯级晋升" in risen.why
    assert label(rated(scheme, everything(95), before(4, total="89.9"))) == "四星"
    assert label(rated(scheme, everything(95), before(4, total=90))) == "五星"
    assert label(rated(scheme, everything(55), before(5, total=95))) == "一星"
    assert label(rated(scheme, everything(85), None)) == "四星"


@pytest.mark.parametrize(
    ("manners", "process", "majors", "last", "expected"),
    [
        (100, 100, 0, None, "5"), (100, 100, 0, 4, "5"), (100, 100, 0, 2, "3"), (100, 100, 0, 0, "1"),
        (95, 95, 0, 5, "5"), (95, 94, 0, 5, "4"), (100, 69, 0, 5, "3"), (100, 49, 0, 5, "2"),
        (100, 100, 1, 5, "3"), (100, 100, 1, None, "3"), (100, 100, 1, 1, "2"), (0, 100, 0, 5, "1"), (0, 99, 0, 5, "0"),
    ],
)  # fmt: skip
def test_bands_a_floor_a_ceiling_and_one_step_up(
    manners: int, process: int, majors: int, last: int | None, expected: str
) -> None:
    credits = [*given("etiquette", manners, 100), *given("process", process, 100)]
    findings = [("major", Entry("a", f"AC-{number}")) for number in range(majors)]
    case = Case(credits, findings=findings, previous=None if last is None else before(last))
    assert label(rate_case(sample("promoted"), case, State.FULL)) == expected


def test_history_weighs_a_quarter_where_there_is_one() -> None:
    scheme = shipped("default-history")
    assert rated(scheme, everything(92)).total == 92
    assert rated(scheme, everything(92), before(4, now=80)).total == 89
    assert scheme.name == "default-history@2026.1"


def test_a_scheme_may_be_based_on_another() -> None:
    scheme, base = shipped("default-stepwise"), shipped("default")
    assert scheme.caps == base.caps
    assert scheme.measures["signage"] == base.measures["signage"]
    assert scheme.digest != base.digest


def test_weights_and_bounds_may_be_decimals(tmp_path: Path) -> None:
    text = (forms() / "schemes" / "default.yaml").read_text("utf-8")
    finer = text.replace("mix: {signage: 12, etiquette: 13,", "mix: {signage: 12.5, etiquette: 12.5,")
    path = tmp_path / "finer.yaml"
    path.write_text(finer.replace("over: 30}", "over: 30.5}").replace("total: 90}", "total: 90.5}"), "utf-8")
    scheme = read_scheme(path)
    credits = [*given("signage", 10, 10), *given("etiquette", 0, 10), *given("process", 10, 10)]
    assert rated(scheme, credits).readings["standard"].value == Fraction(225, 350) * 100
    rating = rated(scheme, everything(90))
    assert label(rating) == "四星"
    assert differences(json.loads(json.dumps(receipt(rating)))) == []
