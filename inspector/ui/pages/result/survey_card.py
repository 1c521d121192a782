"""客户问卷 of a hall: one line beside the star, and every question on a sheet; never part of the star."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.inspection.answer import Verdict
from inspector.rating.survey import FEW, Asked, Survey
from inspector.ui.pages.marks import IconLine
from inspector.ui.widgets.buttons import LinkButton
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.painted import Words
from inspector.ui.widgets.sheet import Sheet
from inspector.ui.widgets.topic_bars import TopicBars
from inspector.wording import _, truncated

WIDE = 620


class QuestionBars(TopicBars):
    """Questions are longer than topics are."""

    ROW, NAME, VALUE = 32, 250, 72


class SurveyCard(Card):
    """How many sheets, and what share was satisfied; pressed for every question."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(padding=16)
        self.setAccessibleName(_("客户问卷"))
        self.line = IconLine("list").strong()
        self.more = LinkButton(_("看各题"))
        self.apart = Words(_("单独统计，不计入星级"), "caption", "muted")
        self.sheet = SurveySheet(host)
        self.more.clicked.connect(self.sheet.open_sheet)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.more)
        self.body.setSpacing(2)
        self.body.addLayout(row)
        self.body.addWidget(self.apart)
        self.hide()

    def show_survey(self, survey: Survey | None) -> None:
        """Show the figures of a hall; without a sheet there is nothing to show."""
        self.setVisible(survey is not None)
        if survey is None:
            return
        self.line.show_line(survey_line(survey))
        apart = _("单独统计，不计入星级")
        self.apart.show_text(f"{apart}；{few_words()}" if survey.few else apart)
        self.sheet.show_survey(survey)


class SurveySheet(Sheet):
    """Every question as a bar, and beneath it how many said what."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _("客户问卷"), WIDE, scrolls=True)
        self.lead, self.bars = Words("", "body", wrap=True), QuestionBars()
        self.told = Words("", "second", "muted", wrap=True)
        for each in (self.lead, self.bars, self.told):
            self.body.addWidget(each)

    def show_survey(self, survey: Survey) -> None:
        """Show the figures of a hall."""
        lead = survey_line(survey) + _("。满意率是答“好”的占答了的份数；说不清的不在内。单独统计，不计入星级。")
        self.lead.show_text(f"{lead}{few_words()}。" if survey.few else lead)
        self.bars.show_topics([_row(one) for one in survey.asked])
        self.told.show_text("\n".join(question_words(one) for one in survey.asked))


def survey_line(survey: Survey) -> str:
    """Say how many sheets there are and what share was satisfied."""
    satisfied = survey.satisfied
    told = _("问卷 {n} 份").format(n=survey.sheets)
    return told if satisfied is None else told + _("，满意率 {share}%").format(share=truncated(satisfied))


def few_words() -> str:
    """Say that the figures rest on few sheets."""
    return _("不足 {few} 份，只作参考").format(few=FEW)


def question_words(one: Asked) -> str:
    """Say how many found a question good, fair or poor, and the mean of what is a figure."""
    good, fair, poor = (one.counts[each] for each in (Verdict.CONFORM, Verdict.PARTLY, Verdict.FAIL))
    told = _("{item} {ask}：好 {good}、一般 {fair}、差 {poor}").format(
        item=one.item.id, ask=one.item.ask, good=good, fair=fair, poor=poor
    )
    return told if one.mean is None else told + _("，平均 {mean}").format(mean=truncated(one.mean))


def _row(one: Asked) -> tuple[str, float | None, str]:
    satisfied = one.satisfied
    name = str(one.item.ask)
    return (name, None, _("没有数据")) if satisfied is None else (name, float(satisfied), f"{truncated(satisfied)}%")
