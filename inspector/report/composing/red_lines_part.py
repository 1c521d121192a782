"""Facts that veto a star: what was seen, how far each is confirmed, and what must happen next."""

from dataclasses import dataclass

from inspector.inspection.register import Crossing, crossings, fatals, status_of
from inspector.rating.rate import Rating, State
from inspector.report.composing.source import Source
from inspector.report.content import RedLine
from inspector.report.rated import Labelled, Requirement
from inspector.wording import _

STATUS_WORDS = {"candidate": "待确认", "confirmed": "已确认", "rejected": "已排除"}
WORST_FIRST = ("confirmed", "candidate", "rejected")


@dataclass(frozen=True, slots=True)
class Veto:
    """One fact that vetoes: its red line if it has one, the items behind it, what was seen, its status."""

    code: str
    title: str
    items: tuple[str, ...]
    facts: str
    status: str


def vetoes(source: Source) -> list[Veto]:
    """Return the red lines crossed, and the fatal items that belong to none."""
    ids = fatals(source.inspection)
    crossed = crossings(source.inspection)
    told = [_crossed(source, one, ids) for one in crossed]
    covered = {item for one in crossed for item in (one.line.id, *one.items)}
    items = source.inspection.form.items
    return told + [
        Veto("–", items[id_].ask.zh, (id_,), _seen(source, id_), _status(source, [id_]))
        for id_ in ids
        if id_ in items and id_ not in covered
    ]


def _crossed(source: Source, one: Crossing, ids: list[str]) -> Veto:
    kept = [id_ for id_ in (*one.items, one.line.id) if id_ in ids]
    seen = [one.note.strip(), *(f"{item}：{_seen(source, item)}" for item in one.items)]
    facts = "；".join(part for part in seen if part) or one.line.criterion.zh
    return Veto(one.line.id, one.line.ask.zh, one.items, facts, _status(source, kept or [one.line.id]))


def _seen(source: Source, item: str) -> str:
    """Return what was seen at an item: the fact of its finding, else what was ticked and noted, else its name."""
    found = next((one.fact for one in source.findings if one.item.id == item), "")
    blank, answer = source.inspection.form.items[item], source.inspection.answer(item)
    ticked = [worse.label.zh for worse in blank.worse_if if worse.tick and worse.tick in answer.ticks]
    return found or "；".join([*ticked, *filter(None, [answer.note.strip()])]) or blank.ask.zh


def _status(source: Source, ids: list[str]) -> str:
    held = {status_of(source.register, source.inspection.id, id_).status for id_ in ids}
    return next(status for status in WORST_FIRST if status in held)


def red_lines(source: Source) -> tuple[RedLine, ...]:
    """Return every fact that vetoes with its state in words."""
    return tuple(
        RedLine(one.code, one.title, _(STATUS_WORDS[one.status]), "、".join(one.items), one.facts)
        for one in vetoes(source)
    )


def veto_facts(source: Source) -> tuple[Labelled, ...]:
    """Return the facts that hold the star back, those ruled out left away."""
    return tuple(
        Labelled(f"{one.code} {one.title}" if one.code != "–" else one.title, one.facts)
        for one in vetoes(source)
        if one.status != "rejected"
    )


def veto_sentence(source: Source) -> str:
    """Return how the facts bear on the star, in one sentence."""
    held = [one.status for one in vetoes(source)]
    if "confirmed" in held:
        return _("一票否决：{n} 项否决事实已由第二人确认。").format(n=held.count("confirmed"))
    if "candidate" in held:
        return _("否决待确认：{n} 项，须由第二人核实后才能评星。").format(n=held.count("candidate"))
    return ""


def next_steps(source: Source) -> str:
    """Return what must happen before there is a star; empty when nothing is open."""
    held = [one.status for one in vetoes(source)]
    if "candidate" not in held:
        return ""
    return (
        _("下一步：由现场督查员以外的第二人逐条核对佐证并确认或排除；有一条确认即为不达标。")
        + _without_vetoes(source.rating)
        + _("事实仍在持续的，营业厅应立即停止。")
    )


def _without_vetoes(rating: Rating) -> str:
    """Return which star the score and the other caps would leave."""
    if rating.state is not State.WITHHELD or rating.by_score is None:
        return ""
    left = rating.scheme.level(min([rating.by_score.level, *(cap.to or 0 for cap in rating.caps)]))
    return _("全部排除后按得分与封顶定级，现为{level}。").format(level=left.label)


def confirmed_requirement(source: Source) -> tuple[Requirement, ...]:
    """Return that all facts be confirmed or ruled out, as a condition of a star."""
    open_ = sum(one.status == "candidate" for one in vetoes(source))
    if not open_:
        return ()
    return (Requirement(_("否决事实全部核实"), _("待确认 {n} 项").format(n=open_), _("0 项"), met=False),)
