"""How far an inspection is, and what is still missing before leaving the hall."""

from dataclasses import dataclass

from inspector.form.form import Item, PartKind
from inspector.inspection.answer import Verdict
from inspector.inspection.inspection import Inspection
from inspector.inspection.judging import complete
from inspector.wording import _, with_unit


@dataclass(frozen=True, slots=True)
class Count:
    """Items asked, answered and failed."""

    asked: int
    answered: int
    failed: int

    @property
    def complete(self) -> bool:
        """Whether nothing is unanswered."""
        return self.asked == self.answered


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing: its group (unanswered, evidence, reason, count), the item if one, and a sentence."""

    group: str
    item: str
    sentence: str
    need: str = ""


BLOCKING = ("unanswered", "reason")


def count(inspection: Inspection) -> Count:
    """Count over the whole form; only what was recorded can have a verdict, which spares a tap all other items."""
    items = inspection.form.items
    verdicts = [inspection.verdict(item) for item in inspection.answers if item in items]
    answered = len(verdicts) - verdicts.count(None)
    return Count(len(items) - len(inspection.unasked), answered, verdicts.count(Verdict.FAIL))


def flagged(inspection: Inspection) -> list[str]:
    """Return the items flagged to come back to."""
    return [item for item in inspection.form.order if inspection.answer(item).flagged and inspection.asked(item)]


def next_unanswered(inspection: Inspection, after: str) -> str | None:
    """Return the next item without a verdict, walking on from an item and round once; None when all are answered."""
    order, unasked = inspection.form.order, inspection.unasked
    start = inspection.form.place_of.get(after, -1) + 1
    for item in order[start:] + order[:start]:
        if inspection.verdict(item) is None and item not in unasked:
            return item
    return None


def gaps(inspection: Inspection) -> list[Gap]:
    """List everything missing, in walking order within each group."""
    found: list[Gap] = []
    for item in inspection.asked_items:
        found.extend(_item_gaps(inspection, item))
    photos = sum(len(inspection.answer(item).photos) for item in inspection.form.order)
    least = inspection.form.minimum.get("photos", 0)
    if photos < least:
        found.append(Gap("count", "", _("全程照片 {n} 张，至少 {least} 张").format(n=photos, least=least), "photo"))
    order = ("unanswered", "reason", "evidence", "count")
    return sorted(found, key=lambda gap: order.index(gap.group))


def blocking(found: list[Gap]) -> list[Gap]:
    """Return the gaps that keep an inspection from being finished."""
    return [gap for gap in found if gap.group in BLOCKING]


def missing_photo(inspection: Inspection, item: Item) -> bool:
    """Return whether an item still owes a photo."""
    verdict = inspection.verdict(item.id)
    if inspection.answer(item.id).photos or verdict is None or not verdict.judged:
        return False
    rule = item.evidence.photo
    return rule == "always" or (rule == "on_fail" and verdict is Verdict.FAIL)


def _item_gaps(inspection: Inspection, item: Item) -> list[Gap]:
    answer, verdict = inspection.answer(item.id), inspection.verdict(item.id)
    if verdict is None:
        hint = _unfinished(inspection, item)
        return [Gap("count", item.id, hint, "answer")] * bool(hint) + [
            Gap("unanswered", item.id, _("未作答"), "answer")
        ]
    found = []
    if not verdict.judged and not answer.reason.strip():
        words = _("不适用，缺理由") if verdict is Verdict.NA else _("未能检查，缺理由")
        found.append(Gap("reason", item.id, words, "reason"))
    if inspection.overruled(item.id) and not answer.reason.strip():
        found.append(Gap("reason", item.id, _("改判了量值结论，缺理由"), "reason"))
    if missing_photo(inspection, item):
        found.append(Gap("evidence", item.id, _("缺照片"), "photo"))
    if verdict is Verdict.FAIL and item.evidence.note == "on_fail" and not answer.note.strip():
        found.append(Gap("evidence", item.id, _("不符合，缺备注"), "note"))
    if verdict.judged and (hint := _unfinished(inspection, item)):
        found.append(Gap("count", item.id, hint, "answer"))
    return found


def _unfinished(inspection: Inspection, item: Item) -> str:
    """Say which wanted values are missing from a begun answer; empty when none is."""
    answer = inspection.answer(item.id)
    if not answer.parts:
        return ""
    for part in item.parts:
        samples = answer.parts.get(part.key, ())
        if complete(part, samples) or (part.optional and not samples):
            continue
        name = part.label.zh or item.ask.zh
        if part.kind is PartKind.RATIO and samples and part.of_least:
            seen = samples[0].of or 0
            return _("{name}：已看 {n}，至少 {least}").format(
                name=name, n=with_unit(seen, part.unit), least=with_unit(part.of_least, part.unit)
            )
        if part.kind.measured and part.samples > 1:
            return _("{name}：已记 {n} 次，至少 {least} 次").format(name=name, n=len(samples), least=part.samples)
        return _("{name}：未填").format(name=name)
    return ""
