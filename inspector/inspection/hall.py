"""The people and places of an inspection: service hall (营业厅) and inspector (督查员)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

CLASSES = ("A", "B", "C", "D")
AREAS = ("urban", "rural", "remote")
BUILDINGS = ("new", "rebuilt", "existing")
OPERATORS = ("SGCC", "CSG", "IMPC", "other")


@dataclass(frozen=True, slots=True)
class Hall:
    """A service hall; an inspection keeps a copy as it was at the start."""

    code: str
    name: str
    hall_class: str = ""
    operator: str = "SGCC"
    unit: str = ""
    city: str = ""
    county: str = ""
    address: str = ""
    area: str = "urban"
    building: str = "existing"
    hours: str = ""
    phone: str = ""
    facts: Mapping[str, bool] = field(default_factory=dict)

    def column(self, name: str) -> str:
        """Return a column as conditions name it; empty when unknown."""
        value = getattr(self, "hall_class" if name == "class" else name, "")
        return value if isinstance(value, str) else ""

    def plain(self) -> dict[str, Any]:
        """Return the hall as JSON-able data, `class` under its everyday name."""
        row = {column: getattr(self, column) for column in COLUMNS if column != "class"}
        return {**row, "class": self.hall_class, "facts": dict(self.facts)}

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Hall":
        """Rebuild a hall from its plain data; unknown keys are left out."""
        known = {key: plain[key] for key in COLUMNS if key != "class" and key in plain}
        return cls(**known, hall_class=plain.get("class", ""), facts=dict(plain.get("facts", {})))

    def with_facts(self, facts: Mapping[str, bool]) -> "Hall":
        """Return the hall with facts learnt."""
        return replace(self, facts={**self.facts, **facts})


COLUMNS = (
    "code", "name", "class", "operator", "unit", "city", "county", "address", "area", "building", "hours", "phone",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inspector:
    """A person who inspects: code, name and unit."""

    code: str
    name: str
    unit: str = ""

    def plain(self) -> dict[str, str]:
        """Return the inspector as JSON-able data."""
        return {"code": self.code, "name": self.name, "unit": self.unit}
