"""A look at the photos of a phone: their times from the head of the file, a small copy, and nothing kept."""

from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from inspector.errors import Cancelled
from inspector.vault.glancing import glance
from inspector.vault.picture import taken_when
from tests.conftest import BEIJING
from tests.vault.pictures import corners, encoded, photo, taken

FIRST, LAST = datetime(2026, 3, 5, 8, tzinfo=BEIJING), datetime(2026, 3, 5, 12, tzinfo=BEIJING)


def keep(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def test_when_a_photo_was_taken_is_read_from_its_head(tmp_path: Path) -> None:
    whole = taken("2026:03:05 09:12:00")
    assert taken_when(keep(tmp_path, "a.jpg", whole)) == "2026-03-05T09:12:00"
    assert taken_when(keep(tmp_path, "cut.jpg", whole[:-40])) == "2026-03-05T09:12:00"
    assert taken_when(keep(tmp_path, "b.jpg", photo())) == ""
    assert taken_when(keep(tmp_path, "c.jpg", b"words")) == ""


def test_photos_of_the_days_asked_for_are_seen_others_counted(tmp_path: Path) -> None:
    inside, outside = taken("2026:03:05 09:12:00"), taken("2026:03:06 09:12:00")
    undated = encoded(corners((2000, 1000)))
    files = [
        keep(tmp_path, name, content)
        for name, content in (("1.jpg", inside), ("2.jpg", outside), ("3.jpg", undated), ("4.jpg", b"words"))
    ]
    shares: list[float] = []
    seen = glance(files, FIRST, LAST, shares.append)
    assert [(one.path.name, one.taken_at) for one in seen.glimpses] == [("1.jpg", "2026-03-05T09:12:00"), ("3.jpg", "")]
    assert (seen.other_days, seen.unreadable) == (1, 1)
    assert seen.glimpses[0].sha256 == sha256(inside).hexdigest()
    assert seen.glimpses[1].small.startswith(b"\xff\xd8")
    assert len(seen.glimpses[1].small) < len(undated)
    assert shares == [0.0, 0.25, 0.5, 0.75]
    assert glance(files[1:2], None, None, shares.append).glimpses


def test_a_look_stops_when_it_is_cancelled(tmp_path: Path) -> None:
    def stop(_share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        glance([keep(tmp_path, "1.jpg", photo())], None, None, stop)
