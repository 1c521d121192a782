"""Long work: one outcome each, delivered in the window's thread; vital work survives the closing of the window."""

import threading

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.ui.jobs import Jobs, Progress


def test_the_result_arrives_in_the_windows_thread(qtbot: QtBot, qapp: QApplication) -> None:
    jobs, arrived = Jobs(), []
    with qtbot.waitSignal(jobs.ended):
        jobs.start(
            lambda _progress: QThread.currentThread(), lambda worker: arrived.append((worker, QThread.currentThread()))
        )
    worker, receiver = arrived[0]
    assert worker is not receiver
    assert receiver is qapp.thread()
    assert jobs.running == []


def test_a_failure_goes_to_who_presents_it(qtbot: QtBot) -> None:
    jobs, told = Jobs(), []
    jobs.tell_trouble_to(told.append)

    def work(_progress: Progress) -> None:
        raise ValueError("broken")

    with qtbot.waitSignal(jobs.ended):
        jobs.start(work, lambda _result: told.append("finished"))
    assert [str(one) for one in told] == ["broken"]


def test_cancelled_work_says_nothing(qtbot: QtBot) -> None:
    jobs, told, begun = Jobs(), [], threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress(0.5)

    job = jobs.start(work, told.append, on_failed=told.append)
    assert begun.wait(5)
    with qtbot.waitSignal(jobs.ended):
        job.cancel()
    assert told == []


@pytest.mark.parametrize(("vital", "expected"), [(True, ["kept"]), (False, [])])
def test_closing_finishes_vital_work_and_cancels_the_rest(
    qtbot: QtBot, qapp: QApplication, vital: bool, expected: list[str]
) -> None:
    assert qapp is not None
    jobs, kept, begun, go_on = Jobs(), [], threading.Event(), threading.Event()

    def work(progress: Progress) -> str:
        begun.set()
        go_on.wait(5)
        progress(0.9)
        return "kept"

    jobs.start(work, kept.append, vital=vital)
    assert begun.wait(5)
    threading.Timer(0.05, go_on.set).start()
    jobs.finish_all()
    assert kept == expected
    assert jobs.running == []


def test_inline_work_is_done_at_once(qapp: QApplication) -> None:
    assert qapp is not None
    done: list[int] = []
    Jobs(inline=True).start(lambda _progress: 7, done.append)
    assert done == [7]
