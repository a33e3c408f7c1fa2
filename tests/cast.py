"""The people of the tests: An, Bình and Giang of one department, Chi of another, Dung of the Justice Department."""

import pytest

from accounts.models import Role
from tests.factories import make_directive, make_event, make_organisation, make_plan, make_report, make_user

WORDS = "Sở đã phổ biến văn bản mới đến công chức, viên chức và doanh nghiệp trên địa bàn. " * 12


@pytest.fixture
def justice_department(db):
    return make_organisation(code="STP", name="Sở Tư pháp tỉnh Sen")


@pytest.fixture
def department(justice_department):
    return make_organisation(code="SXD", name="Sở Xây dựng tỉnh Sen", reports_to=justice_department)


@pytest.fixture
def other_department(justice_department):
    return make_organisation(code="SYT", name="Sở Y tế tỉnh Sen", reports_to=justice_department)


@pytest.fixture
def an(department):
    return make_user(department, Role.STAFF, username="an", full_name="Nguyễn Hoài An")


@pytest.fixture
def binh(department):
    return make_user(department, Role.LEGAL_OFFICER, username="binh", full_name="Trần Thanh Bình")


@pytest.fixture
def giang(department):
    return make_user(department, Role.ADMINISTRATOR, username="giang", full_name="Vũ Hương Giang")


@pytest.fixture
def chi(other_department):
    return make_user(other_department, Role.STAFF, username="chi", full_name="Lê Quỳnh Chi")


@pytest.fixture
def dung(justice_department):
    return make_user(justice_department, Role.JUSTICE_OFFICER, username="dung", full_name="Phạm Mỹ Dung")


@pytest.fixture
def year_of_work(department):
    """Save a year of An's department that lacks a few things, with a report of several pages."""
    for number in range(1, 33):
        make_plan(
            department, position=number, number=f"{number * 97}/KH-SXD", subject="về phổ biến Luật Đường bộ"
        )
    make_plan(department, position=40, number="1116/SXD-TTra", subject="về hòa giải ở cơ sở")
    make_directive(department, issued_on=None)
    make_directive(department, in_report=False, subject="về Ngày Pháp luật")
    make_event(
        department, attendance=1245, attendance_is_minimum=True, description=": 12 xã", partners="Sở Y tế"
    )
    make_event(department, attendance=None)
    sections = [
        (depth, f"Mục thứ {number}", WORDS) for number, depth in enumerate((1, 2, 3, 2, 1, 2), start=1)
    ]
    make_report(department, *sections, (1, "Danh mục", "[[văn bản đã ban hành]]"), (1, "Kiến nghị", ""))
