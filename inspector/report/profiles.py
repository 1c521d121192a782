"""Which paper for whom: the kinds of report that are made of the same content."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from inspector.errors import InspectorError
from inspector.report.content import Attached, ReportContent
from inspector.wording import _

FULL, ONE_PAGE, NOTICE, POSTER, PUBLIC = "full", "one-page", "notice", "poster", "public"
PROFILES = (FULL, ONE_PAGE, NOTICE, POSTER, PUBLIC)
Progress = Callable[[float], None] | None
Cancelled = Callable[[], bool] | None


def profile_words() -> dict[str, tuple[str, str]]:
    """Return the name of each kind and whom it is for."""
    return {
        FULL: (_("全本"), _("八章，给督查和审计")),
        ONE_PAGE: (_("领导一页"), _("星级、原因、先办的三件事")),
        NOTICE: (_("整改通知单"), _("发给营业厅，逐项限期")),
        POSTER: (_("公示海报"), _("贴在厅里，只有星级和电话")),
        PUBLIC: (_("公示版"), _("全本去掉照片、姓名和内部意见")),
    }


def write_profile(
    profile: str,
    content: ReportContent,
    target: Path,
    progress: Progress = None,
    cancelled: Cancelled = None,
    attached: tuple[Attached, ...] = (),
) -> int:
    """Write one kind of report and return its pages; an InspectorError where the content does not allow it.

    A name that ends in .xlsx asks for the results as a workbook, one in .docx for the notice as a document.
    """
    from inspector.report.pdf import write_report  # noqa: PLC0415 - reportlab costs start-up 130 ms

    office = OFFICE.get(target.suffix.lower())
    if office:
        office(content, target)
        return 0
    if profile == FULL:
        return write_report(content, target, progress, cancelled, attached)
    if profile == PUBLIC:
        return write_report(for_public(content), target, progress, cancelled)
    if profile == ONE_PAGE:
        from inspector.report.onepage import write_one_page  # noqa: PLC0415

        write_one_page(content, target, attached)
        return 1
    if profile == NOTICE:
        return _write_notice(content, target)
    if profile == POSTER:
        return _write_poster(content, target)
    raise InspectorError(_("没有 {name} 这种报告，可用：{known}。").format(name=profile, known="、".join(PROFILES)))


def _write_notice(content: ReportContent, target: Path) -> int:
    from inspector.report.notice_page import write_notice  # noqa: PLC0415

    if content.notice is None:
        raise InspectorError(_("没有整改通知单可出。"), _("检查封存之后，有须书面整改的问题时才出。"))
    return write_notice(content, content.notice, target)


def _write_poster(content: ReportContent, target: Path) -> int:
    from inspector.report.poster import write_poster  # noqa: PLC0415

    if content.cover.star.state != "full" or content.cover.star.level is None:
        raise InspectorError(_("只有评定的星级才能公示。"), _("请先满足评定的证据条件，再按营业厅评定出具。"))
    write_poster(content, target)
    return 1


def _write_workbook(content: ReportContent, target: Path) -> None:
    from inspector.report.office.workbook import write_workbook  # noqa: PLC0415

    write_workbook(content, target)


def _write_document(content: ReportContent, target: Path) -> None:
    from inspector.report.office.notice_document import write_document  # noqa: PLC0415

    if content.notice is None:
        raise InspectorError(_("没有整改通知单可出。"), _("检查封存之后，有须书面整改的问题时才出。"))
    write_document(content, content.notice, target)


# What offices edit: results as a workbook, the notice as a document, whichever kind of report was chosen.
OFFICE = {".xlsx": _write_workbook, ".docx": _write_document}


def for_public(content: ReportContent) -> ReportContent:
    """Return the content without photos, names, inner notes, and what was said between hall and inspectors."""
    hidden = (_("督查员"), _("暗访员"))
    facts = tuple(fact for fact in content.cover.facts if fact.label not in hidden)
    return replace(
        content,
        cover=replace(content.cover, facts=facts),
        visits=tuple(replace(visit, people="") for visit in content.visits),
        findings=tuple(replace(one, photos=(), responsible="") for one in content.findings),
        evidence=(),
        documents=(),
        signatures=(),
        said=(),
        general_note="",
        mystery=replace(
            content.mystery, journeys=tuple(replace(one, quotes=(), remarks=()) for one in content.mystery.journeys)
        ),
    )
