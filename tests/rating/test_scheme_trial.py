"""A scheme on trial: rated by only when it has no mistakes; each is told where it stands."""

from pathlib import Path

import pytest

from inspector.errors import InspectorError
from inspector.rating.checks import read_checked
from inspector.rating.scheme_reader import read_scheme
from tests.rating.test_scheme_mistakes import WHOLE


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("promotion:", "promotions:", "whole.yaml:23:1: F020"),
        ("title: 样本", "title: {zh: 样本, en: Stars, one step}", "whole.yaml:3:28: F020"),
        ("fail: 0}", "fail: none}", "whole.yaml:4:42: F022"),
        ("total: total", "total: score", "F210"),
        ("when: {total: 50}", "when: {total: {least: 40, under: 60}}", "whole.yaml:17:.*F224"),
        ("{level: 3,", "{level: 1,", "whole.yaml:16:.*F221"),
        ("credits:", "based_on: other@1\ncredits:", "F231"),
    ],
)
def test_a_scheme_on_trial_is_told_its_mistakes(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = tmp_path / "whole.yaml"
    path.write_text(WHOLE.read_text("utf-8"), "utf-8")
    assert read_checked(path) == read_scheme(path)
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(InspectorError, match=told):
        read_checked(path)


def test_a_scheme_on_trial_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="F001"):
        read_checked(tmp_path / "none.yaml")
