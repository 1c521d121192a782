"""营业厅评定: the star of the hall from all its inspections, which of them count and why, and giving it."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.actions.explaining import state_words
from inspector.actions.rating_halls import LOOKED_BACK, Standing
from inspector.inspection.deadline import YEAR, months_later
from inspector.rating.hall import FULL_AUDITS, Considered, HallRating
from inspector.rating.rate import Rating, State
from inspector.ui.pages.marks import IconLine
from inspector.ui.pages.rated_star import star_of
from inspector.ui.pages.result.charts import IdeasCard, TopicsCard
from inspector.ui.pages.result.survey_card import SurveyCard
from inspector.ui.pages.row_list import Row, RowList
from inspector.ui.pages.telling import KIND_ICONS, SURVEY, kind_word
from inspector.ui.widgets.buttons import PRIMARY, SECONDARY, ActionButton, LinkButton
from inspector.ui.widgets.card import Card, DeckPanel
from inspector.ui.widgets.chips import NEUTRAL
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.stars import StarRow
from inspector.wording import _, long_date


class HallView(QWidget):
    """Signals `opened(id)` when a person presses an inspection, `given()` when the star is to be given.

    Signal `compared()` when it is asked how far inspectors agree here, `reported()` for the hall's report.
    """

    opened = Signal(str)
    given = Signal()
    compared = Signal()
    reported = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stars = StarRow()
        self.state = Words("", "second", "deck_second")
        self.headline, self.second = Words("", "item", "deck_text", wrap=True), Words("", "second", "deck_second", True)
        self.standing = IconLine("star-outline").strong()
        self.give_button = ActionButton(_("评定"), PRIMARY, "star")
        self.give_button.clicked.connect(self.given)
        self.report_button = ActionButton(_("生成评定报告"), SECONDARY, "document")
        self.report_button.clicked.connect(self.reported)
        self.meaning = Words("", "caption", "muted", wrap=True)
        self.ideas, self.topics, self.survey = IdeasCard(), TopicsCard(), SurveyCard(parent or self)
        self.count = Words("", "second", "muted")
        self.rows = RowList(_("依据的检查"), inset=12)
        self.rows.picked.connect(self.opened)
        left, right = QVBoxLayout(), QVBoxLayout()
        for each in (left, right):
            each.setSpacing(16)
        left.addWidget(self._deck())
        left.addWidget(self._act_card())
        left.addWidget(self.survey)
        left.addWidget(self.ideas, 1)
        right.addWidget(self._list_card(), 1)
        right.addWidget(self.topics)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 10)
        row.addLayout(right, 12)

    def _deck(self) -> DeckPanel:
        self.deck = DeckPanel()
        column = QVBoxLayout(self.deck)
        column.setContentsMargins(24, 12, 24, 14)
        column.setSpacing(4)
        for each in (self.state, self.stars, self.headline, self.second):
            column.addWidget(each)
        return self.deck

    def _act_card(self) -> Card:
        card, row = Card(padding=16), QHBoxLayout()
        card.setAccessibleName(_("评定"))
        row.setSpacing(16)
        row.addWidget(self.meaning, 1)
        row.addWidget(self.report_button)
        row.addWidget(self.give_button)
        card.body.addWidget(self.standing)
        card.body.addLayout(row)
        return card

    def _list_card(self) -> Card:
        card, head = Card(padding=8), QHBoxLayout()
        card.setAccessibleName(_("依据的检查"))
        head.setContentsMargins(12, 8, 12, 0)
        head.setSpacing(8)
        head.addWidget(Words(_("依据的检查"), "card"))
        head.addWidget(self.count)
        head.addStretch(1)
        self.agree_button = LinkButton(_("督查员一致性"))
        self.agree_button.clicked.connect(self.compared)
        head.addWidget(self.agree_button)
        card.body.addLayout(head)
        hint = _("最近 {n} 个月完成的检查，新的在前。点一行看它的结果。").format(n=LOOKED_BACK)
        words = Words(hint, "caption", "muted", wrap=True)
        words.setContentsMargins(12, 0, 12, 4)
        card.body.addWidget(words)
        card.body.addWidget(self.rows, 1)
        return card

    # Showing.

    def show_hall(self, rated: HallRating, numbers: dict[str, int], standing: Standing | None) -> None:
        """Show the rating of a hall; `numbers` are the running numbers of its inspections."""
        rating = rated.rating
        self.stars.show_star(*star_of(rating))
        self.state.show_text(_("正式评定") if rating.state is State.FULL else _("营业厅评定"))
        self.headline.show_text(rating.why)
        self.second.show_text(_second(rated))
        self.second.setVisible(bool(self.second.text()))
        told = (state_words(rating), rating.why, _second(rated))
        self.deck.setAccessibleName("，".join(part for part in told if part))
        self._show_act(rated, standing)
        self.ideas.show_rating(rating)
        self.topics.show_rating(rating, {one.item.topic for one in rating.credits})
        counting = sum(one.counts for one in rated.considered)
        listed = sum(not _is_survey(one) for one in rated.considered)
        self.count.show_text(_("{n} 次，计入 {counting} 次").format(n=listed, counting=counting))
        self.survey.show_survey(rated.survey)
        # surveys come by the dozen, and stand on a card of their own
        self.rows.show_rows(_row(one, numbers) for one in reversed(rated.considered) if not _is_survey(one))

    def _show_act(self, rated: HallRating, standing: Standing | None) -> None:
        words, tone = standing_words(standing)
        self.standing.show_line(words, icon="check-circle" if tone == "good" else "star-outline", icon_tone=tone)
        able = can_give(rated.rating)
        self.give_button.setEnabled(able)
        self.report_button.setVisible(audit_of(rated) is not None)
        self.give_button.show_text(_("重新评定") if standing else _("评定"))
        self.give_button.show_kind(SECONDARY if standing and standing.holds else PRIMARY)
        told = _("评定后记入评定记录，附可核验的回执，不能撤回。")
        self.meaning.show_text(told if able else _("现在还不能评定：{why}。").format(why=_hindrance(rated)))

    def focus_first(self) -> None:
        """Bring the keyboard to the list."""
        self.rows.setFocus(Qt.FocusReason.MouseFocusReason)


def _is_survey(one: Considered) -> bool:
    return one.inspection.head.kind == SURVEY and not one.counts


def audit_of(rated: HallRating) -> str | None:
    """Return the audit on which a hall's star rests; None where there is none."""
    audits = [one.inspection for one in rated.considered if one.counts and one.inspection.head.kind in FULL_AUDITS]
    return audits[-1].id if audits else None


