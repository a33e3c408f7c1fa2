"""Copies that forgers make of a submitted PDF: what the site says of each is true (all: script/hunt signatures)."""

from random import Random

import pytest

from reports.models import SignatureCheck
from reports.models.signatures import remarks_on
from reports.models.wording import SUBMITTING
from tests.lib.forged_documents import kinds
from tests.lib.signing import KY, sign
from tests.reports.submission.judging_forgeries import fault_of, here

# Those that were called signed once, and some of each kind.
ONCE_ACCEPTED = (
    "itself behind",
    "the signature filled up",
    "a signature by MD5",
    "a signature without its value, signed over",
    "a signature another kind, signed over",
)
EACH = 17


def sample():
    """Yield (name of the kind, whether "signed" is the right answer; None where it may be)."""
    _, forged, stating, right = kinds()
    for name in dict.fromkeys((*ONCE_ACCEPTED, *list(forged)[::EACH])):
        yield name, False
    for name in [*stating][::3]:
        yield name, None
    for name in right:
        yield name, True


@pytest.mark.parametrize("is_right", [False, None, True], ids=["forged", "stating", "right"])
def test_a_copy_is_called_what_it_is(is_right):
    earlier, *groups = kinds()
    makers = {name: make for group in groups for name, make in group.items()}
    asked = [name for name, one in sample() if one is is_right]
    faults = {name: fault_of(makers[name](Random(1)), earlier, is_right, here)[1] for name in asked}
    assert faults == dict.fromkeys(asked, "")


def remark(name=KY, moment=""):
    return list(remarks_on(SignatureCheck.SIGNED, [[name, moment]], [], SUBMITTING))[1].removesuffix(
        " Chứng thư số của người ký chưa được kiểm tra."
    )


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2024-11-14T09:30:00+07:00", "Trần Thị Ký (09:30 14/11/2024)."),
        ("2024-11-14T09:30:00", "Trần Thị Ký (09:30 14/11/2024)."),
        ("0001-01-01T00:00:00+14:00", "Trần Thị Ký."),
        ("9999-12-31T23:59:59-12:00", "Trần Thị Ký."),
        ("0000-01-01T00:00:00+00:00", "Trần Thị Ký."),
        ("", "Trần Thị Ký."),
    ],
)
def test_a_moment_that_no_calendar_has_is_left_out(moment, expected):
    assert remark(moment=moment) == f"Người ký, theo chữ ký trong tệp: {expected}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sở Xây dựng", "Sở Xây dựng"),
        ("Lê-Văn Đạt", "Lê-Văn Đạt"),
        ("Ký; Bình", "“Ký; Bình”"),
        ("Ký. Chứng thư số hợp lệ", "“Ký. Chứng thư số hợp lệ”"),
        ("Ký” và “Bình", "“Ký và Bình”"),
        ("Bình (08:00 01/12/2024)", "“Bình (08:00 01/12/2024)”"),
        ("", "không ghi tên"),
    ],
)
def test_a_name_that_says_more_than_a_name_is_quoted(name, expected):
    assert remark(name) == f"Người ký, theo chữ ký trong tệp: {expected}."


def test_all_names_of_a_certificate_are_told():
    earlier, *_ = kinds()
    found = here(sign(earlier, name=(KY, "Sở Xây dựng")), earlier.rstrip())
    assert [name for name, _ in found.signers] == ["Trần Thị Ký; Sở Xây dựng"]
