"""A photo of the phone on its way: when it was taken, the step it is of, and the item a person confirms for it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from inspector.inspection.photo_steps import ELSEWHERE, UNDATED, Proposal
from inspector.ui.pages.retelling.phrasing import mark_words
from inspector.ui.widgets.choice import CheckMark, Choice
from inspector.ui.widgets.painted import PREFERRED, Words
from inspector.ui.widgets.thumbnails import Thumbnail
from inspector.vault.glancing import Glimpse
from inspector.wording import _, clock, short_date

PICTURE, LIST = 88, 280


def step_words(proposal: Proposal) -> str:
    """Say between which moments a photo was taken, or why it is of none."""
    if proposal.state == UNDATED:
        return _("没有拍摄时间，请自己选")
    if proposal.state == ELSEWHERE:
        return _("不在这次到访前后，不建议附")
    if proposal.at is None:
        return ""
    return _("{mark} 之后").format(mark=mark_words(proposal.step)) if proposal.step else _("到门口之前")


class SortingRow(QWidget):
    """Signal `changed()` when a person takes it in, leaves it out, or moves it to another item."""

    changed = Signal()

    def __init__(self, glimpse: Glimpse, items: Sequence[tuple[str, str]], attached: str) -> None:
        super().__init__()
        self.glimpse = glimpse
        self._attached = attached
        self._moved = False
        picture = QPixmap()
        picture.loadFromData(glimpse.small)
        self.picture = Thumbnail(picture, glimpse.path.name, PICTURE, removable=False)
        self.taken = CheckMark(_("附上"))
        self.taken.ticked.connect(lambda _on: self.changed.emit())
        self.when, self.step = Words("", "strong"), Words("", "second", "muted", wrap=True)
        self.item = Choice(_("{name} 附到哪一项").format(name=glimpse.path.name))
        self.item.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.item.setMinimumContentsLength(14)
        self.item.setFixedWidth(LIST)
        self.item.show_options([("", _("请选择检查项")), *items])
        self.item.picked.connect(self._move)
        row, told = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        told.setSpacing(0)
        told.addStretch(1)
        told.addWidget(self.when)
        told.addWidget(self.step)
        told.addStretch(1)
        row.addWidget(self.picture)
        row.addLayout(told, 1)
        row.addWidget(self.item)
        row.addWidget(self.taken)
        self.step.setSizePolicy(PREFERRED, PREFERRED)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show step and item proposed; what a person chose stays."""
        at = proposal.at
        self.when.show_text(f"{short_date(at.date())} {clock(at)}" if at else _("时间不明"))
        self.step.show_text(_("已附在 {item}").format(item=self._attached) if self._attached else step_words(proposal))
        self.step.show_tone("muted" if proposal.item or self._attached else "warn")
        if not self._moved:
            self.item.show_key(self._attached or proposal.item)
            self.taken.show_ticked(bool(proposal.item) and not self._attached)
        for widget in (self.item, self.taken):
            widget.setEnabled(not self._attached)

    @property
    def chosen(self) -> str:
        """Return the item the photo is to be attached to; "" when it is left out."""
        return self.item.key() if self.taken.isChecked() and not self._attached else ""

    def _move(self, key: str) -> None:
        self._moved = True
        self.taken.show_ticked(bool(key))
        self.changed.emit()
