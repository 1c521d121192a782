"""What to do: the three things first, the shortest way to the next star, and what changed."""

from inspector.report.content import Finding, Photo, ReportContent
from inspector.report.onepage.judgement import HEAD, heading
from inspector.report.onepage.measures import COLUMN, EDGE, GUTTER, WIDE
from inspector.report.palette import (
    DARK_GOLD,
    DEEP,
    INK,
    MM,
    MUTE,
    NOTE,
    RULE,
    TEAL,
    TINT,
    Style,
)
from inspector.report.paragraph import Paragraph, icon, span, text_width
from inspector.report.photo import draw_photo, readable
from inspector.report.rated import Mending
from inspector.report.sheet import Sheet
from inspector.wording import _

THREE = 3
ORDER = ("fatal", "major", "minor", "info")
PHOTO_LEAST, PHOTO_MOST = 32 * MM, COLUMN * 3 / 4
TITLE, FACT = Style(9.5, 14, DEEP, bold=True), Style(8, 11.5, INK)
ACTION = Style(8, 11.5, DEEP, bold=True)
TEXT_CARD = 84.0
ROW, ROWS, ROWS_LEAST = 13.5, 6, 3
CELL = Style(8.5, ROW)
COLUMNS = (16.0, 46.0, 232.0, 80.0, 50.0, 48.0, WIDE - 472)  # number, item, what, by when, total, lowest idea, majors


class Things:
    """The three problems to begin with: photo, fact, action; text cards where no photo may be shown."""

    def __init__(self, content: ReportContent) -> None:
        found = sorted(content.findings, key=lambda one: (ORDER.index(one.severity), one.number))
        self.found, self.all = found[:THREE], len(found)
        self.severe = sum(one.severity in {"fatal", "major"} for one in found)
        self.nothing = content.nothing_found
        self.pictures = [_picture(one) for one in self.found]
        self.words = TITLE.leading + 2 * FACT.leading + 2 * ACTION.leading + 5
        self._measure()

    def _measure(self) -> None:
        if not self.found:
            self.least = self.most = HEAD + 20
        elif any(self.pictures):
            self.least, self.most = HEAD + 3 + PHOTO_LEAST + self.words, HEAD + 3 + PHOTO_MOST + self.words
        else:
            self.least = self.most = HEAD + 3 + max(self.words + 10, TEXT_CARD)

    def drop_actions(self) -> None:
        """Tell each fact and action in one line."""
        self.words = TITLE.leading + FACT.leading + ACTION.leading + 5
        self._measure()

    def draw(self, sheet: Sheet, top: float, height: float) -> None:
        """Draw them side by side."""
        rest = self.all - len(self.found)
        note = _("其余 {n} 项见全本").format(n=rest) if rest else ""
        if self.severe > len(self.found):
            note = _("严重问题共 {n} 项，其余见全本").format(n=self.severe)
        heading(sheet, _("最该先办的 {n} 件事").format(n=len(self.found) or 0), note, EDGE, WIDE, top)
        if not self.found:
            Paragraph(self.nothing, FACT, WIDE, 1).draw(sheet, EDGE, top - HEAD - 4)
            return
        for place, (finding, photo) in enumerate(zip(self.found, self.pictures, strict=True)):
            x, y = EDGE + place * (COLUMN + GUTTER), top - HEAD - 3
            if any(self.pictures):
                tall = height - HEAD - 3 - self.words
                self._draw_picture(sheet, photo, x, y, tall)
                self._draw_words(sheet, place, finding, x, y - tall - 2)
            else:
                sheet.fill_box(x, top - height, COLUMN, height - HEAD - 3, TINT)
                sheet.rule(x, y, x + COLUMN, TEAL, 1.2)
                self._draw_words(sheet, place, finding, x + 7, y - 5, COLUMN - 14)

    def _draw_picture(self, sheet: Sheet, photo: Photo | None, x: float, y: float, tall: float) -> None:
        if photo is not None:
            draw_photo(sheet, photo, x, y - tall, COLUMN, tall)
        else:
            sheet.fill_box(x, y - tall, COLUMN, tall, TINT)
            sheet.label(_("没有可刊出的照片"), NOTE._replace(align="center"), x + COLUMN / 2, y - tall / 2)

    def _draw_words(
        self, sheet: Sheet, place: int, finding: Finding, x: float, top: float, width: float = COLUMN
    ) -> None:
        lines = 1 if self.words < TITLE.leading + 2 * FACT.leading + 2 * ACTION.leading else 2
        mark = (icon(finding.severity, 6.2), span(f"  {finding.item}", NOTE))
        taken = text_width(mark, NOTE)
        Paragraph(mark, TITLE, taken + 2, 1).draw(sheet, x + width - taken, top)
        title = (span(f"{place + 1} ", TITLE, DARK_GOLD), span(finding.title, TITLE))
        Paragraph(title, TITLE, width - taken - 5, 1).draw(sheet, x, top)
        facts = Paragraph(" ".join(finding.facts.split()), FACT, width, lines)
        facts.draw(sheet, x, top - TITLE.leading)
        action = _("{action}（{day}前）").format(action=finding.action.rstrip("。"), day=finding.deadline)
        y = top - TITLE.leading - facts.height - 2
        told = Paragraph(action, ACTION, width - 7, lines)
        sheet.fill_box(x, y - told.height + 1, 1.6, told.height - 2, DEEP)
        told.draw(sheet, x + 6, y)


