"""Stopwatches that go on counting while another item is open; seconds by the clock that is never set."""

import time
from collections.abc import Callable
from decimal import Decimal

Key = tuple[str, str, str]


class Stopwatches:
    """Running stopwatches by inspection, item and part."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._began: dict[Key, float] = {}

    def start(self, key: Key) -> None:
        """Start one from nothing."""
        self._began[key] = self._seconds()

    def running(self, key: Key) -> bool:
        """Return whether one is running."""
        return key in self._began

    def elapsed(self, key: Key) -> Decimal:
        """Return how long one has been running, cut to a tenth of a second."""
        tenths = int((self._seconds() - self._began[key]) * 10)
        return Decimal(tenths) / 10

    def stop(self, key: Key) -> Decimal:
        """Stop one and return its time."""
        found = self.elapsed(key)
        del self._began[key]
        return found
