"""A list goes into Excel and comes back the same; nothing that people typed becomes a formula."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from accounts.models import Division
from accounts.rows.sheets.kinds import UnreadableSheet
from accounts.rows.sheets.reading import read_sheet
from accounts.rows.sheets.template import template_sheet
from accounts.rows.sheets.writing import write_sheet
from events.kinds import DatePrecision
from events.models import Event
from events.views import EVENTS
from pbgdpl.lib.vietnamese import clean_line
from plans.models import Directive, Plan
from plans.views import DIRECTIVES, PLANS
from tests.bad_input import BAD_INPUT
from tests.factories import make_event, make_plan

ALL = pytest.mark.parametrize("pages", [DIRECTIVES, PLANS, EVENTS], ids=lambda pages: pages.name)


def values(pages, *rows):
    return [row.values for row in read_sheet(write_sheet(pages, rows), pages.columns).rows]


def opened(data):
    return load_workbook(BytesIO(data))


@ALL
def test_each_column_is_a_field_of_the_form_and_a_value_of_the_row(pages, an):
    form = pages.form_class(by=an, year=2024)
    row = pages.model()
    assert {column.field for column in pages.columns} - set(form.fields) == set()
    assert {type(column.text_of(row)) for column in pages.columns} == {str}


@ALL
def test_no_two_columns_have_a_heading_in_common(pages):
    headings = [name for column in pages.columns for name in {column.heading, *column.also}]
    assert sorted(headings) == sorted(set(headings))


def test_a_plan_comes_back_as_it_was_typed(department):
    plan = make_plan(
        department, number="139/KH-SXD", issued_on=date(2024, 3, 5), kind_as_written="Kế hoạch phối hợp"
    )
    undated = make_plan(department, number="", issued_on=None, subject="về hòa giải", wording="Một\nhai")
    assert values(PLANS, plan, undated) == [
        {
            "kind_text": "Kế hoạch phối hợp",
            "number": "139/KH-SXD",
            "issued_on": "05/03/2024",
            "subject": plan.subject,
        },
        {"kind_text": "Kế hoạch", "subject": "về hòa giải", "wording": "Một\nhai"},
    ]


def test_an_event_comes_back_as_it_was_typed(department):
    event = make_event(
        department,
        name="Hội nghị",
        held_from=date(2024, 7, 30),
        held_to=date(2024, 7, 31),
        date_precision=DatePrecision.DAY,
        attendance=1245,
        attendance_is_minimum=True,
        place="Hội trường",
        partners="Sở Tư pháp; Công an tỉnh",
        description=": Hỗ trợ 12 xã",
    )
    assert values(EVENTS, event) == [
        {
            "kind": "Tập huấn",
            "name": "Hội nghị",
            "held": "30-31/7/2024",
            "turnout": "hơn 1.245",
            "place": "Hội trường",
            "partners": "Sở Tư pháp; Công an tỉnh",
            "description": "Hỗ trợ 12 xã",
        }
    ]


def test_every_bad_text_comes_back_as_it_was_saved_and_is_no_formula(department):
    texts = [text for text in map(clean_line, BAD_INPUT) if 0 < len(text) < 20_000]
    rows = [Plan(subject=text, kind_as_written="_x0041_" + text[:50], number=text[:60]) for text in texts]
    data = [write_sheet(PLANS, part) for part in (rows[:100], rows[100:])]
    back = [row.values for one in data for row in read_sheet(one, PLANS.columns).rows]
    assert [row["subject"] for row in back] == texts
    assert [row["kind_text"] for row in back] == [row.kind_as_written.rstrip() for row in rows]
    cells = [cell for one in data for row in opened(one).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"n", "s"}
    assert [
        cell.coordinate for cell in cells if str(cell.value).startswith("=") and not cell.quotePrefix
    ] == []


def test_a_text_that_no_cell_can_hold_is_cut_visibly():
    (row,) = values(PLANS, Plan(subject="về", wording="ệ" * 200_000))
    assert row["wording"] == "ệ" * 32_766 + "…"


def test_days_are_days_and_those_before_excels_calendar_are_texts():
    rows = [Plan(subject="x", issued_on=date(2024, 1, 16)), Plan(subject="x", issued_on=date(1890, 5, 19))]
    sheet = opened(write_sheet(PLANS, rows)).active
    assert [(cell.is_date, cell.number_format) for cell in sheet["D"][1:]] == [
        (True, "dd/mm/yyyy"),
        (False, "@"),
    ]
    assert [row["issued_on"] for row in values(PLANS, *rows)] == ["16/01/2024", "19/05/1890"]


def test_days_and_numbers_of_an_event_are_such_where_they_are_exact(department):
    month = make_event(department, date_precision=DatePrecision.MONTH, attendance_is_minimum=True)
    days = make_event(department, held_from=date(2024, 7, 30), held_to=date(2024, 7, 31), attendance=None)
    exact = make_event(department, attendance=1250, sessions=2, originals=0, posted=0, copies=1500)
    sheet = opened(write_sheet(EVENTS, [exact, month, days])).active
    places = [[cell.value for cell in sheet[1]].index(name) for name in ("Thời gian", "Số người tham dự")]
    assert [[row[place].value for place in places] for row in sheet.iter_rows(min_row=2)] == [
        [datetime.fromisoformat("2024-03-05"), 1250],
        ["tháng 3/2024", "hơn 40"],
        ["30-31/7/2024", None],
    ]
    back = values(EVENTS, exact)[0]
    assert {
        name: back[name] for name in ("held", "turnout", "sessions", "originals", "posted", "copies")
    } == {
        "held": "05/03/2024",
        "turnout": "1250",
        "sessions": "2",
        "originals": "0",
        "posted": "0",
        "copies": "1500",
    }


def test_the_sheet_is_ready_to_be_read_sorted_and_printed():
    book = opened(write_sheet(PLANS, [Plan(subject="về việc chung")]))
    sheet = book.active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["STT", *(column.heading for column in PLANS.columns), "Mã dòng"],
        [1, "Kế hoạch", None, None, None, "về việc chung", None, None],
    ]
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Kế hoạch, văn bản", "A2", "A1:H2")
    assert all(cell.font.bold for cell in sheet[1])
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"


def test_the_division_is_told_where_one_is_stated(department):
    division = Division.objects.create(organisation=department, name="=Phòng Pháp chế")
    sheet = opened(write_sheet(PLANS, [Plan(division=division), Plan()])).active
    assert [cell.value for cell in sheet["H"]] == ["Phòng, đơn vị", "=Phòng Pháp chế", None]
    assert {cell.data_type for cell in sheet["H"]} == {"n", "s"}


@ALL
def test_a_year_without_rows_gives_headings_alone(pages):
    assert opened(write_sheet(pages, [])).active.max_row == 1


@ALL
def test_the_template_holds_no_rows_until_it_is_filled_in(pages):
    with pytest.raises(UnreadableSheet, match="chưa có dòng nào"):
        read_sheet(template_sheet(pages), pages.columns)


@ALL
def test_the_examples_of_the_template_can_be_read_where_they_are_filled_in(pages):
    book = opened(template_sheet(pages))
    examples = [column.example for column in pages.columns if column.example]
    book.worksheets[0].append([1, *examples])
    file = BytesIO()
    book.save(file)
    (row,) = read_sheet(file.getvalue(), pages.columns).rows
    assert list(row.values.values()) == examples


@ALL
def test_the_template_offers_the_kinds_and_takes_everything_as_text(pages):
    sheet, guide = opened(template_sheet(pages)).worksheets
    (choice,) = sheet.data_validations.dataValidation
    kinds = [cell.value for cell in guide["C"][1:] if cell.value]
    assert kinds == list(pages.columns[0].offered)
    assert choice.formula1 == f"'Hướng dẫn'!$C$2:$C${len(kinds) + 1}"
    assert (str(choice.sqref), choice.showErrorMessage) == ("B2:B501", False)
    assert {sheet.column_dimensions[letter].number_format for letter in "BCDEF"} == {"@"}


def test_a_template_is_for_what_its_page_is_for():
    guide = opened(template_sheet(EVENTS)).worksheets[1]
    texts = [cell.value for cell in guide["B"] if cell.value]
    assert "Điền ở trang “Hoạt động”, mỗi dòng một hoạt động, tối đa 500 dòng." in texts
    assert [model._meta.model_name for model in (Directive, Event)] == [DIRECTIVES.name, EVENTS.name]
