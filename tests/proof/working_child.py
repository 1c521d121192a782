"""A process that does everything that writes, in any order and without end, and prints what it was told is done."""

import json
import random
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.exchange.converting import begin_locking, begin_unlocking, convert
from inspector.exchange.rolling import roll
from inspector.inspection.answer import Photo, Verdict
from inspector.inspection.inspection import Head
from inspector.lock import keys
from inspector.lock.keys import converting, new_lock, read_lock, unlock
from tests.conftest import HALL, conform_to_everything
from tests.vault.pictures import photo

PASSPHRASE = "made to be killed"
SAMPLES = Path(__file__).parents[1] / "samples" / "databases"
ITEMS = ("SG-01", "SG-02", "SG-03", "SG-04")
# Argon2id as cheap as it gets: half a second of stretching is no place for a kill to tell anything.
keys.OPERATIONS, keys.MEMORY = 1, 8192


def let_in(folder: Path) -> None:
    """Unlock a folder, and go on where turning its lock on or off was cut off."""
    lock = read_lock(folder)
    if lock is not None:
        unlock(lock, PASSPHRASE)
        if converting(folder):
            convert(folder)


class Worker:
    """Works on the folder `data` beneath a place, beside a second disk and folders of older releases."""

    def __init__(self, place: Path, seed: int) -> None:
        self.place, self.folder, self.chance = place, place / "data", random.Random(seed)
        self.at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=seed)
        let_in(self.folder)
        self.desk = Desk.at(self.folder)
        self.inspecting = self._draft()

    def _draft(self) -> Inspecting:
        drafts = self.desk.drafts()
        return self.desk.open(drafts[0].id) if drafts else self.desk.start("signage", Head(HALL))

    def fill(self) -> dict[str, Any]:
        """Answer an item."""
        item = self.chance.choice(ITEMS)
        self.inspecting.judge(item, self.chance.choice([Verdict.CONFORM, Verdict.FAIL]))
        change = self.inspecting.note(item, "记" * self.chance.randrange(1, 300))
        return {"inspection": self.inspecting.inspection.id, "seq": change.seq if change else 0}

    def attach(self) -> dict[str, Any]:
        """Take in a photo and attach it."""
        content = photo((640, 480)) + self.chance.randbytes(16)
        kept, item = self.desk.vault.take(content, "门头.jpg"), self.chance.choice(ITEMS)
        change = self.inspecting.attach(item, Photo(kept.sha256, "门头.jpg"))
        return {
            "inspection": self.inspecting.inspection.id,
            "seq": change.seq if change else 0,
            "photo": kept.sha256,
        }

    def finish(self) -> dict[str, Any]:
        """Seal, and begin the next one."""
        conform_to_everything(self.inspecting)
        seal, done = self.inspecting.finish(), self.inspecting.inspection.id
        self.inspecting = self._draft()
        return {"inspection": done, "sealed": seal.sha256}

    def back_up(self) -> dict[str, Any]:
        """Add a rolling backup on the second disk."""
        self.at += timedelta(seconds=1)
        return {"backup": str(roll(self.folder, self.place / "disk", self.at))}

    def convert(self) -> dict[str, Any]:
        """Turn the lock on or off."""
        self.desk.close()
        if read_lock(self.folder) is None:
            begin_locking(self.folder, new_lock(PASSPHRASE)[0])
        else:
            begin_unlocking(self.folder)
        convert(self.folder)
        self.desk = Desk.at(self.folder)
        self.inspecting = self._draft()
        return {}

    def migrate(self) -> dict[str, Any]:
        """Open a data file of an older release."""
        sample = self.chance.choice(sorted(SAMPLES.glob("*.db")))
        folder = self.place / f"old-{self.chance.randrange(10**9)}"
        folder.mkdir()
        shutil.copyfile(sample, folder / "inspector.db.part")
        (folder / "inspector.db.part").rename(folder / "inspector.db")
        Desk.at(folder).close()
        return {"migrated": str(folder)}

    def acts(self) -> list[tuple[Callable[[], dict[str, Any]], int]]:
        """Return every act with how often it comes."""
        return [
            (self.fill, 10), (self.attach, 4), (self.finish, 1),
            (self.back_up, 2), (self.convert, 2), (self.migrate, 1),
        ]  # fmt: skip


def main(place: Path, seed: int) -> None:
    worker = Worker(place, seed)
    acts, weights = zip(*worker.acts(), strict=True)
    while True:
        act = worker.chance.choices(acts, weights)[0]
        print(json.dumps({"begun": act.__name__}), flush=True)
        print(json.dumps({"act": act.__name__, **act()}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
