"""Gather every sentence of the program into the catalogues, and compile them.

Usage: python resources/translations/refresh.py (needs Babel). Sentences still without English are listed.
"""

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
PACKAGE = HERE.parents[1] / "inspector"
LANGUAGES = ("en",)


def gathered() -> Catalog:
    """Return a catalogue of every sentence wrapped in _(), in order of the files."""
    catalogue = Catalog(project="Star Inspector", charset="utf-8", fuzzy=False)
    for name, _line, sentence, comments, _context in extract_from_dir(PACKAGE, keywords={"_": None}):
        catalogue.add(sentence, locations=[(f"inspector/{Path(name).as_posix()}", None)], auto_comments=comments)
    return catalogue


def catalogue_of(language: str) -> Catalog:
    """Return a language's catalogue as it stands."""
    path = HERE / language / "LC_MESSAGES" / "inspector.po"
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue in the form the program reads."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main() -> None:
    """Bring every catalogue up to date."""
    template = gathered()
    for language in LANGUAGES:
        catalogue = catalogue_of(language)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        folder = HERE / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "inspector.po").open("wb") as file:
            write_po(file, catalogue, width=120, include_lineno=False, sort_output=True)
        (folder / "inspector.mo").write_bytes(compiled(catalogue))
        missing = [message.id for message in catalogue if message.id and not message.string]
        print(f"{language}: {len(catalogue)} sentences, {len(missing)} still without a translation")


if __name__ == "__main__":
    main()
