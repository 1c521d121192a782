"""The sheets over the start page: a new hall, a new inspector."""

from PySide6.QtWidgets import QWidget

from inspector.inspection.hall import Hall
from inspector.ui.widgets.hall_form import HallForm
from inspector.ui.widgets.inspector_form import InspectorForm
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _

WIDE = 560


class StartSheets:
    """Both sheets with their forms."""

    def __init__(self, page: QWidget) -> None:
        self.hall_form = HallForm()
        self.hall_sheet = Sheet(page, _("新增营业厅"), WIDE)
        self.hall_sheet.body.addWidget(self.hall_form, 1)
        self.hall_form.cancelled.connect(self.hall_sheet.close_sheet)
        self.inspector_form = InspectorForm()
        self.inspector_sheet = Sheet(page, _("新增督查员"))
        self.inspector_sheet.body.addWidget(self.inspector_form)
        self.inspector_form.cancelled.connect(self.inspector_sheet.close_sheet)

    def open_hall(self, blank: Hall) -> None:
        """Open an empty form of a hall."""
        self.hall_form.show_hall(blank)
        self.hall_sheet.open_sheet()

    def open_inspector(self) -> None:
        """Open an empty form of an inspector."""
        self.inspector_form.show_inspector(None)
        self.inspector_sheet.open_sheet()

    def is_open(self) -> bool:
        """Whether a sheet covers the page."""
        return not (self.hall_sheet.isHidden() and self.inspector_sheet.isHidden())

    def save(self) -> bool:
        """Save what an open sheet holds; return whether one was open."""
        if not self.hall_sheet.isHidden():
            self.hall_form.save()
        elif not self.inspector_sheet.isHidden():
            self.inspector_form.save()
        else:
            return False
        return True

    def close(self) -> None:
        """Close what is open."""
        for sheet in (self.hall_sheet, self.inspector_sheet):
            if not sheet.isHidden():
                sheet.close_sheet()
