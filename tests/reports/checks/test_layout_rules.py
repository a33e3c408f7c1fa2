"""The rules about the head, căn cứ, dates, signer, recipients and annexes: what they find and what they let through."""

from collections import namedtuple

import pytest

from reports.checks.addressed import ADDRESSEE, AS_ABOVE, LAST_RECIPIENT, MAYBE_ADDRESSEE
from reports.checks.annexes import UNNAMED_ANNEX, mentioned
from reports.checks.bases import BASE_END, LAST_BASE_END, ended_bases
from reports.checks.head import begun_with_a_capital, capitalised, named_as_place, unended, zeroed
from reports.checks.signer import without_title, wrong_lines
from reports.checks.zeros import DATE_ZERO, with_zeros
from tests.factories import make_event, make_plan, make_report
from tests.reports.checks.found import findings, report_saying, texts

Body = namedtuple("Body", "issuing_body author", defaults=("",))


def mended(text, repairs):
    """Return the text with the repairs made."""
    for one in sorted(repairs, key=lambda one: -one.start):
        text = f"{text[: one.start]}{one.after}{text[one.end :]}"
    return text


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("5/BC-SXD", "05/BC-SXD"),
        ("9/BC-SXD", "09/BC-SXD"),
        (" 1 /BC-SXD", " 01 /BC-SXD"),
        ("7-BC/TU", "07-BC/TU"),
        ("3", "03"),
        *(
            (right, right)
            for right in ("05/BC-SXD", "10/BC-SXD", "2702/BC-SXD", "/BC-SXD", "…/BC-SXD", "0/BC-SXD")
        ),
        *((right, right) for right in ("15-BC/TU", "")),
    ],
)
def test_a_number_under_ten_takes_a_zero(number, right):
    assert mended(number, zeroed(number)) == right


@pytest.mark.parametrize(
    ("number", "registered", "right"),
    [
        ("05/bc-sxd", "", "05/BC-SXD"),
        ("05/Bc-Sxdd", "", "05/BC-SXDD"),
        ("05/BC-skhcn", "", "05/BC-SKHCN"),
        ("05/bc-vhttdl&dl", "", "05/BC-VHTTDL&DL"),
        ("bc/sxd", "", "BC/SXD"),
        ("05/BC-Sxd", "SXD", "05/BC-SXD"),
        ("15-bc/tu", "", "15-BC/TU"),
        ("05/bc-Sở", "", "05/BC-Sở"),
        *(
            (right, "", right)
            for right in (
                "05/BC-SXD",
                "05/BC-TTra",
                "05/CTr-SXD",
                "05/QyĐ-UBND",
                "05/TTr-SXD",
                "05/BC-SNV&PC",
                "05",
                "",
            )
        ),
        ("05/BC-SXDtt", "SXDtt", "05/BC-SXDtt"),
        ("05/BC-UBMTTQ-BTr", "", "05/BC-UBMTTQ-BTr"),
    ],
)
def test_a_symbol_is_in_capitals(number, registered, right):
    assert mended(number, capitalised(number, registered)) == right


