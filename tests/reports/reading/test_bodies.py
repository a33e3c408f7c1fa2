"""The body that a document names decides whether it is the organisation's own."""

import pytest

from accounts.models import Organisation
from reports.reading.bodies import is_body

HEALTH = "Sở Y tế tỉnh Sen"
WARD = "Ủy ban nhân dân phường Cửa Sông"
SCHOOL = "Trường THPT Lê Lợi"
OFFICE = "Văn phòng UBND tỉnh Sen"


@pytest.mark.parametrize(
    ("own", "names"),
    [
        (
            HEALTH,
            ("Sở", "đơn vị", "ngành", "Sở Y tế", "Giám đốc Sở", "Phó Giám đốc Sở Y tế", "Chánh Văn phòng"),
        ),
        (HEALTH, ("Chánh Văn phòng Sở", "liên tịch Sở Y tế – Sở Tài chính", "Sở Tư pháp và Sở Y tế", "SYT")),
        (WARD, ("UBND", "Ủy ban nhân dân", "phường", "UBND phường", "Chủ tịch UBND phường", "Chủ tịch")),
        (SCHOOL, ("Hiệu trưởng", "nhà trường", "Trường", "Hiệu trưởng nhà trường", "Ban Giám hiệu")),
        (OFFICE, ("Văn phòng", "Chánh Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh")),
        ("Ban Dân tộc", ("Ban", "Trưởng Ban Dân tộc", "Trưởng ban")),
    ],
)
def test_a_body_is_named_by_its_head_its_short_form_or_one_word(own, names):
    assert [name for name in names if not is_body(name, Organisation(name=own))] == []


@pytest.mark.parametrize(
    ("own", "names"),
    [
        (
            HEALTH,
            (
                "UBND",
                "UBND tỉnh",
                "Chủ tịch UBND tỉnh Sen",
                "phường",
                "nhà trường",
                "Hiệu trưởng",
                "Chủ tịch",
            ),
        ),
        (HEALTH, ("Sở Tư pháp", "Sở Y tế tỉnh Bưởi", "Bộ Y tế", "Bộ trưởng", "Chánh Văn phòng UBND tỉnh")),
        (HEALTH, ("Sở Tư pháp và Sở Tài chính", "Thủ tướng Chính phủ", "Chủ tịch nước", "")),
        (WARD, ("UBND tỉnh", "UBND phường Hồng Hà", "UBND xã", "Sở", "HĐND phường", "Đảng ủy phường")),
        (SCHOOL, ("Sở Giáo dục và Đào tạo", "UBND xã")),
        (OFFICE, ("UBND tỉnh", "Chủ tịch UBND tỉnh Sen")),
        ("Ban Dân tộc", ("Ban Bí thư", "Ủy ban Dân tộc", "Ban Tuyên giáo")),
    ],
)
def test_other_bodies_are_not_taken_for_it(own, names):
    assert [name for name in names if is_body(name, Organisation(name=own))] == []
