"""From an inspection and its rating to what the report says: words and printed figures, nothing set yet."""

from dataclasses import replace

from inspector.report.composing.closing_part import comparison, method, visits
from inspector.report.composing.cover_part import cover, number, reading
from inspector.report.composing.evidence_part import documents, evidence
from inspector.report.composing.items_part import findings_and_fixes, findings_lead, highlights, sections
from inspector.report.composing.notice_part import notice
from inspector.report.composing.rating_part import summary, topics
from inspector.report.composing.red_lines_part import next_steps, red_lines
from inspector.report.composing.source import Source
from inspector.report.composing.standing import mystery, nothing_found, said, signatures, visits_note
from inspector.report.composing.trace_part import trace
from inspector.report.content import Again, Photo, ReportContent
from inspector.wording import _, language, long_date

__all__ = ["Source", "compose", "compose_again"]

PLAIN_FACTS = 5  # dates, kind, class and items; who inspected comes later


def compose(source: Source) -> ReportContent:
    """Return the content of the full report (全本) of one inspection."""
    photos = evidence(source)
    written, fixes = findings_and_fixes(source, photos)
    return ReportContent(
        hall=source.inspection.hall.name,
        number=number(source),
        made_at=source.made_at,
        cover=cover(source),
        reading=reading(),
        visits=visits(source),
        visits_note=visits_note(source),
        summary=summary(source),
        trace=trace(source),
        topics=topics(source),
        mystery=mystery(source),
        sections=sections(source),
        comparison=comparison(source),
        method=method(source),
        sections_lead=_sections_lead(source),
        quick_fixes=fixes,
        quick_fixes_note=_latest_fix(source),
        findings_lead=findings_lead(source),
        findings=written,
        nothing_found=nothing_found(source),
        red_lines=red_lines(source),
        next_steps=next_steps(source),
        highlights=highlights(source),
        general_note=source.inspection.head.note,
        said=said(source),
        signatures=signatures(source),
        documents=documents(source),
        evidence=photos,
        logo=_logo(source),
        notice=notice(source, written),
        peers=source.peers.words,
        record_code=_record_code(source),
        valid_until=long_date(source.rated.valid_until) if source.rated and source.rated.valid_until else "",
    )


def compose_again(source: Source) -> Again:
    """Return cover and summary in the language that is spoken, without the names of people."""
    whole = cover(source)
    return Again(language(), replace(whole, facts=whole.facts[:PLAIN_FACTS]), summary(source), nothing_found(source))


def _logo(source: Source) -> Photo | None:
    logo = source.logo
    return Photo(logo.path, "", logo.width, logo.height, "") if logo else None


def _record_code(source: Source) -> str:
    return f"{source.address}{source.seal.sha256[:16]}" if source.address and source.seal else ""


def _sections_lead(source: Source) -> str:
    lead = _("全部 {n} 项。“重”为权重，粗体为严重或否决，“记”为只记录不计分；“［问题 n］”见第 6 章。")
    return lead.format(n=len(source.inspection.form.items))


def _latest_fix(source: Source) -> str:
    due = [found.deadline for found in source.quick if found.deadline]
    return _("改好即打勾，注明日期；最迟 {day}").format(day=source.day(max(due))) if due else ""
