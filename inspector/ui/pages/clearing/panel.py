"""Beside the photo: what it is, how it stands, who looks at it, and the word that nobody can be recognised."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.actions.clearing import Checked
from inspector.inspection.hall import Inspector
from inspector.ui.pages.clearing.tiles import state_spec
from inspector.ui.widgets.buttons import PRIMARY, QUIET, ActionButton, KeyCap
from inspector.ui.widgets.card import Card, Hairline, Inset, ScrollPage
from inspector.ui.widgets.chips import Chip, Spec
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.painted import Words
from inspector.wording import _, clock, long_date

WIDE = 304


class Panel(Card):
    """Signals `cleared()` this photo, `all_cleared()` those looked at, `taken_back()`, and `person_picked(code)`."""

    cleared = Signal()
    all_cleared = Signal()
    taken_back = Signal()
    person_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self.setFixedWidth(WIDE)
        self.setAccessibleName(_("核对"))
        self.number, self.chip = Words("", "card"), Chip()
        self.item, self.caption = Words("", "second", wrap=True), Words("", "caption", "muted", wrap=True)
        self.by = Words("", "caption", "muted", wrap=True)
        self.who = Choice(_("核对人"))
        self.who.picked.connect(self.person_picked)
        self.owed = Words("", "caption", "warn", wrap=True)
        self.clear_button = ActionButton(_("确认这张"), PRIMARY, "check", "Ctrl+Enter").stretch()
        self.all_button = ActionButton("").stretch()
        self.back_button = ActionButton(_("撤回核对"), QUIET, "undo")
        self.clear_button.clicked.connect(self.cleared)
        self.all_button.clicked.connect(self.all_cleared)
        self.back_button.clicked.connect(self.taken_back)
        self._lay_out()

    def _lay_out(self) -> None:
        scroll = ScrollPage()
        scroll.body.setContentsMargins(20, 16, 20, 16)
        scroll.body.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.number)
        head.addStretch(1)
        head.addWidget(self.chip)
        scroll.body.addLayout(head)
        above = (self.item, self.caption, self.by, Hairline(), Words(_("核对人"), "caption", "muted"), self.who)
        word = Inset("accent")
        word.body.setSpacing(4)
        word.body.addWidget(Words(_("看过：没有可辨认的人脸、证件和票据"), "strong", wrap=True))
        word.body.addWidget(
            Words(
                _("选中的框透着底，只为对准，刊出时完全遮住。确认后又改动的，要重新确认。"),
                "caption",
                "muted",
                wrap=True,
            )
        )
        for each in (*above, word, self.clear_button, self.all_button, self.back_button, self.owed):
            scroll.body.addWidget(each)
        scroll.body.addStretch(1)
        scroll.body.addWidget(Hairline())
        for key, meaning in _keys():
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(KeyCap(key))
            row.addWidget(Words(meaning, "caption", "muted"), 1)
            scroll.body.addLayout(row)
        self.body.addWidget(scroll)

    def show_people(self, people: Sequence[Inspector], chosen: str) -> None:
        """Show who may be the one that looks."""
        self.who.show_options([("", _("请选择")), *((one.code, f"{one.name}（{one.code}）") for one in people)])
        self.who.show_key(chosen)

    def show_photo(self, checked: Checked, place: int, of: int, name: str, gone: Spec | None) -> None:
        """Show what is known of the photo in hand; `gone` says that it is no longer there."""
        clearance = checked.clearance
        self.number.show_text(_("照片 {n} / {of}").format(n=place + 1, of=of))
        self.chip.show_chip(*(gone or state_spec(clearance)))
        self.item.show_text(f"{checked.item} {name}")
        self.caption.show_text(checked.photo.caption or checked.photo.name)
        self.by.show_text(_told(clearance.by_name, clearance.at))
        self.by.setVisible(bool(clearance.at))
        self.back_button.setVisible(clearance.cleared)

    def show_acts(self, *, can_clear: bool, looked_at: int, why_not: str) -> None:
        """Show what can be confirmed: this photo, and how many of those looked at."""
        self.clear_button.setEnabled(can_clear and not why_not)
        self.all_button.show_text(_("确认看过的 {n} 张").format(n=looked_at))
        self.all_button.setVisible(looked_at > 1)
        self.all_button.setEnabled(not why_not)
        self.owed.show_text(why_not)
        self.owed.setVisible(bool(why_not))


def _told(by: str, at: str) -> str:
    if not at:
        return ""
    moment = datetime.fromisoformat(at)
    return f"{by or _('未注明核对人')} · {long_date(moment.date())} {clock(moment)[:5]}"


def _keys() -> list[tuple[str, str]]:
    return [
        ("PgDn", _("下一张照片，PgUp 上一张")),
        ("N", _("加一个框；方向键移动")),
        ("Shift", _("加方向键改大小，Ctrl 微调")),
        ("Space", _("选下一个框，Delete 删除")),
        ("M", _("打码与涂黑互换")),
    ]
