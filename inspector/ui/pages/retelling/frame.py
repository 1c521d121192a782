"""What the page of a retelling is made of, and where each part stands."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.inspection.hall import Hall
from inspector.ui.pages.audit.one_line import OneLine
from inspector.ui.pages.retelling.clock_card import ClockCard
from inspector.ui.pages.retelling.evidence_sheet import EvidenceSheet
from inspector.ui.pages.retelling.foot_card import FootCard
from inspector.ui.pages.retelling.moments_card import MomentsCard
from inspector.ui.pages.retelling.phrases_sheet import PhrasesSheet
from inspector.ui.pages.retelling.script_sheet import ScriptSheet
from inspector.ui.pages.retelling.sorting_sheet import SortingSheet
from inspector.ui.pages.retelling.time_sheet import TimeSheet
from inspector.ui.pages.retelling.validity_card import ValidityCard
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.sheet import Sheet
from inspector.vault.vault import Vault
from inspector.wording import _

MARGIN, GAP, LEFT, RIGHT = 32, 16, 62, 38


class Frame:
    """Builds the parts and lays them out on the page."""

    def __init__(self, page: QWidget, vault: Vault) -> None:
        self.title, self.second = OneLine("page"), OneLine("second", "muted")
        self.script_button = ActionButton(_("脚本"), icon="document", height=44)
        self.phrases_button = ActionButton(_("忌语"), icon="ban", height=44)
        self.evidence_button = ActionButton(_("凭据"), icon="camera", key="P", height=44)
        self.clock, self.moments, self.foot, self.validity = ClockCard(), MomentsCard(), FootCard(), ValidityCard()
        self.times, self.script = TimeSheet(page), ScriptSheet(page)
        self.phrases, self.evidence, self.sorting = PhrasesSheet(page), EvidenceSheet(page, vault), SortingSheet(page)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.clock)
        left.addWidget(self.moments, 1)
        left.addWidget(self.foot)
        body = QHBoxLayout()
        body.setSpacing(GAP)
        body.addLayout(left, LEFT)
        body.addWidget(self.validity, RIGHT)
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, 16, MARGIN, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addLayout(body, 1)

    def _head(self) -> QHBoxLayout:
        words, head = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.second)
        head.setSpacing(8)
        head.addLayout(words, 1)
        for button in (self.script_button, self.phrases_button, self.evidence_button):
            head.addWidget(button)
        return head

    @property
    def sheet(self) -> Sheet | None:
        """Return the sheet that is open."""
        sheets: tuple[Sheet, ...] = (self.times, self.script, self.phrases, self.evidence, self.sorting)
        return next((sheet for sheet in sheets if not sheet.isHidden()), None)

    def show_place(self, hall: Hall, second: str) -> None:
        """Show where and what is told."""
        self.title.show_text(_("{hall}　离场补录").format(hall=hall.name))
        self.second.show_text(second)
