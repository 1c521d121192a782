"""The English catalogue says every sentence of the program, with the same placeholders, and is compiled."""

import ast
import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from inspector.paths import resources
from inspector.wording import _, language, set_language

CATALOGUES = resources("translations")
ENGLISH = CATALOGUES / "en" / "LC_MESSAGES"
CHINESE_MARKS = re.compile("[\u3001-\u303f\uff01-\uff5e]")


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"translations_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def refresh() -> ModuleType:
    return load(CATALOGUES / "refresh.py")


@pytest.fixture(scope="module")
def sentences(refresh: ModuleType) -> set[str]:
    return {message.id for message in refresh.gathered() if message.id}


@pytest.fixture(scope="module")
def english() -> Catalog:
    with (ENGLISH / "inspector.po").open("rb") as file:
        return read_po(file, locale="en")


@pytest.fixture
def chosen() -> Iterator[None]:
    before = language()
    yield
    set_language(before, CATALOGUES)


def pairs(catalogue: Catalog) -> dict[str, str]:
    return {message.id: message.string for message in catalogue if message.id}


def placeholders(sentence: str) -> Counter[tuple[str, str | None, str | None]]:
    return Counter((name, spec, turned) for _text, name, spec, turned in Formatter().parse(sentence) if name)


def test_every_sentence_of_the_program_is_in_english(sentences: set[str], english: Catalog) -> None:
    said = pairs(english)
    assert len(sentences) > 1000
    assert sorted(sentence for sentence in sentences if not said.get(sentence)) == []


def test_the_catalogue_holds_nothing_that_the_program_no_longer_says(sentences: set[str], english: Catalog) -> None:
    assert sorted(set(pairs(english)) - sentences) == []
    assert list(english.obsolete) == []


def test_nothing_is_left_as_a_guess(english: Catalog) -> None:
    assert [message.id for message in english if message.id and message.fuzzy] == []


def test_both_sides_have_the_same_placeholders(english: Catalog) -> None:
    wrong = {one: other for one, other in pairs(english).items() if placeholders(one) != placeholders(other)}
    assert wrong == {}


def test_english_is_punctuated_as_english(english: Catalog) -> None:
    assert [text for text in pairs(english).values() if CHINESE_MARKS.search(text)] == []


def test_the_compiled_catalogue_is_that_of_the_written_one(refresh: ModuleType, english: Catalog) -> None:
    assert (ENGLISH / "inspector.mo").read_bytes() == refresh.compiled(english)


@pytest.mark.usefixtures("chosen")
def test_the_language_can_be_changed_to_english_and_back() -> None:
    set_language("en", CATALOGUES)
    assert _("检查") == "Inspections"
    assert _("共 {n} 个").format(n=3) == "of 3"
    set_language("zh_CN", CATALOGUES)
    assert _("检查") == "检查"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("_('甲')", ["甲"]),
        ("_('甲' '乙').format(n=1)", ["甲乙"]),
        ("f\"{_('甲')} 乙\"", ["甲"]),
        ("WORDS = {'a': '甲', 'b': '乙'}\ndef say(key): return _(WORDS[key])", ["甲", "乙"]),
        ("WORDS = {'a': '甲'}\ndef say(key): return _(WORDS.get(key, key))", ["甲"]),
        ("print('甲')", []),
    ],
)
def test_sentences_are_found_wherever_they_are_said(refresh: ModuleType, source: str, found: list[str]) -> None:
    assert list(refresh.sentences(ast.parse(source))) == found
