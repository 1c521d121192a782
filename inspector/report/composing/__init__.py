"""From an inspection and its rating to what the report says: words and printed figures, nothing set yet."""

from inspector.report.composing.closing_part import comparison, method, signatures, visits
from inspector.report.composing.cover_part import cover, number, reading
from inspector.report.composing.items_part import findings_and_fixes, highlights, red_lines, sections
from inspector.report.composing.rating_part import summary, topics
from inspector.report.composing.source import Source
from inspector.report.composing.trace_part import trace
from inspector.report.content import Mystery, ReportContent
from inspector.wording import _, short_date

__all__ = ["Source", "compose"]


def compose(source: Source) -> ReportContent:
    """Return the content of the full report (全本) of one inspection."""
    written, fixes = findings_and_fixes(source)
    due = [found.deadline for found in source.quick if found.deadline]
    scored = len(source.inspection.form.items)
    lead = _("书面整改 {n} 项，另有 {quick} 项立查立改。").format(n=len(written), quick=len(fixes))
    return ReportContent(
        hall=source.inspection.hall.name,
        number=number(source),
        made_at=source.made_at,
        cover=cover(source),
        reading=reading(),
        visits=visits(source),
        visits_note=_("评定下限为 1 次有效明察与 2 次有效暗访；目前只有一次明察，故为暂评。"),
        summary=summary(source),
        trace=trace(source),
        topics=topics(source),
        mystery=Mystery(_("本期没有有效暗访，本章不列用时；排队、办理时限以明察现场计时为准。")),
        sections=sections(source),
        comparison=comparison(source),
        method=method(source),
        sections_lead=_("全部 {n} 项。“重”为权重，记录项不计分；“［问题 n］”见第 6 章。").format(n=scored),
        quick_fixes=fixes,
        quick_fixes_note=_("改好即打勾，注明日期；最迟 {day}").format(day=short_date(max(due))) if due else "",
        findings_lead=lead if written or fixes else _("未发现须书面整改的问题。"),
        findings=written,
        red_lines=red_lines(source),
        highlights=highlights(source),
        general_note=source.inspection.head.note,
        signatures=signatures(),
    )
