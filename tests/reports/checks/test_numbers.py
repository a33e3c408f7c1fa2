"""The body's own symbol, one document under two symbols, one number twice, a number of another year."""

from datetime import date

import pytest

from plans.kinds import DocumentKind
from reports.checks.numbers import OTHER_YEAR, OWN_SYMBOL, TWICE, TWO_SYMBOLS, dated_numbers, is_misspelt
from tests.factories import make_directive, make_organisation, make_plan, make_report
from tests.reports.checks.found import findings, report_saying, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def education(db):
    return make_organisation(code="GDDT", name="Sở Giáo dục và Đào tạo tỉnh Sen", symbol="SGDĐT")


@pytest.fixture
def numbered(education):
    """Return a function that saves plans of these numbers, and the report that lists them."""

    def save(*plans, text="", **values):
        for number, *day in plans:
            kind = {"KH": "plan", "QĐ": "decision"}.get(
                number.split("/")[-1].split("-")[0], "official_letter"
            )
            make_plan(education, number=number, issued_on=day[0] if day else None, kind=kind)
        body = f"{text}\n\n[[văn bản đã ban hành]]"
        return report_saying(education, body, **{"number": "/BC-SGDĐT", **values})

    return save


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("SGGDĐT", "SGDĐT"),
        ("SGDDT", "SGDĐT"),
        ("SDGĐT", "SGDĐT"),
        ("SGĐT", "SGDĐT"),
        ("SGDĐTT", "SGDĐT"),
        ("SKHHCN", "SKHCN"),
        ("SKHCCN", "SKHCN"),
        ("SKHC", "SKHCN"),
        ("SXXD", "SXD"),
        ("SXDD", "SXD"),
    ],
)
def test_a_symbol_with_one_wrong_letter_is_misspelt(written, symbol):
    assert is_misspelt(written, symbol)


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("SGDĐT", "SGDĐT"),
        ("BKHCN", "SKHCN"),
        ("KHCN", "SKHCN"),
        ("SXD", "SYT"),
        ("SYD", "SYT"),
        ("SXYD", "SXD"),
        ("SX", "SXD"),
        ("STC", "STP"),
        ("SVHTT", "SVHTTDL"),
        ("SKHĐT", "SKHCN"),
        ("SNNMT", "SNNPTNT"),
        ("", "SKHCN"),
    ],
)
def test_another_bodys_symbol_is_not(written, symbol):
    assert not is_misspelt(written, symbol)


def test_all_ways_of_signing_are_in_one_finding(numbered):
    report = numbered(
        ("12/KH-SGDĐT",), ("13/QĐ-SGDĐT",), ("14/SGGDĐT-VP",), text="Kế hoạch số 9/KH-SGDĐTT đã xong."
    )
    assert texts(report, OWN_SYMBOL) == [
        "Ký hiệu của đơn vị viết theo 3 cách: SGDĐT (số 12, 13, của báo cáo này); SGDĐTT (số 9); SGGDĐT (số 14). "
        "Thống nhất một cách."
    ]


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        (("12/KH-SGDĐT", "13/SGDĐT-VP"), ""),
        (("12/KH-SGDĐT", "13/KH-UBND"), ""),
        (("12/KH-SGDĐT", "13/KHLN-STP-SGDĐT"), "Thực hiện Thông tư số 06/2024/TT-BGDĐT của Bộ."),
        (("12/SGDĐT-GDDT",), ""),
        (("12", "13/KH"), "Kế hoạch số 5/KH-SGTVT của Sở Giao thông vận tải"),
        ((), ""),
    ],
)
def test_one_way_of_signing_and_the_symbols_of_others_are_no_finding(numbered, numbers, text):
    assert findings(numbered(*((number,) for number in numbers), text=text), OWN_SYMBOL) == []


JANUARY = date(2024, 1, 16)


def test_two_symbols_are_found_with_both_places(numbered):
    report = numbered(("139/KH-SGDĐT", JANUARY), text="Theo Kế hoạch số 139/KH-SGGDĐT ngày 16/01/2024.")
    [finding] = findings(report, TWO_SYMBOLS)
    assert finding.text == (
        "Văn bản số 139 ngày 16/01/2024 mang 2 ký hiệu: 139/KH-SGDĐT (danh mục) và "
        "139/KH-SGGDĐT (mục “Kết quả”). Sửa chỗ viết sai."
    )
    assert finding.place.line == "Theo Kế hoạch số 139/KH-SGGDĐT ngày 16/01/2024."


@pytest.mark.parametrize(
    ("plans", "text"),
    [
        ([("139/KH-SGGDĐT", JANUARY)], "Kế hoạch số 139/KH-SGDĐT ngày 16/01/2024"),
        ([("139/KH-SGDĐT", JANUARY)], "Kế hoạch số 139/KH-SGGDĐT đã xong."),
        ([("139/KH-SGDĐT", JANUARY), ("139/KH-SGGDĐT", JANUARY)], ""),
        ([("498/SGDĐT-VP", JANUARY), ("498/SGDĐT-TTra", JANUARY)], ""),
        ([], "Kế hoạch số 7/KH-SGDĐT ngày 05/3/2024; Kế hoạch số 7/KH-SGDDT ngày 05/3/2024"),
    ],
)
def test_one_number_and_day_under_two_symbols_is_found(numbered, plans, text):
    assert len(findings(numbered(*plans, text=text), TWO_SYMBOLS)) == 1


