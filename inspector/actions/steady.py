"""The clock that nobody sets: milliseconds since the machine started, time asleep included."""

import sys
import time
import uuid
from pathlib import Path
from typing import NamedTuple

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
# Where the system does not name its starts, times are compared by the steady clock within one run of the program only.
RUN = uuid.uuid4().hex


class Steady(NamedTuple):
    """A reading: milliseconds, and which start of the machine they count from."""

    ms: int
    boot: str


def steady() -> Steady:
    """Read the clock; on Linux it survives a restart of the program, and everywhere a suspended machine."""
    if sys.platform == "linux" and BOOT_ID.exists():
        return Steady(time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000, BOOT_ID.read_text("ascii").strip())
    return Steady(time.monotonic_ns() // 1_000_000, RUN)
