"""The checklist with every item, the findings with photos, the quick fixes, red lines and highlights."""

from fractions import Fraction

from inspector.form.form import Item
from inspector.form.form import Section as Blank
from inspector.inspection.answer import Verdict
from inspector.inspection.finding import ORDER
from inspector.inspection.finding import Finding as Found
from inspector.inspection.left_out import reason_not_asked
from inspector.inspection.measured import measured_words
from inspector.report.composing.source import Source
from inspector.report.content import Basis, Evidence, Finding, Highlight, ItemRow, QuickFix, Section
from inspector.wording import _, truncated

VERDICTS = {
    Verdict.CONFORM: "符合", Verdict.PARTLY: "部分符合", Verdict.FAIL: "不符合",
    Verdict.NA: "不适用", Verdict.UNCHECKED: "未能检查",
}  # fmt: skip
SEVERITIES = {"fatal": "否决", "major": "严重", "minor": "一般", "info": "记录"}


def sections(source: Source) -> tuple[Section, ...]:
    """Return the checklist, section by section, every item in it."""
    numbers = {found.item.id: found.number for found in source.written}
    return tuple(
        Section(
            blank.title.zh, _section_note(source, blank), tuple(_row(source, item, numbers) for item in blank.items)
        )
        for blank in source.inspection.form.sections
    )


def _section_note(source: Source, blank: Blank) -> str:
    mine = {item.id for item in blank.items}
    judged = [
        (one.item.weight, one.credit)
        for one in (source.own or source.rating).credits
        if one.item.id in mine and one.credit is not None
    ]
    base = sum(weight for weight, _credit in judged)
    if not base:
        return _("{n} 项").format(n=len(blank.items))
    earned = sum((weight * credit for weight, credit in judged), Fraction(0))
    return _("{n} 项 · 得分率 {share}").format(n=len(blank.items), share=truncated(earned * 100 / base))


def _row(source: Source, item: Item, numbers: dict[str, int]) -> ItemRow:
    inspection, answer = source.inspection, source.inspection.answer(item.id)
    asked, verdict = inspection.asked(item.id), inspection.verdict(item.id)
    ticked = [worse.label.zh for worse in item.worse_if if worse.tick and worse.tick in answer.ticks]
    return ItemRow(
        item=item.id,
        title=item.ask.zh,
        weight=str(item.weight) if item.weight else _("记"),
        severity=inspection.severity(item),  # type: ignore[arg-type]
        criterion=item.criterion.zh,
        verdict=verdict if asked else Verdict.NA,
        measured=measured_words(item, answer) if asked else "",
        remark="；".join([*ticked, answer.note.strip()] if answer.note.strip() else ticked) if asked else "",
        finding=numbers.get(item.id),
        reason=_reason(source, item),
        automatic=not asked,
    )


def _reason(source: Source, item: Item) -> str:
    """Return the reason given for a verdict, or the hall facts for which the item is not asked."""
    inspection = source.inspection
    if inspection.asked(item.id):
        return inspection.answer(item.id).reason.strip()
    return reason_not_asked(inspection, item.id).removeprefix(_("厅情：{facts}").format(facts=""))


def findings_lead(source: Source) -> str:
    """Return how many problems there are of each severity, and by when they must be put right."""
    told = []
    for severity in ORDER:
        found = [one for one in source.written if one.severity == severity]
        due = [one.deadline for one in found if one.deadline]
        if found:
            last = _("最迟 {day}").format(day=source.day(max(due))) if due else _("下次检查时看")
            told.append(
                _("{severity} {n} 项，{last}").format(severity=_(SEVERITIES[severity]), n=len(found), last=last)
            )
    quick = _("立查立改 {n} 项，清单在第 5 章末").format(n=len(source.quick)) if source.quick else ""
    if told:
        whole = _("书面整改 {n} 项：{told}").format(n=len(source.written), told=_("；").join(told))
        return _("；另").join(part for part in (whole, quick) if part) + _("。")
    return _("没有须书面整改的问题；{quick}。").format(quick=quick) if quick else ""


def findings_and_fixes(
    source: Source, photos: tuple[Evidence, ...]
) -> tuple[tuple[Finding, ...], tuple[QuickFix, ...]]:
    """Return the findings to be put right in writing with their photos, and the quick fixes."""
    written = [_finding(source, found, photos) for found in source.written]
    fixes = tuple(
        QuickFix(one.item.id, one.item.ask.zh, one.verdict, source.inspection.answer(one.item.id).mended)
        for one in source.quick
    )
    return tuple(written), fixes


def _finding(source: Source, found: Found, photos: tuple[Evidence, ...]) -> Finding:
    item, inspection = found.item, source.inspection
    section = inspection.form.section_of[item.id]
    return Finding(
        number=found.number,
        title=item.ask.zh,
        severity=found.severity,  # type: ignore[arg-type]
        item=item.id,
        place=section.title.zh,
        facts=_facts(source, found),
        basis=tuple(_basis(one.standard, one.clause, one.clause_verified, one.confidence) for one in item.basis),
        action=item.remedy.zh,
        deadline=source.day(found.deadline),
        responsible=_("营业厅负责人"),
        effect=_effect(source, found),
        last_time=_last_time(source, item),
        photos=tuple(one.photo for one in photos if one.finding == found.number),
        due=found.deadline,
    )


def _facts(source: Source, found: Found) -> str:
    item = found.item
    measured = measured_words(item, source.inspection.answer(item.id))
    reason = _reason(source, item)
    given = _("结论理由：{reason}").format(reason=reason) if reason else ""
    return "；".join(part.rstrip("。；") for part in (found.fact, measured, given) if part.strip()) + _("。")


def _basis(standard: str, clause: str, verified: bool, confidence: str) -> Basis:
    text = _("{standard} 第 {clause} 条").format(standard=standard, clause=clause) if verified and clause else standard
    return Basis(text, verified or confidence == "D")


def _effect(source: Source, found: Found) -> str:
    point, total = source.lost.get(found.item.id), source.rating.total
    told = []
    if not found.item.weight:
        told.append(_("记录项，不计分"))
    if point is not None and total is not None and source.scored:
        told.append(_("只改此项：总分 {total}").format(total=truncated(total + point.points)))
    if found.verdict is Verdict.FAIL and found.item.id in source.counted_majors:
        told.append(_("严重减 1 项"))
    if found.verdict is Verdict.FAIL and found.severity == "fatal":
        told.append(_("否决事实，未排除前不评星；确认即不达标"))
    return "，".join(told)


def _last_time(source: Source, item: Item) -> str:
    if source.last is None:
        return ""
    verdict = source.last.verdict(item.id)
    if verdict is None:
        return _("未问")
    measured = measured_words(item, source.last.answer(item.id))
    words = f"{_(VERDICTS[verdict])}（{measured}）" if measured else _(VERDICTS[verdict])
    return _("{words}，重复问题").format(words=words) if verdict is Verdict.FAIL else words


def highlights(source: Source) -> tuple[Highlight, ...]:
    """Return what the hall does well, one a line."""
    lines = [line.strip() for line in source.inspection.head.highlights.splitlines() if line.strip()]
    return tuple(Highlight(_("亮点 {n}").format(n=number), line) for number, line in enumerate(lines, 1))
