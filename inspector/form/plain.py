"""Texts and conditions from plain data."""

from collections.abc import Callable, Mapping
from typing import Any

from inspector.form.conditions import Answered, AtLeast, Condition, FactIs, HallIs, ItemIs, Not, Ticked
from inspector.form.form import NO_WORDS, Words

Plain = Mapping[str, Any]


def words(plain: Any) -> Words:
    """Build a text in its languages; a bare string is Chinese."""
    if plain is None:
        return NO_WORDS
    return Words(plain) if isinstance(plain, str) else Words(plain["zh"], plain.get("en", ""))


def condition(plain: Plain) -> Condition:
    """Build a condition."""
    return CONDITIONS[lead(plain, CONDITIONS)](plain)


def lead(plain: Plain, known: Mapping[str, object]) -> str:
    """Return the key that says what the data is."""
    for key in plain:
        if key in known:
            return key
    raise ValueError(list(plain))


def _some(plain: Any) -> tuple[Condition, ...]:
    return tuple(condition(one) for one in plain)


def _values(plain: Plain) -> tuple[str, ...]:
    return tuple(plain["in"]) if "in" in plain else (plain["is"],)


CONDITIONS: Mapping[str, Callable[[Plain], Condition]] = {
    "fact": lambda plain: FactIs(plain["fact"], plain.get("is", True)),
    "hall": lambda plain: HallIs(plain["hall"], _values(plain)),
    "item": lambda plain: ItemIs(plain["item"], _values(plain)),
    "answered": lambda plain: Answered(plain["answered"]),
    "ticked": lambda plain: Ticked(plain["ticked"]["item"], plain["ticked"]["tick"]),
    "any": lambda plain: AtLeast(1, _some(plain["any"])),
    "all": lambda plain: AtLeast(len(plain["all"]), _some(plain["all"])),
    "not": lambda plain: Not(condition(plain["not"])),
    "at_least": lambda plain: AtLeast(plain["at_least"], _some(plain["of"])),
}
