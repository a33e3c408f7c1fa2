"""Dung reads sets from sheets, takes them out again the same, and tries a draft before a period is opened."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from reports.models import CriteriaSet, IndicatorSet, Outline
from reports.periods.set_sheets import read_pasted_set, read_set_sheet, set_sheet
from tests.accounts.rows.editors import fields_of
from tests.bad_input import BAD_INPUT
from tests.factories import make_criteria_set, make_outline
from tests.pages import words

OUTLINES, CRITERIA = "/de-cuong/2024/", "/bo-tieu-chi/2024/"
NOTES = "//*[contains(@class, 'notice')]//li"
FAULTS = "//section[contains(@class, 'faults')]//li"


@pytest.fixture
def at_dungs_desk(client, dung):
    client.force_login(dung)
    return client


def sheet_of(*lines):
    book, file = Workbook(), BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(file)
    return SimpleUploadedFile("Bộ của Sở.xlsx", file.getvalue())


def rows(template):
    names = {Outline: ("depth", "heading", "guidance", "starting_text", "collects", "is_required")}
    fields = names.get(type(template), ("group", "name", "maximum_points", "guidance"))
    stored = template.sections if isinstance(template, Outline) else template.criteria
    return list(stored.values_list(*fields))


def test_an_outline_of_a_province_says_so_in_its_sheet(at_dungs_desk, dung):
    shipped = Outline.objects.of_province(dung.organisation, 2024).get()
    file = at_dungs_desk.get(f"{OUTLINES}{shipped.pk}/bang-tinh/").content
    page = at_dungs_desk.post(f"{OUTLINES}tu-bang-tinh/", {"sheet": SimpleUploadedFile("mau.xlsx", file)})
    assert (words(page, NOTES), words(page, FAULTS)) == ([], [])
    at_dungs_desk.post(f"{OUTLINES}tu-bang-tinh/", fields_of(page))
    own = Outline.objects.of_province(dung.organisation, 2024).first()
    assert (own.organisation, rows(own)) == (dung.organisation, rows(shipped))


@pytest.mark.parametrize(("model", "address"), [(Outline, OUTLINES), (CriteriaSet, CRITERIA)])
def test_a_set_taken_out_comes_back_the_same(at_dungs_desk, dung, model, address):
    shipped = model.objects.in_use(2024).get()
    below = shipped.sections if model is Outline else shipped.criteria
    below.update(guidance="Nêu số liệu.\n\n- một\n- hai")
    file = at_dungs_desk.get(f"{address}{shipped.pk}/bang-tinh/").content
    upload = SimpleUploadedFile("mau.xlsx", file)
    page = at_dungs_desk.post(f"{address}tu-bang-tinh/", {"sheet": upload})
    assert (words(page, NOTES), words(page, FAULTS)) == ([], [])
    at_dungs_desk.post(f"{address}tu-bang-tinh/", fields_of(page))
    assert rows(model.objects.get(organisation=dung.organisation)) == rows(shipped)


def test_every_problem_is_named_and_nothing_is_dropped_unseen(at_dungs_desk):
    upload = sheet_of(
        ["BỘ TIÊU CHÍ NĂM 2024"],
        ["STT", "Tên tiêu chí", "Điểm", "Ghi chú"],
        [1, "Đúng hạn", "mười", None],
        [2, "Đủ nội dung", 7.5, "xem lại"],
        [3, None, None, None],
    )
    page = at_dungs_desk.post(f"{CRITERIA}tu-bang-tinh/", {"sheet": upload})
    assert words(page, NOTES) == [
        "Dòng 1 ở trên dòng tiêu đề, không đọc: BỘ TIÊU CHÍ NĂM 2024.",
        "Cột “Ghi chú” không có trong mẫu nên không đọc.",
        "Dòng 4 có chữ ở cột không đọc: xem lại.",
        "Dòng 5 chỉ có số thứ tự, không đọc.",
    ]
    (fault,) = words(page, FAULTS)
    assert fault.startswith("Tiêu chí 1 (“Đúng hạn”), điểm tối đa: Ghi số như 10")
    sent = fields_of(page)
    assert (sent["name"], sent["m1-maximum_points"], sent["m2-maximum_points"]) == (
        ["Bộ của Sở"],
        ["mười"],
        ["7,5"],
    )
    assert CriteriaSet.objects.count() == 1


def test_cells_are_pasted_and_a_depth_that_cannot_be_is_shown(at_dungs_desk):
    pasted = 'Cấp\tTiêu đề\tBắt buộc\n1\tKết quả\tCó\n3\t"Hội nghị\ntập huấn"\tKhông\n'
    page = at_dungs_desk.post(f"{OUTLINES}tu-bang-tinh/", {"cells": pasted})
    assert "Cấp 3 đứng ngay sau cấp 1." in words(page, FAULTS)[1]
    sent = fields_of(page)
    assert (sent["m1-is_required"], "m2-is_required" in sent, sent["m2-depth"]) == (["on"], False, ["3"])


@pytest.mark.parametrize(
    ("cell", "ticked"),
    [(yes, True) for yes in ("x", "X", "×", "có", "Có", 1, True, "true", "đúng", "yes", "✓", "✔", "☑", "☒")]
    + [(no, False) for no in ("-", "–", "không", "Không", 0, False, "false", "sai", "no", "☐")],
)
def test_a_cell_of_a_box_says_yes_or_no_in_whatever_way(cell, ticked):
    outline = read_set_sheet(
        sheet_of(["Tiêu đề", "Bắt buộc"], ["Kết quả", cell], ["Kiến nghị", "không"]).read(), Outline
    )
    form = read_set_sheet(sheet_of(["Tên chỉ tiêu", "Cột ghi chữ"], ["Ghi chú", cell]).read(), IndicatorSet)
    assert (outline.rows[0]["is_required"], form.rows[0]["is_text"]) == (("on" if ticked else ""),) * 2
    assert (outline.notes, form.notes) == ((), ())


def test_a_cell_of_a_box_that_says_neither_is_named():
    read = read_pasted_set("Tiêu đề\tBắt buộc\nKết quả\ttùy năm\nKiến nghị\tCó", Outline)
    assert [row["is_required"] for row in read.rows] == ["", "on"]
    assert read.notes == ("Dòng 2, cột “Bắt buộc” ghi “tùy năm”, không rõ là có hay không nên để là Không.",)


@pytest.mark.parametrize(
    ("marks", "required"),
    [(("x", "", "x"), [True, False, True]), (("có", "không", ""), [True, False, True])],
)
def test_where_only_marks_are_set_an_empty_cell_is_no_mark(at_dungs_desk, marks, required):
    pasted = "\n".join(["Tiêu đề\tBắt buộc", *(f"Mục {mark}\t{mark}" for mark in marks)])
    sent = fields_of(at_dungs_desk.post(f"{OUTLINES}tu-bang-tinh/", {"cells": pasted}))
    assert [f"m{place}-is_required" in sent for place in (1, 2, 3)] == required


def test_a_rule_that_is_a_formula_without_a_result_does_not_disappear_without_a_word():
    read = read_set_sheet(
        sheet_of(["Mã cột", "Tên chỉ tiêu", "Quy tắc"], [5, "Số cuộc", "=A1"], [6, "Số người", None]).read(),
        IndicatorSet,
    )
    (note,) = read.notes
    assert note.startswith("Trang tính “Sheet”: ô C2 là công thức mà tệp không có kết quả")


def test_quotation_marks_of_pasted_cells_stay():
    read = read_pasted_set('Tiêu chí\tĐiểm\n"Học" và làm theo\t5\n"Hai\ndòng"\t6\n"Ba"\t7', CriteriaSet)
    assert [row["name"] for row in read.rows] == ['"Học" và làm theo', "Hai\ndòng", '"Ba"']


def test_lines_without_tabs_are_names():
    assert [row["name"] for row in read_pasted_set("Đúng hạn\nĐủ nội dung", CriteriaSet).rows] == [
        "Đúng hạn",
        "Đủ nội dung",
    ]


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ({}, "Chọn một bảng tính"),
        ({"cells": "a\tb\nc\td"}, "Không thấy dòng tiêu đề cột có “Tiêu chí”"),
        ({"cells": "Tiêu chí\tĐiểm"}, "Dưới dòng tiêu đề không có dòng nào"),
        ({"cells": "\n".join(["Tiêu chí", *map(str, range(201))])}, "Bảng có 201 dòng"),
        ({"sheet": SimpleUploadedFile("a.xlsx", b"PK rubbish")}, "bị hỏng"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence_and_stays(at_dungs_desk, sent, fault):
    page = at_dungs_desk.post(f"{CRITERIA}tu-bang-tinh/", sent)
    assert fault in words(page, FAULTS)[0]
    assert fields_of(page)["cells"] == [sent.get("cells", "")]


def test_whatever_is_pasted_gets_a_page(at_dungs_desk):
    for address in (OUTLINES, CRITERIA):
        for typed in BAD_INPUT[::4]:
            page = at_dungs_desk.post(
                f"{address}tu-bang-tinh/", {"cells": f"Tiêu đề\tTiêu chí\n{typed}\t{typed}"}
            )
            assert page.status_code == 200


def test_a_text_that_begins_as_a_formula_stays_a_text(dung):
    made = make_criteria_set(dung.organisation, "=1+1")
    assert load_workbook(BytesIO(set_sheet(made))).active["C2"].value == "=1+1"


# In thử


def test_a_draft_is_printed_as_it_is_typed_and_nothing_is_stored(at_dungs_desk, dung):
    outline = make_outline(dung.organisation, "Kết quả", "Kiến nghị")
    sent = fields_of(at_dungs_desk.get(f"{OUTLINES}{outline.pk}/"))
    key = sent["row"][0]
    sent |= {f"{key}-heading": ["Đang nghĩ"], f"{key}-starting_text": ["Sở đã:\n\n[[hoạt động]]"]}
    page = at_dungs_desk.post(f"{OUTLINES}in-thu/", sent).content.decode()
    assert [text in page for text in ("ĐANG NGHĨ", "(MẪU) hoạt động: dòng 1", "KIẾN NGHỊ", "BẢN IN THỬ")] == [
        True
    ] * 4
    assert [one.heading for one in outline.sections.all()] == ["Kết quả", "Kiến nghị"]


def test_a_stored_set_is_printed_as_a_department_will_print_it(at_dungs_desk):
    shipped = CriteriaSet.objects.get(organisation=None)
    page = at_dungs_desk.get(f"{CRITERIA}{shipped.pk}/in-thu/").content.decode()
    assert [f"{one.name}:" in page for one in shipped.criteria.all()] == [True] * 5


def test_an_empty_draft_is_printed_too(at_dungs_desk):
    assert at_dungs_desk.post(f"{OUTLINES}in-thu/").status_code == 200
