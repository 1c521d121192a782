"""Reports of many inspections into one folder: what is there is not made again, and one that fails stops no other."""

import re
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.actions.crew import Crew, bug_words
from inspector.actions.reporting import order_of
from inspector.errors import InspectorError
from inspector.lock.files import sealing
from inspector.report.profiles import FULL, profile_words
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.actions.desk import Desk
    from inspector.store.headers import Header

REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
LONGEST = 60  # characters of a hall's name in a file's name
BLINK = 0.1  # seconds after which somebody who cancels is heard


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of it: the files written, those that were there, and why some were not made."""

    written: tuple[Path, ...]
    there: tuple[Path, ...]
    failed: tuple[tuple[str, str], ...]
    left: int = 0

    @property
    def words(self) -> str:
        """Say it in one sentence."""
        told = [_("写成 {n} 份").format(n=len(self.written))]
        told += [_("{n} 份已有，没有重做").format(n=len(self.there))] if self.there else []
        told += [_("{n} 份没有写成").format(n=len(self.failed))] if self.failed else []
        told += [_("还有 {n} 份没有做，再导出一次会接着做").format(n=self.left)] if self.left else []
        return _("，").join(told) + _("。")


def batch_name(header: "Header", profile: str, suffix: str = ".pdf") -> str:
    """Return the file of a report: its number in the chain keeps two visits of one day apart."""
    hall = REFUSED.sub("_", header.hall_name).strip(" .")[:LONGEST] or header.hall
    return f"{header.started_at[:10]} {hall} {profile_words()[profile][0]} {header.number:04}{suffix}"


def write_batch(
    desk: "Desk",
    ids: Sequence[str],
    folder: Path,
    profile: str = FULL,
    progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Batch:
    """Write one report of each of some inspections that is sealed; cancelled, it says how many are left.

    An InspectorError where the folder cannot be written at all.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise InspectorError(_("文件夹 {folder} 写不了。").format(folder=folder), _("请换一个位置。")) from fault
    wanted = set(ids)
    sealed = [header for header in desk.headers(status="finished") if header.id in wanted]
    batch = _Making(desk, {header.id: header for header in sealed}, folder, profile, progress)
    with Crew(len(batch.todo), alone=bool(sealing(desk.folder)), cancelled=cancelled) as crew:
        for id_ in batch.todo:
            while len(batch.under_way) >= crew.room and not cancelled():
                batch.collect(wait(batch.under_way, BLINK, FIRST_COMPLETED).done)
            if cancelled():
                break
            batch.begin(crew, id_)
        while batch.under_way and not cancelled():
            batch.collect(wait(batch.under_way, BLINK, FIRST_COMPLETED).done)
    # Those that were being set when it was cancelled are whole by now, and count.
    batch.collect(set(batch.under_way))
    return batch.told()


class _Making:
    """A batch in the making: what is under way, and what came of each inspection, "" for a report that is there."""

    def __init__(
        self,
        desk: "Desk",
        sealed: "dict[str, Header]",
        folder: Path,
        profile: str,
        progress: Callable[[float], None],
    ) -> None:
        self.desk, self.sealed, self.profile, self.progress = desk, sealed, profile, progress
        self.targets = {id_: folder / batch_name(header, profile) for id_, header in sealed.items()}
        self.there = [id_ for id_, target in self.targets.items() if target.exists()]
        self.todo = [id_ for id_ in sealed if id_ not in set(self.there)]
        self.under_way: dict[Future[str], str] = {}
        self.came: dict[str, str] = {}

    def begin(self, crew: Crew, id_: str) -> None:
        """Have a report set; whatever one inspection does to it, the others are made."""
        try:
            order = order_of(self.desk, id_, self.targets[id_], profile=self.profile)
        except InspectorError as trouble:
            self._came(id_, str(trouble))
        except Exception as fault:  # noqa: BLE001 - told with its number; the others go on
            self._came(id_, bug_words(fault))
        else:
            self.under_way[crew.give(order)] = id_

    def collect(self, done: "set[Future[str]]") -> None:
        """Note what came of orders; nothing came of one that was cancelled."""
        for future in done:
            id_ = self.under_way.pop(future)
            if not future.cancelled():
                fault = future.exception()
                self._came(id_, bug_words(fault) if fault else future.result())

    def _came(self, id_: str, trouble: str) -> None:
        self.came[id_] = trouble
        self.progress((len(self.there) + len(self.came)) / len(self.sealed))

    def told(self) -> Batch:
        """Return what came of it, in the order of the inspections."""
        failed = [(self.sealed[id_], self.came[id_]) for id_ in self.todo if self.came.get(id_)]
        return Batch(
            tuple(self.targets[id_] for id_ in self.todo if self.came.get(id_) == ""),
            tuple(self.targets[id_] for id_ in self.there),
            tuple((f"{header.number} {header.hall_name}", why) for header, why in failed),
            len(self.todo) - len(self.came),
        )