def can_give(rating: Rating) -> bool:
    """Return whether the star can be given: full, with a level."""
    return rating.state is State.FULL and rating.level is not None


def standing_words(standing: Standing | None) -> tuple[str, str]:
    """Say which star a hall holds, with the tone of it."""
    if standing is None:
        return _("还没有正式评定过"), "muted"
    day = long_date(datetime.fromisoformat(standing.kept.at).date())
    until = standing.kept.valid_until
    last = long_date(date.fromisoformat(until)) if until else ""
    level = standing.kept.receipt["result"]["label"]
    if standing.holds:
        return _("已于{day}评定为{level}，有效至{until}").format(day=day, level=level, until=last), "good"
    return _("曾于{day}评定为{level}，已于{until}到期").format(day=day, level=level, until=last), "warn"


def hall_meta(rated: HallRating) -> str:
    """Say by which scheme and over which time a hall is rated."""
    scheme = rated.rating.scheme
    begins = months_later(rated.at.date(), -scheme.floor.get("window_months", YEAR))
    return _("{title} {version} · 评定期 {begins} 至 {ends}").format(
        title=scheme.title, version=scheme.version, begins=long_date(begins), ends=long_date(rated.at.date())
    )


def _hindrance(rated: HallRating) -> str:
    """Say everything that is in the way of a full star."""
    why = rated.rating.why if rated.rating.level is None else ""
    told = (why, "" if rated.lacking in why else rated.lacking)
    return "；".join(part for part in told if part)


def _second(rated: HallRating) -> str:
    """Say what evidence is lacking, where the sentence above does not, or until when the star would hold."""
    if rated.lacking:
        return "" if rated.lacking in rated.rating.why else _("{lacking}，只作暂评").format(lacking=rated.lacking)
    if rated.valid_until is None:
        return ""
    return _("证据齐备，评定后有效至{until}").format(until=long_date(rated.valid_until))


def _row(one: Considered, numbers: dict[str, int]) -> Row:
    inspection = one.inspection
    day = long_date((inspection.finished_at or inspection.started_at).date())
    number = _("编号 {n}").format(n=numbers.get(inspection.id, 0))
    title = " · ".join((kind_word(inspection.head.kind), day, number))
    chip = (_("计入"), "good", "check") if one.counts else (_("不计入"), NEUTRAL, "minus")
    return Row(inspection.id, title, one.why, KIND_ICONS[inspection.head.kind], chip=chip)
