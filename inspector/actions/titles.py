"""Titles of pinned forms and their items, read from their plain data: lists need no more, and start-up no form."""

from functools import lru_cache

from inspector.paths import forms
from inspector.store.blanks import Blanks


class Titles:
    """Titles by the digest of a form."""

    def __init__(self, blanks: Blanks) -> None:
        self.blanks = blanks
        self._read = lru_cache(maxsize=32)(self._read_once)

    def form(self, digest: str) -> str:
        """Return the Chinese title of a form."""
        return self._read(digest)[0]

    def item(self, digest: str, item: str) -> str:
        """Return the Chinese title of an item or of a red line; empty when the form has none of that id."""
        return self._read(digest)[1].get(item, "")

    def count(self) -> int:
        """Return how many forms are shipped, without reading any."""
        return len(list(forms().glob("*.yaml")))

    def _read_once(self, digest: str) -> tuple[str, dict[str, str]]:
        plain = self.blanks.by_digest(digest)
        items = {item["id"]: _zh(item["ask"]) for section in plain["sections"] for item in section["items"]}
        lines = {line["id"]: _zh(line["ask"]) for line in plain.get("red_lines", ())}
        return _zh(plain["title"]), items | lines


def _zh(words: dict[str, str] | str) -> str:
    return words if isinstance(words, str) else words["zh"]
