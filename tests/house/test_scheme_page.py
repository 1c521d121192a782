"""The page on schemes cannot fall behind: its examples are free of mistakes, and it names every key and kind."""

import re
from pathlib import Path

import pytest

from inspector.actions.rating_files import Blanks, rate_file
from inspector.form.scheme_shape import BASED, COMPARED, MEASURE_KINDS
from inspector.paths import forms
from inspector.rating.checks import report
from inspector.rating.rate import State
from inspector.rating.scheme_reader import read_scheme

PAGE = forms() / "schemes" / "README.md"
TEXT = PAGE.read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
HEAD = 'scheme: example\nversion: "1"\ntitle: 示例\ncredits: {conform: 1, partly: 1/2, fail: 0}\n'
POINTER = "# yaml-language-server: $schema="


def test_there_is_a_whole_example_and_one_of_each_shape() -> None:
    assert ["scheme:" in one for one in EXAMPLES] == [True, *[False] * 6]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_free_of_mistakes(tmp_path: Path, example: str) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(example if "scheme:" in example else HEAD + example, "utf-8")
    assert report([path]) == []
    assert read_scheme(path).levels


def test_the_answers_are_rated_by_the_whole_example(tmp_path: Path) -> None:
    scheme, answers = tmp_path / "our-halls.yaml", tmp_path / "answers.json"
    scheme.write_text(EXAMPLES[0], "utf-8")
    (written,) = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
    answers.write_text(written, "utf-8")
    rating = rate_file(answers, Blanks(scheme)).rating
    assert rating.level is not None
    assert (rating.level.label.zh, rating.held, rating.state) == ("一星", True, State.FULL)
    assert rating.why == "得分已达二星；每次最多升一星，本次评一星"


def test_every_key_and_kind_is_told() -> None:
    for word in (*BASED.keys, *MEASURE_KINDS, *COMPARED):
        assert f"`{word}`" in TEXT or f"{{{word}:" in TEXT, word


def test_links_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)]+)\)", TEXT):
        assert (PAGE.parent / link).is_file(), link
    assert "schemes/README.md" in (forms() / "README.md").read_text("utf-8")


@pytest.mark.parametrize("path", sorted(PAGE.parent.glob("*.yaml")), ids=lambda path: path.stem)
def test_editors_find_the_schema(path: Path) -> None:
    first = path.read_text("utf-8").partition("\n")[0]
    assert first.startswith(POINTER)
    assert (path.parent / first.removeprefix(POINTER)).resolve().is_file()
    assert first in TEXT
