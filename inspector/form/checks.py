"""All mistakes of any number of files at once, in order of place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from inspector.form.form_checks import form_slips, references
from inspector.form.kinds import Slips
from inspector.form.limits_checks import limits_slips
from inspector.form.mistakes import Mistake
from inspector.form.section_checks import section_slips
from inspector.form.source import Source
from inspector.form.surroundings import Shelf, Surroundings, surroundings
from inspector.paths import forms

SUBFOLDERS = ("sections", "scenarios", "limits", "schemes")
Check = Callable[[Source, Surroundings], Slips]
CHECKS: Mapping[str, Check] = {
    "section": section_slips,
    "form": form_slips,
    "limits": limits_slips,
}


def check_files(
    paths: Iterable[Path],
    folders: Sequence[Path] | None = None,
    shelf: Shelf | None = None,
    more: Mapping[str, Check] | None = None,
) -> list[Mistake]:
    """Return all mistakes of files, and of the sections that forms among them refer to.

    What a file refers to is looked for in the library it lies in, then in `folders` (the shipped forms when not given).
    `more` are checks of further kinds of files: what a scheme means is known to the room of ratings only.
    """
    shelf = shelf or Shelf()
    further = (forms(),) if folders is None else tuple(folders)
    groups: dict[Path, dict[Path, Source]] = {}
    for path in paths:
        groups.setdefault(root_of(path), {})[path.resolve()] = shelf.source(path)
    checks = {**CHECKS, **(more or {})}
    found = {
        one for root, group in groups.items() for one in _group(root, list(group.values()), further, shelf, checks)
    }
    return sorted(found)


def report(paths: Iterable[Path], folders: Sequence[Path] | None = None) -> list[str]:
    """Return all mistakes of files as lines to print."""
    return [str(mistake) for mistake in check_files(paths, folders)]


def root_of(path: Path) -> Path:
    """Return the folder of the library a file lies in."""
    folder = path.resolve().parent
    return folder.parent if folder.name in SUBFOLDERS else folder


def _group(
    root: Path, own: list[Source], further: Sequence[Path], shelf: Shelf, checks: Mapping[str, Check]
) -> Iterable[Mistake]:
    around = surroundings((root, *further), shelf, own)
    checked = {id(source): source for source in own}
    for source in own:
        for reference in references(source) if source.kind == "form" else ():
            section = around.sections.get(reference.name)
            if section is not None:
                checked.setdefault(id(section), section)
    for source in checked.values():
        yield from source.mistakes()
        check = checks.get(source.kind)
        if check:
            yield from map(source.tree.mistake, check(source, around))
