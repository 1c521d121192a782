"""All halls of a city in order: the last rated audit of each, read from headers and sealed ratings alone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inspector.errors import InspectorError
from inspector.inspection.record import sha256
from inspector.rating.condition import bounds_of
from inspector.rating.hall import FULL_AUDITS
from inspector.rating.scheme import Scheme
from inspector.report.composing.source import Peers, star_for
from inspector.report.ranked import Figure, League, Mean, RankedHall
from inspector.report.rated import Change
from inspector.store.proving import mean_measures, sealed_measures
from inspector.wording import _, truncated

if TYPE_CHECKING:
    from inspector.actions.desk import Desk
    from inspector.inspection.inspection import Inspection
    from inspector.store.headers import Header

PAST = 4
PEERS = 3  # halls from which a mean and a place say something
ENDINGS = ("供电营业厅", "营业厅", "供电所")
WEAK = 60
NAMED = 3


class Standing(NamedTuple):
    """A hall with its rated audits, the newest last, and the exact measures of the newest."""

    code: str
    name: str
    audits: "tuple[Header, ...]"
    measures: dict[str, Fraction]

    @property
    def last(self) -> "Header":
        """Return the newest audit."""
        return self.audits[-1]

    def order(self, back: int = 0) -> tuple[int, Fraction]:
        """Return what the hall is ranked by: its star, then its total; `back` audits ago."""
        header = self.audits[-1 - back]
        total = self.measures.get("total") if not back else None
        return header.level or 0, Fraction(header.total) if total is None else total


def league(desk: "Desk", city: str = "", own: str = "") -> League:
    """Return the league of all halls, or of one city; `own` is the code of the reader's hall.

    Raises InspectorError where no hall has a rated audit.
    """
    scheme, found = desk.shelf.scheme(), _standings(desk, city)
    if not found:
        raise InspectorError(_("还没有评过星的营业厅，排不出名次。"), _("先封存至少一次明察。"))
    ranked = sorted(found, key=lambda one: (one.order(), one.code), reverse=True)
    before = _places_before(ranked)
    halls = tuple(_row(scheme, one, place, before, own) for place, one in enumerate(ranked, 1))
    mean = _mean(scheme, ranked)
    days = sorted(one.last.started_at[:10] for one in ranked)
    digest = sha256("".join(one.last.id for one in ranked).encode("ascii"))
    names = {key: str(scheme.measures[key].title) for key in (*scheme.ideas, *scheme.topics)}
    return League(
        unit=desk.setting("organisation"),
        title=_("{city}排行榜").format(city=city) if city else _("营业厅排行榜"),
        period=_("{first} 至 {last}").format(first=days[0], last=days[-1]),
        lead=_lead(scheme, halls, mean),
        ideas=tuple(names[key] for key in scheme.ideas),
        topics=tuple(names[key] for key in scheme.topics),
        halls=halls,
        mean=mean,
        shares=_shares(scheme, ranked),
        note=_("先按星级、后按总分排名；每厅取最近一次评过星的明察。近几次各自定标，只看走势。红字低于上一级下限。"),
        heat_lead=_heat_lead(names, scheme, halls, mean),
        foot=_("{n} 厅 · 星级规范 {scheme} · 汇总指纹 {digest}").format(
            n=len(halls), scheme=scheme.name, digest=digest[:16]
        ),
    )


def peers(desk: "Desk", inspection: "Inspection") -> Peers:
    """Return how the hall of its latest rated audit stands in its city; nothing where too few are rated to compare."""
    city = inspection.hall.city
    found = _standings(desk, city, whole=False) if city else []
    ranked = sorted(found, key=lambda one: (one.order(), one.code), reverse=True)
    places = [place for place, one in enumerate(ranked, 1) if one.last.id == inspection.id]
    if len(ranked) < PEERS or not places:
        return Peers()
    past = _totals(ranked)
    words = (
        _("全市均分 {mean}").format(mean=truncated(past[0])),
        _("第 {n} 名（共 {of} 厅）").format(n=places[0], of=len(ranked)),
    )
    return Peers(words, mean_measures(desk.database, [one.last.id for one in ranked]), tuple(past))


def write_league_of(desk: "Desk", target: Path, city: str = "", own: str = "") -> int:
    """Write the league and the heat map as a PDF and return its pages."""
    from inspector.report.league import write_league  # noqa: PLC0415 - reportlab costs start-up 130 ms

    return write_league(league(desk, city, own), target, desk.clock())


def _standings(desk: "Desk", city: str, *, whole: bool = True) -> list[Standing]:
    """Return every hall with a rated audit; without its measures where headers alone will do."""
    known = {hall.code: hall for hall, _initials in desk.places.halls()}
    audits: dict[str, list[Header]] = {}
    for header in reversed(desk.headers(status="finished")):
        hall = known.get(header.hall)
        if header.kind not in FULL_AUDITS or header.level is None or header.amended_by:
            continue
        if not city or (hall is not None and hall.city == city):
            audits.setdefault(header.hall, []).append(header)
    measures = sealed_measures(desk.database, [many[-1].id for many in audits.values()]) if whole else {}
    return [
        Standing(
            code,
            many[-1].hall_name,
            tuple(many[-PAST:]),
            {key: Fraction(value) for key, value in measures.get(many[-1].id, {}).items() if value is not None},
        )
        for code, many in audits.items()
    ]


def _places_before(ranked: Sequence[Standing]) -> dict[str, int]:
    """Return the place of each hall as it was before the newest audit of every hall."""
    known = [one for one in ranked if len(one.audits) > 1]
    order = sorted(known, key=lambda one: (one.order(1), one.code), reverse=True)
    return {one.code: place for place, one in enumerate(order, 1)}


def _row(scheme: Scheme, one: Standing, place: int, before: dict[str, int], own: str) -> RankedHall:
    level = scheme.level(one.last.level or 0)
    star = replace(star_for(scheme, level, "full", ""), word=str(level.label))
    majors = one.measures.get("major_open", Fraction(0))
    return RankedHall(
        place=place,
        moved=_moved(before.get(one.code), place) if len(before) == 0 or one.code in before else Change("new"),
        name=_short(one.name),
        full_name=one.name,
        star=star,
        total=Figure(one.last.total, float(Fraction(one.last.total))),
        change=_difference(one.audits),
        past=tuple(float(Fraction(header.total)) for header in one.audits),
        ideas=tuple(_figure(scheme, one.measures, key, _floor(scheme, level.level)) for key in scheme.ideas),
        topics=tuple(_figure(scheme, one.measures, key, float(WEAK)) for key in scheme.topics),
        note=_("严重 {n} 项").format(n=int(majors)) if majors else "",
        own=one.code == own,
    )


def _moved(before: int | None, place: int) -> Change:
    if before is None:
        return Change()
    steps = before - place
    return Change("up" if steps > 0 else "down" if steps < 0 else "same", str(abs(steps)) if steps else "")


def _short(name: str) -> str:
    return next((name.removesuffix(end) for end in ENDINGS if name.endswith(end) and name != end), name)


def _difference(audits: "Sequence[Header]") -> str:
    """Return the change of the printed total against the time before, with its sign."""
    if len(audits) == 1:
        return _("首次")
    moved = Fraction(audits[-1].total) - Fraction(audits[-2].total)
    sign = "+" if moved > 0 else "±" if not moved else ""
    return sign + truncated(moved)


def _floor(scheme: Scheme, level: int) -> float:
    """Return what the next level asks of the lowest idea; 0 where it asks nothing."""
    above = scheme.above(level)
    if above is None:
        return 0.0
    floors = [need.figure for need in bounds_of(above.needs) if set(need.measures) <= set(scheme.ideas)]
    return float(max(floors, default=Fraction(0)))


def _figure(scheme: Scheme, measures: dict[str, Fraction], key: str, floor: float) -> Figure:
    value = measures.get(key)
    if value is None:
        return Figure("–", None)
    return Figure(scheme.printed(key, value), float(value), float(value) < floor)


def _mean(scheme: Scheme, ranked: Sequence[Standing]) -> Mean:
    totals = _totals(ranked)
    now, then = totals[0], _average(Fraction(one.audits[-2].total) for one in ranked if len(one.audits) > 1)
    both = [one for one in ranked if len(one.audits) > 1]
    moved = _average(Fraction(one.last.total) for one in both)
    change = Fraction(truncated(moved)) - Fraction(truncated(then)) if moved is not None and then is not None else None

    def figure(key: str) -> Figure:
        value = _average(one.measures[key] for one in ranked if key in one.measures)
        return Figure("–", None) if value is None else Figure(truncated(value), float(value), float(value) < WEAK)

    return Mean(
        total=Figure(truncated(now), float(now)),
        change="" if change is None else ("+" if change > 0 else "±" if not change else "−") + truncated(abs(change)),
        past=tuple(map(float, reversed(totals))),
        ideas=tuple(map(figure, scheme.ideas)),
        topics=tuple(map(figure, scheme.topics)),
    )


def _totals(ranked: Sequence[Standing]) -> list[Fraction]:
    """Return the mean of the newest totals, then that of the ones before, as far back as any hall goes."""
    means = (
        _average(Fraction(one.audits[-1 - back].total) for one in ranked if len(one.audits) > back)
        for back in range(PAST)
    )
    return [mean for mean in means if mean is not None]


def _average(values: Iterable[Fraction]) -> Fraction | None:
    known = list(values)
    return sum(known, Fraction(0)) / len(known) if known else None


def _shares(scheme: Scheme, ranked: Sequence[Standing]) -> tuple[tuple[str, int], ...]:
    counts = [
        (str(level.label), sum((one.last.level or 0) == level.level for one in ranked))
        for level in (*scheme.levels, scheme.otherwise)
    ]
    return tuple(pair for pair in counts if pair[1])


def _lead(scheme: Scheme, halls: Sequence[RankedHall], mean: Mean) -> str:
    told = _("{n} 厅均分 {mean}").format(n=len(halls), mean=mean.total.printed)
    told += _("，较上次 {change}").format(change=mean.change) if mean.change else ""
    best = scheme.levels[0]
    top = sum(hall.star.word == str(best.label) for hall in halls)
    told += _("；{level} {n} 厅。").format(level=best.label, n=top)
    fallen = [hall.name for hall in halls if hall.star.level == 0]
    if fallen:
        told += _("{names}不达标。").format(names="、".join(fallen[:NAMED]))
    return told


def _heat_lead(names: dict[str, str], scheme: Scheme, halls: Sequence[RankedHall], mean: Mean) -> str:
    known = [
        (one.number, names[key]) for key, one in zip(scheme.topics, mean.topics, strict=True) if one.number is not None
    ]
    weakest = "、".join(name for _number, name in sorted(known)[:2])
    low = sum(one.weak for hall in halls for one in hall.topics)
    told = _("五档颜色与星级门槛一致，越深越低。共同短板是{topics}").format(topics=weakest)
    return told + (
        _("；不足 {limit} 的 {n} 格带金角。").format(limit=WEAK, n=low)
        if low
        else _("；没有不足 {limit} 的格。").format(limit=WEAK)
    )
