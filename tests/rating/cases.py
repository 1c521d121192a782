"""Random cases for any scheme: items for every tag and id it mentions, figures, findings, and a rating before."""

import random
from fractions import Fraction
from pathlib import Path
from typing import Any

from inspector.inspection.answer import Verdict
from inspector.inspection.register import Entry
from inspector.paths import forms
from inspector.rating.case import Case, Previous
from inspector.rating.heaps import Credit
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import read_scheme
from tests.inspection.blanks import item

SAMPLES = Path(__file__).parents[1] / "samples" / "schemes"
SHIPPED = ("default", "default-stepwise", "default-history", "food-hygiene", "confinement", "hotel", "scenic")
SPOKEN = ("merits", "moved", "letters")
WHO = ("all", "elderly", "wheelchair")


def schemes() -> list[Scheme]:
    shipped = [read_scheme(forms() / "schemes" / f"{name}.yaml") for name in SHIPPED]
    return [*shipped, *(read_scheme(SAMPLES / f"{name}.yaml") for name in SPOKEN)]


def random_case(scheme: Scheme, draw: random.Random) -> Case:
    """Draw a case; how good it is varies, so that every level is met."""
    good = draw.random() ** 0.4
    return Case(
        [_credit(scheme, place, chosen, good, draw) for place, chosen in enumerate(_items(scheme, draw))],
        {one.key: _figure(scheme, draw) for one in scheme.measures.values() if one.kind == "value"},
        [_finding(number, good, draw) for number in range(draw.choice((0, 0, 0, 1, 2, 4)))],
        _previous(scheme, draw),
    )


def _items(scheme: Scheme, draw: random.Random) -> list[dict[str, Any]]:
    """Return what makes the items that the scheme's measures choose from."""
    found: list[dict[str, Any]] = []
    for measure in scheme.measures.values():
        if measure.kind in {"share", "points", "lost"}:
            tags = {tag: value for tag, value in measure.of.items() if tag != "items"}
            ids = measure.of.get("items", [None] * draw.randint(0, 12 if tags else 40))
            found += [{"id": id_, **tags} for id_ in ids]
    known = {one["id"] for one in found}
    found += [{"id": id_} for level in scheme.levels for id_ in level.necessary if id_ not in known]
    return found


def _credit(scheme: Scheme, place: int, chosen: dict[str, Any], good: float, draw: random.Random) -> Credit:
    given = {"idea": "standard", "topic": "signage", "who": draw.choice(WHO), **chosen}
    one = item(given.pop("id") or f"X-{place:03}", weight=draw.choice((1, 2, 3, 5)), **given)
    verdict = Verdict.CONFORM if draw.random() < good else draw.choice([*Verdict, None])
    credit = scheme.credit(verdict, one.weight) if verdict else None
    if credit is not None and draw.random() < 0.1:
        credit = Fraction(draw.randint(0, 6), 6)  # the mean of several inspections
    return Credit(one, verdict, credit)


def _figure(scheme: Scheme, draw: random.Random) -> Fraction | None:
    most = {"scenic": 1000, "hotel": 700, "confinement": 15}.get(scheme.id, 25)
    return draw.choice([None, *[Fraction(draw.randint(0, most * 4), 4)] * 9, *[Fraction(draw.randint(0, 20)) * 5] * 9])


def _finding(number: int, good: float, draw: random.Random) -> tuple[str, Entry]:
    severity = "major" if draw.random() < 0.5 + good / 2 else "fatal"
    status = draw.choice(("candidate", "confirmed", "rejected"))
    return severity, Entry("i1", f"X-{number:03}", status, draw.random() < 0.7)


def _previous(scheme: Scheme, draw: random.Random) -> Previous | None:
    if draw.random() < 0.3:
        return None
    numbers = [None, scheme.otherwise.level, *(level.level for level in scheme.levels)]
    read = [one.of for one in scheme.measures.values() if one.kind == "previous" and one.of != "level"]
    return Previous("2025-09-18", draw.choice(numbers), {key: Fraction(draw.randint(0, 400), 4) for key in read})
