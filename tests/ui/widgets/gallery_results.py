"""The gallery's charts, measuring bands, result panel and table."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from inspector.inspection.answer import Verdict
from inspector.ui.widgets.card import Card, DeckPanel, Hairline, Inset
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.item_row import ItemRow, Recorded
from inspector.ui.widgets.measure_band import MeasureBand
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.radar import Radar
from inspector.ui.widgets.stars import FULL, INTERIM, PROVISIONAL, WITHHELD, Shown, StarRow
from inspector.ui.widgets.table import CHIP, GROUP, ICON, SECOND, STAR, TONE, dress_table
from inspector.ui.widgets.thumbnails import AddTile, Thumbnail
from inspector.ui.widgets.topic_bars import TopicBars
from tests.ui.widgets.gallery_frame import Gallery, row_of

TOPICS = [
    ("标识与信息公示", 91.2, "91.2"),
    ("服务礼仪", 87.5, "87.5"),
    ("无障碍", 70.4, "70.4"),
    ("适老与特殊客户", 66.0, "66.0"),
    ("反馈与创新", None, "数据不足"),
]
IDEAS = [
    ("服务标准化", 88.5, "88.5"),
    ("响应高效化", 83.9, "83.9"),
    ("体验人性化", 74.5, "74.5"),
    ("创新持续化", 79.8, "79.8"),
]


def charts(_gallery: Gallery) -> QWidget:
    card = Card("四个理念", "4 星下限 70")
    radar, bars = Radar(), TopicBars()
    radar.show_values(IDEAS, 70)
    bars.show_topics(TOPICS, 70)
    card.body.addLayout(row_of(radar, bars, stretch=False))
    return card


def measures(gallery: Gallery) -> QWidget:
    card = Card("量值")
    both = (Decimal(700), Decimal(850), Decimal(680), Decimal(870))
    for band, value, unit in (
        (both, Decimal(820), "mm"),
        (both, Decimal(9200), "mm"),
        ((None, Decimal(60), None, None), Decimal(34), "秒"),
        ((Decimal(300), None, Decimal(200), None), None, "lx"),
    ):
        shown = MeasureBand()
        shown.show_band(*band, value, unit)
        card.body.addWidget(shown)
    for verdict, value, marks in (
        (Verdict.CONFORM, "1\u00a0520\u00a0mm", ()),
        (Verdict.PARTLY, "", (("pencil", "muted", "有备注"), ("camera", "muted", "有照片"))),
        (None, "", (("flag-filled", "warn", "待回看"),)),
    ):
        item = ItemRow("AC-11", "室内通道", "实测")
        gallery.watch(item, "clicked")
        item.show_recorded(Recorded(verdict, value, marks))
        card.body.addWidget(item)
    flow = FlowRow()
    picture = QPixmap(400, 300)
    picture.fill(QColor("#3C8288"))
    photo, add = Thumbnail(picture, "14:31 全景"), AddTile()
    gallery.watch(photo, "opened", "removed")
    flow.show_widgets([photo, Thumbnail(None, "正在读取"), add])
    card.body.addWidget(flow)
    return card


STARS = ((3, "82.3", FULL), (3, "76.4", PROVISIONAL), (4, "88.0", INTERIM), (None, "", WITHHELD))


def result(_gallery: Gallery) -> QWidget:
    panel = DeckPanel()
    column = QVBoxLayout(panel)
    column.setContentsMargins(28, 20, 28, 20)
    for level, score, state in (
        (3, "82.3", FULL),
        (3, "76.4", PROVISIONAL),
        (4, "88.0", INTERIM),
        (None, "", WITHHELD),
    ):
        row = StarRow()
        row.show_star(level, score, state)
        column.addWidget(row)
    column.addWidget(Words("得分已达 4 星线，封顶 3 星", "item", "deck_text"))
    column.addWidget(Words("封顶：严重问题 3 项未整改，最高 3 星", "second", "deck_second"))
    column.addWidget(Hairline("deck_line"))
    return panel


def table(_gallery: Gallery) -> QWidget:
    card = Card("问题", "8 项")
    model = QStandardItemModel(0, 4, card)
    model.setHorizontalHeaderLabels(["编号", "问题与营业厅", "严重程度", "星级"])
    for number, title, hall, chip in (
        ("2026-009", "AC-13 低位服务台堆放杂物", "北港供电营业厅", ("严重", "bad", "warning")),
        ("2026-012", "SG-08 电价表未更新", "望山供电营业厅", ("一般", "warn", "flag")),
    ):
        cells = [QStandardItem(text) for text in (number, title, "", "")]
        cells[0].setData("muted", TONE)
        cells[1].setData(hall, SECOND)
        cells[2].setData(chip, CHIP)
        cells[2].setText(chip[0])
        cells[3].setData(Shown(4, "86.7", FULL), STAR)
        model.appendRow(cells)
    head = QStandardItem("逾期")
    head.setData(True, GROUP)
    head.setData(("warning", "bad"), ICON)
    model.insertRow(0, head)
    view = QTableView()
    view.setModel(model)
    dress_table(view, "问题", 56)
    view.setSpan(0, 0, 1, 4)
    view.setRowHeight(0, 32)
    view.setColumnWidth(0, 110)
    view.setColumnWidth(1, 210)
    view.selectRow(1)
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    card.body.addWidget(view)
    inset = Inset("warn")
    inset.body.addWidget(Words("还差 1 张照片", "strong"))
    card.body.addWidget(inset)
    return card
