"""A document's form: what helps to fill it in, and what a list of many forms asks of the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.rows.fields import WrittenDateField
from plans.forms import PlanForm, PlanValuesForm
from plans.kinds import DocumentKind
from tests.accounts.rows.entry import send_new
from tests.factories import make_directive, make_plan
from tests.pages import words

ADD = "/ke-hoach/2024/them/"
HELP = "//*[@id='id_number_helptext']"
CHOICES = "//main//fieldset[@class='links']"
CHOSEN = f"{CHOICES}/div[@class='taken']//label"


def test_five_hundred_forms_of_values_ask_the_database_nothing(an):
    with CaptureQueriesContext(connection) as queries:
        forms = [
            PlanValuesForm(
                {"r-kind_text": "Công văn", "r-number": str(n), "r-issued_on": "1/2/2024"},
                prefix="r",
                by=an,
                year=2024,
            )
            for n in range(1, 501)
        ]
        assert all(form.is_valid() and form.doubts == [] for form in forms)
    assert len(queries) == 0


def test_the_kinds_that_are_used_most_come_first(client, an, department):
    make_plan(department)
    for _ in range(3):
        make_plan(department, kind=DocumentKind.OFFICIAL_LETTER, kind_as_written="Văn bản")
    kinds = PlanForm(by=an, year=2024).suggestions["goi-y-kind_text"]
    assert kinds[:3] == ["Văn bản", "Kế hoạch", "Công văn"]
    assert set(DocumentKind.labels) < set(kinds)


def test_the_help_says_what_digits_become(client, an):
    client.force_login(an)
    assert words(client.get(ADD), HELP) == ["Chỉ gõ số cũng được: 139 thành 139/KH-SXD."]
    response = send_new(client, ADD, kind_text="Quyết định", preview="1")
    assert words(response, HELP) == ["Chỉ gõ số cũng được: 139 thành 139/QĐ-SXD."]
    answer = client.post("/ke-hoach/2024/cau-in/", {"kind_text": "Công văn"})
    assert words(answer, "//*[@data-helps='id_number']") == ["Chỉ gõ số cũng được: 139 thành 139/SXD."]


def test_a_symbol_with_markup_is_shown_as_text(client, an):
    an.organisation.symbol = "<b>S</b>"
    an.organisation.save()
    client.force_login(an)
    response = client.get(ADD)
    assert words(response, HELP) == ["Chỉ gõ số cũng được: 139 thành 139/KH-<b>S</b>."]
    assert words(response, f"{HELP}/b") == []


def test_a_plan_is_linked_to_directives_of_the_year(client, an, department, other_department):
    client.force_login(an)
    directive = make_directive(department, number="41/KH-UBND")
    make_directive(department, reporting_year=2023)
    stranger = make_directive(other_department)
    response = client.get(ADD)
    assert words(response, f"{CHOICES}//label") == [str(directive)]
    assert words(response, f"{CHOICES}/legend") == ["Văn bản chỉ đạo được thực hiện (đã chọn 0)"]
    assert words(response, CHOSEN) == []
    refused = send_new(client, ADD, number="1", directives=[str(stranger.pk)])
    assert refused.status_code == 200
    saved = send_new(client, ADD, number="1", directives=[str(directive.pk)])
    assert saved.status_code == 302
    assert [plan.number for plan in directive.plans.all()] == ["1/KH-SXD"]
    edit = client.get(f"{saved.url}sua/")
    assert words(edit, f"{CHOICES}/legend") == ["Văn bản chỉ đạo được thực hiện (đã chọn 1)"]
    assert words(edit, CHOSEN) == [str(directive)]


@pytest.mark.parametrize(
    "text", ["16/1/2024", "16.01.2024", "16012024", "2024-01-16", "ngày 16 tháng 01 năm 2024"]
)
def test_a_day_is_read_however_it_is_typed(text):
    assert f"{WrittenDateField().clean(text):%d/%m/%Y}" == "16/01/2024"
