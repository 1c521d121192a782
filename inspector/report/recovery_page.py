"""The recovery key of a locked data folder as one A5 page to be put into a safe."""

from datetime import datetime
from pathlib import Path

from inspector.paths import write_whole
from inspector.report.palette import BLACK, MM, MUTE, RULE, Style
from inspector.report.paragraph import Paragraph
from inspector.report.sheet import Sheet
from inspector.wording import _, long_date

WIDTH, HEIGHT = 148 * MM, 210 * MM
EDGE = 16 * MM
TITLE, KEY, TEXT = Style(20, 28, BLACK, bold=True), Style(19, 32, BLACK, bold=True), Style(11, 18, BLACK)
SMALL = Style(9, 14, MUTE)
LINE = 20  # characters of the key in a line: four groups of four and what joins them


def write_recovery_page(key: str, place: str, made_at: datetime, target: Path) -> None:
    """Write the page as a PDF."""
    sheet = Sheet(_("恢复密钥"), "", made_at, (WIDTH, HEIGHT), plain=True)
    lines = [key[at : at + LINE].strip("-") for at in range(0, len(key), LINE)]
    about = _(
        "忘了口令时，用它打开这份数据：在要口令的地方原样输入，横线可以不写。知道它的人不用口令就能看全部数据，"
        "请锁进保险柜，不要拍照，不要和笔记本放在一起。"
    )
    blocks = [
        (_("星察 恢复密钥"), TITLE, 10.0),
        *((line, KEY, 0.0) for line in lines),
        (about, TEXT, 18.0),
        (_("数据文件夹：{place}").format(place=place), SMALL, 18.0),
        (_("{day} 启用").format(day=long_date(made_at.date())), SMALL, 0.0),
    ]
    y = HEIGHT - EDGE
    for words, style, above in blocks:
        y -= above
        text = Paragraph(words, style, WIDTH - 2 * EDGE)
        text.draw(sheet, EDGE, y)
        y -= text.height
    sheet.rule(EDGE, y - 12, WIDTH - EDGE, RULE)
    sheet.showPage()
    write_whole(target, sheet.finished())
