"""A number of digits gets the symbol of its kind and its body; whatever else was typed stays."""

import pytest

from plans.forms import DirectiveValuesForm, PlanValuesForm
from plans.kinds import DocumentKind
from plans.symbols import completed, folded_number, symbol_of_another
from tests.accounts.rows.editors import Editor
from tests.factories import make_plan


def number(form_class, by, **typed):
    form = form_class({"subject": "về hộ tịch", **typed}, by=by, year=2024)
    assert form.is_valid(), form.errors
    return form.instance.number


@pytest.fixture
def an_of_the_office(an):
    an.division = an.organisation.divisions.create(name="Phòng Quản lý đô thị")
    return an


@pytest.mark.parametrize(
    ("kind", "typed", "whole"),
    [
        ("Kế hoạch", "139", "139/KH-SXD"),
        ("Kế hoạch", "139/", "139/KH-SXD"),
        ("kế hoạch", "05", "05/KH-SXD"),
        ("Quyết định", "155", "155/QĐ-SXD"),
        ("Chương trình hành động", "6", "6/CTr-SXD"),
        ("Công văn", "498", "498/SXD"),
        ("Văn bản", "498", "498/SXD"),
        ("Nghị định", "30", "30"),
        ("Luật", "31", "31"),
        ("Kế hoạch", "139/KH", "139/KH"),
        ("Kế hoạch", "139a", "139a"),
        ("Kế hoạch", "số 139", "số 139"),
        ("Kế hoạch", "1390000", "1390000"),
        ("Kế hoạch", "١٣٩", "١٣٩"),
        ("Kế hoạch", "139/KH-SKHHCN", "139/KH-SKHHCN"),
    ],
)
def test_digits_get_the_symbol_of_the_kind(an, kind, typed, whole):
    assert number(PlanValuesForm, an, kind_text=kind, number=typed) == whole


def test_a_letter_names_the_division_that_wrote_it(an_of_the_office):
    division = an_of_the_office.division
    assert number(PlanValuesForm, an_of_the_office, kind_text="Công văn", number="498") == "498/SXD-QLĐT"
    division.symbol = "QLDT"
    assert number(PlanValuesForm, an_of_the_office, kind_text="Công văn", number="498") == "498/SXD-QLDT"
    assert number(PlanValuesForm, an_of_the_office, kind_text="Kế hoạch", number="139") == "139/KH-SXD"


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        ("UBND thành phố Hà Nội", "139/KH-UBND"),
        ("Ủy ban nhân dân tỉnh Sen", "139/KH-UBND"),
        ("Hội đồng phối hợp PBGDPL tỉnh Sen", "139/KH-HĐPHPBGDPL"),
        ("Thủ tướng Chính phủ", "139/KH-TTg"),
        ("Tỉnh ủy Sen", "139"),
        ("Ban Thường vụ Thành ủy", "139"),
        ("", "139"),
    ],
)
def test_a_directives_symbol_is_that_of_the_body_it_came_from(an, body, whole):
    typed = {"kind_text": "Kế hoạch", "number": "139", "issuing_body": body}
    assert number(DirectiveValuesForm, an, **typed) == whole


def test_a_letter_from_elsewhere_keeps_its_number_for_its_division_is_not_known(an):
    assert symbol_of_another(DocumentKind.OFFICIAL_LETTER, "UBND tỉnh Sen") == ""


def test_a_plan_of_another_body_bears_that_bodys_symbol(an):
    typed = {"kind_text": "Kế hoạch", "number": "139"}
    council = "Hội đồng phối hợp PBGDPL tỉnh Sen"
    assert number(PlanValuesForm, an, **typed, issuing_body=council) == "139/KH-HĐPHPBGDPL"
    an.organisation.symbol = "SX"
    assert number(PlanValuesForm, an, **typed, issuing_body="sở xây dựng tỉnh Sen") == "139/KH-SX"


def test_a_symbol_that_leaves_no_room_is_not_added(an):
    an.organisation.symbol = "S" * 30
    an.division = an.organisation.divisions.create(name="Tên", symbol="P" * 30)
    assert number(PlanValuesForm, an, kind_text="Công văn", number="498") == "498"


def test_a_stored_number_is_not_touched_until_it_is_changed(an, department):
    plan = make_plan(department, number="139", subject="về hộ tịch")
    Editor(an, plan).open().send(subject="về hộ khẩu")
    plan.refresh_from_db()
    assert (plan.number, plan.subject) == ("139", "về hộ khẩu")
    Editor(an, plan).open().send(number="140")
    plan.refresh_from_db()
    assert plan.number == "140/KH-SXD"


def test_the_division_chosen_on_the_page_counts(an, department):
    legal = department.divisions.create(name="Thanh tra", symbol="TTra")
    plan = make_plan(department, number="1/KH")
    Editor(an, plan).open().send(kind_text="Công văn", number="498", division=str(legal.pk))
    plan.refresh_from_db()
    assert plan.number == "498/SXD-TTra"


def test_numbers_are_compared_without_spaces_and_zeros():
    assert folded_number(" 05/KH – SKHCN") == "5/kh-skhcn"
    assert completed("", "/KH-SXD") == ""
