"""The shelf of blanks: forms, limits and schemes, parsed once and kept by digest, so that start-up reads no YAML."""

import hashlib
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.form.building import form_from_plain, limits_from_plain
from inspector.form.form import Form
from inspector.form.limits import Limits
from inspector.form.scenario import PLAIN, SCENARIOS
from inspector.form.scenario_building import synopsis
from inspector.paths import forms
from inspector.rating.scheme import Scheme
from inspector.rating.scheme_reader import read_scheme, scheme_from_plain
from inspector.store.blanks import Blanks

if TYPE_CHECKING:
    from inspector.form.library import Library
    from inspector.form.scenario import Synopsis

LIMITS = "limits/time-limits.yaml"
SCHEME = "schemes/default.yaml"
SYNOPSIS = "synopsis"


class Shelf:
    """Blanks by name (as shipped now) and by digest (as an inspection pinned them)."""

    def __init__(self, blanks: Blanks, folder: Path | None = None) -> None:
        self.blanks = blanks
        self.folder = folder or forms()
        self.pinned_form = lru_cache(maxsize=8)(self._pinned_form)
        self.pinned_limits = lru_cache(maxsize=8)(self._pinned_limits)
        self.pinned_scheme = lru_cache(maxsize=8)(self._pinned_scheme)

    @cached_property
    def library(self) -> "Library":
        """Return the folder's reader, loaded when a form is first asked for by name: start-up reads no YAML."""
        from inspector.form.library import Library  # noqa: PLC0415

        return Library(self.folder)

    def form(self, name: str) -> Form:
        """Return a form by name, such as hall-open-audit."""
        source = self.library.source_digest(name)
        known = self.blanks.by_source("form", source)
        if known is None:
            loaded = self.library.load(name)
            self.blanks.keep("form", loaded.form.name, source, loaded.form.digest, loaded.plain)
            return loaded.form
        digest, plain = known
        return form_from_plain(plain, digest)

    def titles(self) -> list[tuple[str, str]]:
        """Return (name, title) of every form but the scenarios, the full audit first."""
        return self.library.titles((PLAIN,))

    def scenarios(self) -> list[str]:
        """Return the name of every scenario of a mystery visit, without reading any."""
        return self.library.names((SCENARIOS,))

    def known_synopsis(self, name: str) -> "Synopsis | None":
        """Return what a list shows of a scenario; None where that is still to be read from its file."""
        known = self.blanks.by_source(SYNOPSIS, _digest(self.library.path(name)))
        return synopsis(known[1]) if known else None

    def synopsis(self, name: str) -> "Synopsis":
        """Return what a list shows of a scenario; read once from its file, then kept."""
        known = self.known_synopsis(name)
        if known is not None:
            return known
        plain, source = self.library.synopsis(name), _digest(self.library.path(name))
        self.blanks.keep(SYNOPSIS, name, source, f"{SYNOPSIS}:{source}", plain)
        return synopsis(plain)

    def limits(self) -> Limits:
        """Return the time limits shipped now."""
        source = _digest(self.folder / LIMITS)
        known = self.blanks.by_source("limits", source)
        if known is None:
            loaded = self.library.limits(self.folder / LIMITS)
            self.blanks.keep("limits", loaded.limits.id, source, loaded.limits.digest, loaded.plain)
            return loaded.limits
        return limits_from_plain(known[1])

    def scheme(self) -> Scheme:
        """Return the star scheme shipped now."""
        source = _digest(self.folder / SCHEME)
        known = self.blanks.by_source("scheme", source)
        if known is None:
            scheme = read_scheme(self.folder / SCHEME)
            self.blanks.keep("scheme", scheme.name, source, scheme.digest, dict(scheme.plain))
            return scheme
        return scheme_from_plain(known[1])

    def schemes(self) -> list[Scheme]:
        """Return every scheme shipped now, the one in use and its kin first; read from their files, nothing is kept."""
        used = (self.folder / SCHEME).stem
        paths = sorted(
            (self.folder / "schemes").glob("*.yaml"),
            key=lambda path: (not path.stem.startswith(used), path.stem),
        )
        return [read_scheme(path) for path in paths]

    def _pinned_form(self, digest: str) -> Form:
        return form_from_plain(self._pinned(digest), digest)

    def _pinned_limits(self, digest: str) -> Limits:
        return limits_from_plain(self._pinned(digest))

    def _pinned_scheme(self, digest: str) -> Scheme:
        return scheme_from_plain(self._pinned(digest))

    def _pinned(self, digest: str) -> Any:
        return self.blanks.by_digest(digest)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
