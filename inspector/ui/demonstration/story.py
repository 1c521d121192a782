"""The story: first start, an audit at the hall, the lid closed in the middle, back again, finish, result, report."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from inspector.actions.desk import Desk
from inspector.errors import InspectorError
from inspector.ui.demonstration.hand import Hand
from inspector.ui.demonstration.past import HALL, StoryClock, set_up
from inspector.ui.demonstration.pictures import draw_photos
from inspector.ui.demonstration.plan import (
    BELL,
    FACTS_NO,
    FAILED,
    GENERAL_NOTE,
    HEIGHTS,
    HIGHLIGHTS,
    LEFT_OUT,
    PARTLY,
    STOP_AT,
)
from inspector.ui.demonstration.shots import Shots
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.audit.page import AuditPage
from inspector.wording import _

Build = Callable[[Desk], MainWindow]
MARK = ".star-inspector-demo"
CONTROL = Qt.KeyboardModifier.ControlModifier
SECONDS_AN_ITEM = 45


class Story:
    """One walk through the program; `build` opens a window over a desk, as the program does."""

    def __init__(self, out: Path, build: Build) -> None:
        self.out = out
        self.build = build
        self.clock = StoryClock()
        self.shots = Shots(out)
        self.photos = draw_photos(out / "photos")
        self.desk = Desk.at(out / "data", self.clock)
        self.open()

    def open(self) -> None:
        """Open the window."""
        self.window: MainWindow = self.build(self.desk)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.hand = Hand(self.window)
        self.hand.settle()

    def close(self) -> None:
        """Close window and data file, as a person who shuts the lid."""
        self.window.close()
        self.window.deleteLater()
        self.hand.settle()
        self.desk.close()

    @property
    def page(self) -> AuditPage:
        """Return the audit page."""
        page = self.window.pages["audit"]
        if not isinstance(page, AuditPage):
            raise TypeError(page)
        return page

    def shoot(self, name: str) -> None:
        """Take a picture of the window, light and dark, with what is still to follow the last answer."""
        if "audit" in self.window.pages:
            self.page.standing.catch_up()
        self.shots.take(self.window, name)

    # The chapters.

    def first_start(self) -> None:
        """The empty home page; then people, halls and earlier audits are there."""
        self.shoot("01-first-start")
        set_up(self.desk, self.clock)
        self.window.show_page("home")
        self.hand.settle()
        self.shoot("02-home")

    def start_audit(self) -> None:
        """Pick the hall by its initials, declare, begin."""
        self.hand.key(Qt.Key.Key_N, CONTROL)
        self.hand.figures("bjgd")
        self.hand.key(Qt.Key.Key_Return)
        self.hand.press("与被查营业厅")
        self.shoot("03-start")
        self.hand.key(Qt.Key.Key_Return, CONTROL)
        for fact in FACTS_NO:
            if self.page.recorder:
                self.page.recorder.state_fact(fact, False)

    def fill(self, until: str = "") -> None:
        """Answer item after item with the keyboard, up to an item or to the end."""
        for item in self._walk():
            if item == until:
                return
            self.clock.forward(SECONDS_AN_ITEM)
            self._answer(item)

    def _walk(self) -> Iterator[str]:
        seen: set[str] = set()
        while (item := self.page.item) and item not in seen:
            seen.add(item)
            yield item
            if self.page.item == item:
                self.hand.key(Qt.Key.Key_Down)

    def _answer(self, item: str) -> None:
        if item in FAILED:
            self._fail(item)
        elif item in PARTLY and self.page.inspection.form.items[item].allows_partly:
            self.page.setFocus()
            self.hand.key(Qt.Key.Key_2)
            self._note(item, PARTLY[item])
        elif item in LEFT_OUT:
            self.hand.key(Qt.Key.Key_0)
            self.hand.words(LEFT_OUT[item])
            self.hand.key(Qt.Key.Key_Return)
        else:
            self.hand.key(Qt.Key.Key_1)

    def _fail(self, item: str) -> None:
        seen = FAILED[item]
        self.hand.key(Qt.Key.Key_3)
        self._note(item, seen.note)
        for tick in seen.ticks:
            self.hand.press(tick)
        if seen.scene:
            QGuiApplication.clipboard().setImage(QImage(str(self.photos[seen.scene])))
            self.page.setFocus()
            self.hand.key(Qt.Key.Key_V, CONTROL)
        if item in {"SG-06", "AC-06"}:
            self.shoot(f"04-audit-finding-{item}")

    def _note(self, item: str, words: str) -> None:
        if not words:
            return
        if self.page.item != item:
            self.page.open_item(item)
        self.hand.key(Qt.Key.Key_N)
        self.hand.words(words)
        self.hand.key(Qt.Key.Key_Escape)

    def measure(self) -> None:
        """Measure the low counter: three heights and the bell; the verdict follows by itself."""
        self.hand.key(Qt.Key.Key_Tab)
        for height in HEIGHTS:
            self.hand.figures(height)
            self.hand.key(Qt.Key.Key_Tab)
        self.hand.key(Qt.Key.Key_Escape)
        self.hand.press(_("台面可用"))
        self.hand.into(_("按铃应答"), "")
        self.hand.figures(BELL)
        self.hand.key(Qt.Key.Key_Escape)
        self.shoot("05-audit-measured")
        self.hand.key(Qt.Key.Key_Down)

    def close_the_lid(self) -> None:
        """Close in the middle; the next start offers to go on, and opens where one was."""
        self.close()
        self.desk = Desk.at(self.out / "data", self.clock)
        self.clock.forward(3600)
        self.open()
        self.shoot("06-home-draft")
        self.hand.press(_("继续检查"))
        if self.page.item != STOP_AT:
            raise InspectorError(f"{self.page.item} != {STOP_AT}")

    def check_before_leaving(self) -> None:
        """Look at what is missing, write what concerns the whole, and finish."""
        if self.page.inspecting is None:
            raise LookupError("no inspection is open")
        self.page.inspecting.set_head("highlights", HIGHLIGHTS)
        self.page.inspecting.set_head("note", GENERAL_NOTE)
        self.page.open_place("red-lines")
        self.hand.settle()
        self.shoot("07-red-lines")
        self.page.open_place("overall")
        self.hand.settle()
        self.shoot("08-overall")
        self.hand.key(Qt.Key.Key_G)
        self.shoot("09-before-leaving")

    def finish(self) -> str:
        """Seal; look at the result, why, and the report."""
        self.hand.key(Qt.Key.Key_Return, CONTROL)
        self.shoot("10-sealing")
        self.hand.press(_("封存"))
        id_ = self.desk.inspections.headers(status="finished")[0].id
        self.shoot("11-result")
        self.hand.press(_("评分依据"))
        self.shoot("12-trace")
        self.hand.key(Qt.Key.Key_Escape)
        self.hand.press(_("营业厅评定"))
        self.shoot("12-hall-star")
        self.hand.key(Qt.Key.Key_Escape)
        self.hand.press(_("生成报告"))
        self.hand.press(_("生成 PDF"))
        self.hand.settle()
        self.shoot("13-report")
        return id_

    def look_around(self) -> None:
        """Look at the list, the register, the schemes, the settings, and home with a star on it."""
        places = (("inspections", None), ("register", None), ("settings", "schemes"), ("settings", "halls"))
        for number, (place, argument) in enumerate((*places, ("home", None)), 14):
            self.window.show_page(place, argument)
            self.hand.settle()
            self.shoot(f"{number}-{argument or place}")


def demonstrate(out: Path, build: Build) -> list[str]:
    """Walk through the story into a folder; return what can be found there, a line each."""
    prepare(out)
    story = Story(out, build)
    story.first_start()
    story.start_audit()
    story.fill(until=STOP_AT)
    story.close_the_lid()
    story.measure()
    story.fill()
    story.check_before_leaving()
    id_ = story.finish()
    story.look_around()
    report = _copy_report(story, id_)
    header = story.desk.inspections.header(id_)
    story.close()
    stars = f"{header.level} 星 {header.total}" if header and header.level is not None else "–"
    return [f"{HALL.name}：{stars}", f"报告 {report}", f"截图 {len(story.shots.taken)} 张在 {out}"]


def _copy_report(story: Story, id_: str) -> Path:
    from inspector.actions.reporting import write_report_of  # noqa: PLC0415 - reportlab, only now

    target = story.out / f"{HALL.name}-星级评定报告.pdf"
    write_report_of(story.desk, id_, target)
    return target


def prepare(out: Path) -> None:
    """Make the folder ready: an earlier demonstration is cleared away, anything else is left alone."""
    if out.exists() and any(out.iterdir()):
        if not (out / MARK).exists():
            raise InspectorError(_("{out} 里已有别的文件。").format(out=out), _("请换一个空文件夹。"))
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / MARK).touch()
