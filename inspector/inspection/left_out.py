"""Why an item is not asked, in words taken from the hall's facts and columns."""

from inspector.form.conditions import Condition, FactIs, HallIs, ItemIs
from inspector.form.form import Form
from inspector.inspection.inspection import Inspection
from inspector.wording import _

COLUMN_WORDS = {
    "class": "级别", "area": "区域", "building": "建筑", "operator": "供电企业",
    "urban": "城区", "rural": "农村", "remote": "特殊边远", "new": "新建", "rebuilt": "改建", "existing": "既有",
}  # fmt: skip


def reason_not_asked(inspection: Inspection, item: str) -> str:
    """Return the automatic reason of an item that is not asked; empty when it is asked."""
    blank = inspection.form.items[item]
    if blank.ask_if is None or inspection.asked(item):
        return ""
    words = [_told(one, inspection) for one in _leaves(blank.ask_if) if one.holds(inspection) is not None]
    return _("厅情：{facts}").format(facts="；".join(dict.fromkeys(word for word in words if word)))


def _leaves(condition: Condition) -> list[Condition]:
    inner = condition.inner()
    return [leaf for one in inner for leaf in _leaves(one)] if inner else [condition]


def _told(condition: Condition, inspection: Inspection) -> str:
    if isinstance(condition, FactIs):
        answer = _("是") if inspection.fact(condition.key) else _("否")
        return f"{_fact_words(inspection.form, condition.key)}——{answer}"
    if isinstance(condition, HallIs):
        value = inspection.hall_value(condition.column)
        column = COLUMN_WORDS.get(condition.column, condition.column)
        return f"{_(column)} {_(COLUMN_WORDS.get(value, value))}"
    if isinstance(condition, ItemIs):
        return _("由 {item} 的结论决定").format(item=condition.item)
    return ""


def _fact_words(form: Form, key: str) -> str:
    return next((fact.ask.zh for fact in form.facts if fact.key == key), key)
