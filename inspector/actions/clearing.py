"""Photos before they are published: what is hidden on them, and a person's word that nobody can be recognised."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from inspector.inspection.answer import Photo
from inspector.inspection.inspection import Inspection
from inspector.inspection.redaction import Clearance, Region

if TYPE_CHECKING:
    from inspector.actions.desk import Desk


class Checked(NamedTuple):
    """A photo of an inspection, the item it belongs to, and how it stands."""

    item: str
    photo: Photo
    clearance: Clearance


class Clearing:
    """The verbs of clearing photos; the original in the vault never changes."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def photos(self, inspection: Inspection) -> list[Checked]:
        """Return the photos of an inspection in walking order, those of red lines last, each once."""
        found: dict[str, Checked] = {}
        for item in (*inspection.form.order, *(line.id for line in inspection.form.red_lines)):
            for photo in inspection.answer(item).photos:
                if photo.sha256 not in found:
                    found[photo.sha256] = Checked(item, photo, self.desk.evidence.clearance(photo.sha256))
        return list(found.values())

    def unpublished(self, inspection: Inspection) -> int:
        """Return how many photos of a covert visit nobody has cleared, so that the report leaves them out."""
        waiting = [one for one in self.photos(inspection) if not one.clearance.cleared] if inspection.head.visit else []
        return sum(all(gone.kind != "copy" for gone in self.desk.evidence.purged(one.photo.sha256)) for one in waiting)

    def hide(self, sha256: str, regions: Sequence[Region], by: str) -> None:
        """Set what is hidden on a photo; it is to be looked at again before it is published."""
        self._enter(sha256, Clearance(tuple(regions)), by)

    def clear(self, photos: Iterable[str], by: str) -> None:
        """Note that a person looked at photos and that no face, card or bill can be recognised on them."""
        for sha256 in photos:
            known = self.desk.evidence.clearance(sha256)
            if not known.cleared:
                self._enter(sha256, replace(known, cleared=True), by)

    def _enter(self, sha256: str, clearance: Clearance, by: str) -> None:
        at = self.desk.clock().isoformat(timespec="seconds")
        self.desk.evidence.clear(sha256, replace(clearance, by_name=by, at=at))
