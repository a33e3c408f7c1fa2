"""How much room the attached files of a body may take on the disk."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Sum
from django.template.defaultfilters import filesizeformat

from accounts.attaching.checking import CheckedFile
from accounts.models import Attachment, Organisation

FULL = (
    "Tệp đính kèm của đơn vị đã dùng {used} trong {most}, tệp vừa chọn cần thêm {more}. Giảm dung lượng tệp, "
    "xóa bớt tệp cũ (tệp đã xóa còn được giữ một thời gian để khôi phục), hoặc nhờ người quản trị tăng hạn mức."
)


def used_by(organisation: Organisation) -> int:
    """Return how many bytes the body's files take; deleted ones too, until they are removed for good."""
    return Attachment.objects.of(organisation).aggregate(used=Sum("size"))["used"] or 0


def refuse_over_quota(files: Sequence[CheckedFile], organisation: Organisation) -> None:
    """Raise ValidationError where the body has no room left for these files; call it within a transaction.

    Others of the body wait, so that two people who send files at the same moment are counted one after the other.
    """
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    used, more = used_by(organisation), sum(len(file.data) for file in files)
    if used + more > settings.MOST_ATTACHED:
        words = {"used": used, "most": settings.MOST_ATTACHED, "more": more}
        raise ValidationError(FULL.format(**{name: filesizeformat(size) for name, size in words.items()}))
