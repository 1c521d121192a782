"""What an inspection holds of one finding: what was seen, against which criterion, with which photos."""

from dataclasses import dataclass

from inspector.inspection.answer import Photo
from inspector.inspection.finding import findings
from inspector.inspection.inspection import Inspection
from inspector.inspection.register import crossings
from inspector.wording import _


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding as its inspection holds it; `place` is the section of the item, or the red lines."""

    place: str
    title: str
    fact: str
    criterion: str
    remedy: str
    photos: tuple[Photo, ...]


def seen_of(inspection: Inspection, id_: str) -> Seen:
    """Return what was seen of an item, or of a red line that was noted."""
    item = inspection.form.items.get(id_)
    if item is None:
        return _crossed(inspection, id_)
    found = next((one for one in findings(inspection) if one.item.id == id_), None)
    place = str(inspection.form.section_of[id_].title)
    fact = found.fact if found else inspection.answer(id_).note
    photos = inspection.answer(id_).photos
    return Seen(place, str(item.ask), fact, str(item.criterion), str(item.remedy), photos)


def _crossed(inspection: Inspection, id_: str) -> Seen:
    line = next((one for one in inspection.form.red_lines if one.id == id_), None)
    crossing = next((one for one in crossings(inspection) if one.line.id == id_), None)
    items = "、".join(crossing.items) if crossing else ""
    told = [inspection.answer(id_).note, _("由 {items} 得出").format(items=items) if items else ""]
    fact = "；".join(part for part in told if part)
    title, criterion = (str(line.ask), str(line.criterion)) if line else (id_, "")
    return Seen(_("红线"), title, fact, criterion, "", inspection.answer(id_).photos)
