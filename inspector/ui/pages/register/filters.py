"""Which findings are shown: waiting to be confirmed, not yet put right, or all; and a search."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.ui.pages.deciding import Listed
from inspector.ui.widgets.fields import SearchField
from inspector.ui.widgets.segments import Segments, View
from inspector.wording import _

CANDIDATE, OPEN, EVERY = "candidate", "open", "every"
VIEWS = (CANDIDATE, OPEN, EVERY)


def belongs(one: Listed, view: str) -> bool:
    """Return whether a finding belongs to a view."""
    if view == CANDIDATE:
        return one.entry.status == "candidate"
    return view == EVERY or (one.entry.open and one.entry.status != "rejected")


class Filters(QWidget):
    """Signal `changed()` when a person chose otherwise."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.views = Segments(_("问题的状态"))
        self.views.picked.connect(lambda _view: self.changed.emit())
        self.search = SearchField(_("搜索问题"), _("营业厅、检查项或编号"))
        self.search.textEdited.connect(lambda _text: self.changed.emit())
        self.search.setMaximumWidth(280)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self.views)
        row.addStretch(1)
        row.addWidget(self.search, 2)

    def show_counts(self, listed: Sequence[Listed]) -> None:
        """Show how many findings each view holds."""
        counts = {view: sum(belongs(one, view) for one in listed) for view in VIEWS}
        names = {CANDIDATE: _("待确认"), OPEN: _("未整改"), EVERY: _("全部")}
        self.views.show_views([View(view, names[view], counts[view]) for view in VIEWS])

    def clear(self) -> None:
        """Filter nothing any more."""
        self.show_view(EVERY)
        self.changed.emit()

    def show_view(self, view: str) -> None:
        """Show a view as chosen, with nothing searched for."""
        self.views.show_current(view)
        self.search.clear()

    def kept(self, listed: Sequence[Listed]) -> list[Listed]:
        """Return the findings of the view chosen."""
        return [one for one in listed if belongs(one, self.views.current())]

    def nothing_words(self) -> tuple[str, str]:
        """Say what it means that nothing is shown: title and sentence."""
        if self.search.text().strip():
            return _("没有找到问题"), _("台账上没有符合这些条件的问题。")
        return {
            CANDIDATE: (_("没有待确认的问题"), _("新封存的检查里有否决或严重问题时，会先列在这里。")),
            OPEN: (_("没有未整改的问题"), _("台账上的问题都已整改，或者不成立。")),
        }.get(self.views.current(), (_("没有问题"), _("台账上没有问题。")))
