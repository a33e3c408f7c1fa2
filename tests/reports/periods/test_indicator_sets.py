"""Dung keeps statistical forms: those of the ministry are copied, her own are checked column by column."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from accounts.history import history_of
from accounts.models import LogEntry
from reports.models import Indicator, IndicatorSet
from reports.periods.set_sheets import read_pasted_set, set_sheet
from tests.accounts.rows.editors import fields_of
from tests.bad_input import BAD_INPUT
from tests.factories import make_indicator_set
from tests.pages import words

LIST, ADD, SHEET = "/bieu-so-lieu/2026/", "/bieu-so-lieu/2026/tao/", "/bieu-so-lieu/2026/tu-bang-tinh/"
FAULTS = "//section[contains(@class, 'faults')]//li"
NOTES = "//*[contains(@class, 'notice')]//li"
FIELDS = (
    *("code", "above", "label", "unit", "is_text", "is_stock", "is_doubtful", "part_of"),
    *("count", "kinds", "modes", "sum_of", "rules"),
)


@pytest.fixture
def at_dungs_desk(client, dung):
    client.force_login(dung)
    return client


def shipped(form_code):
    return IndicatorSet.objects.get(organisation=None, form_code=form_code)


def rows_of(form):
    return list(form.indicators.values_list(*FIELDS))


def codes_of(form):
    return [one.code for one in form.indicators.all()]


def send(client, form, **typed):
    address = f"{LIST}{form.pk}/"
    return client.post(address, fields_of(client.get(address)) | typed)


# What comes with the program.


@pytest.mark.parametrize(
    ("form_code", "group", "from_year", "codes"),
    [
        ("04a/TP/PBGDPL", "commune", 2026, [1, 2, *range(5, 23)]),
        ("04b/TP/PBGDPL", "department", 2026, range(3, 23)),
        ("04c/TP/PBGDPL", "", 2026, range(1, 23)),
        ("09b/BTP/PBGDPL", "department", 2019, [3, 4, 5, 6, 9, 10, 13, 12, 18]),
    ],
)
def test_the_forms_of_the_ministry_come_with_the_program(db, form_code, group, from_year, codes):
    form = shipped(form_code)
    assert (form.group, form.from_year, codes_of(form)) == (group, from_year, [*map(str, codes)])


def test_what_was_not_seen_word_for_word_is_doubtful(db):
    doubtful = {
        code: [one.code for one in shipped(code).indicators.filter(is_doubtful=True)]
        for code in ("04b/TP/PBGDPL", "04c/TP/PBGDPL")
    }
    assert doubtful["04c/TP/PBGDPL"] == [*map(str, (*range(11, 18), 19, 20, 21))]
    assert doubtful["04b/TP/PBGDPL"] == ["3", "4", *doubtful["04c/TP/PBGDPL"]]
    assert not shipped("04a/TP/PBGDPL").indicators.filter(is_doubtful=False).exists()
    assert not shipped("09b/BTP/PBGDPL").indicators.filter(is_doubtful=False).exists()


@pytest.mark.parametrize("form_code", ["04a/TP/PBGDPL", "04b/TP/PBGDPL", "04c/TP/PBGDPL", "09b/BTP/PBGDPL"])
def test_a_form_of_the_program_is_read_and_its_copy_saved_as_it_is(at_dungs_desk, dung, form_code):
    form = shipped(form_code)
    page = at_dungs_desk.get(f"{LIST}{form.pk}/")
    drawn = words(page, "//div[@class='form-head']//tbody//td")
    assert drawn == ["A", "B", *(f"({code})" for code in codes_of(form))]
    marked = words(page, "//ol//*[@class='unsure']")
    assert marked == ["chưa chắc chắn"] * form.indicators.filter(is_doubtful=True).count()
    key = {"sent_key": words(page, "//input[@name='sent_key']/@value")[0]}
    at_dungs_desk.post(f"{LIST}{form.pk}/sao-chep/", key)
    copy = IndicatorSet.objects.get(organisation=dung.organisation)
    assert send(at_dungs_desk, copy).status_code == 302
    copy.refresh_from_db()
    assert (copy.version, rows_of(copy)) == (1, rows_of(form))


# What does not fit.


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"code": "2"}, "mã cột", "Mã 2 đã dùng ở chỉ tiêu 1. Mỗi cột một mã."),
        (
            {"code": "#1"},
            "mã cột",
            "Mã cột chỉ gồm chữ số và chữ cái không dấu, như 18 hoặc 5a; “#1” thì không được.",
        ),
        ({"code": ""}, "mã cột", "Ghi mã cột, như 18."),
        ({"part_of": "9"}, "là một phần của cột", "Biểu không có cột mã 9. Sửa mã, hoặc thêm cột đó."),
        ({"part_of": "4"}, "là một phần của cột", "Cột (4) ghi chữ, không có số. Chọn cột khác."),
        (
            {"part_of": "3"},
            "là một phần của cột",
            "Cột (3) theo các mã này lại quay về chính nó. Sửa để không thành vòng.",
        ),
        (
            {"count": "sum", "sum_of": "(1) + 3"},
            "là tổng các cột",
            "Cột (3) theo các mã này lại quay về chính nó. Sửa để không thành vòng.",
        ),
        ({"count": "sum"}, "là tổng các cột", "Ghi mã các cột được cộng, như 19, 20, 21."),
        (
            {"sum_of": "1, 2"},
            "cách đếm",
            "Đã ghi các cột được cộng: chọn “Tổng các cột khác”, hoặc bỏ trống ô ấy.",
        ),
        (
            {"kinds": ["seminar"]},
            "đếm trên các loại",
            "“Nhập tay” không dựa vào loại nào. Bỏ đánh dấu, hoặc chọn cách đếm khác.",
        ),
        (
            {"count": "people", "kinds": ["seminar", "policy"]},
            "đếm trên các loại",
            "“Số lượt người tham dự” chỉ đếm hoạt động. Bỏ đánh dấu Chính sách.",
        ),
        (
            {"count": "must", "modes": ["online"]},
            "chỉ cách tổ chức",
            "“Phải được truyền thông” không phân biệt cách tổ chức. Bỏ đánh dấu.",
        ),
        (
            {"rules": "#3 <= #7 | chặn | Quá nhiều."},
            "quy tắc",
            "Dòng 1: biểu không có cột #7. Sửa mã cột, hoặc thêm cột vào biểu.",
        ),
        (
            {"rules": "#3 <= #4 | nhắc | Quá nhiều."},
            "quy tắc",
            "Dòng 1: cột #4 ghi chữ, không có số để so sánh. Chọn cột khác.",
        ),
        ({"is_text": "on", "count": "people"}, "cách đếm", "Cột ghi chữ không đếm được. Chọn “Nhập tay”."),
    ],
)
def test_columns_that_do_not_fit_each_other_are_named(at_dungs_desk, dung, typed, field, sentence):
    form = make_indicator_set(
        dung.organisation, {"code": "2"}, {"code": "1"}, {"code": "3"}, {"code": "4", "is_text": True}
    )
    form.indicators.filter(code="1").update(part_of="2")
    key = form.indicators.get(code="3").pk
    response = send(at_dungs_desk, form, **{f"{key}-{name}": value for name, value in typed.items()})
    assert words(response, FAULTS) == [f"Chỉ tiêu 3 (“Chỉ tiêu 3”), {field}: {sentence}"]
    assert form.indicators.get(code="3").count == "by_hand"


def test_what_is_typed_as_on_paper_is_stored_as_codes(at_dungs_desk, dung):
    form = make_indicator_set(dung.organisation)
    first = form.indicators.first()
    typed = {"code": "(18)", "count": "sum", "sum_of": "(2); 2 +", "above": " Kinh phí>Trong đó "}
    assert (
        send(at_dungs_desk, form, **{f"{first.pk}-{name}": text for name, text in typed.items()}).status_code
        == 302
    )
    first.refresh_from_db()
    assert (first.code, first.sum_of, first.headings_above) == ("18", "2", ("Kinh phí", "Trong đó"))
    assert history_of(form)[0].values == [
        [
            "các chỉ tiêu",
            "(1) Số cuộc [cuộc] – Nhập tay\n(2) Số lượt người – Nhập tay",
            "(18) Kinh phí > Trong đó > Số cuộc [cuộc] – Tổng các cột khác; là tổng các cột: 2\n"
            "(2) Số lượt người – Nhập tay",
        ]
    ]


def test_a_form_is_begun_for_departments(at_dungs_desk, dung):
    sent = fields_of(at_dungs_desk.get(ADD))
    assert sent["group"] == ["department"]
    typed = {
        "name": "Biểu của tỉnh",
        "form_code": "T1",
        "m1-code": "1",
        "m1-label": "Số tin",
        "m1-kinds": ["broadcast"],
    }
    response = at_dungs_desk.post(ADD, sent | typed | {"command": "add"})
    assert fields_of(response)["m1-kinds"] == ["broadcast"]
    at_dungs_desk.post(ADD, sent | typed | {"m1-count": "sessions"})
    form = IndicatorSet.objects.get(organisation=dung.organisation)
    assert (form.from_year, form.group, form.indicators.get().kinds) == (2026, "department", ["broadcast"])


def test_whoever_saves_second_is_shown_both(at_dungs_desk, dung):
    form = make_indicator_set(dung.organisation)
    sent = fields_of(at_dungs_desk.get(f"{LIST}{form.pk}/"))
    send(at_dungs_desk, form, name="Tên của người khác")
    response = at_dungs_desk.post(f"{LIST}{form.pk}/", sent | {"name": "Tên của Dung"})
    assert response.status_code == 409
    assert words(response, "//*[@class='pair']/div/p[last()]") == ["Tên của người khác", "Tên của Dung"]


def test_whatever_is_typed_into_a_column_gets_a_page(at_dungs_desk, dung):
    form = make_indicator_set(dung.organisation)
    sent, first = fields_of(at_dungs_desk.get(f"{LIST}{form.pk}/")), form.indicators.first()
    for text in BAD_INPUT[::3]:
        typed = {f"{first.pk}-{name}": text[:3000] for name in FIELDS} | {"group": text[:3000]}
        assert at_dungs_desk.post(f"{LIST}{form.pk}/", sent | typed).status_code == 200


# Sheets.


@pytest.mark.parametrize("form_code", ["04b/TP/PBGDPL", "04c/TP/PBGDPL"])
def test_a_form_taken_out_comes_back_the_same(at_dungs_desk, dung, form_code):
    form = shipped(form_code)
    file = at_dungs_desk.get(f"{LIST}{form.pk}/bang-tinh/").content
    page = at_dungs_desk.post(SHEET, {"sheet": SimpleUploadedFile("bieu.xlsx", file)})
    assert (words(page, NOTES), words(page, FAULTS)) == ([], [])
    at_dungs_desk.post(SHEET, fields_of(page))
    own = IndicatorSet.objects.get(organisation=dung.organisation)
    head = ("name", "form_code", "group", "from_year", "legal_basis")
    assert [getattr(own, name) for name in head] == [getattr(form, name) for name in head]
    assert rows_of(own) == rows_of(form)


def test_cells_are_pasted_with_the_words_of_officials():
    headings = "Mã cột\tTên chỉ tiêu\tCách đếm\tĐếm trên các loại"
    pasted = f"{headings}\n(5)\tSố cuộc\tsố cuộc\tHội nghị, tập huấn; Phát thanh, truyền hình; Họp"
    assert read_pasted_set(pasted, IndicatorSet).rows == (
        {
            "code": "5",
            "label": "Số cuộc",
            "count": "sessions",
            "kinds": ["conference", "training", "broadcast", "Họp"],
        },
    )


def test_a_form_is_printed_without_figures(at_dungs_desk):
    page = at_dungs_desk.get(f"{LIST}{shipped('04b/TP/PBGDPL').pk}/in-thu/").content.decode()
    assert [text in page for text in ("SỐ LIỆU THỐNG KÊ", "(22)", "(chưa chắc chắn)")] == [True] * 3


# load_indicators.


def loaded(path, **changes):
    """Return what the command says of the form 04b as a sheet, some of its cells changed ("Các dòng!B2")."""
    book = load_workbook(BytesIO(set_sheet(shipped("04b/TP/PBGDPL"))))
    for place, value in changes.items():
        sheet, cell = place.split("!")
        book[sheet][cell] = value
    book.save(path)
    call_command("load_indicators", str(path))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "bieu.xlsx"


def test_a_form_is_loaded_changed_and_loaded_again(db, path, capsys):
    form = shipped("04b/TP/PBGDPL")
    loaded(path)
    loaded(path, **{"Các dòng!D4": "Số buổi", "Các dòng!H4": None})
    loaded(path, **{"Thông tin biểu!B5": 2028})
    assert [line for line in capsys.readouterr().out.splitlines() if line] == [
        "Không có gì khác ở biểu 04b/TP/PBGDPL, dùng từ năm 2026: 20 chỉ tiêu.",
        "Sửa biểu 04b/TP/PBGDPL, dùng từ năm 2026: 20 chỉ tiêu.",
        "  Khác trước: các chỉ tiêu.",
        "Thêm biểu 04b/TP/PBGDPL, dùng từ năm 2028: 20 chỉ tiêu.",
    ]
    form.refresh_from_db()
    loads = LogEntry.objects.filter(details="bằng lệnh load_indicators").order_by("pk")
    assert (form.version, form.indicators.get(code="5").label) == (2, "Số buổi")
    assert [one.object_pk for one in loads] == [
        form.pk,
        IndicatorSet.objects.get(from_year=2028).pk,
    ]


def test_what_is_wrong_is_named_with_sheet_row_and_column(db, path):
    before = Indicator.objects.count()
    with pytest.raises(CommandError) as refused:
        loaded(
            path,
            **{
                "Các dòng!B4": "5!",
                "Các dòng!J5": "Đếm đầu",
                "Thông tin biểu!B5": "năm tới",
            },
        )
    assert str(refused.value).splitlines() == [
        "Chưa nạp gì. Sửa 3 chỗ sau rồi nạp lại:",
        "Trang tính “Thông tin biểu”, dòng “Dùng từ năm báo cáo”: Ghi một năm từ 2000 đến 2100.",
        "Trang tính “Các dòng”, dòng 4, cột “Mã cột”: Mã cột chỉ gồm chữ số và chữ cái không dấu, như 18 hoặc 5a; "
        "“5!” thì không được.",
        "Trang tính “Các dòng”, dòng 5, cột “Cách đếm”: Không có cách đếm “Đếm đầu”. Chọn trong danh sách.",
    ]
    assert Indicator.objects.count() == before
    with pytest.raises(CommandError, match="dòng 7, cột “Là một phần của cột”: Biểu không có cột mã 77"):
        loaded(path, **{"Các dòng!I7": "77"})


def test_an_empty_cell_does_not_make_a_form_that_of_the_justice_department(db, path):
    loaded(path, **{"Thông tin biểu!B6": None})
    assert shipped("04b/TP/PBGDPL").group == "department"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [("", "Không đọc được tệp"), ("PK rubbish", "bị hỏng"), ("Tên chỉ tiêu\nSố cuộc", "“Thông tin biểu”")],
)
def test_a_file_that_is_no_form_is_refused(db, path, data, sentence):
    if data:
        path.write_text(data)
    with pytest.raises(CommandError, match=sentence):
        call_command("load_indicators", str(path))
