"""The window itself: a clock, a key for each moment, and three ways on; it looks like nothing in particular."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from inspector.actions.visiting import Visiting
from inspector.errors import InspectorError
from inspector.inspection.mark_names import mark_name
from inspector.inspection.visit import Mark, between, jumps
from inspector.ui import faults
from inspector.ui.stopwatch.drift import Drift, set_words
from inspector.ui.stopwatch.ending import KNOWN, Ending
from inspector.ui.stopwatch.face import Face
from inspector.ui.stopwatch.mark_key import MarkKey
from inspector.ui.stopwatch.order import by_digit, letters, next_mark
from inspector.ui.stopwatch.plain_button import PlainButton
from inspector.ui.theme import theme
from inspector.ui.widgets.announcing import announce
from inspector.ui.widgets.input_method import GROUND
from inspector.ui.widgets.painted import Pressable, Words
from inspector.wording import _, clock, lasting

WIDTH, MARGIN, GAP, COLUMNS, MOST_HIGH_ROWS = 408, 20, 8, 3, 3
TICK = 200
FOREIGN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

T = TypeVar("T")


class StopwatchWindow(QWidget):
    """Takes the moments of one visit: each is on the disk before its key shows the tick.

    Space takes the next one, a digit its own, Z the last one back. Signal `closed()` when it goes;
    that is always safe.
    """

    closed = Signal()

    def __init__(self, visiting: Visiting) -> None:
        super().__init__()
        self.visiting = visiting
        self.marks = visiting.scenario.marks
        self.letter = ""
        self.setWindowTitle(_("计时"))
        self.setProperty(GROUND, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.face, self.news = Face(), Words("", "caption", "muted", wrap=True)
        low = len(self.marks) > COLUMNS * MOST_HIGH_ROWS
        self.keys = {key: MarkKey(key, low=low) for key in self.marks}
        self.back_button = PlainButton(_("撤回上一个"), "chevron-left", "Z")
        self.later_button = PlainButton(_("稍后按小票补"), "pencil")
        self.end_button, self.ending = PlainButton(_("中止")), Ending()
        self._connect()
        self._lay_out()
        self._drift = Drift(visiting.inspecting.clock(), visiting.steady())
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.look)
        self._show_marks()
        self._show_past()
        self.look()

    def _connect(self) -> None:
        for key, button in self.keys.items():
            button.pressed.connect(lambda key=key: self.take(key))  # the moment is when the finger comes down
        self.back_button.clicked.connect(self.take_back)
        self.later_button.clicked.connect(self.close)
        self.end_button.clicked.connect(self._ask_or_resume)
        self.ending.confirmed.connect(self._end)
        self.ending.declined.connect(lambda: self._show_ending(asking=False))
        buttons: list[Pressable] = [*self.keys.values(), self.back_button, self.later_button, self.end_button]
        for each in buttons:
            each.installEventFilter(self)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        inner = max(theme.px(WIDTH), WIDTH) - 2 * MARGIN
        self.face.setFixedWidth(inner)
        self.news.setFixedWidth(inner)
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for place, button in enumerate(self.keys.values()):
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        for column in range(COLUMNS):
            grid.setColumnMinimumWidth(column, (inner - 2 * GAP) // COLUMNS)
            grid.setColumnStretch(column, 1)
        self.foot = QWidget()
        foot, row = QVBoxLayout(self.foot), QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(12)
        row.setSpacing(GAP)
        row.addWidget(self.back_button)
        row.addWidget(self.later_button)
        foot.addLayout(row)
        foot.addWidget(self.end_button)
        self.ending.hide()
        whole.addWidget(self.face)
        whole.addWidget(self.news)
        whole.addSpacing(18)
        whole.addLayout(grid)
        whole.addSpacing(20)
        whole.addWidget(self.foot)
        whole.addWidget(self.ending)

    # Taking moments.

    def take(self, key: str) -> None:
        """Take a moment now; what is not on the disk shows no tick."""
        self.letter = ""
        if self._attempt(lambda: self.visiting.press(key)):
            self._show_marks()
            announce(self.keys[key])

    def take_next(self) -> None:
        """Take the moment that comes next."""
        if upcoming := self._upcoming():
            self.take(upcoming)

    def take_back(self) -> None:
        """Take the last moment back."""
        self._attempt(self.visiting.take_back)
        self._show_marks()

    def _attempt(self, act: Callable[[], T]) -> T | None:
        try:
            done = act()
        except InspectorError as trouble:
            self.face.show_saved(_("没有存上"), trouble=True)
            self._tell(str(trouble))
            return None
        if saved := self.visiting.inspecting.saved_at:
            self.face.show_saved(_("已保存 {time}").format(time=clock(saved)))
        return done

    def _upcoming(self) -> str:
        return next_mark(self.marks, {mark.key for mark in self.visiting.visit.counting})

    # Breaking off.

    def _ask_or_resume(self) -> None:
        if self.visiting.visit.exposed:
            self._attempt(lambda: self.visiting.expose(""))
            self._tell("")
            self._show_marks()
        else:
            self._show_ending(asking=True)

    def _show_ending(self, *, asking: bool) -> None:
        self.foot.setVisible(not asking)
        if asking:
            self.ending.ask()
        else:
            self.ending.hide()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, kind: str, reason: str) -> None:
        def write() -> bool:
            if kind == KNOWN:
                self.visiting.expose(reason)
            else:
                self.visiting.follow(False, _("中途中止：{reason}").format(reason=reason))
            return True

        if self._attempt(write):
            self.close()

    # Showing.

    def _show_marks(self) -> None:
        visit, upcoming = self.visiting.visit, self._upcoming()
        for key, button in self.keys.items():
            button.show_mark(visit.mark(key), comes_next=key == upcoming)
        self.back_button.setEnabled(bool(visit.marks))
        self.end_button.show_text(_("撤回中止") if visit.exposed else _("中止"))
        self.look()

    def _show_past(self) -> None:
        visit = self.visiting.visit
        if visit.marks and not visit.marks[-1].typed:
            self.face.show_saved(_("已保存 {time}").format(time=clock(visit.marks[-1].at)))
        if visit.exposed:
            self._tell(_("已中止：{why}").format(why=visit.exposed))
            return
        told = [f"{clock(second.at)} {set_words(jump)}" for _first, second, jump in jumps(visit.marks)]
        self._tell(told[-1] if told else "")

    def look(self) -> None:
        """Look at both clocks and show the time; tell quietly when the clock was set or the machine slept."""
        wall, steady = self.visiting.inspecting.clock(), self.visiting.steady()
        if news := self._drift.look(wall, steady):
            self._tell(news)
        self.face.show_time(clock(wall), self._since(Mark("", wall, steady.ms, steady.boot)))

    def _since(self, now: Mark) -> str:
        taken = [mark for mark in self.visiting.visit.counting if mark.key in self.keys]
        if not taken:
            return _("按空格开始")
        done = not self._upcoming()
        took = between(taken[0], taken[-1] if done else now).took
        if took is None:
            return ""
        if done:
            return _("都记下了，共 {span}").format(span=lasting(took))
        return _("自{moment} {span}").format(moment=mark_name(taken[0].key), span=lasting(took))

    def _tell(self, sentence: str) -> None:
        self.news.show_text(sentence)
        self.news.setVisible(bool(sentence))

    # Keys, and coming and going.

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the window's keys before the button in focus sees them: the space bar is always the next moment."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return faults.guarded(lambda: self.key(event), otherwise=True)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key that no field took."""
        if not faults.guarded(lambda: self.key(event), otherwise=True):
            super().keyPressEvent(event)

    def key(self, event: QKeyEvent) -> bool:
        """Act on a key; return whether it meant something. A key held down counts once."""
        if event.modifiers() & FOREIGN:
            return False
        act = self._meaning(event.key()) if self.ending.isHidden() else self._way_back(event.key())
        if act and not event.isAutoRepeat():
            act()
        return act is not None

    def _meaning(self, key: int) -> Callable[[], None] | None:
        if key == Qt.Key.Key_Space:
            return self.take_next
        if key == Qt.Key.Key_Z:
            return self.take_back
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            meant = by_digit(self.marks, chr(key), self.letter or self._letter())
            return (lambda: self.take(meant)) if meant else None
        if Qt.Key.Key_A <= key <= Qt.Key.Key_Y and chr(key) in letters(self.marks):
            return lambda: self._choose_letter(chr(key))
        return None

    def _way_back(self, key: int) -> Callable[[], None] | None:
        return (lambda: self._show_ending(asking=False)) if key == Qt.Key.Key_Escape else None

    def _letter(self) -> str:
        return (self._upcoming() or "".join(self.marks[-1:]))[:1]

    def _choose_letter(self, letter: str) -> None:
        self.letter = letter

    def showEvent(self, event: QShowEvent) -> None:
        """Start the clock, and listen to the keys."""
        super().showEvent(event)
        self._timer.start()
        if not event.spontaneous():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Turn the moments into measured times where that works; they are all on the disk already."""
        self._timer.stop()
        faults.guarded(lambda: self._attempt(self.visiting.leave), otherwise=None)
        self.closed.emit()
        super().closeEvent(event)
