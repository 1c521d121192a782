"""The inspector's desk: everything that can be done outside an open inspection."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.actions.titles import Titles
from inspector.errors import InspectorError
from inspector.inspection.hall import Hall, Inspector
from inspector.paths import INCOMING, READY, apart_from, on_network
from inspector.settings import checked, value
from inspector.store.blanks import Blanks
from inspector.store.database import Database, open_database
from inspector.store.headers import Header, Headers
from inspector.store.places import Places
from inspector.wording import _, initials

if TYPE_CHECKING:
    from inspector.actions.identities import Identities
    from inspector.actions.inspecting import Inspecting
    from inspector.actions.rating_halls import RatingHalls
    from inspector.actions.registering import Registering
    from inspector.actions.shelf import Shelf
    from inspector.actions.visiting import Gate
    from inspector.inspection.deadline import Calendar
    from inspector.inspection.history import LastTime
    from inspector.inspection.inspection import Head, Inspection
    from inspector.store.evidence import Evidence
    from inspector.store.inspections import Inspections, Seal
    from inspector.vault.vault import Vault

Clock = Callable[[], datetime]
VAULT = "vault"


def fetched(folder: Path) -> bool:
    """Return whether a backup waits to be put in the place of a folder's data."""
    return (apart_from(folder) / INCOMING / READY).exists()


def put_in_place(folder: Path, clock: Clock) -> None:
    """Put a backup that was fetched in the place of a folder's data, if one was."""
    if fetched(folder):
        from inspector.exchange import restoring  # noqa: PLC0415 - hardly ever

        restoring.put_in_place(folder, clock())


def now() -> datetime:
    """Return the present moment with the local offset."""
    return datetime.now().astimezone()


class Desk:
    """The verbs of lists, starting, opening, the bin, halls, inspectors and settings."""

    def __init__(self, database: Database, folder: Path, clock: Clock = now) -> None:
        self.database = database
        self.folder = folder
        self.clock = clock
        self.places = Places(database, initials)
        self.titles = Titles(Blanks(database))

    @cached_property
    def inspections(self) -> "Inspections":
        """Return the inspections of the data file; loaded when the first is opened."""
        from inspector.store.inspections import Inspections  # noqa: PLC0415

        return Inspections(self.database)

    @cached_property
    def vault(self) -> "Vault":
        """Return the vault of evidence; loaded when a photo is first asked for."""
        from inspector.vault.vault import Vault  # noqa: PLC0415

        return Vault(self.folder / VAULT)

    @cached_property
    def shelf(self) -> "Shelf":
        """Return the shelf of blanks; loaded when the first is taken from it."""
        from inspector.actions.shelf import Shelf  # noqa: PLC0415

        return Shelf(Blanks(self.database))

    @cached_property
    def registering(self) -> "Registering":
        """Return the verbs of the register of findings; loaded when it is first asked."""
        from inspector.actions.registering import Registering  # noqa: PLC0415

        return Registering(self)

    @cached_property
    def rating_halls(self) -> "RatingHalls":
        """Return the verbs of rating halls; loaded when the first is rated."""
        from inspector.actions.rating_halls import RatingHalls  # noqa: PLC0415

        return RatingHalls(self)

    @cached_property
    def gate(self) -> "Gate":
        """Return the validity gate of mystery visits; loaded when the first is judged."""
        from inspector.actions.visiting import Gate  # noqa: PLC0415

        return Gate(self)

    @cached_property
    def identities(self) -> "Identities":
        """Return the verbs of shoppers' identities; loaded when the first is sealed or opened."""
        from inspector.actions.identities import Identities  # noqa: PLC0415

        return Identities(self)

    @cached_property
    def evidence(self) -> "Evidence":
        """Return what photos hide and what was destroyed; loaded when a photo is first published."""
        from inspector.store.evidence import Evidence  # noqa: PLC0415

        return Evidence(self.database)

    @property
    def calendar(self) -> "Calendar":
        """Return the official calendar with the days set by hand."""
        from inspector.inspection.deadline import Calendar  # noqa: PLC0415
        from inspector.store.workdays import Workdays  # noqa: PLC0415

        days = Workdays(self.database).days()
        return Calendar({one.day for one in days if not one.works}, {one.day for one in days if one.works})

    @classmethod
    def at(cls, folder: Path, clock: Clock = now) -> "Desk":
        """Open the desk over a data folder; a backup that was fetched to be restored takes its place first."""
        if on_network(folder):
            raise InspectorError(
                _("数据文件夹 {folder} 在网络上，不能用：断网时会丢作答。").format(folder=folder),
                _("请放在本机的磁盘上；要给别人，用备份。"),
            )
        put_in_place(folder, clock)
        return cls(open_database(folder), folder, clock)

    def close(self) -> None:
        """Close the data file."""
        self.database.close()

    def keep_ballast(self) -> None:
        """Keep some room in reserve for the day the disk is full; slow, so meant for a worker."""
        if self.database.ballast:
            self.database.ballast.take()

    def incidents(self) -> list[str]:
        """Look whether another program touched the data file; return, once, what is to be told about it."""
        self.database.look()
        return self.database.told()

    # Inspections.

    def start(self, form: str, head: "Head", at: datetime | None = None) -> "Inspecting":
        """Start an inspection with a form of the shelf; the hall's known facts are taken over."""
        from inspector.actions.opening import start  # noqa: PLC0415 - start-up opens no inspection

        return start(self.shelf, self.inspections, self.clock, form, head, at or self.clock())

    def learn(self, inspecting: "Inspecting", facts: Mapping[str, bool]) -> None:
        """State a hall's facts as an inspection of it begins, and keep them with the hall."""
        hall, form = inspecting.inspection.hall, inspecting.inspection.form
        for fact in form.facts:
            inspecting.state_fact(fact.key, facts.get(fact.key))
        if dict(facts) != dict(hall.facts):
            self.keep_hall(hall.with_facts(facts))

    def open(self, id_: str) -> "Inspecting":
        """Open an inspection where it was left; finished ones open to be read."""
        from inspector.actions.opening import open_  # noqa: PLC0415 - start-up opens no inspection

        return open_(self.shelf, self.inspections, self.clock, self.resolve(id_))

    def headers(self, *, status: str | None = None, hall: str | None = None) -> list[Header]:
        """Return what lists show of inspections, the latest first."""
        return Headers(self.database).headers(status=status, hall=hall)

    def resolve(self, name: str) -> str:
        """Return the full id for an id, a running number, or the beginning of an id that only one inspection has."""
        headers = self.headers()
        numbered = [header.id for header in headers if str(header.number) == name]
        matching = numbered or [header.id for header in headers if name and header.id.startswith(name)]
        return matching[0] if len(matching) == 1 else name

    def drafts(self) -> list[Header]:
        """Return unfinished inspections, the last touched first."""
        return sorted(self.headers(status="draft"), key=lambda one: one.changed_at, reverse=True)

    def discard(self, id_: str) -> None:
        """Put a draft into the bin."""
        self.inspections.move(id_, "discarded", self.clock().isoformat())

    def restore(self, id_: str) -> None:
        """Take a draft out of the bin."""
        self.inspections.move(id_, "draft", self.clock().isoformat())

    def last_time(self, inspection: "Inspection") -> "LastTime | None":
        """Return what was found at this hall the last time, by item; None for a first visit."""
        from inspector.actions.last_time import last_time  # noqa: PLC0415

        return last_time(self.inspections, inspection)

    def seal_of(self, id_: str) -> "Seal | None":
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
