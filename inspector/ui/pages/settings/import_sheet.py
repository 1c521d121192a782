"""What a list would bring in, before anything is written."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inspector.exchange.lists import Imported
from inspector.inspection.hall import Hall, Inspector
from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.settings.lines import Lines
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _

WIDE = 560
T = TypeVar("T", Hall, Inspector)


class ImportSheet(Sheet, Generic[T]):
    """How many records can come in and what is wrong with the others; signal `accepted()` by the button."""

    accepted = Signal()

    def __init__(self, host: QWidget, noun: str) -> None:
        super().__init__(host, _("导入{noun}").format(noun=noun), WIDE)
        self.noun = noun
        self.records: Sequence[T] = ()
        self.file = IconLine("document", "muted")
        self.good = IconLine("check-circle").strong()
        self.names = Words("", "second", "muted", wrap=True)
        self.bad = IconLine("warning").strong()
        self.advice = Words(_("有错误的行不会导入；在原表改好后可以再导入一次。"), "second", "muted", wrap=True)
        self.mistakes = Lines(_("名单里的错误"))
        self.mistakes.setMinimumHeight(280)
        for widget in (self.file, self.good, self.names, self.bad, self.mistakes, self.advice):
            self.body.addWidget(widget, 1 if widget is self.mistakes else 0)
        self.take_button = ActionButton("", PRIMARY, "download")
        self.take_button.clicked.connect(self.accepted)
        self.cancel_button = ActionButton(_("取消"))
        self.cancel_button.clicked.connect(self.close_sheet)
        self.foot.addWidget(self.take_button)
        self.foot.addWidget(self.cancel_button)
        self.foot.addStretch(1)

    def show_found(self, name: str, found: Imported[T], known: set[str]) -> None:
        """Show what a file of a name held; `known` are the codes on the list already."""
        self.records = found.rows
        count = len(found.rows)
        old = sum(record.code in known for record in found.rows)
        self.file.show_line(name)
        if count:
            words = _("{n} 个可导入：新增 {new} 个，更新 {old} 个").format(n=count, new=count - old, old=old)
        else:
            words = _("没有可导入的{noun}").format(noun=self.noun)
        self.good.show_line(words, icon_tone="good" if count else "muted", icon="check-circle" if count else "info")
        self.names.show_text(_named([record.name for record in found.rows]))
        self.names.setVisible(bool(count))
        for widget in (self.bad, self.mistakes, self.advice):
            widget.setVisible(bool(found.mistakes))
        self.bad.show_line(_("{n} 处错误").format(n=len(found.mistakes)), icon_tone="bad")
        self.mistakes.show_lines(found.mistakes)
        self.take_button.show_text(_("导入 {n} 个").format(n=count))
        self.take_button.setEnabled(bool(count))

    def open_sheet(self) -> None:
        """Open with the focus on what a person most likely presses."""
        super().open_sheet()
        button = self.take_button if self.records else self.cancel_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)


def _named(names: list[str]) -> str:
    shown = "、".join(names[:8])
    return _("{names} 等").format(names=shown) if len(names) > 8 else shown  # noqa: PLR2004 - two lines of names