@pytest.mark.parametrize(
    ("plans", "text"),
    [
        ([("139/KH-SGDĐT", JANUARY)], "Kế hoạch số 139/KH-SGDĐT ngày 16/01/2024"),
        ([("139/KH-SGDĐT", JANUARY), ("139/QĐ-SGDĐT", JANUARY)], ""),
        ([("139/KH-SGDĐT", JANUARY)], "Kế hoạch số 139/KH-UBND ngày 16/01/2024 của UBND tỉnh"),
        ([("139/KH-SGDĐT", JANUARY), ("139/KH-SGGDĐT", date(2023, 1, 5))], ""),
        ([("139/KH-SGDĐT", JANUARY)], "Kế hoạch số 139 ngày 16/01/2024"),
        ([("498/SGDĐT-VP", JANUARY), ("498/SGDĐT-TTra", date(2024, 3, 5))], ""),
    ],
)
def test_other_documents_and_the_same_symbol_are_not(numbered, plans, text):
    assert findings(numbered(*plans, text=text), TWO_SYMBOLS) == []


PLAN, LETTER = DocumentKind.PLAN, DocumentKind.OFFICIAL_LETTER


@pytest.mark.parametrize(
    ("make", "values", "other"),
    [
        (make_plan, {}, {}),
        (make_plan, {"issued_on": JANUARY}, {"issued_on": date(2024, 5, 2)}),
        (make_plan, {"issued_on": JANUARY}, {"issued_on": None}),
        (make_plan, {}, {"in_report": False}),
        (make_directive, {"issuing_body": "UBND tỉnh"}, {"issuing_body": "UBND tỉnh Sen"}),
        (make_directive, {"issuing_body": ""}, {}),
    ],
)
def test_a_number_recorded_twice_in_a_year_is_found(department, make, values, other):
    rows = [make(department, number="41/KH-X", **values), make(department, number="41/KH-X", **other)]
    [finding] = findings(make_report(department), TWICE)
    assert finding.text == "Kế hoạch số 41/KH-X có hai dòng cùng số, cùng năm. Xóa một dòng hoặc sửa số."
    assert set(finding.place.pks) == {row.pk for row in rows}


@pytest.mark.parametrize(
    ("make", "values", "other"),
    [
        (make_plan, {"number": "1/KH-X"}, {"number": "2/KH-X"}),
        (make_plan, {"number": ""}, {"number": ""}),
        (
            make_plan,
            {"number": "41/X", "issued_on": JANUARY},
            {"number": "41/X", "issued_on": date(2023, 12, 5)},
        ),
        (make_plan, {"number": "41/X", "kind": PLAN}, {"number": "41/X", "kind": LETTER}),
        (make_plan, {"number": "41/X"}, {"number": "41/X", "reporting_year": 2023}),
        (
            make_directive,
            {"number": "41/KH-UBND", "issuing_body": "UBND tỉnh Sen"},
            {"number": "41/KH-UBND", "issuing_body": "UBND huyện Đồng"},
        ),
    ],
)
def test_documents_of_other_kinds_bodies_or_years_are_not_one(department, make, values, other):
    make(department, **values)
    make(department, **other)
    assert findings(make_report(department), TWICE) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Thông tư số 03/2018/TT-BTP ngày 10/3/2019 của Bộ Tư pháp", 1),
        ("Nghị định số 46/2024/NĐ-CP ngày 04/5/2023", 1),
        ("Luật số 31/2024/QH15 ngày 18 tháng 01 năm 2025", 1),
        ("số 5/2023/NQ-HĐND ngày 08/12/2024", 1),
        ("Nghị định số 1/2024/NĐ-CP ngày 04/5/2023; Nghị định số 2/2024/NĐ-CP ngày 04/5/2023", 2),
        ("Thông tư số 03/2018/TT-BTP ngày 10/3/2018 của Bộ Tư pháp", 0),
        ("Nghị định số 34/2016/NĐ-CP, số 154/2020/NĐ-CP ngày 31/12/2020", 0),
        ("Kế hoạch số 325/KH-UBND ngày 29/12/2023", 0),
        ("Thông tư số 03/2018/TT-BTP, có hiệu lực từ ngày 01/01/2019", 0),
        ("Quyết định số 2024/QĐ-UBND ngày 05/3/2023", 0),
        ("Thông tư số 03/2018/TT-BTP ngày 10/3", 0),
    ],
)
def test_the_year_in_a_number_is_that_of_its_date(department, text, count):
    assert len(findings(report_saying(department, text), OTHER_YEAR)) == count


def test_a_row_is_compared_too_and_found_once(department):
    make_directive(department, kind="circular", number="03/2018/TT-BTP", issued_on=date(2019, 3, 10))
    text = "Thông tư số 03/2018/TT-BTP ngày 10/3/2019\n\n[[văn bản chỉ đạo]]"
    assert texts(report_saying(department, text), OTHER_YEAR) == [
        "Số 03/2018/TT-BTP (Thông tư số 03/2018/TT-BTP) mang năm 2018 nhưng ngày ban hành là 10/3/2019. "
        "Sửa số hoặc ngày."
    ]


def test_a_date_belongs_to_the_number_right_before_it():
    text = "số 5/KH-X và số 6/KH-X ngày 05/3/2024, số 7/KH-X"
    assert list(dated_numbers(text)) == [("6/KH-X", date(2024, 3, 5))]
