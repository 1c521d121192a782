"""The picture of a journey: labels that never overlap, stems that run through no label, and nothing over the edge."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.report.journey_chart import JourneyChart
from inspector.report.palette import LEFT, RIGHT
from inspector.report.visited import Journey, LimitLine, Moment

KEYS = [f"T{place}" for place in range(9)]
TIMES = st.lists(st.integers(0, 7 * 86400).map(float), min_size=2, max_size=9).map(sorted)


def chart(times: list[float], limits: tuple[LimitLine, ...] = ()) -> JourneyChart:
    moments = tuple(Moment(key, "柜员招呼客户", at, "09:41:00") for key, at in zip(KEYS, times, strict=False))
    return JourneyChart(Journey("", "", "", moments, limits=limits))


@given(TIMES)
def test_labels_never_overlap_and_no_stem_runs_through_one(times: list[float]) -> None:
    labels = chart([at - times[0] for at in times]).moments
    for place, one in enumerate(labels):
        for other in labels[place + 1 :]:
            apart = one.x + one.width <= other.x + 0.01
            assert apart or other.lane > one.lane  # nearer to the strip, so its stem starts below this label


@given(TIMES)
def test_everything_ends_on_the_page(times: list[float]) -> None:
    drawn = chart([at - times[0] for at in times], (LimitLine(times[-1] - times[0], "业务办理用时 平均要求 15 分"),))
    for label in (*drawn.moments, *drawn.limits):
        assert label.x >= LEFT
        assert label.x + label.width <= RIGHT + 0.01


def test_nine_moments_in_three_seconds_take_nine_lanes() -> None:
    drawn = chart([place * 0.3 for place in range(9)])
    assert drawn.height < 260
    lanes = [one.lane for one in drawn.moments]
    assert all(second > first or second == 0 for first, second in pairwise(lanes))


@pytest.mark.parametrize("whole", [3, 59, 842, 3600, 90_000, 600_000])
def test_times_lie_in_proportion(whole: float) -> None:
    drawn = chart([0, whole / 4, whole / 2, whole])
    start, quarter, half, end = (one.x for one in drawn.moments)
    assert quarter - start == pytest.approx((end - start) / 4)
    assert half - start == pytest.approx((end - start) / 2)
