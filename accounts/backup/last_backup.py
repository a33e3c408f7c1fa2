"""When the last whole backup was made, and the warning of the administrators where it is late."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from accounts.models import User

LATE_AFTER = timedelta(days=2)
NEVER = "Trang chưa có bản sao lưu nào. Nhờ người vận hành máy chủ bật việc sao lưu hằng đêm."
LATE = (
    "Bản sao lưu trọn vẹn gần nhất đã từ {moment}, quá hai ngày. "
    "Nhờ người vận hành máy chủ xem việc sao lưu hằng đêm."
)


def record_backup() -> None:
    """Record that a whole backup was made now; a reader never meets a half-written record."""
    place = _place()
    with NamedTemporaryFile("w", dir=place.parent, encoding="ascii", delete=False) as draft:
        draft.write(timezone.now().isoformat())
    Path(draft.name).replace(place)


def last_backup() -> datetime | None:
    """Return when the last whole backup was made; None where none was, or its record cannot be read."""
    try:
        moment = datetime.fromisoformat(_place().read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    return moment if moment.tzinfo else None


def last_backup_in_words() -> str:
    made = last_backup()
    return f"Sao lưu gần nhất: {_written(made)}." if made else "Chưa có bản sao lưu nào."


def backup_warning(user: User) -> str:
    """Return the sentence for an administrator who can do something about a late backup, "" for everybody else.

    The administrators of the Justice Department are those of the site. A site of the last two days is not warned.
    """
    if not user.administers or user.organisation.reports_to_id is not None:
        return ""
    made, now = last_backup(), timezone.now()
    if made and made > now - LATE_AFTER:
        return ""
    if not User.objects.filter(date_joined__lt=now - LATE_AFTER).exists():
        return ""
    return LATE.format(moment=_written(made)) if made else NEVER


def _written(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")


def _place() -> Path:
    return Path(settings.DATA_DIR) / "last_backup"
