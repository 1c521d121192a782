"""Photos of twelve megapixels taken in while the window lives: how long each takes, and how long the window stands."""

import io
import statistics
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import PIL.Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from inspector.ui.jobs import Jobs
from inspector.ui.pages.audit.photos import taking
from inspector.vault.vault import Vault

PHOTOS, SIZE, LONG = 20, (4000, 3000), 16


def importing() -> list[str]:
    """Return the line for a folder of photos."""
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name:
        sources = _photos(Path(name))
        loop, jobs, gaps = QEventLoop(), Jobs(), [time.perf_counter()]
        ticking = QTimer()
        ticking.setInterval(0)
        ticking.timeout.connect(lambda: gaps.append(time.perf_counter()))
        ticking.start()
        began = time.perf_counter()
        jobs.start(taking(Vault(Path(name) / "vault"), list(sources)), lambda _taken: loop.quit())
        loop.exec()
        each = (time.perf_counter() - began) / PHOTOS * 1000
        ticking.stop()
        app.processEvents()
    stood = sorted((after - before) * 1000 for before, after in pairwise(gaps))
    over, middle = sum(one > LONG for one in stood), statistics.median(stood)
    told = f"photos of 12 megapixels taken in: {each:.0f} ms each; the window stood {middle:.3f} ms, at most"
    return [f"{told} {stood[-1]:.1f} ms (goal {LONG}), {over} times longer"]


def _photos(folder: Path) -> list[Path]:
    paths = []
    noise = PIL.Image.effect_noise((1000, 750), 30).convert("RGB").resize(SIZE)
    for number in range(PHOTOS):
        buffer = io.BytesIO()
        noise.putpixel((number, 0), (number, 0, 0))
        noise.save(buffer, "JPEG", quality=88)
        path = folder / f"IMG_{number:04}.jpg"
        path.write_bytes(buffer.getvalue())
        paths.append(path)
    return paths
