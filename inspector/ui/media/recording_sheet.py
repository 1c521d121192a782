"""A recording by the microphone of this computer: seen while it runs, kept however it ends."""

from array import array
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.media.devices import Microphone
from inspector.ui.media.tape import WIDTH, Tape
from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import DANGER, PRIMARY, ActionButton
from inspector.ui.widgets.painted import FIXED, PREFERRED, Words
from inspector.ui.widgets.painting import box, start
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _, lasting

WIDE, LOUDEST = 440, 32768
LONGEST = 25 * 60  # seconds, below what one document may weigh


class Level(QWidget):
    """How loud it is, from nothing to as loud as can be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = 0.0
        self.setSizePolicy(PREFERRED, FIXED)
        self.setAccessibleName(_("音量"))

    def show_level(self, share: float) -> None:
        """Show how loud it is now."""
        self.share = share
        self.update()

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(200, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, filled as far as it is loud."""
        painter = QPainter(self)
        start(painter)
        whole = QRectF(0, 2, self.width(), 8)
        box(painter, whole, 4, theme.colour("sunken"))
        if self.share > 0:
            whole.setWidth(max(whole.width() * min(self.share, 1.0), 8))
            box(painter, whole, 4, theme.colour("accent"))


class RecordingSheet(Sheet):
    """Signal `recorded(bytes)` with a WAV file when it ends in any way but by 不要; gone for good then."""

    recorded = Signal(bytes)

    def __init__(self, host: QWidget, title: str, tape: Tape, source: Callable[[], Microphone] = Microphone) -> None:
        super().__init__(host, _("录音"), WIDE)
        self.tape, self.microphone, self.ended = tape, source(), False
        self.time, self.level = Words(lasting(timedelta()), "page"), Level()
        self.told = Words(_("正在录音，请先告知在场的人。"), "second", "muted", wrap=True)
        self.stop_button = ActionButton(_("停止并存入"), PRIMARY, "stop", height=48)
        self.drop_button = ActionButton(_("不要"), DANGER, "trash")
        self.stop_button.clicked.connect(self.put_away)
        self.drop_button.clicked.connect(self._drop)
        self.microphone.heard.connect(self._hear)
        self.microphone.failed.connect(self._fail)
        for each in (Words(title, "strong", wrap=True), self.time, self.level, self.told):
            self.body.addWidget(each)
        for button in (self.stop_button, self.drop_button):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.closed.connect(self._end)

    def open_sheet(self) -> None:
        """Open, and listen."""
        super().open_sheet()
        self.microphone.start()

    def _hear(self, samples: bytes) -> None:
        if self.ended:
            return
        self.tape.write(samples)
        self.time.show_text(lasting(timedelta(seconds=int(self.tape.seconds))))
        heard = array("h", samples[: len(samples) // WIDTH * WIDTH])
        self.level.show_level(max(map(abs, heard), default=0) / LOUDEST)
        if self.tape.seconds >= LONGEST:
            self.put_away()

    def _fail(self, sentence: str) -> None:
        self.told.show_text(sentence)
        self.told.show_tone("bad")

    def _drop(self) -> None:
        self.ended = True
        self.microphone.stop()
        self.tape.discard()
        self.close_sheet()
        self.deleteLater()

    def _end(self) -> None:
        if self.ended:
            return
        self.microphone.stop()
        self.ended = True
        if self.tape.seconds:
            self.recorded.emit(self.tape.finish())  # whoever keeps it discards the tape
        else:
            self.tape.discard()
        self.deleteLater()
