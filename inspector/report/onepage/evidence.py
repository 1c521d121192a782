"""The foot of the page: boxes to sign in, the code that leads to the record, its hash and the versions."""

from inspector.report.closing import INK_WIDE, draw_ink
from inspector.report.content import ReportContent, SignatureBox
from inspector.report.cover import seal_ring
from inspector.report.onepage.measures import EDGE, END, GUTTER
from inspector.report.palette import MUTE, NOTE, RULE, Style
from inspector.report.paragraph import Paragraph
from inspector.report.quick_code import draw_code
from inspector.report.sheet import Sheet
from inspector.wording import _

BOX_LEAST, BOX_MOST = 46.0, 62.0
FOUR = 4
HASH = Style(6.5, 9, MUTE)


class Signs:
    """As many boxes as must be signed in; a draft has none."""

    def __init__(self, content: ReportContent) -> None:
        self.boxes, self.code = content.signatures[:FOUR], content.record_code
        self.least, self.most = (BOX_LEAST, BOX_MOST) if self.boxes or self.code else (0.0, 0.0)

    def draw(self, sheet: Sheet, top: float, height: float) -> None:
        """Draw the boxes, and the code at their right."""
        end = END
        if self.code:
            draw_code(sheet, self.code, END - height, top - height, height)
            end -= height + GUTTER
        wide = (end - EDGE - GUTTER * (len(self.boxes) - 1)) / max(len(self.boxes), 1)
        for place, box in enumerate(self.boxes):
            self._draw_box(sheet, box, (EDGE + place * (wide + GUTTER), top, wide, height))

    def _draw_box(self, sheet: Sheet, box: SignatureBox, frame: tuple[float, float, float, float]) -> None:
        x, top, wide, height = frame
        sheet.frame_box(x, top - height, wide, height, MUTE, 0.6)
        Paragraph(box.role, NOTE, wide - 10, 2).draw(sheet, x + 5, top - 3)
        if box.strokes:
            field = (x + (wide - INK_WIDE) / 2, top - height + 8)
            with sheet.tags.figure(_("{role} 的手写签字").format(role=box.role), (*field, INK_WIDE, 35)):
                draw_ink(sheet, box.strokes, *field)
        if box.seal:
            seal_ring(sheet, x + wide - 22, top - height + 21, 16)
        else:
            sheet.label(box.day or _("年　月　日"), NOTE._replace(align="right"), x + wide - 5, top - height + 5)


class Foot:
    """The line of proof."""

    def __init__(self, content: ReportContent) -> None:
        digest = content.record_hash
        self.left = _("记录指纹 SHA-256 {digest}").format(digest=digest) if digest else _("未封存，没有记录指纹")
        names = {one.label: one.value for one in content.cover.facts}
        self.right = " · ".join(names[key] for key in (_("检查表"), _("星级规范")) if key in names)

    def draw(self, sheet: Sheet) -> None:
        """Draw it above the lower edge."""
        sheet.rule(EDGE, 31, END, RULE, 0.5)
        sheet.label(self.left, HASH, EDGE, 22)
        sheet.label(self.right, HASH._replace(align="right"), END, 22)
