"""Damaged files of the shipped library: every damage is told in mistakes, or is none; nothing breaks."""

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from inspector.errors import InspectorError
from inspector.form.checks import check_files
from inspector.form.library import Library
from inspector.form.surroundings import Shelf
from inspector.paths import forms

STRANGE = [
    b"null", b"[]", b"{}", b"true", b"-1", b"0.5", b"2026-01-01", b'""', b"x", b"[[1]]", b"{zh: 1}", b"[null, null]",
    b"&a 1", b"*a", b"!x 1", b"fact: x",
]  # fmt: skip

LOADED = 8  # every so many damages the whole form is loaded, which reads all its files


def flip_bytes(content: bytes, dice: random.Random) -> bytes:
    damaged = bytearray(content)
    for _count in range(dice.randint(1, 8)):
        damaged[dice.randrange(len(damaged))] = dice.randrange(256)
    return bytes(damaged)


def drop_lines(content: bytes, dice: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    start = dice.randrange(len(lines))
    return b"".join(lines[:start] + lines[start + dice.randint(1, 5) :])


def double_lines(content: bytes, dice: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    start = dice.randrange(len(lines))
    end = start + dice.randint(1, 40)
    return b"".join(lines[:end] + lines[start:])


def swap_lines(content: bytes, dice: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _colons(content: bytes) -> list[int]:
    return [at for at in range(len(content) - 1) if content[at : at + 2] == b": "]


def replace_value(content: bytes, dice: random.Random) -> bytes:
    """Put something strange where a value stands."""
    start = dice.choice(_colons(content)) + 2
    end = start
    while end < len(content) and content[end] not in b",}]\n":
        end += 1
    return content[:start] + dice.choice(STRANGE) + content[end:]


def rename_key(content: bytes, dice: random.Random) -> bytes:
    """Give a key the name of another."""
    ends = dice.choice(_colons(content)), dice.choice(_colons(content))
    starts = [_start_of_key(content, end) for end in ends]
    return content[: starts[0]] + content[starts[1] : ends[1]] + content[ends[0] :]


def _start_of_key(content: bytes, end: int) -> int:
    while end and content[end - 1] not in b" {[,\n":
        end -= 1
    return end


def cut_short(content: bytes, dice: random.Random) -> bytes:
    return content[: dice.randrange(1, len(content))]


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flip_bytes, drop_lines, double_lines, swap_lines, replace_value, rename_key, cut_short,
)  # fmt: skip


def attack(work: Path, times: int, seed: int) -> int:
    """Damage a file at a time, check it, now and then load the form; return how often a damage was told."""
    library, damaged = work / "forms", work / "damaged"
    shutil.copytree(forms(), library, ignore=shutil.ignore_patterns("schemes", "*.md"))
    damaged.mkdir()
    files, shelf = sorted(library.rglob("*.yaml")), Shelf()
    dice, told = random.Random(seed), 0
    for number in range(times):
        whole = dice.choice(files)
        content = dice.choice(DAMAGES)(whole.read_bytes(), dice)
        path = damaged / f"{number}.yaml"
        path.write_bytes(content)
        mistakes = check_files([path], [library], shelf)
        assert all(str(one).startswith(f"{path}:") or f"{library}" in str(one) for one in mistakes)
        told += bool(mistakes)
        if number % LOADED == 0:
            load_with(library, whole, content)
    return told


def load_with(library: Path, damaged: Path, content: bytes) -> None:
    """Load the audit while one of its files is damaged."""
    before = damaged.read_bytes()
    damaged.write_bytes(content)
    with suppress(InspectorError):
        Library(library).load("hall-open-audit")
    damaged.write_bytes(before)


def test_no_damage_breaks_the_checks(tmp_path: Path) -> None:
    assert attack(tmp_path, times=60, seed=7) > 30


@pytest.mark.proof
def test_two_thousand_damages(tmp_path: Path) -> None:
    assert attack(tmp_path, times=2000, seed=11) > 1000
