"""Gather every sentence of the program into the catalogues, and compile them.

Usage: python resources/translations/refresh.py (needs Babel). Sentences still without English are listed.
"""

import ast
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
PACKAGE = HERE.parents[1] / "inspector"
LANGUAGES = ("en",)


def gathered() -> Catalog:
    """Return a catalogue of every sentence given to _(), in order of the files."""
    catalogue = Catalog(project="Star Inspector", charset="utf-8", fuzzy=False)
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE.parent).as_posix()
        for sentence in sentences(ast.parse(path.read_text("utf-8"))):
            catalogue.add(sentence, locations=[(place, None)])
    return catalogue


def sentences(module: ast.Module) -> Iterator[str]:
    """Yield what a module gives to _(): sentences written out, and the words of the module's tables used there."""
    tables = {
        target.id: node.value
        for node in module.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    # Babel's own reader works on tokens and, before Python 3.12, does not see a call inside an f-string.
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            yield from words(node.args[0], tables)


def words(given: ast.expr, tables: dict[str, ast.expr]) -> Iterator[str]:
    """Yield the texts that an argument of _() can be: itself, or every value of a table it looks into."""
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.value
        return
    for name in ast.walk(given):
        table = tables.get(name.id) if isinstance(name, ast.Name) else None
        if isinstance(table, ast.Dict):
            yield from (
                one.value for one in table.values if isinstance(one, ast.Constant) and isinstance(one.value, str)
            )


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
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
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
