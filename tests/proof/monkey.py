"""Somebody who presses, types, drops and resizes at random, and now and then looks whether disk and screen agree."""

import random
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import isValid

from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.app import build
from inspector.errors import InspectorError
from inspector.lock.keys import converting, read_lock, unlocked
from inspector.store.database import open_database
from inspector.ui import outside
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.audit.page import AuditPage
from inspector.ui.pages.places import PLACES

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
KEYS = [
    *(Qt.Key(Qt.Key.Key_0 + n) for n in range(10)), *(Qt.Key(Qt.Key.Key_A + n) for n in range(26)),
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
    Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Slash, Qt.Key.Key_F1, Qt.Key.Key_Period,
]  # fmt: skip
WORDS = ("柜台无人", "灯不亮", "滨江", "第二遍", "𠮷野", "🙂", "75.5", "-1", "1e9", "a\u202eb", "记" * 200)
SIZES = (QSize(1024, 640), QSize(1366, 768), QSize(1920, 1080), QSize(800, 500))
PAGES = [place for place in PLACES if place not in {"report"}]  # a report takes as long as two hundred taps


class Monkey:
    """Acts on the window over a data folder; `faults` holds everything that went wrong."""

    def __init__(self, app: QApplication, folder: Path, files: list[Path], seed: int) -> None:
        self.app, self.folder, self.files = app, folder, files
        self.chance = random.Random(seed)
        self.faults: list[str] = []
        self.acts: Counter[str] = Counter()
        self.opened = 0
        self.window = self._open()

    def _open(self) -> MainWindow:
        self.opened += 1
        window = build(self.app, Desk.at(self.folder), Jobs(inline=True))
        window.resize(SIZES[1])
        window.show()
        window.activateWindow()
        return window

    def _open_again(self) -> None:
        """Come back over the same data, as the program's door does."""
        self.window.tools.desk.close()
        for widget in self.app.topLevelWidgets():
            widget.close()
        self.window.deleteLater()
        lock = read_lock(self.folder)
        assert lock is None or (unlocked(lock.id) and not converting(self.folder)), "nobody knows what was typed"
        self.window = self._open()

    def act(self) -> None:
        """Do one thing."""
        acts: list[tuple[Callable[[QWidget], None], int]] = [
            (self.press, 40), (self.key, 30), (self.compose, 8), (self.wheel, 6), (self.control, 6), (self.double, 3),
            (self.right, 2), (self.resize, 1), (self.drop, 2), (self.paste, 1), (self.go, 2),
        ]  # fmt: skip
        kinds, weights = zip(*acts, strict=True)
        kind = self.chance.choices(kinds, weights)[0]
        self.acts[kind.__name__] += 1
        kind(self._where())
        settle(self.app)
        if not self.window.isVisible():
            self._open_again()

    def _where(self) -> QWidget:
        """Return what takes events now: a menu, a dialog, the stopwatch or the window."""
        front = self.app.activePopupWidget() or self.app.activeModalWidget()
        if front is not None:
            return front
        others = [one for one in self.app.topLevelWidgets() if one.isVisible() and one is not self.window]
        return self.chance.choice([self.window, *others]) if others else self.window

    def _focus(self) -> QWidget | None:
        """Return what keys go to; the list of a box that was closed is gone for whoever looks at the screen."""
        widget = self.app.focusWidget()
        return widget if widget is not None and widget.isVisible() else None

    def _spot(self, top: QWidget) -> tuple[QWidget, QPoint]:
        at = QPoint(self.chance.randrange(max(top.width(), 1)), self.chance.randrange(max(top.height(), 1)))
        child = top.childAt(at)
        return (child, child.mapFrom(top, at)) if child is not None else (top, at)

    def _click(self, top: QWidget, click: Callable[..., None], button: Qt.MouseButton) -> None:
        """Press at a place of a window, as a mouse does: whatever lies there by then takes it."""
        at = QPoint(self.chance.randrange(max(top.width(), 1)), self.chance.randrange(max(top.height(), 1)))
        window = top.windowHandle()
        if window is None or not window.isVisible():
            return
        click(window, button, PLAIN, at)
        if isValid(window) and window.isVisible():  # a press may have closed it
            QTest.mouseRelease(window, button, PLAIN, at)

    # What a hand does.

    def press(self, top: QWidget) -> None:
        """Press somewhere."""
        self._click(top, QTest.mousePress, LEFT)

    def double(self, top: QWidget) -> None:
        """Press twice."""
        self._click(top, QTest.mouseDClick, LEFT)

    def right(self, top: QWidget) -> None:
        """Press the other button."""
        self._click(top, QTest.mousePress, RIGHT)

    def wheel(self, top: QWidget) -> None:
        """Turn the wheel."""
        widget, at = self._spot(top)
        turn = QPoint(0, self.chance.choice((-480, -120, 120, 480)))
        event = QWheelEvent(
            QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), turn, Qt.MouseButton.NoButton, PLAIN,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        self.app.sendEvent(widget, event)

    def key(self, top: QWidget) -> None:
        """Press a key."""
        widget = self._focus() or top
        QTest.keyClick(widget, self.chance.choice(KEYS), self.chance.choice((PLAIN, PLAIN, PLAIN, SHIFT)))

    def control(self, top: QWidget) -> None:
        """Press a key together with Ctrl."""
        widget = self._focus() or top
        QTest.keyClick(widget, self.chance.choice(KEYS), CONTROL)

    def compose(self, _top: QWidget) -> None:
        """Type through an input method: a few letters in the making, then words, or nothing."""
        widget = self._focus()
        if widget is None:
            return
        self.app.sendEvent(widget, QInputMethodEvent(self.chance.choice(("d", "de", "deng")), []))
        if self.chance.random() < 0.8:
            event = QInputMethodEvent()
            event.setCommitString(self.chance.choice(WORDS))
            target = self._focus()
            if target is not None:
                self.app.sendEvent(target, event)

    def resize(self, _top: QWidget) -> None:
        """Make the window another size."""
        self.window.resize(self.chance.choice(SIZES))

    def drop(self, top: QWidget) -> None:
        """Drop files somewhere."""
        widget, at = self._spot(top)
        while widget is not None and not widget.acceptDrops():
            at = widget.mapToParent(at)
            widget = widget.parentWidget()
        if widget is None:
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in self.chance.sample(self.files, 2)])
        entered = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, PLAIN)
        self.app.sendEvent(widget, entered)
        if entered.isAccepted():
            self.app.sendEvent(widget, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, LEFT, PLAIN))

    def paste(self, top: QWidget) -> None:
        """Paste a picture or words."""
        clipboard = QApplication.clipboard()
        if self.chance.random() < 0.5:
            image = QImage(64, 48, QImage.Format.Format_RGB32)
            image.fill(self.chance.randrange(1 << 24))
            clipboard.setImage(image)
        else:
            clipboard.setText(self.chance.choice(WORDS))
        QTest.keyClick(self._focus() or top, Qt.Key.Key_V, CONTROL)

    def go(self, _top: QWidget) -> None:
        """Go to another page, as its links do: an inspection's pages with an inspection."""
        if self.app.activePopupWidget() or self.app.activeModalWidget():
            return  # nobody gets past these
        place = self.chance.choice(PAGES)
        headers = self.window.tools.desk.headers()
        wants = place in {"audit", "gaps", "result", "brief", "retelling", "clearing", "agreement"}
        if wants and headers:
            self.window.show_page(place, self.chance.choice(headers).id)
        elif not wants:
            self.window.show_page(place)

    # What is looked at.

    def look(self) -> None:
        """Compare disk, memory and screen."""
        other = Desk(open_database(self.folder), self.folder)
        try:
            for name, page in self.window.pages.items():
                inspecting = getattr(page, "inspecting", None)
                if isinstance(inspecting, Inspecting):
                    self._compare(name, inspecting, other)
                if isinstance(page, AuditPage) and page.inspecting is not None and page.isVisible():
                    self._compare_card(page)
        finally:
            other.close()

    def _compare(self, name: str, ours: Inspecting, other: Desk) -> None:
        mine, theirs = ours.inspection, other.open(ours.inspection.id).inspection
        if name != self.window.place:
            return  # a page that was left shows itself anew when it is entered
        for what in ("answers", "facts", "head"):
            if getattr(mine, what) != getattr(theirs, what):
                self.faults.append(f"{name}: {what} in memory are not those on the disk")

    def _compare_card(self, page: AuditPage) -> None:
        if not page.commit():
            return  # the page says that it could not save, and keeps the words
        card = page.frame.section.card
        if card.item is None or card.isHidden() or page.inspecting is None:
            return
        answer = page.inspection.answer(card.item.id)
        shown = [verdict for verdict, button in card.verdicts.buttons.items() if button.isChecked()]
        recorded = [answer.verdict] if answer.verdict in card.verdicts.buttons else []
        if shown != recorded:
            self.faults.append(f"{card.item.id}: shows {shown}, recorded {recorded}")
        if not card.note.isHidden() and card.note.field.text() != answer.note:
            self.faults.append(f"{card.item.id}: shows {card.note.field.text()!r}, recorded {answer.note!r}")

    def note_fault(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Take down what nobody caught."""
        if isinstance(fault, InspectorError):
            return  # told as a sentence
        steps = traceback.extract_tb(trace)
        places = " < ".join(f"{Path(step.filename).name}:{step.lineno}" for step in reversed(steps[-5:]))
        self.faults.append(f"{kind.__name__}: {fault} at {places}")


class Answers:
    """What the system's own dialogs answer: a file, a folder, or nothing."""

    def __init__(self, chance: random.Random, files: list[Path], out: Path) -> None:
        self.chance, self.files, self.out = chance, files, out

    def _now_and_then(self, share: float, path: Path) -> str:
        return str(path) if self.chance.random() < share else ""

    def save(self, *_args: Any, **_more: Any) -> tuple[str, str]:
        return self._now_and_then(0.3, self.out / f"{self.chance.randrange(10)}.out"), ""

    def one(self, *_args: Any, **_more: Any) -> tuple[str, str]:
        return self._now_and_then(0.7, self.chance.choice(self.files)), ""

    def several(self, *_args: Any, **_more: Any) -> tuple[list[str], str]:
        return [str(path) for path in self.chance.sample(self.files, 2)], ""

    def folder(self, *_args: Any, **_more: Any) -> str:
        return self._now_and_then(0.2, self.out)

    def pick(self, dialog: QFileDialog) -> None:
        dialog.filesSelected.emit([str(path) for path in self.chance.sample(self.files, 2) if path.is_file()])
        dialog.finished.emit(1)


def keep_to_the_house(monkeypatch: pytest.MonkeyPatch, answers: Answers) -> None:
    """Answer the system's own dialogs, and open nothing with other programs."""
    for name, act in (
        ("getSaveFileName", answers.save), ("getOpenFileName", answers.one), ("getOpenFileNames", answers.several),
        ("getExistingDirectory", answers.folder), ("open", lambda dialog: answers.pick(dialog)),  # noqa: PLW0108 - a function, to be bound
    ):  # fmt: skip
        monkeypatch.setattr(QFileDialog, name, act)
    monkeypatch.setattr(outside, "open_with_system", lambda _path: [])
    monkeypatch.setattr(MainWindow, "show_example", lambda _window: None)


def memory() -> float:
    """Return the megabytes of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def settle(app: QApplication) -> None:
    """Let everything happen that waits, and be gone what is to be deleted, as the program's own loop does."""
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
