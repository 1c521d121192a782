"""The simple kinds of values a file may hold; each finds what is wrong with a value."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Protocol

from inspector.form.codes import Code
from inspector.form.mistakes import Slip, Steps
from inspector.wording import _

Slips = Iterator[Slip]


class Kind(Protocol):
    """A kind of value."""

    def slips(self, value: object, path: Steps) -> Slips:
        """Yield what is wrong with a value."""


def guess(found: object, known: object) -> str:
    """Return a sentence with the nearest known word, or nothing."""
    words = [str(word) for word in known] if isinstance(known, (tuple, list, set, frozenset, Mapping)) else []
    near = get_close_matches(str(found), words, n=1, cutoff=0.6)
    return _("是否想写 {word}？").format(word=near[0]) if near else ""


def unlisted(code: Code, path: Steps, found: object, known: tuple[object, ...], at_key: bool = False) -> Slip:
    """Return the slip of a word that is none of the known ones."""
    return Slip(code, path, {"found": found, "key": found, "known": known, "guess": guess(found, known)}, at_key)


def unknown_key(path: Steps, key: str, known: tuple[str, ...], value: object) -> Slip:
    """Return the slip of a key that is none of the known ones; one without a value is often half of a text."""
    slip = unlisted(Code.UNKNOWN_KEY, (*path, key), key, known, at_key=True)
    if value is not None or slip.values["guess"]:
        return slip
    return Slip(slip.code, slip.path, {**slip.values, "guess": _("含逗号的文字请加引号。")}, at_key=True)


def wrong(path: Steps, value: object, expected: str, hint: str | None = None) -> Slip:
    """Return the slip of a value of another kind than expected; `hint` says how that kind is written."""
    values = {"key": name_of(path), "expected": expected, "found": _described(value)}
    usual = _("文字请加引号，数字、日期和是否值不加引号。")
    return Slip(Code.WRONG_TYPE, path, {**values, "hint": usual if hint is None else hint})


def number_hint() -> str:
    """Say how a number is written."""
    return _("只写数字，不加引号、单位、百分号和大于小于号。")


def name_of(path: Steps) -> str:
    """Return the innermost key of a path."""
    return next((step for step in reversed(path) if isinstance(step, str)), "-")


def _described(value: object) -> str:
    if isinstance(value, dict):
        return _("若干键值")
    if isinstance(value, list):
        return _("列表")
    if value is None:
        return _("空白")
    return str(value).lower() if isinstance(value, bool) else str(value)


def is_whole(value: object) -> bool:
    """Return whether a value is a whole number (true and false are not)."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: object) -> bool:
    """Return whether a value is a number."""
    return is_whole(value) or isinstance(value, Decimal)


@dataclass(frozen=True)
class Text:
    """A text that is not empty, unless it may be."""

    def slips(self, value: object, path: Steps) -> Slips:
        if isinstance(value, str) and not value.strip():
            yield Slip(Code.EMPTY_TEXT, path, {"key": name_of(path)})
        elif not isinstance(value, str):
            yield wrong(path, value, _("文字"))


@dataclass(frozen=True)
class Written:
    """A text written by a pattern: a name, an id, a version."""

    pattern: str
    code: Code

    def slips(self, value: object, path: Steps) -> Slips:
        if not isinstance(value, str) and self.code is not Code.VERSION_NOT_TEXT:
            yield wrong(path, value, _("文字"))
        elif not isinstance(value, str) or not re.fullmatch(self.pattern, value):
            yield Slip(self.code, path, {"name": value, "id": value, "found": value})


@dataclass(frozen=True)
class Words:
    """A text in its languages; a bare one is Chinese."""

    english: bool = False

    def slips(self, value: object, path: Steps) -> Slips:
        if not isinstance(value, dict):
            yield from self._bare(value, path)
            return
        for key in value:
            if key not in {"zh", "en"}:
                yield unknown_key(path, key, ("zh", "en"), value[key])
            elif not isinstance(value[key], str):
                yield wrong((*path, key), value[key], _("文字"))
        named = {"key": name_of(path)}
        if not _filled(value.get("zh", "")):
            yield Slip(Code.NO_CHINESE, path, named)
        if self.english and not _filled(value.get("en", "")):
            yield Slip(Code.NO_ENGLISH, path, named)

    def _bare(self, value: object, path: Steps) -> Slips:
        before = list(Text().slips(value, path))
        yield from before
        if self.english and not before:
            yield Slip(Code.NO_ENGLISH, path, {"key": name_of(path)})


def _filled(value: object) -> bool:
    return not isinstance(value, str) or bool(value.strip())


@dataclass(frozen=True)
class Whole:
    """A whole number that is not too small; `code` says it in a sentence of its own."""

    least: int | None = 0
    code: Code = Code.NOT_POSITIVE

    def slips(self, value: object, path: Steps) -> Slips:
        own = self.code is not Code.NOT_POSITIVE
        if not is_whole(value) and not (own and is_number(value)):
            yield wrong(path, value, _("整数"), number_hint())
        elif not isinstance(value, int) or (self.least is not None and value < self.least):
            yield Slip(self.code, path, {"key": name_of(path), "least": self.least, "found": value})


@dataclass(frozen=True)
class Number:
    """A number that is not below zero."""

    def slips(self, value: object, path: Steps) -> Slips:
        if not isinstance(value, (int, Decimal)) or isinstance(value, bool):
            yield wrong(path, value, _("数字"), number_hint())
        elif value < 0:
            yield Slip(Code.NOT_POSITIVE, path, {"key": name_of(path), "least": 0, "found": value})


@dataclass(frozen=True)
class Flag:
    """True or false; `only` is the one of them that makes sense."""

    only: bool | None = None

    def slips(self, value: object, path: Steps) -> Slips:
        if not isinstance(value, bool) or (self.only is not None and value is not self.only):
            yield wrong(path, value, _("true 或 false") if self.only is None else str(self.only).lower())


@dataclass(frozen=True)
class Day:
    """A date, or null."""

    def slips(self, value: object, path: Steps) -> Slips:
        if value is not None and not isinstance(value, date):
            yield wrong(path, value, _("日期（如 2026-01-01）或 null"))


@dataclass(frozen=True)
class OneOf:
    """One of some words, or of some numbers."""

    known: tuple[object, ...]
    code: Code

    def slips(self, value: object, path: Steps) -> Slips:
        if isinstance(value, (dict, list)) or value is None:
            yield wrong(path, value, _("一个词"))
        elif isinstance(value, bool) or value not in self.known:
            yield unlisted(self.code, path, value, self.known)


@dataclass(frozen=True)
class Range:
    """Two numbers, low and high; null leaves an end open."""

    def slips(self, value: object, path: Steps) -> Slips:
        if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004 - a low and a high end
            yield wrong(path, value, _("[下限, 上限]"))
            return
        odd = [index for index, end in enumerate(value) if end is not None and not is_number(end)]
        for index in odd:
            yield wrong((*path, index), value[index], _("数字或 null"))
        low, high = value
        if not odd and low is None and high is None:
            yield Slip(Code.BAND_TAKES_ALL, path)
        elif not odd and low is not None and high is not None and low > high:
            yield Slip(Code.BAND_IMPOSSIBLE, path, {"low": low, "high": high})
