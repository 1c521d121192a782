"""Writing an inspection's report: gathers inspection, rating, seal, last time and photos, and has them set."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path

from inspector.actions.amending import replies
from inspector.actions.desk import Desk
from inspector.actions.inspecting import Inspecting
from inspector.actions.proving_report import proof_of
from inspector.actions.ranking import PAST, peers
from inspector.errors import InspectorError
from inspector.inspection.drawn import Drawn
from inspector.inspection.inspection import Inspection
from inspector.paths import apart_from, resources
from inspector.rating.hall import FULL_AUDITS
from inspector.report.composing import Source, compose, compose_again
from inspector.report.composing.source import After, Earlier, Notice, Peers, PhotoFile, SealedAs
from inspector.report.composing.visits_part import Visited
from inspector.report.content import ReportContent
from inspector.report.order import Finish, Order, carry_out
from inspector.report.profiles import FULL, ONE_PAGE
from inspector.vault.picture import size_of
from inspector.wording import _, language, speaking

MISSING = {"missing": "佐证缺失", "altered": "指纹不符"}
UNCLEARED = "尚未核对有无人脸，不刊出"


@dataclass(frozen=True, slots=True)
class ReportNotes:
    """What the person should know of a report just written: its pages, and characters that no font has."""

    pages: int
    missing: tuple[str, ...]


def content_of(desk: Desk, id_: str, *, hall: bool = False) -> ReportContent:
    """Return what the report of an inspection says; with `hall` that of its hall, whose star it must count for."""
    return _told(desk, source_of(desk, id_, hall=hall), hall=hall)


def _told(desk: Desk, source: Source, *, hall: bool) -> ReportContent:
    """Return what a report says; cover and summary once more in the other language where the unit asked for both."""
    content = compose(source)
    if desk.setting("report_languages") == "one":
        return content
    with speaking("zh_CN" if language() == "en" else "en", resources("translations")):
        # Also the rating's own sentences are made anew.
        return replace(content, again=compose_again(source_of(desk, source.inspection.id, hall=hall)))


def source_of(desk: Desk, id_: str, *, hall: bool = False) -> Source:
    """Return what the report of an inspection, or of its hall, is told from."""
    source = _source(desk, desk.open(id_))
    return _of_hall(desk, source) if hall else source


def _of_hall(desk: Desk, source: Source) -> Source:
    """Return the source with the star of the hall and every mystery visit of the time."""
    rated = desk.rating_halls.rate(source.inspection.hall.code)
    counts = {one.inspection.id for one in rated.considered if one.counts and one.inspection.head.kind in FULL_AUDITS}
    if source.inspection.id not in counts:
        raise InspectorError(_("这次检查不是营业厅评定所依据的明察。"), _("请选计入评定的那一次明察。"))
    visits = [desk.open(one.inspection.id) for one in rated.considered if one.inspection.head.visit]
    visited = tuple(Visited(one.inspection, one.rating, desk.gate.judge(one)) for one in visits)
    rating = replace(rated.rating, inspection=source.inspection)  # whose items are counted
    return replace(source, rating=rating, own=source.rating, rated=rated, visited=visited, made_at=rated.at)


def _source(desk: Desk, inspecting: Inspecting) -> Source:
    inspection, seal = inspecting.inspection, desk.seal_of(inspecting.inspection.id)
    sealed = SealedAs(seal.number, seal.sha256, seal.previous, datetime.fromisoformat(seal.at)) if seal else None
    return Source(
        inspection=inspection,
        rating=inspecting.rating,
        made_at=inspection.finished_at or desk.clock(),
        organisation=desk.setting("organisation"),
        photo=cache(lambda sha256, drawn: photo_file(desk, sha256, drawn, covert=inspection.head.visit is not None)),
        calendar=desk.calendar,
        validity=desk.gate.judge(inspecting) if inspection.form.scenario else None,
        notice=Notice(desk.setting("notice_date"), desk.setting("notice_purpose")),
        seal=sealed,
        last=desk.last_time(inspection),
        address=desk.setting("record_address"),
        logo=logo_of(desk),
        peers=peers(desk, inspection) if sealed else Peers(),
        earlier=_earlier(desk, inspection),
        register=tuple(inspecting.register()),
        after=_after(desk, inspection.id),
        absent=lambda sha256: absent_words(desk, sha256),
    )


def _after(desk: Desk, id_: str) -> After:
    header = next((header for header in desk.headers() if header.id == id_), None)
    said = tuple((one.at[:10], one.name, one.words) for one in replies(desk, id_))
    return After(header.amended_by if header else 0, said, desk.setting("reply_days"))


def _earlier(desk: Desk, inspection: Inspection) -> tuple[Earlier, ...]:
    """Return the full audits of the hall before this one, the latest last."""
    before = desk.inspections.hall_history(inspection.hall.code, inspection.id)
    known = {header.id: header for header in desk.headers(status="finished", hall=inspection.hall.code)}
    audits = [known[id_] for id_ in before if known[id_].kind in FULL_AUDITS][: PAST - 1]
    return tuple(
        Earlier(datetime.fromisoformat(one.started_at).date(), one.total if one.level is not None else None)
        for one in reversed(audits)
    )


def photo_file(desk: Desk, sha256: str, drawn: tuple[Drawn, ...] = (), *, covert: bool = False) -> PhotoFile:
    """Return the copy of a photo that may be published, with its size, or in words why there is none.

    What is to be hidden is burnt in; of a covert visit only photos that a person has cleared are published.
    """
    clearance = desk.evidence.clearance(sha256)
    gone = {purged.kind: purged for purged in desk.evidence.purged(sha256)}
    if "copy" in gone:
        return _absent(_("按期销毁 {day}").format(day=gone["copy"].at[:10]))
    state = "ok" if "original" in gone else desk.vault.state(sha256)
    if state != "ok":
        return _absent(_(MISSING[state]))
    if covert and not clearance.cleared:
        return _absent(_(UNCLEARED))
    path = desk.vault.published(sha256, clearance.regions, drawn)
    if path is None:
        return _absent(_(MISSING["missing"]))
    width, height = size_of(path)
    return PhotoFile(path, width, height)


def logo_of(desk: Desk) -> PhotoFile | None:
    """Return the organisation's own sign for covers and posters; None where it has none, or the picture is gone."""
    sha256 = desk.setting("logo")
    path = desk.vault.for_paper(sha256) if sha256 else None
    return PhotoFile(path, *size_of(path)) if path is not None else None


