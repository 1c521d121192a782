"""Long work off the window's thread: it ends finished, failed or cancelled, and says so exactly once."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot

from inspector.errors import Cancelled


class Progress:
    """What the work is given: call it with a share from 0 to 1; ask it whether to stop."""

    def __init__(self, tell: Callable[[float], None]) -> None:
        self._tell = tell
        self._stop = False

    def __call__(self, share: float) -> None:
        """Tell how far the work is; stops it when it was cancelled."""
        if self._stop:
            raise Cancelled
        self._tell(share)

    def cancelled(self) -> bool:
        """Return whether a person asked to stop."""
        return self._stop

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop = True


Work = Callable[[Progress], Any]


class Job(QObject):
    """One piece of work under way; `moved` tells its share done, in the window's thread."""

    moved = Signal(float)
    ended = Signal(object, str, object)

    def __init__(self, work: Work, title: str, on_done: Callable[[Any], None], on_failed: Any, vital: bool) -> None:
        super().__init__()
        self.title = title
        self.vital = vital
        self.on_done = on_done
        self.on_failed = on_failed
        self.progress = Progress(self.moved.emit)
        self._work = work

    def cancel(self) -> None:
        """Ask the work to stop; it ends as cancelled when it has."""
        self.progress.stop()

    def run(self) -> None:
        """Do the work and tell the outcome."""
        try:
            result = self._work(self.progress)
        except Cancelled:
            self.ended.emit(self, "cancelled", None)
        except Exception as fault:  # noqa: BLE001 - handed to the window, which sorts mistakes from bugs
            self.ended.emit(self, "failed", fault)
        else:
            self.ended.emit(self, "finished", result)


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self.job = job

    def run(self) -> None:
        self.job.run()


class Jobs(QObject):
    """The work under way; `inline` does it at once, for tests and the demo.

    Outcomes pass through a slot of this object, so that they always arrive in the window's thread.
    """

    started = Signal(object)
    ended = Signal(object)

    def __init__(self, *, inline: bool = False) -> None:
        super().__init__()
        self.inline = inline
        self.pool = QThreadPool()
        self.running: list[Job] = []
        self._trouble: Callable[[Exception], None] = _raise

    def tell_trouble_to(self, present: Callable[[Exception], None]) -> None:
        """Name who presents a failure that nobody else takes."""
        self._trouble = present

    def start(
        self,
        work: Work,
        on_done: Callable[[Any], None],
        *,
        title: str = "",
        on_failed: Callable[[Exception], None] | None = None,
        vital: bool = False,
    ) -> Job:
        """Start work; its result goes to `on_done` in the window's thread. Vital work is finished before closing."""
        job = Job(work, title, on_done, on_failed, vital)
        job.ended.connect(self._arrive)
        self.running.append(job)
        self.started.emit(job)
        if self.inline:
            job.run()
        else:
            self.pool.start(_Runner(job))
        return job

    @Slot(object, str, object)
    def _arrive(self, job: Job, outcome: str, result: Any) -> None:
        self.running.remove(job)
        self.ended.emit(job)
        if outcome == "finished":
            job.on_done(result)
        elif outcome == "failed":
            (job.on_failed or self._trouble)(result)

    def finish_all(self) -> None:
        """Finish what is vital, cancel the rest, and deliver what came of it, as the window closes."""
        for job in self.running:
            if not job.vital:
                job.cancel()
        self.pool.waitForDone()
        while self.running:
            QCoreApplication.processEvents()


def _raise(fault: Exception) -> None:
    raise fault
