"""What a step back or forward changed, in one sentence."""

from collections.abc import Mapping
from typing import Any

from inspector.form.form import Form
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.change import Change, answer_from_plain
from inspector.ui.widgets.verdict_looks import verdict_word
from inspector.wording import _

MOST = 40


def change_words(change: Change, form: Form) -> str:
    """Say what a change was about and how it stands now."""
    if change.kind == "fact":
        title = next((str(fact.ask) for fact in form.facts if fact.key == change.key), change.key)
        return _("{title} {value}").format(title=title, value=_fact_word(change.after))
    if change.kind == "head":
        return {"note": _("总体说明"), "highlights": _("亮点"), "inspectors": _("督查员")}.get(
            change.key, _("检查信息")
        )
    title = _title(change.key, form)
    return f"{title} · {_answer_words(answer_from_plain(change.before), answer_from_plain(change.after))}"


def full_words(change: Change, form: Form) -> str:
    """Say the same with what stood there and what stands there now."""
    if change.kind != "answer":
        return change_words(change, form)
    before, after = answer_from_plain(change.before), answer_from_plain(change.after)
    told = [_answer_words(before, after)] if before.verdict is not after.verdict else []
    for name, word in _named().items():
        was, now = _shown(getattr(before, name)), _shown(getattr(after, name))
        if was != now:
            told.append(_("{what} {before} → {after}").format(what=word, before=was or "–", after=now or "–"))
    return f"{change.key} · {'；'.join(told)}"


def _shown(value: Any) -> str:
    """Show what was recorded in a few words."""
    if isinstance(value, bool):
        return _("是") if value else ""
    if isinstance(value, str):
        return value if len(value) <= MOST else f"{value[:MOST]}…"
    if isinstance(value, Mapping):
        samples = [sample for values in value.values() for sample in values]
        return "、".join(sample.text or ("" if sample.value is None else f"{sample.value:f}") for sample in samples)
    return _("{n} 个").format(n=len(value)) if value else ""


def _title(key: str, form: Form) -> str:
    if key in form.items:
        return f"{key} {form.items[key].ask}"
    return next((f"{line.id} {line.ask}" for line in form.red_lines if line.id == key), key)


def _fact_word(value: Any) -> str:
    return {True: _("是"), False: _("否")}.get(value, _("未定"))


def _answer_words(before: Answer, after: Answer) -> str:
    if before.verdict is not after.verdict:
        return _("{before} → {after}").format(before=_verdict(before.verdict), after=_verdict(after.verdict))
    touched = [word for name, word in _named().items() if getattr(before, name) != getattr(after, name)]
    return "、".join(touched)


def _named() -> dict[str, str]:
    return {
        "parts": _("量值"),
        "note": _("备注"),
        "reason": _("理由"),
        "ticks": _("加重情形"),
        "photos": _("照片"),
        "documents": _("文档"),
        "flagged": _("待回看"),
        "follow_up": _("列为问题"),
        "mended": _("立查立改"),
    }


def _verdict(verdict: Verdict | None) -> str:
    return verdict_word(verdict)
