"""How long evidence is kept: the clock of each kind, the list of what is due, and its destruction once confirmed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from inspector.errors import InspectorError
from inspector.inspection.answer import SOUND
from inspector.inspection.hall import Inspector
from inspector.inspection.redaction import Purged
from inspector.vault.vault import REPORT
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.actions.desk import Desk
    from inspector.inspection.inspection import Inspection

SETTINGS = {"original": "keep_originals", "sound": "keep_sounds", "copy": "keep_copies"}


class Due(NamedTuple):
    """Evidence and the day it is to be destroyed: an original photo, its copies, or a sound."""

    sha256: str
    kind: str
    name: str
    due: date
    number: int
    hall: str


class Retaining:
    """The verbs of keeping evidence no longer than its purpose needs."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk

    def clock(self, progress: Callable[[float], None] | None = None) -> list[Due]:
        """Return all evidence of finished inspections with its day, the earliest first.

        The clock runs from the sealing; it stands still while a finding of the inspection is open. What serves several
        inspections is kept as long as the last of them needs it.
        """
        headers = self.desk.headers(status="finished")
        standing = {entry.inspection for entry in self.desk.inspections.register() if entry.open}
        latest: dict[tuple[str, str], Due] = {}
        kept: set[tuple[str, str]] = set()
        for number, header in enumerate(headers, 1):
            for one in self._of(self.desk.open(header.id).inspection, header.number):
                key = (one.sha256, one.kind)
                if header.id in standing:
                    kept.add(key)
                if key not in latest or latest[key].due < one.due:
                    latest[key] = one
            if progress:
                progress(number / len(headers))
        listed = [one for key, one in latest.items() if key not in kept and self._there(one)]
        return sorted(listed, key=lambda one: (one.due, one.sha256))

    def due(self, clock: Iterable[Due]) -> list[Due]:
        """Return what of it is due today."""
        today = self.desk.clock().date()
        return [one for one in clock if one.due <= today]

    def purge(self, due: Sequence[Due], by: Inspector, progress: Callable[[float], None] | None = None) -> None:
        """Destroy what is due: accounted for first, so that nothing is ever missing without a reason."""
        today = self.desk.clock().date()
        if any(one.due > today for one in due):
            raise InspectorError(_("有些佐证还没有到期，不能销毁。"))
        at = self.desk.clock().isoformat(timespec="seconds")
        self.desk.evidence.purge(Purged(one.sha256, one.kind, one.due.isoformat(), by.name, at) for one in due)
        for number, one in enumerate(due, 1):
            self._shed(one)
            if progress:
                progress(number / len(due))

    def purged(self) -> list[Purged]:
        """Return everything destroyed, the latest first."""
        return self.desk.evidence.purges()

    def _shed(self, one: Due) -> None:
        if one.kind == "copy":
            self.desk.vault.shed_copies(one.sha256)
        elif one.kind == "sound":
            self.desk.vault.shed(one.sha256)
        else:
            self.desk.vault.shed_original(one.sha256, self.desk.evidence.clearance(one.sha256).regions)

    def _there(self, one: Due) -> bool:
        """Return whether the file is there, whatever was entered: a purge may have been cut off after its entry."""
        vault = self.desk.vault
        return (vault.copy(one.sha256, REPORT) if one.kind == "copy" else vault.original(one.sha256)).exists()

    def _of(self, inspection: "Inspection", number: int) -> Iterator[Due]:
        closed = (inspection.finished_at or self.desk.clock()).date()
        hall = inspection.hall.name
        for answer in inspection.answers.values():
            for photo in answer.photos:
                for kind in ("original", "copy"):
                    yield Due(photo.sha256, kind, photo.name, closed + self._days(kind), number, hall)
            for heard in (one for one in answer.documents if one.kind == SOUND):  # papers stay with the record
                yield Due(heard.sha256, "sound", heard.name, closed + self._days("sound"), number, hall)
        for sound in inspection.head.visit.sounds if inspection.head.visit else ():
            yield Due(sound.sha256, "sound", sound.name, closed + self._days("sound"), number, hall)

    def _days(self, kind: str) -> timedelta:
        return timedelta(days=int(self.desk.setting(SETTINGS[kind])))
