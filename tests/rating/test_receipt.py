"""The receipt: it holds everything, its result can be recomputed here and by a stranger, and a forged one is found."""

import copy
import json
import random
import runpy
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from inspector.errors import InspectorError
from inspector.form.form import Form
from inspector.form.limits import Limits
from inspector.paths import resources
from inspector.rating.rate import State, rate, rate_case
from inspector.rating.receipt import differences, receipt, recomputed
from inspector.rating.scheme import Scheme
from tests.inspection.blanks import inspection
from tests.rating.cases import random_case, schemes
from tests.rating.test_path import odd_schemes

STRANGER = resources("recompute.py")
star = runpy.run_path(str(STRANGER))["star"]


def agree(scheme: Scheme, draw: random.Random) -> tuple[str, int | None]:
    """Rate a random case, and let the stranger do so from the receipt as it is written to a file."""
    state = draw.choice((State.PROVISIONAL, State.FULL, State.INTERIM))
    rating = rate_case(scheme, random_case(scheme, draw), state)
    plain = json.loads(json.dumps(receipt(rating)))
    found, level, values = star(plain)
    said = plain["result"]
    assert (found, level) == (said["state"], said["level"])
    assert {key: None if value is None else str(value) for key, value in values.items()} == said["measures"]
    return found, level


@pytest.mark.parametrize("scheme", [*schemes(), *odd_schemes()], ids=lambda scheme: scheme.id)
def test_a_stranger_comes_to_the_same_star(scheme: Scheme) -> None:
    draw = random.Random(scheme.id)
    met = Counter(agree(scheme, draw) for _ in range(150))
    assert len({level for _state, level in met}) > 2, "the cases drawn are too much alike to prove anything"


def test_a_stranger_knows_what_is_still_unanswered(form: Form, limits: Limits, scheme: Scheme) -> None:
    """A needed idea nobody has come to yet does not withhold the star of an audit under way, later it does."""
    weighed = [one for one in form.items.values() if one.weight]
    begun = {one.id: "conform" for one in weighed if one.idea != scheme.needs[-1]}
    left_out = {one.id: "na" for one in form.items.values() if one.id not in begun}
    ended = rate(inspection(form, {**begun, **left_out}, limits=limits), scheme)
    for rating, state in ((rate(inspection(form, dict(begun), limits=limits), scheme), "interim"), (ended, "unrated")):
        plain = json.loads(json.dumps(receipt(rating)))
        assert plain["asked"] == {"state": "interim", "complete": state == "unrated"}
        assert star(plain)[:2] == (state, rating.level and rating.level.level)
        assert differences(plain) == []


@pytest.mark.proof
def test_a_stranger_comes_to_the_same_star_a_hundred_thousand_times() -> None:
    draw, met = random.Random(2026), Counter[tuple[str, str, int | None]]()
    known = schemes()
    for number in range(100_000):
        scheme = known[number % len(known)]
        met[(scheme.id, *agree(scheme, draw))] += 1
    for scheme in known:
        levels = sorted({level for name, _state, level in met if name == scheme.id and level is not None})
        print(f"{scheme.id}: {len(levels)} of {len(scheme.levels) + 1} levels met")


@pytest.fixture
def plain() -> dict[str, Any]:
    scheme = schemes()[0]
    draw = random.Random(7)
    drawn = (rate_case(scheme, random_case(scheme, draw), State.FULL) for _ in range(99))
    rating = next(one for one in drawn if one.level and 0 < one.level.level < 5)
    return json.loads(json.dumps(receipt(rating)))  # type: ignore[no-any-return]


def test_a_receipt_recomputes_to_itself(plain: dict[str, Any]) -> None:
    assert differences(plain) == []
    assert receipt(recomputed(plain)) == plain


@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.id)
def test_whatever_was_rated_recomputes_to_itself(scheme: Scheme) -> None:
    draw = random.Random(scheme.id)
    for _ in range(20):
        rating = rate_case(scheme, random_case(scheme, draw), State.FULL)
        plain = json.loads(json.dumps(receipt(rating)))
        assert differences(plain) == []
        printed = {key: None if one.value is None else rating.shown(key) for key, one in rating.readings.items()}
        assert plain["result"]["printed"] == printed


def test_a_receipt_of_another_version_is_told(plain: dict[str, Any]) -> None:
    with pytest.raises(InspectorError, match="别的版本"):
        differences({**plain, "receipt": 2})


@pytest.mark.parametrize(
    ("forge", "told"),
    [
        (lambda plain: plain["result"].update(level=5, label="五星"), "label"),
        (lambda plain: plain["result"]["measures"].update(total="99"), "total"),
        (lambda plain: plain["items"][0].update(credit="0", verdict="fail"), "回执写"),
        (lambda plain: plain["findings"].append(
            {"severity": "fatal", "item": "X", "inspection": "i", "status": "confirmed", "open": True}), "level"),
        (lambda plain: plain["rules"]["caps"].clear(), "规则与所附规范不一致"),
    ],
)  # fmt: skip
def test_a_forged_receipt_is_found(plain: dict[str, Any], forge: Any, told: str) -> None:
    forge(plain)
    assert any(told in line for line in differences(plain))


@pytest.mark.parametrize("spoilt", [{}, {"receipt": 2}, {"receipt": 1}, {"receipt": 1, "scheme": {}}])
def test_what_is_no_receipt_is_told(spoilt: dict[str, Any]) -> None:
    with pytest.raises(InspectorError, match=r"回执|规范"):
        differences(spoilt)


def test_the_stranger_is_a_program_of_its_own(tmp_path: Path, plain: dict[str, Any]) -> None:
    source = STRANGER.read_text("utf-8")
    assert len(source.splitlines()) <= 150
    assert "inspector" not in "".join(line for line in source.splitlines() if line.startswith(("import", "from")))
    forged = copy.deepcopy(plain)
    forged["items"][0]["credit"] = "1/3"
    for name, content, code in (("true", plain, 0), ("forged", forged, 1)):
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(content), "utf-8")
        done = subprocess.run([sys.executable, "-I", STRANGER, path], capture_output=True, text=True, check=False)
        assert done.returncode == code
        assert done.stdout.startswith("OK" if code == 0 else "DIFFERS")


@pytest.mark.parametrize("where", ["rules", "result"])
def test_a_receipt_without_one_of_its_parts_is_none(form: Form, limits: Limits, scheme: Scheme, where: str) -> None:
    plain = json.loads(json.dumps(receipt(rate(inspection(form, limits=limits), scheme))))
    plain.pop(where)
    with pytest.raises(InspectorError, match="不是一份评定回执"):
        differences(plain)


def test_an_endless_figure_is_none(form: Form, limits: Limits, scheme: Scheme) -> None:
    plain = json.loads(json.dumps(receipt(rate(inspection(form, limits=limits), scheme))))
    plain["values"] = {"x": float("inf")}
    with pytest.raises(InspectorError, match="不是一份评定回执"):
        differences(plain)
