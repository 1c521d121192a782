"""Plain data into conditions: the one reader for ask_if, worse_if, bands and implied_by."""

from collections.abc import Callable, Mapping
from typing import Any

from inspector.form.conditions import Answered, AtLeast, Condition, FactIs, HallIs, ItemIs, Not, Ticked

Plain = Mapping[str, Any]


def read_condition(plain: Plain) -> Condition:
    """Build a condition; ValueError when its leading key is not known."""
    for key, reader in READERS.items():
        if key in plain:
            return reader(plain)
    raise ValueError(plain)


def read_conditions(plain: list[Plain]) -> tuple[Condition, ...]:
    """Build a list of conditions."""
    return tuple(map(read_condition, plain))


def _values(plain: Plain) -> tuple[str, ...]:
    return (plain["is"],) if "is" in plain else tuple(plain["in"])


def _any(plain: Plain) -> Condition:
    return AtLeast(1, read_conditions(plain["any"]))


def _all(plain: Plain) -> Condition:
    inner = read_conditions(plain["all"])
    return AtLeast(len(inner), inner)


READERS: Mapping[str, Callable[[Plain], Condition]] = {
    "fact": lambda plain: FactIs(plain["fact"], plain.get("is", True)),
    "hall": lambda plain: HallIs(plain["hall"], _values(plain)),
    "item": lambda plain: ItemIs(plain["item"], _values(plain)),
    "answered": lambda plain: Answered(plain["answered"]),
    "ticked": lambda plain: Ticked(plain["ticked"]["item"], plain["ticked"]["tick"]),
    "any": _any,
    "all": _all,
    "not": lambda plain: Not(read_condition(plain["not"])),
    "at_least": lambda plain: AtLeast(plain["at_least"], read_conditions(plain["of"])),
}
