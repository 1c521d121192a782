"""The cover, the report's number and how to read it."""

from inspector.inspection.history import LastTime
from inspector.report.composing.source import Source
from inspector.report.composing.standing import counting_words, report_title
from inspector.report.content import Cover
from inspector.report.rated import Labelled
from inspector.wording import _, long_date


def number(source: Source) -> str:
    """Return the report's number: hall code, year and place in the chain, or that it is a draft."""
    if source.seal is None:
        return _("草稿")
    number = f"{source.inspection.hall.code}-{source.inspection.day.year}-{source.seal.number:04}"
    return _("{number}-评定").format(number=number) if source.rated else number


def reading() -> tuple[str, ...]:
    """Return how figures and signs are to be read."""
    return (
        _("分数一律截断，不四舍五入；比较星级时用未截断的精确值。分步失分为相邻累计分之差，故逐步相加恰为总失分。"),
        _(
            "“不适用”从分子与分母同时剔除，理由逐项写明：“按厅情自动”由系统按营业厅情况判定，其余由督查员填写。"
            "“记录”项只记录、不计分。"
        ),
    )


def cover(source: Source) -> Cover:
    """Return what the cover says."""
    inspection, rating, hall = source.inspection, source.rating, source.inspection.hall
    facts = [
        (_("检查日期"), long_date(inspection.day)),
        (_("报告日期"), long_date(source.made_at.date())),
        (_("检查方式"), counting_words(source.rated) if source.rated else source.kind),
        (_("网点级别"), _("{name} 类营业厅").format(name=hall.hall_class) if hall.hall_class else "–"),
        (_("检查项"), _items(source)),
        (_("厅编码"), hall.code),
        (_("督查员"), source.people or "–"),
        (_("检查表"), inspection.form.name),
        (_("星级规范"), rating.scheme.name),
        (_("地址"), hall.address or "–"),
    ]
    notes = _notes(source)
    return Cover(
        unit=source.organisation or hall.unit,
        subject=_("供电营业厅服务质量督查"),
        title=report_title(source),
        star=source.star,
        total=None if rating.total is None or rating.level is None else rating.total_shown,
        notes=notes,
        why=rating.why,
        facts=tuple(Labelled(*fact) for fact in facts),
    )


def _notes(source: Source) -> tuple[str, ...]:
    if source.draft:
        return (_("草稿，不作评定依据"),)
    if source.rated:
        until = source.rated.valid_until
        return (_("有效至 {day}").format(day=long_date(until)),) if until else (source.rated.lacking,)
    if source.last is None:
        return (_("首次评定") if source.scored else _("此前没有检查记录"),)
    return (_("上次 {day}：{result}").format(day=long_date(source.last.day), result=last_result(source, source.last)),)


def last_result(source: Source, last: LastTime) -> str:
    """Return the star and the total of the last time, or that there was no star."""
    if last.level is None:
        return _("未评星")
    return f"{source.rating.scheme.level(last.level).label} {last.total}"


def _items(source: Source) -> str:
    """Return how many items the form has, and how many of them bring no judgement."""
    counts = source.rating.counts
    parts = (
        (_("不适用 {n} 项"), counts["na"] + counts["not_asked"]),
        (_("未能检查 {n} 项"), counts["unchecked"]),
        (_("未作答 {n} 项"), counts["unanswered"]),
    )
    told = [words.format(n=number) for words, number in parts if number]
    whole = _("{n} 项").format(n=len(source.inspection.form.items))
    return _("{whole}，其中{parts}").format(whole=whole, parts="、".join(told)) if told else whole
