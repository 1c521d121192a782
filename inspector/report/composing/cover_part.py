"""The cover, the report's number and how to read it."""

from inspector.report.composing.source import Source
from inspector.report.content import Cover
from inspector.report.rated import Labelled
from inspector.wording import _, long_date

KINDS = {"open": "明察", "mystery": "暗访", "recheck": "复查", "survey": "问卷"}


def number(source: Source) -> str:
    """Return the report's number: hall code, year and place in the chain, or that it is a draft."""
    if source.seal is None:
        return _("草稿")
    return f"{source.inspection.hall.code}-{source.inspection.day.year}-{source.seal.number:04}"


def reading() -> tuple[str, ...]:
    """Return how figures and signs are to be read."""
    return (
        _(
            "分数一律截断到一位小数，不四舍五入；比较星级时用未截断的精确值。分步失分为相邻累计分之差，故逐项相加恰为总失分。"
        ),
        _("“不适用”从分子与分母同时剔除，理由逐项写明；“记录”项只记录、不计分。"),
    )


def cover(source: Source) -> Cover:
    """Return what the cover says."""
    inspection, rating, hall = source.inspection, source.rating, source.inspection.hall
    counts = rating.counts
    left_out = counts["na"] + counts["not_asked"] + counts["unchecked"]
    facts = [
        (_("检查日期"), long_date(inspection.day)),
        (_("报告日期"), long_date(source.made_at.date())),
        (_("检查方式"), _(KINDS[inspection.head.kind])),
        (_("网点级别"), _("{name} 类营业厅").format(name=hall.hall_class) if hall.hall_class else "–"),
        (
            _("检查项"),
            _("{n} 项，其中不适用与未查 {out} 项").format(n=len(inspection.form.items), out=left_out),
        ),
        (_("厅编码"), hall.code),
        (_("督查员"), "、".join(person.name for person in inspection.head.inspectors) or "–"),
        (_("检查表"), inspection.form.name),
        (_("星级规范"), rating.scheme.name),
        (_("地址"), hall.address or "–"),
    ]
    notes = _notes(source)
    return Cover(
        unit=source.organisation or hall.unit,
        subject=_("供电营业厅服务质量督查"),
        title=_("星级评定报告"),
        star=source.star,
        total=None if rating.total is None or source.star.level is None else rating.total_shown,
        notes=notes,
        why=rating.why,
        facts=tuple(Labelled(*fact) for fact in facts),
    )


def _notes(source: Source) -> tuple[str, ...]:
    if source.last is None:
        return (_("首次评定"),)
    last = source.last
    level = "–" if last.level is None else str(source.rating.scheme.level(last.level).label)
    return (_("上次 {day}：{level} {total}").format(day=long_date(last.day), level=level, total=last.total),)
