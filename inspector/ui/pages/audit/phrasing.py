"""How the audit page says items, values and conditions in a few words."""

from collections.abc import Sequence
from decimal import Decimal

from inspector.form.conditions import Answered, AtLeast, Condition, FactIs, HallIs, ItemIs, Not, Ticked
from inspector.form.form import Form, Item, Part, PartKind
from inspector.inspection.answer import Answer, Sample, Verdict
from inspector.inspection.inspection import Inspection
from inspector.inspection.judging import figure
from inspector.ui.widgets.verdict_looks import verdict_word
from inspector.wording import NBSP, _, plain_number, with_unit

SHOWN_VALUES = 3
GROUP = 4


def how_word(item: Item) -> str:
    """Say how an item is looked at, with the number of values wanted."""
    words = {
        "observe": _("观察"),
        "measure": _("实测"),
        "time": _("计时"),
        "ask": _("询问"),
        "document": _("查阅"),
        "call": _("拨测"),
    }
    wanted = max((part.samples for part in item.parts if part.kind.measured), default=1)
    word = words.get(item.how, item.how)
    return word if wanted == 1 else _("{how} {n} 个数").format(how=word, n=wanted)


def unit_word(unit: str) -> str:
    """Return a unit as people say it."""
    return {"s": _("秒"), "min": _("分钟"), "h": _("小时"), "d": _("天"), "wd": _("个工作日")}.get(unit, unit)


def grouped(value: Decimal) -> str:
    """Print a figure with a no-break space at the thousands: 1 520."""
    text = plain_number(value)
    whole, point, rest = text.lstrip("-").partition(".")
    if len(whole) >= GROUP:
        whole = f"{int(whole):,}".replace(",", NBSP)
    return f"{'-' if text.startswith('-') else ''}{whole}{point}{rest}"


def figure_words(value: Decimal, unit: str) -> str:
    """Print a figure with its unit."""
    return with_unit(grouped(value), unit_word(unit))


def value_words(item: Item, answer: Answer) -> str:
    """Sum up what was measured, for a closed card: the first part that holds figures."""
    for part in item.parts:
        samples = answer.parts.get(part.key, ())
        if part.kind.measured and samples and (words := _part_words(part, samples)):
            return words
    return ""


def _part_words(part: Part, samples: Sequence[Sample]) -> str:
    if part.kind is PartKind.RATIO:
        one = samples[0]
        return "" if one.value is None or not one.of else f"{with_unit(f'{one.value}/{one.of}', part.unit)}"
    values = [value for sample in samples if (value := figure(sample)) is not None]
    if not values:
        return ""
    if len(values) > SHOWN_VALUES:
        return _("{n} 个数").format(n=len(values))
    return with_unit(" / ".join(grouped(value) for value in values), unit_word(part.unit))


def evidence_words(item: Item) -> str:
    """Say which evidence an item wants."""
    rule = item.evidence
    ruler = {"always": _("需量尺照片"), "on_fail": _("不符合须有量尺照片")}
    plain = {"always": _("需照片"), "on_fail": _("不符合须有照片")}
    photo = (ruler if rule.with_ruler else plain).get(rule.photo, "")
    document = _("记文件号") if rule.document else ""
    return " · ".join(part for part in (photo, document) if part)


def weight_words(item: Item) -> str:
    """Say what an item weighs."""
    return _("权重 {n}").format(n=item.weight) if item.weight else _("不计分")


def condition_words(condition: Condition, inspection: Inspection) -> str:
    """Say why an item is not asked: the conditions that are known to be false."""
    form = inspection.form
    if condition.holds(inspection) is not False:
        return ""
    if isinstance(condition, FactIs):
        said = _("否") if condition.value else _("是")
        return _("{fact}：{said}").format(fact=_fact(form, condition.key), said=said)
    if isinstance(condition, HallIs):
        return _("本厅类别不适用")
    if isinstance(condition, ItemIs | Answered | Ticked):
        key = inspection.verdict_key(condition.item)
        word = verdict_word(Verdict(key) if key else None)
        return _("{item} {verdict}").format(item=condition.item, verdict=word)
    return _inner_words(condition, inspection)


def _inner_words(condition: Condition, inspection: Inspection) -> str:
    if isinstance(condition, Not):
        facts = [_fact(inspection.form, key) for key in condition.facts()]
        return _("{facts}：是").format(facts="、".join(facts)) if facts else _("条件不成立")
    if isinstance(condition, AtLeast):
        reasons = [condition_words(one, inspection) for one in condition.of]
        return "；".join(dict.fromkeys(reason for reason in reasons if reason))
    return _("条件不成立")


def _fact(form: Form, key: str) -> str:
    return next((str(fact.ask) for fact in form.facts if fact.key == key), key)


def reason_not_asked(item: Item, inspection: Inspection) -> str:
    """Return the automatic reason of an item that is not asked."""
    return condition_words(item.ask_if, inspection) if item.ask_if else ""


def gating_facts(form: Form, items: Sequence[Item]) -> list[str]:
    """Return the facts that decide what some items ask or how they are judged, in the form's order."""
    read: set[str] = set()
    for item in items:
        conditions = [item.ask_if, *(worse.when for worse in item.worse_if)]
        conditions += [band.when for part in item.parts for band in part.bands]
        for condition in conditions:
            read.update(condition.facts() if condition else ())
    return [fact.key for fact in form.facts if fact.key in read]


def common_reasons(verdict: Verdict | None) -> list[str]:
    """Return what is commonly said for 不适用, 未能检查 and an overruled value, one tap each."""
    if verdict is Verdict.NA:
        return [_("本厅无此设施"), _("本厅不办理此业务"), _("检查时段未涉及"), _("由属地统一管理")]
    if verdict is Verdict.UNCHECKED:
        return [_("当时无客户办理"), _("设备检修中"), _("人员不在岗"), _("资料未能提供"), _("时间不足")]
    return [_("已有替代措施，试用有效"), _("测点受临时物品影响"), _("仪器误差范围内"), _("现场另有情况，见备注")]