@pytest.mark.parametrize(
    ("place", "right"),
    [
        ("hà nội", "Hà Nội"),
        ("Hà nội", "Hà Nội"),
        ("thành phố hồ chí minh", "Thành phố Hồ Chí Minh"),
        ("tp. Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("bà Rịa - vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("xã An lộc", "Xã An Lộc"),
        ("đắk Lắk", "Đắk Lắk"),
        ("phường 5", "Phường 5"),
        *(
            (right, right)
            for right in (
                *(
                    "Hà Nội",
                    "HÀ NỘI",
                    "Thành phố Hồ Chí Minh",
                    "Thị xã Sơn Tây",
                    "Quận 1",
                    "Ea H’leo",
                    "TP. Huế",
                ),
                *("Sen, huyện Hồng", "Bà Rịa - Vũng Tàu", "Phan Rang–Tháp Chàm", "Đặc khu Phú Quốc", ""),
            )
        ),
    ],
)
def test_the_words_of_a_place_begin_with_capitals(place, right):
    assert mended(place, named_as_place(place)) == right


@pytest.mark.parametrize(
    ("subject", "right"),
    [
        ("kết quả công tác năm 2024.", "Kết quả công tác năm 2024"),
        ("ước tính kết quả", "Ước tính kết quả"),
        ("“đợt cao điểm” phổ biến Luật Nhà ở ;", "“Đợt cao điểm” phổ biến Luật Nhà ở"),
        ("Kết quả năm 2024./.", "Kết quả năm 2024"),
        ("Kết quả năm 2024 .", "Kết quả năm 2024"),
        ("V/v báo cáo kết quả năm 2024,", "V/v báo cáo kết quả năm 2024"),
        *(
            (right, right)
            for right in (
                *(
                    "Kết quả công tác năm 2024",
                    "Kết quả tuyên truyền tờ rơi, pa nô v.v.",
                    "6 tháng đầu năm 2024",
                ),
                *("Kết quả của các sở thuộc TP.", "KẾT QUẢ NĂM 2024", "Kết quả (sơ bộ)", "Kết quả năm 2024…"),
            )
        ),
    ],
)
def test_a_subject_begins_with_a_capital_and_has_no_mark_at_its_end(subject, right):
    begun = mended(subject, begun_with_a_capital(subject))
    assert mended(begun, unended(begun)) == right


@pytest.mark.parametrize(
    ("bases", "right", "rules"),
    [
        ("Căn cứ A\nCăn cứ B.", "Căn cứ A;\nCăn cứ B.", [BASE_END]),
        ("Căn cứ A;\nCăn cứ B;", "Căn cứ A;\nCăn cứ B.", [LAST_BASE_END]),
        (
            "Căn cứ A.\nCăn cứ B,\nCăn cứ C",
            "Căn cứ A;\nCăn cứ B;\nCăn cứ C.",
            [BASE_END, BASE_END, LAST_BASE_END],
        ),
        ("Căn cứ A", "Căn cứ A.", [LAST_BASE_END]),
        ("Căn cứ A ;\n\n Căn cứ B ", "Căn cứ A ;\n\n Căn cứ B. ", [LAST_BASE_END]),
        ("Căn cứ A;\nCăn cứ B.", "Căn cứ A;\nCăn cứ B.", []),
        ("Căn cứ A.", "Căn cứ A.", []),
        ("", "", []),
    ],
)
@pytest.mark.django_db
def test_each_base_ends_with_a_semicolon_and_the_last_with_a_stop(department, bases, right, rules):
    repairs = list(ended_bases(bases))
    assert (mended(bases, (one for _, one in repairs)), [rule for rule, _ in repairs]) == (right, rules)
    report = make_report(department, legal_bases=bases)
    assert [one.rule for rule in (BASE_END, LAST_BASE_END) for one in findings(report, rule)] == sorted(
        rules, key=[BASE_END, LAST_BASE_END].index
    )


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("ngày 5/3/2024", "ngày 05/3/2024"),
        ("ngày 16/2/2024", "ngày 16/02/2024"),
        ("(1/1/2024)", "(01/01/2024)"),
        ("ngày 5-3-2024, 7.11.2024.", "ngày 05-3-2024, 07.11.2024."),
        ("Ngày 5 tháng 3 năm 2024", "Ngày 05 tháng 3 năm 2024"),
        ("ngày 20 tháng 2, ngày 9 tháng 11", "ngày 20 tháng 02, ngày 09 tháng 11"),
        ("5-7/3/2024", "05-07/3/2024"),
        ("30/1-2/2/2024", "30/01-02/02/2024"),
        ("ngày 5 và 16/3/2024", "ngày 05 và 16/3/2024"),
        ("Các ngày 3, 4 và 5/6/2025", "Các ngày 03, 04 và 05/6/2025"),
        ("từ ngày 1/1 đến ngày 31/10/2024", "từ ngày 01/01 đến ngày 31/10/2024"),
        (
            "Nghị định số 46/2024/NĐ-CP ngày 4/5/2024 của Chính phủ",
            "Nghị định số 46/2024/NĐ-CP ngày 04/5/2024 của Chính phủ",
        ),
        *(
            (right, right)
            for right in (
                *(
                    "05/3/2024",
                    "16/02/2024",
                    "12/11/2024",
                    "08/07/2024",
                    "ngày 05 tháng 3 năm 2024",
                    "30-31/7/2024",
                ),
                *(
                    "Ngày Pháp luật (9/11)",
                    "ngày Quốc khánh 2-9",
                    "tháng 3/2024",
                    "quý 1/2024",
                    "tỷ lệ 5/3",
                    "24/7",
                ),
                *(
                    "số 5/2/2024/QĐ-UBND",
                    "5/3/20245",
                    "phiên bản 1.2.2024.3",
                    "31/2/2024",
                    "1.500 lượt",
                    "ngày 15",
                ),
                *("TCVN 9001:2015", "Điều 5 Luật số 31/2024/QH15", "ngày 10 tháng 10 năm 2024"),
            )
        ),
    ],
)
def test_days_under_ten_and_the_first_two_months_take_a_zero(text, right):
    assert mended(text, with_zeros(text)) == right


