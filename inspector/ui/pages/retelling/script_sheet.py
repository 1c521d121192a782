"""The script beside what was done: followed or not and in what, no interest in the hall, identity kept or exposed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector.form.scenario import Scenario, Step
from inspector.inspection.inspection import Inspection
from inspector.inspection.visit import Visit
from inspector.ui.pages.audit.choice_editor import OptionRow
from inspector.ui.theme import theme
from inspector.ui.widgets.buttons import DANGER, ActionButton
from inspector.ui.widgets.card import Hairline, Inset
from inspector.ui.widgets.choice import CheckMark
from inspector.ui.widgets.note_field import NoteField
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _, clock

WIDE, KEY, TIME = 560, 34, 76
YES, NO = "yes", "no"


class ScriptSheet(Sheet):
    """Signals `followed(bool or None, deviations)`, `declared(bool)`, `exposed(how)`; an empty text takes that back."""

    followed = Signal(object, str)
    declared = Signal(bool)
    exposed = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("脚本"), WIDE, scrolls=True)
        self._followed: bool | None = None
        self._told = ("", "")
        self._steps = QGridLayout()
        self._steps.setHorizontalSpacing(8)
        self._steps.setVerticalSpacing(8)
        self._steps.setColumnStretch(1, 1)
        question = _("照脚本做了吗")
        self.choice = OptionRow(question, [(YES, _("照脚本做"), "conform"), (NO, _("有偏离"), "partly")])
        self.choice.picked.connect(self._pick)
        self.deviations = NoteField(_("哪里不同"), _("哪一步不同、为什么；写明了就不影响有效性"))
        self.deviations.edited.connect(lambda text: self.followed.emit(self._followed, text))
        self.deviations.finished.connect(lambda text: self.followed.emit(self._followed, text))
        self.conflict = CheckMark(_("与本厅无隶属、亲属及利益关系"))
        self.conflict.ticked.connect(self.declared)
        self.how = NoteField(_("怎样暴露的"), _("被谁认出、从哪句话看出来的；不写姓名"))
        self.expose_button = ActionButton(_("记为身份暴露"), DANGER, "eye")
        self.expose_button.clicked.connect(self._expose)
        self.keep_button = ActionButton(_("收回，没有暴露"))
        self.keep_button.clicked.connect(lambda: self.exposed.emit(""))
        self._lay_out()
        self.closed.connect(self.commit_pending)

    def _lay_out(self) -> None:
        self.body.addLayout(self._steps)
        self.body.addWidget(Hairline())
        for widget in (Words(_("照脚本做了吗"), "card"), self.choice, self.deviations):
            self.body.addWidget(widget)
        self.body.addWidget(Hairline())
        self.body.addWidget(Words(_("利害关系"), "card"))
        self.body.addWidget(self.conflict)
        self.body.addWidget(Hairline())
        self.body.addWidget(Words(_("身份"), "card"))
        meaning = _("被认出或自己说破的，本次暗访无效；照样补完封存，写明经过。")
        self._box = Inset()
        column = QVBoxLayout()
        for each in (Words(meaning, "second", "muted", wrap=True), self.how, self.expose_button, self.keep_button):
            column.addWidget(each)
        self._box.body.addLayout(column)
        self.body.addWidget(self._box)

    def show_visit(self, inspection: Inspection, scenario: Scenario, visit: Visit) -> None:
        """Show the script and what was said of it."""
        self._show_steps(inspection, scenario, visit)
        open_ = not inspection.finished
        self._followed = visit.followed
        self.choice.show_key({True: YES, False: NO, None: ""}[visit.followed])
        self.deviations.show_text(visit.deviations)
        self.deviations.setVisible(visit.followed is False)
        self.conflict.show_ticked(inspection.head.no_conflict)
        if self._told != (inspection.id, visit.exposed):  # what is half typed stays until it is noted
            self._told = (inspection.id, visit.exposed)
            self.how.show_text(visit.exposed)
        self._box.show_tone("bad" if visit.exposed else "")
        self.expose_button.setVisible(not visit.exposed and open_)
        self.keep_button.setVisible(bool(visit.exposed) and open_)
        for widget in (self.choice, self.deviations, self.conflict, self.how):
            widget.setEnabled(open_)

    def _show_steps(self, inspection: Inspection, scenario: Scenario, visit: Visit) -> None:
        while (held := self._steps.takeAt(0)) is not None:
            if old := held.widget():
                old.hide()
                old.deleteLater()
        steps = [step for step in scenario.script if step.when is None or step.when.holds(inspection) is not False]
        for row, step in enumerate(steps):
            key = Words(step.at, "code", "accent")
            key.setFixedWidth(theme.px(KEY))
            self._steps.addWidget(key, row, 0)
            self._steps.addWidget(Words(str(step.do), "second", wrap=True), row, 1)
            when = Words(_taken(step, visit), "second", "muted")
            when.setFixedWidth(theme.px(TIME))
            self._steps.addWidget(when, row, 2)

    def commit_pending(self) -> None:
        """Tell at once what was typed, half-typed words included."""
        self.deviations.commit_pending()

    def _pick(self, key: str) -> None:
        self.deviations.commit_pending()
        self.followed.emit({YES: True, NO: False}.get(key), self.deviations.text())

    def _expose(self) -> None:
        self.how.commit_pending()
        if self.how.text().strip():
            self.exposed.emit(self.how.text())
        else:
            self.how.setFocus(Qt.FocusReason.OtherFocusReason)


def _taken(step: Step, visit: Visit) -> str:
    mark = visit.mark(step.at) if step.at else None
    return clock(mark.at) if mark else ""
