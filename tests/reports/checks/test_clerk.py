"""A clerk's report yields its fourteen faults, and clean reports of many kinds yield none of them."""

from datetime import date

import pytest

from accounts.models import Role
from reports.checks import Part, Severity, addressed, annexes, bases, find, head, load, signer, zeros
from reports.checks.mending import proposals
from reports.checks.mending.sources import Sources
from reports.models import PeriodKind
from reports.reading.report.store import store_report
from reports.writing.replacing.replace import replace_all
from tests.factories import make_event, make_organisation, make_plan, make_report, make_user
from tests.reports.checks.clerk import clerk_document
from tests.reports.checks.found import TODAY

pytestmark = pytest.mark.django_db

LAYOUT = {
    head.NUMBER_ZERO: (Part.REPORT, "number"),
    head.SMALL_SYMBOL: (Part.REPORT, "number"),
    head.SMALL_PLACE: (Part.REPORT, "place"),
    head.SMALL_SUBJECT: (Part.REPORT, "subject"),
    head.SUBJECT_END: (Part.REPORT, "subject"),
    addressed.ADDRESSEE: (Part.REPORT, "addressees"),
    bases.BASE_END: (Part.REPORT, "legal_bases"),
    bases.LAST_BASE_END: (Part.REPORT, "legal_bases"),
    zeros.DATE_ZERO: (Part.SECTION, ""),
    signer.AUTHORITY: (Part.REPORT, "signer_authority"),
    signer.SIGNER_TITLE: (Part.REPORT, "signer_name"),
    addressed.AS_ABOVE: (Part.RECIPIENTS, ""),
    addressed.LAST_RECIPIENT: (Part.RECIPIENTS, ""),
    annexes.UNNAMED_ANNEX: (Part.ANNEX, ""),
}


@pytest.fixture
def clerks():
    owner = make_organisation(
        code="SXD", name="Sở Xây dựng", parent_body="UBND tỉnh Quảng Hà", place="Quảng Hà"
    )
    return store_report(clerk_document(), organisation=owner, year=2024).report


def test_the_clerks_report_has_each_of_the_fourteen_faults_once_and_no_other(clerks):
    found = find(clerks)
    assert [one.rule for one in found] == list(LAYOUT)
    assert {one.rule: (one.place.part, one.place.field) for one in found} == LAYOUT
    assert {one.rule.severity for one in found} == {Severity.WARNING}
    assert all("Nghị định số 30/2020/NĐ-CP, Phụ lục I" in rule.reason for rule in LAYOUT)


def test_what_is_sure_is_mended_and_the_rest_is_for_the_writer(clerks):
    officer = make_user(clerks.organisation, Role.LEGAL_OFFICER)
    sources = Sources(load(clerks, TODAY))
    mends = [one for finding in find(clerks) for one in proposals(sources, [finding])]
    assert replace_all(clerks, mends, by=officer, words="sửa").places == 10
    clerks.refresh_from_db()
    assert [one.rule for one in find(clerks)] == [
        addressed.ADDRESSEE,
        addressed.AS_ABOVE,
        addressed.LAST_RECIPIENT,
        annexes.UNNAMED_ANNEX,
    ]
    assert (clerks.number, clerks.place, clerks.subject, clerks.signer_authority, clerks.signer_name) == (
        "05/BC-SXD",
        "Quảng Hà",
        "Kết quả công tác phổ biến, giáo dục pháp luật năm 2024",
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
        "Trần Minh Khôi",
    )
    assert clerks.legal_bases == (
        "Căn cứ Luật Tổ chức chính quyền địa phương;\nCăn cứ Luật Phổ biến, giáo dục pháp luật;\n"
        "Căn cứ Luật Hòa giải ở cơ sở."
    )
    assert clerks.sections.first().body.count("Ngày 05/3/2024") == 1