def absent_words(desk: Desk, sha256: str) -> str:
    """Return why a document is not there: destroyed by rule, lost or altered; empty while it is whole."""
    state = desk.vault.state(sha256)
    gone = desk.evidence.purged(sha256) if state == "missing" else []
    if gone:
        return _("按期销毁 {day}").format(day=gone[-1].at[:10])
    return "" if state == "ok" else _(MISSING[state])


def _absent(why: str) -> PhotoFile:
    return PhotoFile(None, 4, 3, why)


def order_of(desk: Desk, id_: str, target: Path, *, hall: bool = False, profile: str = FULL) -> Order:
    """Return the order of a report of an inspection, or of its hall: told in full, not set yet."""
    source = source_of(desk, id_, hall=hall)
    content = _told(desk, source, hall=hall)
    told = dict.fromkeys((source.inspection.id, *(one.inspection.id for one in source.visited)))
    attached = (proof_of(desk, content, source.rating, [*told]),) if profile in {FULL, ONE_PAGE} else ()
    signing = (apart_from(desk.folder), desk.setting("organisation"))
    return Order(content, target, profile, attached, signing if desk.setting("sign_reports") == "device" else None)


def write_report_of(
    desk: Desk,
    id_: str,
    target: Path,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    hall: bool = False,
    profile: str = FULL,
    finish: Finish | None = None,
) -> ReportNotes:
    """Write a report of an inspection, or of its hall; all there, or not there.

    `finish` turns the bytes of a PDF into those that are written: signed, or with a password.
    """
    from inspector.report.pdf import missing_characters  # noqa: PLC0415 - reportlab costs start-up 130 ms

    order = order_of(desk, id_, target, hall=hall, profile=profile)
    pages = carry_out(order, progress, cancelled, finish)
    return ReportNotes(pages, missing_characters(order.content))
