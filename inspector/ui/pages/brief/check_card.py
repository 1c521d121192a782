"""The comprehension check: each question says at once whether it was understood; all of them open the way."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.form.scenario import Question
from inspector.ui.pages.brief.answer_row import OPEN, RIGHT, WRONG, AnswerRow
from inspector.ui.widgets.announcing import announce
from inspector.ui.widgets.card import Card, Inset
from inspector.ui.widgets.painted import Words
from inspector.wording import _, language, short_date


class QuestionView(QWidget):
    """A question with its choices; signal `answered()` when one was chosen."""

    answered = Signal()

    def __init__(self, number: int, question: Question) -> None:
        super().__init__()
        self.question = question
        self.right = question.choices[question.right - 1].into(language())
        self.rows = [AnswerRow(choice.into(language())) for choice in question.choices]
        self.why = Words("", "second", "bad", wrap=True)
        self.why.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 4, 0, 8)
        body.setSpacing(6)
        asked = f"{number}. {question.ask.into(language())}"
        self.setAccessibleName(asked)
        body.addWidget(Words(asked, "strong", wrap=True))
        for place, row in enumerate(self.rows):
            row.clicked.connect(lambda _checked=False, place=place: self._choose(place))
            body.addWidget(row)
        body.addWidget(self.why)

    @property
    def understood(self) -> bool:
        """Whether the right one is chosen."""
        return any(row.state == RIGHT for row in self.rows)

    def _choose(self, chosen: int) -> None:
        right = chosen == self.question.right - 1
        for place, row in enumerate(self.rows):
            row.show_state(OPEN if place != chosen else RIGHT if right else WRONG)
        self.why.show_text("" if right else _("不对。应当这样：{right}。请再选一次。").format(right=self.right))
        self.why.setVisible(not right)
        announce(self.rows[chosen] if right else self.why)
        self.answered.emit()


class CheckCard(Card):
    """All questions of a scenario; signals `passed()` when every one was answered rightly, `moved(question)` before."""

    passed = Signal()
    moved = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__(_("出门前答几问"), " ")
        self.questions: list[QuestionView] = []
        self._done = Inset("good")
        self._done_words = Words("", "body", wrap=True)
        self._done.body.addWidget(self._done_words)
        self._lead = Words(_("都答对才算看懂。答错会说明，可以再选。"), "second", "muted", wrap=True)
        self.body.addWidget(self._done)
        self.body.addWidget(self._lead)

    def show_questions(self, questions: tuple[Question, ...], briefed_at: str) -> None:
        """Show a scenario's questions anew, or when they were answered."""
        for old in self.questions:
            old.hide()
            old.deleteLater()
        self.questions = []
        self._done.setVisible(bool(briefed_at))
        self._lead.setVisible(not briefed_at)
        self.show_count(_("{n} 问").format(n=len(questions)))
        if briefed_at:
            at = datetime.fromisoformat(briefed_at)
            self._done_words.show_text(_("{day} {time} 都答对了。").format(day=short_date(at), time=f"{at:%H:%M}"))
            return
        for number, question in enumerate(questions, 1):
            view = QuestionView(number, question)
            view.answered.connect(lambda view=view: self._look(view))
            self.body.addWidget(view)
            self.questions.append(view)

    def _look(self, answered: QuestionView) -> None:
        waiting = [view for view in self.questions if not view.understood]
        self.show_count(_("答对 {n} / {all}").format(n=len(self.questions) - len(waiting), all=len(self.questions)))
        if not waiting:
            self.passed.emit()
        else:
            self.moved.emit(waiting[0] if answered.understood else answered)
