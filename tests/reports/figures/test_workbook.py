"""The form as the ministry's spreadsheet: drawn as the ministry does, and read back without a difference."""

from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from accounts.rows.sheets.kinds import UnreadableSheet
from reports.figures.forms.fields import NumberField
from reports.figures.sheet_cells import read_cell
from reports.figures.workbook import form_workbook, read_form_workbook
from reports.models import Report
from tests.accounts.rows.other_sheets import ods, ods_row, ods_table, web_page, xls
from tests.factories import make_organisation
from tests.reports.figures.filled import COLUMNS, CUT_OFF, NUMBERS, filled_form

LEADING = 2
SAVE_AGAIN = "Mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi tải lên."


@pytest.fixture
def report(department):
    return a_report(department)


def a_report(department):
    return Report(
        organisation=department,
        reporting_year=2026,
        issuing_body=department.name,
        place="Sen",
        signer_authority="GIÁM ĐỐC",
        signer_name="Trần Thị Ký",
    )


def opened(data):
    return load_workbook(BytesIO(data)).active


def texts(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def row_of(sheet, text):
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == text)


def changed(data, change):
    """Return a workbook after somebody changed its sheet in Excel."""
    book = load_workbook(BytesIO(data))
    change(book.active)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def body_row(sheet):
    return row_of(sheet, "(3)") + 1


def at(sheet, code, below=0):
    place = [column[0] for column in COLUMNS].index(code)
    return sheet.cell(body_row(sheet) + below, LEADING + 1 + place)


def test_binh_gets_the_form_as_the_ministry_draws_it(report):
    sheet = opened(form_workbook(filled_form(), report))
    found = texts(sheet)
    assert found[:7] == [
        "Biểu số: 04b/TP/PBGDPL",
        "KẾT QUẢ PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT",
        "Đơn vị báo cáo: Sở Xây dựng tỉnh Sen",
        "Ban hành theo Thông tư số 17/2025/TT-BTP ngày 24/10/2025",
        "Kỳ báo cáo: năm 2026",
        "Đơn vị nhận báo cáo: Sở Tư pháp tỉnh Sen",
        "(Từ ngày 01/01/2026 đến ngày 30/6/2026)",
    ]
    assert found[found.index("A") :][:11] == [
        *("A", "B", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(11)", "(18)", "(22)")
    ]
    assert "Tổng số tài liệu gốc (*)\n(tài liệu)" in found
    assert found[-9:] == [
        "“-” là không phát sinh chỉ tiêu này.",
        "(*) Tên hoặc vị trí của cột chưa được đối chiếu với biểu chính thức.",
        "Cột (5): Tăng vì có Luật mới.",
        "Sen, ngày … tháng … năm …",
        *("NGƯỜI LẬP BIỂU", "GIÁM ĐỐC", "(Ký, ghi rõ họ tên)", "(Ký, đóng dấu, ghi rõ họ tên)"),
        "Trần Thị Ký",
    ]


def test_numbers_are_numbers_and_what_does_not_apply_is_a_text(report):
    sheet = opened(form_workbook(filled_form(), report))
    values = {code: at(sheet, code).value for code, *_ in COLUMNS}
    assert values == NUMBERS | {"3": "-", "4": None, "22": "Chưa tính xã."}
    assert at(sheet, "18").number_format == "#,##0"
    assert {at(sheet, code).alignment.horizontal for code in ("3", "5", "18")} == {"right"}
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_code_of_a_form_keeps_its_letters_in_the_title(report):
    form = filled_form()
    form.indicator_set.name = "Biểu 04b/TP/PBGDPL: sở, ban, ngành"
    assert "BIỂU 04b/TP/PBGDPL: SỞ, BAN, NGÀNH" in texts(opened(form_workbook(form, report)))


def test_the_headings_are_merged_and_repeated_on_every_page(report):
    sheet = opened(form_workbook(filled_form(), report))
    head, codes = row_of(sheet, "STT"), row_of(sheet, "A")
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {
        f"C{head}:D{head}",
        f"E{head}:H{head}",
        f"G{head + 1}:H{head + 1}",
        f"K{head}:K{head + 2}",
    } <= merged
    assert sheet.print_title_rows == f"${head}:${codes}"
    assert sheet.freeze_panes == f"C{codes + 1}"
    assert sheet.print_area == f"'Biểu số liệu'!$A$1:$K${sheet.max_row}"
    page = sheet.page_setup
    assert (page.orientation, page.fitToWidth, page.fitToHeight) == ("landscape", 1, 1)


def test_a_form_with_an_estimated_rest_has_both_parts_below_the_body(report):
    form = filled_form(window=CUT_OFF, estimates={"5": 4, "18": 10**9})
    sheet = opened(form_workbook(form, report))
    assert [sheet.cell(body_row(sheet) + below, 2).value for below in range(3)] == [
        "Sở Xây dựng tỉnh Sen",
        "Thực hiện đến ngày 31/10/2026",
        "Ước phần còn lại của kỳ",
    ]
    assert [at(sheet, "5", below).value for below in range(3)] == [40, 36, 4]
    assert [at(sheet, "3", below).value for below in range(3)] == ["-", "-", "-"]
    assert [at(sheet, "22", below).value for below in range(3)] == ["Chưa tính xã.", None, None]


@pytest.mark.parametrize("text", ["=1+1", "+84", "-cmd|' /C calc'!A0", "@SUM(A1)"])
def test_what_people_wrote_is_never_a_formula(report, text):
    report.issuing_body = report.signer_name = text
    sheet = opened(form_workbook(filled_form(words=text), report))
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert len(found) == 3
    assert {(cell.data_type, cell.quotePrefix) for cell in found} == {("s", True)}


NUMBER = st.none() | st.integers(0, 10**15 - 1)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    numbers=st.dictionaries(st.sampled_from(list(NUMBERS)), NUMBER),
    estimates=st.dictionaries(st.sampled_from(list(NUMBERS)), st.integers(0, 10**14)),
    window=st.sampled_from([CUT_OFF, filled_form().window]),
    words=st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=40),
)
def test_a_form_is_read_back_without_a_difference(report, numbers, estimates, window, words):
    estimates = {code: one for code, one in estimates.items() if numbers.get(code, 0) is not None}
    words = " ".join(words.split())
    form = filled_form(numbers, estimates=estimates, window=window, words=words)
    read = read_form_workbook(form_workbook(form, report), form)
    assert (read.differences, read.notes) == ((), ())


