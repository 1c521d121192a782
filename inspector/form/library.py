"""Folders of checklists: what is in them, and a form put together from its sections."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector.errors import InspectorError
from inspector.form.building import form_from_plain, jsonable, limits_from_plain
from inspector.form.checks import check_files, root_of
from inspector.form.form import Form
from inspector.form.limits import Limits
from inspector.form.plain import Plain
from inspector.form.reader import read
from inspector.form.scenario import PLAIN, SCENARIOS
from inspector.form.source import SHAPES
from inspector.paths import forms
from inspector.wording import _

SHOWN_MISTAKES = 3
FIRST = "hall-open-audit"
HOMES = (PLAIN, SCENARIOS)


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
    """The checklists of a folder: forms, sections beneath it; what it lacks comes from further folders."""

    def __init__(self, folder: Path | None = None, further: Sequence[Path] = ()) -> None:
        self.folder = folder or forms()
        self.folders = (self.folder, *further)

    def names(self, homes: Sequence[str] = HOMES) -> list[str]:
        """Return the name of every form, the full audit first; where homes are named, of those alone."""
        found = sorted(
            {path.stem for folder in self.folders for where in homes for path in folder.glob(f"{where}*.yaml")}
        )
        return sorted(found, key=lambda name: name != FIRST)

    def titles(self, homes: Sequence[str] = HOMES) -> list[tuple[str, str]]:
        """Return (name, title) of every form that can be read; where homes are named, of those alone."""
        heads = ((name, _heading(self.path(name))) for name in self.names(homes))
        return [(name, head) for name, head in heads if head]

    def synopsis(self, name: str) -> dict[str, Any]:
        """Return what a list shows of a scenario as plain data, its file read but neither checked nor expanded."""
        form = _data(self.path(name))
        try:
            scenario = form["scenario"]
            told = {key: scenario[key] for key in ("code", "channel", "role", "brief")}
            visit = {"visit": scenario["visit"]} if "visit" in scenario else {}
            return {"name": name, "title": form["title"], **told, **visit}
        except (KeyError, TypeError) as fault:
            raise InspectorError(_("{file} 不是暗访场景。").format(file=f"{name}.yaml")) from fault

    def path(self, name: str | Path) -> Path:
        """Return the file of a form, by its name or as a path of its own."""
        homes = [] if isinstance(name, Path) else [self._find(f"{where}{name}.yaml") for where in HOMES]
        path = name if isinstance(name, Path) else next(filter(None, homes), None)
        if path is None or not path.is_file():
            known = "、".join(self.names())
            raise InspectorError(_("没有检查表 {name}。").format(name=name), _("现有：{known}。").format(known=known))
        return path

    def source_digest(self, name: str | Path) -> str:
        """Return the SHA-256 over the files a form may be made of, without parsing any of them."""
        form = self.path(name)
        together = hashlib.sha256(form.read_bytes())
        for folder in (root_of(form), *self.folders):
            for path in sorted((folder / "sections").glob("*.yaml")):
                together.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
        return together.hexdigest()

    def load(self, name: str | Path) -> LoadedForm:
        """Read, check and expand a form; an InspectorError names the first mistakes of its author."""
        path = self.path(name)
        form = _data(path)
        if "form" not in form and not SHAPES.keys().isdisjoint(form):
            raise InspectorError(_("{file} 不是检查表。").format(file=path.name), _("检查表的第一层写 form。"))
        refuse_mistakes([path], self.folders)
        plain = jsonable(self._expand(form, root_of(path)))
        return LoadedForm(form_from_plain(plain), plain)

    def limits(self, path: Path) -> LoadedLimits:
        """Read and check a limits table."""
        refuse_mistakes([path], self.folders)
        plain = jsonable(_data(path))
        return LoadedLimits(limits_from_plain(plain), plain)

    def _expand(self, form: Plain, beside: Path) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        sections = []
        for asked in form["sections"]:
            reference, wanted = (asked, None) if isinstance(asked, str) else (asked["section"], asked.get("items"))
            section = self._section(reference, beside)
            kept = [one for one in section["items"] if wanted is None or one["id"] in wanted]
            facts.update(section.get("facts", {}))
            sections.append({**_without(section, "facts"), "items": kept})
        expanded = {**_without(form, "red_line"), "facts": facts, "sections": sections}
        if "red_line" in form:
            red_line = self._section(form["red_line"], beside)
            expanded["red_lines"] = red_line["red_lines"]
            facts.update(red_line.get("facts", {}))
        return expanded

    def _section(self, reference: str, beside: Path) -> Plain:
        path = self._find(f"sections/{reference.partition('@')[0]}.yaml", beside)
        return _data(path) if path else {}

    def _find(self, name: str, beside: Path | None = None) -> Path | None:
        """Return a file of the nearest folder that has it: the form's own, then the library's."""
        folders = (beside, *self.folders) if beside else self.folders
        return next((folder / name for folder in folders if (folder / name).is_file()), None)


def refuse_mistakes(paths: Iterable[Path], folders: Sequence[Path]) -> None:
    """Raise an InspectorError that names the first mistakes of some files, if they have any."""
    mistakes = check_files(list(paths), folders)
    if mistakes:
        told = "\n".join(str(one) for one in mistakes[:SHOWN_MISTAKES])
        raise InspectorError(_("检查表有 {n} 处错误：\n{told}").format(n=len(mistakes), told=told))


def _data(path: Path) -> Plain:
    value = read(path).value
    return value if isinstance(value, Mapping) else {}


def _without(plain: Plain, key: str) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if name != key}


def _heading(path: Path) -> str:
    """Return a form's Chinese title; empty when the file is no form or has none."""
    form = _data(path)
    title = form.get("title") if "form" in form else None
    found = title.get("zh") if isinstance(title, Mapping) else title
    return found if isinstance(found, str) else ""
