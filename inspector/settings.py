"""Every setting as data: key, default, values allowed; the settings page and its checks read this table."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from inspector.errors import InspectorError
from inspector.wording import _


class Setting(NamedTuple):
    """One setting; without `values` any text will do, one that is a `day` an ISO date or nothing."""

    key: str
    default: str
    values: tuple[str, ...] = ()
    day: bool = False

    def allows(self, new: str) -> bool:
        """Return whether the setting may have a value."""
        return (not self.values or new in self.values) and (not self.day or not new or _is_day(new))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


DAYS = ("60", "90", "180", "365", "1095", "1825")

SETTINGS = {
    setting.key: setting
    for setting in (
        Setting("language", "zh_CN", ("zh_CN", "en")),
        Setting("theme", "light", ("light", "dark")),
        Setting("text_size", "1.0", ("1.0", "1.15", "1.3")),
        Setting("blind", "no", ("yes", "no")),
        Setting("auto_next", "yes", ("yes", "no")),
        Setting("phone_folder", ""),  # where photos of a phone arrive; watched while an inspection is open
        Setting("inspector", ""),
        Setting("organisation", ""),
        Setting("logo", ""),  # the SHA-256 of a picture in the vault
        Setting("sign_reports", "no", ("no", "device")),
        Setting("report_languages", "one", ("one", "both")),  # cover and summary once more in the other language
        Setting("record_address", ""),  # where a camera leads that reads the code of a report; its number follows
        Setting("operator", "SGCC", ("SGCC", "CSG", "IMPC", "other")),
        Setting("area", "urban", ("urban", "rural", "remote")),
        Setting("backup_folder", ""),
        Setting("backup_at", ""),
        Setting("auto_backup", "yes", ("yes", "no")),
        Setting("rolled_at", ""),
        # After how many minutes without a touch the lock falls, where there is one; 0 for never.
        Setting("idle_minutes", "10", ("0", "5", "10", "30")),
        # When and for what covert visits were announced to those who are visited; printed with their method.
        Setting("notice_date", "", day=True),
        Setting("notice_purpose", ""),
        # How many working days a hall has to reply to a report.
        Setting("reply_days", "5", ("3", "5", "10", "15")),
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
    return found if setting.allows(found) else setting.default


def checked(key: str, new: str) -> str:
    """Return a new value for a setting; an InspectorError when it is not allowed."""
    setting = SETTINGS[key]
    if not setting.allows(new):
        raise InspectorError(_("设置 {key} 不能取 {value}。").format(key=key, value=new))
    return new
