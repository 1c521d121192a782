"""What it would take to reach the next star, for the chapter that tells how the star came about."""

from fractions import Fraction

from inspector.rating.path import shortest_way
from inspector.rating.reasons import days_words, way_words
from inspector.report.composing.source import Source
from inspector.report.rated import Mending
from inspector.wording import truncated


def way(source: Source) -> tuple[str, tuple[Mending, ...]]:
    """Return the sentence and the items of the fewest repairs; nothing where no star is told."""
    if not source.scored:
        return "", ()
    rating = source.rating
    found, gains = shortest_way(rating), {point.item.id: point.points for point in rating.lost()}
    rows = tuple(
        Mending(
            item.id,
            str(item.ask),
            str(item.remedy),
            days_words(item.effort),
            f"+{truncated(gains.get(item.id, Fraction(0)), 2)}",
        )
        for item in found.items
    )
    return way_words(found), rows
