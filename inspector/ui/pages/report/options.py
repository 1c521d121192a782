"""The left column: what the report holds, who publishes it, what to know before it is made, and where it lies."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.report.profiles import FULL, PUBLIC, profile_words
from inspector.ui.widgets.buttons import PRIMARY, QUIET, ActionButton, LinkButton
from inspector.ui.widgets.card import Card, Hairline, Inset, ScrollPage
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.fields import Field
from inspector.ui.widgets.painted import Words
from inspector.wording import _

WIDTH = 360
MOST_SHOWN = 24


def chapters() -> list[tuple[str, str]]:
    """Return the chapters of the full report and what stands in each."""
    return [
        (_("封面"), _("星级、得分、结论一句话")),
        (_("1 摘要"), _("理念、专题、问题一览")),
        (_("2 星级怎样得来"), _("从满分到总分的每一步")),
        (_("3 专题得分"), _("逐项失分")),
        (_("4 暗访过程"), _("用时与时限对照")),
        (_("5 检查表"), _("每一项的结论、实测与说明")),
        (_("6 问题与整改"), _("照片、期限、依据；立查立改")),
        (_("7 与上次比较"), _("改善、变差与重复问题")),
        (_("8 附录"), _("佐证清单、方法、核验")),
    ]


def named(char: str) -> str:
    """Write a character with its number."""
    return f"{char} U+{ord(char):04X}" if char.isprintable() else f"U+{ord(char):04X}"


class Options(Card):
    """Signals `made()`, `saved_elsewhere()`, `opened()`, `folder_opened()`, `renamed(str)` for the organisation,
    `clearing_wanted()` to look at photos that would not be printed, and `chosen(profile)`.
    """

    made = Signal()
    saved_elsewhere = Signal()
    opened = Signal()
    folder_opened = Signal()
    renamed = Signal(str)
    clearing_wanted = Signal()
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self.setAccessibleName(_("报告选项"))
        self.setFixedWidth(WIDTH)
        self.organisation = Field(_("编制单位"), _("印在封面，可留空"), caption=True)
        self.organisation.finished.connect(self.renamed)
        self.profile = Choice(_("哪种报告"))
        self.profile.show_options([(key, name) for key, (name, _about) in profile_words().items()])
        self.profile.picked.connect(self._pick)
        self._about, self._contents = Words("", "second", "muted", wrap=True), QWidget()
        self.draft_note, self.missing_note, self.uncleared_note = Inset("warn"), Inset("warn"), Inset("warn")
        self._draft_words = Words(_("还没有封存，报告里的星级都标“暂估”。"), "second", wrap=True)
        self.draft_note.body.addWidget(self._draft_words)
        self._missing = Words("", "second", wrap=True)
        self.missing_note.body.addWidget(self._missing)
        self._uncleared = Words("", "second", wrap=True)
        self.clear_link = LinkButton(_("去核对照片"))
        self.clear_link.clicked.connect(self.clearing_wanted)
        self.uncleared_note.body.setSpacing(0)
        self.uncleared_note.body.setContentsMargins(12, 8, 12, 0)
        self.uncleared_note.body.addWidget(self._uncleared)
        self.uncleared_note.body.addWidget(self.clear_link)
        self.make_button = ActionButton(_("生成 PDF"), PRIMARY, "document-down", height=48).stretch()
        self.save_button = ActionButton(_("另存为…"), icon="download").stretch()
        self.open_button = ActionButton(_("打开"), QUIET, "document")
        self.folder_button = ActionButton(_("打开所在文件夹"), QUIET, "folder")
        self._file = Words("", "caption", "muted", wrap=True)
        for button, said in (
            (self.make_button, self.made),
            (self.save_button, self.saved_elsewhere),
            (self.open_button, self.opened),
            (self.folder_button, self.folder_opened),
        ):
            button.clicked.connect(said)
        self._lay_out()
        self.show_profile(FULL)
        self.show_file("")
        self.show_missing(())
        self.show_uncleared(0)

    def _lay_out(self) -> None:
        scroll = ScrollPage()
        scroll.body.setContentsMargins(20, 4, 20, 8)
        scroll.body.setSpacing(5)
        scroll.body.addWidget(self.profile)
        scroll.body.addWidget(self._about)
        scroll.body.addWidget(self.organisation)
        scroll.body.addSpacing(3)
        scroll.body.addWidget(Hairline())
        scroll.body.addWidget(self._chapters())
        scroll.body.addStretch(1)
        self.body.setContentsMargins(0, 12, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 12, 20, 16)
        foot.setSpacing(8)
        for note in (self.draft_note, self.uncleared_note, self.missing_note):
            foot.addWidget(note)
        foot.addWidget(self.make_button)
        foot.addWidget(self.save_button)
        foot.addWidget(self._file)
        both = QHBoxLayout()
        both.setSpacing(4)
        both.addWidget(self.open_button)
        both.addWidget(self.folder_button)
        both.addStretch(1)
        foot.addLayout(both)
        self.body.addWidget(Hairline())
        self.body.addLayout(foot)

    def _chapters(self) -> QWidget:
        column = QVBoxLayout(self._contents)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for title, what in chapters():
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Words(title, "code"))
            row.addStretch(1)
            row.addWidget(Words(what, "caption", "muted"))
            column.addLayout(row)
        return self._contents

    def _pick(self, profile: str) -> None:
        self.show_profile(profile)
        self.chosen.emit(profile)

    def show_profile(self, profile: str) -> None:
        """Show which kind of report is to be made, and what it holds."""
        self.profile.show_key(profile)
        self._about.show_text(profile_words()[profile][1])
        self._contents.setVisible(profile in {FULL, PUBLIC})

    def show_inspection(self, organisation: str, *, draft: bool) -> None:
        """Show the settings for an inspection's report."""
        self.organisation.show_text(organisation)
        self.draft_note.setVisible(draft)

    def show_missing(self, missing: Sequence[str]) -> None:
        """Show which characters no font has, and how they will print."""
        shown = "、".join(named(char) for char in missing[:MOST_SHOWN])
        more = _(" 等") if len(missing) > MOST_SHOWN else ""
        self._missing.show_text(
            _("字体里没有 {n} 个字符，报告里印作编号：{chars}").format(n=len(missing), chars=shown + more)
        )
        self.missing_note.setVisible(bool(missing))

    def show_uncleared(self, number: int) -> None:
        """Show how many photos of a covert visit nobody has cleared, so that they will not be printed."""
        self._uncleared.show_text(_("{n} 张照片还没有核对有无人脸、证件和票据，不会刊出。").format(n=number))
        self.uncleared_note.setVisible(number > 0)

    def show_file(self, told: str) -> None:
        """Say where the report lies and when it was made; nothing before there is one."""
        self._file.show_text(told)
        for each in (self._file, self.open_button, self.folder_button):
            each.setVisible(bool(told))
        self.make_button.show_text(_("重新生成 PDF") if told else _("生成 PDF"))
        self.make_button.update()

    def show_busy(self, busy: bool) -> None:
        """Show that a report is being made; one at a time."""
        self.make_button.setEnabled(not busy)
        self.save_button.setEnabled(not busy)
