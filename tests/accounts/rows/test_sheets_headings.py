"""Headings lead to the fields that they mean, in whatever words."""

import pytest

from accounts.rows.sheets.headings import fields_of, meanings_of
from events.columns import COLUMNS as EVENTS
from pbgdpl.lib.office.workbook import Line
from plans.columns import COLUMNS as DOCUMENTS


def fields(columns, *headings):
    found = fields_of(Line(1, dict(enumerate(headings))), meanings_of(columns))
    return [found.get(place, "") for place in range(len(headings))]


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        ("number", ("Số/Kí hiệu", "SỐ VB", "Số và ký hiệu của văn bản", "Số ký hiệu văn bản gốc")),
        ("issued_on", ("Ngày ban hành VB", "Thời gian ban hành", "Ngày, tháng, năm ký văn bản")),
        ("issuing_body", ("Cơ quan gửi", "Đơn vị phát hành", "Cơ quan, tổ chức ban hành văn bản")),
        ("subject", ("V/v", "Trích yếu nội dung VB", "Nội dung chính", "Tên kế hoạch")),
        ("subject_with_kind", ("Tên loại và nội dung trích yếu", "Loại văn bản, trích yếu nội dung")),
        ("kind_text", ("Loại hình văn bản",)),
        ("", ("Số đến", "Số đi", "Ngày đến", "Số nhận dạng", "Số lượng bản", "Nơi nhận", "Người ký")),
    ],
)
def test_headings_of_documents(field, headings):
    assert [fields(DOCUMENTS, heading) for heading in headings] == [[field]] * len(headings)


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        ("name", ("Tên lớp tập huấn", "Tên hội nghị/hội thảo", "Nội dung tuyên truyền", "Chủ đề")),
        ("held", ("Thời điểm tổ chức", "Ngày, tháng, năm tổ chức", "Thời gian diễn ra")),
        ("turnout", ("SL người tham dự", "Tổng số người", "Số lượng học viên", "Số lượt người dự")),
        ("partners", ("Phối hợp với", "Đơn vị phối hợp thực hiện")),
        ("mode", ("Hình thức: Trực tiếp/Trực tuyến", "Trực tiếp hoặc trực tuyến")),
        ("", ("Số", "Tổng số", "Đối tượng", "Kinh phí", "Tên đơn vị")),
    ],
)
def test_headings_of_events(field, headings):
    assert [fields(EVENTS, heading) for heading in headings] == [[field]] * len(headings)


def test_a_heading_in_the_usual_words_goes_before_one_that_resembles_it():
    assert fields(EVENTS, "Nội dung tuyên truyền", "Tên hoạt động") == ["", "name"]
    assert fields(DOCUMENTS, "Ngày ký ban hành", "Ngày ban hành") == ["", "issued_on"]


def test_the_content_of_an_event_is_its_name_where_it_has_no_other():
    assert fields(EVENTS, "Nội dung", "Thời gian", "Kết quả") == ["name", "held", "description"]
    assert fields(EVENTS, "Tên", "Nội dung", "Thời gian") == ["name", "description", "held"]
