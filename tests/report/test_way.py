"""The shortest way to the next star, as the paper tells it: every item with what to do, or why there is none."""

from decimal import Decimal

import pytest

from inspector.actions.desk import Desk
from inspector.inspection.answer import Answer, Verdict
from inspector.rating.path import shortest_way
from inspector.report.composing.source import PhotoFile, Source
from inspector.report.composing.way_part import way
from tests.conftest import MORNING, conform_to_everything, start


def source(desk: Desk, *failed: str) -> Source:
    inspecting = start(desk)
    for item in failed:
        inspecting.put(item, Answer(Verdict.FAIL, note="看到"))
    conform_to_everything(inspecting)
    inspecting.finish()
    return Source(inspecting.inspection, inspecting.rating, MORNING, "督查组", lambda _hash: PhotoFile(None, 0, 0))


@pytest.mark.parametrize("failed", [("AC-13",), ("AC-13", "SG-06", "AC-17")])
def test_every_item_of_the_way_is_told(desk: Desk, failed: tuple[str, ...]) -> None:
    given = source(desk, *failed)
    told, rows = way(given)
    found = shortest_way(given.rating)
    assert [row.item for row in rows] == [item.id for item in found.items]
    assert rows
    assert all(row.remedy and row.days.endswith("天") for row in rows)
    totals = [Decimal(row.total) for row in rows]
    assert totals == sorted(totals)
    assert rows[-1].total == found.rating.total_shown
    assert f"改好这 {len(rows)} 项，即可升至{found.reached.label}" in told


def test_at_the_top_there_is_nothing_to_mend(desk: Desk) -> None:
    assert way(source(desk)) == ("已是最高一级五星", ())
