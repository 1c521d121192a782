"""The two lists a person keeps, halls and inspectors, told alike so that one table serves both."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from inspector.actions.desk import Desk
from inspector.exchange.lists import Imported, read_halls, read_inspectors
from inspector.inspection.hall import Hall, Inspector
from inspector.ui.widgets.chips import NEUTRAL, Spec
from inspector.ui.widgets.hall_form import area_word, building_word, class_word
from inspector.wording import _

T = TypeVar("T", Hall, Inspector)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell of the table shows."""

    text: str = ""
    second: str = ""
    chip: Spec | None = None
    tone: str = "text"


class Roll(ABC, Generic[T]):
    """A list of records of one kind over the desk."""

    kind: str
    stretched: tuple[int, ...]
    widths: dict[int, int]

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    @abstractmethod
    def noun(self) -> str:
        """The word for one record."""

    @abstractmethod
    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns."""

    @abstractmethod
    def found(self, text: str) -> list[T]:
        """Return the records that a text finds."""

    @abstractmethod
    def cells(self, record: T) -> tuple[Cell, ...]:
        """Return what a record's row shows."""

    @abstractmethod
    def keep(self, records: Iterable[T]) -> None:
        """Add or replace records, all or none."""

    @abstractmethod
    def remove(self, record: T) -> None:
        """Take a record off the list."""

    @abstractmethod
    def reader(self) -> Callable[[Path], Imported[T]]:
        """Return how a file is read; what it needs to know is taken along, so that another thread may call it."""

    def known(self) -> dict[str, T]:
        """Return every record by its code."""
        return {record.code: record for record in self.found("")}

    def bring(self, records: Sequence[T]) -> Callable[[], None]:
        """Add or replace records; return how to undo it."""
        before = self.known()
        self.keep(records)
        replaced = [before[record.code] for record in records if record.code in before]
        added = [record for record in records if record.code not in before]

        def undo() -> None:
            self.keep(replaced)
            for record in added:
                self.remove(record)

        return undo


class HallRoll(Roll[Hall]):
    """The halls."""

    kind = "halls"
    stretched = (0, 4)
    widths = {1: 132, 2: 88, 3: 120}  # noqa: RUF012 - never changed

    @property
    def noun(self) -> str:
        """The word for one record."""
        return _("营业厅")

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return _("名称与地址"), _("编码"), _("级别"), _("区域与建筑"), _("所属单位")

    def found(self, text: str) -> list[Hall]:
        """Return the halls whose name, code or initials hold a text, by code."""
        return sorted(self.desk.find_halls(text), key=lambda hall: hall.code)

    def cells(self, hall: Hall) -> tuple[Cell, ...]:
        """Return what a hall's row shows."""
        place = "".join(part for part in (hall.city, hall.county, hall.address) if part)
        return (
            Cell(hall.name, place or _("没有填地址")),
            Cell(hall.code, tone="muted"),
            Cell(class_word(hall.hall_class), tone="text" if hall.hall_class else "muted"),
            Cell(area_word(hall.area), building_word(hall.building)),
            Cell(hall.unit or "—", hall.phone, tone="text" if hall.unit else "muted"),
        )

    def keep(self, records: Iterable[Hall]) -> None:
        """Add or replace halls, all or none."""
        self.desk.keep_halls(records)

    def remove(self, record: Hall) -> None:
        """Take a hall off the list."""
        self.desk.places.remove_hall(record.code)

    def reader(self) -> Callable[[Path], Imported[Hall]]:
        """Return how a list of halls is read."""
        known = self.known()
        defaults = {"operator": self.desk.setting("operator"), "area": self.desk.setting("area")}
        return lambda path: read_halls(path, known, defaults)


class InspectorRoll(Roll[Inspector]):
    """The inspectors."""

    kind = "inspectors"
    stretched = (2,)
    widths = {0: 220, 1: 180, 3: 180}  # noqa: RUF012 - never changed

    @property
    def noun(self) -> str:
        """The word for one record."""
        return _("督查员")

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return _("姓名"), _("编号"), _("单位"), ""

    def found(self, text: str) -> list[Inspector]:
        """Return the inspectors whose name, code or unit hold a text."""
        wanted = text.strip().lower()
        return [
            person
            for person in self.desk.places.inspectors()
            if any(wanted in one.lower() for one in (person.name, person.code, person.unit))
        ]

    def cells(self, person: Inspector) -> tuple[Cell, ...]:
        """Return what an inspector's row shows."""
        mine = person.code == self.desk.setting("inspector")
        chip = (_("这台电脑"), NEUTRAL, "user") if mine else None
        return Cell(person.name), Cell(person.code, tone="muted"), Cell(person.unit or "—"), Cell(chip=chip)

    def keep(self, records: Iterable[Inspector]) -> None:
        """Add or replace inspectors, all or none."""
        self.desk.places.keep_inspectors(records)

    def remove(self, record: Inspector) -> None:
        """Take an inspector off the list."""
        self.desk.places.remove_inspector(record.code)

    def reader(self) -> Callable[[Path], Imported[Inspector]]:
        """Return how a list of inspectors is read."""
        known = self.known()
        return lambda path: read_inspectors(path, known)
