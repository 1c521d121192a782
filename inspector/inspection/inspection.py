"""An inspection: a form plus what was recorded; every question about its state is answered from here."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from inspector.form.form import SEVERITIES, Band, Form, Item, Part, PartKind
from inspector.form.limits import Limits
from inspector.inspection.amended import Amended
from inspector.inspection.answer import EMPTY, Answer, Verdict
from inspector.inspection.change import Change, answer_from_plain
from inspector.inspection.hall import Hall, Inspector
from inspector.inspection.judging import implied
from inspector.inspection.signing import Signature
from inspector.inspection.visit import Visit

KINDS = ("open", "mystery", "recheck", "survey")


@dataclass(frozen=True, slots=True)
class Head:
    """What is said of the inspection as a whole: place, kind, people, general note, 亮点 (one a line).

    `visit` is there for a mystery visit only; then no inspector is named. `statement` is what the hall says of it,
    `signatures` are in ink, `amends` names the sealed inspection that this one puts right.
    """

    hall: Hall
    kind: str = "open"
    inspectors: tuple[Inspector, ...] = ()
    no_conflict: bool = False
    note: str = ""
    highlights: str = ""
    visit: Visit | None = None
    statement: str = ""
    signatures: tuple[Signature, ...] = ()
    amends: Amended | None = None

    @property
    def took_part(self) -> frozenset[str]:
        """Return the codes of those who inspected or went there: they decide nothing about what they found."""
        shoppers = {self.visit.shopper} if self.visit and self.visit.shopper else set()
        return frozenset({person.code for person in self.inspectors} | shoppers)

    def plain(self) -> dict[str, Any]:
        """Return the head as JSON-able data; what most inspections lack is left out, as in records sealed before."""
        rare = {
            "visit": self.visit.plain() if self.visit else None,
            "statement": self.statement,
            "signatures": [one.plain() for one in self.signatures],
            "amends": self.amends.plain() if self.amends else None,
        }
        return {
            "hall": self.hall.plain(),
            "kind": self.kind,
            "inspectors": [person.plain() for person in self.inspectors],
            "no_conflict": self.no_conflict,
            "note": self.note,
            "highlights": self.highlights,
            **{key: value for key, value in rare.items() if value},
        }

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Head":
        """Rebuild a head from its plain data."""
        return cls(
            hall=Hall.of(plain["hall"]),
            kind=plain["kind"],
            inspectors=tuple(Inspector(**person) for person in plain.get("inspectors", ())),
            no_conflict=plain.get("no_conflict", False),
            note=plain.get("note", ""),
            highlights=plain.get("highlights", ""),
            visit=Visit.of(plain["visit"]) if plain.get("visit") else None,
            statement=plain.get("statement") or "",
            signatures=tuple(Signature.of(one) for one in plain.get("signatures") or ()),
            amends=Amended.of(plain["amends"]) if plain.get("amends") else None,
        )


@dataclass(frozen=True)
class Inspection:
    """A form plus answers, as it stands now; `apply` returns the next one, nothing is ever changed in place."""

    id: str
    form: Form
    limits: Limits
    head: Head
    started_at: datetime
    facts: Mapping[str, bool] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    finished_at: datetime | None = None
    last_item: str = ""
    seq: int = 0
    verdicts: dict[str, Verdict | None] = field(default_factory=dict, compare=False, repr=False)

    @property
    def hall(self) -> Hall:
        """Return the hall as it was at the start."""
        return self.head.hall

    @property
    def day(self) -> date:
        """Return the day whose limits bind: that of the start."""
        return self.started_at.date()

    @property
    def finished(self) -> bool:
        """Whether it was finished and sealed."""
        return self.finished_at is not None

    def answer(self, item: str) -> Answer:
        """Return what was recorded for an item; the empty answer without a record."""
        return self.answers.get(item, EMPTY)

    # What conditions look at.

    def fact(self, key: str) -> bool | None:
        """Return a hall fact, None when nobody has said."""
        return self.facts.get(key)

    def hall_value(self, column: str) -> str:
        """Return a column of the hall."""
        return self.hall.column(column)

    def verdict_key(self, item: str) -> str | None:
        """Return the key of an item's verdict; an item that is not asked counts as 不适用."""
        if item in self.form.items and not self.asked(item):
            return Verdict.NA.value
        verdict = self.verdict(item)
        return verdict.value if verdict else None

    def ticked(self, item: str, tick: str) -> bool:
        """Return whether a fact of an item was ticked; a hidden item's ticks do not count."""
        return tick in self.answer(item).ticks and self.asked(item)

    # What follows from the answers.

    def asked(self, item: str) -> bool:
        """Return whether an item is asked; only a condition known to be false hides it."""
        condition = self.form.gates.get(item)
        return condition is None or condition.holds(self) is not False

    @cached_property
    def unasked(self) -> frozenset[str]:
        """Return the ids of the items that are not asked."""
        return frozenset(item for item in self.form.gates if not self.asked(item))

    def verdict(self, item: str) -> Verdict | None:
        """Return the verdict that counts: the person's, else what the parts imply; None while unanswered or hidden."""
        if item not in self.answers:
            return None
        if item not in self.verdicts:
            self.verdicts[item] = self._verdict(item)
        return self.verdicts[item]

    def _verdict(self, item: str) -> Verdict | None:
        if not self.asked(item):
            return None
        return self.answer(item).verdict or self.implied(item)

    def implied(self, item: str) -> Verdict | None:
        """Return what the measured parts of an item imply."""
        answer = self.answer(item)
        if not answer.parts or item not in self.form.items:
            return None
        blank = self.form.items[item]
        return implied(blank, answer, {part.key: self.band(part) for part in blank.parts})

    def overruled(self, item: str) -> bool:
        """Return whether a person's verdict differs from what the parts imply."""
        chosen, measured = self.answer(item).verdict, self.implied(item)
        return chosen is not None and chosen.judged and measured is not None and chosen is not measured

    def band(self, part: Part) -> Band | None:
        """Return the band that judges a part at this hall on this day; None without one."""
        if part.limit:
            unit = "s" if part.kind is PartKind.TIMER else part.unit
            return self.limits.band(part.limit, self.hall.operator, self.hall.area, self.day, unit)
        return next((band for band in part.bands if band.when is None or band.when.holds(self)), None)

    def severity(self, item: Item) -> str:
        """Return the severity as it stands: the item's own, raised by ticked facts and by what the hall is."""
        ticks = self.answer(item.id).ticks
        raised = [
            worse.severity
            for worse in item.worse_if
            if (worse.tick and worse.tick in ticks) or (worse.when is not None and worse.when.holds(self) is True)
        ]
        return max([item.severity, *raised], key=SEVERITIES.index)

    @cached_property
    def asked_items(self) -> tuple[Item, ...]:
        """Return the items asked, in walking order."""
        unasked = self.unasked
        return tuple(item for id_, item in self.form.items.items() if id_ not in unasked)

    @cached_property
    def recorded_items(self) -> tuple[Item, ...]:
        """Return the asked items of which something was recorded, in walking order."""
        items, unasked = self.form.items, self.unasked
        ids = sorted(
            (id_ for id_ in self.answers if id_ in items and id_ not in unasked), key=self.form.place_of.__getitem__
        )
        return tuple(items[id_] for id_ in ids)

    @cached_property
    def failed_items(self) -> tuple[Item, ...]:
        """Return the items that failed, in walking order."""
        items, fail = self.form.items, Verdict.FAIL
        ids = sorted(
            (id_ for id_ in self.answers if id_ in items and self.verdict(id_) is fail),
            key=self.form.place_of.__getitem__,
        )
        return tuple(items[id_] for id_ in ids)

    # How it moves on.

    def apply(self, change: Change) -> "Inspection":
        """Return the inspection after a change; verdicts that the change cannot touch are carried over."""
        if change.kind == "head":
            head = Head.of({**self.head.plain(), change.key: change.after})
            return replace(self, head=head, seq=change.seq, verdicts={})
        if change.kind == "fact":
            facts = {key: value for key, value in self.facts.items() if key != change.key}
            if change.after is not None:
                facts[change.key] = change.after
            return replace(self, facts=facts, seq=change.seq, verdicts={})
        answers = dict(self.answers)
        answers.pop(change.key, None)
        if change.after is not None:
            answers[change.key] = answer_from_plain(change.after)
        carried = self._carried(change.key)
        after = replace(self, answers=answers, seq=change.seq, last_item=change.key, verdicts=carried)
        if change.key not in self.form.dependents:
            vars(after)["unasked"] = self.unasked
        return after

    def _carried(self, changed: str) -> dict[str, Verdict | None]:
        verdicts, touched, seen = dict(self.verdicts), [changed], set()
        while touched:
            item = touched.pop()
            if item not in seen:
                seen.add(item)
                verdicts.pop(item, None)
                touched.extend(self.form.dependents.get(item, ()))
        return verdicts