CLEAN = (
    {"number": "05/BC-SXD"},
    {"number": "10/BC-SXD", "issued_on": date(2024, 11, 12)},
    {"number": "2702/BC-SXD", "place": "Thành phố Hồ Chí Minh"},
    {"number": "/BC-SXD", "issued_on": None},
    {"number": "125/BC-SXD-TTra", "kind": "BÁO CÁO TỔNG HỢP"},
    {"number": "15-BC/TU", "issuing_body": "Ban Nội chính Tỉnh ủy", "parent_body": "Tỉnh ủy Sen"},
    {"place": "Bà Rịa - Vũng Tàu", "legal_bases": "Căn cứ Luật Nhà ở;\nCăn cứ Luật Đất đai."},
    {"place": "Thị xã Sơn Tây", "legal_bases": "Căn cứ Luật Nhà ở."},
    {"place": "Ea H’leo", "subject": "6 tháng đầu năm 2024", "period_kind": PeriodKind.HALF_YEAR},
    {"subject": "“Ngày Pháp luật” và tờ gấp, áp phích, v.v."},
    {"signer_authority": "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "signer_name": "Ông Ích Khiêm"},
    {"signer_authority": "TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG", "signer_name": "Kpă Thuật"},
    {"signer_authority": "TUQ. GIÁM ĐỐC\nTrưởng phòng Pháp chế"},
    {"signer_authority": "Q. GIÁM ĐỐC", "signer_name": "Nguyễn Thị Thu Hà"},
    {
        "issuing_body": "UBND phường Sen",
        "parent_body": "",
        "signer_authority": "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    },
    {
        "issuing_body": "Ủy ban MTTQ Việt Nam tỉnh Sen",
        "signer_authority": "TM. BAN THƯỜNG TRỰC\nPHÓ CHỦ TỊCH",
    },
    {"issuing_body": "Công an tỉnh Sen", "signer_name": "Đại tá Trần Thị Ký"},
    {"issuing_body": "Trường Đại học Sen", "signer_name": "PGS.TS. Trần Thị Ký"},
    {"issuing_body": "Bệnh viện Đa khoa tỉnh Sen", "signer_name": "BSCKII. Trần Thị Ký"},
    {"addressees": "UBND tỉnh Sen\nSở Tư pháp tỉnh Sen", "period_note": "(Số liệu đến ngày 31/10/2024)"},
)
LINES = (
    "Ngày 05/3/2024 và ngày 16/02/2024, Sở tập huấn; ngày 08/7/2024 tổng kết.",
    "Từ ngày 01/01/2024 đến ngày 31 tháng 10 năm 2024, có 1.245 lượt người dự.",
    "Đợt 30-31/7/2024 có 5/7 đơn vị; hưởng ứng Ngày Pháp luật (9/11), tỷ lệ 12,5%.",
    "Thực hiện Nghị định số 46/2024/NĐ-CP ngày 04/5/2024 và Luật số 31/2024/QH15.",
)
ANNEXES = ((), ("Số liệu",), ("Số liệu", "Danh sách"), ("Một", "Hai", "Ba"))
POINTERS = ("", "Số liệu tại Phụ lục kèm theo.", "Xem Phụ lục I và Phụ lục II.", "Xem các phụ lục.")


@pytest.mark.parametrize("number", range(len(CLEAN)))
def test_a_clean_report_has_none_of_these_faults(department, number):
    make_plan(department, issued_on=date(2024, 1, 5))
    make_event(department, held_from=date(2024, 2, 6))
    turn = number % len(ANNEXES)
    body = f"{LINES[turn]}\n\n{POINTERS[turn]}\n\n[[văn bản đã ban hành]]\n\n[[hoạt động]]"
    report = make_report(department, (1, "Kết quả", body), **CLEAN[number])
    for position, title in enumerate(ANNEXES[turn], start=1):
        report.annexes.create(position=position, title=title, body="| Ngày | Việc |\n| 05/3/2024 | Họp |")
    layout = {*LAYOUT, addressed.MAYBE_ADDRESSEE}
    assert [one.text for one in find(report, TODAY) if one.rule in layout] == []
