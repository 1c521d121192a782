"""The league and its heat map: every hall in order, every figure as sealed, however many there are."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pypdfium2
import pytest

from inspector.actions.desk import Desk
from inspector.actions.ranking import league as league_of
from inspector.actions.ranking import write_league_of
from inspector.actions.reporting import content_of
from inspector.errors import InspectorError
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Head
from inspector.report.charts import marks, told_shares, yardstick
from inspector.report.league import write_league
from inspector.report.league.heat import shade
from inspector.report.rated import Share
from tests.conftest import FORM, Ticking, conform_to_everything
from tests.report.conformance import faults
from tests.report.sample_league import league

AT = datetime(2026, 3, 30, 9, 0, tzinfo=UTC)


def pages(path: Path) -> Iterator[str]:
    document = pypdfium2.PdfDocument(path)
    for page in document:
        yield "".join(page.get_textpage().get_text_bounded().split())
    document.close()


@pytest.mark.parametrize("count", [1, 3, 24, 25, 60])
def test_every_hall_is_in_both_parts_and_every_rule_is_kept(count: int, tmp_path: Path) -> None:
    told = league(count, own=min(count, 13))
    assert write_league(told, tmp_path / "l.pdf", AT) >= 2
    text = "".join(pages(tmp_path / "l.pdf"))
    for hall in told.halls:
        assert text.count(hall.total.printed) >= 2
        assert hall.name in text
    assert faults(tmp_path / "l.pdf") == []


def test_the_readers_hall_stands_beneath_every_head(tmp_path: Path) -> None:
    told = league(60, own=50)
    write_league(told, tmp_path / "l.pdf", AT)
    own = told.halls[49]
    parts = [page for page in pages(tmp_path / "l.pdf") if "较上次" in page]
    assert len(parts) == 3
    assert all(f"50{''}" in page and own.name in page for page in parts)


def test_a_thousand_halls_fit_into_two_dozen_a_page(tmp_path: Path) -> None:
    assert write_league(league(1000), tmp_path / "l.pdf", AT) in range(84, 88)
    whole = list(pages(tmp_path / "l.pdf"))
    assert all(f"{place}/{len(whole)}" in page for place, page in enumerate(whole, 1))


@pytest.mark.parametrize(
    ("number", "colour"), [(90.0, "#F3F8F8"), (89.9, "#D9E6E6"), (70.0, "#B5CDD0"), (59.9, "#0F5560")]
)
def test_shades_step_where_stars_do(number: float, colour: str) -> None:
    assert shade(number)[0] == colour


def rated_hall(desk: Desk, clock: Ticking, code: str, city: str, failing: int) -> str:
    desk.places.keep_halls([hall := Hall(code, f"{code}供电营业厅", city=city)])
    inspecting = desk.start(FORM, Head(hall))
    items = [item.id for item in inspecting.inspection.asked_items if item.weight]
    for item in items[:failing]:
        inspecting.put(item, Answer(Verdict.FAIL, note="看到"))
    conform_to_everything(inspecting)
    inspecting.finish()
    clock.at += timedelta(days=1)
    return inspecting.inspection.id


def test_halls_stand_by_star_then_total_with_what_changed(desk: Desk, clock: Ticking) -> None:
    for code, city, failing in (("甲", "滨江市", 0), ("乙", "滨江市", 30), ("丙", "云溪市", 10), ("乙", "滨江市", 2)):
        rated_hall(desk, clock, code, city, failing)
    told = league_of(desk, own="乙")
    assert [hall.name for hall in told.halls] == ["甲", "乙", "丙"]
    orders = [(hall.star.level or 0, hall.total.number) for hall in told.halls]
    assert orders == sorted(orders, reverse=True)
    second = told.halls[1]
    assert second.own
    assert second.change.startswith("+")
    assert len(second.past) == 2
    assert told.halls[0].change == "首次"
    scheme = desk.shelf.scheme()
    for hall in told.halls:
        assert len(hall.ideas) == len(scheme.ideas)
        assert all(one.number is not None for one in (*hall.ideas, *hall.topics))
    mean = sum(Fraction(hall.total.printed) for hall in told.halls) / 3
    assert abs(float(mean) - float(told.mean.total.printed)) < 0.1
    assert sum(number for _word, number in told.shares) == 3
    assert [hall.name for hall in league_of(desk, "滨江市").halls] == ["甲", "乙"]


def test_a_report_says_how_its_hall_stands_among_the_others(desk: Desk, clock: Ticking) -> None:
    ids = [rated_hall(desk, clock, code, "滨江市", failing) for code, failing in (("甲", 0), ("乙", 30), ("丙", 10))]
    assert content_of(desk, ids[0]).peers[1] == "第 1 名（共 3 厅）"
    last = content_of(desk, ids[1])
    assert last.peers[1] == "第 3 名（共 3 厅）"
    shares = [content_of(desk, id_).summary for id_ in ids]
    for place, share in enumerate(last.summary.topics):
        known = [one.topics[place].value for one in shares]
        assert share.mean == pytest.approx(sum(map(float, known)) / 3)
    assert last.summary.history[-1].mean == pytest.approx(float(sum(Fraction(one.total.value) for one in shares) / 3))
    alone = rated_hall(desk, clock, "丁", "云溪市", 0)
    assert content_of(desk, alone).peers == ()


def test_a_report_that_another_audit_followed_has_no_place_of_today(desk: Desk, clock: Ticking) -> None:
    ids = [rated_hall(desk, clock, code, "滨江市", 3) for code in ("甲", "乙", "丙", "甲")]
    assert content_of(desk, ids[0]).peers == ()
    latest = content_of(desk, ids[-1])
    assert latest.peers
    assert [one.mean is None for one in latest.summary.history] == [False, False]


def test_the_history_goes_back_four_audits_and_an_unrated_one_is_a_gap(desk: Desk, clock: Ticking) -> None:
    ids = [rated_hall(desk, clock, "甲", "", failing) for failing in (20, 15, 10)]
    unrated = desk.start(FORM, Head(Hall("甲", "甲供电营业厅")))
    for item in unrated.inspection.asked_items:
        unrated.put(item.id, Answer(Verdict.UNCHECKED, reason="停电，没有查"))
    unrated.finish()
    clock.at += timedelta(days=1)
    ids.append(rated_hall(desk, clock, "甲", "", 5))
    history = content_of(desk, ids[-1]).summary.history
    assert [one.number is None for one in history] == [False, False, True, False]
    assert [one.printed for one in history if one.printed] == [
        content_of(desk, id_).summary.total.value for id_ in (*ids[1:3], ids[3])
    ]
    assert [len(content_of(desk, id_).summary.history) for id_ in ids[:3]] == [1, 2, 3]


def test_charts_are_held_against_the_city_and_else_against_last_time() -> None:
    plain = [Share("甲", "1", "80.0", number=80.0), Share("乙", "1", "", number=None)]
    before = [replace(plain[0], last_number=70.0), plain[1]]
    city = [replace(before[0], mean=75.04), plain[1]]
    assert [(yardstick(one), marks(one)[0]) for one in (plain, before, city)] == [
        ("", None),
        ("上次", 70.0),
        ("全市均值", 75.04),
    ]
    assert told_shares(city) == "甲 80.0（全市均值 75.0）；乙 无数据"


def test_only_rated_audits_that_still_count_are_ranked(desk: Desk, clock: Ticking, tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="还没有评过星"):
        league_of(desk)
    rated_hall(desk, clock, "甲", "滨江市", 0)
    desk.start(FORM, Head(Hall("乙", "乙供电营业厅")))
    with pytest.raises(InspectorError, match="还没有评过星"):
        league_of(desk, "没有这个市")
    assert write_league_of(desk, tmp_path / "l.pdf") == 2
