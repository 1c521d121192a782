"""Finding inspections and halls by name, code, number or pinyin initials."""

from collections.abc import Iterable

from inspector.actions.desk import Desk
from inspector.ui.pages.telling import Headed
from inspector.wording import initials


def letters_of(desk: Desk) -> dict[str, str]:
    """Return the pinyin initials of every hall's name, by code."""
    return {hall.code: letters for hall, letters in desk.places.halls()}


def matching(headers: Iterable[Headed], text: str, desk: Desk) -> list[Headed]:
    """Return the inspections whose hall's name, code or initials contain a text, or whose number it is."""
    wanted = text.strip().lower()
    if not wanted:
        return list(headers)
    if not wanted.isascii() or not wanted.isalpha():
        return [header for header in headers if _named(header, wanted)]
    letters = letters_of(desk)
    return [header for header in headers if _named(header, wanted) or wanted in _letters(header, letters)]


def _named(header: Headed, wanted: str) -> bool:
    return wanted == str(header.number) or wanted in header.hall_name.lower() or wanted in header.hall.lower()


def _letters(header: Headed, known: dict[str, str]) -> str:
    if header.hall not in known:  # a hall taken off the list since
        known[header.hall] = initials(header.hall_name)
    return known[header.hall]
