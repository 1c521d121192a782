"""The star a level names: drawn on screen and on paper, in a row as long as its scale, or as a word without stars."""

from fractions import Fraction

import pytest
from pytestqt.qtbot import QtBot

from inspector.inspection.answer import Verdict
from inspector.paths import forms
from inspector.rating.case import Case
from inspector.rating.heaps import Credit
from inspector.rating.rate import Rating, State, rate_case
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import read_scheme
from inspector.report.composing.source import star_for
from inspector.report.cover import star_spans
from inspector.ui.pages.audit.topbar import TopBar
from inspector.ui.pages.rated_star import star_of
from inspector.ui.widgets.stars import PROVISIONAL, Shown, StarRow, pill_width
from tests.inspection.blanks import item
from tests.ui.pages.staging import OFFSCREEN

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)
HELD = [Credit(item(f"HS-{number}"), Verdict.CONFORM, Fraction(1)) for number in (11, 12, 13, 14, 15)]
LACKING = Credit(item("HS-21"), Verdict.FAIL, Fraction(0))


def shipped(name: str) -> Scheme:
    return read_scheme(forms() / "schemes" / f"{name}.yaml")


def hotel(points: int) -> Rating:
    values = {"catalogue": Fraction(points), "garni": Fraction(0)}
    return rate_case(shipped("hotel"), Case([*HELD, LACKING], values), State.PROVISIONAL)


def food() -> Rating:
    values = dict.fromkeys(("hygiene", "structure", "confidence"), Fraction(5))
    return rate_case(shipped("food-hygiene"), Case([], values), State.PROVISIONAL)


@pytest.mark.parametrize(("points", "stars", "label"), [(620, 5, "五星"), (410, 4, "四星"), (265, 3, "三星")])
def test_the_stars_a_level_names_are_drawn_not_its_number(points: int, stars: int, label: str) -> None:
    shown = star_of(hotel(points))
    assert (shown.level, shown.of) == (stars, 5)
    assert label in shown.spoken()


def test_the_badge_of_the_audit_shows_them(qtbot: QtBot) -> None:
    rating = hotel(410)
    assert rating.level is not None
    assert rating.level.level == 8
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_rating(rating)
    assert bar.star.words == "暂评 四星 410.0 分"


def test_paper_prints_them_too() -> None:
    rating = hotel(265)
    assert rating.level is not None
    star = star_for(rating.scheme, rating.level, "provisional", "暂评")
    assert (star.level, star.of, star.word) == (3, 5, "三星")
    assert len(star_spans(star, 8)) == 5


def test_a_scale_without_stars_shows_its_word(qtbot: QtBot) -> None:
    rating = food()
    assert rating.level is not None
    shown = star_of(rating)
    assert (shown.level, shown.label) == (None, "5 很好")
    assert shown.spoken() == f"暂评 5 很好 {rating.total_shown} 分"
    assert pill_width(shown) > pill_width(shown._replace(label=""))
    row = StarRow()
    qtbot.addWidget(row)
    row.resize(500, 60)
    row.show_star(*shown._replace(label=""))
    empty = row.grab().toImage()
    row.show_star(*shown)
    assert row.grab().toImage() != empty
    assert star_spans(star_for(rating.scheme, rating.level, "provisional", "暂评"), 8) == ()


def test_a_star_of_the_default_scheme_is_its_number() -> None:
    scheme = shipped("default")
    assert [scheme.stars_of(level) for level in scheme.levels] == [5, 4, 3, 2, 1]
    assert scheme.most_stars == 5
    assert Shown(4, "82.3", PROVISIONAL).spoken() == "暂评 4 星 82.3 分"
