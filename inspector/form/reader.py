"""YAML into plain data with the place of every value; own construction, so that nothing is guessed or expanded."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import yaml

from inspector.form.codes import Code
from inspector.form.mistakes import Mistake, Place, Slip, Steps, mistake

MEGABYTES = 5
MAX_BYTES = MEGABYTES * 1024 * 1024
MAX_VALUES = 600_000
MAX_DEPTH = 24

Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
START = Place(1, 1)
CONTROL = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,11})\Z", re.ASCII)
FRACTION = re.compile(r"-?(0|[1-9][0-9]{0,11})\.[0-9]{1,6}\Z", re.ASCII)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", re.ASCII)
FIXED: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(slots=True)
class Tree:
    """The data of a file, and where its values and keys stand; `value` is None when the file cannot be read at all."""

    file: str
    value: object = None
    places: dict[Steps, Place] = field(default_factory=dict)
    keys: dict[Steps, Place] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def place(self, path: Steps, at_key: bool = False) -> Place:
        """Return the place of the value (or key) at a path, or of the nearest one around it."""
        if at_key and path in self.keys:
            return self.keys[path]
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, START)

    def mistake(self, slip: Slip) -> Mistake:
        """Word a slip at its place in this file."""
        return mistake(self.file, self.place(slip.path, slip.at_key), slip.code, slip.values)


def read(path: Path) -> Tree:
    """Read a file; whatever is wrong with it stands in the tree's mistakes."""
    tree = Tree(str(path))
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        tree.mistakes.append(mistake(tree.file, START, Code.UNREADABLE))
        return tree
    return read_bytes(content, tree.file)


def read_bytes(content: bytes, file: str) -> Tree:
    """Read the content of a file named so."""
    tree = Tree(file)
    try:
        _Building(tree).build(_text(content))
    except _StopError as stop:
        tree.value = None
        tree.mistakes.append(mistake(file, stop.place, stop.code, stop.values))
    return tree


class _StopError(Exception):
    """The rest of the file cannot be read."""

    def __init__(self, code: Code, place: Place, **values: object) -> None:
        super().__init__(code)
        self.code, self.place, self.values = code, place, values


def _text(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise _StopError(Code.TOO_LARGE, START, megabytes=MEGABYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        raise _StopError(Code.NOT_UTF8, _end_of(before)) from error
    if found := CONTROL.search(text):
        raise _StopError(Code.CONTROL_CHARACTER, _end_of(text[: found.start()]))
    return text


def _end_of(text: str) -> Place:
    return Place(text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1)


def scalar(text: str) -> object:
    """Return what an unquoted text means: whole number, decimal, date, true, false, null, or the text itself."""
    if text in FIXED:
        return FIXED[text]
    if WHOLE.match(text):
        return int(text)
    if FRACTION.match(text):
        return Decimal(text)
    if DAY.match(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return unicodedata.normalize("NFC", text)


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; `key` waits for its value."""

    value: list[object] | dict[str, object]
    path: Steps
    key: str | None = None
    doubled: bool = False


class _Building:
    """Turns the parser's events into data, without recursion."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.open: list[_Open] = []
        self.documents = 0

    def build(self, text: str) -> None:
        """Take all events of a text."""
        for event in _events(text):
            place = _start_of(event)
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    raise _StopError(Code.SECOND_DOCUMENT, place)
            elif isinstance(event, yaml.NodeEvent):
                self._node(event, place)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
        if not self.documents or self.tree.value is None:
            raise _StopError(Code.EMPTY_FILE, START)

    def _node(self, event: yaml.NodeEvent, place: Place) -> None:
        if event.anchor is not None:
            raise _StopError(Code.ALIAS, place)
        if getattr(event, "tag", None) is not None:
            raise _StopError(Code.TAG, place)
        around = self.open[-1] if self.open else None
        if around is not None and isinstance(around.value, dict) and around.key is None:
            self._key(around, event, place)
        elif isinstance(event, yaml.ScalarEvent):
            self._put(self._meaning(event, place), place)
        else:
            value: list[object] | dict[str, object] = {} if isinstance(event, yaml.MappingStartEvent) else []
            path = self._put(value, place)
            if len(self.open) >= MAX_DEPTH:
                raise _StopError(Code.TOO_DEEP, place, most=MAX_DEPTH)
            self.open.append(_Open(value, path))

    def _meaning(self, event: yaml.ScalarEvent, place: Place) -> object:
        if event.implicit[0]:
            return scalar(event.value)
        if CONTROL.search(event.value):
            self.tree.mistakes.append(mistake(self.tree.file, place, Code.CONTROL_CHARACTER))
            return CONTROL.sub("", event.value)
        return unicodedata.normalize("NFC", event.value)

    def _key(self, around: _Open, event: yaml.NodeEvent, place: Place) -> None:
        if not isinstance(event, yaml.ScalarEvent) or CONTROL.search(event.value):
            raise _StopError(Code.KEY_NOT_TEXT, place)
        if event.value == "<<" and event.implicit[0]:
            raise _StopError(Code.ALIAS, place)
        around.key = unicodedata.normalize("NFC", event.value)
        path = (*around.path, around.key)
        around.doubled = path in self.tree.keys
        if around.doubled:
            values = {"key": around.key, "first": self.tree.keys[path].line}
            self.tree.mistakes.append(mistake(self.tree.file, place, Code.DUPLICATE_KEY, values))
        else:
            self.tree.keys[path] = place

    def _put(self, value: object, place: Place) -> Steps:
        """Hang a value where it belongs; the second value of a doubled key is read and let go."""
        if not self.open:
            self.tree.value = value
            self.tree.places[()] = place
            return ()
        around = self.open[-1]
        if isinstance(around.value, list):
            path = (*around.path, len(around.value))
            around.value.append(value)
        else:
            assert around.key is not None
            path, key, around.key = (*around.path, around.key), around.key, None
            if around.doubled:
                return (*path, "\n", place.line, place.column)
            around.value[key] = value
        self.tree.places[path] = place
        if len(self.tree.places) > MAX_VALUES:
            raise _StopError(Code.TOO_LARGE, place, megabytes=MEGABYTES)
        return path


def _start_of(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else START


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        raise _yaml_stop(error, text) from error
    except yaml.YAMLError as error:
        raise _StopError(Code.YAML_ERROR, START) from error


def _yaml_stop(error: yaml.MarkedYAMLError, text: str) -> _StopError:
    """Place a parser's complaint: at the start of what was never closed, else where the parser gave up."""
    opened = any(word in (error.context or "") for word in ("quoted", "flow"))
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    if mark is None:
        return _StopError(Code.YAML_ERROR, START)
    place = Place(mark.line + 1, mark.column + 1)
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    indent = line[: len(line) - len(line.lstrip())]
    return _StopError(Code.TAB if "\t" in indent else Code.YAML_ERROR, place)
