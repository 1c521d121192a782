"""Measured values in words, as they stand in lists and on paper."""

from collections.abc import Sequence
from decimal import Decimal

from inspector.form.form import Item, Part, PartKind
from inspector.inspection.answer import Answer, Sample
from inspector.wording import _, plain_number, with_unit

MOST_VALUES = 3
CONFORM_WORDS = {"conform": "符合", "partly": "部分符合", "fail": "不符合"}


def measured_words(item: Item, answer: Answer) -> str:
    """Return the values of an answer: 台面高度 820 / 835 / 828 mm；按铃应答 34 s; empty without any."""
    told = []
    for part in item.parts:
        words = part_words(part, answer.parts.get(part.key, ()))
        if words:
            named = part.label.zh and len(item.parts) > 1
            told.append(f"{part.label.zh} {words}" if named else words)
    return "；".join(told)


def part_words(part: Part, samples: Sequence[Sample]) -> str:
    """Return the values of one part with their unit; empty without any."""
    if not part.kind.measured:
        return _text(part, samples[0].text) if samples else ""
    if part.kind is PartKind.RATIO:
        pairs = [
            f"{plain_number(one.value)}/{plain_number(one.of)}" for one in samples if one.value is not None and one.of
        ]
        return with_unit(" · ".join(pairs), part.unit) if pairs else ""
    values = [one.value for one in samples if one.value is not None]
    unit = "s" if part.kind is PartKind.TIMER else part.unit
    if not values:
        return ""
    if len(values) > MOST_VALUES:
        return _("{n} 次 {low}–{high}").format(
            n=len(values), low=plain_number(min(values)), high=with_unit(plain_number(max(values)), unit)
        )
    if unit == "s" and len(values) == 1:
        return seconds(values[0])
    return with_unit(" / ".join(plain_number(value) for value in values), unit)


def seconds(value: Decimal) -> str:
    """Return a duration as 34 s, or 18:42 from a minute and a half on."""
    if value < 90:  # noqa: PLR2004 - below that, seconds read faster
        return with_unit(plain_number(value), "s")
    return f"{int(value) // 60}:{int(value) % 60:02}"


def _text(part: Part, text: str) -> str:
    if part.kind is PartKind.CHOICE:
        return next((choice.label.zh for choice in part.choices if choice.key == text), text)
    if part.kind in {PartKind.CONFORM, PartKind.CONFORM3}:
        return _(CONFORM_WORDS.get(text, "")) if part.label.zh else ""
    return text
