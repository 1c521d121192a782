"""A mystery visit of the story: planned, understood, timed in the hall, told afterwards, sealed, read by another."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector.ui.demonstration.covert import Covert
from inspector.ui.demonstration.filling import Filling
from inspector.ui.demonstration.hand import Hand
from inspector.ui.demonstration.past import SECOND
from inspector.ui.page import Page
from inspector.ui.pages.brief import BriefPage
from inspector.ui.pages.plan_visit import PlanVisitPage
from inspector.ui.pages.retelling import RetellingPage
from inspector.ui.stopwatch.window import StopwatchWindow
from inspector.wording import _

if TYPE_CHECKING:
    from inspector.ui.demonstration.story import Story

CONTROL = Qt.KeyboardModifier.ControlModifier
LOOK = timedelta(seconds=1)
AFTERWARDS, NEXT_MORNING = timedelta(hours=3), timedelta(hours=18)

P = TypeVar("P", bound=Page)


class MysteryVisit:
    """Plays one visit on the window of a story; `number` stands in the names of its pictures."""

    def __init__(self, story: "Story", plan: Covert, number: int) -> None:
        self.story = story
        self.plan = plan
        self.number = number
        self.hand = story.hand

    def play(self) -> None:
        """Make the visit from the plan to the second reader's word."""
        self.prepare()
        if self.plan.moments:
            self.go()
        self.tell()
        self.seal()
        self.clear_photos()
        self.have_it_read()

    def _page(self, kind: type[P]) -> P:
        page = self.story.window.stack.currentWidget()
        if not isinstance(page, kind):
            raise TypeError(page)
        return page

    def _shoot(self, name: str) -> None:
        self.story.shoot(f"3{self.number}-{name}")

    def prepare(self) -> None:
        """Plan the visit, and answer the questions of its brief."""
        self.story.clock.at = self.plan.day
        self.story.window.show_page("visits")
        self.hand.settle()
        self._shoot("1-visits")
        self.hand.press(_("新的暗访"))
        reading = self._page(PlanVisitPage).reading
        while reading.under_way:
            self.hand.settle()
        self.hand.figures("bjgd")
        self.hand.key(Qt.Key.Key_Return)
        self.hand.into(_("搜索场景"), "")
        self.hand.figures(self.plan.scenario)
        self.hand.key(Qt.Key.Key_Return)
        self.hand.into(_("暗访员代号"), self.plan.shopper)
        self.hand.press(_("与本厅无利害关系"))
        self._shoot("2-plan")
        self.hand.key(Qt.Key.Key_Return, CONTROL)
        for question in self._page(BriefPage).check.questions:
            self.hand.press(question.right)
        self._shoot("3-brief")

    def go(self) -> None:
        """Take the moments in the hall: the space bar where one follows the other."""
        brief = self._page(BriefPage)
        if brief.visiting is None:
            raise LookupError("no visit is open")
        brief.visiting.steady = self.story.clock.steady
        self.hand.press(_("打开计时窗"))
        if brief.stopwatch is None:
            raise LookupError("the stopwatch did not open")
        QTest.qWaitForWindowActive(brief.stopwatch)
        watch = Hand(brief.stopwatch)
        for key, at in self.plan.moments.items():
            self._pass_time(brief.stopwatch, datetime.combine(self.plan.day.date(), at, self.plan.day.tzinfo))
            watch.key(Qt.Key.Key_Space)
            if key == "T4":
                self.story.shots.take(brief.stopwatch, f"3{self.number}-4-stopwatch")
        brief.stopwatch.close()
        self.hand.settle()

    def _pass_time(self, watch: StopwatchWindow, until: datetime) -> None:
        clock = self.story.clock
        while clock.at < until:
            clock.at = min(until, clock.at + LOOK)  # the stopwatch takes a longer pause for the machine's sleep
            watch.look()

    def tell(self) -> None:
        """Tell the visit on the same day: script, phrases, proofs, item by item."""
        self.story.clock.forward(AFTERWARDS.total_seconds())
        self.hand.press(_("离场补录"))
        self._shoot("5-retelling")
        self.hand.press(_("脚本"))
        self.hand.press(_("照脚本做"))
        self._shoot("6-script")
        self.hand.key(Qt.Key.Key_Escape)
        if self.hand.can_press(_("忌语")):
            self._tell_phrases()
        self.hand.press(_("继续补录"))
        self.story.page.open_item(self.story.page.inspection.form.order[0])
        Filling(self.story, self.plan.found).fill()

    def _tell_phrases(self) -> None:
        self.hand.press(_("忌语"))
        for phrase in self.plan.phrases:
            self.hand.press(phrase)
        if not self.plan.phrases:
            self.hand.press(_("一句也没有听到"))
        self._shoot("7-phrases")
        self.hand.key(Qt.Key.Key_Escape)

    def seal(self) -> None:
        """Look at what is missing, and seal."""
        self.hand.key(Qt.Key.Key_G)
        self.hand.settle()
        self._shoot("8-before-sealing")
        self.hand.key(Qt.Key.Key_Return, CONTROL)
        self.hand.press(_("封存"))

    def clear_photos(self) -> None:
        """Look at every photo for faces before any is printed."""
        id_ = self.story.desk.inspections.headers(status="finished")[0].id
        self.story.window.show_page("clearing", id_)
        self.hand.settle()
        self.hand.key(Qt.Key.Key_N)
        self._shoot("9-clearing")
        while self.hand.can_press(_("确认这张")):
            self.hand.press(_("确认这张"))

    def have_it_read(self) -> None:
        """Have another person read it the next morning; only then it counts."""
        self.story.clock.forward(NEXT_MORNING.total_seconds())
        id_ = self.story.desk.inspections.headers(status="finished")[0].id
        self.story.window.show_page("retelling", id_)
        page = self._page(RetellingPage)
        form = page.frame.validity.form
        self.hand.press(_("第二人复核"))
        form.who.show_key(SECOND.code)
        self.hand.press(_("同意"))
        self._shoot("10-read")
