"""What may be claimed of an inspection as it stands: true for its kind, its state and the scheme's evidence floor."""

from datetime import datetime

from inspector.inspection.amended import amended_words
from inspector.inspection.durations import times
from inspector.inspection.signing import HALL, INSPECTOR, Signature
from inspector.rating.hall import HallRating
from inspector.rating.rate import State
from inspector.report.composing.source import KINDS, Source
from inspector.report.composing.visits_part import Visited, visits_part
from inspector.report.content import SignatureBox
from inspector.report.rated import Labelled
from inspector.report.visited import Mystery
from inspector.wording import _, long_date, truncated

OPENLY = ("open", "recheck")


def report_title(source: Source) -> str:
    """Return what the paper is: a rating, the check of a few topics, or a draft of either."""
    whole = len(source.topics) == len(source.rating.scheme.topics)
    title = _("星级评定报告") if whole else _("专题检查报告")
    return _("{title}（草稿）").format(title=title) if source.draft else title


def headline(source: Source) -> str:
    """Return the judgement in one sentence."""
    rating = source.rating
    if rating.state is State.WITHHELD:
        return _("有否决事实待确认，暂不评星。")
    if rating.level is None:
        partial = len(source.topics) < len(source.rating.scheme.topics)
        return _("专题检查，不评星。") if partial else _("尚不能评星。")
    words = {
        State.INTERIM: _("检查尚未完成，暂估为{level}。"),
        State.PROVISIONAL: _("本厅暂评为{level}。"),
        State.FULL: _("本厅评定为{level}。"),
    }[rating.state]
    return words.format(level=rating.level.label)


def counting_words(rated: HallRating) -> str:
    """Return how many inspections of each kind a hall's star counts."""
    kinds = [one.inspection.head.kind for one in rated.considered if one.counts]
    told = [_("{kind} {n} 次").format(kind=_(KINDS[kind]), n=kinds.count(kind)) for kind in dict.fromkeys(kinds)]
    return _("、").join(told)


def _worth(rated: HallRating) -> str:
    told = _("营业厅评定：计入{counting}。").format(counting=counting_words(rated))
    told += _("{lacking}，只作暂评。").format(lacking=rated.lacking) if rated.lacking else _("证据齐备。")
    survey = rated.survey
    if survey and survey.satisfied is not None:
        words = _("客户问卷 {n} 份，满意率 {share}%，单独统计，不计入星级。")
        told += words.format(n=survey.sheets, share=truncated(survey.satisfied))
    return told


def visits_note(source: Source) -> str:
    """Return what the visit is worth as evidence."""
    if source.rated:
        return _worth(source.rated)
    state, counts = source.rating.state, source.rating.counts
    if source.draft:
        asked = sum(counts.values()) - counts["not_asked"]
        return _("检查尚未完成：应答 {asked} 项，已答 {n} 项。以下只按已答的项估算，不作评定依据。").format(
            asked=asked, n=asked - counts["unanswered"]
        )
    if state is State.WITHHELD:
        return _("否决事实须由第二人核实，核实前不评星。")
    if state is State.UNRATED:
        return _("{why}；本报告只作检查记录，不作评定依据。").format(why=source.rating.why)
    return provisional(source) if state is State.PROVISIONAL else ""


def provisional(source: Source) -> str:
    """Return why a star is provisional."""
    if source.rated:
        return source.rated.lacking
    floor = source.rating.scheme.floor
    wanted = [
        words.format(n=floor[key])
        for key, words in (("open", _("{n} 次有效明察")), ("mystery", _("{n} 次有效暗访")))
        if floor.get(key)
    ]
    only = _("本报告只依据 1 次{kind}，故为暂评。").format(kind=source.kind)
    return _("评定下限为 {floor}；").format(floor=_("与 ").join(wanted)) + only if wanted else only


def standing(source: Source) -> tuple[Labelled, ...]:
    """Return why the star is not yet firm, as an adjustment."""
    if source.rating.state is State.PROVISIONAL:
        name = _("证据不足") if source.rated else _("仅一次{kind}").format(kind=source.kind)
        return (Labelled(name, provisional(source)),)
    if source.rating.state is State.INTERIM:
        return (Labelled(_("检查未完成"), _("只按已作答的项估算，星级标为暂估。")),)
    return ()


def nothing_found(source: Source) -> str:
    """Return that no problem needs a written rectification, as far as that is known."""
    return _("已作答的项中尚未发现须书面整改的问题。") if source.draft else _("未发现须书面整改的问题。")


def lost_sentence(source: Source) -> str:
    """Return how what was not found conforming is put right."""
    written, quick = len(source.written), len(source.quick)
    if not written + quick:
        return _("没有不符合或部分符合的项。")
    parts = [_("书面整改 {n} 项").format(n=written)] * bool(written) + [_("立查立改 {n} 项").format(n=quick)] * bool(
        quick
    )
    return _("不符合与部分符合共 {n} 项：{parts}。").format(n=written + quick, parts=_("，").join(parts))


def mystery(source: Source) -> Mystery:
    """Return chapter 4: the mystery visit as a journey, or that this was none."""
    inspection = source.inspection
    if source.visited:
        return visits_part(source.visited, with_findings=True)
    if inspection.head.kind == "mystery":
        return visits_part((Visited(inspection, source.rating, source.validity),))
    timed = sum(bool(one.values) for one in times(inspection))
    told = _("本报告依据一次{kind}，没有纳入暗访。").format(kind=source.kind)
    return Mystery(told + (_("现场计时 {n} 个，见第 5 章。").format(n=timed) if timed else ""))


def signatures(source: Source) -> tuple[SignatureBox, ...]:
    """Return the boxes to sign in; a draft is not signed."""
    if source.draft:
        return ()
    head, people = source.inspection.head, source.people
    named = people if head.visit else _("督查员 {names}").format(names=people)
    by = {role: [one for one in head.signatures if one.role == role] for role in (INSPECTOR, HALL)}
    ours = [_signed(_("督查员 {names}").format(names=one.name), one) for one in by[INSPECTOR]]
    theirs = [_signed(_("营业厅 {name}").format(name=one.name), one) for one in by[HALL]]
    return (
        *(ours or [SignatureBox(named if people else _("督查员"))]),
        SignatureBox(_("复核人")),
        *(theirs or [SignatureBox(_("营业厅负责人（意见可附页）"))]),
        SignatureBox(_("评定单位（章）"), seal=True),
    )


def _signed(role: str, signature: Signature) -> SignatureBox:
    day = long_date(datetime.fromisoformat(signature.at).date())
    return SignatureBox(role, day=day, strokes=signature.strokes)


def said(source: Source) -> tuple[Labelled, ...]:
    """Return what was put right and by which record, and what the hall said and replied."""
    head, after = source.inspection.head, source.after
    lines = [Labelled(_("更正"), amended_words(head.amends))] if head.amends else []
    if after.amended_by:
        lines.append(Labelled(_("更正"), _("本记录已由第 {n} 号检查更正，以更正后的为准。").format(n=after.amended_by)))
    if head.statement:
        lines.append(Labelled(_("营业厅意见"), head.statement))
    lines += [Labelled(_("{day} {name} 答复").format(day=day, name=name), words) for day, name, words in after.replies]
    if after.days and not source.draft and head.kind in OPENLY:
        told = _("营业厅对结论有异议的，可在收到本报告起 {n} 个工作日内书面答复，答复与本记录一同保存。")
        lines.append(Labelled(_("答复权"), told.format(n=after.days)))
    return tuple(lines)
