"""Why the operating system refuses a file, in Vietnamese: its own words depend on the machine's language."""

from __future__ import annotations

import errno

WORDS = {
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EACCES: "không được quyền",
    errno.EPERM: "không được quyền",
    errno.EEXIST: "đã có tệp hoặc thư mục tên này",
    errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.ENOTDIR: "một phần của đường dẫn không phải thư mục",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp",
    errno.EFBIG: "tệp quá lớn",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.EIO: "đĩa bị lỗi",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "liên kết của đường dẫn đi vòng",
    errno.EMFILE: "đang mở quá nhiều tệp",
    errno.ENFILE: "máy đang mở quá nhiều tệp",
    errno.EBUSY: "tệp đang bận",
    errno.ETXTBSY: "tệp đang bận",
}


def why_refused(error: OSError) -> str:
    """Return a phrase: "đĩa đã đầy", or the number of an error that has no words here."""
    if error.errno is None:
        return "lỗi không rõ của hệ thống"
    return WORDS.get(error.errno, f"lỗi số {error.errno} của hệ thống")
