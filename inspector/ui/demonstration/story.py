"""The story: first start, an audit at the hall, the lid closed in the middle, back again, finish, result, report."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector.actions.desk import Desk
from inspector.errors import InspectorError
from inspector.ui.demonstration.covert import VISITS
from inspector.ui.demonstration.filling import Filling
from inspector.ui.demonstration.hand import Hand
from inspector.ui.demonstration.outcomes import shoot_outcomes
from inspector.ui.demonstration.past import HALL, StoryClock, set_up
from inspector.ui.demonstration.pictures import draw_photos
from inspector.ui.demonstration.plan import AUDIT, BELL, FACTS_NO, GENERAL_NOTE, HEIGHTS, HIGHLIGHTS, STOP_AT
from inspector.ui.demonstration.shots import Shots
from inspector.ui.demonstration.visits import MysteryVisit
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.audit.page import AuditPage
from inspector.wording import _

Build = Callable[[Desk], MainWindow]
MARK = ".star-inspector-demo"
CONTROL = Qt.KeyboardModifier.ControlModifier


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
        Filling(self, AUDIT).fill(until)

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

    def visit(self) -> None:
        """Two mystery visits follow; with them the hall has its full star, which is given."""
        for number, plan in enumerate(VISITS, 1):
            MysteryVisit(self, plan, number).play()
        self.hand.press(_("看结果"))
        self.shoot("33-visit-result")
        self.hand.press(_("营业厅评定"))
        self.shoot("34-hall-star-full")
        self.hand.press(_("评定"))
        self.shoot("35-hall-star-given")
        self.hand.press(_("生成评定报告"))
        self.hand.press(_("生成 PDF"))
        self.hand.settle()
        self.shoot("36-hall-report")

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
    story.visit()
    story.look_around()
    report = _copy_report(story, id_)
    stars = _stars(story, id_)
    story.close()
    shoot_outcomes(out, build, story.shots)
    return [f"{HALL.name}：{stars}", f"报告 {report}", f"截图 {len(story.shots.taken)} 张在 {out}"]


def _stars(story: Story, audit: str) -> str:
    """Say what the audit alone gave, and what the hall was given with the visits."""
    header, standing = story.desk.inspections.header(audit), story.desk.rating_halls.standing(HALL.code)
    alone = f"{header.level} 星 {header.total}" if header and header.level is not None else "–"
    return f"明察 {alone}，评定 {standing.kept.level if standing else '–'} 星"


def _copy_report(story: Story, id_: str) -> Path:
    """Write the report of the audit, and that of the hall, which is returned."""
    from inspector.actions.reporting import write_report_of  # noqa: PLC0415 - reportlab, only now

    target = story.out / f"{HALL.name}-营业厅评定报告.pdf"
    write_report_of(story.desk, id_, story.out / f"{HALL.name}-星级评定报告.pdf")
    write_report_of(story.desk, id_, target, hall=True)
    return target


def prepare(out: Path) -> None:
    """Make the folder ready: an earlier demonstration is cleared away, anything else is left alone."""
    if out.exists() and any(out.iterdir()):
        if not (out / MARK).exists():
            raise InspectorError(_("{out} 里已有别的文件。").format(out=out), _("请换一个空文件夹。"))
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / MARK).touch()