def _picture(finding: Finding) -> Photo | None:
    return next((photo for photo in finding.photos if readable(photo) is not None), None)


class Way:
    """The fewest repairs that reach the next star, with what stands after each; or why there are none."""

    def __init__(self, content: ReportContent) -> None:
        self.told, self.rows = content.trace.way, list(content.trace.mendings[:ROWS])
        self.all = len(content.trace.mendings)
        self.due = {one.item: one.deadline for one in content.findings}
        self._measure()

    @property
    def spare_rows(self) -> int:
        """How many rows may be left out where room is short."""
        return max(len(self.rows) - ROWS_LEAST, 0)

    def _measure(self) -> None:
        self.sentence = Paragraph(self.told, FACT, WIDE, 2)
        table = ROW * (len(self.rows) + 1) + 4 if self.rows else 0.0
        self.least = self.most = HEAD + 3 + self.sentence.height + table if self.told else 0.0

    def drop_row(self) -> None:
        """Leave out the last row."""
        self.rows.pop()
        self._measure()

    def draw(self, sheet: Sheet, top: float, _height: float) -> None:
        """Draw the table, and the sentence that sums it up."""
        rest = self.all - len(self.rows)
        note = _("其余 {n} 项见全本").format(n=rest) if rest else ""
        heading(sheet, _("到上一级的最短路径"), note, EDGE, WIDE, top)
        y = top - HEAD - 2
        if self.rows:
            with sheet.tags.group("Table"):
                heads = ("", _("检查项"), _("怎么改"), _("何时"), _("累计总分"), _("最低理念"), _("严重"))
                self._line(sheet, "TH", heads, y, NOTE._replace(leading=ROW))
                sheet.rule(EDGE, y - ROW, EDGE + WIDE, RULE, 0.5)
                for place, row in enumerate(self.rows, 1):
                    self._line(sheet, "TD", self._cells(place, row), y - ROW * place, CELL)
            y -= ROW * (len(self.rows) + 1) + 2
            sheet.rule(EDGE, y, EDGE + WIDE, TEAL, 0.8)
        self.sentence.draw(sheet, EDGE, y - 2)

    def _cells(self, place: int, row: Mending) -> tuple[str, ...]:
        what = " ".join(f"{row.title}：{row.remedy}".split())
        majors = _("{n} 项").format(n=row.majors) if row.majors else "–"
        return str(place), row.item, what, self.due.get(row.item) or row.days, row.total, row.lowest, majors

    def _line(self, sheet: Sheet, kind: str, cells: tuple[str, ...], top: float, style: Style) -> None:
        x, more = EDGE, "/A<</O/Table/Scope/Column>>" if kind == "TH" else ""
        with sheet.tags.group("TR"):
            for place, (cell, width) in enumerate(zip(cells, COLUMNS, strict=True)):
                right = place > THREE
                used = style._replace(align="right" if right else "left", bold=style.bold or (right and kind == "TD"))
                with sheet.tags.tag(kind, more):
                    Paragraph(cell, used, width - 6, 1).draw(sheet, x + (6 if right else 0), top)
                x += width


class Changes:
    """What changed since last time, and one thing that is done well."""

    def __init__(self, content: ReportContent) -> None:
        self.tallies, self.highlights = content.comparison.tallies, content.highlights[:1]
        self._measure()

    def _measure(self) -> None:
        self.least = self.most = 13.0 if self.tallies or self.highlights else 0.0

    def drop_highlight(self) -> None:
        """Leave the highlight to the full report."""
        self.highlights = ()
        self._measure()

    def draw(self, sheet: Sheet, top: float, _height: float) -> None:
        """Draw both on one line."""
        bold = FACT._replace(bold=True, colour=DEEP)
        spans = [span(_("与上次相比　"), bold)] if self.tallies else []
        for one in self.tallies:
            mark = [icon(one.direction, 7)] if one.direction in {"up", "down", "same"} else []
            spans += [*mark, span(f"{one.name} {one.number}　", FACT)]
        for well in self.highlights:
            spans += [span(_("亮点　"), bold), span(well.text, FACT._replace(colour=MUTE))]
        Paragraph(spans, FACT, WIDE, 1).draw(sheet, EDGE, top)
