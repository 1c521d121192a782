"""The checklist with every item, the findings with photos, the quick fixes, red lines and highlights."""

from fractions import Fraction

from inspector.form.form import Item
from inspector.form.form import Section as Blank
from inspector.inspection.answer import Verdict
from inspector.inspection.finding import Finding as Found
from inspector.inspection.left_out import reason_not_asked
from inspector.inspection.measured import measured_words
from inspector.inspection.register import crossings
from inspector.report.composing.source import Source
from inspector.report.content import Basis, Finding, Highlight, ItemRow, Photo, QuickFix, RedLine, Section
from inspector.wording import _, short_date, truncated

VERDICTS = {
    Verdict.CONFORM: "符合", Verdict.PARTLY: "部分符合", Verdict.FAIL: "不符合",
    Verdict.NA: "不适用", Verdict.UNCHECKED: "未能检查",
}  # fmt: skip


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
        (one.item.weight, one.credit) for one in source.rating.credits if one.item.id in mine and one.credit is not None
    ]
    base = sum(weight for weight, _credit in judged)
    if not base:
        return _("{n} 项").format(n=len(blank.items))
    earned = sum((weight * credit for weight, credit in judged), Fraction(0))
    return _("{n} 项 · 得分率 {share}").format(n=len(blank.items), share=truncated(earned * 100 / base))


def _row(source: Source, item: Item, numbers: dict[str, int]) -> ItemRow:
    inspection, answer = source.inspection, source.inspection.answer(item.id)
    asked = inspection.asked(item.id)
    ticked = [worse.label.zh for worse in item.worse_if if worse.tick and worse.tick in answer.ticks]
    return ItemRow(
        item=item.id,
        title=item.ask.zh,
        weight=str(item.weight) if item.weight else _("记"),
        severity=inspection.severity(item),  # type: ignore[arg-type]
        criterion=item.criterion.zh,
        verdict=inspection.verdict(item.id) if asked else Verdict.NA,
        measured=measured_words(item, answer) if asked else "",
        remark="；".join([*ticked, answer.note.strip()] if answer.note.strip() else ticked) if asked else "",
        finding=numbers.get(item.id),
        reason=answer.reason if asked else reason_not_asked(inspection, item.id),
        automatic=not asked,
    )


def findings_and_fixes(source: Source) -> tuple[tuple[Finding, ...], tuple[QuickFix, ...]]:
    """Return the findings to be put right in writing, photos numbered through, and the quick fixes."""
    written, first = [], 1
    for found in source.written:
        written.append(_finding(source, found, first))
        first += len(found.photos)
    fixes = tuple(
        QuickFix(one.item.id, one.item.ask.zh, one.verdict, source.inspection.answer(one.item.id).mended)
        for one in source.quick
    )
    return tuple(written), fixes


def _finding(source: Source, found: Found, first_photo: int) -> Finding:
    item, inspection = found.item, source.inspection
    measured = measured_words(item, inspection.answer(item.id))
    section = inspection.form.section_of[item.id]
    return Finding(
        number=found.number,
        title=item.ask.zh,
        severity=found.severity,  # type: ignore[arg-type]
        item=item.id,
        place=section.title.zh,
        facts="；".join(part for part in (found.fact, measured) if part),
        basis=tuple(_basis(one.standard, one.clause, one.clause_verified, one.confidence) for one in item.basis),
        action=item.remedy.zh,
        deadline=short_date(found.deadline) if found.deadline else _("下次检查"),
        responsible=_("营业厅负责人"),
        effect=_effect(source, found),
        last_time=_last_time(source, item),
        plate="",
        photos=tuple(
            _photo(source, photo.sha256, photo.caption, n) for n, photo in enumerate(found.photos, first_photo)
        ),
    )


def _basis(standard: str, clause: str, verified: bool, confidence: str) -> Basis:
    text = _("{standard} 第 {clause} 条").format(standard=standard, clause=clause) if verified and clause else standard
    return Basis(text, verified or confidence == "D")


def _effect(source: Source, found: Found) -> str:
    point, total = source.lost.get(found.item.id), source.rating.total
    told = []
    if point is not None and total is not None:
        told.append(_("只改此项：总分 {total}").format(total=truncated(total + point.points)))
    if found.severity == "major" and found.verdict is Verdict.FAIL:
        told.append(_("严重减 1 项"))
    return "，".join(told)


def _last_time(source: Source, item: Item) -> str:
    if source.last is None:
        return ""
    verdict = source.last.verdict(item.id)
    if verdict is None:
        return _("首查")
    measured = measured_words(item, source.last.answer(item.id))
    words = f"{_(VERDICTS[verdict])}（{measured}）" if measured else _(VERDICTS[verdict])
    return _("{words}，重复问题").format(words=words) if verdict is Verdict.FAIL else words


def _photo(source: Source, sha256: str, caption: str, number: int) -> Photo:
    file = source.photo(sha256)
    return Photo(file.path, caption, file.width, file.height, sha256, file.missing, _("照片 {n}").format(n=number))


def red_lines(source: Source) -> tuple[RedLine, ...]:
    """Return the red lines that were crossed or noted, all to be confirmed by a second person."""
    return tuple(
        RedLine(one.line.id, one.line.ask.zh, _("待确认"), "、".join(one.items), one.note or one.line.criterion.zh)
        for one in crossings(source.inspection)
    )


def highlights(source: Source) -> tuple[Highlight, ...]:
    """Return what the hall does well, one a line."""
    lines = [line.strip() for line in source.inspection.head.highlights.splitlines() if line.strip()]
    return tuple(Highlight(_("亮点 {n}").format(n=number), line) for number, line in enumerate(lines, 1))
