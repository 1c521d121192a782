"""How a verdict looks and reads: its tone, icon, key, word and chip."""

from inspector.inspection.answer import Verdict
from inspector.ui.widgets.chips import NEUTRAL, Chip, Spec
from inspector.wording import _

LOOKS = {
    Verdict.CONFORM: ("good", "check", "1"),
    Verdict.PARTLY: ("warn", "minus", "2"),
    Verdict.FAIL: ("bad", "cross", "3"),
    Verdict.NA: ("muted", "ban", "0"),
}


def verdict_word(verdict: Verdict | None) -> str:
    """Return the word of a verdict; none is 未答."""
    return {
        None: _("未答"),
        Verdict.CONFORM: _("符合"),
        Verdict.PARTLY: _("部分符合"),
        Verdict.FAIL: _("不符合"),
        Verdict.NA: _("不适用"),
        Verdict.UNCHECKED: _("未能检查"),
    }[verdict]


def verdict_spec(verdict: Verdict | None) -> Spec:
    """Return words, tone and icon of a verdict's chip; unanswered is a dashed circle."""
    if verdict is None:
        return verdict_word(None), NEUTRAL, "dashed-circle"
    if verdict is Verdict.UNCHECKED:
        return verdict_word(verdict), NEUTRAL, "eye-off"
    tone, icon, _key = LOOKS[verdict]
    return verdict_word(verdict), NEUTRAL if verdict is Verdict.NA else tone, icon


def verdict_chip(verdict: Verdict | None) -> Chip:
    """Return the chip of a verdict, or of its absence."""
    return Chip(*verdict_spec(verdict))
