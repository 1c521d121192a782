"""What is wrong with a section: ids, items, facts, red lines."""

from collections.abc import Callable, Iterator
from typing import Any

from inspector.form.codes import Code
from inspector.form.condition_checks import Leaf, circles, item_leaves, leaf_slips, red_line_leaves
from inspector.form.item_checks import item_slips
from inspector.form.kinds import Slips
from inspector.form.mistakes import Slip, Steps
from inspector.form.part_checks import part_slips
from inspector.form.source import Source
from inspector.form.surroundings import Surroundings, Where
from inspector.wording import _

Entry = Any


def section_slips(source: Source, around: Surroundings) -> Slips:
    """Yield the mistakes of a section that its shape does not show."""
    yield from file_name(source)
    yield from ids(source, around)
    for path, item in _sound(source, "items"):
        yield from (slip.under(path) for slip in item_slips(item, around))
        yield from (slip.under(path) for slip in part_slips(item, around.limit_rows))
        yield from _conditions(source, path, item_leaves(item), around)
    for path, red_line in _sound(source, "red_lines"):
        yield from _conditions(source, path, red_line_leaves(red_line), around)
    yield from circles(source, around)
    yield from unused_facts(source)
    yield from differing_facts(source, around)


def _sound(source: Source, key: str) -> Iterator[tuple[Steps, Entry]]:
    return ((path, entry) for path, entry in source.entries(key) if source.sound(*path))


def _conditions(source: Source, path: Steps, leaves: Iterator[Leaf], around: Surroundings) -> Slips:
    facts = source.data.get("facts", {})
    for leaf in leaves:
        yield from (slip.under(path) for slip in leaf_slips(leaf, facts, around))


def file_name(source: Source) -> Slips:
    """A section in the library's folder lies in the file of its name, where forms look for it."""
    if source.path.resolve().parent.name == "sections" and source.name != source.path.stem:
        yield Slip(Code.FILE_NAME, ("section",), {"name": source.name, "file": source.path.name})


def ids(source: Source, around: Surroundings) -> Slips:
    """An id is borne once in the whole library."""
    for key, red in (("items", False), ("red_lines", True)):
        for path, entry in source.entries(key):
            found = entry.get("id")
            if isinstance(found, str):
                yield from _doubles(found, Where(source, path, entry), around, red)


def _doubles(found: str, mine: Where, around: Surroundings, red: bool) -> Slips:
    for other in around.ids(found):
        here = other.source is mine.source
        if here and other.path >= mine.path:
            continue
        line = other.source.line(other.path)
        told = _("第 {line} 行").format(line=line) if here else other.source.shown
        code = Code.DUPLICATE_ID if here else Code.DUPLICATE_IN_LIBRARY
        values = {"id": found, "first": line, "other": told}
        yield Slip(Code.RED_LINE_DUPLICATE if red else code, (*mine.path, "id"), values)
        return


def unused_facts(source: Source) -> Slips:
    """A fact that decides nothing is not asked; told only when every condition could be read."""
    facts = source.data.get("facts")
    if not isinstance(facts, dict) or not (source.sound("items") and source.sound("red_lines")):
        return
    readers: tuple[tuple[str, Callable[[Entry], Iterator[Leaf]]], ...] = (
        ("items", item_leaves),
        ("red_lines", red_line_leaves),
    )
    used = {
        condition["fact"]
        for key, read in readers
        for _path, entry in source.entries(key)
        for _steps, condition in read(entry)
        if "fact" in condition
    }
    for fact in facts:
        if fact not in used:
            yield Slip(Code.FACT_UNUSED, ("facts", fact), {"fact": fact}, at_key=True)


def differing_facts(source: Source, around: Surroundings) -> Slips:
    """A fact told in two sections is told in the same words."""
    facts = source.data.get("facts")
    for fact, told in facts.items() if isinstance(facts, dict) else ():
        for other in around.sections.values():
            theirs = other.data.get("facts")
            if other is not source and isinstance(theirs, dict) and theirs.get(fact, told) != told:
                yield Slip(Code.FACT_DIFFERS, ("facts", fact), {"fact": fact, "other": other.shown}, at_key=True)
                break
