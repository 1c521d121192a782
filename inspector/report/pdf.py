"""The star report as a PDF: one pass over the content, then one whole file on the disk."""

from collections.abc import Callable
from pathlib import Path

from inspector.paths import resources, write_whole
from inspector.report.checklist_page import set_checklist
from inspector.report.closing import set_closing
from inspector.report.content import Again, Attached, ReportContent, strings
from inspector.report.cover import draw_cover
from inspector.report.findings_page import set_findings
from inspector.report.flow import Flow, Watch, running
from inspector.report.fonts import missing
from inspector.report.opening import Entry, set_opening
from inspector.report.sheet import Sheet, collecting_later, plain
from inspector.report.summary_page import AGAIN, set_summary, set_summary_again
from inspector.report.topics_page import set_comparison, set_topics_chapter
from inspector.report.trace_page import set_trace
from inspector.report.visits_page import set_mystery
from inspector.wording import _, speaking


def missing_characters(content: ReportContent) -> tuple[str, ...]:
    """Return the characters that would print by their number, for a warning before the export."""
    return missing(strings(content))


def write_report(
    content: ReportContent,
    target: Path,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    attached: tuple[Attached, ...] = (),
    *,
    tagged: bool = True,
) -> int:
    """Write the full report and return its pages; it is all there or, when cancelled, not there at all.

    Without tags it is set faster and told to no screen reader: what benches measure.
    """
    watch = Watch(progress, cancelled)
    with collecting_later():
        document, pages = typeset(content, watch, attached, tagged=tagged)
    watch.alive()
    write_whole(target, document)
    if progress:
        progress(1.0)
    return pages


def typeset(
    content: ReportContent, watch: Watch, attached: tuple[Attached, ...] = (), *, tagged: bool = True
) -> tuple[bytes, int]:
    """Set the whole report and return the bytes of the PDF and the number of its pages."""
    watch.reached(0.0)
    title = plain(" ".join((content.hall, content.cover.title, content.number)))
    sheet = Sheet(title, plain(content.cover.unit), content.made_at)
    sheet.attached, sheet.tags.off = attached, not tagged
    flow = Flow(sheet, running(content.hall, content.cover.title, content.number, content.record_hash), watch)
    sheet.bookmarkPage("cover")
    sheet.addOutlineEntry(_("封面"), "cover", 0)
    draw_cover(sheet, content)
    set_opening(flow, content, entries(content))
    set_summary(flow, content)
    if content.again:
        set_summary_again(flow, content, content.again)
    set_trace(flow, content.trace)
    watch.reached(0.15)
    set_topics_chapter(flow, content.topics)
    set_mystery(flow, content.mystery)
    watch.reached(0.3)
    cut = set_checklist(flow, content)
    watch.reached(0.5)
    set_findings(flow, content, (0.5, 0.8))
    set_comparison(flow, content.comparison)
    set_closing(flow, content, cut, missing_characters(content))
    watch.reached(0.85)
    sheet.showPage()
    flow.number_pages()
    return sheet.finished(), flow.page


def entries(content: ReportContent) -> tuple[Entry, ...]:
    """Return the lines of the contents."""
    items = sum(len(section.items) for section in content.sections)
    steps = _("从满分到总分的每一步；下限、封顶与不适用") if content.trace.total else _("评星条件；不适用与未查")
    return (
        Entry("1", _("摘要"), _("结论、理念、专题、问题一览")),
        *([_entry_again(content.again)] if content.again else []),
        Entry("2", _("星级怎样得来"), steps),
        Entry("3", _("专题得分"), _("{n} 个专题逐项失分").format(n=len(content.topics))),
        Entry("4", _("暗访过程"), _visits_entry(content)),
        Entry("5", _("检查表"), listed(_("{n} 项结论、限值、实测与说明").format(n=items), quick_fixes_entry(content))),
        Entry("6", _("问题与整改"), listed(*problem_entries(content))),
        Entry("7", _("与上次比较"), _("改善、变差与重复问题") if content.comparison.tallies else _("没有上次结果")),
        Entry("8", _("附录"), listed(_("佐证清单") if content.evidence else "", _("方法说明、版本与核验"))),
    )


def _entry_again(again: Again) -> Entry:
    with speaking(again.language, resources("translations")):
        return Entry(AGAIN, _("摘要"), _("结论、理念、专题、问题一览"))


def _visits_entry(content: ReportContent) -> str:
    mystery = content.mystery
    if not mystery.journeys:
        return _("用时与时限对照") if mystery.timings else _("没有纳入暗访")
    return _("{n} 次暗访的经过、用时与时限、原话、有效性").format(n=len(mystery.journeys))


def listed(*parts: str) -> str:
    """Join what a chapter holds."""
    return _("；").join(part for part in parts if part)


def quick_fixes_entry(content: ReportContent) -> str:
    """Return how many things are to be mended at once."""
    return _("立查立改 {n} 项").format(n=len(content.quick_fixes)) if content.quick_fixes else ""


def problem_entries(content: ReportContent) -> tuple[str, ...]:
    """Return what the chapter of problems holds."""
    extra = ((content.red_lines, _("红线")), (content.highlights, _("亮点")), (content.general_note, _("总体说明")))
    return (
        _("书面整改 {n} 项").format(n=len(content.findings)),
        _("、").join(name for held, name in extra if held),
    )
