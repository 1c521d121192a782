"""What closes the report: the visit made, the comparison with last time, method and versions, signatures."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from inspector.form.form import Item
from inspector.inspection.answer import Verdict
from inspector.inspection.measured import measured_words
from inspector.rating.hall import Considered
from inspector.report.composing.cover_part import last_result
from inspector.report.composing.items_part import VERDICTS
from inspector.report.composing.source import KINDS, Source
from inspector.report.content import Compared, Comparison, Group, Method, Tally, Visit
from inspector.report.rated import Labelled
from inspector.wording import _, clock, long_date, short_date, truncated

LOST = {Verdict.PARTLY, Verdict.FAIL}


def visits(source: Source) -> tuple[Visit, ...]:
    """Return the visits this report rests on; for a hall, every inspection of the time and why it counts or not."""
    if source.rated:
        return tuple(_considered(one) for one in source.rated.considered if one.inspection.head.kind != "survey")
    inspection = source.inspection
    began, ended = inspection.started_at, inspection.finished_at
    when = f"{long_date(began.date())} {began:%H:%M}"
    if ended:
        when += f"–{ended:%H:%M}" if ended.date() == began.date() else f"–{long_date(ended.date())} {ended:%H:%M}"
    measured = sum(bool(measured_words(item, inspection.answer(item.id))) for item in inspection.asked_items)
    scope = _("{form}全部 {n} 项，问到 {asked} 项").format(
        form=inspection.form.title, n=len(inspection.form.items), asked=len(inspection.asked_items)
    )
    scope += _("，有实测值 {n} 项").format(n=measured) if measured else ""
    sealed, note = (None, _("未完成")) if source.draft else (True, _("已封存"))
    return (Visit(source.kind, when, scope, source.people or "–", sealed, note),)


def _considered(one: Considered) -> Visit:
    inspection = one.inspection
    visit, people = inspection.head.visit, "、".join(person.name for person in inspection.head.inspectors)
    who = _("暗访员 {code}").format(code=visit.shopper) if visit else people
    day = long_date((inspection.finished_at or inspection.started_at).date())
    return Visit(_(KINDS[inspection.head.kind]), day, str(inspection.form.title), who or "–", one.counts, one.why)


def comparison(source: Source) -> Comparison:
    """Return chapter 7: item by item against the last time, or that there was none."""
    last = source.last
    if last is None:
        return Comparison(_("这是本厅第一次检查，没有可比的上次结果。"))
    both = _pick(source, list(source.inspection.asked_items), lambda then, now: then.judged and now.judged)
    better = _pick(source, both, lambda then, now: then in LOST and now is Verdict.CONFORM)
    worse = _pick(source, both, lambda then, now: then is Verdict.CONFORM and now in LOST)
    still = _pick(source, both, lambda then, now: then in LOST and now in LOST)
    fresh = [
        item
        for item in source.inspection.asked_items
        if source.inspection.verdict(item.id) in LOST and last.verdict(item.id) not in {*LOST, Verdict.CONFORM}
    ]
    repeated = [
        item
        for item in still
        if source.inspection.verdict(item.id) is Verdict.FAIL and last.verdict(item.id) is Verdict.FAIL
    ]
    groups = (
        Group(_("改善"), "up", _compared(source, better)),
        Group(_("变差"), "down", _compared(source, worse)),
        Group(_("重复问题"), "same", _compared(source, repeated)),
    )
    return Comparison(
        lead=_("上次：{day} {kind}，{result}。两次都有结论的 {n} 项逐项对照。").format(
            day=long_date(last.day), kind=_(KINDS[last.kind]), result=last_result(source, last), n=len(both)
        ),
        then=long_date(last.day),
        now=long_date(source.inspection.day),
        tallies=(
            Tally("up", _("改善"), str(len(better)), _("现已符合")),
            Tally("down", _("变差"), str(len(worse)), _("原先符合")),
            Tally("same", _("仍有问题"), str(len(still)), _("重复不符合 {n} 项").format(n=len(repeated))),
            Tally("new", _("新查出"), str(len(fresh)), _("上次没有结论")),
        ),
        groups=tuple(group for group in groups if group.rows),
    )


def _pick(source: Source, items: list[Item], test: Callable[[Verdict, Verdict], bool]) -> list[Item]:
    picked = []
    for item in items:
        then = source.last.verdict(item.id) if source.last else None
        now = source.inspection.verdict(item.id)
        if then is not None and now is not None and test(then, now):
            picked.append(item)
    return picked


def _compared(source: Source, items: list[Item]) -> tuple[Compared, ...]:
    rows = []
    for item in items:
        then, now = source.last.verdict(item.id) if source.last else None, source.inspection.verdict(item.id)
        before = measured_words(item, source.last.answer(item.id)) if source.last else ""
        rows.append(
            Compared(
                item.id,
                item.ask.zh,
                _told(then, before),
                _told(now, measured_words(item, source.inspection.answer(item.id))),
            )
        )
    return tuple(rows)


def _told(verdict: Verdict | None, measured: str) -> str:
    words = _(VERDICTS[verdict]) if verdict else "–"
    return f"{words}（{measured}）" if measured else words


def method(source: Source) -> Method:
    """Return how the paper came about, and every version and digest it rests on."""
    inspection, scheme, seal = source.inspection, source.rating.scheme, source.seal
    limits = inspection.limits
    weights = scheme.measures[scheme.total].mix or {}
    mixed = "、".join(f"{source.title(key)} {weight}" for key, weight in weights.items())
    sealed = f"{seal.at:%Y-%m-%d} {clock(seal.at)} {seal.at.isoformat()[-6:]}" if seal else _("尚未封存")
    versions = (
        (_("检查表"), f"{inspection.form.name}，{_('指纹')} {inspection.form.digest[:12]}"),
        (_("星级规范"), f"{scheme.name}，{_('指纹')} {scheme.digest[:12]}"),
        (_("时限表"), f"{limits.id}@{limits.version}，{_('指纹')} {limits.digest[:12]}"),
        (_("引用标准"), _("标准号加年份；条款经人核对者方印")),
        (_("封存时间"), sealed),
        (_("设备序"), _("第 {n} 条").format(n=seal.number) if seal else "–"),
    )
    first = seal is not None and not seal.previous.strip("0")
    return Method(
        paragraphs=(
            _(
                "专题得分率为得分权重除以适用权重，符合计满分，部分符合计{half}，不符合计零；理念得分率为所含专题得分率按专题"
                "权重的平均，总分为各理念得分率的加权平均（{mixed}），没有数据的不计入。{exact}"
            ).format(mixed=mixed, half=_half(source), exact=_exact(source)),
            _(
                "比较用精确分数，印刷一律截断，不四舍五入。分步失分为相邻累计分之差，故逐步相加恰为总失分；单项失分截断到"
                "两位小数，相加与分步失分可差在末位。“只改此项”为只把该项改为符合后的总分。"
            ),
            _(
                "“不适用”从分子与分母同时剔除，理由逐项写明；按厅情自动剔除的，注明厅情。“未能检查”同样退出基数，"
                "但计入数据充分性。工作日自次日起算，按国务院办公厅节假日安排（含调休）扣除。"
                "营业厅对结论有异议的，可在签字时附页写明并提供佐证。"
            ),
            *_set_by_hand(source),
            *_privacy(source),
        ),
        versions=tuple(Labelled(*pair) for pair in versions),
        record_hash=seal.sha256 if seal else "",
        previous_hash="" if seal is None else _("本机第一条记录，没有前条") if first else seal.previous,
        unverified=_("注有“条款待核”的依据，条文号尚未经人核对，以标准原文为准。"),
    )


def _set_by_hand(source: Source) -> tuple[str, ...]:
    """Name the days set by hand on which a deadline of this paper rests."""
    last = max((one.deadline for one in source.findings if one.deadline), default=source.inspection.day)
    words = {day: _("{day}休息") for day in source.calendar.off} | {day: _("{day}上班") for day in source.calendar.on}
    days = [day for day in sorted(words) if source.inspection.day < day <= last]
    if not days:
        return ()
    told = _("、").join(words[day].format(day=short_date(day)) for day in days)
    return (_("整改期限内有按本地安排手工设定的日子：{days}。").format(days=told),)


def _privacy(source: Source) -> tuple[str, ...]:
    """Say of a covert visit how it was announced, and how those seen on it are protected."""
    if source.inspection.head.visit is None:
        return ()
    notice = source.notice
    day = _("{day}公告").format(day=long_date(date.fromisoformat(notice.day))) if notice.day else _("公告日期未登记")
    purpose = notice.purpose or _("未登记")
    return (
        _(
            "暗访项目{day}，用途：{purpose}。暗访员以代号出现，真实身份封存，只有密钥保管人因申诉可以开启，每次开启都有记录；"
            "不记工作人员姓名。照片经人核对没有可辨认的人脸、证件和票据后方刊出，遮挡不可还原，原件不外传，到期按期销毁。"
        ).format(day=day, purpose=purpose),
    )


def _half(source: Source) -> str:
    credit = source.rating.scheme.credits[Verdict.PARTLY]
    return _("一半") if credit == Fraction(1, 2) else f"{credit}"


def _exact(source: Source) -> str:
    total = source.rating.total
    if total is None or not source.scored:
        return ""
    return _("本次总分精确值 {exact}，印作 {shown}。").format(
        exact=truncated(total, 4), shown=source.rating.total_shown
    )