@pytest.mark.parametrize("dash", "-‐‑–—−")
def test_a_dash_is_read_from_a_file_as_it_is_taken_on_the_page(dash):
    assert (NumberField().clean(dash), read_cell("D9", dash, is_text=False).shown) == ("-", "-")


def test_what_binh_changed_in_excel_is_named_with_its_cell(report):
    form = filled_form()

    def change(sheet):
        at(sheet, "5").value = 38
        at(sheet, "6").value = "5.700"
        at(sheet, "3").value = 12
        at(sheet, "4").value = "–"
        at(sheet, "22").value = "Đã tính xã."
        at(sheet, "7").value = None

    read = read_form_workbook(changed(form_workbook(form, report), change), form)
    row = 9
    assert [one.sentence for one in read.differences] == [
        f"Ô C{row}, cột (3), số thực hiện: tệp ghi 12, ở đây là -.",
        f"Ô D{row}, cột (4), số thực hiện: tệp ghi -, ở đây chưa có.",
        f"Ô E{row}, cột (5), số thực hiện: tệp ghi 38, ở đây là 36.",
        f"Ô F{row}, cột (6), số thực hiện: tệp ghi 5.700, ở đây là 5.614.",
        f"Ô K{row}, cột (22), ghi chú: tệp ghi Đã tính xã., ở đây là Chưa tính xã..",
    ]
    assert read.notes == ("Tệp để trống cột (7): giữ số đang có.",)
    assert {column.code: column.actual.value for column in read.columns if column.actual} == {
        "3": 12,
        "4": None,
        "5": 38,
        "6": 5700,
        "8": 1245,
        "11": 0,
        "18": 35_519_055_296,
        "22": "Đã tính xã.",
    }


def test_the_parts_of_an_estimated_form_count_and_not_their_total(report):
    form = filled_form(window=CUT_OFF, estimates={"5": 4})

    def change(sheet):
        at(sheet, "5", below=2).value = 6
        at(sheet, "7").value = "-"

    read = read_form_workbook(changed(form_workbook(form, report), change), form)
    (difference,) = read.differences
    assert (difference.what, difference.here, difference.there) == ("số ước phần còn lại", "4", "6")
    assert read.notes == (
        "Ô E10 (cột (5)) ghi 40, không bằng tổng hai dòng bên dưới: lấy số của hai dòng đó.",
        "Ô G10 (cột (7)) ghi -, không bằng tổng hai dòng bên dưới: lấy số của hai dòng đó.",
    )


