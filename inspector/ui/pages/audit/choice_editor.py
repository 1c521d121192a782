"""Parts answered by a word: 符合 or 不符合, one of some choices, or free text."""

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inspector.form.form import Part, PartKind
from inspector.inspection.answer import Sample
from inspector.ui.icons import draw_icon
from inspector.ui.pages.audit.part_editors import PartEditor, Samples
from inspector.ui.theme import BOLD, MEDIUM, theme
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.painted import FIXED, TARGET, Pressable, Words
from inspector.ui.widgets.painting import box, start, words
from inspector.wording import _

PADDING, ICON, GAP = 12, 16, 6
LOOKS = {"conform": ("good", "check"), "partly": ("warn", "minus"), "fail": ("bad", "cross")}
PAUSE = 300


class Option(Pressable):
    """One way to answer; chosen it shows its tone, pressed again it is cleared."""

    def __init__(self, key: str, text: str, verdict: str | None = None) -> None:
        self.key = key
        self._tone, self._icon = LOOKS.get(verdict or "", ("accent", ""))
        super().__init__(text)
        self.setCheckable(True)
        self.setSizePolicy(FIXED, FIXED)

    def nextCheckState(self) -> None:
        """Stay as shown: only the record decides what is chosen."""

    def sizeHint(self) -> QSize:
        """Room for icon and word."""
        icon = ICON + GAP if self._icon else 0
        return QSize(round(2 * PADDING + icon + theme.advance(self.words, 14, BOLD) + 1), theme.px(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon and word."""
        painter = QPainter(self)
        start(painter)
        rect, on = QRectF(self.rect()), self.isChecked()
        if on:
            box(painter, rect, 8, theme.tint(self._tone), theme.colour(self._tone), 2)
        else:
            ground = theme.tint(self._tone) if self.hovered else theme.colour("surface")
            box(painter, rect, 8, ground, theme.colour("edge"))
        left, middle = float(PADDING), rect.center().y()
        if self._icon:
            draw_icon(painter, self._icon, self._tone, left, middle - ICON / 2, ICON)
            left += ICON + GAP
        area = QRectF(left, 0, rect.right() - 6 - left, rect.height())
        words(painter, area, self.words, theme.colour("text"), 14, BOLD if on else MEDIUM)


class OptionRow(FlowRow):
    """Options of which one or none is chosen; signal `picked(key)`, with "" when it was cleared."""

    picked = Signal(str)

    def __init__(self, name: str, options: list[tuple[str, str, str | None]], gap: int = 8) -> None:
        super().__init__(gap)
        self.setAccessibleName(name)
        self.options = [Option(*option) for option in options]
        for option in self.options:
            option.setAccessibleName(f"{name}，{option.words}")
            option.clicked.connect(lambda _checked=False, option=option: self._press(option))
        self.show_widgets(self.options)

    def show_key(self, key: str) -> None:
        """Show which option is chosen."""
        for option in self.options:
            option.setChecked(option.key == key)

    def _press(self, option: Option) -> None:
        self.picked.emit("" if option.isChecked() else option.key)


def _options(part: Part) -> list[tuple[str, str, str | None]]:
    if part.kind is PartKind.CHOICE:
        return [(choice.key, str(choice.label), choice.verdict) for choice in part.choices]
    every: list[tuple[str, str, str | None]] = [
        ("conform", _("符合"), "conform"),
        ("partly", _("部分"), "partly"),
        ("fail", _("不符合"), "fail"),
    ]
    return every if part.kind is PartKind.CONFORM3 else [every[0], every[2]]


class ChoiceEditor(PartEditor):
    """Segments: beside the name for 符合 and 不符合, below it for choices with words of their own."""

    def __init__(self, part: Part, name: str) -> None:
        super().__init__(part, name)
        self.row = OptionRow(self.name, _options(part))
        self.row.picked.connect(self._pick)
        if part.kind is PartKind.CHOICE:
            column = QVBoxLayout(self)
            column.setSpacing(4)
            column.addWidget(Words(self.caption(), "caption"))
            column.addWidget(self.row)
        else:
            line = QHBoxLayout(self)
            line.setSpacing(12)
            line.addWidget(Words(self.caption(), "body", wrap=True), 1)
            self.row.setFixedWidth(self.row.sizeHint().width())
            line.addWidget(self.row)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)

    def show_samples(self, samples: Samples) -> None:
        """Show what was chosen."""
        self.row.show_key(samples[0].text if samples else "")

    def _pick(self, key: str) -> None:
        self.measured.emit(self.part.key, (Sample(text=key),) if key else ())


class TextEditor(PartEditor):
    """A line of free text, such as a document's number."""

    def __init__(self, part: Part, name: str) -> None:
        super().__init__(part, name)
        self.field = Field(self.caption(), caption=True)
        self.field.edit.setAcceptDrops(False)
        self._samples: Samples = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._settle)
        self.field.edited.connect(lambda _text: self._timer.start())
        self.field.finished.connect(lambda _text: self._settle())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)

    def show_samples(self, samples: Samples) -> None:
        """Show the text, unless a hand is still at it."""
        self._samples = samples
        if not self._timer.isActive():
            self.field.show_text(samples[0].text if samples else "")

    def commit_pending(self) -> None:
        """Tell at once what was typed, half-typed words included."""
        self.field.commit_pending()
        self._settle()

    def _settle(self) -> None:
        self._timer.stop()
        text = self.field.text()
        if text != (self._samples[0].text if self._samples else ""):
            self.measured.emit(self.part.key, (Sample(text=text),) if text.strip() else ())


def needs_editor(parts: tuple[Part, ...]) -> bool:
    """Return whether an item's parts need editors: a lone 符合 or 不符合 is said by the verdict itself."""
    return not (len(parts) == 1 and parts[0].kind in {PartKind.CONFORM, PartKind.CONFORM3})
