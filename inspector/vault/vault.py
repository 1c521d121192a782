"""Evidence by hash: the original untouched, and beside it the copies that screens and paper use."""

import hashlib
import os
import shutil
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.errors import InspectorError
from inspector.lock.files import Damaged, content_of, seal, sealed, sealing
from inspector.paths import flush_to_disk, write_whole
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.inspection.drawn import Drawn
    from inspector.inspection.redaction import Region
    from inspector.vault.picture import Picture

REPORT, WORK, THUMB = "report", "work", "thumb"


@dataclass(frozen=True, slots=True)
class Kept:
    """A photo taken into the vault."""

    sha256: str
    name: str
    taken_at: str
    width: int
    height: int


class Vault:
    """A folder of evidence; a file's name is its SHA-256, so that the same photo is kept once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def original(self, sha256: str) -> Path:
        """Return where an original lies."""
        return self.folder / sha256[:2] / sha256

    def copy(self, sha256: str, kind: str) -> Path:
        """Return where a copy lies: report (1280 px), work (2000 px) or thumb (256 px), all JPEG and upright."""
        return self.folder / "copies" / sha256[:2] / f"{sha256}.{kind}.jpg"

    def take_file(self, source: Path) -> Kept:
        """Take in a photo file; an InspectorError says why it cannot be read."""
        try:
            return self.take(source.read_bytes(), source.name)
        except OSError as fault:
            raise InspectorError(
                _("照片 {name} 读不出来。").format(name=source.name), _("请换一张，或重拍。")
            ) from fault

    def take(self, content: bytes, name: str) -> Kept:
        """Take in a photo's bytes: checked, kept under their hash, and copied small; the same bytes again cost nothing.

        Slow (0.2 s for 12 megapixels): meant for a worker thread.
        """
        from inspector.vault.picture import read_picture  # noqa: PLC0415 - start-up has no use for Pillow

        picture = read_picture(content, name)
        sha256 = hashlib.sha256(content).hexdigest()
        if not self.intact(sha256):
            self._write(self.original(sha256), content)
        self._make_copies(sha256, picture)
        return Kept(sha256, name, picture.taken_at, picture.image.width, picture.image.height)

    def _make_copies(self, sha256: str, picture: "Picture") -> None:
        from inspector.vault.picture import copies  # noqa: PLC0415

        if all(self.copy(sha256, kind).exists() for kind in (REPORT, WORK, THUMB)):
            return
        for kind, content in copies(picture).items():
            self._write(self.copy(sha256, kind), content)

    def _write(self, path: Path, content: bytes) -> None:
        try:
            write_whole(path, seal(content, path.name, sealing(self.folder.parent)))
        except OSError as fault:
            raise InspectorError(_("照片没有存下：磁盘写不下或不可写。"), _("请腾出空间后再试。")) from fault

    def intact(self, sha256: str) -> bool:
        """Return whether an original is there and still has its hash."""
        path = self.original(sha256)
        if not path.is_file():
            return False
        if sealed(path):
            return _opens_as(path, sha256)
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256

    def content(self, path: Path) -> bytes | None:
        """Return what a file of the vault holds; None when it is gone, or was altered while sealed."""
        try:
            return content_of(path)
        except (OSError, Damaged):
            return None

    def state(self, sha256: str) -> str:
        """Return 'ok', 'missing' or 'altered'."""
        if not self.original(sha256).is_file():
            return "missing"
        return "ok" if self.intact(sha256) else "altered"

    def for_paper(self, sha256: str) -> Path | None:
        """Return the copy for the report, made again from the original if lost or damaged; None without either."""
        path = self.copy(sha256, REPORT)
        from inspector.vault.picture import read_picture, readable  # noqa: PLC0415

        if not readable(path) and self.intact(sha256):
            path.unlink(missing_ok=True)
            self._make_copies(sha256, read_picture(content_of(self.original(sha256)), sha256[:8]))
        return path if readable(path) else None

    def keep(self, content: bytes) -> str:
        """Keep any file (a sound, say) under its hash, which is returned."""
        sha256 = hashlib.sha256(content).hexdigest()
        if not self.intact(sha256):
            self._write(self.original(sha256), content)
        return sha256

    def published(self, sha256: str, regions: "Sequence[Region]", drawn: "Sequence[Drawn]" = ()) -> Path | None:
        """Return the copy that may leave the house: what is to be hidden burnt in, what was drawn over it; or None."""
        plain = self.for_paper(sha256)
        if plain is None or not (regions or drawn):
            return plain
        from inspector.vault.burning import burn, draw_on, jpeg  # noqa: PLC0415
        from inspector.vault.picture import opened, readable  # noqa: PLC0415

        told = [[one.plain() for one in many] for many in ((regions, drawn) if drawn else (regions,))]
        named = hashlib.sha256(repr(told if drawn else told[0]).encode("utf-8")).hexdigest()[:12]
        path = self.copy(sha256, f"{named}.published")
        if not readable(path):
            self._write(path, jpeg(draw_on(burn(opened(plain), regions), drawn)))
        return path

    def shed_original(self, sha256: str, regions: "Sequence[Region]") -> None:
        """Destroy an original; what stays are the copies for paper and lists, with everything hidden burnt in."""
        from inspector.vault.burning import jpeg  # noqa: PLC0415
        from inspector.vault.picture import EDGES, opened  # noqa: PLC0415

        published = self.published(sha256, regions)
        if published is not None:
            image = opened(published)
            self._write(self.copy(sha256, REPORT), jpeg(image))
            image.thumbnail((EDGES[THUMB], EDGES[THUMB]))
            self._write(self.copy(sha256, THUMB), jpeg(image))
        for path in (self.copy(sha256, WORK), self.original(sha256)):
            path.unlink(missing_ok=True)

    def shed(self, sha256: str) -> None:
        """Destroy a file that has no copies, such as a sound."""
        self.original(sha256).unlink(missing_ok=True)

    def shed_copies(self, sha256: str) -> None:
        """Destroy every copy."""
        for path in self.copy(sha256, REPORT).parent.glob(f"{sha256}.*"):
            path.unlink(missing_ok=True)

    def files(self) -> list[Path]:
        """Return every file of the vault, for a backup."""
        return [path for path in sorted(self.folder.rglob("*")) if path.is_file() and path.suffix != ".part"]

    def size(self) -> int:
        """Return the bytes the vault takes."""
        return sum(path.stat().st_size for path in self.files())


def _opens_as(path: Path, sha256: str) -> bool:
    try:
        return hashlib.sha256(content_of(path)).hexdigest() == sha256
    except Damaged:
        return False


def copy_durably(source: Path, target: Path) -> None:
    """Copy a file so that it is all there or not there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        shutil.copyfile(source, beside)
        flush_to_disk(beside)
        beside.replace(target)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    flush_to_disk(target)
