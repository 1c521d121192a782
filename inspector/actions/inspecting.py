"""One open inspection and everything a person can do to it; disk first, then memory, then the screen."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from inspector.actions.recollecting import settle
from inspector.errors import InspectorError
from inspector.inspection.answer import Answer, Photo, Sample, Verdict
from inspector.inspection.change import Change, answer_to_plain
from inspector.inspection.hall import Hall, Inspector
from inspector.inspection.inspection import Inspection
from inspector.inspection.progress import Gap, blocking, count, gaps
from inspector.inspection.record import sealed_record
from inspector.inspection.register import Entry
from inspector.inspection.signing import Signature, digest_signed, lapsed
from inspector.inspection.timeline import Timeline
from inspector.inspection.trail import Step, steps
from inspector.inspection.visit import Visit
from inspector.rating.rate import Rating, rate, rate_on
from inspector.rating.scheme import Scheme
from inspector.store.inspections import Inspections, Seal
from inspector.wording import _, truncated

Clock = Callable[[], datetime]


class Inspecting:
    """The verbs of filling in.

    Every change is on the disk before memory takes it and before `listeners` are told; showing never changes anything.
    """

    def __init__(self, inspection: Inspection, scheme: Scheme, store: Inspections, clock: Clock) -> None:
        self.inspection = inspection
        self.scheme = scheme
        self.store = store
        self.clock = clock
        self.listeners: list[Callable[[Change], None]] = []
        self._timeline: Timeline | None = None
        self.saved_at: datetime | None = None
        self._opened = time.monotonic()
        self._rating: Rating | None = None
        self._unrated: set[str] = set()  # answered since, as long as nothing else depends on these answers

    # What a person records.

    def judge(self, item: str, verdict: Verdict | None, reason: str = "") -> Change | None:
        """Record a verdict; None clears it. The reason of another verdict does not carry over to this one."""
        answer = self.inspection.answer(item)
        known = answer.reason if verdict is answer.verdict else ""
        return self._answer(item, replace(answer, verdict=verdict, reason=(reason or known) if verdict else ""))

    def put(self, item: str, answer: Answer) -> Change | None:
        """Record a whole answer at once, as files bring it."""
        return self._answer(item, answer)

    def give_reason(self, item: str, reason: str) -> Change | None:
        """Record why an item does not apply, could not be checked, or was overruled."""
        return self._answer(item, replace(self.inspection.answer(item), reason=reason), "reason")

    def measure(self, item: str, part: str, samples: tuple[Sample, ...]) -> Change | None:
        """Record the values of a part; none clears it. A complete part judges the item at once."""
        answer = self.inspection.answer(item)
        parts = {key: values for key, values in answer.parts.items() if key != part}
        if samples:
            parts[part] = samples
        return self._answer(item, replace(answer, parts=parts), f"part:{part}")

    def note(self, item: str, text: str) -> Change | None:
        """Record an item's note; a run of typing is one step to undo."""
        return self._answer(item, replace(self.inspection.answer(item), note=text), "note")

    def tick(self, item: str, tick: str, on: bool) -> Change | None:
        """Tick or clear a fact that raises an item's severity."""
        answer = self.inspection.answer(item)
        ticks = tuple(one for one in answer.ticks if one != tick)
        return self._answer(item, replace(answer, ticks=(*ticks, tick) if on else ticks))

    def flag(self, item: str, on: bool) -> Change | None:
        """Flag an item to come back to."""
        return self._answer(item, replace(self.inspection.answer(item), flagged=on))

    def follow_up(self, item: str, on: bool) -> Change | None:
        """Make a finding of a 部分符合, or of a quick fix."""
        return self._answer(item, replace(self.inspection.answer(item), follow_up=on))

    def mend(self, item: str, on: bool) -> Change | None:
        """Note that a problem was put right on the spot (立查立改)."""
        return self._answer(item, replace(self.inspection.answer(item), mended=on))

    def attach(self, item: str, photo: Photo) -> Change | None:
        """Attach a photo that the vault holds; the same photo twice stays one."""
        answer = self.inspection.answer(item)
        if any(known.sha256 == photo.sha256 for known in answer.photos):
            return None
        return self._answer(item, replace(answer, photos=(*answer.photos, photo)))

    def detach(self, item: str, photo_sha256: str) -> Change | None:
        """Take a photo off an item; the vault keeps the file, so undo brings it back."""
        answer = self.inspection.answer(item)
        kept = tuple(photo for photo in answer.photos if photo.sha256 != photo_sha256)
        return self._answer(item, replace(answer, photos=kept))

    def caption(self, item: str, photo_sha256: str, text: str) -> Change | None:
        """Caption a photo."""
        return self.describe(item, photo_sha256, f"caption:{photo_sha256[:8]}", caption=text)

    def describe(self, item: str, photo_sha256: str, field: str = "", **said: Any) -> Change | None:
        """Say something of a photo: caption, shows, ruler, or what is drawn on it."""
        answer = self.inspection.answer(item)
        photos = tuple(replace(photo, **said) if photo.sha256 == photo_sha256 else photo for photo in answer.photos)
        return self._answer(item, replace(answer, photos=photos), field)

    def state_fact(self, key: str, value: bool | None) -> Change | None:
        """State a hall fact; items it hides keep their answers and come back with them."""
        before = self.inspection.facts.get(key)
        return None if before is value else self._make(Change("fact", key, before, value))

    def set_head(self, key: str, after: Any, field: str = "") -> Change | None:
        """Set an entry of the head as plain data: note, highlights, kind, inspectors, no_conflict."""
        before = self.inspection.head.plain().get(key)
        return None if before == after else self._make(Change("head", key, before, after, field))

    def set_visit(self, visit: Visit, field: str) -> Change | None:
        """Set what is known of a mystery visit; `field` names what of it was touched."""
        return self.set_head("visit", visit.plain(), field)

    def correct_hall(self, hall: Hall) -> Change | None:
        """Put right a wrong hall of a draft; facts taken over from it give way to those of the right one."""
        wrong = self.inspection.hall
        for fact in self.inspection.form.facts:
            stated = self.inspection.facts.get(fact.key)
            if stated is None or stated is wrong.facts.get(fact.key):
                self.state_fact(fact.key, hall.facts.get(fact.key))
        return self.set_head("hall", hall.plain())

    def set_inspectors(self, people: tuple[Inspector, ...]) -> Change | None:
        """Set who inspects."""
        return self.set_head("inspectors", [person.plain() for person in people])

    def take_statement(self, words: str) -> Change | None:
        """Write down what the hall says of the inspection."""
        return self.set_head("statement", words.strip() or None)

    def sign(self, role: str, name: str, strokes: tuple[tuple[int, ...], ...]) -> Change | None:
        """Sign for what stands now; whoever signed before signs anew. Without strokes the signature is taken back."""
        others = [one for one in self.inspection.head.signatures if (one.role, one.name) != (role, name)]
        if strokes:
            at = self.clock().isoformat(timespec="seconds")
            others.append(Signature(role, name, strokes, at, digest_signed(self.inspection)))
        return self.set_head("signatures", [one.plain() for one in others] or None)

    def visit(self, item: str) -> None:
        """Note where a person is, so that the next start opens there; not a change, not undone."""
        if item != self.inspection.last_item and not self.inspection.finished:
            self.store.visited(self.inspection.id, item)
            self.inspection = replace(self.inspection, last_item=item)

    # Back and forth.

    @property
    def timeline(self) -> Timeline:
        """Return the steps to take back, replayed from the journal when first asked for: opening needs none of them."""
        if self._timeline is None:
            self._timeline = Timeline.replay(self.store.journal(self.inspection.id))
        return self._timeline

    def undo(self) -> Change | None:
        """Take the last step back; None when there is nothing to take back."""
        change = self.timeline.back()
        return self._make(change) if change else None

    def redo(self) -> Change | None:
        """Take the last undone step again; None when there is none."""
        change = self.timeline.forward()
        return self._make(change) if change else None

    def history(self) -> list[Step]:
        """Return every change, the oldest first, with what is in doubt about its clock."""
        return steps(self.store.made(self.inspection.id))

    # What follows.

    @property
    def rating(self) -> Rating:
        """Return the rating as the answers stand."""
        if self._rating is None:
            self._rating = rate(self.inspection, self.scheme, self.register())
        elif self._unrated:
            self._rating = rate_on(self._rating, self.inspection, self._unrated, self.register())
        self._unrated = set()
        return self._rating

    def register(self) -> list[Entry]:
        """Return what is known of findings beyond their inspections."""
        return self.store.register()

    def gaps(self) -> list[Gap]:
        """Return everything that is missing before leaving the hall."""
        return gaps(self.inspection)

    def finish(self) -> Seal:
        """Seal the inspection: canonical bytes, their hash, and the hash before; refused while items are open."""
        self._refuse_finished()
        if missing := blocking(self.gaps()):
            raise InspectorError(
                _("还有 {n} 处未补完，不能完成检查。").format(n=len(missing)), _("请先到离厅前检查补完。")
            )
        settle(self)
        if old := lapsed(self.inspection):
            raise InspectorError(
                _("{names} 签字以后又改了内容。").format(names="、".join(one.name for one in old)),
                _("请重签，或撤去签字，再封存。"),
            )
        at = self.clock()
        finished = replace(self.inspection, finished_at=at)
        rating = rate(finished, self.scheme, self.store.register())
        summary = _summary(rating)
        named, plain = {"name": self.scheme.name, "digest": self.scheme.digest}, _rating_plain(rating, summary)
        seal = self.store.seal(
            finished.id,
            lambda place: sealed_record(finished, named, plain, place, at),
            at.isoformat(),
            summary,
        )
        self.inspection, self._rating = finished, None
        return seal

    def _answer(self, item: str, after: Answer, field: str = "") -> Change | None:
        before = self.inspection.answer(item)
        if after == before:
            return None
        return self._make(Change("answer", item, answer_to_plain(before), answer_to_plain(after), field))

    def _make(self, change: Change) -> Change:
        self._refuse_finished()
        now = self.clock()
        change = replace(change, at=now.isoformat(timespec="milliseconds"))
        ahead = self.inspection.apply(change)
        elapsed = int((time.monotonic() - self._opened) * 1000)
        written = self.store.record(self.inspection.id, change, count(ahead), elapsed)
        self.inspection = replace(ahead, seq=written.seq)
        if self._timeline is not None:
            self._timeline.note(written)
        self._count_anew(written)
        self.saved_at = now
        for listener in tuple(self.listeners):
            listener(written)
        return written

    def _count_anew(self, change: Change) -> None:
        if change.kind == "answer" and change.key not in self.inspection.form.dependents:
            self._unrated.add(change.key)
        else:
            self._rating = None

    def _refuse_finished(self) -> None:
        if self.inspection.finished:
            raise InspectorError(_("这次检查已封存，不能再改。"))


def sample(value: str | Decimal, of: str | Decimal | None = None, at: str = "", place: str = "") -> Sample:
    """Make a sample from typed figures."""
    return Sample(Decimal(value), None if of is None else Decimal(of), at=at, place=place)


def _rating_plain(rating: Rating, summary: Mapping[str, Any]) -> dict[str, Any]:
    values = {key: str(reading.value) for key, reading in rating.readings.items() if reading.value is not None}
    return {
        "state": rating.state.value,
        "level": rating.level.level if rating.level else None,
        "total": summary["total"],
        "topics": summary["topics"],
        "why": rating.why,
        "measures": values,
    }


def _summary(rating: Rating) -> Mapping[str, Any]:
    topics = {
        key: (truncated(reading.value), str(reading.earned), reading.base)
        for key in (*rating.scheme.topics, *rating.scheme.ideas)
        if (reading := rating.readings[key]).value is not None
    }
    return {
        "level": rating.level.level if rating.level else None,
        "total": rating.total_shown,
        "state": rating.state.value,
        "topics": topics,
        "findings": [(severity, entry.item) for severity, entry in rating.case.findings],
    }
