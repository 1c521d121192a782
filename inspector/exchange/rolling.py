"""Rolling backups: a snapshot of the data file each time, one vault beside them that only takes in what is new."""

import errno
import shutil
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from inspector.errors import Cancelled
from inspector.exchange.backup import MANIFEST, carry_lock, need_room, refuse, sum_of, told_plainly
from inspector.exchange.converting import reseal_file
from inspector.lock.files import sealing
from inspector.lock.keys import LOCK
from inspector.paths import apart_from, flush_to_disk, write_whole
from inspector.store.copies import opened_copy, reseal, snapshot, verify
from inspector.store.database import FILE
from inspector.store.device import HEAD
from inspector.store.driver import sealed_by
from inspector.store.evidence import Evidence
from inspector.vault.vault import Vault, copy_durably

# Not translated: it must be found again in whichever language.
ROLLING = "StarInspector-rolling"
HALF = ".part"
STAMP = "%Y%m%d-%H%M%S"
DAYS, WEEKS, MONTHS = 7, 8, 12
EVERY = timedelta(days=1)


def rolling_set(target: Path) -> Path:
    """Return the folder of the rolling backups at a place."""
    return target / ROLLING


def roll(
    source: Path,
    target: Path,
    at: datetime,
    progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
    photos: bool = True,
) -> Path:
    """Add a verified snapshot to the rolling backups at a place, thin out old ones, and return the snapshot's folder.

    Photos are copied once; what was destroyed by rule is destroyed here too.
    """
    place = rolling_set(target)
    folder = place / f"{at:{STAMP}}"
    growing = folder.with_name(f"{folder.name}{HALF}")
    with told_plainly():
        refuse(source, target)
        _sweep(place)
        new = _new_files(source, place) if photos else []
        need_room(source, target, new)
        if folder.exists():
            raise FileExistsError(errno.EEXIST, "", str(folder))
        for number, path in enumerate(new, 1):
            if cancelled():
                raise Cancelled
            copy_durably(path, place / path.relative_to(source))
            progress(number / (len(new) + 1))
        try:
            growing.mkdir(parents=True)
            _snapshot(source, growing)
            growing.rename(folder)
        except BaseException:
            shutil.rmtree(growing, ignore_errors=True)
            raise
        _seal_older(source, place)
        _forget_purged(folder, Vault(source / "vault"), Vault(place / "vault"))
        thin(place, at)
    progress(1.0)
    return folder


def roll_everywhere(
    data: Path,
    second: Path | None,
    at: datetime,
    progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Path]:
    """Roll beside the data, the photos left out since they share its disk, and to a second place if that is there."""
    own = apart_from(data)
    own.mkdir(parents=True, exist_ok=True)
    rolled = [roll(data, own, at, cancelled=cancelled, photos=False)]
    if second is not None and second.is_dir():
        rolled.append(roll(data, second, at, progress, cancelled))
    progress(1.0)
    return rolled


def _new_files(source: Path, place: Path) -> list[Path]:
    return [path for path in Vault(source / "vault").files() if not _there(path, place / path.relative_to(source))]


def _there(path: Path, kept: Path) -> bool:
    return kept.is_file() and kept.stat().st_size == path.stat().st_size


def _snapshot(source: Path, folder: Path) -> None:
    carry_lock(source, folder)
    snapshot(source, folder / FILE)
    verify(folder / FILE)
    flush_to_disk(folder / FILE)
    head = apart_from(source) / HEAD
    if head.is_file():
        copy_durably(head, folder / HEAD)
    _note_sums(folder)


def _note_sums(folder: Path) -> None:
    files = (path for name in (FILE, HEAD, LOCK) if (path := folder / name).is_file())
    write_whole(folder / MANIFEST, "".join(f"{sum_of(path)}  {path.name}\n" for path in files).encode())


def _seal_older(source: Path, place: Path) -> None:
    """Seal snapshots and photos from before the lock was turned on; nothing plain may stay behind."""
    lock = sealing(source)
    if not lock:
        return
    for path in Vault(place / "vault").files():
        reseal_file(path, lock)
    for _at, folder in snapshots(place):
        if not sealed_by(folder / FILE):
            carry_lock(source, folder)
            reseal(folder / FILE, lock)
            _note_sums(folder)


def _forget_purged(folder: Path, source: Vault, kept: Vault) -> None:
    """Destroy what was destroyed by rule since it was copied."""
    with opened_copy(folder / FILE) as database:
        purged = {one.sha256 for one in Evidence(database).purges()}
    for path in kept.files():
        if path.name.partition(".")[0] in purged and not (source.folder / path.relative_to(kept.folder)).is_file():
            path.unlink()


def snapshots(place: Path) -> list[tuple[datetime, Path]]:
    """Return the whole snapshots of a rolling set, the newest first; what is unfinished is left out."""
    found = []
    for path in place.iterdir() if place.is_dir() else ():
        try:
            found.append((datetime.strptime(path.name, STAMP), path))  # noqa: DTZ007 - the laptop's own time, as named
        except ValueError:
            continue
    return sorted(found, reverse=True)


def thin(place: Path, at: datetime) -> None:
    """Remove snapshots that neither a day, a week nor a month needs."""
    found = snapshots(place)
    kept = {path for _at, path in kept_ones(found, at)}
    for _moment, path in found:
        if path not in kept:
            path.rename(path.with_name(f"{path.name}{HALF}"))  # what is taken away by half must not look whole
    _sweep(place)


def _sweep(place: Path) -> None:
    """Take away what was cut off while it was written or taken away."""
    for path in place.glob(f"*{HALF}"):
        shutil.rmtree(path)


def kept_ones(found: Iterable[tuple[datetime, Path]], at: datetime) -> list[tuple[datetime, Path]]:
    """Return what stays: the newest of each of the last 7 days, 8 weeks and 12 months that have one, and the newest."""
    ordered = sorted(found, reverse=True)
    kept = set(ordered[:1])
    for period, most in (("%Y-%j", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        newest: dict[str, tuple[datetime, Path]] = {}
        for one in ordered:
            newest.setdefault(f"{one[0]:{period}}", one)
        kept |= set(list(newest.values())[:most])
    # A clock that was set back must not make the newest snapshots look old.
    return [one for one in ordered if one in kept or one[0] > at.replace(tzinfo=None)]


def due(rolled_at: str, now: datetime) -> bool:
    """Return whether the next rolling backup is due; also after a clock that went back."""
    try:
        last = datetime.fromisoformat(rolled_at)
    except ValueError:
        return True
    return not timedelta() <= now - last < EVERY
