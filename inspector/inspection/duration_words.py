"""How the lines beside a time are said, on screen and on paper."""

from datetime import timedelta
from decimal import Decimal

from inspector.form.limits import Limits
from inspector.inspection.durations import Duration
from inspector.wording import _, lasting, plain_number

MINUTE, HOUR, SHORT = 60, 3600, 120


def limit_words(seconds: Decimal) -> str:
    """Say a limit in the unit it is spoken of: 60 秒, 15 分, 3 小时."""
    if seconds <= SHORT:
        return _("{n} 秒").format(n=plain_number(seconds))
    if seconds % HOUR == 0:
        return _("{n} 小时").format(n=plain_number(seconds / HOUR))
    if seconds % MINUTE == 0:
        return _("{n} 分").format(n=plain_number(seconds / MINUTE))
    return lasting(timedelta(seconds=int(seconds)))


def basis_words(duration: Duration, limits: Limits) -> str:
    """Say in one line by which text and which version of the table a time is judged."""
    limit = duration.limit
    if limit is None:
        return _("只记录，不评判")
    if not limit.source:
        return _("限值写在检查项里")
    return _("{source} · 时限表 {version}").format(source=limit.source, version=limits.version)
