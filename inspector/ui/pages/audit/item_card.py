"""The open item: everything a person needs to judge it, and everything that was recorded of it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from inspector.form.form import Item, PartKind
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection
from inspector.inspection.progress import missing_photo
from inspector.ui.pages.audit.card_blocks import NoteBlock, Outcome, ReasonBlock, Ticks
from inspector.ui.pages.audit.choice_editor import ChoiceEditor, TextEditor, needs_editor
from inspector.ui.pages.audit.number_editor import number_editor
from inspector.ui.pages.audit.one_line import OneLine
from inspector.ui.pages.audit.part_editors import PartEditor
from inspector.ui.pages.audit.phrasing import common_reasons, evidence_words, weight_words
from inspector.ui.pages.audit.ratio_editor import RatioEditor
from inspector.ui.pages.audit.stopwatches import Stopwatches
from inspector.ui.pages.audit.timer_editor import TimerEditor
from inspector.ui.widgets.buttons import PRIMARY, ActionButton, IconButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.chips import Chip, severity_spec
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.verdict_buttons import VerdictButtons
from inspector.ui.widgets.verdict_looks import verdict_spec, verdict_word
from inspector.wording import _

PADDING = 24
SMALL = {"minor", "info"}
PROBLEMS = {Verdict.FAIL, Verdict.PARTLY}
KEYBOARD = Qt.FocusReason.OtherFocusReason


class ItemCard(Card):
    """The one open card. It records nothing: every signal is a person's wish, and show_item shows what came of it."""

    judged = Signal(object)
    measured = Signal(str, object)
    noted = Signal(str)
    reasoned = Signal(str)
    reason_settled = Signal()
    ticked = Signal(str, bool)
    flagged = Signal(bool)
    mended = Signal(bool)
    followed = Signal(bool)
    photo_wanted = Signal()
    folder_wanted = Signal()
    history_wanted = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()

    def __init__(self, watches: Stopwatches) -> None:
        super().__init__(padding=PADDING)
        self.item: Item | None = None
        self.watches = watches
        self.editors: list[PartEditor] = []
        self._editors_of: tuple[str, str, str] | None = None
        self._note_open = False
        self.show_current(True)
        self._make_head()
        self.criterion = Words("", "body", "muted", wrap=True)
        self.parts = QVBoxLayout()
        self.parts.setSpacing(12)
        self.ticks = Ticks()
        self.verdicts = VerdictButtons()
        self.reason, self.note, self.outcome = ReasonBlock(), NoteBlock(), Outcome()
        self._make_foot()
        self._lay_out()
        self._join()

    def _make_head(self) -> None:
        self.code, self.title = Words("", "code", "accent"), OneLine("item")
        self.severity = Chip()
        self.meta = OneLine("second", "muted")
        self.flag, self._flagged = IconButton("flag", _("标为待回看")), False
        self.more = IconButton("dots", _("更多"))
        self.menu = QMenu(self)
        self.unchecked = QAction(_("未能检查…"), self.menu)
        self.clear = QAction(_("清除作答"), self.menu)
        self.folder = QAction(_("从文件夹添加照片…"), self.menu)
        self.history = QAction(_("修改记录…"), self.menu)
        self.menu.addActions([self.folder, self.unchecked, self.clear, self.history])

    def _make_foot(self) -> None:
        self.note_button = ActionButton(_("备注"), icon="pencil", key="N")
        self.photo_button = ActionButton(_("照片"), icon="camera", key="P")
        self.state = Chip()
        self.hint = OneLine("second", "muted")
        self.owed = Chip("", "warn", "warning")
        self.next = ActionButton(_("下一项"), PRIMARY, "arrow-right", "↓")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        named: tuple[QWidget, ...] = (self.code, self.title, self.severity, self.meta)
        for widget in named:
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.flag)
        head.addWidget(self.more)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        told: tuple[QWidget, ...] = (self.note_button, self.photo_button, self.state, self.owed)
        for widget in told:
            foot.addWidget(widget)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.next)
        self.body.setSpacing(12)
        margins = self.layout()
        if margins is not None:
            margins.setContentsMargins(PADDING, 10, 20, 14)
        self.body.addLayout(head)
        self.body.addWidget(self.criterion)
        self.body.addLayout(self.parts)
        blocks: tuple[QWidget, ...] = (self.ticks, self.verdicts, self.reason, self.note, self.outcome)
        for widget in blocks:
            self.body.addWidget(widget)
        self.body.addLayout(foot)

    def _join(self) -> None:
        self.verdicts.chosen.connect(self.judged)
        self.verdicts.cleared.connect(lambda: self.judged.emit(None))
        self.folder.triggered.connect(self.folder_wanted)
        self.unchecked.triggered.connect(lambda: self.judged.emit(Verdict.UNCHECKED))
        self.clear.triggered.connect(lambda: self.judged.emit(None))
        self.history.triggered.connect(self.history_wanted)
        self.more.clicked.connect(self._open_menu)
        self.flag.clicked.connect(lambda: self.flagged.emit(not self._flagged))
        self.ticks.ticked.connect(self.ticked)
        self.reason.given.connect(self.reasoned)
        self.reason.settled.connect(self.reason_settled)
        self.note.noted.connect(self.noted)
        self.outcome.mended.connect(self.mended)
        self.outcome.followed.connect(self.followed)
        self.note_button.clicked.connect(self.open_note)
        self.photo_button.clicked.connect(self.photo_wanted)
        self.next.clicked.connect(self.next_wanted)

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    # Showing.

    def show_item(self, item: Item, inspection: Inspection) -> None:
        """Show an item as it stands."""
        anew = self._editors_of != (inspection.id, inspection.form.digest, item.id)
        self._note_open = self._note_open and not anew
        self.item = item
        if anew:
            self._show_blank(item)
        self._show_flag(inspection.answer(item.id).flagged)
        self.severity.show_chip(*severity_spec(inspection.severity(item)))
        self._show_parts(item, inspection)
        answer, verdict = inspection.answer(item.id), inspection.verdict(item.id)
        facts = tuple((worse.tick, str(worse.label)) for worse in item.worse_if if worse.tick)
        self.ticks.show_ticks(facts, answer.ticks)
        self.verdicts.show_verdict(answer.verdict, inspection.implied(item.id))
        self._show_reason(item, inspection, anew=anew)
        note_shown = self._note_open or bool(answer.note) or verdict in PROBLEMS
        self.note.show_note(answer.note, anew=anew)
        self.note.setVisible(note_shown)
        self.note_button.setVisible(not note_shown)
        self.outcome.setVisible(verdict in PROBLEMS and inspection.severity(item) in SMALL)
        self.outcome.show_outcome(answer.mended, answer.follow_up)
        self._show_foot(item, inspection)

    def forget(self) -> None:
        """Let go of the item shown, and of whatever its record refused to take."""
        self.item, self._editors_of = None, None
        self._clear_parts()
        self.note.field.discard()
        self.reason.field.show_text("")

    def _show_blank(self, item: Item) -> None:
        """Show what no answer changes."""
        self.code.show_text(item.id)
        self.title.show_text(str(item.ask))
        words = [weight_words(item), evidence_words(item)]
        self.meta.show_text(" · ".join(word for word in words if word))
        self.criterion.show_text(str(item.criterion))
        self.setAccessibleName(f"{item.id} {item.ask}")
        self.verdicts.set_allowed(item.allows_partly)
        self.note.phrases.show_phrases(item.phrases)

    def _show_flag(self, flagged: bool) -> None:
        if flagged != self._flagged:
            self._flagged = flagged
            icon, tone = ("flag-filled", "accent") if flagged else ("flag", "muted")
            self.flag.show_icon(icon, _("取消待回看") if flagged else _("标为待回看"), tone)

    def _show_parts(self, item: Item, inspection: Inspection) -> None:
        wanted = (inspection.id, inspection.form.digest, item.id)
        if self._editors_of != wanted:
            self._editors_of = wanted
            self._build_parts(item, inspection)
        for editor in self.editors:
            editor.show_answer(inspection, item.id)

    def _clear_parts(self) -> None:
        for old in self.editors:
            self.parts.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.editors = []

    def _build_parts(self, item: Item, inspection: Inspection) -> None:
        self._clear_parts()
        before: QWidget = self.more
        for part in item.parts if needs_editor(item.parts) else ():
            name, key = str(item.ask), (inspection.id, item.id, part.key)
            if part.kind in {PartKind.NUMBER, PartKind.COUNT}:
                editor = number_editor(part, name)
            elif part.kind is PartKind.RATIO:
                editor = RatioEditor(part, name)
            elif part.kind is PartKind.TIMER:
                editor = TimerEditor(part, name, self.watches, key)
            else:
                editor = TextEditor(part, name) if part.kind is PartKind.TEXT else ChoiceEditor(part, name)
            editor.measured.connect(self.measured)
            self.parts.addWidget(editor)
            self.editors.append(editor)
            before = _after(before, editor)
        _after(before, self.ticks)

    def _show_reason(self, item: Item, inspection: Inspection, *, anew: bool) -> None:
        answer = inspection.answer(item.id)
        left_out = answer.verdict is not None and not answer.verdict.judged
        overruled = inspection.overruled(item.id)
        self.reason.setVisible(left_out or overruled)
        if left_out and answer.verdict:
            caption = _("{verdict}的理由").format(verdict=verdict_word(answer.verdict))
            self.reason.show_reason(caption, answer.reason, common_reasons(answer.verdict), anew=anew)
        elif overruled:
            measured = verdict_word(inspection.implied(item.id))
            caption = _("量值判为{verdict}，改判的理由").format(verdict=measured)
            self.reason.show_reason(caption, answer.reason, common_reasons(None), anew=anew)

    def _show_foot(self, item: Item, inspection: Inspection) -> None:
        answer = inspection.answer(item.id)
        count = len(answer.photos)
        self.photo_button.show_text(_("照片 {n}").format(n=count) if count else _("照片"))
        owes = missing_photo(inspection, item)
        self.owed.show_chip(_("还差 1 张照片，可稍后补") if owes else "", "warn", "warning")
        self.owed.setVisible(owes)
        unchecked = answer.verdict is Verdict.UNCHECKED
        self.state.setVisible(unchecked)
        if unchecked:
            self.state.show_chip(*verdict_spec(Verdict.UNCHECKED))
        implied = inspection.implied(item.id)
        inferred = implied is not None and answer.verdict is None
        hint = _("按量值自动判为{verdict}，可改判").format(verdict=verdict_word(implied)) if inferred else ""
        self.hint.show_text(hint)
        self.clear.setEnabled(answer.verdict is not None)

    # What keys do here.

    def open_note(self) -> None:
        """Open the note and go there."""
        self._note_open = True
        self.note.show()
        self.note_button.hide()
        self.note.field.setFocus(KEYBOARD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step on by the arrow keys that a field of one line has no use for, else they would scroll the page."""
        if event.key() == Qt.Key.Key_Down:
            self.next_wanted.emit()
        elif event.key() == Qt.Key.Key_Up:
            self.previous_wanted.emit()
        else:
            super().keyPressEvent(event)

    def timer(self) -> TimerEditor | None:
        """Return the stopwatch that T means: the running one, else the first without its times, else the first."""
        timers = [editor for editor in self.editors if isinstance(editor, TimerEditor)]
        running = [timer for timer in timers if timer.running]
        waiting = [timer for timer in timers if not timer.filled]
        return next(iter([*running, *waiting, *timers]), None)

    def focus_first(self) -> None:
        """Go to the first control of the card."""
        first: QWidget = next(iter(self.editors), self.verdicts)
        stops = [each for each in first.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        (stops or [self.verdicts.buttons[Verdict.CONFORM]])[0].setFocus(KEYBOARD)

    def commit_pending(self) -> None:
        """Tell at once what was typed anywhere in the card, half-typed words included."""
        for editor in self.editors:
            editor.commit_pending()
        self.reason.commit_pending()
        self.note.commit_pending()


def _after(before: QWidget, widget: QWidget) -> QWidget:
    """Put a widget's controls behind another's in the order of the Tab key; return the last one."""
    stops = [each for each in widget.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for stop in stops:
        QWidget.setTabOrder(before, stop)
        before = stop
    return before
