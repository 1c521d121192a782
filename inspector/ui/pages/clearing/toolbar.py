"""What one does to the photo in hand: how parts are hidden, steps back, and how large it is seen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.inspection.redaction import BLUR, BOX
from inspector.ui.widgets.buttons import IconButton
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.redaction_boxes import RedactionBoxes
from inspector.ui.widgets.segments import Segments, View
from inspector.wording import _

PULL = "pull"


class Toolbar(QWidget):
    """Signal `picked(tool)`: blur, box or pull; the page connects the buttons."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tool = Segments(_("工具"))
        self.tool.show_views([View(BLUR, _("打码")), View(BOX, _("涂黑")), View(PULL, _("移动画面"))])
        self.tool.picked.connect(self.picked)
        self.add_button = IconButton("plus", _("在中间加一个框（N）"))
        self.remove_button = IconButton("trash", _("删除选中的框（Delete）"))
        self.undo_button = IconButton("undo", _("撤销（Ctrl+Z）"))
        self.redo_button = IconButton("redo", _("重做（Ctrl+Y）"))
        self.smaller_button = IconButton("minus-circle", _("缩小（-）"))
        self.larger_button = IconButton("plus-circle", _("放大（+）"))
        self.zoom = Words("100%", "code", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.tool)
        row.addSpacing(4)
        for button in (self.add_button, self.remove_button, self.undo_button, self.redo_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.smaller_button)
        row.addWidget(self.zoom)
        row.addWidget(self.larger_button)

    def show_boxes(self, boxes: RedactionBoxes) -> None:
        """Show what can be done with the boxes as they stand."""
        self.remove_button.setEnabled(boxes.region is not None)
        self.undo_button.setEnabled(boxes.can_undo)
        self.redo_button.setEnabled(boxes.can_redo)
        if self.tool.current() != PULL:
            self.tool.show_current(boxes.region.shape if boxes.region else boxes.shape)

    def show_zoom(self, zoom: float) -> None:
        """Show how large the photo is seen, measured by its whole."""
        self.zoom.show_text(_("整张") if zoom == 1 else f"{zoom:g}×")
        self.smaller_button.setEnabled(zoom > 1)
