"""The results of the check of a PDF's signatures, in words; which certificates to trust is not decided yet."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime

from reports.models.wording import Wording


class SignatureCheck(models.TextChoices):
    """The result of the check of a file added as the signed PDF: what `signed_pdf` returns, and more."""

    UNCHECKED = "", "chưa kiểm tra chữ ký số"
    SIGNED = "signed", "có chữ ký số"
    UNSIGNED = "unsigned", "chưa có chữ ký số"
    ALTERED = "altered", "có nội dung khác ngoài chữ ký số"
    COVERED = "covered", "hình chữ ký che trang"
    BROKEN = "broken", "chữ ký số không hợp lệ"
    RESAVED = "resaved", "không giữ nguyên bản PDF đã nộp"
    OTHER = "other", "bản quét hoặc bản in khác"
    UNREADABLE = "unreadable", "không kiểm tra được chữ ký số"


AGAIN = "Ký số trên đúng bản PDF đã {submit}, không mở ra lưu lại, rồi thêm tệp vừa ký."
SENTENCES = {
    SignatureCheck.UNCHECKED: "Chưa kiểm tra chữ ký số của tệp này. "
    "Nhờ quản trị viên chạy lệnh check_signed_files.",
    SignatureCheck.SIGNED: "Có chữ ký số trên đúng bản PDF đã {submit}, ngoài chữ ký không thêm gì khác.",
    SignatureCheck.UNSIGNED: f"Tệp là bản PDF đã {{submit}}, chưa có chữ ký số. {AGAIN}",
    SignatureCheck.ALTERED: "Tệp có thêm nội dung khác ngoài chữ ký số vào bản PDF đã {submit}, nên các trang "
    f"có thể khác bản đã {{submit}}. {AGAIN}",
    SignatureCheck.COVERED: "Hình chữ ký hoặc con dấu che hơn một phần tư trang của bản PDF đã {submit}. "
    "Ký lại với hình nhỏ hơn, rồi thêm tệp vừa ký.",
    SignatureCheck.BROKEN: "Tệp có chữ ký số nhưng chữ ký không hợp lệ, hoặc không ký lên toàn bộ bản PDF "
    f"đã {{submit}}. {AGAIN}",
    SignatureCheck.RESAVED: "Tệp có phần chữ ký số nhưng không giữ nguyên bản PDF đã {submit}: tệp đã được lưu "
    f"lại, xuất lại, hoặc là bản khác. {AGAIN}",
    SignatureCheck.OTHER: "Tệp không phải bản PDF đã {submit} có thêm chữ ký, mà là bản quét hoặc bản in khác "
    "do đơn vị thêm vào.",
    SignatureCheck.UNREADABLE: f"Không kiểm tra được chữ ký số: tệp bị khóa, hỏng hoặc quá phức tạp. {AGAIN}",
}


def sentence_on(check: SignatureCheck, wording: Wording) -> str:
    """Return the result of the check of a file that was added to a submitted, or issued, report."""
    return SENTENCES[check].format(submit=wording.submit)


def remarks_on(
    check: SignatureCheck, signers: Iterable[list[str]], pages: list[int], wording: Wording
) -> Iterator[str]:
    """Yield the sentences on a file: the result, the signers named by the signatures, the pages that show them."""
    yield sentence_on(check, wording)
    if check is not SignatureCheck.SIGNED:
        return
    named = "; ".join(_signer(name, moment) for name, moment in signers)
    yield f"Người ký, theo chữ ký trong tệp: {named}. Chứng thư số của người ký chưa được kiểm tra."
    if pages:
        numbers = ", ".join(map(str, pages))
        yield f"Hình chữ ký nằm ở trang {numbers}, có thể che chữ bên dưới: xem lại các trang đó."


def _signer(name: str, moment: str) -> str:
    """Return the signer with the time, both as stated in the signature."""
    name = _quoted(name) if name else "không ghi tên"
    written = _written(moment) if moment else ""
    return f"{name} ({written})" if written else name


def _quoted(name: str) -> str:
    """Return the name, in quotation marks where it could be read as more than one name or as a sentence of the site."""
    if all(one.isalpha() or one in " -" for one in name):
        return name
    return f"“{name.replace('“', '').replace('”', '')}”"


def _written(moment: str) -> str:
    """Return the moment in words, "" where a signature states one that no calendar has."""
    try:
        found = datetime.fromisoformat(moment)
        return date_format(localtime(found) if found.tzinfo else found, "DATETIME_FORMAT")
    except (ValueError, OverflowError):
        return ""
