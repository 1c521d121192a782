"""Which key means what on the audit page, and the sheet that shows them all."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.inspection.answer import Verdict
from inspector.ui.widgets.buttons import KeyCap
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _

Modifier = Qt.KeyboardModifier
VERDICTS = {
    Qt.Key.Key_1: Verdict.CONFORM,
    Qt.Key.Key_2: Verdict.PARTLY,
    Qt.Key.Key_3: Verdict.FAIL,
    Qt.Key.Key_0: Verdict.NA,
}
NEXT, PREVIOUS, SECTION, CLEAR, NOTE, PHOTO, FLAG, TIMER = (
    "next", "previous", "section", "clear", "note", "photo", "flag", "timer",
)  # fmt: skip
SEARCH, GAPS, SHEET, UNDO, REDO, PASTE, ENTER_CARD, HISTORY = (
    "search", "gaps", "sheet", "undo", "redo", "paste", "enter-card", "history",
)  # fmt: skip
SINGLE = {
    Qt.Key.Key_Down: NEXT,
    Qt.Key.Key_Up: PREVIOUS,
    Qt.Key.Key_Delete: CLEAR,
    Qt.Key.Key_N: NOTE,
    Qt.Key.Key_P: PHOTO,
    Qt.Key.Key_F: FLAG,
    Qt.Key.Key_T: TIMER,
    Qt.Key.Key_G: GAPS,
    Qt.Key.Key_H: HISTORY,
    Qt.Key.Key_Tab: ENTER_CARD,
}
TYPED = {"/": SEARCH, "、": SEARCH, "／": SEARCH, "?": SHEET, "？": SHEET}
WITH_CONTROL = {
    Qt.Key.Key_Z: UNDO,
    Qt.Key.Key_Y: REDO,
    Qt.Key.Key_Return: SECTION,
    Qt.Key.Key_Enter: SECTION,
    Qt.Key.Key_V: PASTE,
}


def meaning(event: QKeyEvent) -> str | Verdict | None:
    """Return what a key asks for: a verdict, an action, or nothing."""
    pressed = event.modifiers() & ~Modifier.KeypadModifier
    key = Qt.Key(event.key())
    if pressed == Modifier.ControlModifier:
        return WITH_CONTROL.get(key)
    if pressed == Modifier.ControlModifier | Modifier.ShiftModifier:
        return REDO if key == Qt.Key.Key_Z else None
    if typed := TYPED.get(event.text()):
        return typed
    if pressed not in {Modifier.NoModifier, Modifier.ShiftModifier}:
        return None
    if pressed == Modifier.ShiftModifier and key == Qt.Key.Key_Tab:
        return None
    return VERDICTS.get(key) or SINGLE.get(key)


class ShortcutSheet(Sheet):
    """All keys of the page."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("快捷键"), scrolls=True)
        rows = (
            (("1",), _("符合")),
            (("2",), _("部分符合")),
            (("3",), _("不符合")),
            (("0",), _("不适用")),
            (("Delete",), _("清除作答")),
            (("↓", "↑"), _("下一项、上一项")),
            (("Tab",), _("进入卡片，逐栏移动")),
            (("Esc",), _("离开输入栏，文字保留")),
            (("N",), _("备注")),
            (("P", "Ctrl+V"), _("选照片、粘贴照片")),
            (("F",), _("标为待回看")),
            (("T",), _("开始或停止计时")),
            (("Ctrl+Enter",), _("下一部分")),
            (("/", "、"), _("搜索检查项")),
            (("G",), _("离厅前检查")),
            (("H",), _("修改记录")),
            (("Ctrl+Z",), _("撤销")),
            (("Ctrl+Y", "Ctrl+Shift+Z"), _("重做")),
            (("?", "？"), _("这张表")),
        )
        self.body.setSpacing(6)
        for caps, words in rows:
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(Words(words, "body"))
            line.addStretch(1)
            for cap in caps:
                line.addWidget(KeyCap(cap))
            self.body.addLayout(line)
        told = _("输入栏里按键只用来输入；按 Esc 离开后，单键才起作用。")
        self.body.addWidget(Words(told, "caption", "muted", wrap=True))
