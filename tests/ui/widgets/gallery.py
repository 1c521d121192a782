"""Every widget once, in the states a person can bring about."""

from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from inspector.inspection.answer import Verdict
from inspector.ui.widgets.banner import Banner
from inspector.ui.widgets.buttons import ActionButton, IconButton, KeyCap, LinkButton
from inspector.ui.widgets.card import Card, DeckPanel
from inspector.ui.widgets.chips import Chip, severity_chip
from inspector.ui.widgets.choice import CheckMark, Choice
from inspector.ui.widgets.empty_state import EmptyState
from inspector.ui.widgets.fields import Field, SearchField
from inspector.ui.widgets.flow import FlowRow
from inspector.ui.widgets.nav_rail import NavRail
from inspector.ui.widgets.note_field import NoteField
from inspector.ui.widgets.progress import JobBar, ProgressBar, ProgressRing
from inspector.ui.widgets.saved_mark import SavedMark
from inspector.ui.widgets.segments import Segments, Tabs, View
from inspector.ui.widgets.stars import FULL, INTERIM, NONE, PROVISIONAL, WITHHELD, StarButton, StarPill
from inspector.ui.widgets.verdict_buttons import VerdictButtons
from inspector.ui.widgets.verdict_looks import verdict_chip
from tests.ui.widgets import gallery_results as results
from tests.ui.widgets.gallery_frame import Gallery, row_of


