"""The shortest way to the next star: minimal by brute force on random cases."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest

from inspector.form.form import Item
from inspector.inspection.answer import Verdict
from inspector.rating.case import Case
from inspector.rating.heaps import Credit
from inspector.rating.path import both_ways, repaired
from inspector.rating.rate import Rating, State, rate_case
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import scheme_from_plain
from tests.rating.cases import WHO, random_case, schemes
from tests.rating.test_shapes import shipped

DEFAULT = shipped("default")
EFFORTS = (1, 1, 2, 3, 5, 10, 30)


def odd_schemes() -> list[Scheme]:
    """Rules that no shipped scheme has: shares across topics, strict bounds, alternatives, grades, collisions."""
    topics = ("signage", "etiquette", "process")
    measures: dict[str, Any] = {topic: {"title": topic, "share": {"topic": topic}} for topic in topics}
    measures |= {who: {"title": who, "share": {"who": who}} for who in WHO[1:]}
    measures["total"] = {"title": "total", "mix": {"signage": 3, "etiquette": 2, "process": 2}}
    measures["least"] = {"title": "least", "lowest": list(topics)}
    measures["grade"] = {"title": "grade", "grade": [{"is": 2, "when": {"signage": 80}}, {"is": 0}]}
    measures["both"] = {"title": "both", "sum": {"grade": 10, "etiquette": 1}}
    measures["apart"] = {"title": "apart", "sum": {"signage": 1, "etiquette": -1}}
    measures["major"] = {"title": "major", "count": {"severity": "major"}}
    across = {"each": ["elderly", "wheelchair", "process"], "over": 60}
    levels: dict[str, list[Any]] = {
        "across": [{"all": [{"total": {"over": 85}}, across]}, {"all": [{"total": 50}, across]}],
        "either": [{"any": [{"signage": 95}, {"elderly": 90, "process": {"over": 70}}]}, {"etiquette": 60}],
        "lowest": [{"least": 80, "total": 80}, {"least": 40}],
        "graded": [{"both": {"over": 90}}, {"both": 40}],
        "crossed": [{"apart": {"least": 10}}, {"total": 40}],
        "colliding": [{"total": 70, "wheelchair": {"under": 60}}, {"total": 40}],
    }
    caps = [{"to": 1, "when": {"each": ["major"], "over": 1}, "why": "majors"}]
    caps += [{"to": 0, "when": {"any": [{"process": {"under": 30}}, {"signage": {"most": 30}}]}, "why": "low"}]
    return [
        scheme_from_plain({
            "scheme": name, "version": "1", "title": name, "credits": {"conform": 1, "partly": "1/2", "fail": 0},
            "measures": measures, "total": "total", "caps": caps, "otherwise": {"level": 0, "label": "0"},
            "levels": [{"level": 2, "label": "2", "when": best}, {"level": 1, "label": "1", "when": second}],
        })
        for name, (best, second) in levels.items()
    ]  # fmt: skip


def failing_case(scheme: Scheme, draw: random.Random, most: int) -> Case:
    """Draw a small case in which at most so many items fail, some of them with findings."""
    drawn = random_case(scheme, draw)
    kept = [one for one in drawn.credits if draw.random() < 25 / len(drawn.credits)]
    judged = [place for place, one in enumerate(kept) if one.credit is not None]
    failing = set(draw.sample(judged, min(draw.randint(most // 2, most), len(judged))))
    credits = [_drawn(one, place in failing, draw) if one.credit is not None else one for place, one in enumerate(kept)]
    findings = []
    for severity, entry in drawn.findings:
        worst = severity if draw.random() < 0.4 else "major"
        own = failing and draw.random() < 0.8
        findings.append((worst, replace(entry, item=kept[draw.choice(sorted(failing))].item.id) if own else entry))
    return replace(drawn, credits=credits, findings=list(dict.fromkeys(findings)))


def _drawn(one: Credit, fails: bool, draw: random.Random) -> Credit:
    if not fails:
        return Credit(one.item, Verdict.CONFORM, Fraction(1))
    credit = draw.choice((Fraction(0), Fraction(0), Fraction(1, 2), Fraction(2, 3)))
    verdict = Verdict.PARTLY if credit else Verdict.FAIL
    return Credit(replace(one.item, effort=draw.choice(EFFORTS)), verdict, credit)


def minima(rating: Rating) -> list[tuple[int, int]] | None:
    """Rate every set of repairs; return the least (number, 0) and the least (effort, number) that reach the target."""
    scheme = rating.scheme
    target = scheme.above((rating.level or scheme.otherwise).level)
    failing = [one.item for one in rating.credits if one.credit is not None and one.credit < 1]
    if target is None:
        return None
    reaching = [
        chosen
        for number in range(len(failing) + 1)
        for chosen in combinations(failing, number)
        if (level := rate_case(scheme, mended(rating.case, chosen), rating.asked).level) and level.level >= target.level
    ]
    if not reaching:
        return None
    efforts = [(sum(one.effort for one in chosen), len(chosen)) for chosen in reaching]
    return [(min(map(len, reaching)), 0), min(efforts)]


def mended(case: Case, items: Sequence[Item]) -> Case:
    return repaired(case, frozenset(one.id for one in items))


def check(scheme: Scheme, draw: random.Random, most: int) -> int | None:
    """Compare both ways with brute force; return how many repairs the shorter one takes, None without a way."""
    state = draw.choice((State.PROVISIONAL, State.FULL, State.INTERIM))
    rating = rate_case(scheme, failing_case(scheme, draw, most), state)
    least, ways = minima(rating), both_ways(rating)
    assert all(way.proven for way in ways)
    if least is None:
        assert all(not way.items and way.why_not and way.rating is rating for way in ways)
        return None
    assert [(len(ways[0].items), 0), (ways[1].effort, len(ways[1].items))] == least
    for way in ways:
        again = rate_case(scheme, mended(rating.case, way.items), state)
        assert again == way.rating
        assert again.level is not None
        assert again.level.level >= way.target.level
        assert way.why_not == ""
    return least[0][0]


@pytest.mark.parametrize("scheme", [*schemes(), *odd_schemes()], ids=lambda scheme: scheme.id)
def test_no_smaller_set_of_repairs_reaches_the_next_level(scheme: Scheme) -> None:
    draw = random.Random(scheme.id)
    for _ in range(20):
        check(scheme, draw, 5)


@pytest.mark.proof
def test_no_smaller_set_reaches_it_in_thousands_of_cases() -> None:
    draw, met = random.Random(2026), Counter[tuple[str, int | None]]()
    for scheme in [*schemes(), *odd_schemes()]:
        for number in range(200):
            met[scheme.id, check(scheme, draw, (4, 6, 8, 10)[number % 4])] += 1
        print(scheme.id, {size: times for (name, size), times in met.items() if name == scheme.id})
