"""What a step back or forward changed, in one sentence."""

from typing import Any

from inspector.form.form import Form
from inspector.inspection.answer import Answer, Verdict
from inspector.inspection.change import Change, answer_from_plain
from inspector.ui.widgets.verdict_looks import verdict_word
from inspector.wording import _


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


def _title(key: str, form: Form) -> str:
    if key in form.items:
        return f"{key} {form.items[key].ask}"
    return next((f"{line.id} {line.ask}" for line in form.red_lines if line.id == key), key)


def _fact_word(value: Any) -> str:
    return {True: _("是"), False: _("否")}.get(value, _("未定"))


def _answer_words(before: Answer, after: Answer) -> str:
    if before.verdict is not after.verdict:
        return _("{before} → {after}").format(before=_verdict(before.verdict), after=_verdict(after.verdict))
    named = {
        "parts": _("量值"),
        "note": _("备注"),
        "reason": _("理由"),
        "ticks": _("加重情形"),
        "photos": _("照片"),
        "flagged": _("待回看"),
        "follow_up": _("列为问题"),
        "mended": _("立查立改"),
    }
    touched = [word for name, word in named.items() if getattr(before, name) != getattr(after, name)]
    return "、".join(touched)


def _verdict(verdict: Verdict | None) -> str:
    return verdict_word(verdict)
