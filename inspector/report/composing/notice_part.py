"""The notice (整改通知单): what must be put right in writing, by when, and what follows."""

from inspector.inspection.finding import ORDER, WORKING_DAYS
from inspector.report.composing.cover_part import number
from inspector.report.composing.items_part import SEVERITIES
from inspector.report.composing.source import Source
from inspector.report.composing.standing import counting_words
from inspector.report.content import Basis, Finding
from inspector.report.noticed import Notice, NoticeRow
from inspector.report.rated import Labelled
from inspector.wording import _, long_date

REPLY_DAYS = 5


def notice(source: Source, findings: tuple[Finding, ...]) -> Notice | None:
    """Return the notice of a sealed inspection; None while it is a draft, or where nothing must be put right."""
    if source.draft or not findings:
        return None
    return Notice(
        unit=source.organisation or source.inspection.hall.unit,
        number=number(source),
        day=long_date((source.inspection.finished_at or source.made_at).date()),
        hall=source.inspection.hall.name,
        words=_words(source, findings),
        rows=tuple(_row(finding) for finding in findings),
        rules=_rules(source, findings),
        foot=_("一式两份，督查组与被检查单位各存一份。照片见全本第 6 章；不记录工作人员姓名。"),
    )


def _words(source: Source, findings: tuple[Finding, ...]) -> str:
    inspection = source.inspection
    kinds = counting_words(source.rated) if source.rated else _("{kind} 1 次").format(kind=source.kind)
    told = _("{day}，督查组对你厅进行{kinds}，检查 {n} 项").format(
        day=long_date(inspection.day), kinds=kinds, n=len(inspection.form.items)
    )
    if source.scored and source.rating.level is not None and source.rating.total is not None:
        told += _("，总分 {total}，{plate}{star}").format(
            total=source.rating.total_shown, plate=source.star.plate, star=source.star.word
        )
    parts = [
        _("{severity} {n} 项").format(severity=_(SEVERITIES[severity]), n=count)
        for severity in ORDER
        if (count := sum(one.severity == severity for one in findings))
    ]
    told += _("。下列 {n} 项须书面整改，其中{parts}").format(n=len(findings), parts=_("、").join(parts))
    if source.quick:
        told += _("；另有 {n} 项立查立改，清单见全本第 5 章").format(n=len(source.quick))
    return told + _("。请按期完成，并以整改前后同一位置的照片报验。")


def _row(finding: Finding) -> NoticeRow:
    photos = [photo.number.rpartition(" ")[2].rpartition("\u00a0")[2] for photo in finding.photos if photo.number]
    basis = "；".join(one.text for one in _by_rank(finding.basis)) or _("检查表 {item}").format(item=finding.item)
    return NoticeRow(
        finding.number, finding.item, finding.title, finding.severity, finding.facts, basis, finding.action,
        finding.deadline, " ".join(photos),
    )  # fmt: skip


def _by_rank(basis: tuple[Basis, ...]) -> list[Basis]:
    """Return laws before standards, and these before our own form."""

    def rank(one: Basis) -> int:
        if any(word in one.text for word in ("法", "条例", "办法", "规定")):
            return 0
        return 1 if any(word in one.text for word in ("GB", "DL", "Q/", "T/")) else 2

    return sorted(basis, key=rank)


def _rules(source: Source, findings: tuple[Finding, ...]) -> tuple[Labelled, ...]:
    sealed = (source.inspection.finished_at or source.made_at).date()
    terms = []
    for severity in ORDER:
        due = [one.deadline for one in source.written if one.severity == severity and one.deadline]
        if due and any(one.severity == severity for one in findings):
            terms.append(
                _("{severity}问题 {n} 个工作日，最迟 {day}").format(
                    severity=_(SEVERITIES[severity]), n=WORKING_DAYS[severity], day=source.day(max(due))
                )
            )
    term = _("；").join(terms)
    counted = _("工作日自封存次日起算，已按国务院办公厅节假日安排（含调休）扣除；须施工的按工期顺延。")
    days = int(source.after.days or REPLY_DAYS)
    reply = source.day(source.calendar.add(sealed, days))
    return (
        Labelled(_("期限"), f"{term}{_('。')}{counted}" if term else counted),
        Labelled(
            _("复查"),
            _(
                "否决和严重问题逐项现场复查，一般问题抽查不少于两成。"
                "逾期 5 个工作日报单位负责人，逾期 10 个工作日报上级单位。"
            ),
        ),
        Labelled(
            _("申辩"),
            _("如有异议，请在 {n} 个工作日内（{day}前）书面提出并附证据；申辩期内本次评定照常登记。").format(
                n=days, day=reply
            ),
        ),
        Labelled(_("对星级"), _effect(source)),
    )


def _effect(source: Source) -> str:
    rating = source.rating
    if rating.level is None:
        return _("本次不评星；这些问题计入下一次评定。")
    caps = [
        _("{why}，封顶{level}").format(why=cap.why, level=rating.scheme.level(cap.to or 0).label) for cap in rating.caps
    ]
    if caps:
        return _("；").join(caps) + _("；整改销号后重新评定，封顶随之解除。")
    return _("本次星级没有因这些问题封顶；按期销号后，不再作为未整改问题计入下一次评定。")
