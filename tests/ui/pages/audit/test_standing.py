"""Counts and star follow an answer shortly: once for a burst, and never so late that something old is read or stays."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from inspector.actions.desk import Desk
from inspector.inspection.answer import Verdict
from inspector.ui.pages.audit.rail import OVERALL
from inspector.ui.pages.audit.tallies import Tally, tally
from tests.conftest import conform_to_everything, start
from tests.ui.pages.audit.driving import CONTROL, Audit

Opening = Callable[..., Audit]
HEAD = "已答 1 / 44　不符合 1"


def shown(audit: Audit) -> tuple[str, str, str, str]:
    """Return what the screen says of the whole: the star, how many are answered, failed, and a section's line."""
    frame = audit.page.frame
    rail = frame.rail
    failed = rail.totals["failed"].accessibleName()
    return frame.topbar.star.words, frame.topbar.done.text(), failed, rail.sections["signage"].accessibleName()


def true(audit: Audit) -> tuple[str, str, str, str]:
    """Return what the screen has to say, from the inspection opened anew."""
    again = audit.desk.open(audit.page.inspection.id)
    rating, sections = again.rating, again.inspection.form.sections
    tallies = {section.key: tally(again.inspection, section) for section in sections}
    whole, signage = sum(tallies.values(), Tally()), tallies["signage"]
    star = f"暂估 {rating.level.level} 星 {rating.total_shown} 分" if rating.level else "不评星"
    line = f"{sections[0].title}，已答 {signage.answered} / {signage.asked}"
    told = f"，不符合 {signage.failed} 项" if signage.failed else ""
    return star, str(whole.answered), f"不符合 {whole.failed} 项，转到第一项", line + told


def test_the_card_shows_at_once_and_the_star_follows_by_itself(opening: Opening) -> None:
    audit = opening("SG-01")
    before = shown(audit)
    audit.press(Qt.Key.Key_3)
    assert audit.card.verdicts.buttons[Verdict.FAIL].isChecked()
    assert audit.page.frame.foot.saved.accessibleName().startswith("已保存")
    audit.wait_for_standing()
    assert before != shown(audit) == true(audit)
    assert audit.page.frame.section.counts.text() == HEAD


def test_a_burst_of_answers_is_followed_once_and_by_the_last(opening: Opening) -> None:
    audit = opening("SG-01")
    before, recorder = shown(audit), audit.page.recorder
    assert recorder is not None
    for item in audit.inspection.form.order[:30]:
        recorder.judge(item, Verdict.CONFORM)
        recorder.judge(item, Verdict.FAIL)
    assert shown(audit) == before
    audit.wait_for_standing()
    assert shown(audit) == true(audit)


def test_steps_back_and_forth_are_followed(opening: Opening) -> None:
    audit = opening("SG-01")
    before = shown(audit)
    audit.press(Qt.Key.Key_3)
    audit.press(Qt.Key.Key_Z, CONTROL)
    audit.wait_for_standing()
    assert shown(audit) == before
    audit.press(Qt.Key.Key_Y, CONTROL)
    audit.wait_for_standing()
    assert before != shown(audit) == true(audit)


def test_what_is_read_in_the_pause_is_never_behind(opening: Opening) -> None:
    audit = opening("SG-01")
    section = audit.inspection.form.section_of["SG-01"]
    recorder = audit.page.recorder
    assert recorder is not None
    for verdict in (Verdict.FAIL, Verdict.CONFORM, None):
        recorder.judge("SG-01", verdict)
        assert audit.page.standing.behind
        assert audit.page.standing.tally(section) == tally(audit.inspection, section)
    recorder.state_fact("has_ramp", False)
    for each in audit.inspection.form.sections:
        assert audit.page.standing.tally(each) == tally(audit.inspection, each)
    audit.wait_for_standing()
    assert shown(audit) == true(audit)


def test_an_answer_given_elsewhere_is_followed_when_its_section_opens(opening: Opening) -> None:
    audit = opening("SG-01")
    audit.page.open_place(OVERALL)
    recorder = audit.page.recorder
    assert recorder is not None
    recorder.judge("SG-01", Verdict.FAIL)
    audit.open("SG-02")
    assert audit.page.frame.section.counts.text() == HEAD
    audit.wait_for_standing()
    assert shown(audit) == true(audit)


def test_leaving_shows_what_was_still_to_follow(opening: Opening, desk: Desk) -> None:
    other = start(desk)
    conform_to_everything(other)
    audit = opening("SG-01")
    audit.press(Qt.Key.Key_3)
    expected = true(audit)
    audit.page.leave()
    assert not audit.page.standing.behind
    assert shown(audit) == expected
    audit.page.enter(other.inspection.id)
    assert shown(audit) == true(audit)
    assert not audit.page.standing.behind
