"""The filters of the list: view, kind, hall, and a search."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.ui.pages.telling import DISCARDED, DRAFT, FINISHED, Headed, kind_word
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.fields import SearchField
from inspector.ui.widgets.segments import Segments, View
from inspector.wording import _

EVERY = "every"


class Filters(QWidget):
    """What is to be shown; signal `changed()` when a person chose otherwise. 全部 leaves out the bin."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view = EVERY
        self.views = Segments(_("状态"))
        self.views.picked.connect(self._pick_view)
        self.kind = Choice(_("种类"))
        self.hall = Choice(_("营业厅"))
        self.search = SearchField(_("搜索检查"), _("厅名、编号或拼音首字母"))
        for choice in (self.kind, self.hall):
            choice.picked.connect(lambda _key: self.changed.emit())
        self.hall.setMaximumWidth(240)
        self.kind.setMinimumWidth(132)
        self.search.setMaximumWidth(280)
        self.search.textEdited.connect(lambda _text: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.views)
        row.addStretch(1)
        row.addWidget(self.kind)
        row.addWidget(self.hall)
        row.addWidget(self.search, 2)

    def show_view(self, view: str) -> None:
        """Show which view is chosen."""
        self._view = view
        self.views.show_current(view)

    def show_choices(self, headers: Sequence[Headed]) -> None:
        """Show the counts of the views, and the kinds and halls there are."""
        counts = dict.fromkeys((DRAFT, FINISHED, DISCARDED), 0)
        for header in headers:
            counts[header.status] += 1
        self.views.show_views(
            (
                View(EVERY, _("全部"), counts[DRAFT] + counts[FINISHED]),
                View(DRAFT, _("草稿"), counts[DRAFT]),
                View(FINISHED, _("已完成"), counts[FINISHED]),
                View(DISCARDED, _("回收站"), counts[DISCARDED]),
            )
        )
        self.views.show_current(self._view)
        kinds = sorted({header.kind for header in headers})
        self.kind.show_options([("", _("全部种类")), *((kind, kind_word(kind)) for kind in kinds)])
        names = {header.hall: header.hall_name for header in reversed(headers)}
        self.hall.show_options([("", _("全部营业厅")), *sorted(names.items(), key=lambda pair: pair[1])])
        for choice in (self.kind, self.hall):
            choice.show_key(choice.key())

    def clear(self) -> None:
        """Filter nothing any more."""
        self.show_view(EVERY)
        self.kind.show_key("")
        self.hall.show_key("")
        self.search.clear()
        self.changed.emit()

    def text(self) -> str:
        """Return what is searched for."""
        return self.search.text()

    def nothing_words(self) -> tuple[str, str]:
        """Say what it means that nothing is shown: title and sentence."""
        if self.text().strip() or self.kind.key() or self.hall.key():
            return _("没有找到检查"), _("没有检查符合这些条件。")
        return {
            DRAFT: (_("没有草稿"), _("开始了还没有封存的检查会列在这里。")),
            FINISHED: (_("还没有完成的检查"), _("封存后的检查会列在这里，可查看结果和报告。")),
            DISCARDED: (_("回收站是空的"), _("丢弃的草稿会放在这里，可以恢复。")),
        }.get(self._view, (_("没有检查"), _("草稿和已完成的检查会列在这里。")))

    def kept(self, headers: Sequence[Headed]) -> list[Headed]:
        """Return the inspections of the view, kind and hall chosen."""
        kind, hall = self.kind.key(), self.hall.key()
        statuses = {DRAFT, FINISHED} if self._view == EVERY else {self._view}
        return [
            header
            for header in headers
            if header.status in statuses and kind in {"", header.kind} and hall in {"", header.hall}
        ]

    def _pick_view(self, view: str) -> None:
        self._view = view
        self.changed.emit()
