"""What is wrong with a form: the sections it lists and the items it takes of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from inspector.form.codes import Code
from inspector.form.kinds import Slips, guess
from inspector.form.mistakes import Slip, Steps
from inspector.form.scenario_checks import scenario_slips
from inspector.form.source import Data, Source
from inspector.form.surroundings import Surroundings
from inspector.wording import _


@dataclass(frozen=True, slots=True)
class Reference:
    """A section as a form refers to it; `items` is None when all are taken."""

    name: str
    version: str
    path: Steps
    items: tuple[str, ...] | None = None
    red: bool = False


def references(source: Source) -> Iterator[Reference]:
    """Yield the sections a form refers to, those that are written rightly."""
    listed = source.data.get("sections")
    for index, entry in enumerate(listed if isinstance(listed, list) else ()):
        if source.sound("sections", index):
            yield _reference(entry, ("sections", index))
    red = source.data.get("red_line")
    if isinstance(red, str) and source.sound("red_line"):
        name, _at, version = red.partition("@")
        yield Reference(name, version, ("red_line",), red=True)


def _reference(entry: Any, path: Steps) -> Reference:
    if isinstance(entry, str):
        name, _at, version = entry.partition("@")
        return Reference(name, version, path)
    name, _at, version = entry["section"].partition("@")
    return Reference(name, version, path, tuple(entry["items"]) if "items" in entry else None)


def form_slips(source: Source, around: Surroundings) -> Slips:
    """Yield the mistakes of a form that its shape does not show."""
    seen: set[str] = set()
    for reference in references(source):
        if reference.name in seen:
            yield Slip(Code.SECTION_TWICE, reference.path, {"name": reference.name})
        seen.add(reference.name)
        yield from _referred(reference, around)
    yield from scenario_slips(source, _items(source, around))


def _items(source: Source, around: Surroundings) -> list[Data]:
    """Return the items a form takes, as far as they can be found."""
    found: list[Data] = []
    for reference in references(source):
        section = around.sections.get(reference.name)
        entries = [entry for _path, entry in section.entries("items")] if section else []
        found.extend(one for one in entries if reference.items is None or one.get("id") in reference.items)
    return found


def _referred(reference: Reference, around: Surroundings) -> Slips:
    section = around.sections.get(reference.name)
    if section is None:
        values = {"name": reference.name, "guess": guess(reference.name, around.sections)}
        yield Slip(Code.UNKNOWN_SECTION, reference.path, values)
        return
    version = section.data.get("version")
    if isinstance(version, str) and version != reference.version:
        values = {"name": reference.name, "wanted": reference.version, "actual": version}
        yield Slip(Code.SECTION_VERSION, reference.path, values)
    if ("red_lines" in section.data) is not reference.red:
        wanted = _("红线") if reference.red else _("检查项")
        yield Slip(Code.SECTION_KIND, reference.path, {"name": reference.name, "wanted": wanted})
    elif reference.items is not None:
        yield from _taken(reference, section)


def _taken(reference: Reference, section: Source) -> Slips:
    known = [entry.get("id") for _path, entry in section.entries("items")]
    seen: set[str] = set()
    for index, item in enumerate(reference.items or ()):
        path = (*reference.path, "items", index)
        if item not in known:
            values = {"id": item, "name": reference.name, "guess": guess(item, known)}
            yield Slip(Code.UNKNOWN_FORM_ITEM, path, values)
        if item in seen:
            yield Slip(Code.FORM_ITEM_TWICE, path, {"id": item})
        seen.add(item)
