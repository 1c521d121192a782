"""Words for people: translation of our own sentences, and dates, figures and counts as the country writes them."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

NBSP = "\u00a0"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "zh_CN"
# A second language for a while, in this thread alone: the window goes on in its own.
_aside: ContextVar[tuple[str, gettext.NullTranslations] | None] = ContextVar("aside", default=None)


def set_language(language: str, catalogues: Path) -> None:
    """Choose the language of every later sentence: zh_CN (the source) or en, from a folder of catalogues."""
    global _catalogue, _language  # noqa: PLW0603 - the one setting every room reads and none passes on
    _catalogue = gettext.translation("inspector", catalogues, [language], fallback=True)
    _language = language


@contextmanager
def speaking(language: str, catalogues: Path) -> Iterator[None]:
    """Say what is said within in another language, from a folder of catalogues."""
    token = _aside.set((language, gettext.translation("inspector", catalogues, [language], fallback=True)))
    try:
        yield
    finally:
        _aside.reset(token)


def language() -> str:
    """Return the language that is spoken, zh_CN or en."""
    aside = _aside.get()
    return aside[0] if aside else _language


def _(sentence: str) -> str:
    """Translate a source sentence (Chinese) into the chosen language."""
    aside = _aside.get()
    catalogue = aside[1] if aside else _catalogue
    return catalogue.gettext(sentence) if sentence else ""  # an empty msgid is the catalogue's own header


def sentences(*parts: str) -> str:
    """Put sentences one after another, with a space between those of English."""
    return (" " if language() == "en" else "").join(parts)


def long_date(day: date) -> str:
    """Write a date as 2026年3月5日, in English as 2026-03-05."""
    if language() == "en":
        return day.isoformat()
    return f"{day.year}年{day.month}月{day.day}日"


def weekday(day: date) -> str:
    """Return the name of a day of the week."""
    names = (_("星期一"), _("星期二"), _("星期三"), _("星期四"), _("星期五"), _("星期六"), _("星期日"))
    return names[day.weekday()]


def short_date(day: date) -> str:
    """Write a date within the year as 3月5日, in English as 03-05."""
    if language() == "en":
        return f"{day:%m-%d}"
    return f"{day.month}月{day.day}日"


def clock(moment: datetime) -> str:
    """Write a time of day as 14:32:07."""
    return f"{moment:%H:%M:%S}"


def lasting(span: timedelta) -> str:
    """Write how long something took: 57 秒, 13 分 57 秒, 1 小时 02 分 05 秒."""
    minutes, seconds = divmod(int(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return _("{h} 小时 {m:02} 分 {s:02} 秒").format(h=hours, m=minutes, s=seconds)
    return _("{m} 分 {s:02} 秒").format(m=minutes, s=seconds) if minutes else _("{s} 秒").format(s=seconds)


def with_unit(value: object, unit: str) -> str:
    """Join a figure to its unit by a no-break space; percent signs and degrees of angle stand close."""
    return f"{value}{unit}" if unit in {"%", "°", ""} else f"{value}{NBSP}{unit}"


def truncated(value: "Fraction", places: int = 1) -> str:
    """Print an exact number cut, never rounded, to so many decimals, so that paper never contradicts a threshold."""
    whole = abs(value) * 10**places
    figures = Decimal(whole.numerator // whole.denominator).scaleb(-places)
    sign = "−" if value < 0 and figures else ""
    return f"{sign}{figures:.{places}f}"


def raised(value: "Fraction", places: int = 1) -> str:
    """Print an exact number with what is cut off raised to a whole step: for figures that must not exceed a limit."""
    step = 10**places
    return truncated(value + -value * step % 1 / step, places)


def lowered(value: "Fraction", places: int = 1) -> str:
    """Print an exact number with what is cut off taken away also below zero: for figures that must reach a floor."""
    step = 10**places
    return truncated(value - value * step % 1 / step, places)


def plain_number(value: Decimal) -> str:
    """Print a measured value without trailing zeros or exponent: 820, 1.5."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(part: int, whole: int) -> str:
    """Print a share as a truncated whole percentage: 62/141 is 43%."""
    if not whole:
        return "0%"
    return f"{(Decimal(part) * 100 / whole).quantize(Decimal(1), ROUND_DOWN)}%"


def initials(name: str) -> str:
    """Return the pinyin initials of a name, lower case: 滨江供电营业厅 is bjgdyyt."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - 100 ms that only new hall names need

    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()