@pytest.mark.django_db
def test_a_date_is_found_in_prose_tables_and_rows_but_not_in_those_that_are_composed(department):
    make_plan(department, subject="thực hiện Kế hoạch ngày 4/5/2024")
    make_event(department)
    body = "Ngày 5/3/2024, Sở họp.\n\n| Ngày | Việc |\n| 7/3/2024 | Họp |\n\n[[văn bản đã ban hành]]\n\n[[hoạt động]]"
    found = findings(report_saying(department, body, period_note="(Số liệu đến 1/10/2024)"), DATE_ZERO)
    assert [finding.text.split("”")[0] for finding in found] == [
        "“1/10/2024",
        "“5/3/2024",
        "“7/3/2024",
        "“4/5/2024",
    ]


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        (["PHÓ GIÁM ĐỐC"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        (["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        (["PHÓ GIÁM ĐỐC PHỤ TRÁCH"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC PHỤ TRÁCH"]),
        (
            ["TL. GIÁM ĐỐC", "PHÓ CHÁNH VĂN PHÒNG"],
            ["TL. GIÁM ĐỐC", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        ),
        (["TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"], ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        (["P. GIÁM ĐỐC"], ["KT. GIÁM ĐỐC", "P. GIÁM ĐỐC"]),
        (["KT GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        (["TL: GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"], ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]),
        (["Q GIÁM ĐỐC"], ["Q. GIÁM ĐỐC"]),
        *(
            (right, right)
            for right in (
                ["GIÁM ĐỐC"],
                ["Q. GIÁM ĐỐC"],
                ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
                ["KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"],
                ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"],
                ["TL. GIÁM ĐỐC", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
                ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"],
                ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
                ["TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"],
                ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"],
                ["KT.GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
                ["QUYỀN GIÁM ĐỐC"],
                [],
            )
        ),
    ],
)
def test_a_deputy_signs_with_kt(lines, right):
    wrong = {one.line: one.right for one in wrong_lines(lines)}
    assert [word for line in lines for word in wrong.get(line, (line,))] == right
    assert list(wrong_lines(right)) == []


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("TS. Nguyễn Văn Bình", "Nguyễn Văn Bình"),
        ("PGS.TS. Trần Thị Ký", "Trần Thị Ký"),
        ("PGS. TS Lê Minh", "Lê Minh"),
        ("ThS Lê Văn Tám", "Lê Văn Tám"),
        ("Thạc sĩ, luật sư Phạm Hòa", "Phạm Hòa"),
        ("BSCKII. Đỗ Lan", "Đỗ Lan"),
        ("Ông Nguyễn Văn An", "Nguyễn Văn An"),
        ("Bà: Trần Thị Ký", "Trần Thị Ký"),
        ("NSND Lê Tiến", "Lê Tiến"),
        ("Đ/c Vũ Hương", "Vũ Hương"),
        ("Tiến sỹ khoa học Hồ An", "Hồ An"),
        ("Đại tá Nguyễn Văn An", "Nguyễn Văn An"),
        *(
            (right, right)
            for right in (
                "Nguyễn Văn An",
                "Ông Ích Khiêm",
                "Bá Thị Lan",
                "Tạ Sĩ",
                "Thạch Sanh",
                "Y Ban",
                "Kpă Thuật",
                "",
            )
        ),
        *((right, right) for right in ("Tsai Văn An", "Cao Bá Quát", "Luật Sư", "TRẦN THỊ KÝ")),
    ],
)
def test_the_name_of_the_signer_has_no_title(name, right):
    assert without_title(name, Body("Sở Xây dựng")) == right


@pytest.mark.parametrize(
    ("body", "name", "right"),
    [
        ("Công an tỉnh Sen", "Đại tá Nguyễn Văn An", "Đại tá Nguyễn Văn An"),
        ("Bộ Chỉ huy quân sự tỉnh Sen", "Thượng tá, ThS. Lê Tám", "Thượng tá, ThS. Lê Tám"),
        ("Trường Đại học Sen", "GS.TS. Lê Tám", "GS.TS. Lê Tám"),
        ("Bệnh viện Đa khoa tỉnh Sen", "BSCKII. Đỗ Lan", "BSCKII. Đỗ Lan"),
        ("Viện Kiểm sát nhân dân tỉnh Sen", "TS. Đỗ Lan", "Đỗ Lan"),
        ("Công an tỉnh Sen", "Ông Nguyễn Văn An", "Nguyễn Văn An"),
        ("Sở Nông nghiệp và Môi trường", "TS. Đỗ Lan", "Đỗ Lan"),
        ("Viện Khoa học tỉnh Sen", "TS. Đỗ Lan", "TS. Đỗ Lan"),
        ("Trường Đại học Sen", "NGND. Lê Tám", "Lê Tám"),
    ],
)
def test_armed_forces_keep_ranks_and_schools_keep_degrees(body, name, right):
    assert without_title(name, Body(body)) == right


def found_in(department, recipients, addressees="", **values):
    """Return the rules about recipients that find something in a report with these recipients."""
    report = make_report(department, addressees=addressees, **values)
    report.recipients.all().delete()
    for position, name in enumerate(recipients, start=1):
        report.recipients.create(position=position, name=name)
    rules = (ADDRESSEE, MAYBE_ADDRESSEE, AS_ABOVE, LAST_RECIPIENT)
    return [rule for rule in rules if findings(report, rule)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("recipients", "addressees", "rules"),
    [
        (["UBND tỉnh", "Lưu: VT"], "", [ADDRESSEE, AS_ABOVE]),
        (["Chủ tịch UBND thành phố", "Lưu: VT"], "", [ADDRESSEE, AS_ABOVE]),
        (["Bộ Tư pháp", "Lưu: VT"], "", [ADDRESSEE, AS_ABOVE]),
        (["Như trên", "Lưu: VT"], "", [ADDRESSEE]),
        (["UBND tỉnh (để b/c)", "Lưu: VT"], "", [MAYBE_ADDRESSEE]),
        (["Sở Tư pháp tỉnh Sen", "Lưu: VT"], "", [MAYBE_ADDRESSEE]),
        (["Sở Tư pháp", "Lưu: VT"], "UBND tỉnh Sen", [AS_ABOVE]),
        (["Như trên", "UBND tỉnh (để b/c)"], "Sở Tư pháp", [LAST_RECIPIENT]),
        (["Như trên", "Lưu: VT", "Ban Giám đốc Sở"], "Sở Tư pháp", [LAST_RECIPIENT]),
        (["Như trên", "Lưu VT, PC"], "Sở Tư pháp", [LAST_RECIPIENT]),
        (["Như trên", "Lưu: VT"], "Sở Tư pháp", []),
        (["Như Kính gửi", "UBND tỉnh", "Lưu : VT, PC"], "Sở Tư pháp", []),
        (["Như trên (để b/c)", "Lưu: VT, PC", "(05 bản)"], "Sở Tư pháp", []),
        (["Các phòng thuộc Sở", "UBND các xã, phường", "Bộ phận một cửa", "Lưu: VT"], "", []),
        ([], "", []),
    ],
)
def test_a_report_to_a_superior_has_addressees_as_above_and_the_line_of_what_is_kept(
    department, recipients, addressees, rules
):
    assert found_in(department, recipients, addressees) == rules


@pytest.mark.django_db
def test_the_justice_department_is_above_a_commune(department):
    assert found_in(department, ["Sở Tư pháp", "Lưu: VT"], issuing_body="UBND xã An Lộc") == [
        ADDRESSEE,
        AS_ABOVE,
    ]


@pytest.mark.parametrize(
    ("text", "numbers", "all_named"),
    [
        ("(phu luc i kem theo)", {1}, False),
        ("tai phu luc so 01 va phu luc 3", {1, 3}, False),
        ("phu luc i den phu luc iv", {1, 2, 3, 4}, False),
        ("phu luc ii - iv; phu luc vi", {2, 3, 4, 6}, False),
        ("cac phu luc", set(), True),
        ("danh sach kem theo", set(), True),
        ("theo phu luc i nghi dinh so 30/2020/nd-cp", set(), False),
        ("phu luc ban hanh kem theo thong tu so 03/2018/tt-btp", set(), False),
        ("bo tieu chi, danh muc ban hanh kem theo thong tu so 03/2018/tt-btp", set(), False),
        ("gui to gap kem theo so tay", set(), False),
        ("(kem theo 02 bieu)", set(), True),
        ("bang tong hop so lieu kem theo", set(), True),
        ("ky phu luc hop dong", set(), False),
        ("khong co gi", set(), False),
    ],
)
def test_the_mentions_of_annexes_are_read(text, numbers, all_named):
    assert mentioned(text) == (numbers, all_named)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "titles", "unnamed"),
    [
        ("Đạt.", ["Số liệu"], ["Phụ lục “Số liệu”"]),
        ("Đạt.", ["Một", "Hai"], ["Phụ lục I “Một”", "Phụ lục II “Hai”"]),
        ("Xem Phụ lục I.", ["Một", "Hai"], ["Phụ lục II “Hai”"]),
        ("Số liệu kỳ này (Phụ lục II kèm theo).", ["Một", "Hai"], ["Phụ lục I “Một”"]),
        ("Theo Phụ lục I Nghị định số 30/2020/NĐ-CP.", ["Số liệu"], ["Phụ lục “Số liệu”"]),
        ("Đạt (Phụ lục kèm theo).", ["Số liệu"], []),
        ("Xem các Phụ lục I, II.", ["Một", "Hai"], []),
        ("Xem biểu kèm theo.", ["Số liệu"], []),
        ("Số liệu tại bảng số liệu hòa giải ở cơ sở.", ["Số liệu hòa giải ở cơ sở"], []),
        ("Đạt.", [], []),
    ],
)
def test_the_text_points_to_each_annex(department, text, titles, unnamed):
    report = report_saying(department, text)
    for position, title in enumerate(titles, start=1):
        report.annexes.create(position=position, title=title, body="Phụ lục I: lời.")
    assert [words.partition(" chưa ")[0] for words in texts(report, UNNAMED_ANNEX)] == unnamed
