"""The reader gives exact values with exact places, and never expands, guesses or breaks."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from inspector.form.codes import Code
from inspector.form.reader import MAX_BYTES, MAX_DEPTH, Tree, read, read_bytes


def tree(text: str) -> Tree:
    return read_bytes(text.encode(), "file.yaml")


def told(text: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.line, one.column) for one in tree(text).mistakes]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("850", 850),
        ("-3", -3),
        ("0.1", Decimal("0.1")),
        ("1.50", Decimal("1.50")),
        ("2026-01-31", date(2026, 1, 31)),
        ("2026-02-31", "2026-02-31"),
        ("true", True),
        ("yes", "yes"),
        ("on", "on"),
        ("~", None),
        ("null", None),
        ("'5'", "5"),
        ("0850", "0850"),
        ("1e9", "1e9"),
        (".nan", ".nan"),
        ("8:30", "8:30"),
        ("1_000", "1_000"),
        ("9999999999999999", "9999999999999999"),
        ("e\u0301", "é"),
    ],
)
def test_a_value_is_what_it_looks_like(written: str, value: object) -> None:
    found = tree(f"a: {written}\n").value
    assert found == {"a": value}
    assert isinstance(found, dict)
    assert type(found["a"]) is type(value)


def test_every_value_and_key_has_its_place() -> None:
    found = tree("a: 1\nb:\n  - {c: 门, d: 2}\n  - e: 3\n    f: 4\n")
    assert found.place(("b", 0, "d")) == (3, 15)
    assert found.place(("b", 0, "d"), at_key=True) == (3, 12)
    assert found.place(("b", 1)) == (4, 5)
    assert found.place(("b", 1, "f"), at_key=True) == (5, 5)
    assert found.place(("b", 1, "missing")) == (4, 5)


def test_a_byte_order_mark_is_no_content() -> None:
    assert read_bytes(b"\xef\xbb\xbfa: 1\n", "file.yaml").value == {"a": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [("F010", 3, 1)]),
        ("a: {b: {c: 1}}\na: {b: {c: 2, c: 3}}\n", [("F010", 2, 1), ("F010", 2, 15)]),
        ("a: [1,\nb: 2\n", [("F006", 1, 4)]),
        ("a: 'x\nb: 2\n", [("F006", 1, 4)]),
        ("a: b: c\n", [("F006", 1, 5)]),
        ("a:\n\tb: 1\n", [("F005", 2, 1)]),
        ("a: *x\n", [("F008", 1, 4)]),
        ("a: &x 1\n", [("F008", 1, 4)]),
        ("<<: {a: 1}\n", [("F008", 1, 1)]),
        ("a: !!python/object:os.system x\n", [("F009", 1, 4)]),
        ("? {a: 1}\n: 2\n", [("F011", 1, 3)]),
        ('a: "\\0"\n', [("F004", 1, 4)]),
        ("a: 1\n...\n---\nb: 2\n", [("F007", 3, 1)]),
        ("门: \x00\n", [("F004", 1, 4)]),
        ("", [("F013", 1, 1)]),
        ("# only a remark\n", [("F013", 1, 1)]),
    ],
)
def test_what_cannot_be_read_is_placed(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert told(text) == expected


def test_foreign_bytes_are_placed() -> None:
    found = read_bytes("a: 1\nb: 营".encode() + b"\xff\xfe", "file.yaml")
    assert [(one.code, one.line, one.column) for one in found.mistakes] == [(Code.NOT_UTF8, 2, 5)]
    assert found.value is None


def test_laughs_do_not_multiply() -> None:
    lines = ["a0: &a0 [ha, ha, ha]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert told("\n".join(lines)) == [("F008", 1, 5)]


def test_depth_and_size_are_bounded() -> None:
    assert told("[" * 50_000) == [("F012", 1, MAX_DEPTH + 1)]
    assert told("{a: " * 50_000)[0][0] == Code.TOO_DEEP
    assert told("- a\n" * (MAX_BYTES // 4 + 1)) == [("F002", 1, 1)]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert [one.code for one in read(tmp_path / "none.yaml").mistakes] == [Code.UNREADABLE]
    assert [one.code for one in read(tmp_path).mistakes] == [Code.UNREADABLE]