def test_what_may_be_another_file_or_sheet_is_said(report):
    book = load_workbook(BytesIO(form_workbook(filled_form(), report)))
    last_year = book.copy_worksheet(book.active)
    last_year.title = "Năm trước"

    def read():
        file = BytesIO()
        book.save(file)
        return read_form_workbook(file.getvalue(), filled_form(window=CUT_OFF)).notes

    assert read() == (
        "Không đọc trang tính “Năm trước”.",
        "Dòng 3 ghi số liệu từ ngày 01/01/2026 đến ngày 30/6/2026, khác kỳ này: xem lại có đúng tệp không.",
    )
    book.worksheets[0].sheet_state = last_year.sheet_state = "hidden"
    book.create_sheet("Trống")
    with pytest.raises(UnreadableSheet, match="“Năm trước”: trang tính đang ẩn"):
        read()


@pytest.mark.parametrize(
    ("written", "names", "is_other"),
    [
        ("Đơn vị báo cáo: Sở Xây dựng tỉnh Sen", ("Sở Xây dựng tỉnh Sen",), False),
        ("Đơn vị báo cáo: SỞ XÂY DỰNG", ("", "Sở Xây dựng tỉnh Sen"), False),
        ("Đơn vị báo cáo:\nỦy ban nhân dân phường Tân Bình", ("UBND phường Tân Bình",), False),
        ("Đơn vị báo cáo: Phường Tân Bình, thành phố Sen", ("UBND phường Tân Bình",), False),
        ("Đơn vị báo cáo: Sở Y tế tỉnh Sen", ("Sở Xây dựng tỉnh Sen",), True),
        ("Đơn vị báo cáo: Phường Tân", ("UBND phường Tân Bình",), True),
        ("Đơn vị nhận báo cáo: Sở Tư pháp tỉnh Sen", ("Sở Xây dựng tỉnh Sen",), False),
        ("Đơn vị báo cáo: …", (), False),
    ],
)
def test_a_file_of_another_body_is_said(report, written, names, is_other):
    def change(sheet):
        cell = next(cell for cell in sheet[1] if str(cell.value).startswith("Đơn vị báo cáo"))
        cell.value = written

    read = read_form_workbook(changed(form_workbook(filled_form(), report), change), filled_form(), names)
    found = " ".join(written.split(":")[1].split())
    sentence = f"Dòng 1 của tệp ghi tên đơn vị “{found}”, không phải “{names[0] if names else ''}”"
    assert [note.split(":")[0] for note in read.notes] == ([sentence] if is_other else [])


def test_codes_that_excel_took_for_negative_numbers_are_read(report):
    form = filled_form()

    def change(sheet):
        for cell in sheet[row_of(sheet, "A")][LEADING:]:
            cell.value = -int(cell.value.strip("()"))
        sheet.insert_rows(1)

    def without_merges(sheet):
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        change(sheet)

    read = read_form_workbook(changed(form_workbook(form, report), without_merges), form)
    assert (read.differences, len(read.columns)) == ((), len(COLUMNS))


