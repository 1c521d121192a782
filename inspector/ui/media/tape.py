"""A recording while it runs: every piece of sound is on the disk at once, and a cut-off one can still be heard."""

import io
import wave
from pathlib import Path

RATE, CHANNELS, WIDTH = 16_000, 1, 2
SUFFIX = ".recording"


class Tape:
    """Sound of 16 bits at 16 kHz; on the disk as bare samples while it runs, or in memory where there is no path."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.seconds = 0.0
        self._file = path.open("wb", buffering=0) if path else io.BytesIO()

    @classmethod
    def left(cls, path: Path) -> "Tape":
        """Return the tape of a recording that a crash cut off, to be discarded once it is kept."""
        tape = cls(None)
        tape.path = path
        return tape

    def write(self, samples: bytes) -> None:
        """Keep a piece of sound."""
        self._file.write(samples)
        self.seconds += len(samples) / (RATE * CHANNELS * WIDTH)

    def finish(self) -> bytes:
        """End the recording and return it as a WAV file; the bare samples stay until they are discarded."""
        if isinstance(self._file, io.BytesIO):
            return as_wave(self._file.getvalue())
        self._file.close()
        return as_wave(self.path.read_bytes()) if self.path else b""

    def discard(self) -> None:
        """Remove what was written beside."""
        self._file.close()
        if self.path:
            self.path.unlink(missing_ok=True)


def as_wave(samples: bytes) -> bytes:
    """Return bare samples as a WAV file; half a sample at the end is left out."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(CHANNELS)
        file.setsampwidth(WIDTH)
        file.setframerate(RATE)
        file.writeframes(samples[: len(samples) // WIDTH * WIDTH])
    return buffer.getvalue()


def left_behind(folder: Path) -> list[Path]:
    """Return recordings that a crash cut off."""
    return sorted(path for path in folder.glob(f"*{SUFFIX}") if path.stat().st_size)