def build() -> Gallery:
    window = QWidget()
    window.resize(1366, 1240)
    gallery = Gallery(window)
    whole = QHBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(_rail(gallery))
    grid = QGridLayout()
    grid.setContentsMargins(24, 16, 24, 16)
    grid.setSpacing(16)
    parts = [
        _verdicts,
        _buttons,
        _banners,
        _inputs,
        _chips,
        results.charts,
        results.measures,
        results.result,
        results.table,
    ]
    for at, part in enumerate(parts):
        grid.addWidget(part(gallery), at // 2, at % 2)
    grid.addWidget(_empty(gallery), len(parts) // 2, len(parts) % 2)
    whole.addLayout(grid, 1)
    return gallery


def _rail(gallery: Gallery) -> QWidget:
    rail = NavRail(
        [
            ("home", "首页", "home"),
            ("inspect", "检查", "checklist"),
            ("visit", "暗访", "stopwatch"),
            ("fix", "整改", "wrench"),
        ],
        [("settings", "设置", "gear")],
    )
    gallery.watch(rail, "chosen")
    rail.show_current("inspect")
    rail.show_badge("fix", 2)
    return rail


def _verdicts(gallery: Gallery) -> QWidget:
    card = Card("作答按钮")
    for verdict, inferred in ((None, None), (None, Verdict.PARTLY), *((each, None) for each in Verdict)):
        if verdict is Verdict.UNCHECKED:
            continue
        buttons = VerdictButtons()
        gallery.watch(buttons, "chosen", "cleared")
        buttons.show_verdict(verdict, inferred)
        buttons.set_allowed(verdict is not Verdict.FAIL)
        card.body.addWidget(buttons)
    return card


def _buttons(gallery: Gallery) -> QWidget:
    card = Card("按钮", "四种", "全部 8 项")
    gallery.watch(card, "opened")
    for kind in ("primary", "secondary", "quiet", "danger"):
        off, square = ActionButton("不可用", kind), ActionButton("", kind, "plus")
        square.setAccessibleName("添加")
        off.setEnabled(False)
        card.body.addLayout(
            row_of(
                ActionButton("继续检查", kind),
                ActionButton("照片", kind, "camera", "P"),
                square,
                off,
            )
        )
    deck = DeckPanel()
    live = StarButton()
    live.show_star(3, "76.4", INTERIM)
    gallery.watch(live, "clicked")
    row = row_of(
        ActionButton("评分依据：每一分为什么", "deck", "list"), live, IconButton("eye-off", "盲评", on_deck=True)
    )
    row.setContentsMargins(12, 6, 12, 6)
    deck.setLayout(row)
    card.body.addWidget(deck)
    card.body.addLayout(
        row_of(
            IconButton("flag", "标记"), IconButton("dots", "更多"), LinkButton("排行"), KeyCap("Ctrl+Z"), KeyCap("↑ ↓")
        )
    )
    return card


def _banners(gallery: Gallery) -> QWidget:
    card = Card("横幅")
    for tone, icon, sentence, action in (
        ("accent", "history", "上次停在 AC-13 低位服务台，14:32 已保存。", "继续检查"),
        ("warn", "database", "本机可用空间不足 2 GB，照片可能存不下。", "查看"),
        ("bad", "", "这张照片打不开，未加入佐证。请换一张或重拍。", "重选"),
        ("good", "", "已封存，编号 2026-031。", ""),
    ):
        banner = Banner()
        gallery.watch(banner, "acted", "closed")
        banner.show_message(tone, sentence, action, icon)
        card.body.addWidget(banner)
    return card


def _inputs(gallery: Gallery) -> QWidget:
    card = Card("输入")
    plain, wrong, number = Field("厅名"), Field("台面高度"), Field("台面高度", unit="mm", number=True, caption=True)
    gallery.watch(plain, "edited", "finished")
    plain.show_text("滨江")
    wrong.show_text("9200")
    wrong.show_wrong("台面高度一般在 300～1\u00a0500\u00a0mm，请核对。")
    number.show_text("820")
    choice, done, todo = Choice("营业厅"), CheckMark("已核对"), CheckMark("待核对")
    gallery.watch(choice, "picked")
    gallery.watch(done, "ticked")
    choice.show_options([("", "全部营业厅"), ("a", "滨江供电营业厅")])
    choice.show_key("a")
    done.show_ticked(True)
    note = NoteField("备注", "只写事实，不写人名")
    gallery.watch(note, "edited", "finished")
    note.show_text("无电，开关无反应；询问引导员，答已报修三周。")
    card.body.addLayout(row_of(plain, SearchField("搜索", "搜索检查、营业厅、问题"), stretch=False))
    card.body.addWidget(wrong)
    card.body.addLayout(row_of(number, choice, done, todo))
    card.body.addWidget(note)
    segments, tabs = Segments("筛选"), Tabs("状态")
    gallery.watch(segments, "picked")
    gallery.watch(tabs, "picked")
    segments.show_views([View("all", "全部"), View("open", "未答", 20), View("fail", "不符合", 1)])
    tabs.show_views([View("open", "未销号", 10), View("late", "逾期", 2, "warning", "bad"), View("done", "已销号", 41)])
    segments.show_current("open")
    card.body.addLayout(row_of(segments, tabs))
    return card


def _chips(gallery: Gallery) -> QWidget:
    card = Card("标签、星级、进度")
    flow = FlowRow()
    flow.show_widgets(
        [verdict_chip(verdict) for verdict in (*Verdict, None)]
        + [severity_chip(key) for key in ("fatal", "major", "minor", "info")]
        + [Chip("明察", "accent", "checklist"), Chip("4 项", "neutral")]
    )
    card.body.addWidget(flow)
    stars = FlowRow()
    for level, score, state in (
        (5, "93.1", FULL),
        (3, "82.3", PROVISIONAL),
        (3, "76.4", INTERIM),
        (None, "", NONE),
        (None, "", WITHHELD),
    ):
        pill = StarPill()
        pill.show_star(level, score, state)
        stars.add(pill)
    card.body.addWidget(stars)
    ring, job, slim, saved, late = ProgressRing(), JobBar(), ProgressBar(slim=True), SavedMark(), SavedMark()
    gallery.watch(job, "cancelled")
    ring.show_progress(62, 141)
    job.show_job("正在生成报告", 23, 40, "23 / 40 页")
    slim.show_progress(12, 32)
    saved.show_saved(datetime(2026, 3, 5, 14, 32, 7))  # noqa: DTZ001 - a clock on the wall
    late.show_error("没有保存：磁盘已满。")
    card.body.addLayout(row_of(ring, job, stretch=False))
    card.body.addWidget(slim)
    card.body.addLayout(row_of(saved, late))
    return card


def _empty(gallery: Gallery) -> QWidget:
    empty = EmptyState("还没有检查", "选一个营业厅和一份检查表，就能开始。", "开始检查", key="Ctrl+N")
    gallery.watch(empty, "acted")
    return empty
