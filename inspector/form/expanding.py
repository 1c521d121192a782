"""Checked files into plain data: one JSON-able value a form, in one way of writing, so that its digest is its own.

Short forms are written out, defaults and empty values are left out, decimals and dates are texts, and whatever has an
order is a list, so that sorting keys changes nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from inspector.form.possible import bands_of, kind_of, parts_of
from inspector.wording import plain_number

Data = Mapping[str, Any]
Plain = dict[str, Any]
DEFAULTS: Data = {
    "who": "all", "how": "observe", "effort": 1, "samples": 1, "judge": "worst", "photo": "on_fail", "note": "on_fail",
    "confidence": "K", "better": "fewer",
}  # fmt: skip


def digest_of(plain: Plain) -> str:
    """Return the SHA-256 of plain data in its canonical writing."""
    text = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def lean(plain: Plain) -> Plain:
    """Leave out what is empty, false or as it would be anyway."""
    return {
        key: value
        for key, value in plain.items()
        if value is not None and value is not False and value not in ("", [], {}) and DEFAULTS.get(key) != value
    }


def expand_form(form: Data, sections: Iterable[tuple[Data, tuple[str, ...] | None]], red: Data | None) -> Plain:
    """Write out a form: its sections, each whole or only some items of it, and its red lines."""
    taken = [(section, [i for i in section["items"] if some is None or i["id"] in some]) for section, some in sections]
    plain_sections = [_section(section, items) for section, items in taken]
    red_lines = [_red_line(red_line) for red_line in (red or {}).get("red_lines", ())]
    told: dict[str, Data] = {}
    for section in (*(section for section, _items in taken), *((red,) if red else ())):
        told |= {key: fact for key, fact in section.get("facts", {}).items() if key not in told}
    used = set(_facts([plain_sections, red_lines]))
    return lean(
        {
            "form": form["form"],
            "version": form["version"],
            "title": _words(form["title"]),
            "kind": form["kind"],
            "sections": plain_sections,
            "facts": [lean({"key": key, **_texts(fact, "ask", "help")}) for key, fact in told.items() if key in used],
            "red_lines": red_lines,
            "minimum": dict(form.get("minimum", {})),
        },
    )


def _facts(plain: Any) -> Iterator[str]:
    """Yield the facts that conditions anywhere in plain data read."""
    if isinstance(plain, dict):
        if isinstance(fact := plain.get("fact"), str):
            yield fact
        plain = list(plain.values())
    for inner in plain if isinstance(plain, list) else ():
        yield from _facts(inner)


def _section(section: Data, items: list[Data]) -> Plain:
    head = {"section": section["section"], "version": section["version"], "title": _words(section["title"])}
    return {**head, "items": [_item(item) for item in items]}


def _item(item: Data) -> Plain:
    kept = {key: item.get(key) for key in ("drawing", "how", "effort", "same_fact")}
    return lean(
        {
            "id": item["id"],
            **_texts(item, "ask", "criterion", "help", "remedy"),
            "judge": {verdict: _words(words) for verdict, words in item.get("judge", {}).items()},
            "parts": [_part(key, part) for key, part in parts_of(item).items()],
            "weight": int(item["weight"]),
            "severity": item["severity"],
            **{key: item["tags"].get(key) for key in ("topic", "idea", "who")},
            **kept,
            "worse_if": [_worse(worse) for worse in item.get("worse_if", ())],
            "evidence": lean(dict(item.get("evidence", {}))),
            "basis": _bases(item),
            "ask_if": _condition(item.get("ask_if")),
            "phrases": [phrase.strip() for phrase in item.get("phrases", ())],
        },
    )


def _red_line(red_line: Data) -> Plain:
    implied = [_condition(condition) for condition in red_line.get("implied_by", ())]
    texts = _texts(red_line, "ask", "criterion")
    return lean({"id": red_line["id"], **texts, "implied_by": implied, "basis": _bases(red_line)})


def _worse(worse: Data) -> Plain:
    tick, when = worse.get("tick"), _condition(worse.get("if"))
    return lean({"severity": worse["severity"], "label": _words(worse["label"]), "tick": tick, "if": when})


def _bases(item: Data) -> list[Plain]:
    return [
        lean({**basis, **{key: basis[key].strip() for key in ("standard", "clause") if key in basis}})
        for basis in item["basis"]
    ]


def _words(words: str | Mapping[str, str]) -> Plain:
    told = {"zh": words} if isinstance(words, str) else words
    return lean({language: text.strip() for language, text in told.items()})


def _texts(holder: Data, *keys: str) -> Plain:
    return {key: _words(holder[key]) for key in keys if key in holder}


def _part(key: str, part: Data) -> Plain:
    kind = kind_of(part)
    asked = part[kind] if isinstance(part[kind], dict) else {}
    common = {"key": key, "kind": kind, **_texts(part, "label"), "optional": part.get("optional", False)}
    if kind == "choice":
        options = [
            lean({"key": name, "label": _words(option["label"]), "verdict": option.get("verdict")})
            for name, option in asked.items()
        ]
        return lean({**common, "choices": options})
    samples = part.get("samples", {})
    return lean(
        {
            **common,
            "unit": "s" if kind == "timer" else asked.get("unit"),
            "bands": [_band(band, asked.get("better")) for _path, band in bands_of(asked)],
            "limit": asked.get("limit"),
            "samples": samples.get("min"),
            "judge": samples.get("judge"),
            "of_least": asked.get("of_least"),
        },
    )


def _band(band: Data, better: str | None) -> Plain:
    ends = {key: _ends(band[key], better) for key in ("pass", "part") if key in band}
    return lean({**ends, "if": _condition(band.get("if"))})


def _ends(value: Any, better: str | None) -> list[str | None]:
    if isinstance(value, list):
        return [None if end is None else _number(end) for end in value]
    return [_number(value), None] if better == "more" else [None, _number(value)]


def _number(value: int | Decimal) -> str:
    return plain_number(Decimal(value))


def _condition(condition: Data | None) -> Plain | None:
    """Write out a condition: a single value becomes a list of one, `is: true` goes without saying."""
    if condition is None:
        return None
    plain: Plain = {}
    for key, value in condition.items():
        if key in {"any", "all", "of"}:
            plain[key] = [_condition(inner) for inner in value]
        elif key == "not":
            plain[key] = _condition(value)
        elif key == "is" and "fact" not in condition:
            plain["in"] = [value]
        elif key != "is" or value is False:
            plain[key] = dict(value) if isinstance(value, dict) else value
    return plain


def expand_limits(tables: Iterable[Data]) -> Plain:
    """Write out tables of limits as one; several are told by all their names and versions."""
    listed = list(tables)
    return {
        "limits": "+".join(table["limits"] for table in listed),
        "version": "+".join(table["version"] for table in listed),
        "titles": {key: _words(words) for table in listed for key, words in table["titles"].items()},
        "rows": [_row(row) for table in listed for row in table["rows"]],
    }


def _row(row: Data) -> Plain:
    days = {key: row[key].isoformat() for key in ("valid_from", "valid_to") if isinstance(row.get(key), date)}
    return lean({**row, "value": _number(row["value"]), "source": row["source"].strip(), **_dated(days)})


def _dated(days: Mapping[str, str]) -> Mapping[str, str | None]:
    return {"valid_from": days.get("valid_from"), "valid_to": days.get("valid_to")}
