"""Every setting as data: key, default, values allowed; the settings page and its checks read this table."""

from collections.abc import Mapping
from typing import NamedTuple

from inspector.errors import InspectorError
from inspector.wording import _


class Setting(NamedTuple):
    """One setting; without `values` any text will do."""

    key: str
    default: str
    values: tuple[str, ...] = ()


DAYS = ("60", "90", "180", "365", "1095", "1825")

SETTINGS = {
    setting.key: setting
    for setting in (
        Setting("language", "zh_CN", ("zh_CN", "en")),
        Setting("theme", "light", ("light", "dark")),
        Setting("text_size", "1.0", ("1.0", "1.15", "1.3")),
        Setting("blind", "no", ("yes", "no")),
        Setting("auto_next", "yes", ("yes", "no")),
        Setting("inspector", ""),
        Setting("organisation", ""),
        Setting("operator", "SGCC", ("SGCC", "CSG", "IMPC", "other")),
        Setting("area", "urban", ("urban", "rural", "remote")),
        Setting("backup_folder", ""),
        Setting("backup_at", ""),
        # How many days evidence is kept after the inspection was sealed.
        Setting("keep_originals", "90", DAYS),
        Setting("keep_sounds", "60", DAYS),
        Setting("keep_copies", "1095", DAYS),
    )
}


def value(stored: Mapping[str, str], key: str) -> str:
    """Return a setting as stored, its default where it was never set or holds a value no longer allowed."""
    setting = SETTINGS[key]
    found = stored.get(key, setting.default)
    return found if not setting.values or found in setting.values else setting.default


def checked(key: str, new: str) -> str:
    """Return a new value for a setting; an InspectorError when it is not allowed."""
    setting = SETTINGS[key]
    if setting.values and new not in setting.values:
        raise InspectorError(_("设置 {key} 不能取 {value}。").format(key=key, value=new))
    return new
