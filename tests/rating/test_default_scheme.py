"""The vectors of the default scheme: levels by score and floors, vetoes, caps, re-weighting."""

from fractions import Fraction

import pytest

from inspector.paths import forms
from inspector.rating.measures import Reading, Readings
from inspector.rating.rate import Rating, State, rate_readings
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import read_scheme

IDEAS = ("standard", "responsive", "humane", "innovative")
WEIGHTS = (35, 25, 30, 10)


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    return read_scheme(forms() / "schemes" / "default.yaml")


def rating_of(scheme: Scheme, ideas: list[str | None], **counts: int) -> Rating:
    readings: Readings = {key: Reading(measure, Fraction(0)) for key, measure in scheme.measures.items()}
    pairs = [(Fraction(value), weight) for value, weight in zip(ideas, WEIGHTS, strict=True) if value is not None]
    for idea, value in zip(IDEAS, ideas, strict=True):
        readings[idea] = Reading(scheme.measures[idea], None if value is None else Fraction(value))
    total = sum(value * weight for value, weight in pairs) / sum(weight for _, weight in pairs)
    readings["total"] = Reading(scheme.measures["total"], Fraction(total))
    for key, number in counts.items():
        readings[key] = Reading(scheme.measures[key], Fraction(number))
    return rate_readings(scheme, readings, State.PROVISIONAL)


@pytest.mark.parametrize(
    ("ideas", "counts", "exact", "shown", "stars"),
    [
        pytest.param(["95", "92", "90", "85"], {}, "91.75", "91.7", 5, id="A"),
        pytest.param(["95", "92", "79", "85"], {}, "88.45", "88.4", 4, id="B"),
        pytest.param(["98", "98", "98", "60"], {}, "94.2", "94.2", 3, id="C-floor"),
        pytest.param(["95", "92", "90", "85"], {"fatal_confirmed": 1}, "91.75", "91.7", 0, id="D-veto"),
        pytest.param(["95", "92", "90", "85"], {"major_open": 1}, "91.75", "91.7", 4, id="E-cap"),
        pytest.param(["95", "92", "90", "85"], {"major_open": 3}, "91.75", "91.7", 3, id="F-cap"),
        pytest.param(["90", "90", "90", "90"], {}, "90", "90.0", 5, id="G-boundary"),
        pytest.param(["89.999", "90", "90", "90"], {}, "89.99965", "89.9", 4, id="H-boundary"),
        pytest.param(["100", "100", "100", None], {}, "100", "100.0", 5, id="I-reweighted"),
    ],
)
def test_vectors(
    scheme: Scheme, ideas: list[str | None], counts: dict[str, int], exact: str, shown: str, stars: int
) -> None:
    rating = rating_of(scheme, ideas, **counts)
    assert rating.total == Fraction(exact)
    assert rating.total_shown == shown
    assert rating.level is not None
    assert rating.level.level == stars


def test_a_candidate_withholds_the_star(scheme: Scheme) -> None:
    rating = rating_of(scheme, ["95", "92", "90", "85"], fatal_candidate=1)
    assert rating.state is State.WITHHELD
    assert rating.level is None
    assert "否决待确认" in rating.why


def test_an_idea_short_of_data_caps_at_three(scheme: Scheme) -> None:
    rating = rating_of(scheme, ["95", "92", "90", "85"], short_of_data=1)
    assert rating.level is not None
    assert rating.level.level == 3


def test_without_data_in_a_needed_idea_there_is_no_star(scheme: Scheme) -> None:
    rating = rating_of(scheme, ["95", None, "90", "85"])
    assert rating.state is State.UNRATED
    assert "响应高效化" in rating.why


def test_topic_weights_add_up_to_a_hundred(scheme: Scheme) -> None:
    assert sum(sum((scheme.measures[idea].mix or {}).values()) for idea in scheme.ideas) == 100
    total = scheme.measures[scheme.total].mix or {}
    assert {idea: sum((scheme.measures[idea].mix or {}).values()) for idea in scheme.ideas} == dict(total)
