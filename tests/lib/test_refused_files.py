"""Why the operating system refuses a file is said in Vietnamese."""

import errno
from pathlib import Path

import pytest

from pbgdpl.lib.refused_files import why_refused


def test_a_refusal_of_the_system_has_words_of_ours(tmp_path):
    with pytest.raises(FileNotFoundError) as missing:
        (tmp_path / "khong-co").read_bytes()
    assert why_refused(missing.value) == "không có tệp hoặc thư mục này"
    with pytest.raises(IsADirectoryError) as directory:
        tmp_path.read_bytes()
    assert why_refused(directory.value) == "đây là thư mục, không phải tệp"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "đĩa đã đầy"),
        (PermissionError(errno.EACCES, "Permission denied"), "không được quyền"),
        (OSError(9999, "Unknown error"), "lỗi số 9999 của hệ thống"),
        (OSError("made by a library"), "lỗi không rõ của hệ thống"),
    ],
)
def test_others_are_told_by_their_words_or_number(error, words):
    assert why_refused(error) == words


def test_no_command_prints_the_words_of_the_system():
    """Commands say why a file cannot be read or written with `why_refused`; SQLite's own message stays as it is."""
    root = Path(__file__).resolve().parents[2]
    packages = ("accounts", "plans", "events", "reports", "pbgdpl")
    modules = (module for package in packages for module in (root / package).rglob("*.py"))
    telling = [str(one.relative_to(root)) for one in modules if "strerror" in one.read_text(encoding="utf-8")]
    assert telling == ["pbgdpl/lib/sqlite/turn.py"]