REFUSED = {
    "another form": (
        lambda sheet: setattr(sheet["A1"], "value", "Biểu số: 04a/TP/PBGDPL"),
        "Dòng 1 ghi tệp là biểu 04a/TP/PBGDPL, còn báo cáo này dùng biểu 04b/TP/PBGDPL.",
    ),
    "no form": (
        lambda sheet: setattr(sheet["A1"], "value", None),
        "Không thấy dòng “Biểu số: 04b/TP/PBGDPL” trong tệp.",
    ),
    "no codes": (lambda sheet: sheet.delete_rows(row_of(sheet, "A")), "Không thấy dòng mã cột"),
    "unknown code": (
        lambda sheet: setattr(sheet.cell(row_of(sheet, "A"), 5), "value", "(99)"),
        "Ô E8 ghi mã cột (99) mà biểu 04b/TP/PBGDPL không có.",
    ),
    "code twice": (
        lambda sheet: setattr(sheet.cell(row_of(sheet, "A"), 5), "value", "(4)"),
        "Ô E8 ghi lại mã cột (4).",
    ),
    "words": (
        lambda sheet: setattr(at(sheet, "5"), "value", "hơn 200"),
        "Ô E9 (cột (5)) ghi “hơn 200”, không phải số nguyên.",
    ),
    "braces": (
        lambda sheet: setattr(at(sheet, "5"), "value", "{place}{0.x}"),
        "Ô E9 (cột (5)) ghi “{place}{0.x}”, không phải số nguyên.",
    ),
    "a fraction": (lambda sheet: setattr(at(sheet, "5"), "value", 1.245), "Ô E9 (cột (5)) ghi “1,245”"),
    "a negative number": (lambda sheet: setattr(at(sheet, "5"), "value", -5), "Ô E9 (cột (5)) ghi “-5”"),
    "too large": (lambda sheet: setattr(at(sheet, "5"), "value", 1e20), "Ô E9 (cột (5)) ghi số quá lớn"),
    "digits without end": (
        lambda sheet: setattr(at(sheet, "5"), "value", "9" * 5000),
        "Ô E9 (cột (5)) ghi số quá lớn",
    ),
    "long words": (
        lambda sheet: setattr(at(sheet, "22"), "value", "x" * 501),
        "Ô K9 (cột (22)) có hơn 500 ký tự.",
    ),
    "no line": (lambda sheet: sheet.delete_rows(body_row(sheet)), "không có dòng số liệu nào"),
    "two bodies": (
        lambda sheet: [setattr(sheet.cell(10, place), "value", place) for place in (1, 2, 3, 4)],
        "Dòng 9 và dòng 10 đều có số",
    ),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_what_is_no_such_form_is_refused_with_the_way_out(report, fault):
    change, sentence = REFUSED[fault]
    data = changed(form_workbook(filled_form(), report), change)
    with pytest.raises(UnreadableSheet) as refused:
        read_form_workbook(data, filled_form())
    assert sentence in str(refused.value)


FILES = {"empty": b"", "zip": b"PK\x03\x04", "bytes": b"\x00\x01", "pdf": b"%PDF-1.7", "csv": b"a;b\n1;2"}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_of_another_kind_is_refused_with_a_sentence(kind):
    with pytest.raises(UnreadableSheet, match=r"."):
        read_form_workbook(FILES[kind], filled_form())


def test_a_sheet_of_its_own_with_the_code_and_the_codes_is_enough():
    book = Workbook()
    for row in (["Biểu số:", "04b/TP/PBGDPL"], ["A", "(5)", "(6)"], ["Sở Y tế", 36, 5614]):
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    read = read_form_workbook(file.getvalue(), filled_form(words=""))
    assert read.differences == ()
    assert read.notes == ("Tệp không có cột (3), (7), (8), (11), (18): giữ số đang có.",)


def test_a_body_that_reports_to_nobody_has_a_form(db):
    data = form_workbook(filled_form(), a_report(make_organisation(name="Sở Tư pháp")))
    assert "Đơn vị nhận báo cáo:" in texts(opened(data))


ROWS = (("Biểu số: 04b/TP/PBGDPL",), ("A", "B", "(5)", "(18)"), ("1", "Sở Y tế", "38", "35.519.055.296"))
OTHER_KINDS = {
    "xls": xls(ROWS),
    "ods": ods(ods_table(*(ods_row(*row) for row in ROWS))),
    "csv": "\n".join(";".join(row) for row in ROWS).encode(),
    "web page": web_page(*ROWS).replace("35.519.055.296", "35,519,055,296").encode(),
}


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_other_kinds_of_sheets_are_read(kind):
    (difference,) = read_form_workbook(OTHER_KINDS[kind], filled_form()).differences
    assert difference.sentence == "Ô C3, cột (5), số thực hiện: tệp ghi 38, ở đây là 36."


def test_a_figure_that_is_a_formula_without_a_result_is_named_and_the_known_one_kept(report):
    form = filled_form()

    def filled_by_a_program(sheet):
        at(sheet, "5").value = "=30+6"

    read = read_form_workbook(changed(form_workbook(form, report), filled_by_a_program), form)
    assert next(column.actual for column in read.columns if column.code == "5") is None
    first, *_, last = read.notes
    assert first.endswith("là công thức mà tệp không có kết quả, nên đọc như ô trống. " + SAVE_AGAIN)
    assert last == "Tệp để trống cột (5): giữ số đang có."
