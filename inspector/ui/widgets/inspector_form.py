"""The form of an inspector: name, code and unit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.inspection.hall import Inspector
from inspector.ui.widgets.buttons import PRIMARY, ActionButton
from inspector.ui.widgets.fields import Field, lead_on
from inspector.wording import _

NOBODY = Inspector("", "")


class InspectorForm(QWidget):
    """Name, code and unit of an inspector; signals `saved(Inspector)` and `cancelled()`.

    The code names the person for good, so it can be typed only while the inspector shown has none. `wide` puts the
    three fields side by side; without `cancellable` there is no 取消.
    """

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, wide: bool = False, cancellable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = NOBODY
        self.setAccessibleName(_("督查员"))
        self.fields = {
            "name": Field(_("姓名"), _("印在报告上"), caption=True),
            "code": Field(_("编号"), _("工号或自定编号"), caption=True),
            "unit": Field(_("单位"), _("如 临江供电公司服务督查组"), caption=True),
        }
        self.save_button = ActionButton(_("保存督查员"), PRIMARY, "check")
        self.cancel_button = ActionButton(_("取消"))
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.cancelled)
        lead_on(tuple(self.fields.values()), self.save)
        self._lay_out(wide)
        self.cancel_button.setVisible(cancellable)  # only now that it has a parent: it would flash as a window

    def _lay_out(self, wide: bool) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for place, (key, field) in enumerate(self.fields.items()):
            grid.addWidget(field, 0 if wide else place, place if wide else 0)
            if wide:
                grid.setColumnStretch(place, 2 if key == "unit" else 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addLayout(grid)
        whole.addLayout(foot)

    def show_inspector(self, person: Inspector | None) -> None:
        """Show an inspector to change, or with None an empty form to add one."""
        self._shown = person or NOBODY
        for key, field in self.fields.items():
            field.show_text(getattr(self._shown, key))
            field.show_wrong()
        self.fields["code"].edit.setEnabled(not self._shown.code)

    def inspector(self) -> Inspector:
        """Return the inspector as it stands in the form."""
        self.commit_pending()
        return Inspector(**{key: field.text().strip() for key, field in self.fields.items()})

    def commit_pending(self) -> None:
        """Commit half-typed words."""
        for field in self.fields.values():
            field.commit_pending()

    def wrong(self, field: str, sentence: str) -> None:
        """Show what is wrong with a field, and go there."""
        self.fields[field].show_wrong(sentence)
        self.fields[field].edit.setFocus()

    def save(self) -> None:
        """Tell the inspector, once there are a name and a code."""
        person = self.inspector()
        for field in self.fields.values():
            field.show_wrong()
        if not person.code:
            self.wrong("code", _("请填编号，重名的人以它区别。"))
        if not person.name:
            self.wrong("name", _("请填姓名。"))
        if person.code and person.name:
            self.saved.emit(person)
