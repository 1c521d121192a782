"""What verifying the seals found, sentence by sentence: what does not hold first, then what does."""

from PySide6.QtWidgets import QWidget

from inspector.actions.verifying import Proof
from inspector.ui.widgets.buttons import ActionButton
from inspector.ui.widgets.card import Inset
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.wording import _

WIDE, MOST = 620, 100


class VerifySheet(Sheet):
    """Shows a proof until it is closed."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("封存校验"), WIDE, scrolls=True)
        self.lines: list[QWidget] = []
        self.shut_button = ActionButton(_("关闭"))
        self.shut_button.clicked.connect(self.close_sheet)
        self.foot.addWidget(self.shut_button)
        self.foot.addStretch(1)

    def show_proof(self, proof: Proof) -> None:
        """Show what was found."""
        for line in self.lines:
            self.body.removeWidget(line)
            line.deleteLater()
        head = Inset("bad" if proof.doubts else "good")
        said = _("有 {n} 处与封存不符").format(n=len(proof.doubts)) if proof.doubts else _("封存的内容全部相符")
        head.body.addWidget(Words(said, "strong"))
        if proof.doubts:
            advice = _("请先不要改动数据，把这一页和最近的备份交给本部核对。")
            head.body.addWidget(Words(advice, "second", wrap=True))
        self.lines = [head, *(Words(one, "second", "bad", wrap=True) for one in proof.doubts[:MOST])]
        if len(proof.doubts) > MOST:
            rest = _("另有 {n} 处，用命令 inspector verify 可全部列出。").format(n=len(proof.doubts) - MOST)
            self.lines.append(Words(rest, "second", "muted", wrap=True))
        self.lines += [Words(one, "second", wrap=True) for one in proof.holds]
        for place, line in enumerate(self.lines):
            self.body.insertWidget(place, line)
        self.open_sheet()
