"""A folder of checklists: what is in it, and a form put together from its sections."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from inspector.errors import InspectorError
from inspector.form.building import Plain, form_from_plain, jsonable, limits_from_plain
from inspector.form.checks import check_files
from inspector.form.form import Form
from inspector.form.limits import Limits
from inspector.form.reader import read
from inspector.paths import forms
from inspector.wording import _

SHOWN_MISTAKES = 3
FIRST = "hall-open-audit"


@dataclass(frozen=True)
class LoadedForm:
    """A form, and the plain data it can be rebuilt from."""

    form: Form
    plain: Plain


@dataclass(frozen=True)
class LoadedLimits:
    """A limits table, and the plain data it can be rebuilt from."""

    limits: Limits
    plain: Plain


class Library:
    """The checklists of a folder: forms in it, sections and limits beneath it."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or forms()

    def names(self) -> list[str]:
        """Return the name of every form, the full audit first."""
        found = sorted(path.stem for path in self.folder.glob("*.yaml"))
        return sorted(found, key=lambda name: name != FIRST)

    def titles(self) -> list[tuple[str, str]]:
        """Return (name, title) of every form that can be read."""
        heads = ((name, _heading(self.path(name))) for name in self.names())
        return [(name, head) for name, head in heads if head]

    def path(self, name: str) -> Path:
        """Return the file of a form."""
        path = self.folder / f"{name}.yaml"
        if not path.is_file():
            known = "、".join(self.names())
            raise InspectorError(_("没有检查表 {name}。").format(name=name), _("现有：{known}。").format(known=known))
        return path

    def source_digest(self, name: str) -> str:
        """Return the SHA-256 over the files a form is made of, without parsing any of them."""
        together = hashlib.sha256(self.path(name).read_bytes())
        for path in sorted((self.folder / "sections").glob("*.yaml")):
            together.update(hashlib.sha256(path.read_bytes()).digest())
        return together.hexdigest()

    def load(self, name: str) -> LoadedForm:
        """Read, check and expand a form; an InspectorError names the first mistakes of its author."""
        path = self.path(name)
        refuse_mistakes([path], self.folder)
        plain = jsonable(self._expand(_data(path)))
        return LoadedForm(form_from_plain(plain), plain)

    def limits(self, path: Path) -> LoadedLimits:
        """Read and check a limits table."""
        refuse_mistakes([path], self.folder)
        plain = jsonable(_data(path))
        return LoadedLimits(limits_from_plain(plain), plain)

    def _expand(self, form: Plain) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        sections = []
        for asked in form["sections"]:
            reference, wanted = (asked, None) if isinstance(asked, str) else (asked["section"], asked.get("items"))
            section = self._section(reference)
            kept = [one for one in section["items"] if wanted is None or one["id"] in wanted]
            facts.update(section.get("facts", {}))
            sections.append({**_without(section, "facts"), "items": kept})
        expanded = {**_without(form, "red_line"), "facts": facts, "sections": sections}
        if "red_line" in form:
            expanded["red_lines"] = self._section(form["red_line"])["red_lines"]
        return expanded

    def _section(self, reference: str) -> Plain:
        name = reference.partition("@")[0]
        return _data(self.folder / "sections" / f"{name}.yaml")


def refuse_mistakes(paths: Iterable[Path], folder: Path) -> None:
    """Raise an InspectorError that names the first mistakes of some files, if they have any."""
    mistakes = check_files(list(paths), [folder])
    if mistakes:
        told = "\n".join(str(one) for one in mistakes[:SHOWN_MISTAKES])
        raise InspectorError(_("检查表有 {n} 处错误：\n{told}").format(n=len(mistakes), told=told))


def _data(path: Path) -> Plain:
    value = read(path).value
    return value if isinstance(value, Mapping) else {}


def _without(plain: Plain, key: str) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if name != key}


def _heading(path: Path) -> str:
    """Return a form's Chinese title from the first lines of its file; empty when it has none."""
    head = "".join(path.read_text("utf-8", "replace").splitlines(keepends=True)[:40])
    for line in head.splitlines():
        if line.startswith("title:"):
            title = yaml.safe_load(line.removeprefix("title:"))
            return str(title.get("zh", "")) if isinstance(title, dict) else str(title)
    return ""
