"""What no page of ours sends is refused in a sentence or left alone; nothing breaks."""

import pytest

from accounts.models import Change
from plans.models import Plan
from tests.accounts.rows.entry import send_new
from tests.factories import make_event, make_plan
from tests.pages import words

LIST, ADD = "/ke-hoach/2024/", "/ke-hoach/2024/them/"
TYPED = {"number": "139/KH-SXD", "issued_on": "16/01/2024", "subject": "về hòa giải"}
FAULTS = "//*[contains(@class, 'faults')]//li"
GONE = "Một dòng đã chọn không còn nữa: có thể vừa bị xóa. Xem lại các dòng đã chọn rồi lưu."


@pytest.fixture
def client_of_an(client, an):
    client.force_login(an)
    return client


@pytest.mark.parametrize("number", ["9" * 19, "9" * 30, "9" * 5000, "0", "-1", "x", "", "1.5", "²", "1\0"])
def test_a_link_to_what_is_no_row_is_refused_in_a_sentence(client_of_an, department, number):
    make_event(department)
    response = send_new(client_of_an, ADD, **TYPED | {"events": [number]})
    assert (words(response, FAULTS), Plan.objects.count()) == ([f"Hoạt động đã tổ chức: {GONE}"], 0)


def test_a_link_to_another_departments_row_is_refused_alike(client_of_an, other_department):
    strange = make_event(other_department, name="Hội nghị kín")
    response = send_new(client_of_an, ADD, **TYPED | {"events": [strange.pk]})
    assert words(response, FAULTS) == [f"Hoạt động đã tổ chức: {GONE}"]
    assert ("Hội nghị kín" in response.content.decode(), Plan.objects.count()) == (False, 0)


@pytest.mark.parametrize("base", ["[" * 100_000, '{"number": ' * 50_000, "[1]", '{"number": ["x"]}', "1e999"])
def test_an_old_page_with_a_spoilt_beginning_still_shows_both_versions(client_of_an, department, base):
    plan = make_plan(department)
    sent = TYPED | {"kind_text": "Kế hoạch", "reporting_year": "2024", "version": "0", "base": base}
    response = client_of_an.post(f"{LIST}{plan.pk}/sua/", sent)
    assert (response.status_code, words(response, "//input[@type='radio'][@checked]/@value")[0]) == (
        409,
        "mine",
    )


@pytest.mark.parametrize("digits", [19, 5000])
def test_a_number_longer_than_any_names_no_row(client_of_an, digits):
    number = "9" * digits
    addresses = (f"{ADD}?tu={number}", f"{ADD}?tep={number}", f"{LIST}{number}/", f"{LIST}{number}/sua/")
    assert [client_of_an.get(address).status_code for address in addresses] == [404] * 4
    assert client_of_an.post(f"{LIST}cau-in/?dong={number}").status_code == 404
    client_of_an.post(f"{LIST}chon/", {"command": "delete", "row": number})
    assert Change.objects.count() == 0


@pytest.mark.parametrize("place", ["x", "9" * 40, "deleted", "of another", ""])
def test_a_row_dragged_to_a_place_that_is_gone_stays(client_of_an, department, other_department, place):
    first, *_ = (make_plan(department) for _ in range(3))
    places = {
        "deleted": make_plan(department, deleted_at="2024-01-01T00:00Z"),
        "of another": make_plan(other_department),
    }
    asked = places[place].pk if place in places else place
    response = client_of_an.post(f"{LIST}{first.pk}/chuyen/", {"before": asked})
    assert (response.url, Change.objects.count()) == (f"{LIST}?xep-lai=1", 0)


def test_where_a_row_was_moved_to_says_no_more_than_its_way(client_of_an, department):
    plan = make_plan(department)
    response = client_of_an.post(f"{LIST}{plan.pk}/chuyen/", {"before": "end", "direction": "x" * 20_000})
    assert response.url == f"{LIST}?xep-lai=1&trang=1&dong={plan.pk}&huong=len"
