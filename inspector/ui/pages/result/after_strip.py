"""One line under the head of a result: which record puts which right, with both scores; and what may follow a seal."""

from inspector.actions.amending import amend, replies, reply
from inspector.actions.inspecting import Inspecting
from inspector.inspection.amended import amended_words
from inspector.ui.page import Page
from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.result.after_sheet import AfterSheet
from inspector.wording import _


class AfterStrip(IconLine):
    """Hidden where nothing was put right; `open` shows the sheet for replies and amendments."""

    def __init__(self, page: Page) -> None:
        super().__init__("history", icon_tone="accent")
        self.strong()
        self.page = page
        self.inspecting: Inspecting | None = None
        self.amended_by = 0
        self.sheet = AfterSheet(page)
        self.sheet.replied.connect(self._reply)
        self.sheet.amended.connect(self._amend)

    def show_inspection(self, inspecting: Inspecting) -> None:
        """Show both scores beside each other: of what was put right, and of what puts it right."""
        self.inspecting = inspecting
        headers = self.page.desk.headers()
        self.amended_by = next(header.amended_by for header in headers if header.id == inspecting.inspection.id)
        amends = inspecting.inspection.head.amends
        told = [amended_words(amends)] if amends else []
        if self.amended_by:
            later = next(header for header in headers if header.number == self.amended_by)
            words = _("已由第 {n} 号检查更正，更正后得分 {total}。")
            told.append(words.format(n=self.amended_by, total=later.total or "–"))
        self.show_line(" ".join(told))
        self.setVisible(bool(told))

    def open(self) -> None:
        """Open the sheet."""
        if self.inspecting is None:
            return
        desk, inspection = self.page.desk, self.inspecting.inspection
        known = replies(desk, inspection.id)
        self.sheet.show_after(inspection.head, self.amended_by, known, desk.setting("reply_days"))
        self.sheet.open_sheet()

    def _reply(self, name: str, words: str) -> None:
        def write() -> bool:
            reply(self.page.desk, self._id(), name, words)
            return True

        if self.page.attempt(write):
            self._done()
            self.page.say.emit("good", _("答复已登记，会印在报告里。"), "", None)

    def _amend(self, reason: str) -> None:
        amending = self.page.attempt(lambda: amend(self.page.desk, self._id(), reason))
        if amending is not None:
            self._done()
            self.page.go.emit("audit", amending.inspection.id)

    def _done(self) -> None:
        self.sheet.forget()
        self.sheet.close_sheet()

    def _id(self) -> str:
        return self.inspecting.inspection.id if self.inspecting else ""
