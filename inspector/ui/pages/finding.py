"""Finding inspections and halls by name, code, number or pinyin initials."""

from collections.abc import Iterable, Mapping

from inspector.actions.desk import Desk
from inspector.ui.pages.telling import Headed
from inspector.wording import initials


def letters_of(desk: Desk) -> dict[str, str]:
    """Return the pinyin initials of every hall's name, by code."""
    return {hall.code: letters for hall, letters in desk.places.halls()}


def matching(headers: Iterable[Headed], text: str, letters: Mapping[str, str]) -> list[Headed]:
    """Return the inspections whose hall's name, code or initials contain a text, or whose number it is."""
    wanted = text.strip().lower()
    if not wanted:
        return list(headers)
    known = dict(letters)
    return [header for header in headers if _matches(header, wanted, known)]


def _matches(header: Headed, wanted: str, letters: dict[str, str]) -> bool:
    if wanted == str(header.number) or wanted in header.hall_name.lower() or wanted in header.hall.lower():
        return True
    if not wanted.isascii() or not wanted.isalnum():
        return False
    if header.hall not in letters:
        letters[header.hall] = initials(header.hall_name)
    return wanted in letters[header.hall]
