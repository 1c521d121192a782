"""The inspector's desk: everything that can be done outside an open inspection."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from inspector.actions.inspecting import Clock, Inspecting
from inspector.actions.last_time import last_time
from inspector.actions.shelf import Shelf
from inspector.errors import InspectorError
from inspector.inspection.hall import Hall, Inspector
from inspector.inspection.history import LastTime
from inspector.inspection.inspection import Head, Inspection
from inspector.inspection.progress import count
from inspector.settings import checked, value
from inspector.store.blanks import Blanks
from inspector.store.database import Database, open_database
from inspector.store.inspections import Header, Inspections, Seal
from inspector.store.places import Places
from inspector.vault.vault import Vault
from inspector.wording import _, initials

VAULT = "vault"


def now() -> datetime:
    """Return the present moment with the local offset."""
    return datetime.now().astimezone()


def new_id() -> str:
    """Return a UUIDv7: unique everywhere, in the order of time on one laptop."""
    import uuid_utils  # noqa: PLC0415 - only a new inspection needs it

    return str(uuid_utils.uuid7())


class Desk:
    """The verbs of lists, starting, opening, the bin, halls, inspectors and settings."""

    def __init__(self, database: Database, folder: Path, clock: Clock = now) -> None:
        self.database = database
        self.folder = folder
        self.clock = clock
        self.inspections = Inspections(database)
        self.places = Places(database, initials)
        self.shelf = Shelf(Blanks(database))
        self.vault = Vault(folder / VAULT)

    @classmethod
    def at(cls, folder: Path, clock: Clock = now) -> "Desk":
        """Open the desk over a data folder."""
        return cls(open_database(folder), folder, clock)

    def close(self) -> None:
        """Close the data file."""
        self.database.close()

    # Inspections.

    def start(self, form: str, head: Head, at: datetime | None = None) -> Inspecting:
        """Start an inspection with a form of the shelf; the hall's known facts are taken over."""
        blank, limits, scheme = self.shelf.form(form), self.shelf.limits(), self.shelf.scheme()
        began = at or self.clock()
        known = {fact.key: head.hall.facts[fact.key] for fact in blank.facts if fact.key in head.hall.facts}
        inspection = Inspection(new_id(), blank, limits, head, began, facts=known)
        pinned = {"form": blank.digest, "limits": limits.digest, "scheme": scheme.digest}
        self.inspections.start(
            inspection.id, pinned, head, known, began.isoformat(timespec="milliseconds"), count(inspection).asked
        )
        return Inspecting(inspection, scheme, self.inspections, self.clock)

    def open(self, id_: str) -> Inspecting:
        """Open an inspection where it was left; finished ones open to be read."""
        try:
            stored = self.inspections.load(self.resolve(id_))
        except KeyError as fault:
            raise InspectorError(_("没有编号为 {id} 的检查。").format(id=id_)) from fault
        header = stored.header
        inspection = Inspection(
            id=header.id,
            form=self.shelf.pinned_form(header.form),
            limits=self.shelf.pinned_limits(stored.limits),
            head=stored.head,
            started_at=datetime.fromisoformat(header.started_at),
            facts=stored.facts,
            answers=stored.answers,
            finished_at=datetime.fromisoformat(header.finished_at) if header.finished_at else None,
            last_item=header.last_item,
            seq=stored.seq,
        )
        return Inspecting(inspection, self.shelf.pinned_scheme(stored.scheme), self.inspections, self.clock)

    def resolve(self, name: str) -> str:
        """Return the full id for an id, a running number, or the beginning of an id that only one inspection has."""
        headers = self.inspections.headers()
        numbered = [header.id for header in headers if str(header.number) == name]
        matching = numbered or [header.id for header in headers if name and header.id.startswith(name)]
        return matching[0] if len(matching) == 1 else name

    def drafts(self) -> list[Header]:
        """Return unfinished inspections, the last touched first."""
        return sorted(self.inspections.headers(status="draft"), key=lambda one: one.changed_at, reverse=True)

    def discard(self, id_: str) -> None:
        """Put a draft into the bin."""
        self.inspections.move(id_, "discarded", self.clock().isoformat())

    def restore(self, id_: str) -> None:
        """Take a draft out of the bin."""
        self.inspections.move(id_, "draft", self.clock().isoformat())

    def last_time(self, inspection: Inspection) -> LastTime | None:
        """Return what was found at this hall the last time, by item; None for a first visit."""
        return last_time(self.inspections, inspection)

    def seal_of(self, id_: str) -> Seal | None:
        """Return a finished inspection's seal."""
        found = self.inspections.sealed(id_)
        return found[0] if found else None

    # Halls and inspectors.

    def find_halls(self, text: str) -> list[Hall]:
        """Return halls whose name, code or pinyin initials contain a text, recently used first."""
        wanted = text.strip().lower()
        return [
            hall
            for hall, letters in self.places.halls()
            if wanted in hall.name.lower() or wanted in hall.code.lower() or wanted in letters
        ]

    def keep_hall(self, hall: Hall) -> None:
        """Add or change a hall."""
        if not hall.code.strip() or not hall.name.strip():
            raise InspectorError(_("营业厅要有编码和名称。"))
        self.places.keep_halls([hall])

    def keep_halls(self, halls: Iterable[Hall]) -> None:
        """Add or change several halls, all or none."""
        self.places.keep_halls(halls)

    def keep_inspector(self, person: Inspector) -> None:
        """Add or change an inspector."""
        if not person.code.strip() or not person.name.strip():
            raise InspectorError(_("督查员要有编号和姓名。"))
        self.places.keep_inspectors([person])

    def me(self) -> Inspector | None:
        """Return the inspector this laptop belongs to, if one was chosen."""
        code = self.setting("inspector")
        return next((person for person in self.places.inspectors() if person.code == code), None)

    # Settings.

    def setting(self, key: str) -> str:
        """Return a setting."""
        return value(self.places.settings(), key)

    def settings(self) -> Mapping[str, str]:
        """Return every setting that was set."""
        return self.places.settings()

    def set(self, key: str, new: str) -> None:
        """Change a setting."""
        self.places.set(key, checked(key, new))
