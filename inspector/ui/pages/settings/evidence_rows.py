"""Evidence as rows of a list: what it is, whose, and when it is to be destroyed or was."""

from datetime import date, datetime

from inspector.actions.retaining import Due
from inspector.inspection.redaction import Purged
from inspector.ui.pages.row_list import Row
from inspector.ui.widgets.chips import NEUTRAL
from inspector.wording import _, long_date

ICONS = {"original": "camera", "sound": "mic", "copy": "image"}
SOON, FIGURES = 14, 12


def kept_words() -> dict[str, str]:
    """Return the kinds of evidence that have a day."""
    return {"original": _("照片原件"), "sound": _("录音"), "copy": _("照片副本")}


def due_row(one: Due, today: date) -> Row:
    """Return evidence that is still there."""
    left = (one.due - today).days
    chip = (_("今天到期"), "warn", "clock") if left <= 0 else (_("还有 {n} 天").format(n=left), NEUTRAL, "")
    if left < 0:
        chip = (_("过期 {n} 天").format(n=-left), "warn", "clock")
    kind = kept_words()[one.kind]
    second = _("{hall} · 第 {n} 号检查 · {digest}").format(hall=one.hall, n=one.number, digest=one.sha256[:FIGURES])
    tone = "warn" if left <= SOON else "muted"
    return Row(
        f"{one.sha256}/{one.kind}", f"{kind}　{one.name}", second, ICONS[one.kind], long_date(one.due), tone, chip
    )


def purged_row(one: Purged) -> Row:
    """Return evidence that was destroyed."""
    day = long_date(datetime.fromisoformat(one.at).date())
    second = _("{day} 由 {name} 确认").format(day=day, name=one.by_name)
    due = _("到期 {day}").format(day=long_date(date.fromisoformat(one.due)))
    kind = kept_words()[one.kind]
    title = f"{kind}　{one.sha256[:FIGURES]}"
    return Row(f"{one.sha256}/{one.kind}", title, second, ICONS[one.kind], due, chip=(_("按期销毁"), NEUTRAL, "trash"))
