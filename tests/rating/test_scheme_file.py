"""A scheme file: what it may say, and what is told when it says something else."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspector.errors import InspectorError
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import read_scheme, scheme_from_plain


@pytest.fixture
def plain(scheme: Scheme) -> dict[str, Any]:
    return copy.deepcopy(dict(scheme.plain))


def test_a_kept_scheme_is_the_same_scheme(scheme: Scheme, plain: dict[str, Any]) -> None:
    assert scheme_from_plain(plain) == scheme
    plain["levels"][0]["when"]["all"][0]["total"] = 91
    assert scheme_from_plain(plain).digest != scheme.digest


def test_levels_are_found_by_number(scheme: Scheme) -> None:
    assert [scheme.level(number).label.zh for number in (5, 1, 0)] == ["五星", "一星", "不达标"]


SPOILT: dict[str, Callable[[dict[str, Any]], Any]] = {
    "no measures": lambda plain: plain.pop("measures"),
    "measures are a list": lambda plain: plain.update(measures=[]),
    "a topic nobody measures": lambda plain: plain["topics"].append("mood"),
    "a cap on nothing": lambda plain: plain["caps"][0].update(when={"mood": 1}),
    "measures in a circle": lambda plain: plain["measures"]["standard"].update(mix={"total": 1}),
    "a level without a label": lambda plain: plain["levels"][0].pop("label"),
    "a credit that is no number": lambda plain: plain["credits"].update(partly="half"),
    "a credit over nothing": lambda plain: plain["credits"].update(partly="1/0"),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_flawed_scheme_is_told(plain: dict[str, Any], spoil: Callable[[dict[str, Any]], Any]) -> None:
    spoil(plain)
    with pytest.raises(InspectorError, match="星级规范"):
        scheme_from_plain(plain)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a: [", b"- 1", b""])
def test_a_file_that_is_no_scheme_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(content)
    with pytest.raises(InspectorError, match="星级规范"):
        read_scheme(path)
    with pytest.raises(InspectorError, match="读不出来"):
        read_scheme(tmp_path / "none.yaml")
