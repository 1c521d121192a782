"""The form of a service hall: every column of it, and the words in which its columns are told."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.inspection.hall import AREAS, BUILDINGS, CLASSES, OPERATORS, Hall
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.card import ScrollPage
from inspector.ui.widgets.choice import Choice
from inspector.ui.widgets.fields import Field, lead_on
from inspector.ui.widgets.painted import Words
from inspector.wording import _

NEW = Hall("", "")
GAP = 16
IN_ORDER = ("name", "code", "unit", "city", "county", "address", "hours", "phone")
GUTTER = 12  # the scroll bar stands beside the fields, never on them


def class_word(hall_class: str) -> str:
    """Return the word of a hall's class; an unknown one is 未定级."""
    return _("{letter} 级").format(letter=hall_class) if hall_class else _("未定级")


def operator_word(operator: str) -> str:
    """Return the name of a power company."""
    words = {"SGCC": _("国家电网"), "CSG": _("南方电网"), "IMPC": _("内蒙古电力"), "other": _("其他企业")}
    return words.get(operator, operator)


def area_word(area: str) -> str:
    """Return the word of an area type."""
    return {"urban": _("城区"), "rural": _("农村"), "remote": _("边远")}.get(area, area)


def building_word(building: str) -> str:
    """Return the word of how new a building is."""
    return {"new": _("新建"), "rebuilt": _("改建"), "existing": _("既有")}.get(building, building)


class HallForm(QWidget):
    """Every column of a hall; signals `saved(Hall)` and `cancelled()`.

    The code names the hall for good, so it can be typed only while the hall shown has none.
    """

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = NEW
        self.setAccessibleName(_("营业厅"))
        self.fields = {
            "code": Field(_("编码"), _("如 BJ-017"), caption=True),
            "name": Field(_("名称"), _("如 滨江供电营业厅"), caption=True),
            "unit": Field(_("所属单位"), caption=True),
            "city": Field(_("地市"), caption=True),
            "county": Field(_("区县"), caption=True),
            "address": Field(_("地址"), caption=True),
            "hours": Field(_("营业时间"), _("如 8:30–17:30"), caption=True),
            "phone": Field(_("联系电话"), caption=True),
        }
        self.choices = {
            "hall_class": _choice(_("级别"), [("", class_word("")), *((one, class_word(one)) for one in CLASSES)]),
            "operator": _choice(_("供电企业"), [(one, operator_word(one)) for one in OPERATORS]),
            "area": _choice(_("区域"), [(one, area_word(one)) for one in AREAS]),
            "building": _choice(_("建筑"), [(one, building_word(one)) for one in BUILDINGS]),
        }
        self.save_button = ActionButton(_("保存营业厅"), PRIMARY, "check")
        self.cancel_button = ActionButton(_("取消"))
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.cancelled)
        lead_on([self.fields[key] for key in IN_ORDER], self.save)
        self._lay_out()
        self.show_hall(None)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, GUTTER, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        rows = (
            ("name",), ("code", "hall_class"), ("operator", "area"), ("unit", "building"), ("city", "county"),
            ("address",), ("hours", "phone"),
        )  # fmt: skip
        for row, keys in enumerate(rows):
            for column, key in enumerate(keys):
                placed = self.fields.get(key) or _captioned(self.choices[key])
                grid.addWidget(placed, row, column, 1, 3 - len(keys))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._scroll = ScrollPage()
        self._scroll.body.addLayout(grid)
        self._scroll.body.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(foot)

    def sizeHint(self) -> QSize:
        """High enough to show every field; in less room they scroll."""
        fields = self._scroll.body.sizeHint()
        return QSize(fields.width(), fields.height() + self.save_button.sizeHint().height() + GAP)

    def show_hall(self, hall: Hall | None) -> None:
        """Show a hall to change, or with None an empty one to add."""
        self._shown = hall or NEW
        for key, field in self.fields.items():
            field.show_text(getattr(self._shown, key))
            field.show_wrong()
        for key, choice in self.choices.items():
            choice.show_key(getattr(self._shown, key))
        self.fields["code"].edit.setEnabled(not self._shown.code)

    def hall(self) -> Hall:
        """Return the hall as it stands in the form, with what the form does not show."""
        self.commit_pending()
        typed: dict[str, Any] = {key: field.text().strip() for key, field in self.fields.items()}
        typed.update({key: choice.key() for key, choice in self.choices.items()})
        return replace(self._shown, **typed)

    def commit_pending(self) -> None:
        """Commit half-typed words."""
        for field in self.fields.values():
            field.commit_pending()

    def wrong(self, field: str, sentence: str) -> None:
        """Show what is wrong with a field, and go there."""
        self.fields[field].show_wrong(sentence)
        self.fields[field].edit.setFocus()
        self._scroll.ensureWidgetVisible(self.fields[field])

    def save(self) -> None:
        """Tell the hall, once it has a code and a name."""
        hall = self.hall()
        for field in self.fields.values():
            field.show_wrong()
        if not hall.code:
            self.wrong("code", _("请填编码，营业厅以它区别。"))
        if not hall.name:
            self.wrong("name", _("请填名称。"))
        if hall.code and hall.name:
            self.saved.emit(hall)


def _choice(name: str, options: list[tuple[str, str]]) -> Choice:
    choice = Choice(name)
    choice.show_options(options)
    return choice


def _captioned(choice: Choice) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(Words(choice.accessibleName(), "caption", "muted"))
    column.addWidget(choice)
    return held
