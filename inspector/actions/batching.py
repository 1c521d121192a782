"""Reports of many inspections into one folder: what is there is not made again, and one that fails stops no other."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.actions.reporting import write_report_of
from inspector.errors import Cancelled, InspectorError
from inspector.report.profiles import FULL, profile_words
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.actions.desk import Desk
    from inspector.store.headers import Header

REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
LONGEST = 60  # characters of a hall's name in a file's name


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
    written: list[Path] = []
    there: list[Path] = []
    failed: list[tuple[str, str]] = []
    for place, header in enumerate(sealed):
        if cancelled():
            return Batch(tuple(written), tuple(there), tuple(failed), len(sealed) - place)
        target = folder / batch_name(header, profile)
        if target.exists():
            there.append(target)
        else:
            trouble = _try(desk, header, target, profile, cancelled)
            if trouble is None:
                return Batch(tuple(written), tuple(there), tuple(failed), len(sealed) - place)
            if trouble:
                failed.append((f"{header.number} {header.hall_name}", trouble))
            else:
                written.append(target)
        progress((place + 1) / len(sealed))
    return Batch(tuple(written), tuple(there), tuple(failed))


def _try(desk: "Desk", header: "Header", target: Path, profile: str, cancelled: Callable[[], bool]) -> str | None:
    """Return why a report was not made, empty when it was, None when it was cancelled.

    Whatever one inspection does to the typesetting, the others are made.
    """
    try:
        write_report_of(desk, header.id, target, None, cancelled, profile=profile)
    except Cancelled:
        return None
    except InspectorError as trouble:
        return str(trouble)
    except Exception as fault:  # noqa: BLE001 - told with its number; the others go on
        return _("程序错误：{fault}").format(fault=repr(fault))
    return ""
