"""What a person does on the page, and what follows from it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt

from inspector.actions.inspecting import Inspecting
from inspector.inspection.answer import Answer, Photo, Sample, Verdict
from inspector.inspection.change import Change
from inspector.inspection.hall import Inspector
from inspector.inspection.progress import next_unanswered
from inspector.ui.pages.audit.document_copy import open_copy
from inspector.ui.pages.audit.intake import Intake, Target
from inspector.ui.pages.audit.photos import Taken
from inspector.ui.pages.audit.rail import OVERALL, RED_LINES
from inspector.ui.pages.audit.recorder import Recorder
from inspector.ui.pages.audit.telling_changes import change_words
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.ui.pages.audit.page import AuditPage

HERE = Qt.FocusReason.OtherFocusReason


class Acts:
    """Joins the signals of the page's parts to the record of the open inspection."""

    def __init__(self, page: "AuditPage") -> None:
        self.page = page
        self.frame = page.frame
        self.intake = Intake(page.desk.vault, page.jobs, lambda: f"{page.desk.clock():%H.%M.%S}")
        self.intake.taken.connect(self._attach)
        self.intake.said.connect(lambda tone, sentence: page.say.emit(tone, sentence, "", None))
        self._join_card()
        self._join_sides()
        self._join_sheets()

    def _join_card(self) -> None:
        card = self.frame.section.card
        card.judged.connect(self.judge)
        card.measured.connect(self._measure)
        card.noted.connect(lambda text: self.recorder.note(self.page.item, text))
        card.reasoned.connect(lambda text: self.recorder.reason(self.page.item, text))
        card.reason_settled.connect(self._go_on)
        card.ticked.connect(lambda tick, on: self.recorder.tick(self.page.item, tick, on))
        card.flagged.connect(lambda on: self.recorder.flag(self.page.item, on))
        card.mended.connect(lambda on: self.recorder.mend(self.page.item, on))
        card.followed.connect(lambda on: self.recorder.follow_up(self.page.item, on))
        card.photo_wanted.connect(self.choose_photos)
        card.folder_wanted.connect(self.choose_folder)
        card.history_wanted.connect(self.show_history)
        card.next_wanted.connect(lambda: self.page.step(1))
        card.previous_wanted.connect(lambda: self.page.step(-1))

    def _join_sides(self) -> None:
        page, frame = self.page, self.frame
        frame.section.opened.connect(page.open_item)
        frame.section.filtered.connect(lambda: page.open_item(page.item))
        frame.section.facts.stated.connect(self._state)
        frame.rail.chosen.connect(page.open_place)
        frame.rail.jumped.connect(page.jump)
        frame.rail.gaps.connect(self.gaps)
        frame.topbar.left.connect(self._go_back)
        frame.topbar.asked_why.connect(lambda: frame.trace.show_rating(self.inspecting.rating))
        frame.topbar.hidden.connect(self._hide_star)
        frame.red_lines.noted.connect(self._cross)
        frame.red_lines.written.connect(self._write_line)
        frame.red_lines.opened_item.connect(page.open_item)
        frame.overall.headed.connect(self._head)
        frame.overall.stated.connect(self._state)
        frame.overall.staffed.connect(self._staff)

    def _join_sheets(self) -> None:
        page, frame = self.page, self.frame
        frame.search.found.connect(page.open_item)
        frame.trace.opened_item.connect(page.open_item)
        frame.trace.opened_result.connect(lambda: page.go.emit("result", page.inspection.id))
        frame.photo.captioned.connect(lambda sha, text: self.recorder.caption(page.item, sha, text))
        frame.photo.removed.connect(self._detach)
        frame.guidance.evidence.document_opened.connect(self._open_document)
        frame.guidance.evidence.document_removed.connect(
            lambda sha256: self.recorder.detach_document(page.item, sha256)
        )
        frame.photo.described.connect(self._describe)
        evidence = frame.guidance.evidence
        evidence.wanted.connect(self.choose_photos)
        evidence.pasted.connect(self.paste)
        evidence.opened.connect(self._open_photo)
        evidence.removed.connect(self._detach)

    @property
    def inspecting(self) -> Inspecting:
        """Return the open inspection's verbs."""
        if self.page.inspecting is None:
            raise LookupError("no inspection is open")
        return self.page.inspecting

    @property
    def recorder(self) -> Recorder:
        """Return the recorder of the open inspection."""
        if self.page.recorder is None:
            raise LookupError("no inspection is open")
        return self.page.recorder

    # Verdicts.

    def judge(self, verdict: Verdict | None) -> None:
        """Record a verdict, then go where it leads: to the reason, nowhere, or to the next unanswered item."""
        item = self.page.item
        if not item or not self.page.commit() or not self.recorder.judge(item, verdict):
            return
        inspection, card = self.page.inspection, self.frame.section.card
        if verdict is None:
            self.page.setFocus(HERE)
        elif self._owes_reason(item):
            card.reason.field.setFocus(HERE)
            self.frame.section.bring_into_view()
        elif verdict is Verdict.FAIL:
            self.page.setFocus(HERE)
            self.frame.section.bring_into_view()
        elif inspection.verdict(item) is not None:
            self._go_on()

    def _owes_reason(self, item: str) -> bool:
        inspection = self.page.inspection
        answer = inspection.answer(item)
        left_out = answer.verdict is not None and not answer.verdict.judged
        return (left_out or inspection.overruled(item)) and not answer.reason.strip()

    def _go_on(self) -> None:
        """Open the next unanswered item, if the person wants that."""
        self.page.setFocus(HERE)
        item, inspection = self.page.item, self.page.inspection
        if self.page.desk.setting("auto_next") != "yes" or inspection.verdict(item) is Verdict.FAIL:
            return
        if following := next_unanswered(inspection, item):
            self.page.open_item(following)
        else:
            self.frame.foot.show_notice(_("已全部作答，按 G 做离厅前检查"))

    def _measure(self, part: str, samples: tuple[Sample, ...]) -> None:
        """Record values; a card that grows by the verdict they imply stays in sight."""
        item, before = self.page.item, self.page.inspection.verdict(self.page.item)
        self.recorder.measure(item, part, samples)
        if self.page.inspection.verdict(item) is not before:
            self.frame.section.bring_into_view()

    def flag(self) -> None:
        """Flag the open item, or take the flag away."""
        item = self.page.item
        self.recorder.flag(item, not self.page.inspection.answer(item).flagged)

    def toggle_timer(self) -> None:
        """Start or stop the open item's stopwatch."""
        if timer := self.frame.section.card.timer():
            timer.toggle()

    # Back and forth.

    def undo(self) -> None:
        """Take the last step back, go there and say what it was."""
        self._move(self.inspecting.undo, _("已撤销：{what}"), _("没有可撤销的了"))

    def redo(self) -> None:
        """Take the last undone step again, go there and say what it was."""
        self._move(self.inspecting.redo, _("已重做：{what}"), _("没有可重做的了"))

    def _move(self, act: Callable[[], Change | None], told: str, none: str) -> None:
        if not self.page.commit():
            return
        self.page.setFocus(HERE)
        changes: list[Change | None] = []
        if not self.recorder.act(lambda: changes.append(act())):
            return
        change = changes[0]
        if change is not None:
            self._go_to(change)
        words = told.format(what=change_words(change, self.page.inspection.form)) if change else none
        self.frame.foot.show_notice(words)

    def _go_to(self, change: Change) -> None:
        inspection = self.page.inspection
        if change.kind == "answer" and change.key in inspection.form.items:
            if inspection.asked(change.key):
                self.page.open_item(change.key)
        elif change.kind == "answer":
            self.page.open_place(RED_LINES)
            self.frame.red_lines.go_to(change.key)
        elif change.kind == "head" or not self.frame.section.facts.knows(change.key):
            self.page.open_place(OVERALL)

    # Photos.

    def _target(self) -> Target:
        return self.page.inspection.id, self.page.item

    def choose_photos(self) -> None:
        """Ask for photo files for the open item."""
        if self.page.item:
            self.intake.choose(self.page, self._target())

    def choose_folder(self) -> None:
        """Ask for a folder of photos for the open item."""
        if self.page.item:
            self.intake.choose_folder(self.page, self._target())

    def paste(self) -> None:
        """Take the clipboard's picture for the open item."""
        if self.page.item:
            self.intake.paste(self._target())

    def drop(self, mime: QMimeData) -> bool:
        """Take dropped photos for the open item."""
        return bool(self.page.item) and self.intake.take_mime(mime, self._target())

    def _attach(self, target: Target, taken: Taken) -> None:
        """Attach photos to the item they were given for, wherever the person is by now."""
        id_, item = target
        recorder = self.page.recorder
        if recorder is None or recorder.inspecting.inspection.id != id_:
            recorder = Recorder(self.page.desk.open(id_), self.page.refuse)
        for kept in taken.kept:
            recorder.attach(item, kept)
        for document in taken.documents:
            recorder.attach_document(item, document)
        for trouble in taken.troubles[:1]:
            more = len(taken.troubles) - 1
            rest = _("另有 {n} 张也读不出来。").format(n=more) if more else ""
            self.page.say.emit("bad", f"{trouble}{rest}", "", None)

    def _open_photo(self, sha256: str) -> None:
        answer: Answer = self.page.inspection.answer(self.page.item)
        photo: Photo | None = next((one for one in answer.photos if one.sha256 == sha256), None)
        if photo:
            self.frame.photo.show_photo(photo, answer.photos, self.page.desk.vault)

    def _open_document(self, sha256: str) -> None:
        """Open a document with the system's program, by its own name and away from the vault."""
        document = next(one for one in self.page.inspection.answer(self.page.item).documents if one.sha256 == sha256)
        self.page.attempt(lambda: open_copy(self.page.desk, document))

    def _describe(self, sha256: str, said: dict[str, Any]) -> None:
        item = self.page.item
        self.recorder.act(lambda: self.inspecting.describe(item, sha256, **said))
        self.frame.photo.show_described(self.page.inspection.answer(item).photos)

    def _detach(self, sha256: str) -> None:
        if self.recorder.detach(self.page.item, sha256):
            self.frame.foot.show_notice(_("已移除照片，Ctrl+Z 可撤销"))

    # The rest.

    def show_history(self) -> None:
        """Show every change of the open item, or of the whole."""
        if self.page.commit():
            inspecting, people = self.inspecting, self.page.desk.places.inspectors()
            names = {person.code: person.name for person in people}
            self.frame.history.show_history(inspecting.history(), inspecting.inspection.form, self.page.item, names)

    def _go_back(self) -> None:
        """Go home, or back to the visit that is being told."""
        inspection = self.page.inspection
        self.page.go.emit(*(("retelling", inspection.id) if inspection.head.visit else ("home", None)))

    def gaps(self) -> None:
        """Go to what is missing before leaving the hall."""
        if self.page.commit():
            self.page.go.emit("gaps", self.page.inspection.id)

    def _hide_star(self, blind: bool) -> None:
        if self.recorder.act(lambda: self.page.desk.set("blind", "yes" if blind else "no")):
            self.frame.topbar.show_blind(blind)

    def _cross(self, line: str, on: bool) -> None:
        if self.recorder.cross(line, on) and on:
            self.frame.red_lines.go_to(line)

    def _state(self, fact: str, value: bool | None) -> None:
        self.recorder.state_fact(fact, value)

    def _write_line(self, line: str, text: str) -> None:
        self.recorder.note(line, text)

    def _head(self, key: str, text: str) -> None:
        self.recorder.head(key, text)

    def _staff(self, people: tuple[Inspector, ...]) -> None:
        self.recorder.act(lambda: self.inspecting.set_inspectors(people))
