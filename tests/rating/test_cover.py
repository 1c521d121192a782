"""The cheapest cover: no cheaper one exists, and of equally cheap ones it gains most."""

import random
from itertools import combinations

import pytest

from inspector.rating import cover
from inspector.rating.cover import Row, TangledError, cheapest


def drawn_rows(draw: random.Random, things: int) -> list[Row]:
    """Draw rows as schemes have them: gains in groups, of all things, counted ones; at last what is gained beside."""
    gains = [draw.choice((0, 1, 2, 3, 5, 8)) for _ in range(things)]
    groups = [draw.randrange(3) for _ in range(things)]
    rows = []
    for group, factor in enumerate((1, 2, 3)):
        own = tuple(gain * factor if of == group else 0 for gain, of in zip(gains, groups, strict=True))
        rows.append(Row(own, draw.randint(-2, max(sum(own) // 2, 0))))
    rows.append(Row(tuple(gain * (1 + of) for gain, of in zip(gains, groups, strict=True)), draw.randint(0, 20)))
    flags = tuple(int(draw.random() < 0.3) for _ in range(things))
    rows.append(Row(flags, draw.randint(-1, 2), counted=True))
    rows.append(Row(tuple(draw.randint(0, 4) for _ in range(things)), draw.choice((-3, 2, 6))))
    draw.shuffle(rows)
    return [*draw.sample(rows, draw.randint(1, len(rows))), Row(tuple(gains), 0)]


def brute(costs: list[int], rows: list[Row]) -> tuple[int, int] | None:
    """Return the least cost, and below zero the most that is gained at it."""
    covering = [
        chosen
        for number in range(len(costs) + 1)
        for chosen in combinations(range(len(costs)), number)
        if all(sum(row.gains[place] for place in chosen) >= row.need for row in rows)
    ]
    totals = [(sum(costs[p] for p in chosen), -sum(rows[-1].gains[p] for p in chosen)) for chosen in covering]
    return min(totals, default=None)


def test_no_cover_is_cheaper() -> None:
    draw = random.Random(1)
    for _ in range(150):
        things = draw.randint(1, 8)
        costs = [draw.choice((1, 1, 2, 3, 10)) for _ in range(things)]
        rows = drawn_rows(draw, things)
        places, least = cheapest(costs, rows), brute(costs, rows)
        if places is None or least is None:
            assert places is least is None
            continue
        assert all(sum(row.gains[place] for place in places) >= row.need for row in rows)
        assert sum(costs[place] for place in places) == least[0]
        assert sum(rows[-1].gains[place] for place in places) == (-least[1] if any(r.need > 0 for r in rows) else 0)
        assert cheapest(costs, rows, least[0] - 1) is None or places == ()


def test_of_equal_covers_the_first_things_are_taken() -> None:
    assert cheapest([1, 1, 1, 1], [Row((2, 2, 2, 2), 3)]) == (0, 1)
    assert cheapest([1, 1, 1], [Row((0, 1, 1), 1, counted=True), Row((5, 1, 2), 0)]) == (2,)


def test_what_would_take_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cover, "MOST_PAIRS", 10)
    draw = random.Random(3)
    gains = [tuple(draw.randint(1, 99) for _ in range(20)) for _ in range(3)]
    with pytest.raises(TangledError):
        cheapest([1] * 20, [*(Row(row, 300) for row in gains), Row((1,) * 20, 0)])
