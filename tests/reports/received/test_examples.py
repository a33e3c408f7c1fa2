"""What the bodies wrote on their models is listed; that they have none is not."""

import pytest

from reports.received.documents import examples
from tests.reports.received.accepted import accepted


@pytest.mark.parametrize(
    "nothing",
    [
        "Không có mô hình nào.",
        "Đơn vị chưa có mô hình mới, cách làm hay.",
        "Sở Y tế không có mô hình điển hình",
    ],
)
def test_a_body_without_a_model_is_left_out(nothing):
    assert list(examples([accepted("Sở Y tế", ("IV. Mô hình, cách làm hay", nothing))])) == []


def test_a_model_that_says_not_is_listed():
    (found,) = examples([accepted("Sở Y tế", ("IV. Mô hình", "Mô hình “Xã không ma túy”."))])
    assert found.lines == ("Mô hình “Xã không ma túy”.",)
