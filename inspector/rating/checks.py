"""All mistakes of any number of files at once, star schemes and what they are based on included."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from inspector.errors import InspectorError
from inspector.form import checks
from inspector.form.codes import Code
from inspector.form.form import Form
from inspector.form.kinds import Slips, guess
from inspector.form.library import Library
from inspector.form.mistakes import Mistake, Slip
from inspector.form.source import Source
from inspector.form.surroundings import Shelf, Surroundings
from inspector.paths import forms
from inspector.rating.draft import Draft
from inspector.rating.form_match import unmatched
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_checks import draft_slips
from inspector.rating.scheme_reader import merged, read_scheme


def check_files(paths: Iterable[Path], folders: Sequence[Path] | None = None) -> list[Mistake]:
    """Return all mistakes of files, of the sections that forms refer to and of what schemes are based on.

    Schemes are for the forms given with them, where there are some: these must ask about what the schemes look at.
    """
    shelf = Shelf()
    given = list(paths)
    found = {chained.path: None for path in given for chained in _chain(shelf.source(path), shelf)}
    blanks = _blanks([path for path in given if shelf.source(path).kind == "form"], folders)

    def scheme_slips(source: Source, _around: Surroundings) -> Slips:
        return slips_of(source, shelf, blanks)

    return checks.check_files(found, folders, shelf, {"scheme": scheme_slips})


def _blanks(paths: Sequence[Path], folders: Sequence[Path] | None) -> list[Form]:
    """Return forms as they are filled in; none when one of them has mistakes, which are told by themselves."""
    further = (forms(),) if folders is None else folders
    try:
        return [Library(checks.root_of(path), further).load(path).form for path in paths]
    except InspectorError:
        return []


def report(paths: Iterable[Path], folders: Sequence[Path] | None = None) -> list[str]:
    """Return all mistakes of files as lines to print."""
    return [str(mistake) for mistake in check_files(paths, folders)]


def read_checked(path: Path) -> Scheme:
    """Read a scheme that its author is trying; an InspectorError tells all its mistakes at their lines."""
    if told := report([path]):
        raise InspectorError("\n".join(told))
    return read_scheme(path)


def slips_of(source: Source, shelf: Shelf, blanks: Sequence[Form] = ()) -> Slips:
    """Yield the mistakes of a scheme that its shape does not show; `blanks` are the forms it is for, if known."""
    found = list(_base_slips(source, shelf))
    yield from found
    chain = list(_chain(source, shelf))
    if found or any(one.mistakes() for one in chain[1:]) or "based_on" in chain[-1].data:
        return
    below = {(slip.code, slip.path) for slip in _inner(_draft(chain[1:]), blanks)} if len(chain) > 1 else set()
    for slip in _inner(_draft(chain), blanks):
        if slip.path in source.tree.places:
            yield slip
        elif (slip.code, slip.path) not in below:
            yield Slip(slip.code, ("based_on",), slip.values)


def _inner(draft: Draft, blanks: Sequence[Form]) -> Slips:
    yield from draft_slips(draft)
    if blanks:
        yield from unmatched(draft, blanks)


def _draft(chain: Sequence[Source]) -> Draft:
    """Lay a scheme over those it is based on."""
    data = chain[-1].data
    for one in reversed(chain[:-1]):
        own = {key: value for key, value in one.data.items() if key != "measures" or isinstance(value, dict)}
        data = merged(data, own)
    return Draft(data, chain[0].spoiled)


def _base_path(source: Source) -> Path | None:
    """Return the file of the scheme that one is based on; None when it is based on none, or says so wrongly."""
    if source.kind != "scheme" or "based_on" not in source.data or not source.sound("based_on"):
        return None
    return source.path.with_name(f"{_named(source)[0]}.yaml")


def _named(source: Source) -> tuple[str, str]:
    name, _at, version = str(source.data["based_on"]).partition("@")
    return name, version


def _base(source: Source, shelf: Shelf) -> Source | None:
    path = _base_path(source)
    found = shelf.source(path) if path and path.is_file() else None
    return found if found and found.kind == "scheme" and found.name == _named(source)[0] else None


def _chain(source: Source, shelf: Shelf) -> Iterator[Source]:
    """Yield a scheme and what it is based on, as far as that can be followed; other files alone."""
    seen: set[Path] = set()
    here: Source | None = source
    while here is not None and here.path.resolve() not in seen:
        seen.add(here.path.resolve())
        yield here
        here = _base(here, shelf)


def _base_slips(source: Source, shelf: Shelf) -> Slips:
    if _base_path(source) is None:
        return
    (name, wanted), base = _named(source), _base(source, shelf)
    if base is None:
        known = [path.stem for path in source.path.parent.glob("*.yaml") if path.stem != source.path.stem]
        yield Slip(Code.BASE_MISSING, ("based_on",), {"name": name, "guess": guess(name, known)})
        return
    chain = list(_chain(source, shelf))
    if _base(chain[-1], shelf) is source:
        ring = " → ".join([*(one.name for one in chain), source.name])
        yield Slip(Code.BASE_CIRCLE, ("based_on",), {"ring": ring})
    elif base.data.get("version") != wanted:
        values = {"name": name, "actual": base.data.get("version"), "wanted": wanted}
        yield Slip(Code.BASE_VERSION, ("based_on",), values)
