"""What closes the report: the visit made, the comparison with last time, method and versions, signatures."""

from collections.abc import Callable

from inspector.form.form import Item
from inspector.inspection.answer import Verdict
from inspector.inspection.measured import measured_words
from inspector.report.composing.cover_part import KINDS
from inspector.report.composing.items_part import VERDICTS
from inspector.report.composing.source import Source
from inspector.report.content import Compared, Comparison, Group, Method, SignatureBox, Tally, Visit
from inspector.report.rated import Labelled
from inspector.wording import _, clock, long_date, truncated

LOST = {Verdict.PARTLY, Verdict.FAIL}


def visits(source: Source) -> tuple[Visit, ...]:
    """Return the visit this report rests on."""
    inspection = source.inspection
    began, ended = inspection.started_at, inspection.finished_at
    when = f"{long_date(began.date())} {began:%H:%M}" + (f"–{ended:%H:%M}" if ended else "")
    measured = sum(item.measured for item in inspection.asked_items)
    scope = _("检查表全部 {n} 项，问到 {asked} 项，其中实测 {measured} 项").format(
        n=len(inspection.form.items), asked=len(inspection.asked_items), measured=measured
    )
    people = "、".join(person.name for person in inspection.head.inspectors) or "–"
    return (Visit(_(KINDS[inspection.head.kind]), when, scope, people, valid=True),)


def comparison(source: Source) -> Comparison:
    """Return chapter 7: item by item against the last time, or that there was none."""
    last = source.last
    if last is None:
        return Comparison(_("首次评定，没有可比的上次结果。"))
    both = [item for item in source.inspection.asked_items if last.verdict(item.id) is not None]
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
    level = "–" if last.level is None else str(source.rating.scheme.level(last.level).label)
    groups = (
        Group(_("改善"), "up", _compared(source, better)),
        Group(_("变差"), "down", _compared(source, worse)),
        Group(_("重复问题"), "same", _compared(source, repeated)),
    )
    return Comparison(
        lead=_("上次：{day}，{level}，总分 {total}。共有 {n} 项可逐项对照。").format(
            day=long_date(last.day), level=level, total=last.total, n=len(both)
        ),
        then=long_date(last.day),
        now=long_date(source.inspection.day),
        tallies=(
            Tally("up", _("改善"), str(len(better)), _("不再丢分")),
            Tally("down", _("变差"), str(len(worse)), _("原符合，现丢分")),
            Tally("same", _("仍丢分"), str(len(still)), _("其中重复不符合 {n} 项").format(n=len(repeated))),
            Tally("new", _("首查丢分"), str(len(fresh)), _("上次未问或不适用")),
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
    sealed = f"{seal.at:%Y-%m-%d} {clock(seal.at)} {seal.at:%z}" if seal else _("尚未封存")
    versions = (
        (_("检查表"), f"{inspection.form.name}，{_('指纹')} {inspection.form.digest[:12]}"),
        (_("星级规范"), f"{scheme.name}，{_('指纹')} {scheme.digest[:12]}"),
        (_("时限表"), f"{limits.id}@{limits.version}，{_('指纹')} {limits.digest[:12]}"),
        (_("引用标准"), _("标准号加年份；条款经人核对者方印")),
        (_("封存时间"), sealed),
        (_("设备序"), _("第 {n} 条").format(n=seal.number) if seal else "–"),
    )
    exact = "" if source.rating.total is None else truncated(source.rating.total, 4)
    return Method(
        paragraphs=(
            _(
                "得分率为得分权重除以适用权重；符合计满分，部分符合计一半，不符合计零。"
                "总分为各理念得分率的加权平均（{mixed}），本次精确值 {exact}。"
                "比较用精确分数，印刷一律截断一位，不四舍五入；分步失分为相邻累计分之差，故逐项相加恰为总失分。"
            ).format(mixed=mixed, exact=exact or "–"),
            _(
                "“不适用”从分子与分母同时剔除，理由逐项写明；按厅情自动剔除的，注明厅情。“未能检查”同样退出基数，"
                "但计入数据充分性。工作日自次日起算，按国务院办公厅节假日安排（含调休）扣除。"
                "问题须经复核，营业厅可在 5 个工作日内申辩。"
            ),
        ),
        versions=tuple(Labelled(*pair) for pair in versions),
        record_hash=seal.sha256 if seal else "",
        previous_hash=seal.previous if seal else "",
        unverified=_("注有“条款待核”的依据，条文号尚未经人核对，以标准原文为准。"),
    )


def signatures() -> tuple[SignatureBox, ...]:
    """Return the boxes to sign in."""
    return (
        SignatureBox(_("督查员（两人）")),
        SignatureBox(_("复核人")),
        SignatureBox(_("营业厅负责人（意见可附页）")),
        SignatureBox(_("评定单位（章）"), seal=True),
    )
