"""The JSON Schema for editors says what the shape of schemes says: good files pass, misshapen ones do not."""

import importlib.util
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from inspector.form.checks import check_files
from inspector.form.reader import read
from inspector.paths import resources
from tests.rating.test_scheme_mistakes import BAD, GOOD

UNREADABLE = "F00"  # codes of files that are no YAML at all
SHAPELESS = [path for path in BAD if (told := check_files([path], ())) and not told[0].code.startswith(UNREADABLE)]
SHAPELY = [path for path in BAD if not check_files([path], ())]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_schema", resources("schema", "make_schema.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def validator(script: ModuleType) -> Draft202012Validator:
    schema = script.whole()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def json_of(value: Any) -> Any:
    """Return what an editor sees."""
    if isinstance(value, dict):
        return {key: json_of(one) for key, one in value.items()}
    if isinstance(value, list):
        return [json_of(one) for one in value]
    return float(value) if isinstance(value, Decimal) else str(value) if isinstance(value, date) else value


def test_the_schema_is_that_of_the_shape(script: ModuleType) -> None:
    assert script.TARGET.read_text("utf-8") == script.text()


def test_every_key_is_hinted_at(script: ModuleType) -> None:
    assert script.HINTS.keys() == {*script.BASED.keys, *script.MEASURE_KINDS} - {"title"}


@pytest.mark.parametrize("path", [*GOOD, *SHAPELY], ids=lambda path: path.stem)
def test_what_is_well_shaped_passes(validator: Draft202012Validator, path: Path) -> None:
    assert [one.message for one in validator.iter_errors(json_of(read(path).value))] == []


@pytest.mark.parametrize("path", SHAPELESS, ids=lambda path: path.stem)
def test_what_is_misshapen_does_not(validator: Draft202012Validator, path: Path) -> None:
    assert not validator.is_valid(json_of(read(path).value))


def test_both_sorts_of_bad_samples_were_tried() -> None:
    assert len(SHAPELESS) > 15
    assert len(SHAPELY) > 15
