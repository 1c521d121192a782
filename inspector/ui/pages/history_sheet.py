"""Every change of an item or of a whole inspection: what, when, by whom, and where the clock is in doubt."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from inspector.form.form import Form
from inspector.inspection.trail import Step
from inspector.ui.pages.audit.telling_changes import full_words
from inspector.ui.pages.row_list import Row, RowList
from inspector.ui.widgets.chips import NEUTRAL, Spec
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.segments import Segments, View
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _, clock, short_date

WIDE, TALL, ROWS, MOST = 680, 52, 9, 500
ITEM, ALL = "item", "all"


class HistorySheet(Sheet):
    """Shows the newest change first."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("修改记录"), WIDE)
        self.steps: Sequence[Step] = ()
        self.people: Mapping[str, str] = {}
        self.form: Form | None = None
        self.item = ""
        self.which = Segments(_("哪些修改"))
        self.which.picked.connect(lambda _key: self._show())
        self.list = RowList(_("修改记录"), tall=TALL)
        self.list.setMinimumHeight(self.list.height_for(ROWS))
        self.note = Words("", "second", "muted", wrap=True)
        for each in (self.which, self.list, self.note):
            self.body.addWidget(each)

    def show_history(self, steps: Sequence[Step], form: Form, item: str, people: Mapping[str, str]) -> None:
        """Show a history; `people` are names by code. Without an item the whole of it is shown."""
        self.steps, self.form, self.item, self.people = steps, form, item, people
        views = [View(ITEM, _("本项 {item}").format(item=item))] if item else []
        self.which.show_views([*views, View(ALL, _("全部检查项"))])
        self.which.show_current(ITEM if item else ALL)
        self._show()
        self.open_sheet()

    def _show(self) -> None:
        wanted = [
            step
            for step in reversed(self.steps)
            if self.which.current() == ALL or (step.made.change.kind, step.made.change.key) == ("answer", self.item)
        ]
        self.list.show_rows(self._row(step) for step in wanted[:MOST])
        doubts = sum(step.back or bool(step.jump_ms) for step in wanted)
        told = _("共 {n} 次修改。").format(n=len(wanted)) if wanted else _("没有修改过。")
        if doubts:
            told += _("其中 {n} 处时钟有疑：钟表与开机计时对不上。").format(n=doubts)
        if len(wanted) > MOST:
            told += _("只列最近 {n} 次。").format(n=MOST)
        self.note.show_text(told)

    def _row(self, step: Step) -> Row:
        change = step.made.change
        at = datetime.fromisoformat(change.at)
        who = self.people.get(step.made.by_code, step.made.by_code)
        second = " · ".join(part for part in (f"{short_date(at)} {clock(at)}", who) if part)
        words = full_words(change, self.form) if self.form else change.key
        return Row(str(change.seq), words, second, "history", chip=_chip(step))


def _chip(step: Step) -> Spec | None:
    if step.back:
        return _("时钟往回走"), "warn", "clock"
    if step.jump_ms:
        return _("时钟差 {n} 秒").format(n=f"{step.jump_ms / 1000:+.0f}"), "warn", "clock"
    if step.made.change.undoes:
        return _("撤销"), NEUTRAL, "undo"
    if step.made.change.redoes:
        return _("重做"), NEUTRAL, "redo"
    return (_("后来撤销"), NEUTRAL, "undo") if step.taken_back else None
