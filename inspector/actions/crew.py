"""Reports set several at once by processes of their own; by this one where few are asked, or keys would leave it."""

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Self

from inspector.errors import Cancelled, InspectorError
from inspector.paths import resources
from inspector.report.order import Order, carry_out
from inspector.wording import _, language, set_language

FEW = 8  # below, starting processes costs more than it saves
MOST = 4  # a process holds some 100 MB
AHEAD = 2  # orders that lie ready for each process
# Forking a process that has threads and a window is not safe; a spawned one begins anew everywhere.
SPAWNING = multiprocessing.get_context("spawn")


class Crew:
    """Carries out orders: `give` takes one, and its future says "" when done, or in words what was in the way."""

    def __init__(self, reports: int, *, alone: bool, cancelled: Callable[[], bool] | None = None) -> None:
        """Be ready for so many reports; `alone` keeps all of them in this process."""
        self.size = 1 if alone or reports < FEW else min(os.cpu_count() or 1, MOST)
        self.cancelled = cancelled
        self.threads = ThreadPoolExecutor(self.size, "crew")
        self.hands: dict[int, Hand] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Let what is being set become whole, and drop the rest."""
        self.threads.shutdown(wait=True, cancel_futures=True)
        for hand in self.hands.values():
            hand.dismiss()

    @property
    def room(self) -> int:
        """Return how many orders may be under way: no more content is held than that."""
        return self.size * AHEAD if self.size > 1 else 1

    def give(self, order: Order) -> "Future[str]":
        """Take an order."""
        if self.size > 1:
            return self.threads.submit(self._by_hand, order)
        future: Future[str] = Future()
        try:
            future.set_result(attempt(order, self.cancelled))
        except Cancelled:
            future.cancel()
        return future

    def _by_hand(self, order: Order) -> str:
        """Have the process of this thread set an order; one that has died is followed by another."""
        own = threading.get_ident()
        if own not in self.hands:
            self.hands[own] = Hand()
        try:
            return self.hands[own].ask(order)
        except (EOFError, OSError):
            self.hands.pop(own).dismiss()
            return _("排版的进程意外结束了；再导出一次会接着做")


class Hand:
    """A process that sets one report after another, and ends when the pipe to whoever asks is gone."""

    def __init__(self) -> None:
        self.pipe, far = SPAWNING.Pipe()
        self.process = SPAWNING.Process(
            target=work, args=(far, language(), resources("translations")), name="typesetting", daemon=True
        )
        self.process.start()
        far.close()

    def ask(self, order: Order) -> str:
        """Have it set a report; EOFError or OSError when it has died."""
        self.pipe.send(order)
        return str(self.pipe.recv())

    def dismiss(self) -> None:
        """Let it end, and wait until it has."""
        self.pipe.close()
        self.process.join()


def work(pipe: Connection, language: str, catalogues: Path) -> None:
    """Set reports as they are asked for, until nobody can ask any more."""
    set_language(language, catalogues)
    while True:
        try:
            order = pipe.recv()
            pipe.send(attempt(order))
        except (EOFError, OSError):
            return


def attempt(order: Order, cancelled: Callable[[], bool] | None = None) -> str:
    """Carry out an order and return what was in the way, empty where nothing was; Cancelled goes on."""
    try:
        carry_out(order, None, cancelled)
    except Cancelled:
        raise
    except InspectorError as trouble:
        return str(trouble)
    except Exception as fault:  # noqa: BLE001 - told with its number; the others go on
        return bug_words(fault)
    return ""


def bug_words(fault: BaseException) -> str:
    """Say what a bug did to one report."""
    return _("程序错误：{fault}").format(fault=repr(fault))
