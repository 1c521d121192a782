"""What the lock costs: a step to the disk, opening an inspection, opening the data, and taking in a photo."""

import io
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import PIL.Image

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.exchange.converting import begin_locking, convert
from inspector.inspection.answer import Verdict
from inspector.inspection.hall import Hall
from inspector.inspection.inspection import Head
from inspector.lock.keys import new_lock
from tests.bench.measuring import in_turn, milliseconds, told

STEPS, ROUNDS = 20, 15
SIZE = (4000, 3000)


class _Laptop:
    """A data folder with an audit half done."""

    def __init__(self, folder: Path, *, locked: bool) -> None:
        self.folder, self.photos = folder, 0
        desk = Desk.at(folder)
        self.id = desk.start("hall-open-audit", Head(Hall("BJ01", "滨江供电营业厅"))).inspection.id
        desk.close()
        if locked:
            begin_locking(folder, new_lock("bench passphrase")[0])
            convert(folder)
        self.desk = Desk.at(folder)
        self.inspecting: Inspecting = self.desk.open(self.id)
        self.items = list(self.inspecting.inspection.form.items)

    def steps(self) -> float:
        """Return what one step to the disk takes."""

        def taps() -> None:
            for item in self.items[:STEPS]:
                now = self.inspecting.inspection.answer(item).verdict
                self.inspecting.judge(item, Verdict.FAIL if now is Verdict.CONFORM else Verdict.CONFORM)

        return milliseconds(taps) / STEPS

    def open(self) -> float:
        """Return what opening the inspection takes."""
        return milliseconds(lambda: self.desk.open(self.id))

    def start(self) -> float:
        """Return what opening the data file takes."""

        def act() -> None:
            desk = Desk.at(self.folder)
            desk.headers()
            desk.close()

        return milliseconds(act)

    def photo(self) -> float:
        """Return what taking in a photo of twelve megapixels takes."""
        self.photos += 1
        image, buffer = PIL.Image.effect_noise(SIZE, 20).convert("RGB"), io.BytesIO()
        image.save(buffer, "JPEG", quality=85)
        content = buffer.getvalue() + os.urandom(8)
        return milliseconds(lambda: self.desk.vault.take(content, f"{self.photos}.jpg"))


def locked() -> list[str]:
    """Return the lines: locked beside unlocked."""
    with tempfile.TemporaryDirectory() as name:
        one = _Laptop(Path(name) / "locked", locked=True)
        other = _Laptop(Path(name) / "plain", locked=False)
        acts: dict[str, tuple[Callable[[], float], Callable[[], float], int]] = {
            "locked / plain: a step to the disk": (one.steps, other.steps, ROUNDS),
            "locked / plain: opening an inspection": (one.open, other.open, ROUNDS),
            "locked / plain: opening the data, list read": (one.start, other.start, ROUNDS),
            "locked / plain: a photo of 12 megapixels": (one.photo, other.photo, 5),
        }
        lines = [told(what, in_turn(ours, floor, rounds), "–") for what, (ours, floor, rounds) in acts.items()]
        one.desk.close()
        other.desk.close()
    return lines
