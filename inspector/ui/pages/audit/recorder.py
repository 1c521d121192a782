"""From a wish of a person to the record: every act goes through here, and refusals come back as a sentence."""

from collections.abc import Callable
from dataclasses import replace

from inspector.actions.inspecting import Inspecting
from inspector.errors import InspectorError
from inspector.inspection.answer import Answer, Document, Photo, Sample, Verdict
from inspector.vault.vault import Kept


class Recorder:
    """The verbs of an open inspection for the page; each returns whether the record took it."""

    def __init__(self, inspecting: Inspecting, refused: Callable[[InspectorError], None]) -> None:
        self.inspecting = inspecting
        self._refused = refused

    def act(self, act: Callable[[], object]) -> bool:
        """Do something that can be refused."""
        try:
            act()
        except InspectorError as trouble:
            self._refused(trouble)
            return False
        return True

    def judge(self, item: str, verdict: Verdict | None) -> bool:
        """Record or clear a verdict; a reason given for another one goes with it."""
        return self.act(lambda: self.inspecting.judge(item, verdict))

    def measure(self, item: str, part: str, samples: tuple[Sample, ...]) -> bool:
        """Record the values of a part; each new one with its time."""
        known = self.inspecting.inspection.answer(item).parts.get(part, ())
        moment = self.inspecting.clock().isoformat(timespec="seconds")
        stamped = tuple(one if one in known or one.value is None else replace(one, at=moment) for one in samples)
        return self.act(lambda: self.inspecting.measure(item, part, stamped))

    def note(self, item: str, text: str) -> bool:
        """Record a note."""
        return self.act(lambda: self.inspecting.note(item, text))

    def reason(self, item: str, text: str) -> bool:
        """Record a reason."""
        return self.act(lambda: self.inspecting.give_reason(item, text))

    def tick(self, item: str, tick: str, on: bool) -> bool:
        """Tick or clear a fact that makes an item worse."""
        return self.act(lambda: self.inspecting.tick(item, tick, on))

    def flag(self, item: str, on: bool) -> bool:
        """Flag an item to come back to."""
        return self.act(lambda: self.inspecting.flag(item, on))

    def mend(self, item: str, on: bool) -> bool:
        """Note that a problem was put right on the spot."""
        return self.act(lambda: self.inspecting.mend(item, on))

    def follow_up(self, item: str, on: bool) -> bool:
        """Make a finding of a small problem."""
        return self.act(lambda: self.inspecting.follow_up(item, on))

    def state_fact(self, key: str, value: bool | None) -> bool:
        """State a fact of the hall."""
        return self.act(lambda: self.inspecting.state_fact(key, value))

    def head(self, key: str, text: str) -> bool:
        """Record a text of the head; a run of typing is one step."""
        return self.act(lambda: self.inspecting.set_head(key, text, key))

    def cross(self, line: str, on: bool) -> bool:
        """Note that a red line was crossed, or take that back."""
        answer = self.inspecting.inspection.answer(line)
        after = replace(answer, verdict=Verdict.FAIL) if on else Answer()
        return self.act(lambda: self.inspecting.put(line, after))

    def attach(self, item: str, kept: Kept) -> bool:
        """Attach a photo that the vault has taken in."""
        photo = Photo(kept.sha256, kept.name, taken_at=kept.taken_at)
        return self.act(lambda: self.inspecting.attach(item, photo))

    def attach_document(self, item: str, document: Document) -> bool:
        """Attach a document that the vault has taken in; the same one twice stays one."""
        answer = self.inspecting.inspection.answer(item)
        if any(one.sha256 == document.sha256 for one in answer.documents):
            return True
        return self.act(lambda: self.inspecting.put(item, replace(answer, documents=(*answer.documents, document))))

    def detach_document(self, item: str, sha256: str) -> bool:
        """Take a document off an item; the vault keeps the file, so undo brings it back."""
        answer = self.inspecting.inspection.answer(item)
        kept = tuple(one for one in answer.documents if one.sha256 != sha256)
        return self.act(lambda: self.inspecting.put(item, replace(answer, documents=kept)))

    def detach(self, item: str, sha256: str) -> bool:
        """Take a photo off an item."""
        return self.act(lambda: self.inspecting.detach(item, sha256))

    def caption(self, item: str, sha256: str, text: str) -> bool:
        """Caption a photo."""
        return self.act(lambda: self.inspecting.caption(item, sha256, text))
